//! Exact numbers: fractions of 256-bit integers, so that nothing is rounded before the one rounding at the end.
//!
//! A quotient such as a day-normalised bill (200 kWh × 28 ÷ 31) has no finite decimal form; kept as a fraction it
//! needs none. The decimal point is kept apart from the fraction, because nearly every number here is a decimal: sums
//! then need no common denominator and no number grows beyond its digits. Every operation is exact or fails with
//! [`Overflow`]; the bounds of [`super::intake`] keep all accepted input far below it.

mod wide;

use std::cmp::Ordering;
use std::fmt;

use ethnum::I256;
use serde::{Serialize, Serializer};

use wide::{common_divisor, floor_of, power_of_ten, times, without_tens};

/// An exact rational number: `numerator ÷ (denominator × 10^places)`.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    numerator: I256,
    /// Always above zero.
    denominator: I256,
    places: u32,
}

/// A result that does not fit 256 bits, or a division by zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overflow;

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self { numerator: I256::ZERO, denominator: I256::ONE, places: 0 };
    /// One.
    pub const ONE: Self = Self { numerator: I256::ONE, denominator: I256::ONE, places: 0 };

    /// `mantissa ÷ 10^places`.
    pub fn from_decimal_parts(mantissa: i64, places: u8) -> Self {
        Self { numerator: I256::from(mantissa), denominator: I256::ONE, places: u32::from(places) }
    }

    /// The sum.
    #[expect(clippy::should_implement_trait, reason = "the operator cannot fail, this can")]
    pub fn add(self, other: Self) -> Result<Self, Overflow> {
        self.over_common_denominator(other, I256::checked_add)
    }

    /// The difference; may be negative.
    pub fn subtract(self, other: Self) -> Result<Self, Overflow> {
        self.over_common_denominator(other, I256::checked_sub)
    }

    /// The product.
    pub fn multiply(self, other: Self) -> Result<Self, Overflow> {
        let product = |left: Self, right: Self| {
            Some(Self {
                numerator: times(left.numerator, right.numerator)?,
                denominator: times(left.denominator, right.denominator)?,
                places: left.places.checked_add(right.places)?,
            })
        };
        product(self, other).or_else(|| product(self.reduced(), other.reduced())).ok_or(Overflow)
    }

    /// The quotient; dividing by zero is an [`Overflow`].
    pub fn divide(self, other: Self) -> Result<Self, Overflow> {
        self.multiply(other.reciprocal().ok_or(Overflow)?)
    }

    /// One divided by it; powers of ten go to the decimal point, where they cost nothing.
    fn reciprocal(self) -> Option<Self> {
        let (numerator, denominator) = match self.numerator.cmp(&I256::ZERO) {
            Ordering::Equal => return None,
            Ordering::Greater => (self.denominator, self.numerator),
            Ordering::Less => (self.denominator.checked_neg()?, self.numerator.checked_neg()?),
        };
        let (denominator, tens) = match i64::try_from(denominator) {
            Ok(small) => {
                let (rest, tens) = without_tens(small);
                (I256::from(rest), tens)
            }
            Err(_) => (denominator, 0),
        };
        let numerator = times(numerator, power_of_ten(self.places)?)?;
        Some(Self { numerator, denominator, places: tens })
    }

    /// The larger of the two.
    #[must_use]
    pub fn at_least(self, floor: Self) -> Self {
        if self < floor { floor } else { self }
    }

    /// The smaller of the two.
    #[must_use]
    pub fn at_most(self, ceiling: Self) -> Self {
        if self > ceiling { ceiling } else { self }
    }

    /// The nearest whole number, halves up.
    pub fn round_half_up(self) -> Result<i64, Overflow> {
        let rounded = |exact: Self| {
            let over = exact.over()?;
            let twice = exact.numerator.checked_add(exact.numerator)?.checked_add(over)?;
            Some(floor_of(twice, over.checked_add(over)?))
        };
        let whole = rounded(self).or_else(|| rounded(self.reduced())).ok_or(Overflow)?;
        i64::try_from(whole).map_err(|_| Overflow)
    }

    /// The whole number at or below.
    pub fn floor(self) -> Result<i64, Overflow> {
        let over = |exact: Self| Some(floor_of(exact.numerator, exact.over()?));
        let whole = over(self).or_else(|| over(self.reduced())).ok_or(Overflow)?;
        i64::try_from(whole).map_err(|_| Overflow)
    }

    /// Whether the number is above zero.
    pub fn is_positive(self) -> bool {
        self.numerator > I256::ZERO
    }

    /// The same number with the smallest numerator, denominator and number of places.
    #[must_use]
    pub fn reduced(self) -> Self {
        let common = common_divisor(self.numerator.wrapping_abs(), self.denominator);
        let (mut numerator, denominator) = (self.numerator / common, self.denominator / common);
        let (mut places, ten) = (self.places, I256::from(10));
        while places > 0 && numerator % ten == I256::ZERO {
            numerator /= ten;
            places -= 1;
        }
        Self { numerator, denominator, places }
    }

    /// The number with exactly as many decimals as it needs, when it has a finite decimal form of at most `most_places`.
    pub fn terminating(self, most_places: u8) -> Option<String> {
        let reduced = self.reduced();
        let most = u32::from(most_places);
        (0..=most.checked_sub(reduced.places)?).find_map(|more| {
            let scaled = times(reduced.numerator, power_of_ten(more)?)?;
            (scaled % reduced.denominator == I256::ZERO)
                .then(|| decimal_text(scaled / reduced.denominator, reduced.places + more))
        })
    }

    /// The number rounded half up to `places` decimals, for display only.
    pub fn rounded_text(self, places: u8) -> String {
        let reduced = self.reduced();
        let rounded = || {
            let over = reduced.over()?;
            let scaled = times(reduced.numerator, power_of_ten(u32::from(places))?)?;
            let twice = scaled.checked_add(scaled)?.checked_add(over)?;
            Some(decimal_text(floor_of(twice, over.checked_add(over)?), u32::from(places)))
        };
        rounded().unwrap_or_else(|| self.to_string())
    }

    /// The whole divisor of the numerator.
    fn over(self) -> Option<I256> {
        times(self.denominator, power_of_ten(self.places)?)
    }

    fn over_common_denominator(
        self,
        other: Self,
        combine: impl Fn(I256, I256) -> Option<I256>,
    ) -> Result<Self, Overflow> {
        let combined = |left: Self, right: Self| {
            let places = left.places.max(right.places);
            let left_scaled = left.at_places(places)?;
            let right_scaled = right.at_places(places)?;
            if left.denominator == right.denominator {
                let numerator = combine(left_scaled, right_scaled)?;
                return Some(Self { numerator, denominator: left.denominator, places });
            }
            Some(Self {
                numerator: combine(times(left_scaled, right.denominator)?, times(right_scaled, left.denominator)?)?,
                denominator: times(left.denominator, right.denominator)?,
                places,
            })
        };
        combined(self, other).or_else(|| combined(self.reduced(), other.reduced())).ok_or(Overflow)
    }

    /// The numerator as it is with so many places, at least as many as it has.
    fn at_places(self, places: u32) -> Option<I256> {
        if places == self.places {
            return Some(self.numerator);
        }
        times(self.numerator, power_of_ten(places - self.places)?)
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self { numerator: I256::from(whole), denominator: I256::ONE, places: 0 }
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |left: Self, right: Self| {
            let places = left.places.max(right.places);
            let (first, second) = (left.at_places(places)?, right.at_places(places)?);
            if left.denominator == right.denominator {
                return Some(first.cmp(&second));
            }
            Some(times(first, right.denominator)?.cmp(&times(second, left.denominator)?))
        };
        let whole = |exact: Self| exact.over().map_or(I256::ZERO, |over| floor_of(exact.numerator, over));
        cross(*self, *other)
            .or_else(|| cross(self.reduced(), other.reduced()))
            // Beyond 256 bits the whole parts decide; no accepted input comes near.
            .unwrap_or_else(|| whole(*self).cmp(&whole(*other)))
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

/// A finite decimal as such (`71.5`), anything else as a fraction in lowest terms (`5600/31`).
impl fmt::Display for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(text) = self.terminating(24) {
            return formatter.write_str(&text);
        }
        let reduced = self.reduced();
        let over = reduced.over().unwrap_or(reduced.denominator);
        let common = common_divisor(reduced.numerator.wrapping_abs(), over);
        write!(formatter, "{}/{}", reduced.numerator / common, over / common)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn decimal_text(scaled: I256, places: u32) -> String {
    let sign = if scaled < I256::ZERO { "-" } else { "" };
    let digits = scaled.wrapping_abs().to_string();
    let places = places as usize;
    if places == 0 {
        return format!("{sign}{digits}");
    }
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    format!("{sign}{whole}.{fraction}")
}

//! Exact numbers: fractions of 256-bit integers, so that nothing is rounded before the one rounding at the end.
//!
//! A quotient such as a day-normalised bill (200 kWh × 28 ÷ 31) has no finite decimal form; kept as a fraction it
//! needs none. Every operation is exact or fails with [`Overflow`]; the bounds of [`super::intake`] keep all accepted
//! input far below it.

use std::cmp::Ordering;
use std::fmt;

use ethnum::I256;
use serde::{Serialize, Serializer};

/// An exact rational number.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    numerator: I256,
    /// Always above zero.
    denominator: I256,
}

/// A result that does not fit 256 bits, or a division by zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overflow;

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self { numerator: I256::ZERO, denominator: I256::ONE };
    /// One.
    pub const ONE: Self = Self { numerator: I256::ONE, denominator: I256::ONE };

    /// `mantissa ÷ 10^places`.
    pub fn from_decimal_parts(mantissa: i64, places: u8) -> Self {
        Self { numerator: I256::from(mantissa), denominator: I256::from(10_i128.pow(u32::from(places.min(36)))) }
    }

    /// The sum.
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
                numerator: left.numerator.checked_mul(right.numerator)?,
                denominator: left.denominator.checked_mul(right.denominator)?,
            })
        };
        product(self, other).or_else(|| product(self.reduced(), other.reduced())).ok_or(Overflow)
    }

    /// The quotient; dividing by zero is an [`Overflow`].
    pub fn divide(self, other: Self) -> Result<Self, Overflow> {
        match other.numerator.cmp(&I256::ZERO) {
            Ordering::Equal => Err(Overflow),
            Ordering::Greater => self.multiply(Self { numerator: other.denominator, denominator: other.numerator }),
            Ordering::Less => self.multiply(Self {
                numerator: other.denominator.checked_neg().ok_or(Overflow)?,
                denominator: other.numerator.checked_neg().ok_or(Overflow)?,
            }),
        }
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
        let twice = self.numerator.checked_mul(I256::from(2)).and_then(|n| n.checked_add(self.denominator));
        let (twice, over) = (twice.ok_or(Overflow)?, self.denominator.checked_mul(I256::from(2)).ok_or(Overflow)?);
        i64::try_from(twice.div_euclid(over)).map_err(|_| Overflow)
    }

    /// The whole number at or below.
    pub fn floor(self) -> Result<i64, Overflow> {
        i64::try_from(self.numerator.div_euclid(self.denominator)).map_err(|_| Overflow)
    }

    /// Whether the number is above zero.
    pub fn is_positive(self) -> bool {
        self.numerator > I256::ZERO
    }

    /// The same number in lowest terms.
    #[must_use]
    pub fn reduced(self) -> Self {
        let (mut a, mut b) = (self.numerator.wrapping_abs(), self.denominator);
        while b != I256::ZERO {
            (a, b) = (b, a % b);
        }
        if a <= I256::ONE {
            return self;
        }
        Self { numerator: self.numerator / a, denominator: self.denominator / a }
    }

    /// The number with exactly as many decimals as it needs, when it has a finite decimal form of at most `most_places`.
    pub fn terminating(self, most_places: u8) -> Option<String> {
        let reduced = self.reduced();
        (0..=most_places).find_map(|places| {
            let scaled = reduced.numerator.checked_mul(I256::from(10_i128.checked_pow(u32::from(places))?))?;
            (scaled % reduced.denominator == I256::ZERO)
                .then(|| decimal_text(scaled / reduced.denominator, places))
        })
    }

    /// The number rounded half up to `places` decimals, for display only.
    pub fn rounded_text(self, places: u8) -> String {
        let shift = I256::from(10_i128.pow(u32::from(places.min(30))));
        let scaled = self.reduced().numerator.checked_mul(shift).map(|numerator| {
            let (two, denominator) = (I256::from(2), self.reduced().denominator);
            (numerator * two + denominator).div_euclid(denominator * two)
        });
        scaled.map_or_else(|| self.to_string(), |whole| decimal_text(whole, places))
    }

    fn over_common_denominator(
        self,
        other: Self,
        combine: impl Fn(I256, I256) -> Option<I256>,
    ) -> Result<Self, Overflow> {
        let combined = |left: Self, right: Self| {
            if left.denominator == right.denominator {
                return Some(Self {
                    numerator: combine(left.numerator, right.numerator)?,
                    denominator: left.denominator,
                });
            }
            Some(Self {
                numerator: combine(
                    left.numerator.checked_mul(right.denominator)?,
                    right.numerator.checked_mul(left.denominator)?,
                )?,
                denominator: left.denominator.checked_mul(right.denominator)?,
            })
        };
        combined(self, other).or_else(|| combined(self.reduced(), other.reduced())).ok_or(Overflow)
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self { numerator: I256::from(whole), denominator: I256::ONE }
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |left: Self, right: Self| {
            Some((left.numerator.checked_mul(right.denominator)?, right.numerator.checked_mul(left.denominator)?))
        };
        match cross(*self, *other).or_else(|| cross(self.reduced(), other.reduced())) {
            Some((left, right)) => left.cmp(&right),
            // Beyond 256 bits the whole parts decide; no accepted input comes near.
            None => (self.numerator / self.denominator).cmp(&(other.numerator / other.denominator)),
        }
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
        write!(formatter, "{}/{}", reduced.numerator, reduced.denominator)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn decimal_text(scaled: I256, places: u8) -> String {
    let sign = if scaled < I256::ZERO { "-" } else { "" };
    let digits = scaled.wrapping_abs().to_string();
    let places = usize::from(places);
    if places == 0 {
        return format!("{sign}{digits}");
    }
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    format!("{sign}{whole}.{fraction}")
}

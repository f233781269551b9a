//! Exact numbers: fractions of 255-bit integers, so that nothing is rounded before the one rounding at the end.
//!
//! A quotient such as a day-normalised bill (200 kWh × 28 ÷ 31) has no finite decimal form; kept as a fraction it
//! needs none. The decimal point is kept apart from the fraction, because nearly every number here is a decimal: sums
//! then need no common denominator and no number grows beyond its digits. Every operation is exact or fails with
//! [`Overflow`]; the bounds of [`super::intake`] keep all accepted input far below it.

mod text;
mod wide;

use std::cmp::Ordering;

use wide::Wide;

/// An exact rational number: `numerator ÷ (denominator × 10^places)`.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    /// Never together with a numerator of zero.
    negative: bool,
    numerator: Wide,
    /// Always above zero.
    denominator: Wide,
    places: u32,
}

/// A result that does not fit 255 bits, or a division by zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overflow;

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self::of(false, 0, 0);
    /// One.
    pub const ONE: Self = Self::of(false, 1, 0);
    const HALF: Self = Self::of(false, 5, 1);

    const fn of(negative: bool, numerator: u64, places: u32) -> Self {
        Self { negative, numerator: Wide::of(numerator), denominator: Wide::ONE, places }
    }

    /// `mantissa ÷ 10^places`.
    pub fn from_decimal_parts(mantissa: i64, places: u8) -> Self {
        Self::of(mantissa < 0, mantissa.unsigned_abs(), u32::from(places))
    }

    /// The sum.
    #[expect(clippy::should_implement_trait, reason = "the operator cannot fail, this can")]
    pub fn add(self, other: Self) -> Result<Self, Overflow> {
        self.with(&other, |left, right| {
            let (first, second) = left.aligned(right)?;
            let denominator = if left.denominator == right.denominator {
                left.denominator
            } else {
                left.denominator.times(&right.denominator)?
            };
            let numerator = if left.negative == right.negative {
                first.plus(&second)?
            } else if first > second {
                first.minus(&second)
            } else {
                second.minus(&first)
            };
            let negative = if first > second { left.negative } else { right.negative };
            Some(Self { negative, numerator, denominator, places: left.places.max(right.places) }.signed())
        })
        .ok_or(Overflow)
    }

    /// The difference; may be negative.
    pub fn subtract(self, other: Self) -> Result<Self, Overflow> {
        self.add(Self { negative: !other.negative, ..other }.signed())
    }

    /// The product.
    pub fn multiply(self, other: Self) -> Result<Self, Overflow> {
        self.with(&other, |left, right| {
            let product = Self {
                negative: left.negative != right.negative,
                numerator: left.numerator.times(&right.numerator)?,
                denominator: left.denominator.times(&right.denominator)?,
                places: left.places.checked_add(right.places)?,
            };
            Some(product.signed())
        })
        .ok_or(Overflow)
    }

    /// The quotient; dividing by zero is an [`Overflow`].
    pub fn divide(self, other: Self) -> Result<Self, Overflow> {
        self.multiply(other.reciprocal().ok_or(Overflow)?)
    }

    /// One divided by it; powers of ten go to the decimal point, where they cost nothing.
    fn reciprocal(&self) -> Option<Self> {
        if self.numerator == Wide::ZERO {
            return None;
        }
        let (denominator, places) = self.numerator.without_tens(u32::MAX);
        Some(Self { negative: self.negative, numerator: self.over()?, denominator, places })
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
        self.add(Self::HALF)?.floor()
    }

    /// The whole number at or below.
    pub fn floor(self) -> Result<i64, Overflow> {
        let (negative, whole) = self.whole_below().or_else(|| self.reduced().whole_below()).ok_or(Overflow)?;
        let whole = whole.small().ok_or(Overflow)?;
        if negative { 0_i64.checked_sub_unsigned(whole) } else { 0_i64.checked_add_unsigned(whole) }.ok_or(Overflow)
    }

    /// Whether the number is above zero.
    pub fn is_positive(self) -> bool {
        self > Self::ZERO
    }

    /// The same number with the smallest numerator, denominator and number of places.
    #[must_use]
    pub fn reduced(self) -> Self {
        let common = self.numerator.common_divisor(self.denominator);
        let (numerator, tens) = self.numerator.divided(&common).0.without_tens(self.places);
        Self { numerator, denominator: self.denominator.divided(&common).0, places: self.places - tens, ..self }
    }

    /// Zero has no sign.
    fn signed(self) -> Self {
        Self { negative: self.negative && self.numerator != Wide::ZERO, ..self }
    }

    /// The sign and size of the whole number at or below.
    fn whole_below(&self) -> Option<(bool, Wide)> {
        let (whole, rest) = self.numerator.divided(&self.over()?);
        let whole = if self.negative && rest != Wide::ZERO { whole.plus(&Wide::ONE)? } else { whole };
        Some((self.negative, whole))
    }

    /// The whole divisor of the numerator.
    fn over(&self) -> Option<Wide> {
        self.denominator.with_tens(self.places)
    }

    /// What is worked out from two numbers, reduced first only if it does not fit otherwise.
    fn with<T>(&self, other: &Self, work: fn(&Self, &Self) -> Option<T>) -> Option<T> {
        work(self, other).or_else(|| work(&self.reduced(), &other.reduced()))
    }

    /// Both numerators over one common denominator.
    fn aligned(&self, other: &Self) -> Option<(Wide, Wide)> {
        let places = self.places.max(other.places);
        let first = self.numerator.with_tens(places - self.places)?;
        let second = other.numerator.with_tens(places - other.places)?;
        if self.denominator == other.denominator {
            return Some((first, second));
        }
        Some((first.times(&other.denominator)?, second.times(&self.denominator)?))
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self::from_decimal_parts(whole, 0)
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.negative != other.negative {
            return other.negative.cmp(&self.negative);
        }
        // Beyond 255 bits the whole parts decide; no accepted input comes near.
        let whole = |exact: &Self| exact.whole_below().map_or(Wide::ZERO, |(_, whole)| whole);
        let (first, second) = self.with(other, Self::aligned).unwrap_or_else(|| (whole(self), whole(other)));
        if self.negative { second.cmp(&first) } else { first.cmp(&second) }
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

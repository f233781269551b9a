//! Exact numbers: fractions of 255-bit integers, so that nothing is rounded before the one rounding at the end.
//!
//! A quotient such as a day-normalised bill (200 kWh × 28 ÷ 31) has no finite decimal form; kept as a fraction it
//! needs none. The decimal point is kept apart from the fraction, because nearly every number here is a decimal: sums
//! then need no common denominator and no number grows beyond its digits. Every operation is exact or fails with
//! [`Overflow`]; the bounds of [`super::intake`] keep all accepted input far below it.

#[cfg(small_numbers)]
pub(super) mod small;
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
    #[cfg_attr(small_numbers, inline)]
    #[cfg_attr(not(small_numbers), inline(never))]
    pub fn from_decimal_parts(mantissa: i64, places: u8) -> Self {
        Self::of(mantissa < 0, mantissa.unsigned_abs(), u32::from(places))
    }

    /// The sum.
    #[expect(clippy::should_implement_trait, reason = "the operator cannot fail, this can")]
    pub fn add(self, other: Self) -> Result<Self, Overflow> {
        self.with(&other, Self::add_in_place)
    }

    /// The difference; may be negative.
    pub fn subtract(self, other: Self) -> Result<Self, Overflow> {
        self.with(&other, |number, other| {
            other.negative = !other.negative && !other.numerator.is_zero();
            number.add_in_place(other)
        })
    }

    /// The product.
    pub fn multiply(self, other: Self) -> Result<Self, Overflow> {
        self.with(&other, Self::multiply_in_place)
    }

    /// The quotient; dividing by zero is an [`Overflow`].
    pub fn divide(self, other: Self) -> Result<Self, Overflow> {
        self.with(&other, |number, other| other.invert() && number.multiply_in_place(other))
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
        #[cfg(small_numbers)]
        if let Some(whole) = small::Small::of(&self).and_then(|small| small.whole().or_else(|| small.floor()?.whole()))
        {
            return Ok(whole);
        }
        let whole = self.with(&Self::ZERO, |number, _| number.lower_to_whole())?;
        let size = whole.numerator.small().ok_or(Overflow)?;
        if whole.negative { 0_i64.checked_sub_unsigned(size) } else { 0_i64.checked_add_unsigned(size) }.ok_or(Overflow)
    }

    /// Whether the number is above zero.
    pub fn is_positive(&self) -> bool {
        !self.negative && !self.numerator.is_zero()
    }

    /// The same number with the smallest numerator, denominator and number of places.
    #[must_use]
    pub fn reduced(mut self) -> Self {
        let common = self.numerator.common_divisor(self.denominator);
        self.numerator.divide(&common);
        self.denominator.divide(&common);
        self.places -= self.numerator.take_zeros(self.places);
        self
    }

    /// What is worked out from two numbers in place of the first, reduced before only if it does not fit otherwise.
    fn with(&self, other: &Self, work: fn(&mut Self, &mut Self) -> bool) -> Result<Self, Overflow> {
        let (mut number, mut with) = (*self, *other);
        if !work(&mut number, &mut with) {
            (number, with) = (self.reduced(), other.reduced());
            if !work(&mut number, &mut with) {
                return Err(Overflow);
            }
        }
        Ok(number)
    }

    fn add_in_place(&mut self, other: &mut Self) -> bool {
        if !self.align(other) || self.denominator != other.denominator && !self.denominator.multiply(&other.denominator)
        {
            return false;
        }
        if self.negative == other.negative {
            return self.numerator.add(&other.numerator);
        }
        if self.numerator < other.numerator {
            std::mem::swap(&mut self.numerator, &mut other.numerator);
            self.negative = other.negative;
        }
        self.numerator.subtract(&other.numerator);
        self.negative &= !self.numerator.is_zero();
        true
    }

    fn multiply_in_place(&mut self, other: &mut Self) -> bool {
        self.places += other.places;
        let fits = self.numerator.multiply(&other.numerator) && self.denominator.multiply(&other.denominator);
        self.negative = self.negative != other.negative && !self.numerator.is_zero();
        fits
    }

    /// One divided by it; powers of ten go to the decimal point, where they cost nothing.
    fn invert(&mut self) -> bool {
        if self.numerator.is_zero() || !self.denominator.add_zeros(self.places) {
            return false;
        }
        self.places = self.numerator.take_zeros(u32::MAX);
        std::mem::swap(&mut self.numerator, &mut self.denominator);
        true
    }

    /// The whole number at or below.
    fn lower_to_whole(&mut self) -> bool {
        if !self.denominator.add_zeros(self.places) {
            return false;
        }
        let rest = self.numerator.divide(&self.denominator);
        (self.denominator, self.places) = (Wide::ONE, 0);
        !self.negative || rest.is_zero() || self.numerator.add(&Wide::ONE)
    }

    /// Brings both numerators to the same number of places and to one common denominator, which is left to the caller.
    fn align(&mut self, other: &mut Self) -> bool {
        let places = self.places.max(other.places);
        if !self.numerator.add_zeros(places - self.places) || !other.numerator.add_zeros(places - other.places) {
            return false;
        }
        (self.places, other.places) = (places, places);
        self.denominator == other.denominator
            || self.numerator.multiply(&other.denominator) && other.numerator.multiply(&self.denominator)
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self::from_decimal_parts(whole, 0)
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        #[cfg(small_numbers)]
        if let (Some(one), Some(other)) = (small::Small::of(self), small::Small::of(other))
            && let Some(ordering) = one.compared(other)
        {
            return ordering;
        }
        if self.negative != other.negative {
            return other.negative.cmp(&self.negative);
        }
        let (mut one, mut two) = (*self, *other);
        if !one.align(&mut two) {
            (one, two) = (self.reduced(), other.reduced());
            if !one.align(&mut two) {
                // Beyond 255 bits the whole parts decide; no accepted input comes near.
                (one, two) = (*self, *other);
                for number in [&mut one, &mut two] {
                    if !number.lower_to_whole() {
                        number.numerator = Wide::ZERO;
                    }
                }
            }
        }
        if self.negative { two.numerator.cmp(&one.numerator) } else { one.numerator.cmp(&two.numerator) }
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

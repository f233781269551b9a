//! Exact numbers whose parts fit 64 bits, as nearly all do: the same arithmetic with nothing to carry from digit to digit.
//!
//! It exists for speed alone, where speed is asked for: what does not fit is left to [`Exact`], and what does is the same
//! number by both.

use std::cmp::Ordering;

use super::Exact;
use super::wide::Wide;

/// `numerator ÷ (denominator × 10^places)`
#[derive(Clone, Copy)]
pub(in crate::domain) struct Small {
    /// Never together with a numerator of zero.
    negative: bool,
    numerator: u64,
    /// Always above zero.
    denominator: u64,
    places: u32,
}

impl Small {
    /// The number, if its parts fit.
    #[inline]
    pub(in crate::domain) fn of(number: &Exact) -> Option<Self> {
        let Exact { negative, numerator, denominator, places } = number;
        let (numerator, denominator) = (numerator.small()?, denominator.small()?);
        Some(Self { negative: *negative, numerator, denominator, places: *places })
    }

    #[inline]
    pub(in crate::domain) fn exact(self) -> Exact {
        let Self { negative, numerator, denominator, places } = self;
        Exact { negative, numerator: Wide::of(numerator), denominator: Wide::of(denominator), places }
    }

    pub(in crate::domain) fn multiply(self, other: Self) -> Option<Self> {
        let numerator = times(self.numerator, other.numerator)?;
        Some(Self {
            negative: self.negative != other.negative && numerator != 0,
            numerator,
            denominator: times(self.denominator, other.denominator)?,
            places: self.places + other.places,
        })
    }

    pub(in crate::domain) fn divide(self, other: Self) -> Option<Self> {
        self.multiply(other.inverted()?)
    }

    /// One divided by it; powers of ten go to the decimal point.
    fn inverted(self) -> Option<Self> {
        let numerator = times(self.denominator, power(self.places)?)?;
        let (mut denominator, mut places) = (self.numerator, 0);
        if denominator == 0 {
            return None;
        }
        while denominator.is_multiple_of(10) {
            denominator /= 10;
            places += 1;
        }
        Some(Self { negative: self.negative, numerator, denominator, places })
    }

    pub(in crate::domain) fn add(self, other: Self) -> Option<Self> {
        let ([one, two], denominator, places) = self.aligned(other)?;
        let (negative, numerator) = if self.negative == other.negative {
            (self.negative, one.checked_add(two)?)
        } else if one < two {
            (other.negative, two - one)
        } else {
            (self.negative && one != two, one - two)
        };
        Some(Self { negative, numerator, denominator, places })
    }

    pub(in crate::domain) fn subtract(self, other: Self) -> Option<Self> {
        self.add(Self { negative: !other.negative && other.numerator != 0, ..other })
    }

    /// Whether it is below another.
    pub(in crate::domain) fn is_below(self, other: Self) -> Option<bool> {
        self.compared(other).map(Ordering::is_lt)
    }

    /// How it stands to another.
    pub(in crate::domain) fn compared(self, other: Self) -> Option<Ordering> {
        if self.negative != other.negative {
            return Some(other.negative.cmp(&self.negative));
        }
        let ([one, two], ..) = self.aligned(other)?;
        Some(if self.negative { two.cmp(&one) } else { one.cmp(&two) })
    }

    /// The number, if it is a whole one that fits.
    pub(in crate::domain) fn whole(self) -> Option<i64> {
        let Self { negative, numerator, denominator: 1, places: 0 } = self else { return None };
        if negative { 0_i64.checked_sub_unsigned(numerator) } else { 0_i64.checked_add_unsigned(numerator) }
    }

    /// The whole number at or below.
    pub(in crate::domain) fn floor(self) -> Option<Self> {
        let divisor = times(self.denominator, power(self.places)?)?;
        let up = self.negative && !self.numerator.is_multiple_of(divisor);
        let numerator = (self.numerator / divisor).checked_add(up.into())?;
        Some(Self { negative: self.negative && numerator != 0, numerator, denominator: 1, places: 0 })
    }

    /// The nearest whole number, halves up.
    pub(in crate::domain) fn round_half_up(self) -> Option<Self> {
        self.add(Self { negative: false, numerator: 5, denominator: 1, places: 1 })?.floor()
    }

    /// Both numerators over one denominator and so many places.
    fn aligned(self, other: Self) -> Option<([u64; 2], u64, u32)> {
        let places = self.places.max(other.places);
        let scaled = |number: Self| times(number.numerator, power(places - number.places)?);
        let (one, two) = (scaled(self)?, scaled(other)?);
        if self.denominator == other.denominator {
            return Some(([one, two], self.denominator, places));
        }
        let one = times(one, other.denominator)?;
        let two = times(two, self.denominator)?;
        Some(([one, two], times(self.denominator, other.denominator)?, places))
    }
}

/// The product, if it fits.
///
/// Two numbers of 32 bits always do: WebAssembly has no other way to see that than a product of 128 bits.
fn times(one: u64, other: u64) -> Option<u64> {
    if (one | other) >> 32 == 0 { Some(one * other) } else { one.checked_mul(other) }
}

/// Ten so many times, if it fits.
fn power(places: u32) -> Option<u64> {
    POWERS.get(places as usize).copied()
}

#[expect(clippy::indexing_slicing, reason = "while it is compiled")]
const POWERS: [u64; 20] = {
    let mut powers = [1; 20];
    let mut place = 1;
    while place < 20 {
        powers[place] = powers[place - 1] * 10;
        place += 1;
    }
    powers
};

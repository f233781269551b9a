//! Whole numbers of up to 255 bits, as [`super::Exact`] needs them: few operations, each a short loop over the digits.

use std::cmp::Ordering;

/// A whole number below 2²⁵⁵: its digits of 32 bits, lowest first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Wide([u32; 8]);

impl Wide {
    pub(super) const ZERO: Self = Self::of(0);
    pub(super) const ONE: Self = Self::of(1);
    const TEN: Self = Self::of(10);

    pub(super) const fn of(small: u64) -> Self {
        Self([low(small), low(small >> 32), 0, 0, 0, 0, 0, 0])
    }

    /// The number, if it fits 64 bits, as nearly all do.
    pub(super) fn small(&self) -> Option<u64> {
        let [first, second, rest @ ..] = self.0;
        (rest == [0; 6]).then_some(u64::from(second) << 32 | u64::from(first))
    }

    pub(super) fn plus(&self, other: &Self) -> Option<Self> {
        let (mut sum, mut carry) = (*self, 0);
        for (digit, more) in sum.0.iter_mut().zip(other.0) {
            carry += u64::from(*digit) + u64::from(more);
            *digit = low(carry);
            carry >>= 32;
        }
        sum.within()
    }

    /// The difference to a number that is not larger.
    pub(super) fn minus(&self, other: &Self) -> Self {
        let (mut difference, mut borrow) = (*self, 0);
        for (digit, less) in difference.0.iter_mut().zip(other.0) {
            let left = u64::from(*digit).wrapping_sub(u64::from(less) + borrow);
            *digit = low(left);
            borrow = left >> 63;
        }
        difference
    }

    pub(super) fn times(&self, other: &Self) -> Option<Self> {
        let mut product = Self::ZERO;
        for (place, digit) in self.0.into_iter().enumerate().filter(|(_, digit)| *digit != 0) {
            let mut carry = 0;
            for (into, factor) in product.0.iter_mut().skip(place).zip(other.0) {
                carry += u64::from(*into) + u64::from(digit) * u64::from(factor);
                *into = low(carry);
                carry >>= 32;
            }
            if carry != 0 || other.0.iter().rev().take(place).any(|beyond| *beyond != 0) {
                return None;
            }
        }
        product.within()
    }

    /// The number with so many zeros behind it.
    pub(super) fn with_tens(mut self, tens: u32) -> Option<Self> {
        for _ in 0..tens {
            self = self.times(&Self::TEN)?;
        }
        Some(self)
    }

    /// The number without the zeros at its end, at most so many, and how many there were.
    pub(super) fn without_tens(mut self, most: u32) -> (Self, u32) {
        let mut tens = 0;
        while tens < most {
            let (shorter, 0) = self.divided_by_digit(10) else { break };
            self = shorter;
            tens += 1;
        }
        (self, tens)
    }

    /// Quotient and rest by a divisor above zero.
    pub(super) fn divided(&self, divisor: &Self) -> (Self, Self) {
        if let [digit, 0, 0, 0, 0, 0, 0, 0] = divisor.0 {
            let (quotient, rest) = self.divided_by_digit(digit);
            return (quotient, Self::of(u64::from(rest)));
        }
        if let (Some(number), Some(divisor)) = (self.small(), divisor.small()) {
            return (Self::of(number / divisor), Self::of(number % divisor));
        }
        // Bit by bit: what is shifted out of the number goes into the rest, the quotient takes its place.
        let (mut quotient, mut rest) = (*self, Self::ZERO);
        for _ in 0..u32::BITS * 8 {
            let bit = quotient.doubled(0);
            rest.doubled(bit);
            if rest >= *divisor {
                rest = rest.minus(divisor);
                quotient.0[0] |= 1;
            }
        }
        (quotient, rest)
    }

    /// Quotient and rest by a divisor of one digit above zero.
    pub(super) fn divided_by_digit(mut self, divisor: u32) -> (Self, u32) {
        let mut rest = 0;
        for digit in self.0.iter_mut().rev() {
            let part = u64::from(rest) << 32 | u64::from(*digit);
            *digit = low(part / u64::from(divisor));
            rest = low(part % u64::from(divisor));
        }
        (self, rest)
    }

    /// The greatest common divisor with a number above zero; at least 1.
    pub(super) fn common_divisor(mut self, mut other: Self) -> Self {
        while other != Self::ZERO {
            (self, other) = (other, self.divided(&other).1);
        }
        self
    }

    /// Shifts a bit in at the low end and returns the one that falls out at the high end.
    fn doubled(&mut self, mut bit: u32) -> u32 {
        for digit in &mut self.0 {
            let out = *digit >> 31;
            *digit = *digit << 1 | bit;
            bit = out;
        }
        bit
    }

    fn within(self) -> Option<Self> {
        (self.0[7] >> 31 == 0).then_some(self)
    }
}

impl Ord for Wide {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }
}

impl PartialOrd for Wide {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the low half is what is asked for")]
const fn low(wide: u64) -> u32 {
    wide as u32
}

//! Whole numbers of up to 255 bits, as [`super::Exact`] needs them: few operations, each in place and a short loop over
//! the digits.

use std::cmp::Ordering;

/// A whole number below 2²⁵⁵: its digits of 32 bits, lowest first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Wide([u32; 8]);

/// Zeros of the largest power of ten of 64 bits.
const MOST_ZEROS: u32 = 19;

impl Wide {
    pub(super) const ZERO: Self = Self::of(0);
    pub(super) const ONE: Self = Self::of(1);

    pub(super) const fn of(small: u64) -> Self {
        Self([low(small), low(small >> 32), 0, 0, 0, 0, 0, 0])
    }

    /// The number, if it fits 64 bits, as nearly all do.
    pub(super) fn small(&self) -> Option<u64> {
        let [first, second, rest @ ..] = self.0;
        (rest == [0; 6]).then_some(u64::from(second) << 32 | u64::from(first))
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0 == [0; 8]
    }

    /// Adds a number; says whether the sum fits.
    pub(super) fn add(&mut self, other: &Self) -> bool {
        let mut carry = 0;
        for (digit, more) in self.0.iter_mut().zip(other.0) {
            carry += u64::from(*digit) + u64::from(more);
            *digit = low(carry);
            carry >>= 32;
        }
        self.fits()
    }

    /// Subtracts a number that is not larger.
    pub(super) fn subtract(&mut self, other: &Self) {
        let mut borrow = 0;
        for (digit, less) in self.0.iter_mut().zip(other.0) {
            let left = u64::from(*digit).wrapping_sub(u64::from(less) + borrow);
            *digit = low(left);
            borrow = left >> 63;
        }
    }

    /// Multiplies by a number; says whether the product fits.
    pub(super) fn multiply(&mut self, other: &Self) -> bool {
        if let (Some(one), Some(other)) = (self.small(), other.small())
            && let Some(product) = one.checked_mul(other)
        {
            *self = Self::of(product);
            return true;
        }
        let factors = std::mem::replace(self, Self::ZERO).0;
        for (place, factor) in factors.into_iter().enumerate().filter(|(_, factor)| *factor != 0) {
            let mut carry = 0;
            for (into, digit) in self.0.iter_mut().skip(place).zip(other.0) {
                carry += u64::from(*into) + u64::from(digit) * u64::from(factor);
                *into = low(carry);
                carry >>= 32;
            }
            if carry != 0 || other.0.iter().rev().take(place).any(|beyond| *beyond != 0) {
                return false;
            }
        }
        self.fits()
    }

    /// Puts so many zeros behind it; says whether it still fits.
    pub(super) fn add_zeros(&mut self, mut zeros: u32) -> bool {
        while zeros > 0 {
            let some = zeros.min(MOST_ZEROS);
            if !self.multiply(&Self::of(10_u64.pow(some))) {
                return false;
            }
            zeros -= some;
        }
        true
    }

    /// Takes away the zeros at its end, at most so many; says how many there were.
    pub(super) fn take_zeros(&mut self, most: u32) -> u32 {
        let mut zeros = 0;
        if let Some(mut small) = self.small() {
            while zeros < most && small.is_multiple_of(10) {
                small /= 10;
                zeros += 1;
            }
            *self = Self::of(small);
            return zeros;
        }
        let mut shorter = *self;
        while zeros < most && shorter.divide_by_digit(10) == 0 {
            *self = shorter;
            zeros += 1;
        }
        zeros
    }

    /// Divides by a number above zero, rounding down; gives the rest.
    pub(super) fn divide(&mut self, divisor: &Self) -> Self {
        if let (Some(number), Some(divisor)) = (self.small(), divisor.small()) {
            *self = Self::of(number / divisor);
            return Self::of(number % divisor);
        }
        if let [digit, 0, 0, 0, 0, 0, 0, 0] = divisor.0 {
            return Self::of(u64::from(self.divide_by_digit(digit)));
        }
        // Bit by bit: what is shifted out of the number goes into the rest, the quotient takes its place.
        let mut rest = Self::ZERO;
        for _ in 0..u32::BITS * 8 {
            let bit = self.double(0);
            rest.double(bit);
            if rest >= *divisor {
                rest.subtract(divisor);
                self.0[0] |= 1;
            }
        }
        rest
    }

    /// Divides by a number of one digit above zero; gives the rest.
    pub(super) fn divide_by_digit(&mut self, divisor: u32) -> u32 {
        let mut rest = 0;
        for digit in self.0.iter_mut().rev() {
            let part = u64::from(rest) << 32 | u64::from(*digit);
            *digit = low(part / u64::from(divisor));
            rest = low(part % u64::from(divisor));
        }
        rest
    }

    /// The greatest common divisor with a number above zero; at least 1.
    pub(super) fn common_divisor(mut self, mut other: Self) -> Self {
        while !other.is_zero() {
            let rest = self.divide(&other);
            self = std::mem::replace(&mut other, rest);
        }
        self
    }

    /// Shifts a bit in at the low end and returns the one that falls out at the high end.
    fn double(&mut self, mut bit: u32) -> u32 {
        for digit in &mut self.0 {
            let out = *digit >> 31;
            *digit = *digit << 1 | bit;
            bit = out;
        }
        bit
    }

    fn fits(&self) -> bool {
        self.0[7] >> 31 == 0
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

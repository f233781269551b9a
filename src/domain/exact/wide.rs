//! 256-bit integers, as [`super::Exact`] needs them.

use ethnum::I256;

/// The product, or `None` beyond 256 bits. Nearly all numbers fit 64 bits, where a wide multiplication is wasted.
pub(super) fn times(left: I256, right: I256) -> Option<I256> {
    match (i64::try_from(left), i64::try_from(right)) {
        (Ok(left), Ok(right)) => Some(I256::from(i128::from(left) * i128::from(right))),
        _ => left.checked_mul(right),
    }
}

/// The quotient rounded down, by a divisor above zero.
pub(super) fn floor_of(number: I256, divisor: I256) -> I256 {
    if let (Ok(number), Ok(divisor)) = (i64::try_from(number), i64::try_from(divisor)) {
        return I256::from(number.div_euclid(divisor));
    }
    match (i128::try_from(number), i128::try_from(divisor)) {
        (Ok(number), Ok(divisor)) => I256::from(number.div_euclid(divisor)),
        _ => number.div_euclid(divisor),
    }
}

pub(super) fn power_of_ten(exponent: u32) -> Option<I256> {
    match 10_i64.checked_pow(exponent) {
        Some(power) => Some(I256::from(power)),
        None => I256::from(10).checked_pow(exponent),
    }
}

/// The number without its trailing zeros, and how many there were.
pub(super) fn without_tens(mut number: i64) -> (i64, u32) {
    let mut tens = 0;
    while number != 0 && number % 10 == 0 {
        number /= 10;
        tens += 1;
    }
    (number, tens)
}

/// The greatest common divisor of a number and one above zero; at least 1.
pub(super) fn common_divisor(mut a: I256, mut b: I256) -> I256 {
    if b == I256::ONE {
        return b;
    }
    while b != I256::ZERO {
        if let (Ok(small_a), Ok(small_b)) = (u64::try_from(a), u64::try_from(b)) {
            return I256::from(small_common_divisor(small_a, small_b));
        }
        (a, b) = (b, a % b);
    }
    a
}

fn small_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

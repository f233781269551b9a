//! Decimal numbers as people write them: read from their text, kept with the digits they were written with.

use std::cmp::Ordering;
use std::fmt;

use super::exact::Exact;

/// A non-negative or negative decimal number with the number of fractional digits it was written with.
///
/// `1.50` stays `1.50`: two decimals are equal only when they were written alike. Compare values through [`Exact`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Decimal {
    mantissa: i64,
    places: u8,
}

/// Why a text is not a decimal number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DecimalFault {
    /// Nothing was written.
    Empty,
    /// Something other than digits and one decimal point, for instance `abc`, `1,5` or `1e3`.
    NotANumber,
    /// More fractional digits than the caller allows.
    TooManyPlaces,
    /// More digits than any quantity here can need (18 in all).
    TooLong,
}

/// Fractional digits accepted in an activity.
pub const INPUT_PLACES: u8 = 6;

const MOST_DIGITS: usize = 18;

impl Decimal {
    /// Zero, written `0`.
    pub const ZERO: Self = Self { mantissa: 0, places: 0 };

    /// Reads a decimal with at most `places` fractional digits.
    ///
    /// Full-width digits, points and minus signs (`１２．５`) are read as their ASCII forms, and surrounding white
    /// space is ignored; separators, exponents and plus signs are refused rather than guessed at.
    pub fn parse(text: &str, places: u8) -> Result<Self, DecimalFault> {
        let mut mantissa: i64 = 0;
        let mut digits = 0_usize;
        let mut significant = 0_usize;
        let mut fraction: Option<u8> = None;
        let mut negative = false;
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(DecimalFault::Empty);
        }
        for (index, character) in trimmed.chars().map(ascii_form).enumerate() {
            match character {
                '-' if index == 0 => negative = true,
                '.' if fraction.is_none() => fraction = Some(0),
                '0'..='9' => {
                    digits += 1;
                    let digit = i64::from(u32::from(character) - u32::from('0'));
                    if significant > 0 || digit != 0 {
                        significant += 1;
                    }
                    if significant > MOST_DIGITS {
                        return Err(DecimalFault::TooLong);
                    }
                    mantissa = mantissa * 10 + digit;
                    if let Some(written) = fraction {
                        if written >= places {
                            return Err(DecimalFault::TooManyPlaces);
                        }
                        fraction = Some(written + 1);
                    }
                }
                _ => return Err(DecimalFault::NotANumber),
            }
        }
        if digits == 0 || fraction == Some(0) {
            return Err(DecimalFault::NotANumber);
        }
        Ok(Self { mantissa: if negative { -mantissa } else { mantissa }, places: fraction.unwrap_or(0) })
    }

    /// The same number without a rounding, for arithmetic.
    pub fn exact(self) -> Exact {
        let (mut mantissa, mut places) = (self.mantissa, self.places);
        while places > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            places -= 1;
        }
        Exact::from_decimal_parts(mantissa, places)
    }

    /// Whether it has no fraction; `3.0` has none.
    pub fn is_whole(self) -> bool {
        self.mantissa % power_of_ten(self.places) == 0
    }

    /// How it stands to a whole number.
    pub(super) fn cmp_whole(self, whole: i64) -> Ordering {
        self.mantissa.cmp(&whole.saturating_mul(power_of_ten(self.places)))
    }

    /// Whether it is not above so many tenths.
    pub(super) fn is_within_tenths(self, tenths: i64) -> bool {
        match self.places.checked_sub(1) {
            Some(beyond) => self.mantissa <= tenths.saturating_mul(power_of_ten(beyond)),
            None => self.mantissa <= tenths / 10,
        }
    }

    /// Whether the number is above zero.
    pub fn is_positive(self) -> bool {
        self.mantissa > 0
    }

    /// Whether the number is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }
}

impl From<u32> for Decimal {
    fn from(whole: u32) -> Self {
        Self { mantissa: i64::from(whole), places: 0 }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&Exact::decimal_form(self.mantissa, self.places))
    }
}

/// Of a decimal's places, 18 at most, it always fits.
fn power_of_ten(places: u8) -> i64 {
    10_i64.saturating_pow(u32::from(places))
}

/// The ASCII form of a digit, point or minus sign typed with a Chinese input method; other characters unchanged.
pub fn ascii_form(character: char) -> char {
    match character {
        '０'..='９' => char::from_u32(u32::from(character) - u32::from('０') + u32::from('0')).unwrap_or(character),
        '．' | '。' => '.',
        '－' | '−' => '-',
        '：' => ':',
        '／' => '/',
        _ => character,
    }
}

//! Exact numbers as text.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Exact;
use super::wide::Wide;

/// Most decimals of a number written without a fraction.
const MOST_PLACES: u8 = 24;

impl Exact {
    /// The number with exactly as many decimals as it needs, when it has a finite decimal form of at most `most_places`.
    pub fn terminating(self, most_places: u8) -> Option<String> {
        let Self { negative, numerator, denominator, mut places } = self.reduced();
        let (mut number, mut rest) = numerator.divided(&denominator);
        while rest != Wide::ZERO && places < u32::from(most_places) {
            let (digit, left) = rest.with_tens(1)?.divided(&denominator);
            number = number.with_tens(1)?.plus(&digit)?;
            rest = left;
            places += 1;
        }
        (rest == Wide::ZERO && places <= u32::from(most_places)).then(|| decimal_text(negative, number, places))
    }

    /// The number rounded half up to `places` decimals, for display only.
    pub fn rounded_text(self, places: u8) -> String {
        let places = u32::from(places);
        let reduced = self.reduced();
        let rounded = || {
            let scaled = Self { numerator: reduced.numerator.with_tens(places)?, ..reduced };
            scaled.add(Self::HALF).ok()?.whole_below()
        };
        match rounded() {
            Some((negative, number)) => decimal_text(negative, number, places),
            None => self.to_string(),
        }
    }

    /// The decimal form of a number of so many decimals.
    pub(in crate::domain) fn decimal_form(mantissa: i64, places: u8) -> String {
        decimal_text(mantissa < 0, Wide::of(mantissa.unsigned_abs()), u32::from(places))
    }
}

/// A finite decimal as such (`71.5`), anything else as a fraction in lowest terms (`5600/31`).
impl fmt::Display for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(text) = self.terminating(MOST_PLACES) {
            return formatter.write_str(&text);
        }
        let reduced = self.reduced();
        let denominator = reduced.over().unwrap_or(reduced.denominator);
        let Self { negative, numerator, denominator, .. } = Self { denominator, places: 0, ..reduced }.reduced();
        formatter.write_str(&decimal_text(negative, numerator, 0))?;
        formatter.write_str("/")?;
        formatter.write_str(&decimal_text(false, denominator, 0))
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn decimal_text(negative: bool, mut number: Wide, places: u32) -> String {
    let mut reversed = String::new();
    let mut written = 0;
    while written <= places || number != Wide::ZERO {
        if written == places && places > 0 {
            reversed.push('.');
        }
        let (rest, digit) = number.divided_by_digit(10);
        reversed.extend(char::from_digit(digit, 10));
        number = rest;
        written += 1;
    }
    if negative {
        reversed.push('-');
    }
    reversed.chars().rev().collect()
}

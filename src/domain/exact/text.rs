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
        let most = u32::from(most_places);
        let Self { negative, mut numerator, denominator, mut places } = self.reduced();
        let mut rest = numerator.divide(&denominator);
        while !rest.is_zero() && places < most {
            if !rest.add_zeros(1) || !numerator.add_zeros(1) {
                return None;
            }
            let left = rest.divide(&denominator);
            numerator.add(&rest);
            rest = left;
            places += 1;
        }
        (rest.is_zero() && places <= most).then(|| decimal_text(negative, numerator, places))
    }

    /// The number rounded half up to `places` decimals, for display only.
    pub fn rounded_text(self, places: u8) -> String {
        let places = u32::from(places);
        let (mut scaled, mut half) = (self.reduced(), Self::HALF);
        if scaled.numerator.add_zeros(places) && scaled.add_in_place(&mut half) && scaled.lower_to_whole() {
            decimal_text(scaled.negative, scaled.numerator, places)
        } else {
            self.to_string()
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
        let mut fraction = self.reduced();
        if fraction.denominator.add_zeros(fraction.places) {
            fraction.places = 0;
        }
        let Self { negative, numerator, denominator, .. } = fraction.reduced();
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
    while written <= places || !number.is_zero() {
        if written == places && places > 0 {
            reversed.push('.');
        }
        reversed.extend(char::from_digit(number.divide_by_digit(10), 10));
        written += 1;
    }
    if negative {
        reversed.push('-');
    }
    reversed.chars().rev().collect()
}

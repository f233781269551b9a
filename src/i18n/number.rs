//! Numbers for people: grouped, in the unit they are best read in, and adding up on screen.
//!
//! Everything is rounded half up by its size, so that a reversal reads as its entry with a minus sign.

use super::Language;
use crate::domain::exact::Exact;

/// A number and its unit, ready to be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Amount {
    /// The digits, grouped, with a true minus sign.
    pub number: String,
    /// The unit.
    pub unit: &'static str,
}

/// A unit of mass in which a whole column can be shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum MassUnit {
    /// Milligrams.
    Milligram,
    /// Whole grams.
    Gram,
    /// Kilograms with two decimals.
    Kilogram,
}

/// From here on whole grams would read 1000.
const KILOGRAMS_FROM: u64 = 999_500;
/// From here on tenths of a gram would read 100.0.
const WHOLE_GRAMS_FROM: u64 = 99_950;
/// Below this tenths of a gram would read 0.0.
const TENTHS_FROM: u64 = 50;

impl MassUnit {
    /// The unit in which all of these (milligrams) can stand in one column: kilograms as soon as one needs them.
    pub fn of_column(amounts: &[i64]) -> Self {
        let largest = amounts.iter().map(|mg| mg.unsigned_abs()).max().unwrap_or(0);
        if largest < KILOGRAMS_FROM { Self::Gram } else { Self::Kilogram }
    }

    /// The smallest difference, in milligrams, that is seen in this unit: the step for [`parts_adding_up`].
    pub fn step(self) -> i64 {
        match self {
            Self::Milligram => 1,
            Self::Gram => 1_000,
            Self::Kilogram => 10_000,
        }
    }

    fn name(self, language: Language) -> &'static str {
        match self {
            Self::Milligram => language.pick("毫克", "mg"),
            Self::Gram => language.pick("克", "g"),
            Self::Kilogram => language.pick("千克", "kg"),
        }
    }
}

/// CO2: grams up to 999 g, then kilograms with two decimals.
///
/// Below 100 g a tenth of a gram is shown if there is one, and an amount that is not zero never reads as zero.
pub fn carbon(mg: i64, language: Language) -> Amount {
    let size = mg.unsigned_abs();
    if size >= KILOGRAMS_FROM {
        return carbon_in(mg, MassUnit::Kilogram, language);
    }
    let places = match size {
        0 | WHOLE_GRAMS_FROM.. => 0,
        TENTHS_FROM.. => 1,
        _ => 3,
    };
    let mut number = fixed(mg, 3, places);
    if let Some(whole) = number.strip_suffix(".0") {
        number.truncate(whole.len());
    }
    Amount { number, unit: MassUnit::Gram.name(language) }
}

/// CO2 in a given unit, for a column whose numbers share it: whole milligrams and grams, kilograms with two decimals.
pub fn carbon_in(mg: i64, unit: MassUnit, language: Language) -> Amount {
    let number = match unit {
        MassUnit::Milligram => points(mg),
        MassUnit::Gram => fixed(mg, 3, 0),
        MassUnit::Kilogram => fixed(mg, 6, 2),
    };
    Amount { number, unit: unit.name(language) }
}

/// A column of CO2 and its total in one unit; the numbers shown add up to the total shown.
pub fn carbon_column(parts: &[i64], language: Language) -> (Vec<Amount>, Amount) {
    let total = parts.iter().fold(0, |sum: i64, part| sum.saturating_add(*part));
    let mut unit = MassUnit::of_column(parts).max(MassUnit::of_column(&[total]));
    // Two decimals of a kilogram would make a shopping bag's five grams ten.
    if unit == MassUnit::Kilogram && parts.iter().any(|part| (1..100_000).contains(&part.unsigned_abs())) {
        unit = MassUnit::Gram;
    }
    let rounded = parts_adding_up(parts, unit.step());
    let shown = rounded.into_iter().map(|part| carbon_in(part, unit, language)).collect();
    (shown, carbon_in(total, unit, language))
}

/// A column of pollutant equivalents and its total, with as many decimals as its smallest part needs to be seen; the
/// numbers shown add up to the total shown.
pub fn equivalents_column(parts: &[i64]) -> (Vec<String>, String) {
    let total = parts.iter().fold(0, |sum: i64, part| sum.saturating_add(*part));
    let tiny = parts.iter().any(|part| (1..100_000).contains(&part.unsigned_abs()));
    let places = if tiny { 6 } else { 3 };
    let shown = |upe: i64| if upe == 0 { "0".to_owned() } else { fixed(upe, 6, places) };
    let rounded = parts_adding_up(parts, if tiny { 1 } else { 1_000 });
    (rounded.into_iter().map(shown).collect(), shown(total))
}

/// VOC: milligrams below 1 g, then like [`carbon`].
pub fn voc(mg: i64, language: Language) -> Amount {
    if mg.unsigned_abs() < 1_000 { carbon_in(mg, MassUnit::Milligram, language) } else { carbon(mg, language) }
}

/// NOx, like [`voc`].
pub fn nox(mg: i64, language: Language) -> Amount {
    voc(mg, language)
}

/// Pollutant equivalents from millionths: three decimals, and below a tenth as many as show three digits.
pub fn pollutant_equivalents(upe: i64) -> String {
    let places = match upe.unsigned_abs() {
        0 => 0,
        1..1_000 => 6,
        1_000..10_000 => 5,
        10_000..100_000 => 4,
        _ => 3,
    };
    let number = fixed(upe, 6, places);
    let bytes = number.as_bytes();
    // Zeros beyond the third decimal say nothing.
    let spare = usize::from(places).saturating_sub(3);
    let zeros = bytes.iter().rev().take(spare).take_while(|digit| **digit == b'0').count();
    number.get(..number.len() - zeros).unwrap_or(&number).to_owned()
}

/// Whole points.
pub fn points(points: i64) -> String {
    fixed(points, 0, 0)
}

/// A number of a calculation, and whether it is all of it: a finite decimal with every digit, any other number with
/// six decimals (six digits that count, if it is below one tenth).
pub fn exact(value: Exact, _language: Language) -> (String, bool) {
    const MOST_PLACES: u8 = 12;
    if let Some(text) = value.terminating(MOST_PLACES) {
        return (grouped(&text), true);
    }
    let mut places = 6;
    let mut text = value.rounded_text(places);
    while places < 24 && significant(&text) < 6 {
        places += 1;
        text = value.rounded_text(places);
    }
    (grouped(&text), false)
}

/// Digits after the leading zeros.
fn significant(text: &str) -> usize {
    text.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count()
}

/// Groups the whole part of a plain decimal number by thousands; its digits stay as they are written.
pub fn grouped(plain: &str) -> String {
    let (whole, fraction) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut left = whole.bytes().filter(u8::is_ascii_digit).count();
    let mut text = String::with_capacity(plain.len() + left / 3 + 2);
    for character in whole.chars() {
        text.push(if character == '-' { '\u{2212}' } else { character });
        if character.is_ascii_digit() {
            left -= 1;
            if left > 0 && left.is_multiple_of(3) {
                text.push(',');
            }
        }
    }
    text.push_str(fraction);
    text
}

/// Rounds each part to a multiple of `step` so that the rounded parts sum exactly to the rounded total.
///
/// The total is rounded half up by its size. The parts with the largest remainders take what is missing, the earlier
/// one first among equals; each stays within one step of its own value. Turning every sign turns every result's sign.
pub fn parts_adding_up(parts: &[i64], step: i64) -> Vec<i64> {
    if step <= 1 {
        return parts.to_vec();
    }
    // Whole steps below each part, or above it if the total is negative, and what each then lacks: less than a step.
    let sum = |numbers: &[i64]| numbers.iter().fold(0_i64, |sum, number| sum.saturating_add(*number));
    let mut steps: Vec<i64> = parts.iter().map(|part| part.div_euclid(step)).collect();
    let mut rests: Vec<i64> = parts.iter().map(|part| part.rem_euclid(step)).collect();
    let negative = sum(&steps).saturating_add(sum(&rests).div_euclid(step)) < 0;
    if negative {
        for (whole, rest) in steps.iter_mut().zip(&mut rests).filter(|(_, rest)| **rest > 0) {
            *whole += 1;
            *rest = step - *rest;
        }
    }
    let lacking = sum(&rests);
    let missing = lacking / step + i64::from(lacking % step >= step - lacking % step);
    let mut order: Vec<(i64, usize)> = rests.iter().enumerate().map(|(index, rest)| (-rest, index)).collect();
    order.sort_unstable();
    for (_, index) in order.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        if let Some(whole) = steps.get_mut(index) {
            *whole += if negative { -1 } else { 1 };
        }
    }
    steps.into_iter().map(|whole| whole.saturating_mul(step)).collect()
}

/// `amount ÷ 10^scale` with that many decimals (at most `scale`), rounded half up by its size, grouped.
pub(super) fn fixed(amount: i64, scale: u8, places: u8) -> String {
    let dropped = 10_u64.pow(u32::from(scale.saturating_sub(places)));
    let size = amount.unsigned_abs();
    // Half of an even divisor or, of one, nothing.
    let rounded = size / dropped + u64::from(size % dropped >= dropped.div_ceil(2) && dropped > 1);
    let unit = 10_u64.pow(u32::from(places));
    let mut text = String::new();
    if amount < 0 && rounded > 0 {
        text.push('-');
    }
    text.push_str(&(rounded / unit).to_string());
    if places > 0 {
        text.push('.');
        let decimals = (rounded % unit).to_string();
        for _ in decimals.len()..usize::from(places) {
            text.push('0');
        }
        text.push_str(&decimals);
    }
    grouped(&text)
}

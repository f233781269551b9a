//! Numbers for people: grouped, in the unit they are best read in, and adding up on screen.

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

const MILLIGRAMS_IN_GRAM: i64 = 1_000;
const MILLIGRAMS_IN_KILOGRAM: i64 = 1_000_000;

/// CO2: grams up to 999 g, then kilograms with two decimals.
pub fn carbon(mg: i64, language: Language) -> Amount {
    mass(mg, language)
}

/// VOC: milligrams below 1 g, grams up to 999 g, then kilograms with two decimals.
pub fn voc(mg: i64, language: Language) -> Amount {
    small_mass(mg, language)
}

/// NOx, like [`voc`].
pub fn nox(mg: i64, language: Language) -> Amount {
    small_mass(mg, language)
}

/// Pollutant equivalents from millionths, with three decimals.
pub fn pollutant_equivalents(upe: i64) -> String {
    fixed(upe, 1_000_000, 3)
}

/// Whole points.
pub fn points(points: i64) -> String {
    grouped(&signed(points, &points.unsigned_abs().to_string()))
}

/// A number of a calculation: every digit if that is at most six decimals, else rounded to six. The flag says whether
/// it is all of it.
pub fn exact(value: Exact, _language: Language) -> (String, bool) {
    match value.terminating(6) {
        Some(text) => (grouped(&text.replace('-', "\u{2212}")), true),
        None => (grouped(&value.rounded_text(6).replace('-', "\u{2212}")), false),
    }
}

/// Groups the whole part of a plain decimal number by thousands; its decimals stay as they are written.
pub fn grouped(plain: &str) -> String {
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(whole, fraction)| (whole, Some(fraction)));
    let digits = whole.chars().filter(char::is_ascii_digit).count();
    let mut text = String::with_capacity(plain.len() + digits / 3 + 1);
    let mut left = digits;
    for character in whole.chars() {
        text.push(character);
        if character.is_ascii_digit() {
            left -= 1;
            if left > 0 && left.is_multiple_of(3) {
                text.push(',');
            }
        }
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// Rounds each part to a multiple of `step` so that the rounded parts sum exactly to the rounded total (halves up):
/// the parts with the largest remainders are rounded up, the earlier one first among equals.
pub fn parts_adding_up(parts: &[i64], step: i64) -> Vec<i64> {
    if step <= 1 {
        return parts.to_vec();
    }
    let down: Vec<i64> = parts.iter().map(|part| part.div_euclid(step)).collect();
    let total: i64 = parts.iter().sum();
    let rounded_total = (2 * total + step).div_euclid(2 * step);
    let missing = usize::try_from(rounded_total - down.iter().sum::<i64>()).unwrap_or(0);
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(parts.get(*index).map_or(0, |part| part.rem_euclid(step))));
    let up: Vec<usize> = order.into_iter().take(missing).collect();
    down.iter().enumerate().map(|(index, whole)| (whole + i64::from(up.contains(&index))) * step).collect()
}

fn small_mass(mg: i64, language: Language) -> Amount {
    if mg.abs() < MILLIGRAMS_IN_GRAM {
        return Amount { number: points(mg), unit: language.pick("毫克", "mg") };
    }
    mass(mg, language)
}

fn mass(mg: i64, language: Language) -> Amount {
    // 999.5 g would be shown as 1000 g, so it is already told in kilograms.
    if mg.abs() < 999 * MILLIGRAMS_IN_GRAM + MILLIGRAMS_IN_GRAM / 2 {
        let places = u32::from(mg.abs() < 100 * MILLIGRAMS_IN_GRAM && mg % MILLIGRAMS_IN_GRAM != 0);
        return Amount { number: fixed(mg, MILLIGRAMS_IN_GRAM, places), unit: language.pick("克", "g") };
    }
    Amount { number: fixed(mg, MILLIGRAMS_IN_KILOGRAM, 2), unit: language.pick("千克", "kg") }
}

/// `amount ÷ unit` with that many decimals, the magnitude rounded half up.
fn fixed(amount: i64, unit: i64, places: u32) -> String {
    let scale = 10_i128.pow(places);
    let (magnitude, unit) = (i128::from(amount.unsigned_abs()) * scale, i128::from(unit));
    let scaled = (2 * magnitude + unit) / (2 * unit);
    let mut text = (scaled / scale).to_string();
    if places > 0 {
        text.push('.');
        let decimals = (scaled % scale).to_string();
        text.extend(std::iter::repeat_n('0', usize::try_from(places).unwrap_or(0).saturating_sub(decimals.len())));
        text.push_str(&decimals);
    }
    grouped(&signed(if scaled == 0 { 0 } else { amount }, &text))
}

fn signed(amount: i64, magnitude: &str) -> String {
    if amount < 0 { format!("\u{2212}{magnitude}") } else { magnitude.to_owned() }
}

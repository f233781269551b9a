//! What the numbers are measured in that a public screen asks for.

use super::{Language, Text};
use crate::domain::draft::Draft;

/// The unit of the number at a path of a draft, as far as it was answered; empty if it has none.
pub fn measured_in<'a>(path: &str, draft: &'a Draft, language: Language) -> &'a str {
    let t = Text::of(language);
    match path {
        "legs[0].km" => language.pick("公里", "km"),
        "engine_litres" => language.pick("升", "L"),
        "hours" => t.kiosk_day_unit(),
        "usage" | "baseline_usage" => match draft.text("utility") {
            "electricity" => language.pick("度", "kWh"),
            "water" => language.pick("吨", "m³"),
            _ => language.pick("立方米", "m³"),
        },
        "amount" => match draft.text("unit") {
            "L" => language.pick("升", "L"),
            "kg" => language.pick("公斤", "kg"),
            "g" => language.pick("克", "g"),
            other => other,
        },
        "voc" => match draft.text("voc_unit") {
            "percent" => "%",
            "g/L" => language.pick("克/升", "g/L"),
            "g/kg" => language.pick("克/公斤", "g/kg"),
            other => other,
        },
        "count" => language.pick("次", "times"),
        "kg" => language.pick("公斤", "kg"),
        _ => "",
    }
}

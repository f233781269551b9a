//! Words and numbers in both languages.

mod calendar;
mod facts;
mod filled;
mod limit;
mod name;
mod number;
mod reason;
mod source;

use carbon_points::i18n::Language::{self, En, Zh};

const BOTH: [Language; 2] = [Zh, En];

/// Every field of the contract, at the top or in a leg.
const FIELDS: &[&str] = &[
    "kind",
    "date",
    "id",
    "evidence",
    "merchant",
    "note",
    "legs",
    "hours",
    "power",
    "engine_litres",
    "alert",
    "utility",
    "start",
    "end",
    "usage",
    "baseline_usage",
    "baseline_days",
    "annual_usage",
    "boiler_heating",
    "has_pv",
    "meter",
    "serial",
    "floor_area_m2",
    "coats",
    "dwelling",
    "self_consumed_kwh",
    "appliance",
    "cooling_kw",
    "apf",
    "replaced_apf",
    "annual_kwh",
    "replaced_annual_kwh",
    "annual_m3",
    "efficiency",
    "replaced_efficiency",
    "category",
    "amount",
    "unit",
    "voc",
    "voc_unit",
    "basis",
    "mode",
    "displaced",
    "displaced_amount",
    "density_kg_per_l",
    "water_percent",
    "litres",
    "time",
    "action",
    "count",
    "kg",
    "days",
    "legs[0]",
    "legs[1].mode",
    "legs[1].km",
    "legs[1].replaced_petrol_car",
    "legs[1].instead_of_car",
];

/// A text is clean: filled, without leftovers of its template, in one language, with balanced quotation marks.
fn check_text(text: &str, language: Language, what: &str) {
    assert!(!text.trim().is_empty(), "{what}: empty");
    assert_eq!(text.trim(), text, "{what}: white space around");
    for left in
        ["TODO", "  ", "#", "@", "^", "|", "「」", "\u{201c}\u{201d}", "。。", "..", "，。", "（）", "()", " 。", " ，"]
    {
        assert!(!text.contains(left), "{what}: {left:?} in {text}");
    }
    let count = |mark: char| text.chars().filter(|character| *character == mark).count();
    match language {
        Zh => {
            assert!(!text.contains(['"', '\'', '\u{201c}', '\u{201d}']), "{what}: foreign quotation marks in {text}");
            assert_eq!(count('「'), count('」'), "{what}: {text}");
        }
        En => {
            let chinese = |character: char| ('\u{3000}'..='\u{9fff}').contains(&character);
            assert!(!text.contains(chinese), "{what}: Chinese in {text}");
            assert_eq!(count('\u{201c}'), count('\u{201d}'), "{what}: {text}");
            let first = text.chars().next().unwrap();
            assert!(!first.is_ascii_lowercase(), "{what}: begins small: {text}");
        }
    }
}

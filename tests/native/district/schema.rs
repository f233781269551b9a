//! The published JSON Schemas: generated from what the loader reads with, and of one mind with it.

use std::collections::BTreeSet;

use carbon_points::domain::district::{District, SHIPPED};
use carbon_points::domain::json::Json;
use carbon_points::domain::rulebook::{BEIJING_2026_11, PUBLISHED, schema};
use jsonschema::Validator;
use serde_json::Value;

use crate::damage::{put, rows};
use crate::rulebook;

/// What a schema can see: keys, types, words, and how ids, days, numbers and addresses are written.
const SEEN: &[&str] = &[
    "unsupported_schema",
    "unknown_key",
    "missing",
    "wrong_type",
    "empty",
    "unknown_word",
    "unknown_unit",
    "bad_decimal",
    "bad_date",
    "bad_id",
    "bad_link",
    "note_missing",
    "duplicate_id",
    "base_only",
];

/// Damage that is seen although its code is not, or the other way about.
const OTHERWISE: &[(&str, &str, bool)] = &[
    // Days that do not exist are a matter of the calendar.
    ("published", "\"2026-02-30\"", false),
    ("methods/bj-solar/from", "\"2021-02-29\"", false),
    // No amount is below zero, whatever its unit.
    ("parameters/water.tap/values/0/amount", "\"-0.168\"", true),
    ("policy/cap.actions_daily/values/0/amount", "\"-1\"", true),
    // Whole numbers are seen by their unit or their name; where they begin is not.
    ("parameters/level.1/values/0/amount", "\"9.5\"", true),
    ("parameters/cap.trips_daily/values/0/amount", "\"10.5\"", true),
    ("parameters/cap.actions_daily/values/0/amount", "\"10.5\"", true),
    ("parameters/cap.monthly/values/0/amount", "\"2999.9\"", true),
    ("parameters/award.night_refuelling_monthly/values/0/amount", "\"3.5\"", true),
    ("parameters/voc.repaint_span/values/0/amount", "\"60.5\"", true),
    ("parameters/voucher.appliance_days/values/0/amount", "\"0.5\"", true),
    ("parameters/cost.tree_donation/values/0/amount", "\"999.5\"", true),
    ("policy/cap.actions_daily/values/0/amount", "\"10.5\"", true),
    // These words are good elsewhere; here the grade must be policy.
    ("policy/cap.actions_daily/values/0/grade", "\"official\"", false),
    ("parameters/bonus.solana/values/0/grade", "\"press\"", false),
    ("parameters/cost.tree_donation/values/0/grade", "\"derived\"", false),
];

fn validator(schema: &Json) -> Validator {
    let schema: Value = serde_json::from_str(&schema.to_string()).expect("JSON");
    assert!(jsonschema::meta::is_valid(&schema), "the schema is one");
    jsonschema::validator_for(&schema).expect("a schema")
}

fn valid(validator: &Validator, text: &str) -> bool {
    validator.is_valid(&serde_json::from_str(text).expect("JSON"))
}

#[test]
fn a_schema_has_a_name_and_the_files_may_say_where_it_is() {
    let (by_rulebook, by_district) = (schema::rulebook(), District::schema());
    let id = |schema: &Json| schema.get("$id").and_then(Json::text).map(str::to_owned);
    assert_eq!(id(&by_rulebook).as_deref(), Some("urn:carbon-points:schema:rulebook"));
    assert_eq!(id(&by_district).as_deref(), Some("urn:carbon-points:schema:district"));
    let place = "\"../schema/district.json\"";
    assert!(valid(&validator(&by_district), &super::changed(|file| put(file, "$schema", place))));
    assert!(valid(&validator(&by_rulebook), &rulebook::changed(|book| put(book, "$schema", place))));
}

/// Each parameter of the shipped files that must be whole is refused with a half by both, and no other one is.
#[test]
fn whole_numbers_are_the_same_for_both() {
    let halves = |text: &str, section: &str, check: &dyn Fn(String) -> (bool, bool)| {
        let file: Value = serde_json::from_str(text).expect("JSON");
        for (place, entry) in file[section].as_array().expect("a list").iter().enumerate() {
            let mut halved = file.clone();
            let amount = entry["values"][0]["amount"].as_str().expect("a text").split('.').next().expect("digits");
            halved[section][place]["values"][0]["amount"] = format!("{amount}.5").into();
            let (refused, seen) = check(halved.to_string());
            let unit = entry["unit"].as_str().unwrap_or_default();
            // Ends of ranges and whose number it is are for the loader alone.
            let other = ["a", "1", "%", "month", "minute"].contains(&unit) || unit == "points/time";
            assert!(refused == seen || other && refused, "{section} {} {refused} {seen}", entry["id"]);
        }
    };
    let whole = |faults: Vec<String>| faults.iter().any(|fault| fault.ends_with("amount: out_of_range"));
    let by_rulebook = validator(&schema::rulebook());
    let check = |text: String| (whole(rulebook::faults(&text)), !valid(&by_rulebook, &text));
    halves(BEIJING_2026_11, "parameters", &check);
    let by_district = validator(&District::schema());
    let check = |text: String| (whole(super::faults(&text)), !valid(&by_district, &text));
    for section in ["policy", "parameters"] {
        halves(super::text("chaoyang"), section, &check);
        halves(super::text("xicheng"), section, &check);
    }
}

#[test]
fn every_shipped_file_is_valid() {
    for published in PUBLISHED {
        assert!(valid(&validator(&schema::rulebook()), published.text), "{}", published.file);
    }
    let districts = validator(&District::schema());
    for (id, text) in SHIPPED {
        assert!(valid(&districts, text), "{id}");
        assert!(!valid(&districts, BEIJING_2026_11));
        assert!(!valid(&validator(&schema::rulebook()), text));
    }
}

/// Every damage that the loader refuses, by whether the schema must refuse it too.
fn agree(validator: &Validator, changes: &'static str, damaged: impl Fn(&str, &str) -> String) {
    let mut seen = BTreeSet::new();
    for (place, what, code, _) in rows(changes) {
        let listed = OTHERWISE.iter().find(|(at, put, _)| (*at, *put) == (place, what));
        let expected = listed.map_or(SEEN.contains(&code), |(.., seen)| *seen);
        assert_eq!(!valid(validator, &damaged(place, what)), expected, "{place} {what} ({code})");
        seen.insert(code);
    }
    for code in ["unknown_key", "missing", "wrong_type", "unknown_word", "bad_decimal", "bad_date", "bad_id"] {
        assert!(seen.contains(code), "{code} is tried");
    }
}

#[test]
fn the_schema_of_rulebooks_agrees_with_the_loader() {
    let damaged = |place: &str, what: &str| rulebook::changed(|book| put(book, place, what));
    agree(&validator(&schema::rulebook()), rulebook::faults::CHANGES, damaged);
}

#[test]
fn the_schema_of_districts_agrees_with_the_loader() {
    let damaged = |place: &str, what: &str| super::changed(|file| put(file, place, what));
    agree(&validator(&District::schema()), super::faults::CHANGES, damaged);
}

/// Takes away every key of every object, one at a time: what the schema can do without, the loader can too.
#[test]
fn what_must_be_there_is_the_same_for_both() {
    let by_rulebook = validator(&schema::rulebook());
    let by_district = validator(&District::schema());
    let missing = |faults: Vec<String>| faults.iter().any(|fault| fault.ends_with(": missing"));
    let sections = ["", "methods", "sources", "parameters", "actions", "products", "displaced"];
    each_key(BEIJING_2026_11, &sections, |place| {
        let text = rulebook::changed(|book| put(book, place, "-"));
        let noted = rulebook::faults(&text).iter().any(|fault| fault.ends_with(": note_missing"));
        assert_eq!(!valid(&by_rulebook, &text), missing(rulebook::faults(&text)) || noted, "{place}");
    });
    let sections = ["", "sources", "policy", "parameters", "actions", "scenes", "merchants", "rewards"];
    each_key(super::text("chaoyang"), &sections, |place| {
        let text = super::changed(|file| put(file, place, "-"));
        let noted = super::faults(&text).iter().any(|fault| fault.ends_with(": note_missing"));
        assert_eq!(!valid(&by_district, &text), missing(super::faults(&text)) || noted, "{place}");
    });
}

/// The place of each key of the file, of the first two entries of each section, and of their labels and first values.
fn each_key(text: &str, sections: &[&str], check: impl Fn(&str)) {
    let file: Value = serde_json::from_str(text).expect("JSON");
    for section in sections {
        let objects: Vec<(String, &Value)> = match file[*section].as_array() {
            Some(entries) => {
                entries.iter().take(2).enumerate().map(|(at, entry)| (format!("{section}/{at}/"), entry)).collect()
            }
            None => vec![(String::new(), &file)],
        };
        for (place, object) in objects {
            keys(&place, object, &check);
        }
    }
}

fn keys(place: &str, object: &Value, check: &impl Fn(&str)) {
    for (key, value) in object.as_object().expect("an object") {
        check(&format!("{place}{key}"));
        match value {
            Value::Object(_) => keys(&format!("{place}{key}/"), value, check),
            Value::Array(_) if key == "values" => keys(&format!("{place}values/0/"), &value[0], check),
            _ => {}
        }
    }
}

//! A district publishes again: what is past stays as it was.

use serde_json::{Value, json};

use super::{changed, laid, text};
use crate::damage::put;

/// Chaoyang's next version, of 1 March 2027, changed further; where it rewrites the past.
fn next(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let next = changed(|file| {
        file["version"] = json!("2027.3");
        file["published"] = json!("2027-03-01");
        file["first_published"] = json!("2026-11-21");
        change(file);
    });
    let faults = laid(&next).rewritten_since(&laid(text("chaoyang")));
    faults.iter().map(ToString::to_string).collect()
}

fn told(path: &str, on: &str) -> String {
    format!(
        "{path}: says something else about {on} than the version before; what is past stays as it was, and may change \
         from 2027-03-01 on"
    )
}

/// Adds a value to a parameter of a section.
fn second_value(file: &mut Value, section: &str, id: &str, from: &str) {
    let entries = file[section].as_array_mut().expect("a list");
    let values = entries.iter_mut().find(|entry| entry["id"] == id).expect("the entry")["values"].as_array_mut();
    let values = values.expect("values");
    let mut later = values[0].clone();
    (later["from"], later["amount"]) = (json!(from), json!("60"));
    values.push(later);
}

#[test]
fn nothing_changed_rewrites_nothing() {
    assert_eq!(next(|_| {}), [""; 0]);
}

#[test]
fn a_number_may_change_from_the_day_of_publication_on() {
    for (section, id) in [("policy", "cap.actions_daily"), ("parameters", "bonus.solana")] {
        assert_eq!(next(|file| second_value(file, section, id, "2027-03-01")), [""; 0]);
        let day_before = next(|file| second_value(file, section, id, "2027-02-28"));
        assert_eq!(day_before, [told(&format!("parameters({id})"), "2027-02-28")]);
    }
    let other = next(|file| put(file, "policy/cap.actions_daily/values/0/amount", "\"81\""));
    assert_eq!(other, [told("parameters(cap.actions_daily)", "2026-11-21")]);
    let gone = next(|file| put(file, "policy/cap.actions_daily", "-"));
    assert_eq!(gone, [told("parameters(cap.actions_daily)", "2026-11-21")]);
}

#[test]
fn merchants_end_and_are_not_forgotten() {
    assert_eq!(next(|file| put(file, "merchants/solana/until", "\"2027-02-28\"")), [""; 0]);
    let shorter = next(|file| put(file, "merchants/solana/until", "\"2027-02-27\""));
    assert_eq!(shorter, [told("merchants(solana)", "2026-11-21")]);
    let fewer = next(|file| put(file, "merchants/solana/kinds", "[\"purchase\"]"));
    assert_eq!(fewer, [told("merchants(solana)", "2026-11-21")]);
    let copy = |from: &'static str| {
        next(move |file| {
            put(file, "merchants/+/id", "\"sanlitun\"");
            put(file, "merchants/sanlitun/from", &format!("\"{from}\""));
        })
    };
    assert_eq!(copy("2027-03-01"), [""; 0]);
    assert_eq!(copy("2027-02-28"), [told("merchants(sanlitun)", "2027-02-28")]);
}

#[test]
fn actions_stay() {
    let other = next(|file| put(file, "actions/cycling_day/counted_by", "\"kg\""));
    assert_eq!(other, [told("actions(cycling_day)", "2026-11-21")]);
}

#[test]
fn versions_come_one_after_the_other_and_agree_on_the_first() {
    let same_day = next(|file| file["published"] = json!("2026-11-21"));
    assert_eq!(same_day, ["published: 2026-11-21 is not later than the value before it (2026-11-21)"]);
    let other_first = next(|file| file["first_published"] = json!("2026-11-01"));
    assert_eq!(other_first, [told("first_published", "2026-11-01")]);
}

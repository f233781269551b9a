//! Districts' overlays: the shipped ones, what an overlay can and cannot do, and the published JSON Schemas.

mod cli;
mod faults;
mod history;
mod hostile;
mod overlay;
mod schema;
mod shipped;

use carbon_points::domain::district::{District, shipped};
use carbon_points::domain::rulebook::{BEIJING_2026_11, Rulebook};
use serde_json::Value;

use crate::support::beijing;

/// The published text of a district's rules.
fn text(id: &str) -> &'static str {
    shipped(id).expect("a shipped district")
}

/// The rules with a district that must load.
fn laid(text: &str) -> Rulebook {
    beijing().with_district(text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The district of rules that have one.
fn district(rules: &Rulebook) -> &District {
    rules.district.as_ref().expect("a district")
}

/// Chaoyang's file, changed.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(text("chaoyang")).expect("the shipped file is JSON");
    change(&mut file);
    file.to_string()
}

/// `path: code` of every fault; empty for a text that loads.
fn faults(text: &str) -> Vec<String> {
    match beijing().with_district(text) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(|fault| format!("{}: {}", fault.path, fault.kind.code())).collect(),
    }
}

/// Another version of the base rulebook: one with a source, a parameter and an action more, all at the beginning.
fn another_base() -> Rulebook {
    let mut book: Value = serde_json::from_str(BEIJING_2026_11).expect("the shipped file is JSON");
    book["version"] = "2027.1".into();
    let mut put_first = |section: &str, entry: Value| book[section].as_array_mut().expect("a list").insert(0, entry);
    let day = "2021-01-01";
    let both = serde_json::json!({"zh": "另一项", "en": "Another"});
    put_first(
        "sources",
        serde_json::json!({"id": "another", "title": "另一份", "issuer": "某处", "clause": "一", "consulted": day}),
    );
    put_first(
        "parameters",
        serde_json::json!({"id": "award.another", "label": both, "unit": "points/time", "method": "points-policy",
            "values": [{"from": day, "amount": "7", "source": "another", "grade": "policy", "note": both}]}),
    );
    put_first(
        "actions",
        serde_json::json!({"id": "another", "label": both, "hint": both, "counted_by": "count", "award": "award.another"}),
    );
    Rulebook::parse(&book.to_string()).expect("another version")
}

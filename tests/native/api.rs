//! The types that the npm package declares name the words of the contract: all of them, and no others.

use std::collections::BTreeSet;

use carbon_points::domain::activity::appliance::ApplianceKind;
use carbon_points::domain::activity::purchase::{AmountUnit, Basis, Comparison, VocUnit};
use carbon_points::domain::activity::trip::{CarStandard, Power};
use carbon_points::domain::activity::{Evidence, Kind, Mode, Utility, Word};
use carbon_points::domain::reason::ReasonCode;
use carbon_points::domain::rulebook::Grade;

use crate::support::beijing;

const TYPES: &str = include_str!("../../static/api/index.d.ts");

/// The text of a declaration, without its comments.
fn declared(name: &str) -> String {
    let start = [format!("export type {name} ="), format!("export interface {name} ")]
        .iter()
        .find_map(|head| TYPES.find(head))
        .unwrap_or_else(|| panic!("{name} is not declared"));
    let rest = &TYPES[start..];
    let end = rest[6..].find("\nexport ").map_or(rest.len(), |end| end + 6);
    rest[..end].lines().filter(|line| !line.trim_start().starts_with(['/', '*'])).collect::<Vec<_>>().join("\n")
}

fn quoted(text: &str) -> BTreeSet<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

fn words<W: Word>() -> BTreeSet<&'static str> {
    W::WORDS.iter().copied().collect()
}

#[test]
fn unions_have_every_word_and_no_other() {
    assert_eq!(quoted(&declared("Mode")), words::<Mode>());
    assert_eq!(quoted(&declared("CarStandard")), words::<CarStandard>());
    assert_eq!(quoted(&declared("Evidence")), words::<Evidence>());
    assert_eq!(quoted(&declared("Basis")), words::<Basis>());
    assert_eq!(quoted(&declared("ReasonCode")), ReasonCode::ALL.iter().map(|code| code.as_str()).collect());
    assert_eq!(quoted(&declared("Grade")), Grade::ALL.iter().map(|grade| grade.as_str()).collect());
}

#[test]
fn an_exports_codes_are_all_there() {
    let record = include_str!("../../src/answer/record.rs");
    let (_, codes) = record.split_once("fn code(").expect("the codes of what is left out");
    let mut codes = quoted(codes);
    codes.extend(["reversed", "unchecked"]);
    assert_eq!(quoted(&declared("ExportCode")), codes);
}

#[test]
fn ids_are_those_of_the_rulebook() {
    let rules = beijing();
    assert_eq!(quoted(&declared("Category")), rules.products.iter().map(|product| product.id.as_str()).collect());
    assert_eq!(quoted(&declared("Displaced")), rules.displaced.iter().map(|other| other.id.as_str()).collect());
    assert_eq!(quoted(&declared("EverydayAction")), rules.actions.iter().map(|action| action.id.as_str()).collect());
}

#[test]
fn activities_have_every_kind() {
    let union = ["Trip", "CarFree", "Utility", "Solar", "Appliance", "Purchase", "Refuel", "Action"].map(declared);
    let all = union.join("\n");
    let kinds: BTreeSet<&str> = all.match_indices("kind: \"").map(|(at, head)| word(&all[at + head.len()..])).collect();
    assert_eq!(kinds, words::<Kind>());
    for word in [words::<ApplianceKind>(), words::<Utility>(), words::<Power>(), words::<Comparison>()].iter().flatten()
    {
        assert!(all.contains(&format!("\"{word}\"")), "{word} is nowhere");
    }
    for word in words::<AmountUnit>().union(&words::<VocUnit>()) {
        assert!(all.contains(&format!("\"{word}\"")), "{word} is nowhere");
    }
}

fn word(text: &str) -> &str {
    text.split('"').next().unwrap_or_default()
}

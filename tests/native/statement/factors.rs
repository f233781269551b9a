//! The factors named are those the lines were worked out with, each once.

use std::rc::Rc;

use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Posting};
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::statement::{Period, Statement};

use super::ledgers::{at_hand, clean_plate, entry, ledger, rail, reversal, statement, worth};
use crate::support::day;

const NOVEMBER: Period = Period { year: 2026, month: Some(11) };

fn ids(statement: &Statement) -> Vec<&str> {
    let of = |used: &'_ carbon_points::domain::statement::Used| used.values.clone();
    let resolve = |value| crate::support::beijing().resolve(value).expect("its own").0.id.as_str();
    statement.factors.used.iter().flat_map(of).map(resolve).collect()
}

fn under(rulebook: &str, mut entry: Entry) -> Entry {
    if let Posting::Activity(posted) = &mut entry.posting {
        rulebook.clone_into(&mut posted.rulebook);
    }
    entry
}

/// 10 km × (104 − 32) g = 720 g; 0.72 kg × 100 × 0.5 = 36 points.
#[test]
fn two_metro_rides_name_their_factors_once() {
    let mut ledger = ledger();
    ledger.post(entry("a", "2026-11-02", rail(10), worth(720_000, 36))).expect("posted");
    ledger.post(entry("b", "2026-11-03", rail(10), worth(720_000, 36))).expect("posted");
    let found = statement(&ledger, NOVEMBER, "2026-11-21");
    let mut named = ids(&found);
    named.sort_unstable();
    assert_eq!(named, ["evidence.self_declared", "points.per_kg_co2", "travel.baseline", "travel.rail"]);
    assert_eq!((found.factors.missing.len(), found.factors.differing), (0, 0));
    assert_eq!(found.rulebooks, ["beijing@2026.11"]);
}

#[test]
fn a_limit_that_held_something_back_is_named_too() {
    let mut ledger = ledger();
    // 50 km a ride are 180 points; two together pass 150 a day.
    ledger.post(entry("a", "2026-11-02", rail(50), worth(3_600_000, 180))).expect("posted");
    let found = statement(&ledger, NOVEMBER, "2026-11-21");
    assert!(ids(&found).contains(&"cap.trips_daily"), "{:?}", ids(&found));
    ledger.post(entry("b", "2026-11-02", rail(60), worth(4_320_000, 216))).expect("posted");
    assert!(ids(&statement(&ledger, NOVEMBER, "2026-11-21")).contains(&"distance.rail"));
}

#[test]
fn what_is_worth_nothing_names_no_factor() {
    let mut ledger = ledger();
    ledger.post(entry("a", "2026-11-02", rail(10), worth(0, 0))).expect("posted");
    assert_eq!(ids(&statement(&ledger, NOVEMBER, "2026-11-21")), [""; 0]);
}

#[test]
fn rules_that_are_not_at_hand_and_results_that_differ_are_said() {
    let mut ledger = ledger();
    ledger.post(under("beijing@2031.01", entry("a", "2026-11-02", rail(10), worth(720_000, 36)))).expect("posted");
    ledger.post(under("beijing@2031.01", entry("b", "2026-11-03", rail(10), worth(720_000, 36)))).expect("posted");
    // A clean plate is 449 g and 22 points, not 450 g.
    ledger.post(entry("c", "2026-11-03", clean_plate(), worth(450_000, 22))).expect("posted");
    let found = statement(&ledger, NOVEMBER, "2026-11-21");
    assert_eq!(found.factors.missing, [("beijing@2031.01".to_owned(), 2)]);
    assert_eq!(found.factors.differing, 1);
    assert_eq!(found.rulebooks, ["beijing@2031.01", "beijing@2026.11"]);
    // With every rulebook at hand nothing is missing.
    let all = |_: &str| Some(Rc::new(crate::support::beijing().clone()));
    let found = Statement::of(&ledger, FIRST_PERSON, NOVEMBER, day("2026-11-21"), &all);
    assert_eq!(found.factors.missing.len(), 0);
    assert!(at_hand("beijing@2031.01").is_none());
}

#[test]
fn each_versions_factors_stand_under_its_own_name() {
    let mut ledger = ledger();
    for (id, rulebook) in [("a", "beijing@2026.11"), ("b", "beijing@2026.12"), ("c", "beijing@2026.11")] {
        ledger.post(under(rulebook, entry(id, "2026-11-02", rail(10), worth(720_000, 36)))).expect("posted");
    }
    let built_in = |name: &str| Rulebook::built_in(name).and_then(Result::ok).map(Rc::new);
    let found = Statement::of(&ledger, FIRST_PERSON, NOVEMBER, day("2026-11-21"), &built_in);
    let named: Vec<_> = found.factors.used.iter().map(|used| (used.rulebook.name(), used.values.len())).collect();
    assert_eq!(named, [("beijing@2026.11".to_owned(), 4), ("beijing@2026.12".to_owned(), 4)]);
    assert_eq!((found.factors.missing.len(), found.factors.differing), (0, 0));
}

#[test]
fn a_version_that_only_a_reversed_line_names_is_at_hand_without_factors() {
    let mut ledger = ledger();
    ledger.post(entry("a", "2026-11-02", rail(10), worth(720_000, 36))).expect("posted");
    ledger.post(under("beijing@2026.12", entry("b", "2026-11-03", rail(10), worth(720_000, 36)))).expect("posted");
    ledger.post(reversal("r", "b", "2026-11-04")).expect("posted");
    let built_in = |name: &str| Rulebook::built_in(name).and_then(Result::ok).map(Rc::new);
    let found = Statement::of(&ledger, FIRST_PERSON, NOVEMBER, day("2026-11-21"), &built_in);
    assert_eq!(found.rulebooks, ["beijing@2026.11", "beijing@2026.12"]);
    let named: Vec<_> = found.factors.used.iter().map(|used| (used.rulebook.name(), used.values.len())).collect();
    assert_eq!(named, [("beijing@2026.11".to_owned(), 4), ("beijing@2026.12".to_owned(), 0)]);
    assert_eq!((found.factors.missing.len(), found.factors.differing), (0, 0));
}

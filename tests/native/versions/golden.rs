//! The golden cases under both versions.

use super::corrected;
use crate::cases::{cases, outcome, today};
use crate::support::beijing;
use carbon_points::domain::assessment::{Assessment, Outcome};
use carbon_points::domain::json::Json;
use carbon_points::domain::methodology::assess_json;
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::trace::{Origin, Step};

/// What the two cases that credit saved gas come to with 1.977 kg/m³, worked out by hand: mg of CO2 and points.
///
/// - Bill, 10 m³: 10 × 1.977 = 19.77 kg; 0.5 × 100 × 19.77 = 988.5, so 989 points.
/// - Boiler: 1000 × (1 − 0.856 ÷ 0.97) = 1000 × 0.114 ÷ 0.97 = 117.525773… m³; × 1.977 = 232.348453608… kg;
///   0.5 × 100 × 232.348… = 11617.4…, so 11617 points.
const CHANGED: &[(&str, i64, i64)] =
    &[("gas 10 m3", 19_770_000, 989), ("gas boiler 0.856 to 0.97", 232_348_454, 11_617)];

#[test]
fn the_second_version_differs_only_where_gas_is_counted_and_by_what_was_worked_out() {
    let mut changed = Vec::new();
    for mut case in cases() {
        let (old, new) = (outcome(&case.input, beijing()), outcome(&case.input, corrected()));
        assert_eq!(old, case.expect, "{} under the first version", case.name);
        if let Some((name, carbon_mg, points)) = CHANGED.iter().find(|(name, ..)| *name == case.name) {
            let totals = case.expect.totals.as_mut().expect("it is credited");
            totals.carbon_mg = *carbon_mg;
            totals.points = *points;
            changed.push(*name);
        }
        assert_eq!(new, case.expect, "{} under the second version", case.name);
    }
    assert_eq!(changed.len(), CHANGED.len(), "each changed case is there");
}

#[test]
fn the_bill_falls_by_what_the_factor_fell() {
    // 10 m³ × (2.162 − 1.977) = 1.85 kg; 1081 points − 989 = 92.
    let cases = cases();
    let bill = cases.iter().find(|case| case.name == "gas 10 m3").expect("a case");
    let totals = |rulebook| outcome(&bill.input, rulebook).totals.expect("credited");
    assert_eq!(totals(beijing()).carbon_mg - totals(corrected()).carbon_mg, 1_850_000);
    assert_eq!(totals(beijing()).points - totals(corrected()).points, 92);
}

fn assessed(input: &Json, rulebook: &Rulebook) -> Option<Assessment> {
    match assess_json(input, rulebook, today()) {
        Outcome::Assessed(both) => Some(both.1),
        Outcome::Rejected(_) => None,
    }
}

/// A case that does not use the corrected factor has the same calculation, number by number.
#[test]
fn without_the_factor_every_step_is_the_same() {
    let gas = beijing().find("gas.combustion").expect("gas");
    let uses_gas = |step: &Step| {
        step.operands
            .iter()
            .any(|operand| matches!(operand.origin, Origin::Parameter(factor) if factor.parameter == gas))
    };
    let mut users = 0;
    for case in cases() {
        let (old, new) = (assessed(&case.input, beijing()), assessed(&case.input, corrected()));
        if old.as_ref().is_some_and(|old| old.steps.iter().any(uses_gas)) {
            assert_ne!(old, new, "{}", case.name);
            users += 1;
        } else {
            assert_eq!(old, new, "{}", case.name);
        }
    }
    assert_eq!(users, 3, "the bill, the boiler and the explanation for the induction hob");
}

//! One activity under two versions, line by line.

use super::corrected;
use crate::generator::activity;
use crate::support::{assessed, beijing, today};
use carbon_points::domain::assessment::{Assessment, Outcome, Totals};
use carbon_points::domain::comparison::{Comparison, Difference, Side, compare};
use carbon_points::domain::methodology::{assess, assess_json};
use carbon_points::domain::rulebook::{BEIJING_2026_11, Rulebook};
use carbon_points::domain::trace::StepName;
use proptest::prelude::*;

const GAS: &str = r#"{"kind":"utility","date":"2026-01-31","utility":"gas","start":"2026-01-01","end":"2026-01-31","usage":90,"baseline_usage":100,"baseline_days":31}"#;
const METRO: &str = r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"rail","km":10}]}"#;
const METRO_AND_BUS: &str =
    r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"rail","km":10},{"mode":"bus","km":3}]}"#;

fn under(text: &str, rulebook: &Rulebook) -> Assessment {
    assess(&assessed(text, today()).0, rulebook).expect("it can be worked out")
}

fn side<'a>(rulebook: &'a Rulebook, assessment: &'a Assessment) -> Side<'a> {
    Side { rulebook, assessment }
}

fn differences(comparison: &Comparison<'_>) -> Vec<(StepName, Difference)> {
    let name = |line: &carbon_points::domain::comparison::Line<'_>| {
        line.before.or(line.after).expect("a line has a step").1.name
    };
    comparison.lines.iter().map(|line| (name(line), line.difference)).collect()
}

#[test]
fn a_gas_bill_differs_where_the_factor_is_and_in_what_follows() {
    let (old, new) = (under(GAS, beijing()), under(GAS, corrected()));
    let comparison = compare(side(beijing(), &old), side(corrected(), &new));
    let found = differences(&comparison);
    let of = |name| found.iter().find(|(step, _)| *step == name).map(|(_, difference)| *difference);
    assert_eq!(of(StepName::UsageSaved), Some(Difference::None));
    assert_eq!(of(StepName::Carbon), Some(Difference::Rules));
    assert_eq!(of(StepName::CarbonRounded), Some(Difference::Follows));
    assert_eq!(of(StepName::PointsRounded), Some(Difference::Follows));
    let rules: Vec<_> = found.iter().filter(|(_, difference)| *difference == Difference::Rules).collect();
    assert_eq!(rules.len(), 1, "one factor in one line: {found:?}");
    // 10 m³ × (1.977 − 2.162) kg = −1.85 kg; 989 − 1081 points.
    assert_eq!(comparison.change, Totals { carbon_mg: -1_850_000, points: -92, ..Totals::default() });
}

#[test]
fn what_does_not_use_the_factor_is_the_same_line_by_line() {
    let (old, new) = (under(METRO, beijing()), under(METRO, corrected()));
    let comparison = compare(side(beijing(), &old), side(corrected(), &new));
    assert!(comparison.lines.iter().all(|line| line.difference == Difference::None && line.before == line.after));
    assert!(comparison.change.is_zero());
}

#[test]
fn a_step_that_only_one_side_has_stands_alone_in_its_place() {
    let (one, two) = (under(METRO, beijing()), under(METRO_AND_BUS, beijing()));
    let more = compare(side(beijing(), &one), side(beijing(), &two));
    let alone: Vec<_> = more.lines.iter().filter(|line| line.difference == Difference::OnlyAfter).collect();
    assert!(alone.iter().all(|line| line.before.is_none()));
    // What the second leg saves, and the sum that one leg does not need.
    let steps: Vec<_> = alone.iter().filter_map(|line| line.after).map(|(_, step)| (step.name, step.about)).collect();
    assert_eq!(
        steps,
        [(StepName::SavedPerKilometre, "legs[1]"), (StepName::LegCarbon, "legs[1]"), (StepName::TripCarbon, "")]
    );
    let fewer = compare(side(beijing(), &two), side(beijing(), &one));
    assert!(fewer.lines.iter().any(|line| line.difference == Difference::OnlyBefore && line.after.is_none()));
}

#[test]
fn the_same_amount_from_another_source_is_a_difference_of_the_rules() {
    let elsewhere = BEIJING_2026_11.replacen(
        r#""amount": "2.162",
          "source": "gbt-32151-34-2024""#,
        r#""amount": "2.162",
          "source": "gbt-32150-2025""#,
        1,
    );
    assert_ne!(elsewhere, BEIJING_2026_11);
    let elsewhere = Rulebook::parse(&elsewhere).expect("it loads");
    let (old, new) = (under(GAS, beijing()), under(GAS, &elsewhere));
    let comparison = compare(side(beijing(), &old), side(&elsewhere, &new));
    assert!(differences(&comparison).contains(&(StepName::Carbon, Difference::Rules)));
    assert!(comparison.change.is_zero());
    assert!(!comparison.lines.iter().any(|line| line.difference == Difference::Follows));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_step_of_both_sides_stands_once_and_in_order(json in activity()) {
        let Outcome::Assessed(both) = assess_json(&json, beijing(), today()) else { return Ok(()) };
        let (activity, old) = *both;
        let new = assess(&activity, corrected()).expect("it can be worked out");
        let (before, after) = (side(beijing(), &old), side(corrected(), &new));
        let comparison = compare(before, after);
        let places = |one: fn(&carbon_points::domain::comparison::Line<'_>) -> Option<usize>| {
            comparison.lines.iter().filter_map(one).collect::<Vec<_>>()
        };
        prop_assert_eq!(places(|line| line.before.map(|(place, _)| place)), (0..old.steps.len()).collect::<Vec<_>>());
        prop_assert_eq!(places(|line| line.after.map(|(place, _)| place)), (0..new.steps.len()).collect::<Vec<_>>());
        prop_assert_eq!(old.totals.plus(comparison.change), new.totals);
        prop_assert_eq!(compare(after, before).change, comparison.change.negated());
        // With itself there is nothing to see.
        let same = compare(before, before);
        prop_assert!(same.change.is_zero());
        prop_assert!(same.lines.iter().all(|line| line.difference == Difference::None));
    }
}

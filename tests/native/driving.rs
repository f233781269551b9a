//! The educational comparison with driving, and why it stays beside the ledgers.

use crate::support::{assessed, assessment, beijing, day, today};
use carbon_points::domain::activity::Facts;
use carbon_points::domain::methodology::driving::{Comparison, compared_with_driving};
use carbon_points::domain::trace::{Origin, StepName, replay};

fn driven(legs: &str, date: &str) -> Option<Comparison> {
    let (activity, _) = assessed(&format!(r#"{{"kind":"trip","date":"{date}","legs":[{legs}]}}"#), today());
    let Facts::Trip(legs) = &activity.facts else { panic!("a trip") };
    compared_with_driving(legs, beijing(), activity.date)
}

fn milligrams(legs: &str, date: &str) -> Option<i64> {
    driven(legs, date).map(|comparison| comparison.more_mg)
}

#[test]
fn the_same_kilometres_in_a_petrol_car() {
    // 250 g × 34.9 km − 32 g × 33.8 km = 8725 − 1081.6 = 7643.4 g.
    let official = r#"{"mode":"walk","km":"0.5"},{"mode":"rail","km":"33.8"},{"mode":"walk","km":"0.6"}"#;
    assert_eq!(milligrams(official, "2026-07-15"), Some(7_643_400));
    // 250 − 97 g over 20 km, whether or not the electric car replaced another.
    assert_eq!(milligrams(r#"{"mode":"bev_car","km":20}"#, "2026-07-15"), Some(3_060_000));
}

#[test]
fn its_number_is_the_last_of_steps_that_replay_and_cite_both_factors() {
    let found = driven(r#"{"mode":"walk","km":"0.5"},{"mode":"rail","km":"33.8"}"#, "2026-07-15").expect("comparable");
    assert_eq!(replay(&found.steps), Ok(()));
    let names: Vec<_> = found.steps.iter().map(|step| (step.name, step.about, step.result.to_string())).collect();
    let told: Vec<_> = names.iter().map(|(name, about, result)| (*name, *about, result.as_str())).collect();
    // 250 − 0 and 250 − 32 g/km; 125 g and 7368.4 g.
    assert_eq!(
        told,
        [
            (StepName::DrivingPerKilometre, "legs[0]", "250"),
            (StepName::DrivingLeg, "legs[0]", "125"),
            (StepName::DrivingPerKilometre, "legs[1]", "218"),
            (StepName::DrivingLeg, "legs[1]", "7368.4"),
            (StepName::DrivingTrip, "", "7493.4"),
            (StepName::DrivingRounded, "", "7493400"),
        ]
    );
    assert_eq!(found.more_mg, 7_493_400);
    let factors: Vec<&str> = found.steps[2]
        .operands
        .iter()
        .map(|operand| match operand.origin {
            Origin::Parameter(factor) => beijing().resolve(factor).expect("it is in the rulebook").0.id.as_str(),
            _ => "no factor",
        })
        .collect();
    assert_eq!(factors, ["car.petrol", "travel.rail"]);
}

#[test]
fn it_feeds_no_ledger() {
    let trip = r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"bus","km":10}]}"#;
    let names = [StepName::DrivingPerKilometre, StepName::DrivingLeg, StepName::DrivingTrip, StepName::DrivingRounded];
    assert!(assessment(trip).steps.iter().all(|step| !names.contains(&step.name)));
}

#[test]
fn a_mode_without_a_factor_cannot_be_compared() {
    assert_eq!(milligrams(r#"{"mode":"rail","km":1},{"mode":"taxi","km":1}"#, "2026-07-15"), None);
    // The petrol car's factor came into force three months after the modes'.
    assert_eq!(milligrams(r#"{"mode":"rail","km":1}"#, "2024-12-31"), None);
    assert_eq!(milligrams(r#"{"mode":"rail","km":1}"#, "2025-01-01"), Some(218_000));
    assert_eq!(compared_with_driving(&[], beijing(), day("2026-07-15")), None);
}

#[test]
fn the_car_left_at_home_changes_the_air_and_nothing_else() {
    let trip = |car: &str| {
        assessment(&format!(r#"{{"kind":"trip","date":"2026-07-15","legs":[{{"mode":"bus","km":10{car}}}]}}"#)).totals
    };
    let plain = trip("");
    // NOx and hydrocarbons of 10 km, in milligrams, from the per-kilometre table of the reference.
    for (car, nox_mg, voc_mg) in [
        ("china_1", 4_090, 6_630),
        ("china_2", 3_240, 3_140),
        ("china_3", 1_000, 1_910),
        ("china_4", 320, 750),
        ("china_5", 170, 560),
        ("china_6", 100, 290),
    ] {
        let found = trip(&format!(r#","instead_of_car":"{car}""#));
        assert_eq!((found.air.nox_mg, found.air.voc_mg), (nox_mg, voc_mg), "{car}");
        assert_eq!((found.carbon_mg, found.points), (plain.carbon_mg, plain.points), "{car}");
    }
    // A leg that is not credited leaves the air ledger alone.
    let taxi = assessment(
        r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"taxi","km":10,"instead_of_car":"china_1"}]}"#,
    );
    assert!(taxi.totals.is_zero());
}

//! The educational comparison with driving, and why it stays beside the ledgers.

use crate::support::{assessed, assessment, beijing, day, today};
use carbon_points::domain::activity::Facts;
use carbon_points::domain::exact::Exact;
use carbon_points::domain::methodology::travel::compared_with_driving;

fn grams(legs: &str, date: &str) -> Option<String> {
    let (activity, _) = assessed(&format!(r#"{{"kind":"trip","date":"{date}","legs":[{legs}]}}"#), today());
    let Facts::Trip(legs) = &activity.facts else { panic!("a trip") };
    compared_with_driving(legs, beijing(), activity.date).as_ref().map(Exact::to_string)
}

#[test]
fn the_same_kilometres_in_a_petrol_car() {
    // 250 g × 34.9 km − 32 g × 33.8 km = 8725 − 1081.6 = 7643.4 g.
    let official = r#"{"mode":"walk","km":"0.5"},{"mode":"rail","km":"33.8"},{"mode":"walk","km":"0.6"}"#;
    assert_eq!(grams(official, "2026-07-15").as_deref(), Some("7643.4"));
    // 250 − 97 g over 20 km, whether or not the electric car replaced another.
    assert_eq!(grams(r#"{"mode":"bev_car","km":20}"#, "2026-07-15").as_deref(), Some("3060"));
}

#[test]
fn a_mode_without_a_factor_cannot_be_compared() {
    assert_eq!(grams(r#"{"mode":"rail","km":1},{"mode":"taxi","km":1}"#, "2026-07-15"), None);
    assert_eq!(grams(r#"{"mode":"rail","km":1}"#, "2024-09-30"), None);
    assert!(compared_with_driving(&[], beijing(), day("2026-07-15")).is_some_and(|grams| grams == Exact::ZERO));
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

//! Edges of travel.

use crate::support::{assessment, codes};
use carbon_points::domain::assessment::Verdict;

#[test]
fn a_car_free_day_has_twenty_four_hours() {
    let points = |hours: &str| {
        let found = assessment(&format!(
            r#"{{"kind":"car_free","date":"2026-03-02","hours":"{hours}","power":"petrol","engine_litres":"1.6"}}"#
        ));
        (found.totals.points, codes(&found.reasons))
    };
    // 0.5 yuan a day × 100 points × 0.5 for a self-declared entry = 25 points a day.
    assert_eq!(points("23.999999"), (0, vec!["under_24_hours"]));
    assert_eq!(points("24"), (25, vec![]));
    assert_eq!(points("47.999999"), (25, vec![]));
    assert_eq!(points("48"), (50, vec![]));
    assert_eq!(points("71.9"), (50, vec![]));
    assert_eq!(points("72"), (75, vec![]));
}

#[test]
fn an_engine_size_belongs_to_the_smaller_class() {
    let points = |litres: &str| {
        assessment(&format!(
            r#"{{"kind":"car_free","date":"2026-03-02","hours":24,"power":"petrol","engine_litres":"{litres}"}}"#
        ))
        .totals
        .points
    };
    assert_eq!([points("1.599999"), points("1.6"), points("1.600001")], [25, 25, 30]);
    assert_eq!([points("2.499999"), points("2.5"), points("2.500001")], [30, 30, 35]);
    let electric = assessment(r#"{"kind":"car_free","date":"2026-03-02","hours":24,"power":"bev"}"#);
    assert_eq!(electric.totals.points, 10);
}

#[test]
fn a_mixed_trip_says_once_that_the_day_is_too_early() {
    let found = assessment(
        r#"{"kind":"trip","date":"2024-09-30","legs":[{"mode":"rail","km":1},{"mode":"bus","km":1},{"mode":"taxi","km":1}]}"#,
    );
    assert_eq!(codes(&found.reasons), ["method_not_in_force", "no_published_factor"]);
}

#[test]
fn a_distance_beyond_a_day_s_is_asked_about_and_credited() {
    let walk = |legs: &str| assessment(&format!(r#"{{"kind":"trip","date":"2026-07-15","legs":[{legs}]}}"#));
    assert!(walk(r#"{"mode":"walk","km":10}"#).notes.is_empty());
    let far = walk(r#"{"mode":"walk","km":"10.000001"}"#);
    assert_eq!((codes(&far.notes), far.verdict), (vec!["distance_to_confirm"], Verdict::Credited));
    let together =
        walk(r#"{"mode":"walk","km":6},{"mode":"rail","km":6},{"mode":"walk","km":6},{"mode":"walk","km":6}"#);
    let paths: Vec<_> = together.notes.iter().map(|note| note.path.as_ref()).collect();
    assert_eq!(paths, ["legs[2].km"]);
}

#[test]
fn a_rounding_is_half_up() {
    let points = |km: &str| {
        assessment(&format!(
            r#"{{"kind":"trip","date":"2026-07-15","evidence":"verified","legs":[{{"mode":"rail","km":"{km}"}}]}}"#
        ))
        .totals
        .points
    };
    // 72 g/km: 6.25 km are 450 g and 45 points; 0.069444 km are 4.999968 g, 0.4999968 points; 0.069445 km 5.00004 g.
    assert_eq!([points("6.25"), points("0.069444"), points("0.069445")], [45, 0, 1]);
    // 0.625 km are exactly 45 g and 4.5 points.
    assert_eq!(points("0.625"), 5);
}

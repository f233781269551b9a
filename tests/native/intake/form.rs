//! Whole inputs.

use super::{only, said};
use crate::support::refused;
use carbon_points::domain::reason::ReasonCode;

#[test]
fn every_problem_is_said_at_once() {
    let reasons = refused(
        r#"{"kind":"trip","date":"2026-02-30","id":"","evidence":"x","colour":"red",
        "legs":[{"mode":"walk","km":"1,5"},{"mode":"rocket","km":-1,"x":1},{"km":1}]}"#,
    );
    let found: Vec<_> = reasons.iter().map(|reason| (reason.code, reason.path.as_ref())).collect();
    assert_eq!(
        found,
        [
            (ReasonCode::BadDate, "date"),
            (ReasonCode::Missing, "id"),
            (ReasonCode::UnknownValue, "evidence"),
            (ReasonCode::NotANumber, "legs[0].km"),
            (ReasonCode::UnknownValue, "legs[1].mode"),
            (ReasonCode::OutOfRange, "legs[1].km"),
            (ReasonCode::UnknownField, "legs[1].x"),
            (ReasonCode::Missing, "legs[2].mode"),
            (ReasonCode::UnknownField, "colour"),
        ]
    );
}

#[test]
fn an_empty_form_names_every_required_field() {
    let missing = |text: &str| {
        let reasons = refused(text);
        assert!(reasons.iter().all(|reason| reason.code == ReasonCode::Missing), "{reasons:#?}");
        reasons.iter().map(|reason| reason.path.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(missing(r#"{"kind":"solar"}"#), ["date", "self_consumed_kwh"]);
    assert_eq!(missing(r#"{"kind":"refuel"}"#), ["date", "litres", "time"]);
    assert_eq!(missing(r#"{"kind":"car_free"}"#), ["date", "hours", "power"]);
    assert_eq!(missing(r#"{"kind":"utility"}"#), ["date", "utility", "start", "end", "baseline_days"]);
    assert_eq!(missing(r#"{"kind":"appliance"}"#), ["date", "appliance"]);
    assert_eq!(missing(r#"{"kind":"purchase"}"#), ["date", "category", "unit", "voc_unit", "basis", "mode"]);
    assert_eq!(missing(r#"{"kind":"action"}"#), ["date", "action"]);
}

#[test]
fn what_is_not_json_says_where() {
    let truncated = only(r#"{"kind":"trip","#);
    assert_eq!((truncated.code, truncated.given.as_deref()), (ReasonCode::Truncated, Some("15")));
    let later = only("{\n\"kind\":\n");
    assert_eq!((later.code, later.given.as_deref()), (ReasonCode::Truncated, Some("3:1")), "a text of several lines");
    assert_eq!(only("{kind:1}").code, ReasonCode::NotJson);
    assert_eq!(only(r#"{"kind":"trip"} {}"#).code, ReasonCode::NotJson);
    assert_eq!(only(&"[".repeat(1000)).code, ReasonCode::NotJson);
    for other in ["[]", "1", "null", r#""trip""#, "true"] {
        assert_eq!(said(other), (ReasonCode::WrongType, String::new()));
    }
}

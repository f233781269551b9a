//! Bad input is refused with what was given and what would be accepted.

mod date;
mod field;
mod form;
mod number;

use crate::support::refused;
use carbon_points::domain::reason::{Accepted, Reason, ReasonCode};
use carbon_points::domain::unit::Unit;

/// The only reason for which a text is refused.
fn only(text: &str) -> Reason {
    let mut reasons = refused(text);
    assert_eq!(reasons.len(), 1, "{text}: {reasons:#?}");
    reasons.remove(0)
}

fn said(text: &str) -> (ReasonCode, String) {
    let reason = only(text);
    (reason.code, reason.path.into_owned())
}

fn walk(km: &str) -> String {
    format!(r#"{{"kind":"trip","date":"2026-07-15","legs":[{{"mode":"walk","km":{km}}}]}}"#)
}

fn range(least: &'static str, from_included: bool, most: &'static str, unit: Unit) -> Accepted {
    Accepted::Range { least: least.into(), from_included, most: most.into(), unit }
}

fn words(accepted: Option<&Accepted>) -> Vec<&str> {
    match accepted {
        Some(Accepted::OneOf(words)) => words.iter().map(AsRef::as_ref).collect(),
        other => panic!("{other:?} is no list of words"),
    }
}

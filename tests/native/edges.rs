//! Each edge of the rules, from both sides.

mod energy;
mod paint;
mod rules;
mod travel;
mod voc;

use crate::support::{assessment, beijing};
use carbon_points::domain::assessment::Assessment;

fn bill(utility: &str, usage: &str, baseline: &str, more: &str) -> Assessment {
    assessment(&format!(
        r#"{{"kind":"utility","date":"2026-06-30","utility":"{utility}","start":"2026-06-01","end":"2026-06-30",
        "usage":"{usage}","baseline_usage":"{baseline}","baseline_days":30{more}}}"#
    ))
}

fn paint(date: &str, voc: &str) -> Assessment {
    assessment(&format!(
        r#"{{"kind":"purchase","date":"{date}","category":"interior_wall_coating","amount":20,"unit":"L",
        "voc":"{voc}","voc_unit":"g/L","basis":"less_water","mode":"below_limit"}}"#
    ))
}

/// The parameters that the first reason or note names, with their amounts.
fn limits(found: &Assessment) -> Vec<(&'static str, String)> {
    let reason = found.reasons.iter().chain(&found.notes).next().expect("a reason");
    let resolved = reason.limits().iter().map(|limit| beijing().resolve(*limit).expect("of the rulebook"));
    resolved.map(|(parameter, value)| (parameter.id.as_str(), value.amount.to_string())).collect()
}

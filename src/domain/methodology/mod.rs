//! The formulas: one file per method, no literal factor anywhere.
//!
//! A method computes only through its `sheet`, so every number of a result stands in a step with its origin; `settle`
//! does what all have in common: the one rounding of each quantity, and the points.

mod appliance;
mod car_free;
mod constant;
mod everyday;
mod home_energy;
mod low_voc;
mod night_refuel;
mod settle;
mod sheet;
mod solar;
pub mod travel;

use super::activity::{Activity, Facts};
use super::assessment::{Assessment, Outcome};
use super::date::Date;
use super::exact::Overflow;
use super::intake;
use super::json::Json;
use super::reason::{Reason, ReasonCode};
use super::rulebook::Rulebook;
use sheet::Halt;

/// Works out what a valid activity is worth under a rulebook.
///
/// An activity that [`intake::read`] accepted under the same rulebook never overflows.
pub fn assess(activity: &Activity, rulebook: &Rulebook) -> Result<Assessment, Overflow> {
    let assessed = match &activity.facts {
        Facts::Trip(legs) => travel::assess(activity, legs, rulebook),
        Facts::CarFree(car) => car_free::assess(activity, car, rulebook),
        Facts::Utility(bill) => home_energy::assess(activity, bill, rulebook),
        Facts::Solar { self_consumed_kwh } => solar::assess(activity, *self_consumed_kwh, rulebook),
        Facts::Appliance(new) => appliance::assess(activity, new, rulebook),
        Facts::Purchase(bought) => low_voc::assess(activity, bought, rulebook),
        Facts::Refuel { time, .. } => night_refuel::assess(activity, *time, rulebook),
        Facts::Action { action, counted_by, amount } => {
            everyday::assess(activity, action, *counted_by, *amount, rulebook)
        }
    };
    match assessed {
        Ok(assessment) => Ok(assessment),
        Err(Halt::NotInForce(formula)) => Ok(sheet::not_in_force(formula, rulebook)),
        Err(Halt::Overflow) => Err(Overflow),
    }
}

/// Reads one line of JSON and assesses it; never fails, never panics.
pub fn assess_line(line: &str, rulebook: &Rulebook, today: Date) -> Outcome {
    match Json::parse(line) {
        Ok(json) => assess_json(&json, rulebook, today),
        Err(fault) => Outcome::Rejected(vec![intake::not_json(&fault)]),
    }
}

/// Reads one activity object and assesses it; never fails, never panics.
pub fn assess_json(json: &Json, rulebook: &Rulebook, today: Date) -> Outcome {
    let activity = match intake::read(json, rulebook, today) {
        Ok(activity) => activity,
        Err(reasons) => return Outcome::Rejected(reasons),
    };
    match assess(&activity, rulebook) {
        Ok(assessment) => Outcome::Assessed(Box::new((activity, assessment))),
        Err(Overflow) => Outcome::Rejected(vec![Reason::at(ReasonCode::OutOfRange, "")]),
    }
}

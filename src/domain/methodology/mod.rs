//! The formulas: one file per method, no literal factor anywhere.
//!
//! A method computes only through its `sheet`, so every number of a result stands in a step with its origin; `settle`
//! does what all have in common: the one rounding of each quantity, and the points.

mod appliance;
mod car_free;
mod constant;
pub mod driving;
mod everyday;
mod home_energy;
mod low_voc;
mod night_refuel;
pub mod paint;
mod settle;
mod sheet;
mod solar;
mod travel;
mod worth;

pub use worth::Worth;

use super::activity::{Activity, Facts};
use super::assessment::{Assessment, Outcome};
use super::date::Date;
use super::exact::Overflow;
use super::intake;
use super::json::Json;
use super::reason::{Reason, ReasonCode};
use super::rulebook::{Formula, Rulebook};
use super::trace::Trace;
use sheet::{Sheet, not_in_force};

/// Works out what a valid activity is worth under a rulebook.
///
/// An activity that [`intake::read`] accepted under the same rulebook never overflows.
pub fn assess(activity: &Activity, rulebook: &Rulebook) -> Result<Assessment, Overflow> {
    assess_on(&mut Trace::new(), activity, rulebook)
}

fn assess_on(trace: &mut Trace, activity: &Activity, rulebook: &Rulebook) -> Result<Assessment, Overflow> {
    let formula = formula(&activity.facts);
    // The legs of a trip look at the day themselves.
    if !rulebook.in_force(formula, activity.date) && !matches!(activity.facts, Facts::Trip(_)) {
        return Ok(not_in_force(formula, rulebook));
    }
    let mut sheet = Sheet::on(trace, activity, rulebook, formula);
    let earned = match &activity.facts {
        Facts::Trip(legs) => travel::assess(&mut sheet, legs),
        Facts::CarFree(car) => car_free::assess(&mut sheet, car),
        Facts::Utility(bill) => home_energy::assess(&mut sheet, bill),
        Facts::Solar { self_consumed_kwh } => solar::assess(&mut sheet, *self_consumed_kwh),
        Facts::Appliance { appliance, .. } => appliance::assess(&mut sheet, appliance),
        Facts::Purchase(bought) => low_voc::assess(&mut sheet, bought),
        Facts::Refuel { time, .. } => night_refuel::assess(&mut sheet, *time),
        Facts::Action { action, counted_by, amount } => everyday::assess(&mut sheet, action, *counted_by, *amount),
    };
    let totals = sheet.settle(&earned);
    sheet.finished(totals)
}

fn formula(facts: &Facts) -> Formula {
    match facts {
        Facts::Trip(legs) => travel::formula(legs),
        Facts::CarFree(_) => Formula::CarFree,
        Facts::Utility(_) => Formula::HomeEnergy,
        Facts::Solar { .. } => Formula::Solar,
        Facts::Appliance { .. } => Formula::Appliance,
        Facts::Purchase(_) => Formula::LowVoc,
        Facts::Refuel { .. } => Formula::NightRefuel,
        Facts::Action { .. } => Formula::Everyday,
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
pub fn assess_json<T: AsRef<str>>(json: &Json<T>, rulebook: &Rulebook, today: Date) -> Outcome {
    let activity = match intake::read(json, rulebook, today) {
        Ok(activity) => activity,
        Err(reasons) => return Outcome::Rejected(reasons),
    };
    match assess(&activity, rulebook) {
        Ok(assessment) => Outcome::Assessed(Box::new((activity, assessment))),
        Err(Overflow) => Outcome::Rejected(vec![Reason::at(ReasonCode::OutOfRange, "")]),
    }
}

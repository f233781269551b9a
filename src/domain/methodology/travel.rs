//! Trips: kilometres by what a mode emits less than the mix of all modes (DB11/T 3043), and an electric car by what
//! the petrol car it replaced would have emitted.
//!
//! The comparison is with the mix, not with a car. What a petrol car left at home would have blown out goes to the air
//! ledger only: points for it would pay one kilometre twice.

use super::settle::Earned;
use super::sheet::{Halt, Sheet};
use crate::domain::activity::trip::{CarStandard, leg_km, leg_mode, leg_part};
use crate::domain::activity::{Leg, Mode};
use crate::domain::exact::{Exact, Overflow};
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::domain::rulebook::{Formula, Key};
use crate::domain::trace::{Operation, StepName, Term};
use crate::domain::unit::Unit;

/// Parts of a trip so far.
#[derive(Default)]
struct Parts {
    carbon: Vec<Term>,
    voc: Vec<Term>,
    nox: Vec<Term>,
}

/// The formula that a trip of these legs is assessed by.
pub(super) fn formula(legs: &[Leg]) -> Formula {
    let electric_only = legs.iter().all(|leg| leg.mode == Mode::BevCar);
    if electric_only { Formula::OilToElectric } else { Formula::Travel }
}

pub(super) fn assess(sheet: &mut Sheet<'_>, legs: &[Leg]) -> Earned {
    let mut parts = Parts::default();
    for (index, leg) in legs.iter().enumerate() {
        sheet.trace.about(leg_part(index));
        if let Some(saved) = saved_per_kilometre(sheet, index, leg) {
            let km = sheet.input(leg_km(index), leg.km, Unit::Kilometre);
            parts.carbon.push(sheet.step(StepName::LegCarbon, Operation::Multiply, &[km, saved], Unit::Gram));
            if let Some(standard) = leg.instead_of_car {
                exhaust(sheet, &mut parts, standard, km);
            }
        }
    }
    sheet.trace.about("");
    if sheet.trace.is_recorded() {
        question_distance(sheet, legs);
    }
    Earned {
        carbon: sheet.sum(StepName::TripCarbon, &parts.carbon, Unit::Gram),
        voc: sheet.sum(StepName::TripVoc, &parts.voc, Unit::Gram),
        nox: sheet.sum(StepName::TripNox, &parts.nox, Unit::Gram),
        ..Earned::default()
    }
}

/// Grams of CO2 that a kilometre of the leg avoids, or `None` with a reason written down.
fn saved_per_kilometre(sheet: &mut Sheet<'_>, index: usize, leg: &Leg) -> Option<Term> {
    let date = sheet.activity.date;
    let (terms, unit) = if leg.mode == Mode::BevCar {
        if !leg.replaced_petrol_car {
            let path = format!("{}.replaced_petrol_car", leg_part(index));
            let accepted = Accepted::Field("replaced_petrol_car");
            sheet.other_reason(Reason::at(ReasonCode::NotAReplacement, path).accepting(accepted));
            return None;
        }
        if !sheet.in_force(Formula::OilToElectric, date, "date") {
            return None;
        }
        ([sheet.key(Key::CarPetrol), sheet.key(Key::CarBev)], Unit::GramPerKilometre)
    } else {
        let published = sheet.rulebook.mode_factor(leg.mode);
        if published.is_some() && !sheet.in_force(Formula::Travel, date, "date") {
            return None;
        }
        let (path, mode) = (leg_mode(index), Some(leg.mode.as_str()));
        let Some(factor) = published.and_then(|factor| sheet.find(factor, date)) else {
            sheet.reason(ReasonCode::NoPublishedFactor, path, mode, &[]);
            return None;
        };
        let baseline = sheet.key(Key::TravelBaseline);
        if sheet.compare(factor, baseline).is_ge() {
            sheet.reason(ReasonCode::NoSaving, path, mode, &[baseline]);
            return None;
        }
        ([baseline, factor], Unit::GramPerPersonKilometre)
    };
    Some(sheet.step(StepName::SavedPerKilometre, Operation::Subtract, &terms, unit))
}

/// What the petrol car left at home would have blown out over the same kilometres.
fn exhaust(sheet: &mut Sheet<'_>, parts: &mut Parts, standard: CarStandard, km: Term) {
    let (nox, hydrocarbons) = sheet.rulebook.exhaust(standard);
    let (nox, hydrocarbons) = (sheet.listed(nox), sheet.listed(hydrocarbons));
    parts.voc.push(sheet.step(StepName::LegVoc, Operation::Multiply, &[km, hydrocarbons], Unit::Gram));
    parts.nox.push(sheet.step(StepName::LegNox, Operation::Multiply, &[km, nox], Unit::Gram));
}

/// Asks about a mode with more kilometres than are plausible in a day, at the leg that exceeds them.
fn question_distance(sheet: &mut Sheet<'_>, legs: &[Leg]) {
    let mut travelled = [Exact::ZERO; Mode::ALL.len()];
    for (index, leg) in legs.iter().enumerate() {
        let limit = sheet.rulebook.distance_limit(leg.mode);
        let Some(limit) = limit.and_then(|limit| sheet.find(limit, sheet.activity.date)) else { continue };
        let Some(so_far) = travelled.get_mut(leg.mode as usize) else { continue };
        let plausible = sheet.trace.operand(limit).value;
        let questioned = *so_far > plausible;
        match so_far.add(leg.km.exact()) {
            Ok(sum) => *so_far = sum,
            Err(Overflow) => {
                sheet.halt(Halt::Overflow);
            }
        }
        if !questioned && *so_far > plausible {
            let given = so_far.to_string();
            sheet.note(ReasonCode::DistanceToConfirm, leg_km(index), Some(&given), &[limit]);
        }
    }
}

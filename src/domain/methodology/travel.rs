//! Trips: kilometres by what a mode emits less than the mix of all modes (DB11/T 3043), and an electric car by what
//! the petrol car it replaced would have emitted.
//!
//! The comparison is with the mix, not with a car. What a petrol car left at home would have blown out goes to the air
//! ledger only: points for it would pay one kilometre twice.

use super::settle::Earned;
use super::sheet::{Halt, Sheet, input, too_early};
use crate::domain::activity::trip::{leg_km, leg_mode, leg_part};
use crate::domain::activity::{Activity, Leg, Mode};
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::exact::Exact;
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::domain::rulebook::{Formula, Key, Rulebook};
use crate::domain::trace::{Operand, Operation, StepName};
use crate::domain::unit::Unit;

/// Parts of a trip so far.
#[derive(Default)]
struct Parts {
    carbon: Vec<Operand>,
    voc: Vec<Operand>,
    nox: Vec<Operand>,
}

pub(super) fn assess(activity: &Activity, legs: &[Leg], rulebook: &Rulebook) -> Result<Assessment, Halt> {
    let electric_only = legs.iter().all(|leg| leg.mode == Mode::BevCar);
    let formula = if electric_only { Formula::OilToElectric } else { Formula::Travel };
    let mut sheet = Sheet::blank(activity, rulebook, formula);
    let mut parts = Parts { carbon: Vec::with_capacity(legs.len()), ..Parts::default() };
    for (index, leg) in legs.iter().enumerate() {
        sheet.trace.about(leg_part(index));
        if let Some(saved) = saved_per_kilometre(&mut sheet, index, leg)? {
            let km = input(leg_km(index), leg.km, Unit::Kilometre);
            parts.carbon.push(sheet.step(StepName::LegCarbon, Operation::Multiply, [km.clone(), saved], Unit::Gram)?);
            exhaust(&mut sheet, &mut parts, leg, km)?;
        }
    }
    sheet.trace.about("");
    question_distance(&mut sheet, legs)?;
    if parts.carbon.is_empty() {
        return Ok(sheet.recorded());
    }
    let earned = Earned {
        carbon: sheet.sum(StepName::TripCarbon, parts.carbon, Unit::Gram)?,
        voc: sheet.sum(StepName::TripVoc, parts.voc, Unit::Gram)?,
        nox: sheet.sum(StepName::TripNox, parts.nox, Unit::Gram)?,
        ..Earned::default()
    };
    sheet.settle(earned)
}

/// Grams of CO2 that a kilometre of the leg avoids, or `None` with a reason written down.
fn saved_per_kilometre(sheet: &mut Sheet<'_>, index: usize, leg: &Leg) -> Result<Option<Operand>, Halt> {
    if leg.mode == Mode::BevCar {
        return electric_car(sheet, index, leg);
    }
    let Some(factor) = sheet.rulebook.mode_factor(leg.mode) else {
        sheet.reason(Reason::at(ReasonCode::NoPublishedFactor, leg_mode(index)).given(leg.mode.as_str()));
        return Ok(None);
    };
    if !sheet.rulebook.in_force(Formula::Travel, sheet.activity.date) {
        let reason = too_early(Formula::Travel, sheet.rulebook, "date");
        sheet.reason_once(reason);
        return Ok(None);
    }
    let Some(factor) = sheet.rulebook.operand(factor, sheet.activity.date) else {
        sheet.reason(Reason::at(ReasonCode::NoPublishedFactor, leg_mode(index)).given(leg.mode.as_str()));
        return Ok(None);
    };
    let baseline = sheet.key(Key::TravelBaseline)?;
    if factor.value >= baseline.value {
        let limit = sheet.limit(&baseline);
        let reason = Reason::at(ReasonCode::NoSaving, leg_mode(index)).given(leg.mode.as_str());
        sheet.reason(Reason { accepted: limit, ..reason });
        return Ok(None);
    }
    let (name, unit) = (StepName::SavedPerKilometre, Unit::GramPerPersonKilometre);
    sheet.step(name, Operation::Subtract, [baseline, factor], unit).map(Some)
}

fn electric_car(sheet: &mut Sheet<'_>, index: usize, leg: &Leg) -> Result<Option<Operand>, Halt> {
    if !leg.replaced_petrol_car {
        let path = format!("{}.replaced_petrol_car", leg_part(index));
        sheet.reason(Reason::at(ReasonCode::NotAReplacement, path).accepting(Accepted::Field("replaced_petrol_car")));
        return Ok(None);
    }
    if !sheet.rulebook.in_force(Formula::OilToElectric, sheet.activity.date) {
        let reason = too_early(Formula::OilToElectric, sheet.rulebook, "date");
        sheet.reason_once(reason);
        return Ok(None);
    }
    let operands = [sheet.key(Key::CarPetrol)?, sheet.key(Key::CarBev)?];
    sheet.step(StepName::SavedPerKilometre, Operation::Subtract, operands, Unit::GramPerKilometre).map(Some)
}

/// What the petrol car left at home would have blown out over the same kilometres.
fn exhaust(sheet: &mut Sheet<'_>, parts: &mut Parts, leg: &Leg, km: Operand) -> Result<(), Halt> {
    let Some(standard) = leg.instead_of_car else { return Ok(()) };
    let (nox, hydrocarbons) = sheet.rulebook.exhaust(standard);
    let (nox, hydrocarbons) = (sheet.listed(nox)?, sheet.listed(hydrocarbons)?);
    parts.voc.push(sheet.step(StepName::LegVoc, Operation::Multiply, [km.clone(), hydrocarbons], Unit::Gram)?);
    parts.nox.push(sheet.step(StepName::LegNox, Operation::Multiply, [km, nox], Unit::Gram)?);
    Ok(())
}

/// Asks about a mode with more kilometres than are plausible in a day, at the leg that exceeds them.
fn question_distance(sheet: &mut Sheet<'_>, legs: &[Leg]) -> Result<(), Halt> {
    let mut travelled = [Exact::ZERO; Mode::ALL.len()];
    for (index, leg) in legs.iter().enumerate() {
        let plausible = sheet.rulebook.distance_limit(leg.mode);
        let plausible = plausible.and_then(|limit| sheet.rulebook.operand(limit, sheet.activity.date));
        let (Some(plausible), Some(so_far)) = (plausible, travelled.get_mut(leg.mode as usize)) else { continue };
        let before = *so_far;
        *so_far = before.add(leg.km.exact())?;
        if before <= plausible.value && *so_far > plausible.value {
            let limit = sheet.limit(&plausible);
            let note = Reason::at(ReasonCode::DistanceToConfirm, leg_km(index)).given(so_far.to_string());
            sheet.note(Reason { accepted: limit, ..note });
        }
    }
    Ok(())
}

/// Grams of CO2 that a petrol car would have emitted over the same kilometres beyond what the legs did.
///
/// Educational only: it is on another baseline than the trip's carbon and feeds no ledger. `None` if a leg's mode has
/// no factor on that day.
pub fn compared_with_driving(legs: &[Leg], rulebook: &Rulebook, date: Date) -> Option<Exact> {
    let petrol = rulebook.key(Key::CarPetrol, date)?.value;
    legs.iter().try_fold(Exact::ZERO, |sum, leg| {
        let own = match leg.mode {
            Mode::BevCar => rulebook.key(Key::CarBev, date)?,
            mode => rulebook.operand(rulebook.mode_factor(mode)?, date)?,
        };
        sum.add(petrol.subtract(own.value).ok()?.multiply(leg.km.exact()).ok()?).ok()
    })
}

//! The same kilometres in a petrol car. Educational only: it is on another baseline than a trip's carbon, and feeds no
//! ledger and no points.

use super::constant;
use crate::domain::activity::trip::{leg_km, leg_part};
use crate::domain::activity::{Leg, Mode};
use crate::domain::date::Date;
use crate::domain::rulebook::{Key, Rulebook};
use crate::domain::trace::{Operand, Operation, Origin, Step, StepName, Trace};
use crate::domain::unit::Unit;

/// A trip held against driving.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    /// Milligrams of CO2 that the car would have emitted beyond what the legs did.
    pub more_mg: i64,
    /// How that was worked out; they replay like any others.
    pub steps: Vec<Step>,
}

/// Holds a trip against a petrol car on the same kilometres; `None` if there is no leg, or one whose mode has no factor
/// on that day.
pub fn compared_with_driving(legs: &[Leg], rulebook: &Rulebook, date: Date) -> Option<Comparison> {
    let petrol = rulebook.key(Key::CarPetrol, date)?;
    let mut trace = Trace::new();
    let mut parts = Vec::new();
    for (index, leg) in legs.iter().enumerate() {
        let own = match leg.mode {
            Mode::BevCar => rulebook.key(Key::CarBev, date)?,
            mode => rulebook.operand(rulebook.mode_factor(mode)?, date)?,
        };
        trace.about(leg_part(index));
        let terms = [trace.take(petrol), trace.take(own)];
        let more = trace.step(StepName::DrivingPerKilometre, Operation::Subtract, &terms, Unit::GramPerKilometre);
        let km = Operand { origin: Origin::Input(leg_km(index)), value: leg.km.exact(), unit: Unit::Kilometre };
        let terms = [trace.take(km), more.ok()?];
        parts.push(trace.step(StepName::DrivingLeg, Operation::Multiply, &terms, Unit::Gram).ok()?);
    }
    trace.about("");
    let total = match *parts.as_slice() {
        [] => return None,
        [only] => only,
        _ => trace.step(StepName::DrivingTrip, Operation::Add, &parts, Unit::Gram).ok()?,
    };
    let terms = [total, trace.take(constant::MILLIGRAMS_IN_GRAM.operand())];
    let rounded = trace.step(StepName::DrivingRounded, Operation::RoundHalfUp, &terms, Unit::Milligram).ok()?;
    let more_mg = trace.operand(rounded).value.floor().ok()?;
    Some(Comparison { more_mg, steps: trace.take_steps() })
}

//! Trips and car-free days.

use super::bounds;
use super::reader::Reader;
use crate::domain::activity::trip::{CarStandard, MOST_LEGS, Power};
use crate::domain::activity::{CarFree, Leg, Mode};
use crate::domain::json::Json;
use crate::domain::reason::{Accepted, Reason, ReasonCode};

pub(super) fn trip(reader: &mut Reader<'_>) -> Option<Vec<Leg>> {
    let Some(value) = reader.take("legs") else { return reader.missing("legs", None) };
    let Json::List(items) = value else { return reader.wrong_type("legs", value, "array") };
    if items.is_empty() {
        return reader.missing("legs", None);
    }
    if items.len() > MOST_LEGS {
        let most = u32::try_from(MOST_LEGS).unwrap_or(u32::MAX);
        let accepted = Accepted::AtMost { most, what: "legs" };
        reader.refuse("legs", ReasonCode::TooLong, Some(items.len().to_string()), accepted);
        return None;
    }
    let mut legs = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        match leg(index, item) {
            Ok(leg) => legs.push(leg),
            Err(problems) => reader.absorb(problems),
        }
    }
    (legs.len() == items.len()).then_some(legs)
}

fn leg(index: usize, item: &Json) -> Result<Leg, Vec<Reason>> {
    let Some(members) = item.members() else {
        let reason = Reason::at(ReasonCode::WrongType, format!("legs[{index}]"));
        return Err(vec![reason.given(item.shown()).accepting(Accepted::Type("object"))]);
    };
    let mut reader = Reader::new(members, Some(index));
    let mode: Option<Mode> = reader.word("mode");
    let km = reader.decimal("km", bounds::LEG_KM);
    // Only an electric car can take over a petrol car's quota.
    let replaced_petrol_car = match mode {
        Some(Mode::BevCar) => reader.flag("replaced_petrol_car"),
        Some(_) => Some(false),
        None => {
            reader.allow(&["replaced_petrol_car"]);
            None
        }
    };
    let instead_of_car = reader.optional_word::<CarStandard>("instead_of_car");
    let problems = reader.finish();
    let leg = || {
        Some(Leg { mode: mode?, km: km?, replaced_petrol_car: replaced_petrol_car?, instead_of_car: instead_of_car? })
    };
    if problems.is_empty() { leg().ok_or(problems) } else { Err(problems) }
}

pub(super) fn car_free(reader: &mut Reader<'_>) -> Option<CarFree> {
    let hours = reader.decimal("hours", bounds::HOURS);
    let power: Option<Power> = reader.word("power");
    let engine_litres = match power {
        Some(Power::Petrol) => reader.decimal("engine_litres", bounds::ENGINE_LITRES).map(Some),
        Some(Power::Bev) => Some(None),
        None => {
            reader.allow(&["engine_litres"]);
            None
        }
    };
    let alert = reader.flag("alert");
    Some(CarFree { hours: hours?, power: power?, engine_litres: engine_litres?, alert: alert? })
}

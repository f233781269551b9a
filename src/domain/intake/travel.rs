//! Trips and car-free days.

use super::bounds;
use super::reader::Reader;
use crate::domain::activity::trip::{CarStandard, MOST_LEGS, Power};
use crate::domain::activity::{CarFree, Leg, Mode};
use crate::domain::json::Json;
use crate::domain::reason::{Accepted, Reason, ReasonCode};

pub(super) fn trip<T: AsRef<str>>(reader: &mut Reader<'_, T>) -> Option<Vec<Leg>> {
    let items = match reader.take("legs") {
        Some(Json::List(items)) if !items.is_empty() => items,
        Some(Json::List(_)) | None => return reader.missing("legs", None),
        Some(value) => return reader.wrong_type("legs", value, "array"),
    };
    if items.len() > MOST_LEGS {
        let most = u32::try_from(MOST_LEGS).unwrap_or(u32::MAX);
        let accepted = Accepted::AtMost { most, what: "legs" };
        return reader.refuse("legs", ReasonCode::TooLong, Some(&items.len().to_string()), Some(accepted));
    }
    Some(items.iter().enumerate().filter_map(|(index, item)| leg(reader, index, item)).collect())
}

fn leg<T: AsRef<str>>(trip: &mut Reader<'_, T>, index: usize, item: &Json<T>) -> Option<Leg> {
    let Some(members) = item.members() else {
        let reason = Reason::at(ReasonCode::WrongType, format!("legs[{index}]"));
        trip.problem(reason.given(item.shown()).accepting(Accepted::Type("object")));
        return None;
    };
    let mut reader = Reader::new(members, Some(index));
    let mode: Option<Mode> = reader.word("mode");
    let km = reader.decimal("km", &bounds::LEG_KM);
    // Only an electric car can take over a petrol car's quota.
    let replaced_petrol_car = match mode {
        Some(Mode::BevCar) => reader.flag("replaced_petrol_car"),
        Some(_) => false,
        None => {
            reader.allow(&["replaced_petrol_car"]);
            false
        }
    };
    let instead_of_car: Option<CarStandard> = reader.optional_word("instead_of_car");
    trip.absorb(reader.finish());
    Some(Leg { mode: mode?, km, replaced_petrol_car, instead_of_car })
}

pub(super) fn car_free<T: AsRef<str>>(reader: &mut Reader<'_, T>) -> Option<CarFree> {
    let hours = reader.decimal("hours", &bounds::HOURS);
    let power: Option<Power> = reader.word("power");
    let engine_litres = match power {
        Some(Power::Petrol) => Some(reader.decimal("engine_litres", &bounds::ENGINE_LITRES)),
        Some(Power::Bev) => None,
        None => {
            reader.allow(&["engine_litres"]);
            None
        }
    };
    let alert = reader.flag("alert");
    Some(CarFree { hours, power: power?, engine_litres, alert })
}

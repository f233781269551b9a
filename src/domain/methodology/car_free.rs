//! A car left standing: the published yuan a day by engine size, for whole days. Points only, no grams: nobody knows
//! where the car would have gone.

use super::settle::Earned;
use super::sheet::Sheet;
use crate::domain::activity::CarFree;
use crate::domain::activity::trip::Power;
use crate::domain::reason::ReasonCode;
use crate::domain::rulebook::Key;
use crate::domain::trace::{Operation, StepName, Term};
use crate::domain::unit::Unit;

pub(super) fn assess(sheet: &mut Sheet<'_>, car: &CarFree) -> Earned {
    let day = sheet.key(Key::CarFreeDayHours);
    let hours = sheet.input("hours", car.hours, Unit::Hour);
    let days = sheet.step(StepName::WholeDays, Operation::Floor, &[hours, day], Unit::Day);
    if !sheet.is_positive(days) {
        sheet.reason(ReasonCode::Under24Hours, "hours", Some(&car.hours.to_string()), &[day]);
        return Earned::default();
    }
    let rate = rate(sheet, car);
    let mut yuan = sheet.step(StepName::CarFreeYuan, Operation::Multiply, &[days, rate], Unit::Yuan);
    if car.alert {
        let multiplier = sheet.key(Key::CarFreeAlertMultiplier);
        yuan = sheet.step(StepName::AlertYuan, Operation::Multiply, &[yuan, multiplier], Unit::Yuan);
    }
    Earned { yuan: Some(yuan), ..Earned::default() }
}

/// Yuan a day. Each upper end of a size belongs to the smaller one.
fn rate(sheet: &mut Sheet<'_>, car: &CarFree) -> Term {
    let key = match (car.power, car.engine_litres) {
        (Power::Bev, _) => Key::CarFreeBev,
        (Power::Petrol, Some(litres)) => {
            let litres = sheet.input("engine_litres", litres, Unit::Litre);
            let edges = [sheet.key(Key::CarFreeSmallUpTo), sheet.key(Key::CarFreeMediumUpTo)];
            sheet.note(ReasonCode::EngineSizeClass, "engine_litres", None, &edges);
            let [small, medium] = edges;
            if sheet.compare(litres, small).is_le() {
                Key::CarFreeSmall
            } else if sheet.compare(litres, medium).is_gt() {
                Key::CarFreeLarge
            } else {
                Key::CarFreeMedium
            }
        }
        // Intake asks for the size; without it the lowest rate is safe.
        (Power::Petrol, None) => Key::CarFreeSmall,
    };
    sheet.key(key)
}

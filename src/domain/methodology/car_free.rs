//! A car left standing: the published yuan a day by engine size, for whole days. Points only, no grams: nobody knows
//! where the car would have gone.

use super::settle::Earned;
use super::sheet::{Halt, Sheet, input};
use crate::domain::activity::trip::Power;
use crate::domain::activity::{Activity, CarFree};
use crate::domain::assessment::Assessment;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::{Formula, Key, Rulebook};
use crate::domain::trace::{Operand, Operation, StepName};
use crate::domain::unit::Unit;

pub(super) fn assess(activity: &Activity, car: &CarFree, rulebook: &Rulebook) -> Result<Assessment, Halt> {
    let mut sheet = Sheet::in_force(activity, rulebook, Formula::CarFree)?;
    let day = sheet.key(Key::CarFreeDayHours)?;
    let hours = input("hours", car.hours, Unit::Hour);
    let days = sheet.step(StepName::WholeDays, Operation::Floor, [hours, day.clone()], Unit::Day)?;
    if !days.value.is_positive() {
        let reason = Reason::at(ReasonCode::Under24Hours, "hours").given(car.hours.to_string());
        let limit = sheet.limit(&day);
        sheet.reason(Reason { accepted: limit, ..reason });
        return Ok(sheet.recorded());
    }
    let rate = rate(&sheet, car)?;
    let mut yuan = sheet.step(StepName::CarFreeYuan, Operation::Multiply, [days, rate], Unit::Yuan)?;
    if car.alert {
        let operands = [yuan, sheet.key(Key::CarFreeAlertMultiplier)?];
        yuan = sheet.step(StepName::AlertYuan, Operation::Multiply, operands, Unit::Yuan)?;
    }
    sheet.settle(Earned { yuan: Some(yuan), ..Earned::default() })
}

/// Yuan a day. Each upper end of a size belongs to the smaller one.
fn rate(sheet: &Sheet<'_>, car: &CarFree) -> Result<Operand, Halt> {
    sheet.key(match (car.power, car.engine_litres) {
        (Power::Bev, _) => Key::CarFreeBev,
        (Power::Petrol, Some(litres)) if litres.exact() <= sheet.key(Key::CarFreeSmallUpTo)?.value => Key::CarFreeSmall,
        (Power::Petrol, Some(litres)) if litres.exact() > sheet.key(Key::CarFreeMediumUpTo)?.value => Key::CarFreeLarge,
        (Power::Petrol, Some(_)) => Key::CarFreeMedium,
        // Intake asks for the size; without it the lowest rate is safe.
        (Power::Petrol, None) => Key::CarFreeSmall,
    })
}

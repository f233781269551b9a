//! Refuelling on summer nights, when petrol vapour makes least ozone: a fixed award, no grams.

use super::settle::Earned;
use super::sheet::{Halt, Sheet};
use crate::domain::activity::Activity;
use crate::domain::assessment::Assessment;
use crate::domain::date::TimeOfDay;
use crate::domain::exact::Exact;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::{Formula, Key, Rulebook};

pub(super) fn assess(activity: &Activity, time: TimeOfDay, rulebook: &Rulebook) -> Result<Assessment, Halt> {
    let mut sheet = Sheet::in_force(activity, rulebook, Formula::NightRefuel)?;
    if !in_months(&sheet)? {
        sheet.reason(Reason::at(ReasonCode::OutsideWindow, "date").given(activity.date.to_string()));
    }
    if !at_night(&sheet, time)? {
        sheet.reason(Reason::at(ReasonCode::OutsideWindow, "time").given(time.to_string()));
    }
    if sheet.has_reasons() {
        return Ok(sheet.recorded());
    }
    let award = sheet.key(Key::RefuelAward)?;
    sheet.settle(Earned { award: Some(award), ..Earned::default() })
}

fn in_months(sheet: &Sheet<'_>) -> Result<bool, Halt> {
    let month = Exact::from(i64::from(sheet.activity.date.month()));
    Ok(month >= sheet.key(Key::RefuelFirstMonth)?.value && month <= sheet.key(Key::RefuelLastMonth)?.value)
}

/// Both ends belong to the night, which as a rule goes over midnight.
fn at_night(sheet: &Sheet<'_>, time: TimeOfDay) -> Result<bool, Halt> {
    let minute = Exact::from(i64::from(time.minutes()));
    let (start, end) = (sheet.key(Key::RefuelWindowStart)?.value, sheet.key(Key::RefuelWindowEnd)?.value);
    let (begun, not_over) = (minute >= start, minute <= end);
    Ok(if start <= end { begun && not_over } else { begun || not_over })
}

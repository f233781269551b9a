//! Refuelling on summer nights, when petrol vapour makes least ozone: a fixed award, no grams.

use super::settle::Earned;
use super::sheet::Sheet;
use crate::domain::date::TimeOfDay;
use crate::domain::reason::ReasonCode;
use crate::domain::rulebook::Key;

pub(super) fn assess(sheet: &mut Sheet<'_>, time: TimeOfDay) -> Earned {
    if !sheet.in_months(Key::RefuelFirstMonth, Key::RefuelLastMonth) {
        sheet.reason(ReasonCode::OutsideWindow, "date", Some(&sheet.activity.date.to_string()), None);
    }
    if !at_night(sheet, time) {
        sheet.reason(ReasonCode::OutsideWindow, "time", Some(&time.to_string()), None);
    }
    if sheet.has_reasons() {
        return Earned::default();
    }
    Earned { award: Some(sheet.key(Key::RefuelAward)), ..Earned::default() }
}

/// Both ends belong to the night, which as a rule goes over midnight.
fn at_night(sheet: &mut Sheet<'_>, time: TimeOfDay) -> bool {
    let (start, end) = (sheet.key(Key::RefuelWindowStart), sheet.key(Key::RefuelWindowEnd));
    let over_midnight = sheet.compare(start, end).is_gt();
    let (begun, not_over) = sheet.reaches(time.minutes().into(), Key::RefuelWindowStart, Key::RefuelWindowEnd);
    if over_midnight { begun || not_over } else { begun && not_over }
}

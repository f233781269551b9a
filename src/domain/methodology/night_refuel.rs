//! Refuelling on summer nights, when petrol vapour makes least ozone: a fixed award, no grams.

use super::settle::Earned;
use super::sheet::Sheet;
use crate::domain::date::TimeOfDay;
use crate::domain::reason::ReasonCode;
use crate::domain::rulebook::Key;
use crate::domain::trace::Term;

pub(super) fn assess(sheet: &mut Sheet<'_>, time: TimeOfDay) -> Earned {
    let months = [sheet.key(Key::RefuelFirstMonth), sheet.key(Key::RefuelLastMonth)];
    let night = [sheet.key(Key::RefuelWindowStart), sheet.key(Key::RefuelWindowEnd)];
    let ([first, last], [start, end]) = (months, night);
    let window = [first, last, start, end];
    if !sheet.in_months(months) {
        sheet.reason(ReasonCode::OutsideWindow, "date", Some(&sheet.activity.date.to_string()), &window);
    }
    if !at_night(sheet, time, night) {
        sheet.reason(ReasonCode::OutsideWindow, "time", Some(&time.to_string()), &window);
    }
    if sheet.has_reasons() {
        return Earned::default();
    }
    sheet.note(ReasonCode::AwardWithoutFactor, "", None, &[]);
    Earned { award: Some(sheet.key(Key::RefuelAward)), ..Earned::default() }
}

/// Both ends belong to the night, which as a rule goes over midnight.
fn at_night(sheet: &Sheet<'_>, time: TimeOfDay, night: [Term; 2]) -> bool {
    let [start, end] = night;
    let over_midnight = sheet.compare(start, end).is_gt();
    let (begun, not_over) = sheet.reaches(time.minutes().into(), night);
    if over_midnight { begun || not_over } else { begun && not_over }
}

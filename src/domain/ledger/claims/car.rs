//! A car that stood, and what says that it moved.

use std::rc::Rc;

use super::Days;
use crate::domain::activity::{Activity, CarFree, Facts, Mode};
use crate::domain::date::Date;
use crate::domain::ledger::Entry;

/// First and last day on which a car stood: the entry's day and as many more as there are whole days in its hours.
pub(super) fn days_of(date: Date, car: &CarFree) -> (Date, Date) {
    const HOURS_A_DAY: i64 = 24;
    let hours = car.hours.exact().floor().unwrap_or(0);
    let days = i32::try_from(hours / HOURS_A_DAY).unwrap_or(0).max(1);
    (date, date.plus_days(days - 1))
}

/// The car-free entry among those that count that has one of these days. They have none in common with one another.
pub(super) fn first_standing(counting: &[Rc<Entry>], (first, last): (Date, Date)) -> Option<Rc<Entry>> {
    // In order of their days, the newest last: what overlaps is near the end.
    let stood = counting.iter().rev().filter_map(|entry| match &entry.posted()?.activity.facts {
        Facts::CarFree(car) => Some((entry, days_of(entry.posted()?.activity.date, car))),
        _ => None,
    });
    let mut not_before = stood.take_while(|(_, (_, until))| *until >= first);
    not_before.find(|(_, (from, _))| *from <= last).map(|(found, _)| Rc::clone(found))
}

/// An entry that says that the person's car moved on one of these days.
pub(super) fn used_in((first, last): (Date, Date), person: Option<&str>, days: &Days<'_>) -> Option<Rc<Entry>> {
    let mut day = first;
    while day <= last {
        let found = days(day).into_iter().find(|entry| {
            let theirs = entry.posted().filter(|posted| posted.holders().next() == person);
            theirs.is_some_and(|posted| uses_car(&posted.activity))
        });
        if found.is_some() {
            return found;
        }
        day = day.plus_days(1);
    }
    None
}

/// Whether one's own car must have moved: a trip in it, or a visit to the pump, which says so of a petrol car. In a taxi or
/// a car that is shared one may be somebody else's passenger.
pub(super) fn uses_car(activity: &Activity) -> bool {
    match &activity.facts {
        Facts::Trip(legs) => legs.iter().any(|leg| matches!(leg.mode, Mode::BevCar | Mode::FcevCar)),
        Facts::Refuel { .. } => true,
        _ => false,
    }
}

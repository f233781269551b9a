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

pub(super) fn covers_any(other: &Entry, (first, last): (Date, Date)) -> bool {
    other.posted().is_some_and(|posted| match &posted.activity.facts {
        Facts::CarFree(car) => {
            let (from, until) = days_of(posted.activity.date, car);
            from <= last && first <= until
        }
        _ => false,
    })
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

/// Whether one's own car must have moved: a trip in it, petrol or electric, or a visit to the pump.
pub(super) fn uses_car(activity: &Activity) -> bool {
    match &activity.facts {
        Facts::Trip(legs) => legs.iter().any(|leg| matches!(leg.mode, Mode::BevCar | Mode::FcevCar | Mode::Carpool)),
        Facts::Refuel { .. } => true,
        _ => false,
    }
}

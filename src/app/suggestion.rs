//! What this resident may want to record next, from what was recorded before.

use crate::domain::activity::{Activity, Facts, Kind, Leg, Utility};
use crate::domain::date::Date;
use crate::domain::draft::Draft;
use crate::domain::ledger::{Ledger, Posted};

/// Acts recorded before that make sense again today, most frequent first, dated today.
///
/// Bills, appliances and purchases do not repeat as they were and are left out.
pub fn again(ledger: &Ledger, today: Date, most: usize) -> Vec<Activity> {
    let mut seen: Vec<(usize, &Activity)> = Vec::new();
    for Posted { activity, .. } in ledger.recent() {
        if !matches!(activity.facts.kind(), Kind::Trip | Kind::Action) {
            continue;
        }
        match seen.iter_mut().find(|(_, known)| known.facts == activity.facts) {
            Some((times, _)) => *times += 1,
            None => seen.push((1, activity)),
        }
    }
    // Stable, so that among equals the latest comes first.
    seen.sort_by_key(|(times, _)| std::cmp::Reverse(*times));
    seen.into_iter()
        .take(most)
        .map(|(_, activity)| Activity { id: None, date: today, note: None, ..activity.clone() })
        .collect()
}

/// Different trips, last used first.
pub fn last_trips(ledger: &Ledger, most: usize) -> Vec<Vec<Leg>> {
    let mut trips: Vec<Vec<Leg>> = Vec::new();
    for Posted { activity, .. } in ledger.recent() {
        if let Facts::Trip(legs) = &activity.facts
            && !trips.contains(legs)
        {
            trips.push(legs.clone());
            if trips.len() == most {
                break;
            }
        }
    }
    trips
}

/// How often an act was recorded lately, if it was not recorded for today yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Habit {
    /// Times it was recorded lately.
    pub times: usize,
    /// Whether one of them was yesterday.
    pub yesterday: bool,
}

/// The habit that an act is, or `None` if it was never recorded, or was for today.
pub fn habit(ledger: &Ledger, activity: &Activity, today: Date) -> Option<Habit> {
    let mut habit = Habit { times: 0, yesterday: false };
    for Posted { activity: posted, .. } in ledger.recent().filter(|posted| posted.activity.facts == activity.facts) {
        if posted.date == today {
            return None;
        }
        habit.times += 1;
        habit.yesterday |= posted.date == today.plus_days(-1);
    }
    (habit.times > 0).then_some(habit)
}

/// Whether a trip counts for that day.
pub fn has_trip(ledger: &Ledger, today: Date) -> bool {
    ledger.recent().any(|Posted { activity, .. }| activity.facts.kind() == Kind::Trip && activity.date == today)
}

/// Whether a bill counts for that month or the one before: a month's bill comes after it.
pub fn has_bill(ledger: &Ledger, today: Date) -> bool {
    let month = |date: Date| date.year() * 12 + i32::from(date.month());
    ledger.recent().any(|Posted { activity, .. }| {
        activity.facts.kind() == Kind::Utility && month(today) - month(activity.date) <= 1
    })
}

/// The bill of a household that used one kilowatt-hour less, to tell what each is worth.
pub fn one_kilowatt_hour_less(today: Date) -> Draft {
    let day = today.to_string();
    Draft::new(Kind::Utility)
        .with("utility", Utility::Electricity.as_str())
        .with("start", day.clone())
        .with("end", day)
        .with("usage", "9")
        .with("baseline_usage", "10")
        .with("baseline_days", "1")
}

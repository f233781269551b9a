//! What this resident may want to record next, from what was recorded before.

use crate::domain::activity::{Activity, Facts, Kind, Leg};
use crate::domain::date::Date;
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

/// Whether a bill counts for that month.
pub fn has_bill(ledger: &Ledger, today: Date) -> bool {
    ledger.recent().any(|Posted { activity, .. }| {
        activity.facts.kind() == Kind::Utility
            && (activity.date.year(), activity.date.month()) == (today.year(), today.month())
    })
}

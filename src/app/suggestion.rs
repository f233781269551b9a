//! What this resident may want to record next, from what was recorded before.

use crate::domain::activity::{Activity, Evidence, Facts, Kind, Leg, Utility};
use crate::domain::date::Date;
use crate::domain::draft::Draft;
use crate::domain::ledger::{Ledger, Posted};

/// Acts offered again with one tap.
pub const AGAIN: usize = 4;

/// An act recorded before that makes sense again today.
#[derive(Clone, PartialEq, Debug)]
pub struct Habit {
    /// The act, dated today.
    pub activity: Activity,
    /// Times it was recorded lately.
    pub times: usize,
    /// Whether it was recorded for yesterday.
    pub yesterday: bool,
    /// Whether it was recorded for today already.
    pub today: bool,
}

/// Acts of a person recorded before that make sense again today, most frequent first.
///
/// Bills, appliances and purchases do not repeat as they were and are left out.
pub fn habits(ledger: &Ledger, person: &str, today: Date, most: usize) -> Vec<Habit> {
    let mut habits: Vec<Habit> = Vec::new();
    for Posted { activity, .. } in ledger.recent_of(person) {
        if !matches!(activity.facts.kind(), Kind::Trip | Kind::Action) {
            continue;
        }
        let ago = today.days_since(activity.date);
        if let Some(known) = habits.iter_mut().find(|known| known.activity.facts == activity.facts) {
            known.times += 1;
            known.yesterday |= ago == 1;
            known.today |= ago == 0;
        } else {
            // A receipt is for one act: what is done again is declared by whoever does it.
            let activity =
                Activity { id: None, date: today, note: None, evidence: Evidence::SelfDeclared, ..activity.clone() };
            habits.push(Habit { activity, times: 1, yesterday: ago == 1, today: ago == 0 });
        }
    }
    // Stable, so that among equals the latest comes first.
    habits.sort_by_key(|habit| std::cmp::Reverse(habit.times));
    habits.truncate(most);
    habits
}

/// The acts alone.
pub fn again(ledger: &Ledger, person: &str, today: Date, most: usize) -> Vec<Activity> {
    habits(ledger, person, today, most).into_iter().map(|habit| habit.activity).collect()
}

/// Different trips of a person, last used first.
pub fn last_trips(ledger: &Ledger, person: &str, most: usize) -> Vec<Vec<Leg>> {
    let mut trips: Vec<Vec<Leg>> = Vec::new();
    for Posted { activity, .. } in ledger.recent_of(person) {
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

/// Whether a trip of a person counts for that day.
pub fn has_trip(ledger: &Ledger, person: &str, today: Date) -> bool {
    let mut recent = ledger.recent_of(person);
    recent.any(|Posted { activity, .. }| activity.facts.kind() == Kind::Trip && activity.date == today)
}

/// Whether a bill of the household counts for that month or the one before: a month's bill comes after it.
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

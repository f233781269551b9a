//! Trying an activity: what it would add to an account as it stands, and what a limit would withhold of it.
//!
//! Limits count by day and by month, so a copy of the entries of the months in question is enough, and a trial costs the
//! same however long the ledger is.

use super::months::{first_day, month_of, plus};
use super::{Viewpoint, usual};
use crate::domain::activity::Activity;
use crate::domain::assessment::{Totals, Verdict};
use crate::domain::ledger::account::Withheld;
use crate::domain::ledger::{Account, Entry, Ledger, Policy, Posted, Posting};

/// A copy of what was recorded for this month and the one before.
#[derive(Clone, Debug)]
pub struct Trial<'a> {
    view: Viewpoint<'a>,
    ledger: Ledger,
    /// Trials so far.
    tried: u32,
}

/// What an activity would come to.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Tried {
    /// Before the limits.
    pub worth: Totals,
    /// What the account would have more than it has now.
    pub adds: Totals,
    /// What limits would withhold, in the order in which they apply.
    pub withheld: Vec<Withheld>,
}

impl<'a> Trial<'a> {
    /// The copy.
    pub fn of(view: Viewpoint<'a>) -> Self {
        let since = first_day(plus(month_of(view.today), -1));
        let days = view.ledger.by_day().take_while(|(day, _)| *day >= since);
        let lately = days.flat_map(|(_, entries)| entries).map(|(entry, _)| entry);
        let mut counting: Vec<Entry> = lately
            .filter(|entry| view.ledger.reversal_of(&entry.id).is_none())
            .map(|entry| Entry::clone(entry))
            .collect();
        // They came last recorded first.
        counting.reverse();
        counting.sort_by_key(|entry| entry.recorded_at);
        let mut ledger = Ledger::under(view.ledger.policy().clone());
        ledger.post_all(counting);
        Self { view, ledger, tried: 0 }
    }

    /// What an activity of this month or the last would come to. Nothing, if another entry claims the same.
    pub fn of_activity(&mut self, activity: &Activity) -> Tried {
        let Viewpoint { ledger, person, .. } = self.view;
        let worth = usual::worth(&self.view, activity);
        let nothing = Tried { worth, ..Tried::default() };
        // Claims may go back years, so the whole ledger is asked.
        if ledger.claimed(activity, person, None).is_some() {
            return nothing;
        }
        // Recorded and taken back, which costs less than a copy for every trial.
        self.tried += 1;
        let (id, month) = (format!("try {}", self.tried), month_of(activity.date));
        let before = self.ledger.account(person).month(month);
        if self.ledger.post(entry(&id, i64::MAX, activity.clone(), worth, person)).is_err() {
            return nothing;
        }
        let account = self.ledger.account(person);
        let standing = account.standing(activity.date, &id);
        let tried = Tried {
            worth,
            adds: account.month(month).plus(before.negated()),
            withheld: standing.map(|standing| standing.withheld.clone()).unwrap_or_default(),
        };
        drop(account);
        let back = Entry { id: format!("back {id}"), recorded_at: i64::MAX, posting: Posting::Reversal { of: id } };
        // What was just posted can be reversed.
        let _ = self.ledger.post(back);
        tried
    }
}

/// Activities in an account of their own, for what nobody has recorded.
pub fn account_of(person: &str, policy: Policy, activities: impl Iterator<Item = (Activity, Totals)>) -> Account {
    let mut ledger = Ledger::under(policy);
    ledger.post_all(activities.enumerate().map(|(place, (activity, worth))| {
        entry(&place.to_string(), i64::try_from(place).unwrap_or(i64::MAX), activity, worth, person)
    }));
    ledger.account(person).into_owned()
}

fn entry(id: &str, recorded_at: i64, activity: Activity, totals: Totals, person: &str) -> Entry {
    let posted = Posted {
        activity,
        rulebook: String::new(),
        verdict: if totals.is_zero() { Verdict::Recorded } else { Verdict::Credited },
        totals,
        corrects: None,
        people: vec![person.to_owned()],
    };
    Entry { id: id.to_owned(), recorded_at, posting: Posting::Activity(Box::new(posted)) }
}

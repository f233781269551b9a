//! Trying an activity: what it would add to an account as it stands, and what a limit would withhold of it.

use super::{Viewpoint, usual};
use crate::domain::activity::Activity;
use crate::domain::assessment::{Totals, Verdict};
use crate::domain::ledger::account::Withheld;
use crate::domain::ledger::{Account, Entry, Ledger, Policy, Posted, Posting};

/// What an activity would come to.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Tried {
    /// Before the limits.
    pub worth: Totals,
    /// What the account would be credited.
    pub adds: Totals,
    /// What limits would withhold, in the order in which they apply.
    pub withheld: Vec<Withheld>,
}

/// What an activity would come to if it were recorded now. Nothing, if another entry claims the same.
pub fn tried(view: &Viewpoint<'_>, activity: &Activity) -> Tried {
    let worth = usual::worth(view, activity);
    let free = view.ledger.claimed(activity, view.person, None).is_none();
    let standing = free.then(|| view.ledger.trial((activity, worth), &[], view.person, None)).flatten();
    match standing {
        Some(standing) => {
            let adds = Totals { points: standing.points(), ..standing.counted };
            Tried { worth, adds, withheld: standing.withheld }
        }
        None => Tried { worth, ..Tried::default() },
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
        receipt: None,
    };
    Entry { id: id.to_owned(), recorded_at, posting: Posting::Activity(Box::new(posted)) }
}

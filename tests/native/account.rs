//! The points account: what caps withhold, what expires, what was spent, what is claimed twice.
//!
//! Worked by hand from the published factors: a kilometre by metro avoids 104 − 32 = 72 g, so it is worth 7.2 points
//! verified and 3.6 self-declared; walking 104 g, 10.4 and 5.2 points; a bicycle 95.3 g, 9.53 and 4.765 points.

mod bonus;
mod caps;
mod correction;
mod distance;
mod expiry;
mod household;
mod once;
mod properties;
mod random;
mod repaint;
mod spending;

use std::rc::Rc;

use carbon_points::domain::ledger::{
    Account, Entry, FIRST_PERSON, Ledger, Limit, Policy, Posted, Posting, Redemption, Standing,
};
use carbon_points::domain::rulebook::Rulebook;

use crate::support::{assessed, day, today};

/// The shipped rules as a policy.
pub(crate) fn policy() -> Policy {
    Policy::of(Rc::new(Rulebook::beijing().expect("the shipped rulebook loads")))
}

/// An empty ledger under the shipped rules.
pub(crate) fn ledger() -> Ledger {
    Ledger::under(policy())
}

/// An entry as the page posts it, recorded at that moment.
pub(crate) fn entry(id: &str, at: i64, json: &str) -> Entry {
    let (activity, worth) = assessed(json, today());
    let posted = Posted {
        activity,
        rulebook: "beijing@2026.11".to_owned(),
        verdict: worth.verdict,
        totals: worth.totals,
        corrects: None,
        people: Vec::new(),
        receipt: None,
    };
    Entry { id: id.to_owned(), recorded_at: at, posting: Posting::Activity(Box::new(posted)) }
}

/// Records activities one after the other, with the ids `1`, `2`, …
pub(crate) fn recorded(activities: &[String]) -> Ledger {
    let mut ledger = ledger();
    for (place, json) in activities.iter().enumerate() {
        ledger.post(entry(&(place + 1).to_string(), at(place), json)).expect("posted");
    }
    ledger
}

/// A moment for each place in the order of recording.
pub(crate) fn at(place: usize) -> i64 {
    // Two hours apart, so that no trip is the repeat of another.
    i64::try_from(place).expect("few") * 7_200_000
}

pub(crate) fn trip(date: &str, legs: &[(&str, &str)], evidence: &str) -> String {
    let legs: Vec<_> = legs.iter().map(|(mode, km)| format!(r#"{{"mode":"{mode}","km":"{km}"}}"#)).collect();
    format!(r#"{{"kind":"trip","date":"{date}","evidence":"{evidence}","legs":[{}]}}"#, legs.join(","))
}

pub(crate) fn metro(date: &str, km: &str) -> String {
    trip(date, &[("rail", km)], "self_declared")
}

pub(crate) fn action(date: &str, action: &str, count: u32) -> String {
    format!(r#"{{"kind":"action","date":"{date}","action":"{action}","count":{count}}}"#)
}

pub(crate) fn reversal(id: &str, of: &str) -> Entry {
    Entry { id: id.to_owned(), recorded_at: 0, posting: Posting::Reversal { of: of.to_owned() } }
}

pub(crate) fn redemption(id: &str, date: &str, cost: i64) -> Entry {
    let redemption = Redemption {
        person: FIRST_PERSON.to_owned(),
        date: day(date),
        rulebook: "beijing@2026.11".to_owned(),
        reward: "r".to_owned(),
        cost,
        code: "0000".to_owned(),
        valid_until: None,
    };
    Entry { id: id.to_owned(), recorded_at: 0, posting: Posting::Redemption(Box::new(redemption)) }
}

pub(crate) fn account(ledger: &Ledger) -> Account {
    ledger.account(FIRST_PERSON).into_owned()
}

/// Points credited of an entry, and what was withheld of it.
pub(crate) fn credited(ledger: &Ledger, id: &str) -> (i64, Vec<(Limit, i64)>) {
    let standing = standing(ledger, id);
    assert_eq!(
        standing.earned.points,
        standing.counted.points + standing.withheld.iter().map(|withheld| withheld.points).sum::<i64>(),
        "withheld and credited are what was earned"
    );
    (standing.counted.points, standing.withheld.iter().map(|withheld| (withheld.limit, withheld.points)).collect())
}

pub(crate) fn standing(ledger: &Ledger, id: &str) -> Standing {
    let date = ledger.entry(id).and_then(|entry| entry.posted()).expect("posted").activity.date;
    account(ledger).standing(date, id).expect("it is in the account").clone()
}

//! Spending points: what is offered, what can be had, and what became of it.

mod code;
mod offers;
mod random;
mod voucher;

pub(crate) use code::read_back;
use std::rc::Rc;

use carbon_points::domain::district::shipped;
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Policy, Posting};
use carbon_points::domain::rewards::{Refused, redeem};
use carbon_points::domain::rulebook::Rulebook;

use crate::support::day;

/// The shipped rules with a shipped district.
pub(crate) fn rules_of(district: &str) -> Rulebook {
    let base = Rulebook::beijing().expect("the shipped rulebook loads");
    base.with_district(shipped(district).expect("a shipped district")).expect("the shipped district loads")
}

/// An empty ledger under the rules of a district.
pub(crate) fn ledger_of(district: &str) -> Ledger {
    Ledger::under(Policy::of(Rc::new(rules_of(district))))
}

/// Redeems a reward as the page does, under an entry of that id.
fn spend(ledger: &mut Ledger, rules: &Rulebook, (id, reward): (&str, &str), today: &str) -> Result<(), Refused> {
    let redemption = redeem(ledger, rules, (FIRST_PERSON, reward), "0000".to_owned(), day(today))?;
    let posting = Posting::Redemption(Box::new(redemption));
    ledger.post(Entry { id: id.to_owned(), recorded_at: 0, posting }).expect("posted");
    Ok(())
}

/// The use of a voucher.
fn used(id: &str, of: &str) -> Entry {
    Entry { id: id.to_owned(), recorded_at: 0, posting: Posting::Use { of: of.to_owned() } }
}

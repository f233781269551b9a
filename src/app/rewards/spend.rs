//! Spending points and ending vouchers, so that nothing is spent twice or below zero, in however many tabs.
//!
//! Points are spent by a tab that has read every entry: it reads, checks the balance, and writes on the condition that
//! nothing was added meanwhile ([`Store::append_if_all_read`]); otherwise it reads and checks again. A voucher is ended by
//! the tab that marks it first, whether it is used or cancelled.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::app::edge::Edge;
use crate::app::state::Action;
use crate::desk::{News, Outcome};
use crate::domain::date::Date;
use crate::domain::ledger::{Ended, Entry, Posting, saved};
use crate::domain::rewards::{self, Status};
use crate::domain::rulebook::Rulebook;
use crate::platform::store::{Refusal, Store, StoreError};
use crate::platform::{clock, location, random, tabs};
use crate::route::View;

/// How often it is tried while other tabs keep adding entries.
const TRIES: usize = 5;

/// Spends a person's points on a reward.
pub(super) fn redeem(edge: &Edge, rules: Rc<Rulebook>, (person, reward): (String, String), today: Date) {
    let edge = edge.clone();
    spawn_local(async move {
        let outcome = match edge.store() {
            Some(store) => redeemed(&edge, &store, &rules, (&person, &reward), today).await,
            None => Outcome::WriteFailed,
        };
        if let Outcome::Redeemed(id) = &outcome {
            // The way back leads to the rewards, not to the question whether to spend.
            location::replace_hash(&View::Voucher(id.clone()).href());
            edge.tell(Action::Navigated(View::Voucher(id.clone())));
        }
        edge.tell(Action::Desk(News::Done(outcome).into()));
    });
}

async fn redeemed(edge: &Edge, store: &Store, rules: &Rulebook, of: (&str, &str), today: Date) -> Outcome {
    for _ in 0..TRIES {
        if let Err(error) = read(edge, store, rules).await {
            return failed(error);
        }
        let spent = rewards::redeem(&edge.ledger().borrow(), rules, of, random::entry_id(), today);
        let redemption = match spent {
            Ok(redemption) => redemption,
            Err(refused) => return Outcome::Refused(refused),
        };
        let id = random::entry_id();
        let entry = added(id.clone(), Posting::Redemption(Box::new(redemption)));
        match store.append_if_all_read(&[saved::entry_text(&entry)]).await {
            Ok(()) => {
                post(edge, entry);
                return Outcome::Redeemed(id);
            }
            Err(StoreError::Behind) => {}
            Err(error) => return failed(error),
        }
    }
    Outcome::Crowded
}

/// Cancels a voucher, or notes that it was handed in.
pub(super) fn end(edge: &Edge, rules: Rc<Rulebook>, voucher: String, how: Ended, today: Date) {
    let edge = edge.clone();
    spawn_local(async move {
        let outcome = match edge.store() {
            Some(store) => ended(&edge, &store, &rules, voucher, how, today).await,
            None => Outcome::WriteFailed,
        };
        edge.tell(Action::Desk(News::Done(outcome).into()));
    });
}

async fn ended(edge: &Edge, store: &Store, rules: &Rulebook, of: String, how: Ended, today: Date) -> Outcome {
    if let Err(error) = read(edge, store, rules).await {
        return failed(error);
    }
    let (status, before) = {
        let ledger = edge.ledger().borrow();
        let Some(redemption) = ledger.entry(&of).and_then(|entry| entry.redemption()) else { return Outcome::Ended };
        let balance = ledger.account(&redemption.person).balance(today);
        (rewards::status(&ledger, &of, redemption, today), (redemption.person.clone(), balance))
    };
    if status != Status::Open {
        return Outcome::Ended;
    }
    let posting = match how {
        Ended::Cancelled => Posting::Reversal { of: of.clone() },
        Ended::Used => Posting::Use { of: of.clone() },
    };
    let entry = added(random::entry_id(), posting);
    match store.append(&[saved::entry_text(&entry)], None, Some(&of)).await {
        Ok(()) => {
            post(edge, entry);
            let after = edge.ledger().borrow().account(&before.0).balance(today);
            if how == Ended::Used { Outcome::Used } else { Outcome::Cancelled(after - before.1) }
        }
        Err(StoreError::AlreadyReversed) => {
            // What the other tab wrote shows how it ended.
            let _ = read(edge, store, rules).await;
            Outcome::Ended
        }
        Err(error) => failed(error),
    }
}

/// Reads what was added since, or everything if something was taken out, into the ledger.
async fn read(edge: &Edge, store: &Store, rules: &Rulebook) -> Result<(), StoreError> {
    let entries = |records: Vec<String>| records.iter().filter_map(|record| saved::entry(record, rules)).collect();
    if store.has_shrunk().await? {
        edge.replace(entries(store.all_entries().await?));
    } else {
        edge.take_in(entries(store.new_entries().await?));
    }
    Ok(())
}

fn added(id: String, posting: Posting) -> Entry {
    Entry { id, recorded_at: clock::now_ms(), posting }
}

fn post(edge: &Edge, entry: Entry) {
    edge.take_in(vec![entry]);
    tabs::announce();
}

fn failed(error: StoreError) -> Outcome {
    match error {
        StoreError::Full => Outcome::DeviceFull,
        StoreError::Closed(Refusal::Newer) => Outcome::Outdated,
        _ => Outcome::WriteFailed,
    }
}

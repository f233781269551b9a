//! What is done about it.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::Storage;
use super::lacking::{ends, lacking};
use crate::app::edge::Edge;
use crate::app::hearing::entries_of;
use crate::app::state::{Action, Keeping, State};
use crate::domain::ledger::saved;
use crate::domain::rulebook::Rulebook;
use crate::platform::store::{Missing, News, Recovery, Refusal, Store, StoreError};
use crate::platform::{marker, tabs};
use crate::ui::Rules;

/// Kept beside the entries while there is a second store in the place of a damaged one.
const RESCUED: &str = "rescued";

thread_local! {
    /// Whether the store is watched over.
    static BEGUN: Cell<bool> = const { Cell::new(false) };
    /// Whether the page has said that the device lacks records.
    static LOST: Cell<bool> = const { Cell::new(false) };
}

/// Once the store is open, or was refused: watches over it, or goes on trying.
pub(in crate::app) fn begin(state: &State, rules: &Rules, edge: &Edge) {
    if state.keeping == Keeping::Opening || BEGUN.replace(true) {
        return;
    }
    let (Some(store), edge, rulebook) = (edge.store(), edge.clone(), rules.shared()) else { return };
    let Some(refusal) = store.refusal() else {
        keep(&store, &edge);
        if marker::kept(RESCUED).is_some() {
            spawn_local(async move { join(&store, &edge, &rulebook).await });
        }
        return;
    };
    tell(&edge, of(refusal));
    spawn_local(async move {
        let Some((recovery, loaded)) = store.recovered().await else {
            if matches!(refusal, Refusal::Blocked | Refusal::NoAnswer) {
                tell(&edge, Storage::Damaged);
            }
            return;
        };
        keep(&store, &edge);
        // In the order of the store, which what was recorded meanwhile comes last in.
        edge.replace(Vec::new());
        edge.take(loaded);
        tell(
            &edge,
            match recovery {
                Recovery::Late => Storage::Late,
                Recovery::Rescued(records) => {
                    marker::keep(RESCUED, "1");
                    let read = entries_of(&records, &rulebook).len();
                    Storage::Rescued { read, unread: records.len() - read }
                }
            },
        );
        tabs::announce();
    });
}

fn of(refusal: Refusal) -> Storage {
    match refusal {
        Refusal::Blocked => Storage::Blocked,
        Refusal::NoAnswer => Storage::Silent,
        Refusal::Newer => Storage::Newer,
        Refusal::Failed => Storage::Damaged,
        Refusal::Public | Refusal::Missing | Refusal::Denied => Storage::Fine,
    }
}

fn tell(edge: &Edge, storage: Storage) {
    LOST.set(storage.is_loss());
    edge.tell(Action::Storage(storage));
}

/// Watches over the store: what the page has called saved is there, or the page says that it is not.
fn keep(store: &Store, edge: &Edge) {
    let (knowing, heard) = (edge.clone(), edge.clone());
    let lacks = move |records: &[String]| {
        let ledger = knowing.ledger().borrow();
        let lacking = lacking(&ledger, records);
        Missing {
            marks: lacking.iter().filter_map(|entry| ends(entry)).map(str::to_owned).collect(),
            records: lacking.into_iter().map(saved::entry_text).collect(),
            settings: knowing.settings(),
        }
    };
    store.keep(lacks, move |news| match news {
        News::Ended => check(&heard),
        News::Restored(0) => tell(&heard, Storage::Fine),
        News::Restored(records) => {
            tell(&heard, Storage::Returned(records));
            tabs::announce();
        }
    });
}

/// Looks what the device still has, after something has happened to the store.
fn check(edge: &Edge) {
    let Some(store) = edge.store() else { return };
    let edge = edge.clone();
    spawn_local(async move {
        let all = edge.ledger().borrow().entries().len();
        let storage = match store.missing().await {
            Ok(0) => Storage::Fine,
            Ok(records) => Storage::Lost(records),
            Err(StoreError::Closed(Refusal::Newer)) => Storage::Newer,
            Err(_) => Storage::Stuck(all),
        };
        tell(&edge, storage);
    });
}

/// The same after another tab has written something, if the page has said that records are missing.
pub(in crate::app) fn recheck(edge: &Edge) {
    if LOST.get() {
        check(edge);
    }
}

/// Writes again what the device lacks.
pub(in crate::app) async fn restore(store: &Store, edge: &Edge) {
    let all = edge.ledger().borrow().entries().len();
    if store.restore().await.is_err() {
        tell(edge, Storage::Stuck(all));
    }
}

/// The damaged store can be read again: what was recorded in the other one meanwhile is taken over.
async fn join(store: &Store, edge: &Edge, rulebook: &Rc<Rulebook>) {
    let Some(records) = store.rescued().await else { return };
    edge.take_in(entries_of(&records, rulebook));
    if store.restore().await.is_ok() {
        marker::keep(RESCUED, "");
    }
}

//! What may have changed outside this page: another tab has recorded something, or another day has come.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::district;
use super::edge::{Edge, PERSON};
use super::listed;
use super::state::Action;
use crate::domain::ledger::{Entry, saved};
use crate::domain::rulebook::Rulebook;
use crate::platform::tabs::News;
use crate::platform::{Listening, clock, list, location, tabs, update};

/// Tells the state, until the guards are dropped.
pub(super) fn hear(edge: &Edge, rulebook: Rc<Rulebook>) -> [Listening; 4] {
    let scrolled = edge.clone();
    let (announced, seen, newer) = (edge.clone(), edge.clone(), edge.clone());
    let rules = rulebook.clone();
    [
        tabs::on_announced(move |news| match news {
            News::Added => reread(&announced, &rules),
            News::TakenOut => read_all(&announced, &rules),
        }),
        location::on_visible(move || {
            seen.tell(Action::DayTurned(clock::today()));
            reread_whatever(&seen, &rulebook);
        }),
        update::on_newer(move || newer.tell(Action::NewVersion)),
        list::on_scrolled(move || listed::tell(&scrolled)),
    ]
}

/// Reads what another tab may have changed without having been heard.
fn reread_whatever(edge: &Edge, rulebook: &Rc<Rulebook>) {
    let Some(store) = edge.store() else { return };
    let (edge, rulebook) = (edge.clone(), rulebook.clone());
    spawn_local(async move {
        let shrunk = store.has_shrunk().await == Ok(true);
        (if shrunk { read_all } else { reread })(&edge, &rulebook);
    });
}

/// The entries of records; those that cannot be read were put aside.
#[inline(never)]
pub(super) fn entries_of(records: &[String], rulebook: &Rulebook) -> Vec<Entry> {
    records.iter().filter_map(|record| saved::entry(record, rulebook)).collect()
}

/// Reads everything, after entries were taken out.
pub(super) fn read_all(edge: &Edge, rulebook: &Rc<Rulebook>) {
    let Some(store) = edge.store() else { return };
    let (edge, rulebook) = (edge.clone(), rulebook.clone());
    spawn_local(async move {
        if let Ok(records) = store.all_entries().await {
            edge.replace(entries_of(&records, &rulebook));
        }
    });
}

/// Reads entries that another tab may have added, and the person and the district it may have chosen.
fn reread(edge: &Edge, rulebook: &Rc<Rulebook>) {
    let Some(store) = edge.store() else { return };
    let (edge, rulebook) = (edge.clone(), rulebook.clone());
    super::storage::recheck(&edge);
    spawn_local(async move {
        if let Ok(records) = store.new_entries().await {
            edge.take_in(entries_of(&records, &rulebook));
        }
        let choices = edge.choices();
        if let Ok(Some(person)) = store.setting(PERSON).await
            && choices == edge.choices()
        {
            edge.tell(Action::PersonChosen(person));
        }
        district::reread(&edge, &store).await;
    });
}

//! What may have changed outside this page: another tab has recorded something, or another day has come.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::edge::{Edge, PERSON};
use super::state::Action;
use crate::domain::ledger::saved;
use crate::domain::rulebook::Rulebook;
use crate::platform::{Listening, clock, location, tabs};

/// Tells the state, until the guards are dropped.
pub(super) fn hear(edge: &Edge, rulebook: Rc<Rulebook>) -> [Listening; 2] {
    let (announced, seen) = (edge.clone(), edge.clone());
    let rules = rulebook.clone();
    [
        tabs::on_announced(move || reread(&announced, &rules)),
        location::on_visible(move || {
            seen.tell(Action::DayTurned(clock::today()));
            reread(&seen, &rulebook);
        }),
    ]
}

/// Reads entries that another tab may have added, and the person it may have chosen.
fn reread(edge: &Edge, rulebook: &Rc<Rulebook>) {
    let Some(store) = edge.store() else { return };
    let (edge, rulebook) = (edge.clone(), rulebook.clone());
    spawn_local(async move {
        if let Ok(records) = store.new_entries().await {
            let entries = records.iter().filter_map(|record| saved::entry(record, &rulebook)).collect();
            edge.tell(Action::Reread(entries));
        }
        let choices = edge.choices();
        if let Ok(Some(person)) = store.setting(PERSON).await
            && choices == edge.choices()
        {
            edge.tell(Action::PersonChosen(person));
        }
    });
}

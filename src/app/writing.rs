//! Writing to the store. Nothing is reported as saved before the store has said so.

use std::cell::RefCell;
use std::collections::BTreeSet;

use wasm_bindgen_futures::spawn_local;

use super::edge::{Edge, LANGUAGE, PERSON, Write};
use super::household;
use super::snapshot;
use super::state::{Action, Report, Typed};
use crate::desk::DISTRICT;
use crate::domain::ledger::{Entry, Posted, Posting, saved};
use crate::insight::Goal;
use crate::insight::goal::SETTING;
use crate::platform::store::{Refusal, Standing, Store, StoreError};
use crate::platform::{clock, location, random, tabs};
use crate::route::View;

thread_local! {
    /// Names of the drafts that the device has as they were typed last.
    static DRAFTS: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// An [`super::edge::Writer`].
pub(super) fn write(edge: &Edge, store: &Store, write: Write) {
    match write {
        Write::Post { activity, verdict, totals, rulebook, draft, corrects, people } => {
            let mut entries: Vec<Entry> = corrects.iter().map(|of| reversal(of.clone())).collect();
            let id = random::entry_id();
            let posted = Posted {
                activity: *activity,
                rulebook,
                verdict,
                totals,
                corrects: corrects.clone(),
                people: household::recorded(people),
                receipt: None,
            };
            // A form is left for what it changed: the totals, or the corrected entry.
            let (report, then) = match (&corrects, &draft) {
                (Some(_), _) => (Report::Corrected(id.clone()), Some(View::Entry(id.clone()))),
                (None, Some(_)) => (Report::Saved(id.clone()), Some(View::Home)),
                (None, None) => (Report::Saved(id.clone()), None),
            };
            let posting = Posting::Activity(Box::new(posted));
            entries.push(Entry { id, recorded_at: clock::now_ms(), posting });
            append(edge, store, Appended { entries, draft, reversed: corrects, report, then });
        }
        Write::Reverse(of) => {
            let (entries, report) = (vec![reversal(of.clone())], Report::Reversed(of.clone()));
            append(edge, store, Appended { entries, draft: None, reversed: Some(of), report, then: None });
        }
        Write::Member(person, name) => {
            let person = person.unwrap_or_else(random::entry_id);
            let posting = Posting::Member { person, name };
            let entries = vec![Entry { id: random::entry_id(), recorded_at: clock::now_ms(), posting }];
            let report = Report::HouseholdChanged;
            append(edge, store, Appended { entries, draft: None, reversed: None, report, then: None });
        }
        beside => keep(store.clone(), beside),
    }
}

/// Entries that are written in one go, and what follows once they are.
struct Appended {
    entries: Vec<Entry>,
    draft: Option<String>,
    reversed: Option<String>,
    report: Report,
    then: Option<View>,
}

fn reversal(of: String) -> Entry {
    Entry { id: random::entry_id(), recorded_at: clock::now_ms(), posting: Posting::Reversal { of } }
}

fn append(edge: &Edge, store: &Store, appended: Appended) {
    let (edge, store) = (edge.clone(), store.clone());
    spawn_local(async move {
        let Appended { entries, draft, reversed, report, then } = appended;
        let texts: Vec<String> = entries.iter().map(saved::entry_text).collect();
        // In one go: after a crash there is never a saved entry with its draft still open.
        let failure = match store.append(&texts, draft.as_deref(), reversed.as_deref()).await {
            Ok(()) => {
                if let Some(view) = &then {
                    // The form is done: the way back leads to where it was opened from.
                    location::replace_hash(&view.href());
                }
                tabs::announce();
                if let Some(name) = &draft {
                    note_draft(name, false);
                }
                return edge.tell(Action::Posted { entries, draft, report, then });
            }
            Err(StoreError::Full) => Report::DeviceFull(typed(draft.as_deref())),
            Err(StoreError::AlreadyReversed) => Report::AlreadyReversed,
            Err(StoreError::Closed(Refusal::Newer)) => Report::Outdated(typed(draft.as_deref())),
            Err(_) => Report::WriteFailed(typed(draft.as_deref())),
        };
        edge.report(failure);
    });
}

/// Where that is which was typed into the form of that name.
fn typed(draft: Option<&str>) -> Typed {
    match draft {
        None => Typed::Nothing,
        Some(name) if DRAFTS.with_borrow(|kept| kept.contains(name)) => Typed::Kept,
        Some(_) => Typed::OnScreen,
    }
}

/// Notes whether the device has the draft of that name as it was typed last.
pub(super) fn note_draft(name: &str, kept: bool) {
    DRAFTS.with_borrow_mut(|drafts| if kept { drafts.insert(name.to_owned()) } else { drafts.remove(name) });
}

/// What is refused here is still on the screen; saving an entry reports a store that takes nothing.
fn keep(store: Store, write: Write) {
    spawn_local(async move {
        let _ = match write {
            Write::Draft(name, Some(draft)) => {
                let put = store.put_draft(&name, &snapshot::draft_text(&draft)).await;
                note_draft(&name, put.is_ok() && store.standing() == Standing::OnDevice);
                put
            }
            Write::Draft(name, None) => {
                note_draft(&name, false);
                store.remove_draft(&name).await
            }
            Write::Language(language) => store.put_setting(LANGUAGE, language.tag()).await,
            Write::Goal(goal) => store.put_setting(SETTING, &goal.map(Goal::text).unwrap_or_default()).await,
            Write::Person(person) => {
                let kept = store.put_setting(PERSON, &person).await;
                tabs::announce();
                kept
            }
            Write::Setting(name, text) => {
                let kept = store.put_setting(&name, &text).await;
                // Another tab works by the same district's rules.
                if name == DISTRICT {
                    tabs::announce();
                }
                kept
            }
            Write::Aside(record) => store.set_aside(&record, "unreadable").await,
            Write::Post { .. } | Write::Reverse(_) | Write::Member(..) => Ok(()),
        };
    });
}

//! Where effects happen: writing to the store, then telling the state what was written. Nothing is reported as saved
//! before the store has said so.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::snapshot;
use super::state::{Action, Keeping, Report};
use crate::domain::activity::Activity;
use crate::domain::assessment::Assessment;
use crate::domain::draft::Draft;
use crate::domain::ledger::{Entry, Posted, Posting};
use crate::domain::rulebook::Rulebook;
use crate::i18n::Language;
use crate::platform::store::{Refusal, Standing, Store, StoreError};
use crate::platform::{clock, location, random};
use crate::route::View;

/// Name of the setting that keeps the language.
const LANGUAGE: &str = "language";

/// A change that is kept beside the entries.
enum Kept {
    /// A draft by its name, or that it is gone.
    Draft(String, Option<String>),
    /// The chosen language.
    Language(Language),
}

/// The store, once it is open, and the way back to the state.
#[derive(Clone, Debug)]
pub(super) struct Edge {
    store: Rc<RefCell<Option<Store>>>,
    dispatch: Callback<Action>,
}

impl Edge {
    pub(super) fn new(dispatch: Callback<Action>) -> Self {
        Self { store: Rc::default(), dispatch }
    }

    /// Opens the store and reports everything in it. Records that cannot be read are put aside in the store.
    pub(super) fn open(&self, rulebook: Rc<Rulebook>) {
        let edge = self.clone();
        spawn_local(async move {
            let (store, loaded) = Store::open().await;
            let (mut entries, mut unreadable) = (Vec::new(), Vec::new());
            for saved in loaded.entries {
                match snapshot::entry(&saved, &rulebook) {
                    Some(entry) => entries.push(entry),
                    None => unreadable.push(saved),
                }
            }
            let drafts =
                loaded.drafts.into_iter().filter_map(|(name, saved)| Some((name, snapshot::draft(&saved)?))).collect();
            let language =
                loaded.settings.iter().find(|(name, _)| name == LANGUAGE).and_then(|(_, tag)| Language::from_tag(tag));
            let keeping = match store.standing() {
                Standing::OnDevice => Keeping::OnDevice,
                Standing::MemoryOnly => Keeping::InMemory,
            };
            let aside = !unreadable.is_empty();
            for saved in unreadable {
                // Left where it is as well, so a failure here loses nothing.
                let _ = store.set_aside(&saved, "unreadable").await;
            }
            *edge.store.borrow_mut() = Some(store);
            edge.dispatch.emit(Action::Loaded { entries, drafts, language, keeping, aside });
        });
    }

    /// Reads entries that another tab may have added.
    pub(super) fn reread(&self, rulebook: Rc<Rulebook>) {
        self.with_store(move |store, dispatch| {
            spawn_local(async move {
                if let Ok(saved) = store.reload_entries().await {
                    let entries = saved.iter().filter_map(|saved| snapshot::entry(saved, &rulebook)).collect();
                    dispatch.emit(Action::Reread(entries));
                }
            });
        });
    }

    /// Writes a valid activity, and with it the reversal of the entry it corrects, in one go.
    pub(super) fn post(
        &self,
        activity: Activity,
        assessment: &Assessment,
        rulebook: String,
        draft: Option<String>,
        corrects: Option<String>,
    ) {
        // A form is left for what it changed: the totals, or the corrected entry.
        let recorded_at = clock::now_ms();
        let mut entries = Vec::new();
        if let Some(of) = corrects.clone() {
            entries.push(Entry { id: random::entry_id(), recorded_at, posting: Posting::Reversal { of } });
        }
        let id = random::entry_id();
        let report = if corrects.is_some() { Report::Corrected(id.clone()) } else { Report::Saved(id.clone()) };
        let posted = Posted { activity, rulebook, verdict: assessment.verdict, totals: assessment.totals, corrects };
        let then = match (&report, &draft) {
            (Report::Corrected(id), _) => Some(View::Entry(id.clone())),
            (_, Some(_)) => Some(View::Home),
            _ => None,
        };
        entries.push(Entry { id, recorded_at, posting: Posting::Activity(Box::new(posted)) });
        self.append(entries, draft, report, then);
    }

    /// Writes the reversal of an entry.
    pub(super) fn reverse(&self, of: String) {
        let entry = Entry {
            id: random::entry_id(),
            recorded_at: clock::now_ms(),
            posting: Posting::Reversal { of: of.clone() },
        };
        self.append(vec![entry], None, Report::Reversed(of), None);
    }

    /// Keeps a draft as it is typed.
    pub(super) fn keep_draft(&self, name: String, draft: &Draft) {
        self.keep(Kept::Draft(name, Some(snapshot::draft_text(draft))));
    }

    /// Forgets a draft.
    pub(super) fn drop_draft(&self, name: String) {
        self.keep(Kept::Draft(name, None));
    }

    /// Keeps the chosen language.
    pub(super) fn keep_language(&self, language: Language) {
        self.keep(Kept::Language(language));
    }

    /// Reports something that needed the browser's answer.
    pub(super) fn report(&self, report: Report) {
        self.dispatch.emit(Action::Reported(report));
    }

    /// What is refused here is still on the screen; saving an entry reports a store that takes nothing.
    fn keep(&self, kept: Kept) {
        self.with_store(move |store, _| {
            spawn_local(async move {
                let _ = match kept {
                    Kept::Draft(name, Some(text)) => store.put_draft(&name, &text).await,
                    Kept::Draft(name, None) => store.remove_draft(&name).await,
                    Kept::Language(language) => store.put_setting(LANGUAGE, language.tag()).await,
                };
            });
        });
    }

    fn append(&self, entries: Vec<Entry>, draft: Option<String>, report: Report, then: Option<View>) {
        self.with_store(move |store, dispatch| {
            spawn_local(async move {
                let texts: Vec<String> = entries.iter().map(snapshot::entry_text).collect();
                let written = match &draft {
                    // In one go: after a crash there is never a saved entry with its draft still open.
                    Some(name) => store.append_from_draft(&texts, name).await,
                    None => store.append(&texts).await,
                };
                match written {
                    Ok(()) => {
                        if let Some(view) = &then {
                            // The form is done: the way back leads to where it was opened from.
                            location::replace_hash(&view.href());
                        }
                        dispatch.emit(Action::Posted { entries, draft, report, then });
                    }
                    Err(StoreError::Full) => dispatch.emit(Action::Reported(Report::DeviceFull)),
                    Err(StoreError::Closed(Refusal::Newer)) => dispatch.emit(Action::Reported(Report::Outdated)),
                    Err(_) => dispatch.emit(Action::Reported(Report::WriteFailed)),
                }
            });
        });
    }

    fn with_store(&self, act: impl FnOnce(Store, Callback<Action>)) {
        if let Some(store) = self.store.borrow().clone() {
            act(store, self.dispatch.clone());
        }
    }
}

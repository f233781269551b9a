//! What each act on the screen does.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::drawing::SAID;
use super::signatures::{self, Signatures};
use super::{Carry, Failure, LastImport, Stage, Verifying, certifying, taking, verifying};
use crate::app::district;
use crate::app::edge::{Edge, LANGUAGE, PERSON};
use crate::app::hearing::{entries_of, read_all};
use crate::app::host;
use crate::app::state::{Action, Keeping, Report, State};
use crate::app::storage;
use crate::domain::archive::{self, Archive, Here, Plan};
use crate::domain::date::Date;
use crate::domain::ledger::unreadable::{Unreadable, file_text};
use crate::domain::ledger::{Entry, Ledger, Person, saved};
use crate::domain::rulebook::Rulebook;
use crate::i18n::sheet;
use crate::i18n::{Language, Text};
use crate::insight::Change;
use crate::platform::store::{Import, Refusal, Store, StoreError};
use crate::platform::{clock, file, location, page, tabs};
use crate::route::View;
use crate::setting;
use crate::shelf::Shelf;
use crate::ui::carry::{CarryAct, FILE, Format, PASTED, VERIFY_SAID};
use crate::ui::{Rules, at_hand};

thread_local! {
    /// Whether what the screen needs was asked for. A second answer would take back what was begun after the first.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// What an act needs to come back to the state later.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) edge: Edge,
    pub(super) store: Store,
    pub(super) rules: Rules,
    pub(super) shelf: Option<Rc<Shelf>>,
    pub(super) rulebook: Rc<Rulebook>,
    pub(super) ledger: Rc<RefCell<Ledger>>,
    pub(super) person: Person,
    today: Date,
    pub(super) carry: Carry,
}

/// Does what was asked.
pub(in crate::app) fn act(act: CarryAct, state: &State, rules: &Rules, edge: &Edge) {
    let Some(desk) = Desk::of(state, rules, edge, state.carry.as_deref().cloned().unwrap_or_default()) else { return };
    match act {
        CarryAct::Save(format) => {
            let (name, kind, text) = desk.file(format, state.language);
            let saved = Some(file::offer(&name, kind, &text));
            desk.edge.tell(Action::Carried(Rc::new(Carry { saved, ..desk.carry })));
        }
        CarryAct::Copy(format) => {
            let (_, _, text) = desk.file(format, state.language);
            let (edge, state) = (edge.clone(), state.clone());
            page::copy_text(&text, move |copied| {
                edge.report(Report::Copied(copied));
                if copied && format == Format::Json {
                    host::carried_out(&state, &edge);
                }
            });
        }
        CarryAct::LinkCopied => {
            if let Some(Ok(link)) = certifying::link(state) {
                let edge = edge.clone();
                page::copy_text(&link, move |copied| edge.report(Report::Copied(copied)));
            }
        }
        CarryAct::Verified => spawn_local(async move { verifying::device(&desk).await }),
        CarryAct::VerifyPicked => spawn_local(async move { verifying::picked(&desk).await }),
        CarryAct::Restored => spawn_local(async move { storage::restore(&desk.store, &desk.edge).await }),
        CarryAct::Certified => spawn_local(async move { certifying::record(&desk).await }),
        CarryAct::Declined if is_taking(state) => taking::leave(edge),
        CarryAct::Declined => desk.at(Stage::Ready),
        _ => spawn_local(desk.go_on(act)),
    }
}

/// Plans to take in what was handed over.
pub(super) fn plan(archive: Rc<Archive>, carry: Carry, state: &State, rules: &Rules, edge: &Edge) {
    if let Some(desk) = Desk::of(state, rules, edge, carry) {
        spawn_local(async move { desk.plan(archive, false).await });
    }
}

fn is_taking(state: &State) -> bool {
    matches!(state.view, View::Take(_))
}

/// After the screen was drawn: asks for what it needs, and brings forward what is new on it.
pub(in crate::app) fn drawn(state: &State, rules: &Rules, edge: &Edge, before: &mut Option<Rc<Carry>>) {
    let now = state.carry.clone();
    let opening = now.is_none() && state.view == View::Carry && state.keeping != Keeping::Opening;
    if !opening {
        ASKED.set(false);
    }
    match (&now, edge.store()) {
        (None, Some(_)) if let View::Take(packed) = &state.view => taking::take(packed, state, rules, edge),
        (None, Some(_)) if let View::Receipt(packed) = &state.view => {
            if let Some(desk) = Desk::of(state, rules, edge, Carry::default()).filter(|_| certifying::ready(state)) {
                desk.at(Stage::Reading);
                let packed = packed.clone();
                spawn_local(async move { certifying::check(&desk, packed).await });
            }
        }
        (None, Some(store)) if opening && !ASKED.replace(true) => refresh(edge, &store, &rules.shared(), Stage::Ready),
        (Some(carry), _) => {
            let same = before.as_ref().is_some_and(|before| before.stage == carry.stage);
            if !same && !matches!(carry.stage, Stage::Ready | Stage::Reading | Stage::Writing) {
                page::focus(SAID);
            }
            let same = before.as_ref().is_some_and(|before| before.verifying == carry.verifying);
            if !same && !matches!(carry.verifying, Verifying::Not | Verifying::Running(..)) {
                page::focus(VERIFY_SAID);
            }
        }
        _ => {}
    }
    *before = now;
}

/// Reads the settings and what can be undone, and says how far it has come.
fn refresh(edge: &Edge, store: &Store, rulebook: &Rc<Rulebook>, stage: Stage) {
    let (edge, store, rulebook) = (edge.clone(), store.clone(), rulebook.clone());
    spawn_local(async move {
        let settings = store.settings().await.unwrap_or_default();
        let last = store.imported().await.ok().flatten();
        let last = last.map(|last| LastImport { entries: last.records, undoable: last.undoable });
        // What a newer version of the page can read was put aside by an older one.
        let aside = store.aside().await.unwrap_or_default();
        let unread = aside.iter().filter_map(|(record, _)| Unreadable::of(record, &rulebook)).collect();
        edge.tell(Action::Carried(Rc::new(Carry { settings, unread, last, stage, ..Carry::default() })));
    });
}

impl Desk {
    /// Nothing before the store is open.
    pub(super) fn of(state: &State, rules: &Rules, edge: &Edge, carry: Carry) -> Option<Self> {
        Some(Self {
            edge: edge.clone(),
            store: edge.store()?,
            rules: rules.clone(),
            shelf: state.desk.shelf.clone(),
            rulebook: rules.shared(),
            ledger: state.ledger.clone(),
            person: state.person.clone(),
            today: state.today,
            carry,
        })
    }

    pub(super) fn at(&self, stage: Stage) {
        self.edge.tell(Action::Carried(Rc::new(Carry { stage, ..self.carry.clone() })));
    }

    /// Name, type and text of a file with everything.
    fn file(&self, format: Format, language: Language) -> (String, &'static str, String) {
        let ledger = self.ledger.borrow();
        let (ending, kind, text) = match format {
            Format::Json => {
                let entries = ledger.entries().iter().map(|entry| &**entry);
                ("json", "application/json", archive::json_text(entries, &self.carry.settings))
            }
            Format::Aside => ("json", "application/json", file_text(&self.carry.unread)),
            Format::Csv => ("csv", "text/csv;charset=utf-8", sheet::csv_text(&ledger, &self.rulebook, language)),
        };
        let name = match (format, language) {
            (Format::Aside, Language::Zh) => "碳惠账本-读不出来的",
            (Format::Aside, Language::En) => "carbon-points-unread",
            (_, Language::Zh) => Text::of(Language::Zh).app_name(),
            (_, Language::En) => "carbon-points",
        };
        (format!("{name}-{}.{ending}", self.today), kind, text)
    }

    /// Does what has to wait for the browser.
    async fn go_on(self, act: CarryAct) {
        let (archive, moved) = match act {
            CarryAct::Picked | CarryAct::Pasted => {
                let Some(text) = self.text(act).await else { return };
                match archive::read(&text, &self.rulebook) {
                    Ok(archive) => (Rc::new(archive), false),
                    Err(faults) => return self.at(Stage::Refused(faults.into())),
                }
            }
            CarryAct::Undone => return self.undo().await,
            _ => match self.import().await {
                Some(archive) => (archive, true),
                None => return,
            },
        };
        self.plan(archive, moved).await;
    }

    /// The text that was picked or pasted.
    async fn text(&self, act: CarryAct) -> Option<String> {
        if act == CarryAct::Pasted {
            return Some(file::pasted(PASTED));
        }
        let reading = file::picked(FILE)?;
        self.at(Stage::Reading);
        let text = reading.await;
        if text.is_none() {
            self.at(Stage::Unreadable);
        }
        text
    }

    /// Plans with what is on the device at this moment.
    async fn plan(&self, archive: Rc<Archive>, moved: bool) {
        let rulebooks = |name: &str| at_hand(&self.rules, self.shelf.as_deref(), name).map(|rules| rules.shared());
        let mut known = Signatures::default();
        for entry in &archive.entries {
            known.note(signatures::check(entry, rulebooks).await);
        }
        let (Ok(records), Ok(settings)) = (self.store.new_entries().await, self.store.settings().await) else {
            return self.at(Stage::Failed(Failure::Refused));
        };
        let entries = entries_of(&records, &self.rulebook);
        let mut ledger = self.ledger.borrow().clone();
        ledger.post_all(entries.iter().cloned());
        self.edge.tell(Action::Reread(entries));
        let named = |name: &str| settings.iter().chain(&archive.settings).any(|(known, _)| known == name);
        let valid = setting::Valid::default();
        let is_setting = |name: &str, text: &str| valid.is(name, text, &named);
        let (today, now) = (self.today, clock::now_ms());
        let here = Here {
            settings: &settings,
            today,
            now,
            is_setting: &is_setting,
            rulebooks: &rulebooks,
            signed: &|issuer, receipt| known.of(issuer, receipt),
        };
        let mut plan = Plan::of(&archive, &ledger, &here);
        if self.carry.handed.is_some() {
            // It has no person of its own: it is for whoever holds the phone.
            plan.mixed = None;
        }
        let plan = Rc::new(plan);
        self.at(Stage::Planned { archive, plan, moved });
    }

    /// Carries the plan out. If the ledger has changed meanwhile, nothing is written, and what was to be imported comes
    /// back.
    async fn import(&self) -> Option<Rc<Archive>> {
        let Stage::Planned { archive, plan, .. } = &self.carry.stage else { return None };
        self.at(Stage::Writing);
        let records: Vec<String> = plan.new.iter().map(saved::entry_text).collect();
        let marks: Vec<&str> = plan.marks().collect();
        let import = Import { records: &records, marks: &marks, settings: &plan.settings };
        let known = |record: &str| {
            // What cannot be read was put aside when it was found.
            saved::entry(record, &self.rulebook).is_none_or(|entry| self.ledger.borrow().entry(&entry.id).is_some())
        };
        let stage = match self.store.import(&import, known).await {
            Ok(()) => {
                tabs::announce();
                let taken = |named| plan.settings.iter().find(|(name, _)| name == named).map(|(_, text)| text);
                if let Some(language) = taken(LANGUAGE).and_then(|tag| Language::from_tag(tag)) {
                    self.edge.tell(Action::LanguageChosen(language));
                }
                for goal in plan.settings.iter().filter_map(|(name, text)| Change::kept(name, text)) {
                    self.edge.tell(Action::Insight(goal));
                }
                let entries = plan.new.clone();
                let then = self.carry.handed.map(|_| View::Home);
                if let Some(view) = &then {
                    // The way back does not lead to the entries again.
                    location::replace_hash(&view.href());
                }
                self.edge.tell(Action::Posted { entries, draft: None, report: Report::Imported, then });
                district::take_in(&self.edge, &plan.settings);
                district::reread(&self.edge, &self.store).await;
                district::fetch_missing(&self.edge, self.today, plan.new.iter().filter_map(Entry::rulebook));
                // After the entries, which may name the person for the first time.
                if let Some(person) = taken(PERSON) {
                    self.edge.tell(Action::PersonChosen(person.clone()));
                }
                if self.carry.handed.is_some() {
                    // Its screen was left: by now it may show what somebody else hands over.
                    return None;
                }
                Stage::Done
            }
            Err(StoreError::Moved | StoreError::AlreadyReversed) => return Some(archive.clone()),
            Err(error) => Stage::Failed(failure(error)),
        };
        refresh(&self.edge, &self.store, &self.rulebook, stage);
        None
    }

    async fn undo(&self) {
        self.at(Stage::Writing);
        let stage = match self.store.undo_import().await {
            Ok(_) => {
                tabs::announce_taken_out();
                read_all(&self.edge, &self.rulebook);
                district::reread(&self.edge, &self.store).await;
                Stage::Undone
            }
            Err(error) => Stage::Failed(failure(error)),
        };
        self.edge.tell(Action::Dismissed);
        refresh(&self.edge, &self.store, &self.rulebook, stage);
    }
}

fn failure(error: StoreError) -> Failure {
    match error {
        StoreError::Full => Failure::Full,
        StoreError::Closed(Refusal::Newer) => Failure::Outdated,
        StoreError::Moved => Failure::Late,
        _ => Failure::Refused,
    }
}

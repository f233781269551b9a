//! Where effects happen. The store is opened here; what is in it is read by [`super::reading`] and written by
//! [`super::writing`], which are fetched after the first screen works: until then it waits here.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::state::{Action, Keeping, Report};
use crate::display::{TEXT_SIZE, TextSize};
use crate::domain::activity::Activity;
use crate::domain::assessment::{Totals, Verdict};
use crate::domain::draft::Draft;
use crate::domain::ledger::{Entry, Ledger, Person};
use crate::i18n::Language;
use crate::insight::Goal;
use crate::platform::location;
use crate::platform::store::{Loaded, Standing, Store};

/// Name of the setting that keeps the language.
pub(super) const LANGUAGE: &str = "language";

/// Name of the setting that keeps whose account is shown.
pub(super) const PERSON: &str = "person";

/// Something to write.
#[derive(Debug)]
pub(super) enum Write {
    /// A valid activity and, with it, the reversal of the entry it corrects.
    Post {
        activity: Box<Activity>,
        verdict: Verdict,
        totals: Totals,
        rulebook: String,
        /// The draft it came from, which is then done.
        draft: Option<String>,
        corrects: Option<String>,
        /// Who it is for; at least one person.
        people: Vec<Person>,
    },
    /// The name of a person, or of somebody new; without one, that they have left.
    Member(Option<Person>, Option<String>),
    /// Whose account is shown.
    Person(Person),
    /// The reversal of an entry.
    Reverse(String),
    /// A draft by its name as it now stands, or that it is gone.
    Draft(String, Option<Rc<Draft>>),
    /// The chosen language.
    Language(Language),
    /// The goal of the first person, or that there is none any more.
    Goal(Option<Goal>),
    /// A setting.
    Setting(String, String),
    /// A record that could not be read.
    Aside(String),
}

/// Writes, then tells the state what was written.
pub(super) type Writer = fn(&Edge, &Store, Write);

/// The store, once it is open, and the way back to the state.
#[derive(Clone, Debug)]
pub(super) struct Edge {
    store: Rc<RefCell<Option<Store>>>,
    writer: Rc<Cell<Option<Writer>>>,
    unwritten: Rc<RefCell<Vec<Write>>>,
    unread: Rc<RefCell<Option<Loaded>>>,
    /// How often a person was chosen on this page.
    choices: Rc<Cell<u32>>,
    ledger: Rc<RefCell<Ledger>>,
    settings: Rc<RefCell<Vec<(String, String)>>>,
    dispatch: Callback<Action>,
}

impl Edge {
    /// `ledger` is the one that the state shows.
    pub(super) fn new(dispatch: Callback<Action>, ledger: Rc<RefCell<Ledger>>) -> Self {
        let (store, writer, unwritten, unread, choices, settings) = Default::default();
        Self { store, writer, unwritten, unread, choices, ledger, settings, dispatch }
    }

    /// Opens the store, and reports how the page is to look and whether anything is kept that has to be read first.
    ///
    /// In public the store is one in memory, and what is on the device is not looked at.
    pub(super) fn open(&self, public: bool) {
        let edge = self.clone();
        spawn_local(async move {
            let (store, loaded) = if public { (Store::in_memory(), Loaded::default()) } else { Store::open().await };
            *edge.store.borrow_mut() = Some(store);
            edge.take(loaded);
        });
    }

    /// Takes in what is in the store, now that it is open: at first, or once it can be had after all.
    pub(super) fn take(&self, loaded: Loaded) {
        let setting = |named| loaded.settings.iter().find(|(name, _)| name == named).map(|(_, text)| text);
        // What the address asks for goes before what was chosen.
        let chosen = setting(LANGUAGE).filter(|_| location::language().is_none());
        let language = chosen.and_then(|tag| Language::from_tag(tag));
        let size = setting(TEXT_SIZE).and_then(|text| TextSize::from_text(text));
        let empty = loaded.entries.is_empty() && loaded.drafts.is_empty();
        let keeping = if empty { self.keeping() } else { Keeping::Opening };
        self.settings.borrow_mut().clone_from(&loaded.settings);
        *self.unread.borrow_mut() = Some(loaded);
        self.tell(Action::Opened { language, size, keeping });
        self.write_what_waits();
    }

    /// What was in the store when it was opened; once, for whoever reads it.
    pub(super) fn unread(&self) -> Option<Loaded> {
        self.unread.borrow_mut().take()
    }

    /// Where entries are kept.
    pub(super) fn keeping(&self) -> Keeping {
        match self.store().map(|store| store.standing()) {
            None => Keeping::Opening,
            Some(Standing::OnDevice) => Keeping::OnDevice,
            Some(Standing::MemoryOnly) => Keeping::InMemory,
        }
    }

    /// The store, once it is open.
    pub(super) fn store(&self) -> Option<Store> {
        self.store.borrow().clone()
    }

    /// Writes, at once or as soon as the store is open and the writer was fetched; in the order of the calls.
    pub(super) fn write(&self, write: Write) {
        self.unwritten.borrow_mut().push(write);
        self.write_what_waits();
    }

    /// Keeps whose account is shown.
    pub(super) fn keep_person(&self, person: Person) {
        self.choices.set(self.choices.get().wrapping_add(1));
        self.write(Write::Person(person));
    }

    /// A number that is another one after every choice of a person: what was read before is out of date.
    pub(super) fn choices(&self) -> u32 {
        self.choices.get()
    }

    /// Takes in the writer.
    pub(super) fn start_writing(&self, writer: Writer) {
        self.writer.set(Some(writer));
        self.write_what_waits();
    }

    fn write_what_waits(&self) {
        let Some((writer, store)) = self.writer.get().zip(self.store()) else { return };
        for write in self.unwritten.take() {
            writer(self, &store, write);
        }
    }

    /// The ledger that the state shows.
    pub(super) fn ledger(&self) -> &Rc<RefCell<Ledger>> {
        &self.ledger
    }

    /// A setting as it was when the store was opened or as it was last noted; empty if it was never kept.
    pub(super) fn setting(&self, name: &str) -> String {
        let settings = self.settings.borrow();
        settings.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone()).unwrap_or_default()
    }

    /// The texts of all settings whose names begin like that.
    pub(super) fn settings_of(&self, kind: &str) -> Vec<String> {
        let settings = self.settings.borrow();
        settings.iter().filter(|(name, _)| name.starts_with(kind)).map(|(_, text)| text.clone()).collect()
    }

    /// All settings, likewise.
    pub(super) fn settings(&self) -> Vec<(String, String)> {
        self.settings.borrow().clone()
    }

    /// Notes a setting that is kept already.
    pub(super) fn note_setting(&self, name: &str, text: String) {
        self.settings.borrow_mut().retain(|(known, _)| known != name);
        self.settings.borrow_mut().push((name.to_owned(), text));
    }

    /// Notes and keeps a setting.
    pub(super) fn keep_setting(&self, name: &str, text: String) {
        self.note_setting(name, text.clone());
        self.write(Write::Setting(name.to_owned(), text));
    }

    /// Adds entries that were just read from the store to the ledger, and then tells the state.
    ///
    /// At once, because the store knows them as read from now on: whoever is about to spend points must find them.
    pub(super) fn take_in(&self, entries: Vec<Entry>) {
        self.ledger.borrow_mut().post_all(entries);
        self.tell(Action::Reread(Vec::new()));
    }

    /// The same after entries were taken out of the store: these are all there are.
    pub(super) fn replace(&self, entries: Vec<Entry>) {
        let policy = self.ledger.borrow().policy().clone();
        self.ledger.replace(Ledger::under(policy));
        self.ledger.borrow_mut().post_all(entries);
        self.tell(Action::Replaced);
    }

    /// Reports something that needed the browser's answer.
    pub(super) fn report(&self, report: Report) {
        self.tell(Action::Reported(report));
    }

    /// Tells the state a fact.
    pub(super) fn tell(&self, action: Action) {
        self.dispatch.emit(action);
    }
}

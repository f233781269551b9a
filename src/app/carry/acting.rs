//! What each act on the screen does.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::drawing::SAID;
use super::{Carry, LastImport, Stage, Verifying, certifying, taking, verifying};
use crate::app::edge::Edge;
use crate::app::host;
use crate::app::state::{Action, Keeping, Report, State};
use crate::app::storage;
use crate::domain::archive::{self, Archive};
use crate::domain::date::Date;
use crate::domain::ledger::unreadable::{Unreadable, file_text};
use crate::domain::ledger::{Ledger, Person};
use crate::domain::rulebook::Rulebook;
use crate::i18n::sheet;
use crate::i18n::{Language, Text};
use crate::platform::store::Store;
use crate::platform::{file, page};
use crate::route::View;
use crate::shelf::Shelf;
use crate::ui::Rules;
use crate::ui::carry::{CarryAct, Format, VERIFY_SAID};

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
    pub(super) today: Date,
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
pub(super) fn refresh(edge: &Edge, store: &Store, rulebook: &Rc<Rulebook>, stage: Stage) {
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
}

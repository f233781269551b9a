//! Takes a file in: reads it, plans with what is on the device at that moment, writes the plan, and takes it back.

use std::rc::Rc;

use super::acting::{Desk, refresh};
use super::signatures::{self, Signatures};
use super::{Failure, Stage};
use crate::app::district;
use crate::app::edge::{LANGUAGE, PERSON};
use crate::app::hearing::{entries_of, read_all};
use crate::app::state::{Action, Report};
use crate::domain::archive::{self, Archive, Here, Plan};
use crate::domain::ledger::{Entry, saved};
use crate::i18n::Language;
use crate::insight::Change;
use crate::platform::store::{Import, Refusal, StoreError};
use crate::platform::{clock, file, location, tabs};
use crate::route::View;
use crate::setting;
use crate::ui::at_hand;
use crate::ui::carry::{CarryAct, FILE, PASTED};

impl Desk {
    /// Does what has to wait for the browser.
    pub(super) async fn go_on(self, act: CarryAct) {
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
    pub(super) async fn plan(&self, archive: Rc<Archive>, moved: bool) {
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
                // Those that the file brings are fetched, too: what a file brings says nothing of issuers.
                district::fetch_missing(&self.edge, self.today, plan.new.iter().filter_map(Entry::rulebook));
                district::take_in(&self.edge, &plan.settings);
                district::reread(&self.edge, &self.store).await;
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
            Err(error) if self.carry.handed.is_some() => {
                self.at(Stage::Failed(failure(error)));
                return None;
            }
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

//! How each fact changes the state, once the rest of the page is there.

use super::{Action, Report, State};
use crate::app::household::naming::Naming;
use crate::domain::draft::Edit;
use crate::domain::ledger::Entry;
use crate::insight::Change;
use crate::listing::Counted;
use crate::route::View;

impl State {
    /// The state after a fact; `None` if it changes nothing.
    #[must_use]
    pub fn after(&self, action: Action) -> Option<Self> {
        let action = match self.begun(action) {
            Ok(next) => return next,
            Err(other) => other,
        };
        let mut next = self.clone();
        match action {
            Action::Loaded { entries, drafts, keeping, aside } => {
                next.add(entries);
                for (name, draft) in drafts {
                    next.put_draft(name, draft);
                }
                next.keeping = keeping;
                next.aside = aside;
            }
            Action::Reread(entries) => {
                next.add(entries);
                if next.length == self.length {
                    return None;
                }
            }
            Action::Replaced => {
                next.length = self.ledger.borrow().entries().len();
                next.counted = Counted::default();
            }
            // What comes when the screen was left is of no use any more.
            Action::Carried(carry) => {
                carry.is_of(&self.view).then_some(())?;
                next.carry = Some(carry);
            }
            Action::PersonChosen(person) => {
                next.person = person;
                next.keep_to_the_household();
                if next.person == self.person {
                    return None;
                }
                next.listing = self.listing.at_the_top();
                next.report = None;
            }
            Action::Naming(naming) => next.naming = naming,
            Action::FactorChosen(step, factor) => next.factor = toggled(self.factor, (step, factor)),
            Action::Filtered(filter) => {
                next.filter = filter;
                next.listing = self.listing.at_the_top();
            }
            Action::Listed(news) => {
                let days = self.counted.rows(&self.ledger.borrow(), self.filter, &self.person);
                next.listing = self.listing.after(news, &days)?;
            }
            Action::Searched(query) => {
                next.query = query;
                next.opened = None;
            }
            Action::Insight(Change::Offered(draft)) => {
                next.offered = Some(draft).filter(|draft| self.typed_draft(draft.kind.as_str()).is_none());
            }
            Action::Insight(change) => next.insight = self.insight.after(change, self.today),
            Action::Storage(storage) => {
                // That something was saved is not true any more.
                if storage.is_loss() {
                    next.report = self.report.clone().filter(Report::is_failure);
                }
                next.storage = storage;
            }
            Action::Desk(change) => {
                next.desk = change.after(&self.desk)?;
                if let Some(rules) = change.rules() {
                    rules.keep(&self.ledger);
                    // A receipt is checked again by the rules that are in use now.
                    if matches!(self.view, View::Receipt(_)) {
                        next.carry = None;
                    }
                }
            }
            Action::ParameterChosen(parameter) => next.opened = toggled(self.opened, parameter),
            Action::Edited(name, edits) => next.edit(name, edits)?,
            Action::Cleared(name) => {
                self.is_filled(&name).then_some(())?;
                next.drop_draft(&name);
                next.attempted = false;
                next.touched.clear();
            }
            Action::Posted { entries, draft, report, then } => next.posted(entries, draft, report, then),
            Action::Reported(report) => {
                next.saving = false;
                next.report = Some(report);
            }
            Action::Hosted(host) => next.host = Some(host),
            Action::NewVersion => next.newer = true,
            // What a newcomer can do.
            _ => return None,
        }
        Some(next)
    }

    /// Takes in what was written.
    fn posted(&mut self, entries: Vec<Entry>, draft: Option<String>, report: Report, then: Option<View>) {
        self.add(entries);
        if let Some(name) = draft {
            self.drop_draft(&name);
        }
        self.saving = false;
        if report == Report::HouseholdChanged {
            self.naming = Naming::default();
        }
        if let Some(view) = then {
            self.go(view);
        }
        self.report = Some(report);
    }

    /// Changes fields of a draft; `None` if there is none of that name.
    fn edit(&mut self, name: String, edits: Vec<Edit>) -> Option<()> {
        let kind = self.kind_of(&name)?;
        let draft = self.draft(&name, kind);
        self.type_into(name, &draft, edits);
        Some(())
    }

    /// Entries already there are left alone: the same record read twice is one entry.
    fn add(&mut self, entries: Vec<Entry>) {
        let mut ledger = self.ledger.borrow_mut();
        // A duplicate, or a reversal of something unknown, changes nothing.
        ledger.post_all(entries);
        self.length = ledger.entries().len();
        drop(ledger);
        self.keep_to_the_household();
    }

    /// Whoever is unknown or has left is not shown: the first who is there is.
    fn keep_to_the_household(&mut self) {
        let present = self.ledger.borrow().present();
        if !present.iter().any(|member| member.person == self.person)
            && let Some(first) = present.into_iter().next()
        {
            self.person = first.person;
        }
    }
}

/// Opens what is closed and closes what is open.
fn toggled<T: PartialEq + Copy>(open: Option<T>, chosen: T) -> Option<T> {
    if open == Some(chosen) { None } else { Some(chosen) }
}

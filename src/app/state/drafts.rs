//! The drafts: what was typed into each form, and what a form opens with.

use std::rc::Rc;

use super::State;
use crate::app::snapshot::reopened;
use crate::domain::activity::{Facts, Kind, Mode};
use crate::domain::draft::{Draft, leg_path};
use crate::route::View;

/// The name under which the home screen's example is kept.
pub const EXAMPLE: &str = "example";

const CORRECTION: &str = "correct-";

/// The name of the draft that corrects an entry.
pub fn correction_name(id: &str) -> String {
    format!("{CORRECTION}{id}")
}

impl State {
    /// The draft of that name: as typed, as offered, or as a fresh form shows it.
    pub fn draft(&self, name: &str, kind: Kind) -> Rc<Draft> {
        let filled = self.typed_draft(name).or_else(|| self.offered_draft(name));
        filled.cloned().unwrap_or_else(|| Rc::new(self.fresh(name, kind)))
    }

    /// Whether the form of that name shows more than a fresh one: there is something to clear.
    pub fn is_filled(&self, name: &str) -> bool {
        self.typed_draft(name).or_else(|| self.offered_draft(name)).is_some()
    }

    fn offered_draft(&self, name: &str) -> Option<&Rc<Draft>> {
        self.offered.as_ref().filter(|draft| draft.kind.as_str() == name)
    }

    /// The draft of that name if anything was typed into it.
    pub fn typed_draft(&self, name: &str) -> Option<&Rc<Draft>> {
        self.drafts.iter().find(|(known, _)| known == name).map(|(_, draft)| draft)
    }

    /// The name and kind of the draft on the screen, if the screen is a form.
    pub fn open_draft(&self) -> Option<(String, Kind)> {
        match &self.view {
            View::Record(kind) => Some((kind.as_str().to_owned(), *kind)),
            View::Correct(id) => {
                let ledger = self.ledger.borrow();
                // What was reversed does not count any more, so there is nothing left to correct.
                if ledger.reversal_of(id).is_some() {
                    return None;
                }
                let kind = ledger.entry(id)?.posted()?.activity.facts.kind();
                Some((correction_name(id), kind))
            }
            _ => None,
        }
    }

    /// The draft on the screen: a form's, or the example of the home screen.
    pub fn shown_draft(&self) -> Option<(String, Kind)> {
        match &self.view {
            View::Home => Some((EXAMPLE.to_owned(), Kind::Trip)),
            _ => self.open_draft(),
        }
    }

    pub(super) fn kind_of(&self, name: &str) -> Option<Kind> {
        match (name, name.strip_prefix(CORRECTION)) {
            (EXAMPLE, _) => Some(Kind::Trip),
            (_, Some(id)) => Some(self.ledger.borrow().entry(id)?.posted()?.activity.facts.kind()),
            (word, None) => Kind::from_word(word),
        }
    }

    /// A form as it opens: today's date, and for a trip one leg by the way last used.
    fn fresh(&self, name: &str, kind: Kind) -> Draft {
        if let Some(id) = name.strip_prefix(CORRECTION) {
            let ledger = self.ledger.borrow();
            let posted = ledger.entry(id).and_then(|entry| entry.posted());
            if let Some(mut draft) = posted.and_then(|posted| reopened(&posted.activity)) {
                draft.corrects = Some(id.to_owned());
                draft.people = posted.map(|posted| posted.holders().map(str::to_owned).collect());
                return draft;
            }
        }
        let draft = Draft::new(kind);
        match kind {
            Kind::Utility => draft.with("utility", "electricity"),
            Kind::Trip if name == EXAMPLE => self.example_by(self.last_mode()),
            Kind::Trip => self.trip_by(self.last_mode()),
            _ => draft.with("date", self.today.to_string()),
        }
    }

    /// The example as a newcomer finds it, or as it was typed over.
    pub fn example(&self) -> Rc<Draft> {
        self.typed_draft(EXAMPLE).cloned().unwrap_or_else(|| Rc::new(self.example_by(None)))
    }

    fn example_by(&self, mode: Option<Mode>) -> Draft {
        self.trip_by(mode).with(&leg_path(0, "km"), "10")
    }

    fn trip_by(&self, mode: Option<Mode>) -> Draft {
        let mode = mode.unwrap_or(Mode::Rail).as_str();
        Draft::new(Kind::Trip).with("date", self.today.to_string()).with(&leg_path(0, "mode"), mode)
    }

    fn last_mode(&self) -> Option<Mode> {
        let ledger = self.ledger.borrow();
        ledger.recent_of(&self.person).find_map(|posted| match &posted.activity.facts {
            Facts::Trip(legs) => legs.first().map(|leg| leg.mode),
            _ => None,
        })
    }

    pub(super) fn put_draft(&mut self, name: String, draft: Draft) {
        self.drop_draft(&name);
        self.drafts.push((name, Rc::new(draft)));
    }

    pub(super) fn drop_draft(&mut self, name: &str) {
        self.drafts.retain(|(known, _)| known != name);
        // Neither typed over nor cleared does an offer come back.
        self.offered.take_if(|draft| draft.kind.as_str() == name);
    }
}

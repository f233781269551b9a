//! Whether a new entry can be true: its numbers worked out again, its days not in the future, its reward on offer.

use std::rc::Rc;

use super::again::Again;
use super::plan::{Why, day_of};
use crate::domain::date::Date;
use crate::domain::ledger::Entry;
use crate::domain::receipt::{Proof, Signed, Used, proof};
use crate::domain::rulebook::Rulebook;

/// How much later than now an entry may have been recorded: another device's clock may be ahead.
const AHEAD_MS: i64 = 86_400_000;

/// The device that a file is imported on.
#[derive(Clone, Copy)]
pub struct Here<'h> {
    /// Its settings.
    pub settings: &'h [(String, String)],
    /// The Beijing day.
    pub today: Date,
    /// Milliseconds since 1970-01-01T00:00Z.
    pub now: i64,
    /// Whether a setting, by its name and text, can be what it says.
    pub is_setting: &'h dyn Fn(&str, &str) -> bool,
    /// The rulebook of a name as entries keep it, if it is at hand.
    pub rulebooks: &'h dyn Fn(&str) -> Option<Rc<Rulebook>>,
    /// Whether a receipt is signed by its issuer, if that is known.
    pub signed: &'h Signed<'h>,
}

impl std::fmt::Debug for Here<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Here").field("today", &self.today).field("now", &self.now).finish_non_exhaustive()
    }
}

/// Checks of the entries of a file.
pub(super) struct Checks<'h> {
    here: Here<'h>,
    pub(super) again: Again<'h>,
}

impl<'h> Checks<'h> {
    pub(super) fn on(here: Here<'h>) -> Self {
        Self { here, again: Again::with(here.rulebooks) }
    }

    /// What shows that an entry is verified.
    pub(super) fn proof(&mut self, entry: &Entry, used: &Used) -> Proof {
        let kept = entry.posted().filter(|posted| posted.receipt.is_some());
        let rules = kept.and_then(|posted| self.again.rulebook(&posted.rulebook));
        proof(entry, rules.as_deref(), self.here.signed, used)
    }

    /// Whether the entry is of a day, or a moment, that is still to come.
    pub(super) fn too_late(&self, entry: &Entry) -> Option<Why> {
        if entry.recorded_at > self.here.now.saturating_add(AHEAD_MS) {
            return Some(Why::RecordedLater);
        }
        day_of(entry).is_some_and(|day| day > self.here.today).then_some(Why::Future)
    }
}

//! Entries of a file, one after another, on their way into a ledger: which are new, which it has, and which it cannot take.

use std::collections::BTreeMap;

use super::again::{Offer, Worth};
use super::check::{Checks, Here};
use super::entry::refers_to;
use super::plan::{LeftOut, Unchecked, Why};
use crate::domain::ledger::{Ended, Entry, FIRST_PERSON, Ledger, Posting, saved};
use crate::domain::receipt::{Proof, Refusal, Used};

/// A file on its way into a ledger.
pub(super) struct Merge<'l> {
    pub(super) ledger: &'l Ledger,
    pub(super) checks: Checks<'l>,
    // Places by id; all of one type, whose code stands in the page once.
    /// Of corrections on the device, by what they correct.
    pub(super) corrected: BTreeMap<String, usize>,
    pub(super) new: Vec<Entry>,
    pub(super) places: BTreeMap<String, usize>,
    /// Of new entries that end something, by what they end.
    pub(super) ends: BTreeMap<String, usize>,
    pub(super) known: usize,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) left_places: BTreeMap<String, usize>,
    pub(super) unchecked: Unchecked,
    /// Receipts, on the device and in the file.
    pub(super) used: Used,
    /// New entries that are verified although nothing here shows it.
    pub(super) unproven: BTreeMap<String, usize>,
}

impl<'l> Merge<'l> {
    pub(super) fn onto(ledger: &'l Ledger, here: Here<'l>) -> Self {
        let mut merge = Self {
            ledger,
            checks: Checks::on(here),
            corrected: BTreeMap::new(),
            new: Vec::new(),
            places: BTreeMap::new(),
            ends: BTreeMap::new(),
            known: 0,
            left_out: Vec::new(),
            left_places: BTreeMap::new(),
            unchecked: Unchecked::default(),
            used: Used::of(ledger),
            unproven: BTreeMap::new(),
        };
        for (place, entry) in ledger.entries().iter().enumerate() {
            if let Some(old) = entry.posted().and_then(|posted| posted.corrects.clone()) {
                merge.corrected.insert(old, place);
            }
        }
        merge
    }

    pub(super) fn take(&mut self, entry: &Entry) {
        if let Some(here) = self.ledger.entry(&entry.id) {
            if saved::entry_text(here) == saved::entry_text(entry) {
                self.known += 1;
            } else {
                self.leave(entry, Why::OtherContent);
            }
            return;
        }
        if let Some(why) = self.checks.too_late(entry).or_else(|| self.obstacle(entry)) {
            return self.leave(entry, why);
        }
        match self.checks.proof(entry, &self.used) {
            Proof::Refused(Refusal::Replayed { .. }) => return self.leave(entry, Why::ReceiptUsed),
            Proof::Refused(_) => return self.leave(entry, Why::ReceiptRefused),
            Proof::Missing | Proof::Unchecked => {
                self.unproven.insert(entry.id.clone(), self.new.len());
            }
            Proof::NotNeeded | Proof::Sound => {}
        }
        if let Some(posted) = entry.posted() {
            match self.checks.again.worth(posted) {
                Worth::Same | Worth::ByBase => {}
                Worth::Other(_, totals) => return self.leave(entry, Why::Different(totals)),
                Worth::Unknown => {
                    self.unchecked.entries += 1;
                    self.unchecked.points = self.unchecked.points.saturating_add(posted.totals.points);
                }
            }
        }
        if let Some(redemption) = entry.redemption() {
            match self.checks.again.offer(redemption) {
                Offer::Same => {}
                Offer::Other(cost) => return self.leave(entry, Why::NotOffered(cost)),
                Offer::Unknown => self.unchecked.entries += 1,
            }
        }
        if let Posting::Reversal { of } | Posting::Use { of } = &entry.posting {
            self.ends.insert(of.clone(), self.new.len());
            self.used.free(of);
        }
        self.used.note(entry);
        self.places.insert(entry.id.clone(), self.new.len());
        self.new.push(entry.clone());
    }

    fn leave(&mut self, entry: &Entry, why: Why) {
        self.left_places.insert(entry.id.clone(), self.left_out.len());
        self.left_out.push(LeftOut { entry: entry.clone(), why });
    }

    fn obstacle(&self, entry: &Entry) -> Option<Why> {
        let of = refers_to(entry)?;
        if self.left_places.contains_key(of) {
            return Some(Why::FollowsLeftOut);
        }
        let target = match self.places.get(of) {
            Some(place) => self.new.get(*place),
            None => self.ledger.entry(of).map(|entry| &**entry),
        };
        let ended = match self.ends.get(of).and_then(|place| self.new.get(*place)).map(|end| &end.posting) {
            Some(Posting::Use { .. }) => Some(Ended::Used),
            Some(_) => Some(Ended::Cancelled),
            None => self.ledger.ended(of),
        };
        match (&entry.posting, target.map(|target| &target.posting)) {
            // A correction counts whether or not what it corrects is still there to be seen.
            (Posting::Activity(_), _) => self.corrected.contains_key(of).then_some(Why::CorrectedHere),
            (Posting::Reversal { .. }, Some(Posting::Activity(_) | Posting::Redemption(_))) => match ended {
                None => None,
                Some(Ended::Cancelled) => Some(Why::DoneHere),
                Some(Ended::Used) => Some(Why::EndedOtherwise),
            },
            (Posting::Use { .. }, Some(Posting::Redemption(_))) => match ended {
                None => None,
                Some(Ended::Used) => Some(Why::DoneHere),
                Some(Ended::Cancelled) => Some(Why::EndedOtherwise),
            },
            _ => Some(Why::NotThere),
        }
    }
}

/// Whether an entry belongs to, or names, the person who began the ledger.
pub(super) fn is_of_first(entry: &Entry) -> bool {
    match &entry.posting {
        Posting::Activity(posted) => posted.holders().any(|holder| holder == FIRST_PERSON),
        Posting::Redemption(redemption) => redemption.person == FIRST_PERSON,
        Posting::Member { person, .. } => person == FIRST_PERSON,
        Posting::Reversal { .. } | Posting::Use { .. } => false,
    }
}

//! Which receipts were taken, so that none is taken again.
//!
//! A receipt stays used when its entry is corrected: the correction stands in for it. Only when the entry, or the last of
//! its corrections, was undone does nothing count any more, and the receipt can be taken again.

use std::collections::BTreeMap;

use super::{Statement, kept};
use crate::domain::ledger::{Entry, Ledger, Posting};

/// Receipts that were taken: what no other one has ([`Statement::key`]), and the id of the entry that counts for it.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Used {
    entries: BTreeMap<String, String>,
    /// The other way round.
    keys: BTreeMap<String, String>,
    /// Those of entries that were reversed, and which a correction may stand in for.
    reversed: BTreeMap<String, String>,
}

impl Used {
    /// Those of a ledger.
    pub fn of(ledger: &Ledger) -> Self {
        let mut used = Self::default();
        for entry in ledger.entries() {
            if let Posting::Reversal { of } = &entry.posting {
                used.free(of);
            }
            used.note(entry);
        }
        // Brought together from several devices, a reversal can stand before what it reverses.
        let late: Vec<String> = used.keys.keys().filter(|id| ledger.reversal_of(id).is_some()).cloned().collect();
        for id in &late {
            used.free(id);
        }
        used
    }

    /// The entry that counts for the same receipt.
    pub fn by(&self, statement: &Statement) -> Option<&str> {
        self.entries.get(&statement.key()).map(String::as_str)
    }

    /// Notes the receipt of an entry, if it has one that can be read, or that of the entry it corrects.
    pub fn note(&mut self, entry: &Entry) {
        let Some(posted) = entry.posted() else { return };
        if let Some(Ok(receipt)) = kept(posted) {
            self.hold(receipt.statement.key(), &entry.id);
        }
        if let Some(corrected) = &posted.corrects {
            // Whichever comes first in a file, the correction or the reversal that goes with it.
            self.free(corrected);
            if let Some(key) = self.reversed.remove(corrected) {
                self.hold(key, &entry.id);
            }
        }
    }

    /// Notes that an entry does not count any more.
    pub fn free(&mut self, id: &str) {
        if let Some(key) = self.keys.remove(id) {
            self.entries.remove(&key);
            self.reversed.insert(id.to_owned(), key);
        }
    }

    fn hold(&mut self, key: String, id: &str) {
        // Of two that were made of one, the first is the one that was.
        if !self.entries.contains_key(&key) {
            self.entries.insert(key.clone(), id.to_owned());
            self.keys.insert(id.to_owned(), key);
        }
    }
}

//! The ledger: entries are added and never changed; a mistake is a reversing entry and a new one.
//!
//! Totals are a fold over the entries, kept up as they are added, so that adding one costs the same however many
//! there are. They are never saved.

mod entry;

use std::collections::BTreeMap;
use std::rc::Rc;

pub use entry::{Entry, Posted, Posting};

use super::assessment::Totals;
use super::date::Date;

/// A month of a year.
pub type Month = (i32, u8);

/// Why an entry cannot be added.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// An entry with that id is already there.
    Duplicate,
    /// The entry to be reversed is not there.
    NothingToReverse,
    /// The entry to be reversed has been reversed already, or is itself a reversal.
    AlreadyReversed,
}

/// All entries, in order of recording.
#[derive(Clone, Default, Debug)]
pub struct Ledger {
    entries: Vec<Rc<Entry>>,
    places: BTreeMap<String, usize>,
    reversed_by: BTreeMap<String, usize>,
    months: BTreeMap<Month, Totals>,
    all: Totals,
}

impl Ledger {
    /// Adds an entry at the end.
    pub fn post(&mut self, entry: Entry) -> Result<(), Refused> {
        if self.places.contains_key(&entry.id) {
            return Err(Refused::Duplicate);
        }
        let (date, change) = match &entry.posting {
            Posting::Activity(posted) => (posted.activity.date, posted.totals),
            Posting::Reversal { of } => {
                let target = self.posted(of).ok_or(Refused::NothingToReverse)?;
                if self.reversed_by.contains_key(of) {
                    return Err(Refused::AlreadyReversed);
                }
                (target.activity.date, target.totals.negated())
            }
        };
        let place = self.entries.len();
        if let Posting::Reversal { of } = &entry.posting {
            self.reversed_by.insert(of.clone(), place);
        }
        self.places.insert(entry.id.clone(), place);
        self.entries.push(Rc::new(entry));
        self.all = self.all.plus(change);
        let month = self.months.entry((date.year(), date.month())).or_default();
        *month = month.plus(change);
        Ok(())
    }

    /// Every entry, in order of recording.
    pub fn entries(&self) -> &[Rc<Entry>] {
        &self.entries
    }

    /// Whether nothing was ever recorded.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry with that id.
    pub fn entry(&self, id: &str) -> Option<&Rc<Entry>> {
        self.entries.get(*self.places.get(id)?)
    }

    /// The reversal of the entry with that id, if it was reversed.
    pub fn reversal_of(&self, id: &str) -> Option<&Rc<Entry>> {
        self.entries.get(*self.reversed_by.get(id)?)
    }

    /// Totals of all entries that count.
    pub fn all_time(&self) -> Totals {
        self.all
    }

    /// Totals of a month, by the day the activity counts for.
    pub fn month(&self, month: Month) -> Totals {
        self.months.get(&month).copied().unwrap_or_default()
    }

    /// The posted entries that count (not reversed), newest day first and, within a day, last recorded first.
    pub fn counting(&self) -> Vec<(&Rc<Entry>, &Posted)> {
        let mut counting: Vec<_> = self
            .entries
            .iter()
            .filter(|entry| !self.reversed_by.contains_key(&entry.id))
            .filter_map(|entry| Some((entry, entry.posted()?)))
            .collect();
        counting.reverse();
        counting.sort_by_key(|(_, posted)| std::cmp::Reverse(posted.activity.date));
        counting
    }

    /// Every posted entry, reversed ones included, in the order of [`Ledger::counting`].
    pub fn by_day(&self) -> Vec<(Date, Vec<(&Rc<Entry>, &Posted)>)> {
        let mut days: BTreeMap<Date, Vec<(&Rc<Entry>, &Posted)>> = BTreeMap::new();
        for entry in self.entries.iter().rev() {
            if let Some(posted) = entry.posted() {
                days.entry(posted.activity.date).or_default().push((entry, posted));
            }
        }
        days.into_iter().rev().collect()
    }

    fn posted(&self, id: &str) -> Option<&Posted> {
        self.entry(id)?.posted()
    }
}

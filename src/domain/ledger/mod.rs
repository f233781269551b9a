//! The ledger: entries are added and never changed; a mistake is a reversing entry and a new one.
//!
//! Totals are a fold over the entries, kept up as they are added, so that adding one costs the same however many
//! there are. They are never saved.

mod entry;

use std::collections::BTreeMap;
use std::rc::Rc;

pub use entry::{Entry, Posted, Posting};

use super::activity::{Facts, UtilityBill};
use super::assessment::Totals;
use super::date::Date;

/// A month of a year.
pub type Month = (i32, u8);

/// Why an entry cannot be added.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// An entry with that id is already there.
    Duplicate,
    /// The entry to be reversed is not there, or is itself a reversal.
    NothingToReverse,
    /// The entry to be reversed has been reversed already.
    AlreadyReversed,
}

/// Where an entry stands, and where its reversal does.
#[derive(Clone, Copy, Debug)]
struct Place {
    entry: usize,
    reversal: Option<usize>,
}

/// All entries, in order of recording.
#[derive(Clone, Default, Debug)]
pub struct Ledger {
    entries: Vec<Rc<Entry>>,
    places: BTreeMap<String, Place>,
    /// Posted entries by the day they count for, earliest day first, in order of recording within a day.
    days: Vec<(Date, Vec<usize>)>,
    /// Earliest month first.
    months: Vec<(Month, Totals)>,
    all: Totals,
}

impl Ledger {
    /// Adds an entry at the end.
    pub fn post(&mut self, entry: Entry) -> Result<(), Refused> {
        if self.places.contains_key(&entry.id) {
            return Err(Refused::Duplicate);
        }
        let here = self.entries.len();
        let (date, change) = match &entry.posting {
            Posting::Activity(posted) => {
                let date = posted.activity.date;
                match self.days.binary_search_by_key(&date, |(day, _)| *day) {
                    Ok(found) => {
                        if let Some((_, entries)) = self.days.get_mut(found) {
                            entries.push(here);
                        }
                    }
                    Err(between) => self.days.insert(between, (date, vec![here])),
                }
                (date, posted.totals)
            }
            Posting::Reversal { of } => {
                let place = self.places.get_mut(of).ok_or(Refused::NothingToReverse)?;
                let target = self.entries.get(place.entry).and_then(|target| target.posted());
                let target = target.ok_or(Refused::NothingToReverse)?;
                if place.reversal.is_some() {
                    return Err(Refused::AlreadyReversed);
                }
                place.reversal = Some(here);
                (target.activity.date, target.totals.negated())
            }
        };
        self.places.insert(entry.id.clone(), Place { entry: here, reversal: None });
        self.entries.push(Rc::new(entry));
        self.all = self.all.plus(change);
        let month = (date.year(), date.month());
        match self.months.binary_search_by_key(&month, |(month, _)| *month) {
            Ok(found) => {
                if let Some((_, totals)) = self.months.get_mut(found) {
                    *totals = totals.plus(change);
                }
            }
            Err(between) => self.months.insert(between, (month, change)),
        }
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
        self.entries.get(self.places.get(id)?.entry)
    }

    /// The reversal of the entry with that id, if it was reversed.
    pub fn reversal_of(&self, id: &str) -> Option<&Rc<Entry>> {
        self.entries.get(self.places.get(id)?.reversal?)
    }

    /// Totals of all entries that count.
    pub fn all_time(&self) -> Totals {
        self.all
    }

    /// Totals of a month, by the day the activity counts for.
    pub fn month(&self, month: Month) -> Totals {
        let found = self.months.binary_search_by_key(&month, |(month, _)| *month).ok();
        found.and_then(|found| self.months.get(found)).map(|(_, totals)| *totals).unwrap_or_default()
    }

    /// What was posted lately and still counts, last recorded first: of the last 200 entries, enough to know a habit
    /// and few enough to cost the same in a long ledger.
    pub fn recent(&self) -> impl Iterator<Item = &Posted> {
        const LOOK_BACK: usize = 200;
        let lately = self.entries.iter().rev().take(LOOK_BACK);
        lately.filter(|entry| self.reversal_of(&entry.id).is_none()).filter_map(|entry| entry.posted())
    }

    /// A bill that still counts and has a day in common with this one of the same meter. The entry that this one is to
    /// replace is passed over.
    pub fn overlapping(&self, bill: &UtilityBill, replaces: Option<&str>) -> Option<&UtilityBill> {
        self.entries.iter().find_map(|entry| match &entry.posted()?.activity.facts {
            Facts::Utility(other)
                if (other.utility, &other.meter) == (bill.utility, &bill.meter)
                    && other.start <= bill.end
                    && bill.start <= other.end
                    && replaces != Some(&*entry.id)
                    && self.reversal_of(&entry.id).is_none() =>
            {
                Some(other)
            }
            _ => None,
        })
    }

    /// Posted entries that were recorded on that day or later, reversed ones included, last recorded first, each with the
    /// day it was recorded on.
    pub fn recorded_since(&self, day: Date) -> impl Iterator<Item = (Date, (&Rc<Entry>, &Posted))> {
        let lately = self.entries.iter().rev().map(|entry| (Date::in_beijing(entry.recorded_at), entry));
        let lately = lately.take_while(move |(recorded, _)| *recorded >= day);
        lately.filter_map(|(recorded, entry)| Some((recorded, (entry, entry.posted()?))))
    }

    /// Posted entries, reversed ones included: newest day first and, within a day, last recorded first.
    pub fn by_day(&self) -> impl Iterator<Item = (Date, Vec<(&Rc<Entry>, &Posted)>)> {
        self.days.iter().rev().map(|(day, places)| {
            let entries = places.iter().rev().filter_map(|place| self.entries.get(*place));
            (*day, entries.filter_map(|entry| Some((entry, entry.posted()?))).collect())
        })
    }
}

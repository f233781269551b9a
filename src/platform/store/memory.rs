//! The store where the device keeps nothing: the same, for as long as the page is open.

use std::cell::{Cell, RefCell};

use super::import::{IMPORTED, TAKEN_OUT};
use super::{Area, Change, StoreError, When};

/// Records and named texts in memory.
#[derive(Default, Debug)]
pub(super) struct Memory {
    entries: RefCell<Vec<String>>,
    /// How many entries were read.
    read: Cell<usize>,
    named: RefCell<Vec<(Area, String, String)>>,
}

/// Everything that was in memory at a moment.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Contents {
    pub(super) entries: Vec<String>,
    named: Vec<(Area, String, String)>,
}

impl Contents {
    /// What writes it elsewhere, where the first entries are already. Imports are left out: elsewhere the places that
    /// they remember are others.
    pub(super) fn changes(&self, written: usize) -> Vec<Change<'_>> {
        let own = |name: &str| name == IMPORTED || name == TAKEN_OUT;
        let entries = self.entries.iter().skip(written).map(|record| Change::Append(record));
        let named = self.named.iter().filter(|(area, name, _)| *area != Area::Settings || !own(name));
        entries.chain(named.map(|(area, name, text)| Change::Put(*area, name, text))).collect()
    }
}

impl Memory {
    /// Everything.
    pub(super) fn contents(&self) -> Contents {
        Contents { entries: self.all_entries(), named: self.named.borrow().clone() }
    }

    /// All of them: what was read before may be read again.
    pub(super) fn new_entries(&self) -> Vec<String> {
        let entries = self.all_entries();
        self.read.set(entries.len());
        entries
    }

    /// All of them, without counting them as read.
    pub(super) fn all_entries(&self) -> Vec<String> {
        self.entries.borrow().clone()
    }

    /// Names and texts of an area.
    pub(super) fn named(&self, area: Area) -> Vec<(String, String)> {
        let named = self.named.borrow();
        let of_area = named.iter().filter(|(on, ..)| *on == area);
        of_area.map(|(_, name, text)| (name.clone(), text.clone())).collect()
    }

    /// Takes out all records but the first ones.
    pub(super) fn truncate(&self, length: usize) {
        self.entries.borrow_mut().truncate(length);
        self.read.set(self.read.get().min(length));
    }

    pub(super) fn write(&self, changes: &[Change<'_>], when: When) -> Result<(), StoreError> {
        if when == When::AllRead && self.entries.borrow().len() > self.read.get() {
            return Err(StoreError::Behind);
        }
        let marked =
            |id: &str| self.named.borrow().iter().any(|(area, name, _)| *area == Area::Reversals && name == id);
        if changes.iter().any(|change| matches!(change, Change::Reverse(id) if marked(id))) {
            return Err(StoreError::AlreadyReversed);
        }
        for change in changes {
            match *change {
                Change::Append(record) => self.entries.borrow_mut().push(record.to_owned()),
                Change::Put(area, name, text) => {
                    self.remove(area, name);
                    self.named.borrow_mut().push((area, name.to_owned(), text.to_owned()));
                }
                Change::Reverse(id) => {
                    self.named.borrow_mut().push((Area::Reversals, id.to_owned(), String::new()));
                }
                Change::Remove(area, name) => self.remove(area, name),
            }
        }
        Ok(())
    }

    fn remove(&self, area: Area, name: &str) {
        self.named.borrow_mut().retain(|(on, named, _)| (*on, named.as_str()) != (area, name));
    }
}

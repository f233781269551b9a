//! The store where the device keeps nothing: the same, for as long as the page is open.

use std::cell::RefCell;

use super::{Change, Shelf};

/// Records and named texts in memory.
#[derive(Default, Debug)]
pub(super) struct Memory {
    entries: RefCell<Vec<String>>,
    named: RefCell<Vec<(Shelf, String, String)>>,
}

impl Memory {
    pub(super) fn entries(&self) -> Vec<String> {
        self.entries.borrow().clone()
    }

    pub(super) fn aside(&self) -> Vec<(String, String)> {
        let named = self.named.borrow();
        let aside = named.iter().filter(|(shelf, ..)| *shelf == Shelf::Aside);
        aside.map(|(_, name, text)| (name.clone(), text.clone())).collect()
    }

    pub(super) fn write(&self, changes: &[Change<'_>]) {
        for change in changes {
            match *change {
                Change::Append(record) => self.entries.borrow_mut().push(record.to_owned()),
                Change::Put(shelf, name, text) => {
                    self.remove(shelf, name);
                    self.named.borrow_mut().push((shelf, name.to_owned(), text.to_owned()));
                }
                Change::Remove(shelf, name) => self.remove(shelf, name),
            }
        }
    }

    fn remove(&self, shelf: Shelf, name: &str) {
        self.named.borrow_mut().retain(|(on, named, _)| (*on, named.as_str()) != (shelf, name));
    }
}

//! The store of a page that may keep nothing.

use std::collections::BTreeMap;

/// Entries and named values, until the page is closed.
#[derive(Default, Debug)]
pub(super) struct Memory {
    entries: Vec<String>,
    named: BTreeMap<(&'static str, String), String>,
}

impl Memory {
    pub(super) fn append(&mut self, entries: &[String]) {
        self.entries.extend_from_slice(entries);
    }

    pub(super) fn entries(&self) -> Vec<String> {
        self.entries.clone()
    }

    pub(super) fn put(&mut self, area: &'static str, name: &str, value: &str) {
        self.named.insert((area, name.to_owned()), value.to_owned());
    }

    pub(super) fn remove(&mut self, area: &'static str, name: &str) {
        self.named.remove(&(area, name.to_owned()));
    }
}

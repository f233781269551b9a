//! The ids of a file: which there are, and which of them something refers to.

use super::fault::FaultKind;
use super::read::{Object, Read, Reader};
use super::shape::Section;
use crate::domain::json::{Json, shortened};

/// The ids of one section, as far as they can be read, and which of them something refers to.
#[derive(Debug)]
pub(super) struct Ids<'j> {
    section: Section,
    known: Vec<&'j str>,
    used: Vec<bool>,
}

impl Reader {
    /// The ids of a section, each well-formed and given once.
    pub(super) fn ids<'j>(&mut self, section: Section, items: &'j [Json]) -> Ids<'j> {
        let mut known: Vec<&str> = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let id = match item.get("id") {
                Some(Json::Text(id)) => id.as_str(),
                _ => "",
            };
            let path = || format!("{}[{index}].id", section.as_str());
            if !id.is_empty() && !well_formed(id) {
                self.fault(path(), FaultKind::BadId { given: shortened(id) });
            } else if !id.is_empty() && known.contains(&id) {
                self.fault(path(), FaultKind::DuplicateId { id: id.to_owned() });
            }
            known.push(id);
        }
        Ids { section, used: vec![false; known.len()], known }
    }

    /// The index of the entry that a key refers to.
    pub(super) fn reference(&mut self, object: &Object<'_>, key: &str, ids: &mut Ids<'_>) -> Read<usize> {
        let id = self.text(object, key)?;
        self.reference_to(object.at(key), id, ids)
    }

    pub(super) fn optional_reference(
        &mut self,
        object: &Object<'_>,
        key: &str,
        ids: &mut Ids<'_>,
    ) -> Read<Option<usize>> {
        Self::optional(object, key).map(|_| self.reference(object, key, ids)).transpose()
    }

    pub(super) fn reference_to(&mut self, path: String, id: &str, ids: &mut Ids<'_>) -> Read<usize> {
        match ids.mark_used(id) {
            Some(index) => Ok(index),
            None => self.refuse(path, FaultKind::UnknownReference { section: ids.section, id: shortened(id) }),
        }
    }
}

impl Ids<'_> {
    /// The path of an entry: its index and, where it can be read, its id.
    pub(super) fn path(&self, index: usize) -> String {
        let section = self.section.as_str();
        match self.known.get(index) {
            Some(id) if well_formed(id) => format!("{section}[{index}]({id})"),
            _ => format!("{section}[{index}]"),
        }
    }

    /// The index of an id.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.known.iter().position(|known| *known == id)
    }

    /// The index of an id, which now counts as used.
    pub(super) fn mark_used(&mut self, id: &str) -> Option<usize> {
        let index = self.find(id)?;
        if let Some(used) = self.used.get_mut(index) {
            *used = true;
        }
        Some(index)
    }

    /// Notes every entry with an id that nothing refers to.
    pub(super) fn report_unused(&self, reader: &mut Reader) {
        for (index, (id, used)) in self.known.iter().zip(&self.used).enumerate() {
            // A second entry of the same id is reported as a duplicate, not as unused.
            if !used && !id.is_empty() && self.find(id) == Some(index) {
                reader.fault(self.path(index), FaultKind::Unused { section: self.section });
            }
        }
    }
}

/// Whether an id can stand in paths, keys and `id@version`.
pub(super) fn well_formed(id: &str) -> bool {
    let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
    !id.is_empty() && id.len() <= 60 && id.bytes().all(allowed)
}

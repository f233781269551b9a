//! The ids of a file: which there are, and which of them something refers to.

use super::fault::FaultKind;
use super::read::{Object, Read, Reader};
use super::shape::Section;
use crate::domain::district::DistrictFault;
use crate::domain::json::{Json, shortened};

/// The ids of one section, as far as they can be read, and which of them something refers to.
#[derive(Debug)]
pub(in crate::domain) struct Ids<'j> {
    section: Section,
    /// The ids of the rulebook that the file adds to; they stand before its own.
    inherited: Vec<&'j str>,
    known: Vec<&'j str>,
    used: Vec<bool>,
    /// Ids that something refers to and that are not there.
    sought: Vec<String>,
}

impl Reader {
    /// The ids of a section, each well-formed and given once.
    pub(in crate::domain) fn ids<'j>(&mut self, section: Section, items: &'j [Json]) -> Ids<'j> {
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
        Ids { section, inherited: Vec::new(), used: vec![false; known.len()], known, sought: Vec::new() }
    }

    /// The index of the entry that a key refers to.
    pub(in crate::domain) fn reference(&mut self, object: &Object<'_>, key: &str, ids: &mut Ids<'_>) -> Read<usize> {
        let id = self.text(object, key)?;
        self.reference_to(object.at(key), id, ids)
    }

    pub(in crate::domain) fn optional_reference(
        &mut self,
        object: &Object<'_>,
        key: &str,
        ids: &mut Ids<'_>,
    ) -> Read<Option<usize>> {
        Self::optional(object, key).map(|_| self.reference(object, key, ids)).transpose()
    }

    pub(in crate::domain) fn reference_to(&mut self, path: String, id: &str, ids: &mut Ids<'_>) -> Read<usize> {
        if let Some(index) = ids.mark_used(id) {
            return Ok(index);
        }
        ids.sought.push(id.to_owned());
        let meant = ids.nearest(id).map(str::to_owned);
        self.refuse(path, FaultKind::UnknownReference { section: ids.section, id: shortened(id), meant })
    }
}

impl<'j> Ids<'j> {
    /// The same ids after those of the rulebook that the file adds to.
    pub(in crate::domain) fn after(self, inherited: impl Iterator<Item = &'j str>) -> Self {
        Self { inherited: inherited.collect(), ..self }
    }

    /// Ids of a section that the file has nothing of its own in.
    pub(in crate::domain) fn only(section: Section, inherited: impl Iterator<Item = &'j str>) -> Self {
        Ids { section, inherited: inherited.collect(), known: Vec::new(), used: Vec::new(), sought: Vec::new() }
    }

    /// The path of an entry: its index in the file and, where it can be read, its id.
    pub(in crate::domain) fn path(&self, index: usize) -> String {
        let section = self.section.as_str();
        let Some(own) = index.checked_sub(self.inherited.len()) else {
            // Not in this file, so there is no number that would lead to it.
            return format!("{section}({})", self.inherited.get(index).copied().unwrap_or_default());
        };
        match self.known.get(own) {
            Some(id) if well_formed(id) => format!("{section}[{own}]({id})"),
            _ => format!("{section}[{own}]"),
        }
    }

    /// The index of the file's first own entry.
    pub(in crate::domain) fn first(&self) -> usize {
        self.inherited.len()
    }

    /// The index of an id.
    pub(in crate::domain) fn find(&self, id: &str) -> Option<usize> {
        let among = |ids: &[&str]| ids.iter().position(|known| *known == id);
        among(&self.inherited).or_else(|| Some(self.first() + among(&self.known)?))
    }

    /// The index of an id, which now counts as used.
    pub(in crate::domain) fn mark_used(&mut self, id: &str) -> Option<usize> {
        let index = self.find(id)?;
        let own = index.checked_sub(self.first());
        if let Some(used) = own.and_then(|own| self.used.get_mut(own)) {
            *used = true;
        }
        Some(index)
    }

    /// The id that was probably meant by one that is not there.
    fn nearest(&self, id: &str) -> Option<&'j str> {
        let all = self.inherited.iter().chain(&self.known).filter(|known| is_near(known, id));
        all.min_by_key(|known| distance(known, id)).copied()
    }

    /// Notes every own entry whose id the inherited rulebook has already.
    pub(in crate::domain) fn report_inherited(&self, reader: &mut Reader) {
        for (own, id) in self.known.iter().enumerate() {
            if self.inherited.contains(id) {
                let path = format!("{}.id", self.path(self.first() + own));
                reader.fault(path, FaultKind::District(DistrictFault::InBase { id: shortened(id) }));
            }
        }
    }

    /// Notes every entry with an id that nothing refers to.
    pub(in crate::domain) fn report_unused(&self, reader: &mut Reader) {
        for (own, (id, used)) in self.known.iter().zip(&self.used).enumerate() {
            let index = self.first() + own;
            // A second entry of the same id is reported as a duplicate, and one whose id is misspelt where it is used is
            // told there: neither is unused.
            let meant = self.sought.iter().any(|sought| is_near(id, sought));
            if !used && !meant && !id.is_empty() && self.find(id) == Some(index) {
                reader.fault(self.path(index), FaultKind::Unused { section: self.section });
            }
        }
    }
}

/// Whether an id can stand in paths, keys and `id@version`.
pub(in crate::domain) fn well_formed(id: &str) -> bool {
    let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
    !id.is_empty() && id.len() <= 60 && id.bytes().all(allowed)
}

/// Whether two ids are so much alike that one is probably the other, mistyped: one letter in four may differ, three at
/// most.
fn is_near(id: &str, sought: &str) -> bool {
    let most = (id.len().max(sought.len()) / 4).min(3);
    // Ids are short; a text of any length may stand where one is sought.
    id.len().abs_diff(sought.len()) <= most && distance(id, sought) <= most
}

/// Letters to put in, take out or change to get from one text to the other.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (place, letter) in from.bytes().enumerate() {
        let (mut before, mut left) = (place, place + 1);
        for (other, up) in to.bytes().zip(row.iter_mut().skip(1)) {
            let changed = before + usize::from(other != letter);
            before = *up;
            *up = changed.min(left + 1).min(*up + 1);
            left = *up;
        }
    }
    if to.is_empty() { from.len() } else { row.last().copied().unwrap_or_default() }
}

//! The ids of a file: which there are, and which of them something refers to.

use std::collections::BTreeMap;

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
    /// Place of each among the file's own, of one that is given twice the first.
    places: BTreeMap<String, usize>,
    used: Vec<bool>,
    /// Ids that something refers to and that are not there, at most [`MOST_SOUGHT`].
    sought: Vec<String>,
}

/// Ids for which it is looked what may have been meant. Each is held against all there are, and a file can be full of them.
const MOST_SOUGHT: usize = 20;

impl Reader {
    /// The ids of a section, each well-formed and given once.
    pub(in crate::domain) fn ids<'j>(&mut self, section: Section, items: &'j [Json]) -> Ids<'j> {
        let mut known: Vec<&str> = Vec::with_capacity(items.len());
        let mut places = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            let id = match item.get("id") {
                Some(Json::Text(id)) => id.as_str(),
                _ => "",
            };
            let path = || format!("{}[{index}].id", section.as_str());
            if !id.is_empty() && !well_formed(id) {
                self.fault(path(), FaultKind::BadId { given: shortened(id) });
            } else if !id.is_empty() && places.contains_key(id) {
                self.fault(path(), FaultKind::DuplicateId { id: id.to_owned() });
            }
            places.entry(id.to_owned()).or_insert(index);
            known.push(id);
        }
        Ids { section, inherited: Vec::new(), used: vec![false; known.len()], known, places, sought: Vec::new() }
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
        let mut meant = None;
        if ids.sought.len() < MOST_SOUGHT {
            ids.sought.push(id.to_owned());
            meant = ids.nearest(id).map(str::to_owned);
        }
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
        let inherited = inherited.collect();
        Ids { section, inherited, known: Vec::new(), places: BTreeMap::new(), used: Vec::new(), sought: Vec::new() }
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
        let inherited = self.inherited.iter().position(|known| *known == id);
        inherited.or_else(|| Some(self.first() + self.places.get(id)?))
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
        let all = self.inherited.iter().chain(&self.known);
        let near = all.filter_map(|known| Some((near(known, id)?, *known)));
        near.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
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
            let meant = self.sought.iter().any(|sought| near(id, sought).is_some());
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

/// In how many letters two ids differ that are so much alike that one is probably the other, mistyped: one letter in four
/// may differ, three at most.
fn near(id: &str, sought: &str) -> Option<usize> {
    let most = (id.len().max(sought.len()) / 4).min(3);
    // Ids are short; a text of any length may stand where one is sought.
    if id.len().abs_diff(sought.len()) > most {
        return None;
    }
    Some(distance(id, sought, most)).filter(|distance| *distance <= most)
}

/// Letters to put in, take out or change to get from one text to the other, if they are `most` at most; or else more than
/// that. Letters further apart than `most` are not held against each other: only with more would they come to match.
fn distance(from: &str, to: &str, most: usize) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (place, letter) in from.bytes().enumerate() {
        let first = place.saturating_sub(most);
        let mut before = row.get(first).copied().unwrap_or_default();
        // What is left of the first: the whole column of it, or further away than counts.
        let mut left = if first == 0 { place + 1 } else { most + 1 };
        if let Some(beside) = row.get_mut(first) {
            *beside = left;
        }
        for (other, up) in to.bytes().zip(row.iter_mut().skip(1)).skip(first).take(2 * most + 1) {
            let changed = before + usize::from(other != letter);
            before = *up;
            *up = changed.min(left + 1).min(*up + 1);
            left = *up;
        }
    }
    row.last().copied().unwrap_or_default()
}

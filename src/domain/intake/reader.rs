//! One JSON object being read. Every problem is kept with its path, what was given and what would
//! be accepted, and reading goes on, so that a person sees all of them at once.

use std::borrow::Cow;
use std::mem;

use crate::domain::activity::is_same;
use crate::domain::json::{Json, shortened};
use crate::domain::reason::{Accepted, Reason, ReasonCode};

/// Most unknown or repeated fields reported for one object; nobody reads more, and a hostile line could hold thousands.
const MOST_STRAYS: usize = 20;
/// Most fields that an object can have.
const MOST_FIELDS: usize = 24;

/// One object being read, whose texts are `T`.
pub(super) struct Reader<'a, T> {
    members: &'a [(T, Json<T>)],
    /// The bits of all members' names, see [`bit`].
    names: u64,
    /// Index of the leg it is, unless it is the activity itself.
    leg: Option<usize>,
    /// What was asked for, in order; only so many of it are noted.
    asked: [&'static str; MOST_FIELDS],
    asked_count: usize,
    /// A bit for each member that was asked for, as far as the bits go.
    taken: u64,
    problems: Vec<Reason>,
}

impl<'a, T: AsRef<str>> Reader<'a, T> {
    pub(super) fn new(members: &'a [(T, Json<T>)], leg: Option<usize>) -> Self {
        let names = members.iter().fold(0, |names, (name, _)| names | bit(name.as_ref()));
        Self { members, names, leg, asked: [""; MOST_FIELDS], asked_count: 0, taken: 0, problems: Vec::new() }
    }

    /// How many problems there are so far.
    pub(super) fn problem_count(&self) -> usize {
        self.problems.len()
    }

    /// Whether there is such a field, whatever is in it.
    pub(super) fn has(&self, name: &str) -> bool {
        self.members.iter().any(|(known, _)| known.as_ref() == name)
    }

    /// Notes a problem.
    pub(super) fn problem(&mut self, reason: Reason) {
        self.problems.push(reason);
    }

    /// Notes a problem with a field, in place of what it should have been read as.
    pub(super) fn refuse<V>(
        &mut self,
        name: &'static str,
        code: ReasonCode,
        given: Option<&str>,
        accepted: Option<Accepted>,
    ) -> Option<V> {
        self.note(name, code, given, accepted);
        None
    }

    /// Notes a problem with a field.
    pub(super) fn note(
        &mut self,
        name: &'static str,
        code: ReasonCode,
        given: Option<&str>,
        accepted: Option<Accepted>,
    ) {
        let path = if self.leg.is_some() { Cow::Owned(self.path(name)) } else { Cow::Borrowed(name) };
        self.problems.push(Reason { code, path, given: given.map(shortened), accepted });
    }

    /// The JSON path of a field of this object.
    fn path(&self, name: &str) -> String {
        match self.leg {
            Some(leg) => format!("legs[{leg}].{name}"),
            None => name.to_owned(),
        }
    }

    /// Accepts fields without reading them, because what they depend on could not be read.
    pub(super) fn allow(&mut self, names: &[&'static str]) {
        for name in names {
            let _ = self.take(name);
        }
    }

    /// The raw value of a field.
    pub(super) fn take(&mut self, name: &'static str) -> Option<&'a Json<T>> {
        if let Some(place) = self.asked.get_mut(self.asked_count) {
            *place = name;
            self.asked_count += 1;
        }
        if self.names & bit(name) == 0 {
            return None;
        }
        let index = self.members.iter().position(|(given, _)| is_same(given.as_ref(), name))?;
        if let Some(bit) = u32::try_from(index).ok().and_then(|index| 1_u64.checked_shl(index)) {
            self.taken |= bit;
        }
        self.members.get(index).map(|(_, value)| value)
    }

    /// Notes that a field is missing.
    pub(super) fn missing<V>(&mut self, name: &'static str, accepted: Option<Accepted>) -> Option<V> {
        self.refuse(name, ReasonCode::Missing, None, accepted)
    }

    /// Notes that a field has another JSON type.
    pub(super) fn wrong_type<V>(&mut self, name: &'static str, value: &Json<T>, wanted: &'static str) -> Option<V> {
        self.refuse(name, ReasonCode::WrongType, Some(&value.shown()), Some(Accepted::Type(wanted)))
    }

    /// Takes over the problems of a part of this object.
    pub(super) fn absorb(&mut self, mut problems: Vec<Reason>) {
        self.problems.append(&mut problems);
    }

    /// All problems, those with fields that nobody asked for included.
    pub(super) fn finish(&mut self) -> Vec<Reason> {
        if self.members.len() > 64 || self.taken.count_ones() as usize != self.members.len() {
            self.strays();
        }
        self.finish_unchecked()
    }

    /// All problems, whatever other fields there are: for an object whose kind is not known.
    pub(super) fn finish_unchecked(&mut self) -> Vec<Reason> {
        mem::take(&mut self.problems)
    }

    fn strays(&mut self) {
        let mut reported = 0;
        let asked = self.asked.get(..self.asked_count).unwrap_or_default();
        for (index, (name, _)) in self.members.iter().enumerate() {
            let name = name.as_ref();
            let (code, accepted) = if self.members.iter().take(index).any(|(earlier, _)| earlier.as_ref() == name) {
                (ReasonCode::DuplicateField, None)
            } else if asked.contains(&name) {
                continue;
            } else {
                (ReasonCode::UnknownField, Some(one_of(asked)))
            };
            let name = shortened(name);
            self.problems.push(Reason { code, path: self.path(&name).into(), given: Some(name), accepted });
            reported += 1;
            if reported == MOST_STRAYS {
                return;
            }
        }
    }
}

/// A bit that tells most names apart: most fields are not there, and are then not looked for.
fn bit(name: &str) -> u64 {
    let first = name.bytes().next().map_or(0, usize::from);
    1 << (first % 8 * 8 + name.len() % 8)
}

/// A choice of words of the contract.
pub(super) fn one_of(words: &[&'static str]) -> Accepted {
    Accepted::OneOf(words.iter().map(|word| Cow::Borrowed(*word)).collect())
}

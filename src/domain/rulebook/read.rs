//! Reading a JSON tree strictly: whatever is missing, misplaced or misspelt becomes a fault, and reading goes on.

use super::fault::{Fault, FaultKind};
use super::shape::JsonType;
use crate::domain::date::Date;
use crate::domain::json::{Json, shortened};
use crate::domain::unit::Unit;

/// Faults that are told of one file, at most: nobody reads more, and a file made for it could have a hundred thousand.
const MOST_FAULTS: usize = 200;

/// What was read, or [`Noted`].
pub(in crate::domain) type Read<T> = Result<T, Noted>;

/// Something could not be read, and the fault that says why has been noted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::domain) struct Noted;

/// Collects faults.
#[derive(Default, Debug)]
pub(in crate::domain) struct Reader {
    pub(in crate::domain) faults: Vec<Fault>,
    /// What numbers are used for, noted as it is read: whatever else is wrong with what uses one.
    pub(in crate::domain) uses: Vec<Use>,
}

/// A parameter that something uses.
#[derive(Debug)]
pub(in crate::domain) struct Use {
    /// Its index.
    pub(in crate::domain) parameter: usize,
    /// The units that can be used for it.
    pub(in crate::domain) units: &'static [Unit],
    /// What for.
    pub(in crate::domain) purpose: Purpose,
}

/// What a parameter is used for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::domain) enum Purpose {
    /// Grams of an everyday action.
    Grams,
    /// An award of points.
    Award,
    /// What is in a product, or may be at most.
    Content,
    /// A merchant's or reward's terms, from its first day on.
    Offer(Read<Date>),
}

/// An object of the file with its path.
#[derive(Debug)]
pub(in crate::domain) struct Object<'j> {
    pub(in crate::domain) path: String,
    members: &'j [(String, Json)],
}

impl Object<'_> {
    /// The path of one of its keys.
    pub(in crate::domain) fn at(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

impl Reader {
    /// Notes that a parameter is used, if it could be found.
    pub(in crate::domain) fn uses(&mut self, parameter: Read<Option<usize>>, units: &'static [Unit], purpose: Purpose) {
        if let Ok(Some(parameter)) = parameter {
            self.uses.push(Use { parameter, units, purpose });
        }
    }

    pub(in crate::domain) fn fault(&mut self, path: impl Into<String>, kind: FaultKind) {
        if self.faults.len() >= MOST_FAULTS {
            return;
        }
        let fault = Fault { path: path.into(), kind };
        // Two lists may refer to the same faulty parameter; one report of it is enough.
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// Notes a fault in place of what should have been read.
    pub(in crate::domain) fn refuse<T>(&mut self, path: impl Into<String>, kind: FaultKind) -> Read<T> {
        self.fault(path, kind);
        Err(Noted)
    }

    /// An object whose keys are all known and none of them given twice.
    pub(in crate::domain) fn object<'j>(
        &mut self,
        path: impl Into<String>,
        json: &'j Json,
        known: &'static [&'static str],
    ) -> Read<Object<'j>> {
        let path = path.into();
        let Some(members) = json.members() else {
            return self.refuse(path, FaultKind::WrongType { expected: JsonType::Object });
        };
        let object = Object { path, members };
        for (index, (key, _)) in members.iter().enumerate() {
            if !known.contains(&key.as_str()) {
                self.fault(object.at(&shortened(key)), FaultKind::UnknownKey { known });
            } else if members.iter().take(index).any(|(earlier, _)| earlier == key) {
                self.fault(object.at(key), FaultKind::DuplicateKey);
            }
        }
        Ok(object)
    }

    /// The value of a key that may be absent or `null`.
    pub(in crate::domain) fn optional<'j>(object: &Object<'j>, key: &str) -> Option<&'j Json> {
        let (_, value) = object.members.iter().find(|(name, _)| name == key)?;
        (*value != Json::Null).then_some(value)
    }

    /// The value of a key that must be there.
    pub(in crate::domain) fn required<'j>(&mut self, object: &Object<'j>, key: &str) -> Read<&'j Json> {
        match Self::optional(object, key) {
            Some(found) => Ok(found),
            None => self.refuse(object.at(key), FaultKind::Missing),
        }
    }

    /// A text with at least one visible character.
    pub(in crate::domain) fn text<'j>(&mut self, object: &Object<'j>, key: &str) -> Read<&'j str> {
        let json = self.required(object, key)?;
        self.text_of(object.at(key), json)
    }

    /// The same, if the key is there.
    pub(in crate::domain) fn optional_text<'j>(&mut self, object: &Object<'j>, key: &str) -> Read<Option<&'j str>> {
        Self::optional(object, key).map(|json| self.text_of(object.at(key), json)).transpose()
    }

    pub(in crate::domain) fn text_of<'j>(&mut self, path: String, json: &'j Json) -> Read<&'j str> {
        match json {
            Json::Text(text) if text.trim().is_empty() => self.refuse(path, FaultKind::Empty),
            Json::Text(text) => Ok(text),
            _ => self.refuse(path, FaultKind::WrongType { expected: JsonType::Text }),
        }
    }

    /// A list, which may be empty.
    pub(in crate::domain) fn list<'j>(&mut self, object: &Object<'j>, key: &str) -> Read<&'j [Json]> {
        if let Json::List(items) = self.required(object, key)? {
            return Ok(items);
        }
        self.refuse(object.at(key), FaultKind::WrongType { expected: JsonType::List })
    }
}

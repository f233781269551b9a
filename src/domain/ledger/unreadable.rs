//! Records that are no entries: why, and as a file of their own.

use super::saved::{self, VERSION};
use crate::domain::json::Json;
use crate::domain::rulebook::Rulebook;

/// Why a record cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// It is no JSON: cut off, or overwritten.
    NotJson,
    /// A newer version of the page wrote it.
    Newer,
    /// Something is missing in it, or is not what it can be.
    Incomplete,
}

impl Why {
    /// The word in a file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotJson => "not_json",
            Self::Newer => "newer_version",
            Self::Incomplete => "incomplete",
        }
    }
}

/// A record that cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreadable {
    /// As it was found.
    pub record: String,
    /// Why.
    pub why: Why,
}

impl Unreadable {
    /// The record, if it cannot be read.
    pub fn of(record: &str, rulebook: &Rulebook) -> Option<Self> {
        if saved::entry(record, rulebook).is_some() {
            return None;
        }
        let why = match Json::parse(record) {
            Err(_) => Why::NotJson,
            Ok(json) if json.get("v").and_then(Json::whole).is_some_and(|version| version > VERSION) => Why::Newer,
            Ok(_) => Why::Incomplete,
        };
        Some(Self { record: record.to_owned(), why })
    }
}

/// A file of such records: `{"format":"carbon-points-aside","version":1,"records":[{"why":…,"record":…}]}`.
pub fn file_text(all: &[Unreadable]) -> String {
    let text = |text: &str| Json::Text(text.to_owned());
    let records = all.iter().map(|one| Json::object([("why", text(one.why.as_str())), ("record", text(&one.record))]));
    Json::object([
        ("format", text("carbon-points-aside")),
        ("version", Json::Number("1".to_owned())),
        ("records", Json::List(records.collect())),
    ])
    .to_string()
}

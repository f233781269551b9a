//! The screens of the page and their addresses after the `#`. Pure: both [`crate`]'s views and its state use it.

use std::fmt;

use crate::domain::activity::Kind;

/// A screen.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum View {
    /// Totals, today and the next step.
    #[default]
    Home,
    /// What to record.
    Choose,
    /// The form of one kind.
    Record(Kind),
    /// All entries.
    Ledger,
    /// One entry with its reasons.
    Entry(String),
    /// The form that replaces an entry.
    Correct(String),
    /// Every parameter of the rulebook.
    Rules,
}

impl View {
    /// The screen of an address such as `#/record/trip`; `None` for an address that is not one of ours, such as the
    /// target of a skip link.
    pub fn from_hash(hash: &str) -> Option<Self> {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        if path.is_empty() {
            return Some(Self::Home);
        }
        let mut parts = path.strip_prefix('/')?.split('/').filter(|part| !part.is_empty());
        let view = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Self::Home,
            (Some("record"), None, _) => Self::Choose,
            (Some("record"), Some(word), None) => Self::Record(Kind::from_word(word)?),
            (Some("ledger"), None, _) => Self::Ledger,
            (Some("entry"), Some(id), None) => Self::Entry(id.to_owned()),
            (Some("entry"), Some(id), Some("correct")) => Self::Correct(id.to_owned()),
            (Some("rules"), None, _) => Self::Rules,
            _ => return None,
        };
        parts.next().is_none().then_some(view)
    }

    /// The address, for links.
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

impl fmt::Display for View {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => formatter.write_str("/"),
            Self::Choose => formatter.write_str("/record"),
            Self::Record(kind) => write!(formatter, "/record/{}", kind.as_str()),
            Self::Ledger => formatter.write_str("/ledger"),
            Self::Entry(id) => write!(formatter, "/entry/{id}"),
            Self::Correct(id) => write!(formatter, "/entry/{id}/correct"),
            Self::Rules => formatter.write_str("/rules"),
        }
    }
}

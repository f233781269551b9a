//! One line of the ledger.

use crate::domain::activity::Activity;
use crate::domain::assessment::{Totals, Verdict};

/// A line that was once recorded and stays.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// Unique id.
    pub id: String,
    /// When it was recorded, milliseconds since 1970-01-01T00:00Z.
    pub recorded_at: i64,
    /// What it says.
    pub posting: Posting,
}

/// What an entry says.
#[derive(Clone, PartialEq, Debug)]
pub enum Posting {
    /// An activity and what it was worth.
    Activity(Box<Posted>),
    /// An earlier entry does not count any more.
    Reversal {
        /// That entry's id.
        of: String,
    },
}

/// An activity with the result it had under the rules of its day.
#[derive(Clone, PartialEq, Debug)]
pub struct Posted {
    /// What was done.
    pub activity: Activity,
    /// The rulebook it was worked out with, `id@version`.
    pub rulebook: String,
    /// Credited or only recorded.
    pub verdict: Verdict,
    /// What it was worth.
    pub totals: Totals,
    /// The reversed entry it stands in for, if it is a correction.
    pub corrects: Option<String>,
}

impl Entry {
    /// The posted activity, unless the entry is a reversal.
    pub fn posted(&self) -> Option<&Posted> {
        match &self.posting {
            Posting::Activity(posted) => Some(posted),
            Posting::Reversal { .. } => None,
        }
    }
}

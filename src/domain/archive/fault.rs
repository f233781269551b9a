//! Why a file is refused: where, and what is wrong there. No prose; the sentences are in [`crate::i18n::archive`].

use super::entry::Expected;
use crate::domain::reason::Reason;

/// One thing that is wrong with a file.
#[derive(Clone, PartialEq, Debug)]
pub struct Fault {
    /// The line, from 1, if it is about a line.
    pub line: Option<usize>,
    /// The character of the line, from 1, if it is about one.
    pub column: Option<usize>,
    /// The entry, from 1 in the order of the file, if it is about one.
    pub entry: Option<usize>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong.
#[derive(Clone, PartialEq, Debug)]
pub enum FaultKind {
    /// There is nothing in it.
    Empty,
    /// It has more bytes than [`super::MOST_BYTES`].
    TooLong,
    /// It is a workbook of a spreadsheet, not a table in text.
    Workbook,
    /// It is not JSON, or stops being it here.
    NotJson {
        /// Whether it simply ends too early.
        truncated: bool,
    },
    /// It is JSON, but not a file of this page.
    NotOurs,
    /// The file, or the entry, is of another version than those that can be read.
    Version {
        /// The version as it stands there.
        given: String,
        /// The latest that can be read.
        latest: i64,
    },
    /// A member is not there.
    Missing {
        /// Its name.
        name: &'static str,
    },
    /// A member is something else than it should be.
    Wrong {
        /// Its name; empty for the entry itself.
        name: String,
        /// What stands there, shortened.
        given: String,
        /// What should.
        expected: Expected,
    },
    /// A member is there that this version does not know.
    Unknown {
        /// Its name, shortened.
        name: String,
    },
    /// A member is there twice.
    Twice {
        /// Its name, shortened.
        name: String,
    },
    /// The activity is not a valid one.
    Activity(Vec<Reason>),
    /// Another entry of the file has the same id and says something else.
    SameId {
        /// The id, shortened.
        id: String,
        /// Line of the other entry.
        other: Option<usize>,
    },
    /// A table has no column with the records.
    NoRecords,
    /// A row has no record.
    NoRecord,
    /// A quotation mark is never closed.
    OpenQuote,
    /// Something stands between a closing quotation mark and the next cell.
    AfterQuote,
}

impl Fault {
    /// A fault of the file as a whole.
    pub(super) fn of_file(kind: FaultKind) -> Self {
        Self { line: None, column: None, entry: None, kind }
    }
}

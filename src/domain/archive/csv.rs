//! The records as a table: RFC 4180 in UTF-8, with what spreadsheets need to open it as it is meant.
//!
//! What the columns are called and say is for [`crate::i18n::sheet`]; the last one holds each record whole, under one of
//! [`RECORD_HEADINGS`], and is all that is read back: for an import the others may be changed, moved or left out. Verifying
//! holds them against the records ([`crate::i18n::sheet::Held`]).

mod read;

pub use read::Table;
pub(super) use read::read;

/// What stands before the headings, so that spreadsheets take the text for UTF-8.
pub const MARK: char = '\u{feff}';

/// Headings of the column that is read back, Chinese and English.
pub const RECORD_HEADINGS: [&str; 2] = ["原始数据（JSON）", "Record (JSON)"];

/// One cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// A text; whatever a spreadsheet would take for a formula gets an apostrophe in front.
    Text(String),
    /// A number of our own making.
    Number(String),
    /// A record: never changed, since it begins with a brace.
    Record(String),
}

impl Cell {
    /// Nothing.
    pub fn none() -> Self {
        Self::Number(String::new())
    }
}

/// Appends a row.
pub fn push_row(file: &mut String, cells: &[Cell]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            file.push(',');
        }
        let (Cell::Text(text) | Cell::Number(text) | Cell::Record(text)) = cell;
        let guard = if matches!(cell, Cell::Text(text) if is_formula(text)) { "'" } else { "" };
        if text.contains(['"', ',', ';', '\t', '\r', '\n']) || text.starts_with(' ') || text.ends_with(' ') {
            file.extend(["\"", guard, &text.replace('"', "\"\""), "\""]);
        } else {
            file.extend([guard, text]);
        }
    }
    file.push_str("\r\n");
}

/// Whether a spreadsheet would work the text out instead of showing it. East Asian ones know the wide signs, too, and
/// some pass over spaces in front.
pub(crate) fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

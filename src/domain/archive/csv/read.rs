//! Reading a table back, as it was written or as a spreadsheet saved it again: any order of columns, commas, semicolons
//! or tabs between them, any ends of lines.

use std::iter::Peekable;
use std::str::CharIndices;

use super::{MARK, RECORD_HEADINGS};
use crate::domain::archive::fault::{Fault, FaultKind};
use crate::domain::archive::read::Entries;
use crate::domain::archive::{Placed, place};
use crate::domain::json::Json;
use crate::domain::rulebook::Rulebook;

/// A cell and where it begins.
#[derive(Default)]
struct Read {
    text: String,
    line: usize,
    column: usize,
    quoted: bool,
}

/// The entries of a table.
pub(in crate::domain::archive) fn read(text: &str, rulebook: &Rulebook) -> Result<Placed, Vec<Fault>> {
    let mut entries = Entries::default();
    let Some((mut rows, _, records)) = begun(text) else {
        return Err(vec![Fault { line: Some(1), column: None, entry: None, kind: FaultKind::NoRecords }]);
    };
    loop {
        let row = match rows.next_row() {
            Ok(None) => return entries.done(Vec::new()),
            Ok(Some(row)) => row,
            Err((line, column, kind)) => {
                entries.refuse_next(line, column, kind);
                return entries.done(Vec::new());
            }
        };
        // Spreadsheets leave rows of nothing behind.
        if row.iter().all(|cell| cell.text.trim().is_empty()) {
            continue;
        }
        match row.get(records).filter(|cell| !cell.text.trim().is_empty()) {
            None => {
                let place = row.get(records).or(row.last());
                let (line, column) = place.map_or((1, 1), |cell| (cell.line, cell.column));
                entries.refuse_next(line, column, FaultKind::NoRecord);
            }
            Some(cell) => match Json::parse(&cell.text) {
                Ok(json) => entries.add(&json, Some(cell.line), rulebook),
                Err(fault) => {
                    let character = place::character(&cell.text, fault.line, fault.column);
                    let (line, column) = cell.place_of(fault.line, character);
                    entries.refuse_next(line, column, FaultKind::NotJson { truncated: fault.truncated });
                }
            },
        }
    }
}

/// The rows behind the headings, the headings, and which of them is that of the records.
fn begun(text: &str) -> Option<(Rows<'_>, Vec<Read>, usize)> {
    [',', ';', '\t'].into_iter().find_map(|separator| {
        let mut rows = Rows::of(text, separator);
        let headings = rows.next_row().ok()??;
        let records = headings.iter().position(|cell| RECORD_HEADINGS.contains(&cell.text.trim()))?;
        Some((rows, headings, records))
    })
}

/// A table as people see it: its cells, whatever the records in it say.
pub struct Table<'t> {
    rows: Rows<'t>,
    headings: Vec<String>,
    records: usize,
}

impl std::fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").field("headings", &self.headings).finish_non_exhaustive()
    }
}

impl<'t> Table<'t> {
    /// The table of a file's text; `None` if it is none of ours.
    pub fn of(text: &'t str) -> Option<Self> {
        let text = text.strip_prefix(MARK).unwrap_or(text);
        let (rows, headings, records) = (!text.trim_start().starts_with(['{', '['])).then(|| begun(text))??;
        let headings = headings.into_iter().map(|cell| cell.text).collect();
        Some(Self { rows, headings, records })
    }

    /// What its columns are called.
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// Which column holds the records, from 0.
    pub fn records(&self) -> usize {
        self.records
    }

    /// The texts of the next row in which anything stands; `None` at the end, or where a row cannot be read.
    pub fn next_row(&mut self) -> Option<Vec<String>> {
        loop {
            let row = self.rows.next_row().ok()??;
            if row.iter().any(|cell| !cell.text.trim().is_empty()) {
                return Some(row.into_iter().map(|cell| cell.text).collect());
            }
        }
    }
}

impl Read {
    /// Where in the file a character of the cell's text stands.
    fn place_of(&self, line: usize, character: usize) -> (usize, usize) {
        let before = self.text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
        let before = before.chars().take(character.saturating_sub(1));
        // In quotation marks, one is written as two.
        let width: usize = before.map(|one| if self.quoted && one == '"' { 2 } else { 1 }).sum();
        let first = if line == 1 { self.column + usize::from(self.quoted) } else { 1 };
        (self.line + line - 1, first + width)
    }
}

/// The rows of a text.
struct Rows<'t> {
    characters: Peekable<CharIndices<'t>>,
    separator: char,
    line: usize,
    column: usize,
}

/// Where and why a row cannot be read.
type Unread = (usize, usize, FaultKind);

impl<'t> Rows<'t> {
    fn of(text: &'t str, separator: char) -> Self {
        Self { characters: text.char_indices().peekable(), separator, line: 1, column: 1 }
    }

    fn peek(&mut self) -> Option<char> {
        self.characters.peek().map(|(_, character)| *character)
    }

    fn next(&mut self) -> Option<char> {
        let (_, character) = self.characters.next()?;
        self.column += 1;
        let ends = character == '\n' || character == '\r' && self.peek() != Some('\n');
        if ends {
            (self.line, self.column) = (self.line + 1, 1);
        }
        Some(character)
    }

    /// The next row; `None` after the last.
    fn next_row(&mut self) -> Result<Option<Vec<Read>>, Unread> {
        if self.peek().is_none() {
            return Ok(None);
        }
        let mut row = Vec::new();
        loop {
            row.push(self.cell()?);
            match self.peek() {
                Some(character) if character == self.separator => {
                    self.next();
                }
                Some('\r') => {
                    self.next();
                    if self.peek() == Some('\n') {
                        self.next();
                    }
                    return Ok(Some(row));
                }
                _ => {
                    self.next();
                    return Ok(Some(row));
                }
            }
        }
    }

    /// A cell, up to the separator or the end of the line.
    fn cell(&mut self) -> Result<Read, Unread> {
        let mut cell = Read { line: self.line, column: self.column, ..Read::default() };
        if self.peek() == Some('"') {
            cell.quoted = true;
            self.next();
            loop {
                match self.next() {
                    None => return Err((cell.line, cell.column, FaultKind::OpenQuote)),
                    Some('"') if self.peek() == Some('"') => {
                        self.next();
                        cell.text.push('"');
                    }
                    Some('"') => break,
                    Some(character) => cell.text.push(character),
                }
            }
            return match self.peek() {
                None | Some('\r' | '\n') => Ok(cell),
                Some(character) if character == self.separator => Ok(cell),
                Some(_) => Err((self.line, self.column, FaultKind::AfterQuote)),
            };
        }
        while let Some(character) = self.peek() {
            if character == self.separator || matches!(character, '\r' | '\n') {
                break;
            }
            cell.text.push(character);
            self.next();
        }
        Ok(cell)
    }
}

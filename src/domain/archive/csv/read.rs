//! Reading a table back, as it was written or as a spreadsheet saved it again: any order of columns, commas, semicolons
//! or tabs between them, any ends of lines.

use std::iter::Peekable;
use std::str::CharIndices;

use super::RECORD_HEADINGS;
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
    let headings = [',', ';', '\t'].into_iter().find_map(|separator| {
        let mut rows = Rows::of(text, separator);
        let headings = rows.next_row().ok()??;
        let records = headings.iter().position(|cell| RECORD_HEADINGS.contains(&cell.text.trim()))?;
        Some((rows, records))
    });
    let Some((mut rows, records)) = headings else {
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

//! A table held against the records in it: whatever people see there must be what the records come to.
//!
//! Each row is made again from its record, under the rules the table was most likely written under, and compared cell by
//! cell. The table does not name those rules, so that several are tried ([`Held::of`]) and those count with which the
//! least differs: a cell that was falsified differs with all of them.
//!
//! What spreadsheets do on their own when they save is tolerated: the columns in another order or some of them left out
//! (what is not there tells nothing wrong), rows and columns of nothing, and what [`same`] says of cells. A column that was
//! renamed or added is a difference.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::same::{same, written};
use super::{HEADINGS, Sheet};
use crate::domain::activity::Facts;
use crate::domain::archive::Placed;
use crate::domain::archive::csv::{Cell, RECORD_HEADINGS, Table};
use crate::domain::json::shortened;
use crate::domain::ledger::{Entry, Ledger, Policy, name};
use crate::domain::rulebook::Rulebook;
use crate::domain::verify::{Cause, Cell as Found, Cells};
use crate::i18n::Language;

/// Columns whose cells depend on the rules an account is kept by, from 0: the merchant's name, and what limits and
/// merchants do to points.
const BY_POLICY: [usize; 6] = [7, 13, 14, 15, 16, 17];

/// Districts that are tried with each version: nobody has recorded in more.
const MOST_DISTRICTS: usize = 8;

/// The column that names an action, which may be a district's own.
const WHAT: usize = 5;

/// A table being held against its records.
pub struct Held<'t> {
    text: &'t str,
    placed: &'t Placed,
    language: Language,
    /// Where each column of the table stands among [`HEADINGS`].
    columns: Vec<Column>,
    /// Places of the columns that are.
    ours: Vec<usize>,
    /// Rules still to be tried, the best guess last.
    rules: Vec<Rc<Rulebook>>,
    /// Rules that entries name and that are not at hand.
    unknown: Option<String>,
    trial: Trial<'t>,
    best: Option<(usize, Cells)>,
}

/// One try.
struct Trial<'t> {
    table: Option<Table<'t>>,
    ledger: Ledger,
    rulebook: Option<Rc<Rulebook>>,
    row: usize,
    /// Entries and repeats before the row.
    entries: usize,
    repeats: usize,
    cells: Cells,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Ours(usize),
    /// The records.
    Record,
    /// It has no heading, and nothing should stand in it.
    Nothing,
    /// Somebody else's, which is told by its heading.
    Other,
}

impl std::fmt::Debug for Held<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Held").field("best", &self.best).finish_non_exhaustive()
    }
}

impl<'t> Held<'t> {
    /// Nothing held yet. `text` is what `placed` was read from; `None` if it is no table.
    ///
    /// `rules` are those the table may have been written under, the best guess first. `unknown` are rules that an entry
    /// names and that are not at hand, if there are any: the table may then have been written under them, and what
    /// depends on them cannot be held against anything.
    pub fn of(text: &'t str, placed: &'t Placed, rules: Vec<Rc<Rulebook>>, unknown: Option<String>) -> Option<Self> {
        let table = Table::of(text)?;
        let records = table.headings().get(table.records())?;
        let language = if records.trim() == RECORD_HEADINGS[0] { Language::Zh } else { Language::En };
        let (mut columns, mut own, mut foreign) = (Vec::new(), Vec::new(), Vec::new());
        for (place, heading) in table.headings().iter().enumerate() {
            let ours = HEADINGS.iter().position(|(zh, en)| language.pick(zh, en) == heading.trim());
            let column = match ours {
                _ if place == table.records() => Column::Record,
                Some(ours) if !columns.contains(&Column::Ours(ours)) => {
                    own.push(place);
                    Column::Ours(ours)
                }
                None if heading.trim().is_empty() => Column::Nothing,
                _ => {
                    foreign.push(Cause::Column { column: seen(heading) });
                    Column::Other
                }
            };
            columns.push(column);
        }
        let cells = Cells { columns: foreign, ..Cells::default() };
        let mut rules: Vec<_> = rules.into_iter().rev().collect();
        let first = rules.pop();
        let trial = Trial::under(first, Table::of(text), placed, cells);
        Some(Self { text, placed, language, columns, ours: own, rules, unknown, trial, best: None })
    }

    /// Rules that a table of these entries may have been written under, the best guess first: those `in_use`, those that
    /// entries name, the last first, and what both come to with each published version. With them the first that an entry
    /// names and that are not at hand.
    pub fn rules(
        entries: &[Entry],
        in_use: Vec<Rc<Rulebook>>,
        rulebooks: &dyn Fn(&str) -> Option<Rc<Rulebook>>,
    ) -> (Vec<Rc<Rulebook>>, Option<String>) {
        let (mut rules, mut known, mut unknown) = (in_use, BTreeSet::new(), None);
        let mut named: Vec<&str> = Vec::new();
        for name in entries.iter().rev().filter_map(Entry::rulebook) {
            if known.insert(name) {
                named.push(name);
            }
        }
        let mut add = |name: &str, unknown: Option<&mut Option<String>>| match rulebooks(name) {
            Some(found) if rules.iter().any(|known| known.name() == found.name()) => {}
            Some(found) => rules.push(found),
            None => unknown.into_iter().for_each(|unknown| *unknown = Some(name.to_owned())),
        };
        for name in &named {
            add(name, Some(&mut unknown));
        }
        let districts: BTreeSet<&str> = named.iter().filter_map(|name| Some(name.split_once('+')?.1)).collect();
        for version in Rulebook::versions() {
            add(version, None);
            for district in districts.iter().take(MOST_DISTRICTS) {
                add(&format!("{version}+{district}"), None);
            }
        }
        (rules, unknown)
    }

    /// Holds the next row. False once nothing is left to do.
    pub fn next_row(&mut self) -> bool {
        let row = self.trial.table.as_mut().and_then(Table::next_row);
        let Some(row) = row else { return self.next_rules() };
        self.trial.row += 1;
        let repeat = self.placed.repeats.get(self.trial.repeats);
        if repeat.is_some_and(|repeat| repeat.behind <= self.trial.entries) {
            self.trial.repeats += 1;
            return true;
        }
        let entry = self.placed.archive.entries.get(self.trial.entries);
        self.trial.entries += 1;
        if let Some(entry) = entry
            && let Some(found) = self.differs(entry, &row)
        {
            self.trial.cells.rows.insert(self.trial.row, found);
        }
        true
    }

    /// What the cells say otherwise.
    pub fn found(self) -> Cells {
        self.best.map_or_else(Cells::default, |(_, cells)| cells)
    }

    /// Goes on with other rules, if any could do better.
    fn next_rules(&mut self) -> bool {
        let differ = self.trial.cells.rows.len();
        let columns = self.trial.cells.columns.clone();
        if self.best.as_ref().is_none_or(|(least, _)| differ < *least) {
            self.best = Some((differ, std::mem::take(&mut self.trial.cells)));
        }
        let next = if differ == 0 { None } else { self.rules.pop() };
        let Some(next) = next else { return false };
        self.trial = Trial::under(Some(next), Table::of(self.text), self.placed, Cells { columns, ..Cells::default() });
        true
    }

    /// The first cell of a row that says something else than the entry comes to.
    fn differs(&self, entry: &Entry, row: &[String]) -> Option<Found> {
        let rulebook = self.trial.rulebook.as_deref()?;
        let expected = Sheet::of(&self.trial.ledger, rulebook, self.language).visible(entry);
        let mut unknown = None;
        // A row may be shorter than the headings, of which a file can have thousands that are not ours.
        let missing = self.ours.iter().copied().filter(|place| *place >= row.len());
        for place in (0..row.len()).chain(missing) {
            let given = row.get(place).map_or("", String::as_str);
            let (column, cell) = match self.columns.get(place).copied().unwrap_or(Column::Nothing) {
                Column::Record | Column::Other => continue,
                Column::Nothing if given.trim().is_empty() => continue,
                Column::Nothing => (String::new(), &Cell::none()),
                Column::Ours(ours) => {
                    let Some(cell) = expected.get(ours).filter(|cell| !same(cell, given)) else { continue };
                    let open = is_open(ours, entry);
                    if let Some(rulebook) = self.unknown.as_ref().filter(|_| open) {
                        unknown = Some(Found::Unknown(rulebook.clone()));
                        continue;
                    }
                    let (zh, en) = HEADINGS.get(ours).copied().unwrap_or_default();
                    (self.language.pick(zh, en).to_owned(), cell)
                }
            };
            let (stated, expected) = (seen(given), seen(written(cell)));
            return Some(Found::Other(Cause::Cell { column, stated, expected }));
        }
        unknown
    }
}

impl<'t> Trial<'t> {
    fn under(rulebook: Option<Rc<Rulebook>>, table: Option<Table<'t>>, placed: &Placed, cells: Cells) -> Self {
        let mut ledger = rulebook.clone().map(|rules| Ledger::under(Policy::of(rules))).unwrap_or_default();
        ledger.post_all(placed.archive.entries.iter().cloned());
        Self { table, ledger, rulebook, row: 0, entries: 0, repeats: 0, cells }
    }
}

/// Whether a cell depends on the rules the account is kept by. What was paid for a reward does not.
fn is_open(column: usize, entry: &Entry) -> bool {
    entry.posted().is_some_and(|posted| {
        BY_POLICY.contains(&column) || column == WHAT && matches!(posted.activity.facts, Facts::Action { .. })
    })
}

/// A text as it can stand in a sentence.
fn seen(text: &str) -> String {
    shortened(&name::seen(text.trim()))
}

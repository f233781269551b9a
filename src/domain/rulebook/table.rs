//! The tables of the packed form, and the types of their cells.

use std::cell::Cell;

use super::parameter::Label;
use crate::domain::date::Date;
use crate::domain::decimal::Decimal;

/// Fractional digits that a published factor may have.
pub(super) const PLACES: u8 = 9;

/// The tables of a packed rulebook that are still to be read.
pub(super) struct Tables<'t> {
    lines: &'t [&'t str],
    next: usize,
    damaged: &'t Cell<bool>,
}

/// A row whose cells are read from left to right.
///
/// Reading always goes on: a cell that cannot be read sets the flag and gives something of its type. One answer at the
/// end takes a fraction of the code that a way out after each of a few hundred cells does.
pub(super) struct Row<'t> {
    cells: &'t [&'t str],
    next: usize,
    /// From one cell of the row to the next one: the number of rows.
    stride: usize,
    damaged: &'t Cell<bool>,
}

impl<'t> Tables<'t> {
    /// The tables in these lines. Whether something in them could not be read is told by the flag, in the end.
    pub(super) fn new(lines: &'t [&'t str], damaged: &'t Cell<bool>) -> Self {
        Self { lines, next: 0, damaged }
    }

    /// The first row of the next table.
    pub(super) fn row(&mut self) -> Row<'t> {
        let mut head = Row { cells: self.lines, next: self.next, stride: 1, damaged: self.damaged };
        let (rows, columns) = (head.number(), head.number());
        let first = head.next;
        let cells = rows.checked_mul(columns).and_then(|cells| self.lines.get(first..)?.get(..cells));
        self.next = first.saturating_add(cells.map_or(0, <[_]>::len));
        Row { cells: head.sound(cells).unwrap_or_default(), next: 0, stride: rows, damaged: self.damaged }
    }

    /// Every row of the next table.
    pub(super) fn table<T>(&mut self, mut read: impl FnMut(&mut Row<'t>) -> T) -> Vec<T> {
        let mut row = self.row();
        let rows = row.stride.min(row.cells.len());
        let mut table = Vec::with_capacity(rows);
        for first in 0..rows {
            row.next = first;
            table.push(read(&mut row));
        }
        table
    }

    /// The rows of the next table, one for each of `all`.
    pub(super) fn fill<'a, T: 'a>(
        &mut self,
        all: impl IntoIterator<Item = &'a mut T>,
        read: impl Fn(&mut Row<'t>, &mut T),
    ) {
        let mut row = self.row();
        let mut first = 0;
        for one in all {
            row.next = first;
            read(&mut row, one);
            first += 1;
        }
        row.sound((first == row.stride).then_some(()));
    }
}

impl<'t> Row<'t> {
    /// Notes that there is nothing where something should be.
    fn sound<T>(&self, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.damaged.set(true);
        }
        found
    }

    /// The next cell as it is.
    pub(super) fn cell(&mut self) -> &'t str {
        let found = self.cells.get(self.next).copied();
        self.next = self.next.saturating_add(self.stride);
        self.sound(found).unwrap_or_default()
    }

    /// The next cell, if it is not empty.
    fn some(&mut self) -> Option<&'t str> {
        Some(self.cell()).filter(|cell| !cell.is_empty())
    }

    pub(super) fn text(&mut self) -> String {
        self.cell().to_owned()
    }

    pub(super) fn optional_text(&mut self) -> Option<String> {
        self.some().map(str::to_owned)
    }

    pub(super) fn label(&mut self) -> Label {
        Label { zh: self.text(), en: self.text() }
    }

    pub(super) fn optional_label(&mut self) -> Option<Label> {
        Some(self.label()).filter(|label| !label.zh.is_empty())
    }

    pub(super) fn number(&mut self) -> usize {
        let found = self.cell().parse().ok();
        self.sound(found).unwrap_or_default()
    }

    pub(super) fn optional_number(&mut self) -> Option<usize> {
        let found = self.some()?.parse().ok();
        self.sound(found)
    }

    pub(super) fn date(&mut self) -> Date {
        let found = Date::parse(self.cell());
        self.sound(found).unwrap_or(Date::in_beijing(0))
    }

    pub(super) fn optional_date(&mut self) -> Option<Date> {
        let found = Date::parse(self.some()?);
        self.sound(found)
    }

    pub(super) fn amount(&mut self) -> Decimal {
        let found = Decimal::parse(self.cell(), PLACES).ok();
        self.sound(found).unwrap_or(Decimal::ZERO)
    }

    /// One of a closed set, by its place in the set; another one if it has no such place.
    pub(super) fn one_of<T: Copy>(&mut self, all: &[T], otherwise: T) -> T {
        let place = self.number();
        self.sound(all.get(place)).copied().unwrap_or(otherwise)
    }
}

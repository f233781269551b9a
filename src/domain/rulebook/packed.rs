//! Reading the packed form of a rulebook: the same content as its JSON file, in a quarter of the code and of the bytes.
//!
//! The page carries the rulebook that it was built with. Whatever can be wrong with a rulebook file was found by the
//! strict loader before `build.rs` packed it, so nothing is looked for here again, no word of any fault has to be
//! fetched before the first screen, and every reference is an index already.
//!
//! There are two texts: the figures, with which everything can be worked out, and the words, with which it can be
//! looked into. The words are half of the bytes and are fetched once the first screen works.
//!
//! The form is lines of text. A table is a line with its number of rows, a line with its number of columns, and one
//! line for each cell, column by column, because alike things compress best next to each other; an absent cell is
//! empty. The order of the tables and columns is that of the readers below and of the writers in `build.rs`, which
//! are compiled together; a test compares what comes out with what the JSON file says.

use std::cell::Cell;

use super::index::Index;
use super::table::{Row, Tables};
use super::{Displaced, EverydayAction, Grade, Label, Method, Parameter, Product, Rulebook, Source, Value};
use crate::domain::activity::CountedBy;
use crate::domain::activity::purchase::Basis;
use crate::domain::unit::Unit;

/// A packed rulebook is not what `build.rs` wrote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Damaged;

impl Rulebook {
    /// Reads the figures. Sources, notes, and the names of everything that is no product and no action are missing
    /// until [`Rulebook::add_words`].
    pub fn unpack(figures: &str) -> Result<Self, Damaged> {
        let damaged = Cell::new(false);
        let lines: Vec<&str> = figures.split('\n').collect();
        let mut tables = Tables::new(&lines, &damaged);
        let mut head = tables.row();
        let methods = tables.table(method);
        let mut values = tables.table(value).into_iter();
        let parameters = tables.table(|row| parameter(row, &mut values));
        let rulebook = Self {
            id: head.text(),
            version: head.text(),
            title: Label::default(),
            status: Label::default(),
            published: head.date(),
            scheme_from: head.date(),
            change_note: Label::default(),
            methods,
            sources: Vec::new(),
            parameters,
            actions: tables.table(action),
            products: tables.table(product),
            displaced: tables.table(displaced),
            district: None,
            index: Index::unpack(&mut tables.row()),
        };
        if damaged.get() { Err(Damaged) } else { Ok(rulebook) }
    }

    /// Adds what the figures leave out.
    pub fn add_words(mut self, words: &str) -> Result<Self, Damaged> {
        let damaged = Cell::new(false);
        let lines: Vec<&str> = words.split('\n').collect();
        let mut tables = Tables::new(&lines, &damaged);
        let mut head = tables.row();
        self.title = head.label();
        self.status = head.label();
        self.change_note = head.label();
        tables.fill(&mut self.methods, |row, method| method.title = row.label());
        self.sources = tables.table(source);
        let values = self.parameters.iter_mut().flat_map(|parameter| &mut parameter.values);
        tables.fill(values, |row, value| {
            value.note = row.optional_label();
            value.review_by = row.optional_date();
        });
        tables.fill(&mut self.parameters, |row, parameter| parameter.label = row.label());
        tables.fill(&mut self.actions, |row, action| action.hint = row.label());
        tables.fill(&mut self.displaced, |row, displaced| displaced.label = row.label());
        if damaged.get() { Err(Damaged) } else { Ok(self) }
    }
}

fn method(row: &mut Row<'_>) -> Method {
    Method { id: row.text(), title: Label::default(), from: row.date() }
}

fn source(row: &mut Row<'_>) -> Source {
    Source {
        id: row.text(),
        title: row.text(),
        issuer: row.text(),
        number: row.optional_text(),
        clause: row.text(),
        link: row.optional_text(),
        issued: row.optional_date(),
        in_force: row.optional_date(),
        consulted: row.date(),
        note: row.optional_label(),
    }
}

fn value(row: &mut Row<'_>) -> Value {
    Value {
        from: row.date(),
        amount: row.amount(),
        source: row.number(),
        grade: row.one_of(Grade::ALL, Grade::Policy),
        note: None,
        review_by: None,
    }
}

/// A parameter with as many of the values of all parameters as are its own.
fn parameter(row: &mut Row<'_>, values: &mut impl Iterator<Item = Value>) -> Parameter {
    Parameter {
        id: row.text(),
        label: Label::default(),
        unit: row.one_of(Unit::ALL, Unit::One),
        method: row.number(),
        values: values.take(row.number()).collect(),
    }
}

fn action(row: &mut Row<'_>) -> EverydayAction {
    EverydayAction {
        id: row.text(),
        label: row.label(),
        hint: Label::default(),
        counted_by: row.one_of(CountedBy::ALL, CountedBy::Count),
        carbon: row.optional_number(),
        award: row.optional_number(),
    }
}

fn product(row: &mut Row<'_>) -> Product {
    Product {
        id: row.text(),
        label: row.label(),
        limit: row.optional_number(),
        basis: row.one_of(Basis::ALL, Basis::AsSupplied),
        solvent: !row.cell().is_empty(),
        repaints: !row.cell().is_empty(),
        displaces: row.cell().split_whitespace().map(str::to_owned).collect(),
    }
}

fn displaced(row: &mut Row<'_>) -> Displaced {
    Displaced { id: row.text(), label: Label::default(), content: row.number() }
}

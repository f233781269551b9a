//! Reading the packed form of a rulebook: the same content as its JSON file, in a quarter of the code and of the bytes.
//!
//! The page carries the rulebook that it was built with. Whatever can be wrong with a rulebook file was found by the
//! strict loader before `build.rs` packed it, so nothing is looked for here again, no word of any fault has to be
//! fetched before the first screen, and every reference is an index already.
//!
//! The form is lines of text. A table is a line with its number of rows, a line with its number of columns, and one
//! line for each cell, column by column, because alike things compress best next to each other; an absent cell is
//! empty. The order of the tables and columns is that of the readers below and of the writers in `build.rs`, which
//! are compiled together; a test compares what comes out with what the JSON file says.

use std::cell::Cell;

use super::index::Index;
use super::table::{Row, Tables};
use super::{CountedBy, Displaced, EverydayAction, Grade, Method, Parameter, Product, Rulebook, Source, Value};
use crate::domain::activity::purchase::Basis;
use crate::domain::unit::Unit;

/// A packed rulebook is not what `build.rs` wrote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Damaged;

impl Rulebook {
    /// Reads the packed form.
    pub fn unpack(packed: &str) -> Result<Self, Damaged> {
        let damaged = Cell::new(false);
        let lines: Vec<&str> = packed.split('\n').collect();
        let mut tables = Tables::new(&lines, &damaged);
        let mut head = tables.row();
        let (methods, sources) = (tables.table(method), tables.table(source));
        let mut values = tables.table(value).into_iter();
        let parameters = tables.table(|row| parameter(row, &mut values));
        let rulebook = Self {
            id: head.text(),
            version: head.text(),
            title: head.label(),
            status: head.label(),
            published: head.date(),
            scheme_from: head.date(),
            change_note: head.label(),
            methods,
            sources,
            parameters,
            actions: tables.table(action),
            products: tables.table(product),
            displaced: tables.table(displaced),
            index: Index::unpack(&mut tables.row()),
        };
        if damaged.get() { Err(Damaged) } else { Ok(rulebook) }
    }
}

fn method(row: &mut Row<'_>) -> Method {
    Method { id: row.text(), title: row.label(), from: row.date() }
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
        note: row.optional_label(),
        review_by: row.optional_date(),
    }
}

/// A parameter with as many of the values of all parameters as are its own.
fn parameter(row: &mut Row<'_>, values: &mut impl Iterator<Item = Value>) -> Parameter {
    Parameter {
        id: row.text(),
        label: row.label(),
        unit: row.one_of(Unit::ALL, Unit::One),
        method: row.number(),
        values: values.take(row.number()).collect(),
    }
}

fn action(row: &mut Row<'_>) -> EverydayAction {
    EverydayAction {
        id: row.text(),
        label: row.label(),
        hint: row.label(),
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
        displaces: row.cell().split_whitespace().map(str::to_owned).collect(),
    }
}

fn displaced(row: &mut Row<'_>) -> Displaced {
    Displaced { id: row.text(), label: row.label(), content: row.number() }
}

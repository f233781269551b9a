//! The three ledgers of a month or a year, perhaps with the tables of its statement.

use super::{INK, MARGIN, Mark, PAPER, Picture, RULE, SHEET, SOFT, WIDTH, bold, code, line};
use crate::domain::assessment::Totals;
use crate::host::picture::Line;
use crate::i18n::{Language, Text, number};

/// Rows of a table that are drawn at most: a browser draws no picture of any height.
pub const MOST_ROWS: usize = 60;

const ROW: i32 = 44;
/// Where the columns of numbers end, and how wide they are.
const COLUMNS: [i32; 2] = [560, WIDTH - MARGIN];
const COLUMN: i32 = 150;

/// What is drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// Below the name of the page: what it is of.
    pub title: String,
    /// Below that, in small type.
    pub facts: Vec<String>,
    /// The three ledgers.
    pub totals: Totals,
    /// Tables below them.
    pub tables: Vec<Table>,
    /// Whose rules it is by, and that they are examples.
    pub status: String,
    /// The page's address, as a code at the foot.
    pub address: String,
}

/// A table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// Its heading.
    pub heading: String,
    /// Its rows; after [`MOST_ROWS`] of them follows `more`.
    pub rows: Vec<Row>,
    /// What is said of rows that are not drawn.
    pub more: Option<String>,
}

/// A row: what it is, and two numbers; one that is not there is empty.
pub type Row = (String, [String; 2]);

/// The picture.
pub fn of_sheet(sheet: &Sheet, language: Language) -> Picture {
    let t = Text::of(language);
    let mut marks = vec![
        bold(line(MARGIN, 100, 34, INK, t.app_name().to_owned())),
        Mark::Line(line(MARGIN, 156, 30, SOFT, sheet.title.clone())),
    ];
    let mut top = 180;
    for fact in &sheet.facts {
        marks.push(Mark::Line(line(MARGIN, top + 20, 24, SOFT, fact.clone())));
        top += 36;
    }
    top = ledgers(&mut marks, sheet.totals, top + 20, language);
    for table in &sheet.tables {
        top = drawn(&mut marks, table, top + 30);
    }
    // What it is not stands beside the code, or alone where the address is too long for one.
    let small = [sheet.status.as_str(), t.host_picture_own()];
    let side = code(&mut marks, &sheet.address, (MARGIN, top + 10), 260);
    let (left, mut base) = if let Some(side) = side {
        let (left, middle) = (MARGIN + side + 30, top + side / 2);
        marks.push(Mark::Line(line(left, middle - 24, 26, INK, t.host_picture_scan().to_owned())));
        top += side + 10;
        (left, middle + 22)
    } else {
        top += 90;
        (MARGIN, top - 50)
    };
    for said in small {
        // A place to break a line is none in a picture.
        marks.push(Mark::Line(line(left, base, 22, SOFT, said.replace('\u{200b}', ""))));
        base += 38;
    }
    let height = top + MARGIN;
    marks.insert(0, Mark::Block(0, 0, WIDTH, height, PAPER));
    Picture { height, marks }
}

fn ledgers(marks: &mut Vec<Mark>, totals: Totals, mut top: i32, language: Language) -> i32 {
    let t = Text::of(language);
    let carbon = number::carbon(totals.carbon_mg, language);
    let rows = [
        (t.carbon_long(), carbon.number, carbon.unit, "#1c6a4d"),
        (t.air_long(), number::pollutant_equivalents(totals.air.upe), t.pe_unit(), "#17638f"),
        (t.points_long(), number::points(totals.points), t.points_unit(), "#865400"),
    ];
    for (name, amount, unit, colour) in rows {
        // Sheets hang out on both sides, so that all letters begin at one edge.
        marks.push(Mark::Block(MARGIN - 30, top, WIDTH - 2 * (MARGIN - 30), 150, SHEET));
        marks.push(Mark::Block(MARGIN - 30, top, 10, 150, colour));
        marks.push(Mark::Line(line(MARGIN, top + 48, 26, SOFT, name.to_owned())));
        marks.push(bold(line(MARGIN, top + 118, 56, colour, format!("{amount} {unit}"))));
        top += 170;
    }
    top
}

fn drawn(marks: &mut Vec<Mark>, table: &Table, mut top: i32) -> i32 {
    marks.push(bold(line(MARGIN, top + 30, 28, INK, table.heading.clone())));
    top += 50;
    for (name, numbers) in table.rows.iter().take(MOST_ROWS) {
        let base = top + 32;
        let room =
            if numbers.iter().any(|number| !number.is_empty()) { COLUMNS[0] - COLUMN - MARGIN } else { WIDTH + 10 };
        let name = line(MARGIN, base, 24, INK, name.clone());
        marks.push(Mark::Line(Line { most: name.most.min(room - 10), ..name }));
        for (at, text) in COLUMNS.into_iter().zip(numbers) {
            let number = line(0, base, 24, INK, text.clone());
            marks.push(Mark::Line(Line { at, ends: true, most: COLUMN, ..number }));
        }
        marks.push(Mark::Block(MARGIN, top + ROW - 1, WIDTH - 2 * MARGIN, 1, RULE));
        top += ROW;
    }
    if let Some(more) = &table.more {
        marks.push(Mark::Line(line(MARGIN, top + 32, 22, SOFT, more.clone())));
        top += ROW;
    }
    top
}

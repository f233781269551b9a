//! Sheets as pictures, for web-views that keep an image when it is pressed long but save no files: what is drawn where, in
//! pixels. Drawing it is `platform`'s.

mod code;
mod sheet;

pub use code::{CodeSheet, contents, name, of_code};
pub use sheet::{MOST_ROWS, Row, Sheet, Table, of_sheet};

use crate::qr::dark_squares;

/// Width of a picture.
pub const WIDTH: i32 = 750;

const PAPER: &str = "#f7f5ef";
const SHEET: &str = "#fffefb";
const WHITE: &str = "#ffffff";
const BLACK: &str = "#000000";
const INK: &str = "#1f2522";
const SOFT: &str = "#565f5a";
const RULE: &str = "#d9d4c5";
const MARGIN: i32 = 60;

/// A picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picture {
    /// Its height.
    pub height: i32,
    /// What is on it, from the bottom up.
    pub marks: Vec<Mark>,
}

/// Something drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Mark {
    /// A rectangle: left, top, width, height, colour.
    Block(i32, i32, i32, i32, &'static str),
    /// A text in one line.
    Line(Line),
}

/// A text in one line, pressed together if it is wider than there is room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Where it begins; or where it ends, for a number that stands in a column.
    pub at: i32,
    /// Whether that is its end.
    pub ends: bool,
    /// Its base line.
    pub base: i32,
    /// Most room it takes.
    pub most: i32,
    /// Size of type.
    pub size: i32,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub colour: &'static str,
    /// What it says.
    pub text: String,
}

/// A text from `at` to the right edge.
fn line(at: i32, base: i32, size: i32, colour: &'static str, text: String) -> Line {
    Line { at, ends: false, base, most: WIDTH - at - MARGIN, size, bold: false, colour, text }
}

/// The same in bold.
fn bold(line: Line) -> Mark {
    Mark::Line(Line { bold: true, ..line })
}

/// The code of a text at a place, in whole pixels so that every square has sharp edges, with the white around it that
/// readers need. The side of all of it; `None` if the text is too long for a code.
fn code(marks: &mut Vec<Mark>, text: &str, (left, top): (i32, i32), room: i32) -> Option<i32> {
    const QUIET: i32 = 4;
    let (squares, dark) = dark_squares(text)?;
    let pixels = (room / (squares + 2 * QUIET)).max(1);
    let side = (squares + 2 * QUIET) * pixels;
    marks.push(Mark::Block(left, top, side, side, WHITE));
    for (x, y) in dark {
        marks.push(Mark::Block(left + (QUIET + x) * pixels, top + (QUIET + y) * pixels, pixels, pixels, BLACK));
    }
    Some(side)
}

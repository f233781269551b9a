//! The month as a picture, for web-views that keep an image when it is pressed long but save no files: what is drawn
//! where, in pixels. Drawing it is `platform`'s.

use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::i18n::{Language, Text, calendar, number};
use crate::qr::dark_squares;

/// Width of the picture.
pub const WIDTH: i32 = 750;
/// Height of the picture.
pub const HEIGHT: i32 = 1060;

const PAPER: &str = "#f7f5ef";
const SHEET: &str = "#fffefb";
const INK: &str = "#1f2522";
const SOFT: &str = "#565f5a";
const MARGIN: i32 = 60;

/// Something drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Mark {
    /// A rectangle: left, top, width, height, colour.
    Block(i32, i32, i32, i32, &'static str),
    /// A text: left, base line, size of type, whether bold, colour, and the text.
    Line(i32, i32, i32, bool, &'static str, String),
}

/// The three ledgers of a month, and the address of the page as a QR code.
pub fn of_month(month: Totals, today: Date, address: &str, language: Language) -> Vec<Mark> {
    let t = Text::of(language);
    let title = calendar::month(today.year(), today.month(), language);
    let mut marks = vec![
        Mark::Block(0, 0, WIDTH, HEIGHT, PAPER),
        Mark::Line(MARGIN, 100, 34, true, INK, t.app_name().to_owned()),
        Mark::Line(MARGIN, 156, 30, false, SOFT, title),
    ];
    let carbon = number::carbon(month.carbon_mg, language);
    let rows = [
        (t.carbon_long(), carbon.number, carbon.unit, "#1c6a4d"),
        (t.air_long(), number::pollutant_equivalents(month.air.upe), t.pe_unit(), "#17638f"),
        (t.points_long(), number::points(month.points), t.points_unit(), "#865400"),
    ];
    let mut top = 200;
    for (name, amount, unit, colour) in rows {
        marks.push(Mark::Block(MARGIN - 20, top, WIDTH - 2 * (MARGIN - 20), 150, SHEET));
        marks.push(Mark::Block(MARGIN - 20, top, 10, 150, colour));
        marks.push(Mark::Line(MARGIN + 10, top + 48, 26, false, SOFT, name.to_owned()));
        marks.push(Mark::Line(MARGIN + 10, top + 118, 56, true, colour, format!("{amount} {unit}")));
        top += 170;
    }
    if let Some((side, dark)) = dark_squares(address) {
        // Whole pixels, so that every square has sharp edges.
        let (pixels, left, top) = (220 / side.max(1), MARGIN, top + 30);
        marks.push(Mark::Block(left - 20, top - 20, side * pixels + 40, side * pixels + 40, "#ffffff"));
        for (x, y) in dark {
            marks.push(Mark::Block(left + x * pixels, top + y * pixels, pixels, pixels, "#000000"));
        }
        marks.push(Mark::Line(left + 290, top + 90, 26, false, INK, t.host_picture_scan().to_owned()));
        marks.push(Mark::Line(left + 290, top + 136, 22, false, SOFT, t.host_picture_own().to_owned()));
    }
    marks
}

//! Whether a cell of a table says what it should, though a spreadsheet has saved it.
//!
//! The same are, and nothing else is: not a decimal comma, an exponent, or a day before its month.
//! - a text with other spaces around it or other ends of lines in it, and with or without the apostrophe that is put before
//!   what looks like a formula;
//! - a number with other zeros before and behind it: `1.50` and `1.5`, `007` and `7`;
//! - a day or a moment in other words: `2026/11/20`, `2026年11月20日`, `11/20/2026` (month first), and without its seconds.
//!
//! Quotation marks, the mark of UTF-8, the ends of rows, and semicolons or tabs between cells are gone before this is asked.

use crate::domain::archive::csv::{Cell, is_formula};

/// What is written of a cell, without the apostrophe.
pub(super) fn written(cell: &Cell) -> &str {
    let (Cell::Text(text) | Cell::Number(text) | Cell::Record(text)) = cell;
    text
}

/// Whether the text is what a spreadsheet makes of the cell.
pub(super) fn same(cell: &Cell, given: &str) -> bool {
    let plain = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
    let (expected, given) = (plain(written(cell)), plain(given));
    let guarded = || is_formula(written(cell)) && given.strip_prefix('\'').map(str::trim_start) == Some(&expected);
    let number = || number(&expected).is_some_and(|expected| number(&given).as_ref() == Some(&expected));
    expected == given || guarded() || number() || is_same_moment(&expected, &given)
}

/// A plain number without the zeros that say nothing.
fn number(text: &str) -> Option<String> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(rest) {
        return None;
    }
    let (whole, rest) = (whole.trim_start_matches('0'), rest.trim_end_matches('0'));
    let sign = if whole.is_empty() && rest.is_empty() { "" } else { sign };
    Some(format!("{sign}{whole}.{rest}"))
}

/// Whether both are the same day, or the same moment as far as it was written.
fn is_same_moment(expected: &str, given: &str) -> bool {
    let (Some((day, time)), Some((given_day, given_time))) = (moment(expected), moment(given)) else { return false };
    let minutes = |time: &[u32]| time.len() == 3 && time.get(..2) == Some(given_time.as_slice());
    day == given_day && (time == given_time || minutes(&time))
}

/// Year, month and day, and hour, minute and second as far as they are there.
fn moment(text: &str) -> Option<([u32; 3], Vec<u32>)> {
    let (day, time) = text.split_once(' ').unwrap_or((text, ""));
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 4);
    let parts: Vec<u32> =
        day.trim_end_matches('日').split(['-', '/', '.', '年', '月']).map(number).collect::<Option<_>>()?;
    let day = match parts.as_slice() {
        [year, month, day] if *year > 999 => [*year, *month, *day],
        // Month first, as in the United States.
        [month, day, year] if *year > 999 && text.contains('/') => [*year, *month, *day],
        _ => return None,
    };
    let time = time.trim();
    let time = if time.is_empty() { Vec::new() } else { time.split(':').map(number).collect::<Option<_>>()? };
    Some((day, time))
}

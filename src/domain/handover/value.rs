//! The values of an activity's JSON as bytes: the first byte of each says what it is.
//!
//! | first byte | value |
//! | --- | --- |
//! | 0 to 95 | the text of that whole number |
//! | 96 to 207 | a word of the list |
//! | 208 | the end of a list or an object |
//! | 209, 210 | an object, a list; up to its end |
//! | 211, 212, 213 | `true`, `false`, `null` |
//! | 214, 215 | a text, a number; its length and its letters |
//! | 216 | a day; days after the one the activity counts for |
//! | 217 | a time of day; minutes after midnight |
//! | 224 to 242 | a decimal text with 0 to 18 digits behind its point; its digits as a whole number |

use super::bytes::{Bytes, Reader};
use super::words::{NAMES, WORDS, place};
use crate::domain::date::{Date, TimeOfDay};
use crate::domain::json::Json;

const SMALL: u64 = 96;
const END: u8 = 208;
const OBJECT: u8 = 209;
const LIST: u8 = 210;
const TRUE: u8 = 211;
const FALSE: u8 = 212;
const NULL: u8 = 213;
const TEXT: u8 = 214;
const NUMBER: u8 = 215;
const DAY: u8 = 216;
const TIME: u8 = 217;
const DECIMAL: u8 = 224;
const MOST_PLACES: u8 = 18;

/// Deeper than any activity is.
const DEEPEST: u8 = 8;

/// Of the byte before a member's name: the name goes over letter by letter.
const SPELLED: u8 = 255;

/// Writes the members of an object, and that they end.
pub(in crate::domain) fn write_members<'m>(
    into: &mut Bytes,
    members: impl Iterator<Item = &'m (String, Json)>,
    day: Date,
) {
    for (name, value) in members {
        if let Some(place) = place(name, NAMES) {
            into.byte(place);
        } else {
            into.byte(SPELLED);
            into.text(name);
        }
        write(into, value, day);
    }
    into.byte(END);
}

fn write(into: &mut Bytes, value: &Json, day: Date) {
    match value {
        Json::Null => into.byte(NULL),
        Json::Bool(yes) => into.byte(if *yes { TRUE } else { FALSE }),
        Json::Number(number) => {
            into.byte(NUMBER);
            into.text(number);
        }
        Json::Text(text) => write_text(into, text, day),
        Json::List(values) => {
            into.byte(LIST);
            for value in values {
                write(into, value, day);
            }
            into.byte(END);
        }
        Json::Object(members) => {
            into.byte(OBJECT);
            write_members(into, members.iter(), day);
        }
    }
}

fn write_text(into: &mut Bytes, text: &str, day: Date) {
    if let Some(place) = place(text, WORDS) {
        return into.byte(small() + place);
    }
    if let Some(date) = Date::parse(text).filter(|date| date.to_string() == text) {
        into.byte(DAY);
        return into.signed(date.days_since(day).into());
    }
    if let Some(time) = TimeOfDay::parse(text) {
        into.byte(TIME);
        return into.whole(time.minutes().into());
    }
    match parts(text) {
        Some((digits, 0)) if digits < SMALL => into.byte(u8::try_from(digits).unwrap_or(0)),
        Some((digits, places)) => {
            into.byte(DECIMAL + places);
            into.whole(digits);
        }
        None => {
            into.byte(TEXT);
            into.text(text);
        }
    }
}

/// Reads members up to their end.
pub(in crate::domain) fn read_members(from: &mut Reader<'_>, day: Date) -> Option<Vec<(String, Json)>> {
    members(from, day, 0)
}

fn members(from: &mut Reader<'_>, day: Date, depth: u8) -> Option<Vec<(String, Json)>> {
    let mut members = Vec::new();
    loop {
        let name = match from.byte()? {
            END => return Some(members),
            SPELLED => from.text()?,
            place => (*NAMES.get(usize::from(place))?).to_owned(),
        };
        let first = from.byte()?;
        members.push((name, read(from, first, day, depth)?));
    }
}

fn read(from: &mut Reader<'_>, first: u8, day: Date, depth: u8) -> Option<Json> {
    if depth > DEEPEST {
        return None;
    }
    Some(match first {
        OBJECT => Json::Object(members(from, day, depth + 1)?),
        LIST => {
            let mut values = Vec::new();
            loop {
                match from.byte()? {
                    END => break Json::List(values),
                    first => values.push(read(from, first, day, depth + 1)?),
                }
            }
        }
        TRUE => Json::Bool(true),
        FALSE => Json::Bool(false),
        NULL => Json::Null,
        NUMBER => Json::Number(from.text()?),
        TEXT => Json::Text(from.text()?),
        DAY => Json::Text(day.plus_days(from.signed()?.try_into().ok()?).to_string()),
        TIME => {
            let minutes = from.whole()?;
            Json::Text(format!("{:02}:{:02}", minutes / 60, minutes % 60))
        }
        decimal if (DECIMAL..=DECIMAL + MOST_PLACES).contains(&decimal) => {
            Json::Text(spelled(from.whole()?, decimal - DECIMAL))
        }
        whole if u64::from(whole) < SMALL => Json::Text(whole.to_string()),
        word => Json::Text((*WORDS.get(usize::from(word.checked_sub(small())?))?).to_owned()),
    })
}

fn small() -> u8 {
    u8::try_from(SMALL).unwrap_or(0)
}

/// The digits of a plain decimal number and how many stand behind its point; `None` for a text that would not come back
/// from them letter by letter.
fn parts(text: &str) -> Option<(u64, u8)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let places = u8::try_from(fraction.len()).ok().filter(|places| *places <= MOST_PLACES)?;
    let digits: u64 = format!("{whole}{fraction}").parse().ok()?;
    (spelled(digits, places) == text).then_some((digits, places))
}

fn spelled(digits: u64, places: u8) -> String {
    let places = usize::from(places);
    let mut text = format!("{digits:0>width$}", width = places + 1);
    if places > 0 {
        text.insert(text.len() - places, '.');
    }
    text
}

//! The body of version 1: the names of the rulebooks, then line after line.
//!
//! A line begins with what it is (0 a reversal, 1 an activity, 2 a correction), its id and its moment; an id is the one
//! before counted up, 16 letters of Crockford's base 32, or any text, and a moment is milliseconds after the one before.
//! Then a reversal has the id it is about, and an activity the place of its rulebook, if it is a correction the id of
//! what it stands in for, its kind, its day as days after the one before, and its other members (`value.rs`).

use super::bytes::{Bytes, Reader};
use super::fault::Fault;
use super::value::{read_members, write_members};
use super::words::{WORDS, place};
use super::{Line, Said};
use crate::domain::activity::Activity;
use crate::domain::date::Date;
use crate::domain::intake;
use crate::domain::json::Json;
use crate::domain::rulebook::Rulebook;

/// What the first line's moment and day are counted from: 2026-01-01 in Beijing.
pub(in crate::domain) const EPOCH_MS: i64 = 1_767_196_800_000;

/// Of the byte before an id: the id goes over letter by letter, or in 80 bits; anything above is how far it is from the
/// id before.
const SPELLED: u8 = 0;
const BITS: u8 = 1;

const REVERSAL: u8 = 0;
const ACTIVITY: u8 = 1;
const CORRECTION: u8 = 2;

const CROCKFORD: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS: usize = 16;

/// What a line is told by what stood before it.
struct Before {
    id: Option<u128>,
    at: i64,
    day: Date,
}

impl Before {
    fn first() -> Self {
        Self { id: None, at: EPOCH_MS, day: Date::in_beijing(EPOCH_MS) }
    }
}

pub(super) fn write(lines: &[Line]) -> Vec<u8> {
    let mut rulebooks: Vec<&str> = Vec::new();
    for line in lines {
        if let Said::Done { rulebook, .. } = &line.said
            && !rulebooks.contains(&rulebook.as_str())
        {
            rulebooks.push(rulebook);
        }
    }
    let mut into = Bytes::default();
    into.whole(rulebooks.len() as u64);
    for rulebook in &rulebooks {
        into.text(rulebook);
    }
    into.whole(lines.len() as u64);
    let mut before = Before::first();
    for line in lines {
        write_line(&mut into, line, &rulebooks, &mut before);
    }
    into.finish()
}

fn write_line(into: &mut Bytes, line: &Line, rulebooks: &[&str], before: &mut Before) {
    into.byte(match &line.said {
        Said::Reversed(_) => REVERSAL,
        Said::Done { corrects: None, .. } => ACTIVITY,
        Said::Done { .. } => CORRECTION,
    });
    write_id(into, &line.id, &mut before.id);
    into.signed(line.recorded_at.wrapping_sub(before.at));
    before.at = line.recorded_at;
    match &line.said {
        Said::Reversed(of) => write_id(into, of, &mut None),
        Said::Done { activity, rulebook, corrects } => {
            let known = rulebooks.iter().position(|known| known == rulebook).unwrap_or(0);
            into.whole(known as u64);
            if let Some(corrects) = corrects {
                write_id(into, corrects, &mut None);
            }
            write_activity(into, activity, before.day);
            before.day = activity.date;
        }
    }
}

/// Writes an activity: its kind, its day as days after another one, and its other members.
pub(in crate::domain) fn write_activity(into: &mut Bytes, activity: &Activity, before: Date) {
    // Every activity has a kind that is on the list, and a day.
    let _ = write_json(into, &activity.to_json(), before);
}

/// The same of its JSON; `None` if that does not begin with a kind and a day.
pub(in crate::domain) fn write_json(into: &mut Bytes, json: &Json, before: Date) -> Option<()> {
    let [(kind_name, kind), (date_name, date), others @ ..] = json.members()? else { return None };
    if kind_name != "kind" || date_name != "date" {
        return None;
    }
    let date = Date::parse(date.text()?)?;
    into.byte(place(kind.text()?, WORDS)?);
    into.signed(date.days_since(before).into());
    write_members(into, others.iter(), date);
    Some(())
}

/// The JSON of an activity; `before` becomes its day.
pub(in crate::domain) fn read_json(from: &mut Reader<'_>, before: &mut Date) -> Option<Json> {
    let kind = *WORDS.get(usize::from(from.byte()?))?;
    let day = before.plus_days(from.signed()?.try_into().ok()?);
    *before = day;
    let mut members =
        vec![("kind".to_owned(), Json::Text(kind.to_owned())), ("date".to_owned(), Json::Text(day.to_string()))];
    members.extend(read_members(from, day)?);
    Some(Json::Object(members))
}

fn write_id(into: &mut Bytes, id: &str, before: &mut Option<u128>) {
    let Some(bits) = bits(id) else {
        into.byte(SPELLED);
        return into.text(id);
    };
    let step = before.and_then(|before| bits.checked_sub(before)).and_then(|step| u8::try_from(step).ok());
    if let Some(step) = step.and_then(|step| step.checked_add(BITS)).filter(|step| *step > BITS) {
        into.byte(step);
    } else {
        into.byte(BITS);
        let [_, _, _, _, _, _, ten @ ..] = bits.to_be_bytes();
        into.all(&ten);
    }
    *before = Some(bits);
}

pub(super) fn read(body: &[u8], rulebook: &Rulebook) -> Result<Vec<Line>, Fault> {
    let mut from = Reader::new(body);
    let head = |from: &mut Reader<'_>| {
        let count = from.count()?;
        // Not more than there is room for, whatever the count says.
        let rulebooks: Option<Vec<String>> = (0..count).map(|_| from.text()).collect();
        Some((rulebooks?, from.count()?))
    };
    let (rulebooks, count) = head(&mut from).ok_or(Fault::Line(0))?;
    let (mut lines, mut before) = (Vec::new(), Before::first());
    for number in 1..=count {
        lines.push(read_line(&mut from, &rulebooks, rulebook, &mut before).ok_or(Fault::Line(number))?);
    }
    if from.rest().is_empty() { Ok(lines) } else { Err(Fault::Line(0)) }
}

fn read_line(from: &mut Reader<'_>, rulebooks: &[String], rules: &Rulebook, before: &mut Before) -> Option<Line> {
    let what = from.byte()?;
    let id = read_id(from, &mut before.id)?;
    before.at = before.at.wrapping_add(from.signed()?);
    let said = match what {
        REVERSAL => Said::Reversed(read_id(from, &mut None)?),
        ACTIVITY | CORRECTION => {
            let rulebook = rulebooks.get(from.count()?)?.clone();
            let corrects = if what == CORRECTION { Some(read_id(from, &mut None)?) } else { None };
            let json = read_json(from, &mut before.day)?;
            let activity = intake::read_saved(&json, rules).ok()?;
            Said::Done { activity: Box::new(activity), rulebook, corrects }
        }
        _ => return None,
    };
    Some(Line { id, recorded_at: before.at, said })
}

fn read_id(from: &mut Reader<'_>, before: &mut Option<u128>) -> Option<String> {
    let bits = match from.byte()? {
        SPELLED => return from.text(),
        BITS => from.take(10)?.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte)),
        step => (*before)?.checked_add(u128::from(step - BITS)).filter(|bits| bits >> (5 * LETTERS) == 0)?,
    };
    *before = Some(bits);
    Some(spelled_id(bits))
}

fn bits(id: &str) -> Option<u128> {
    if id.len() != LETTERS {
        return None;
    }
    id.chars().try_fold(0, |bits, letter| Some(bits << 5 | u128::try_from(CROCKFORD.find(letter)?).ok()?))
}

fn spelled_id(bits: u128) -> String {
    let letter = |place| CROCKFORD.as_bytes().get((bits >> (5 * place) & 31) as usize).copied().map(char::from);
    (0..LETTERS).rev().filter_map(letter).collect()
}

/// The id that is `by` further on than one of 16 letters of Crockford's base 32, so that it takes the least room after
/// it; `None` for any other id.
pub fn counted_up(id: &str, by: u32) -> Option<String> {
    let most = 1_u128 << (5 * LETTERS);
    Some(spelled_id((bits(id)? + u128::from(by)) % most))
}

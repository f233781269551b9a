//! Reading: from JSON or typed text to a valid activity, or to everything that is wrong with it.
//!
//! Nothing is guessed: an unknown field, a second field of the same name, `1,5` or a blank is refused with its path,
//! what was given and what would be accepted. What a field accepts follows the contract; [`bounds`] has the ranges.

mod appliance;
pub mod bounds;
mod comparable;
mod everyday;
mod fields;
mod period;
mod purchase;
mod reader;
mod travel;
mod utility;

use super::activity::{Activity, Evidence, Facts, Kind};
use super::date::Date;
use super::json::{Json, NotJson};
use super::reason::{Accepted, Reason, ReasonCode};
use super::rulebook::Rulebook;
use reader::Reader;

/// Most characters of an activity's own id.
pub const MOST_ID: u32 = 64;
/// Most characters of a merchant's name.
pub const MOST_MERCHANT: u32 = 80;
/// Most characters of a note.
pub const MOST_NOTE: u32 = 280;
/// Most characters of a meter number.
pub const MOST_METER: u32 = 40;
/// Most characters of what a home is called.
pub const MOST_DWELLING: u32 = 40;
/// Most characters of an appliance's serial number.
pub const MOST_SERIAL: u32 = 40;
/// Most bytes of one activity as a line of JSON: many times the longest that can be valid.
pub const MOST_LINE_BYTES: u32 = 64 * 1024;

/// What every reader of a kind needs to know besides the fields.
#[derive(Clone, Copy)]
struct Context<'a> {
    rulebook: &'a Rulebook,
    today: Date,
    /// Whether it was valid once: then an everyday action may be one that this rulebook does not list, and a purchase
    /// may be of a category that repainted a home under other rules.
    saved: bool,
}

/// Turns a JSON object into a valid activity, or says everything that is wrong with it (at least one reason).
///
/// `today` is the Beijing day beyond which nothing can have happened yet. Text fields of a form take the same way:
/// a form builds the object with its typed texts as strings, so one validator serves page, import and command line.
pub fn read<T: AsRef<str>>(json: &Json<T>, rulebook: &Rulebook, today: Date) -> Result<Activity, Vec<Reason>> {
    activity(json, Context { rulebook, today, saved: false })
}

/// Reads an activity that was valid when it was recorded, perhaps under the rules of another district and before the
/// clock was set back. It must not be lost for either.
pub fn read_saved(json: &Json, rulebook: &Rulebook) -> Result<Activity, Vec<Reason>> {
    activity(json, Context { rulebook, today: Date::LAST, saved: true })
}

fn activity<T: AsRef<str>>(json: &Json<T>, context: Context<'_>) -> Result<Activity, Vec<Reason>> {
    let Some(members) = json.members() else {
        return Err(vec![
            Reason::at(ReasonCode::WrongType, "").given(json.shown()).accepting(Accepted::Type("object")),
        ]);
    };
    let mut reader = Reader::new(members, None);
    let kind: Option<Kind> = reader.word("kind");
    let date = context.day(&mut reader, "date");
    let id = reader.optional_text("id", MOST_ID);
    let evidence = reader.optional_word("evidence");
    let merchant = reader.optional_text("merchant", MOST_MERCHANT);
    let note = reader.optional_text("note", MOST_NOTE);
    let Some(kind) = kind else { return Err(reader.finish_unchecked()) };
    let facts = context.facts(&mut reader, kind);
    let problems = reader.finish();
    match (date, facts) {
        (Some(date), Some(facts)) if problems.is_empty() => {
            Ok(Activity { id, date, evidence: evidence.unwrap_or(Evidence::SelfDeclared), merchant, note, facts })
        }
        _ => Err(problems),
    }
}

/// The reason for a text that is not JSON; `given` is the column at which it stops being JSON. In a later line of a
/// text of several, the line stands before it, as in `3:15`; one line of a file does not know its number.
pub fn not_json(fault: &NotJson) -> Reason {
    let code = if fault.truncated { ReasonCode::Truncated } else { ReasonCode::NotJson };
    let column = fault.column.to_string();
    Reason::at(code, "").given(if fault.line == 1 { column } else { format!("{}:{column}", fault.line) })
}

/// The reason for a line with more than [`MOST_LINE_BYTES`].
pub fn too_long() -> Reason {
    Reason::at(ReasonCode::TooLong, "").accepting(Accepted::AtMost { most: MOST_LINE_BYTES, what: "bytes" })
}

impl Context<'_> {
    fn facts<T: AsRef<str>>(self, reader: &mut Reader<'_, T>, kind: Kind) -> Option<Facts> {
        match kind {
            Kind::Trip => travel::trip(reader).map(Facts::Trip),
            Kind::CarFree => travel::car_free(reader).map(Facts::CarFree),
            Kind::Utility => utility::bill(reader, self).map(Facts::Utility),
            Kind::Solar => {
                Some(Facts::Solar { self_consumed_kwh: reader.decimal("self_consumed_kwh", &bounds::SOLAR_KWH) })
            }
            Kind::Appliance => appliance::appliance(reader),
            Kind::Purchase => purchase::purchase(reader, self).map(Facts::Purchase),
            Kind::Refuel => {
                let litres = reader.decimal("litres", &bounds::REFUEL_LITRES);
                let time = reader.time("time");
                Some(Facts::Refuel { litres, time: time? })
            }
            Kind::Action => everyday::action(reader, self),
        }
    }
}

//! Reasons as sentences: what was given, what would be accepted, what to do.

mod accepted;
mod at_screen;
mod limit;
mod path;
mod table;
mod template;

use super::Language;
use super::calendar;
use super::number::grouped;
use super::unit::unit_name;
use super::word::word_name;
use crate::domain::date::Date;
use crate::domain::draft::split_leg_path;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::Rulebook;
use crate::domain::unit::Unit;
use limit::limit;
use table::template;
use template::Gaps;

pub use at_screen::at_screen;
pub use path::field;

/// The sentence to show at the field the reason is about; it does not repeat the field's name.
///
/// With a rulebook, its products, actions and limits are called by their names.
pub fn sentence(reason: &Reason, rulebook: Option<&Rulebook>, language: Language) -> String {
    said_as(template(reason, language), reason, rulebook, language)
}

/// That sentence with its gaps filled, and what would be accepted.
fn said_as(template: &str, reason: &Reason, rulebook: Option<&Rulebook>, language: Language) -> String {
    let given = reason.given.as_deref();
    // A day that could be read stands as the language writes it; one that could not, as it was given.
    let read = matches!(
        reason.code,
        ReasonCode::InFuture
            | ReasonCode::BeforeScheme
            | ReasonCode::EndBeforeStart
            | ReasonCode::OutsideWindow
            | ReasonCode::OverlappingBill
            | ReasonCode::SameAppliance
            | ReasonCode::RepaintTooSoon
            | ReasonCode::PaintBeyondArea
            | ReasonCode::CarUsed
            | ReasonCode::OverlappingCarFree
            | ReasonCode::CarFreeUndone
            | ReasonCode::RepeatedTrip
    );
    let undone = (reason.code == ReasonCode::CarFreeUndone).then(|| given?.split_once(' ')).flatten();
    let given = undone.map_or(given, |(day, _)| Some(day));
    let day = given.filter(|_| read).and_then(Date::parse).map(|day| calendar::day(day, language));
    let named = given.map(|given| word_name(&reason.path, given, rulebook, language).unwrap_or(given));
    let gaps = Gaps { given: day.as_deref().or(named), limit: limit(reason, rulebook, language), language };
    let mut text = gaps.fill(template);
    let said = accepted::said(reason, rulebook, language);
    if !said.is_empty() {
        text.push_str(language.pick("", " "));
        text.push_str(&said);
    }
    text
}

/// The sentence with the field it is about in front, for lists and for the command line.
pub fn full_sentence(reason: &Reason, rulebook: Option<&Rulebook>, language: Language) -> String {
    let sentence = sentence(reason, rulebook, language);
    // The sentences about these name the field themselves; of their path only the leg is new.
    let path = match reason.code {
        ReasonCode::UnknownField | ReasonCode::DuplicateField if split_leg_path(&reason.path).is_some() => {
            reason.path.split_once('.').map_or("", |(leg, _)| leg)
        }
        ReasonCode::UnknownField | ReasonCode::DuplicateField | ReasonCode::Capped => "",
        _ => &reason.path,
    };
    if path.is_empty() {
        return sentence;
    }
    let mut text = field(path, language);
    text.push_str(language.pick("：", ": "));
    text.push_str(&sentence);
    text
}

/// A number with its unit, as limits and ranges name it.
fn measure(number: &str, unit: Unit, language: Language) -> String {
    let mut text = grouped(number);
    let name = unit_name(unit, language);
    if !name.is_empty() && unit != Unit::Percent {
        text.push(' ');
    }
    text.push_str(name);
    text
}

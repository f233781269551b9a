//! What is wrong with a text that was handed over, and with an operator's settings, in sentences.

use super::{Language, Text, filled};
use crate::domain::handover::Fault;

/// Why a text cannot be taken in, and what to do.
pub fn sentence(fault: Fault, language: Language) -> String {
    let t = Text::of(language);
    match fault {
        Fault::Empty => t.take_empty().to_owned(),
        Fault::Character(character) => filled(t.take_character(), &[&character.to_string()]),
        Fault::Truncated => t.take_truncated().to_owned(),
        Fault::Damaged | Fault::Line(0) => t.take_damaged().to_owned(),
        Fault::Newer { given, latest } => filled(t.take_newer(), &[&given.to_string(), &latest.to_string()]),
        Fault::Line(line) => filled(t.take_line(), &[&line.to_string()]),
    }
}

//! The faults' codes, and their words in English for the command line and for logs.

use std::fmt;

use super::bound::Bound;
use super::fault::{Fault, FaultKind};
use super::shape::JsonType;
use crate::domain::unit::Unit;

impl FaultKind {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "not_json",
            Self::UnsupportedSchema { .. } => "unsupported_schema",
            Self::WrongType { .. } => "wrong_type",
            Self::UnknownKey { .. } => "unknown_key",
            Self::DuplicateKey => "duplicate_key",
            Self::Missing => "missing",
            Self::Empty => "empty",
            Self::UnknownWord { .. } => "unknown_word",
            Self::UnknownUnit { .. } => "unknown_unit",
            Self::BadDecimal { .. } => "bad_decimal",
            Self::BadDate { .. } => "bad_date",
            Self::BadId { .. } => "bad_id",
            Self::BadLink { .. } => "bad_link",
            Self::DuplicateId { .. } => "duplicate_id",
            Self::UnknownReference { .. } => "unknown_reference",
            Self::Unused { .. } => "unused",
            Self::DatesNotAscending { .. } => "dates_not_ascending",
            Self::StartsTooLate { .. } => "starts_too_late",
            Self::TenfoldStep { .. } => "tenfold_step",
            Self::NoteMissing { .. } => "note_missing",
            Self::OutOfRange { .. } => "out_of_range",
            Self::NotAscending { .. } => "not_ascending",
            Self::ReviewOverdue { .. } => "review_overdue",
            Self::BeforeScheme { .. } => "before_scheme",
            Self::MethodMissing { .. } => "method_missing",
            Self::ParameterMissing { .. } => "parameter_missing",
            Self::WrongUnit { .. } => "wrong_unit",
            Self::NoEffect => "no_effect",
            Self::District(fault) => fault.code(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(formatter, "{}: ", self.path)?;
        }
        self.kind.fmt(formatter)
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column, truncated: true } => {
                write!(out, "the file ends in the middle (line {line}, column {column})")
            }
            Self::NotJson { line, column, truncated: false } => {
                write!(out, "not JSON at line {line}, column {column}")
            }
            Self::UnsupportedSchema { given } => {
                write!(out, "schema {given} is not known here; it must be 1")
            }
            Self::WrongType { expected } => out.write_str(match expected {
                JsonType::Object => "must be an object",
                JsonType::List => "must be a list",
                JsonType::Text => "must be a text",
                JsonType::Boolean => "must be true or false",
            }),
            Self::UnknownKey { known } => {
                write!(out, "unknown key; here are read: {}", known.join(", "))
            }
            Self::DuplicateKey => out.write_str("given twice"),
            Self::Missing => out.write_str("missing"),
            Self::Empty => out.write_str("empty"),
            Self::UnknownWord { given, known } => {
                write!(out, "“{given}” is not known; it must be one of: {}", known.join(", "))
            }
            Self::UnknownUnit { given } => write!(out, "“{given}” is not a known unit"),
            Self::BadDecimal { given } => {
                write!(out, "“{given}” is not a plain decimal number such as 0.5554 (as text, at most 9 decimals)")
            }
            Self::BadDate { given } => write!(out, "“{given}” is not a day written YYYY-MM-DD"),
            Self::BadId { given } => write!(out, "“{given}” is not an id; use a–z, 0–9, dot, underscore and hyphen"),
            Self::BadLink { given } => write!(out, "“{given}” is not an http or https address"),
            Self::DuplicateId { id } => write!(out, "“{id}” is there twice"),
            Self::UnknownReference { section, id, meant } => {
                write!(out, "“{id}” is not in {}", section.as_str())?;
                meant.as_ref().map_or(Ok(()), |meant| write!(out, "; did you mean “{meant}”?"))
            }
            Self::Unused { section } => {
                write!(out, "nothing uses this entry of {}", section.as_str())
            }
            Self::DatesNotAscending { previous, given } => {
                write!(out, "{given} is not later than the value before it ({previous})")
            }
            Self::StartsTooLate { given, needed } => {
                write!(out, "begins on {given} but is needed from {needed}: there would be days without a value")
            }
            Self::TenfoldStep { previous, given } => {
                write!(
                    out,
                    "{given} is ten times off the value before it ({previous}); say why in a note, or correct it"
                )
            }
            Self::NoteMissing { grade } => {
                write!(out, "a value of grade “{}” needs a note with its formula or rationale", grade.as_str())
            }
            Self::OutOfRange { given, bound } => {
                write!(out, "{given} is outside its range: {bound}")
            }
            Self::NotAscending { lower, upper, on } => {
                write!(out, "on {on}, {lower} is not below {upper}")
            }
            Self::ReviewOverdue { given, published } => {
                write!(out, "the review of {given} was already due on the day of publication, {published}")
            }
            Self::BeforeScheme { given, scheme_from } => {
                write!(out, "{given} is before the scheme began ({scheme_from})")
            }
            Self::MethodMissing { id } => write!(out, "the method “{id}” is missing; a formula carries it out"),
            Self::ParameterMissing { id, unit } => {
                write!(out, "the parameter “{id}” ({}) is missing; a formula needs it", unit.symbol())
            }
            Self::WrongUnit { given, needed } => {
                let needed: Vec<&str> = needed.iter().copied().map(Unit::symbol).collect();
                write!(out, "the unit is {} but must be {}", given.symbol(), needed.join(" or "))
            }
            Self::NoEffect => out.write_str("can never earn anything"),
            Self::District(fault) => fault.fmt(out),
        }
    }
}

/// The range in mathematical notation: `> 0`, `0 … 100`, `whole, 1 … 12`.
impl fmt::Display for Bound {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.whole {
            out.write_str("whole, ")?;
        }
        match (self.most, self.from_included) {
            (Some(most), true) => write!(out, "{} … {most}", self.least),
            (Some(most), false) => write!(out, "> {}, ≤ {most}", self.least),
            (None, true) => write!(out, "≥ {}", self.least),
            (None, false) => write!(out, "> {}", self.least),
        }
    }
}

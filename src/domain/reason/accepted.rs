//! What would have been accepted, as data.

use std::borrow::Cow;

use serde::Serialize;

use crate::domain::date::Date;
use crate::domain::rulebook::ParameterRef;
use crate::domain::unit::Unit;

/// What would have been accepted where something was not.
///
/// In JSON: an object with one member named after the case, as in `{"at_most": {"most": 400, "what": "days"}}`. The
/// limits are written out there, so it takes the rulebook: [`crate::domain::assessment_json`].
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Accepted {
    /// A number above (or, if `from_included`, from) `least` up to and including `most`.
    Range {
        /// Lower end.
        least: Cow<'static, str>,
        /// Whether the lower end itself is accepted.
        from_included: bool,
        /// Upper end, included.
        most: Cow<'static, str>,
        /// Unit of both.
        unit: Unit,
    },
    /// One of these words.
    OneOf(Vec<Cow<'static, str>>),
    /// A date from `first` to `last`, as `YYYY-MM-DD`.
    Dates {
        /// First day.
        first: Date,
        /// Last day.
        last: Date,
    },
    /// A plain decimal number with at most so many decimals.
    Decimal {
        /// Most fractional digits.
        places: u8,
    },
    /// A day from `first` on.
    Since {
        /// First day.
        first: Date,
    },
    /// A JSON type, by its English name.
    Type(&'static str),
    /// A time as `HH:MM`.
    Time,
    /// At most so many of a unit (days of a bill, bytes of a line).
    AtMost {
        /// The number.
        most: u32,
        /// What is counted: `days`, `bytes`, `characters`, `legs`.
        what: &'static str,
    },
    /// A number on this basis and in this unit.
    Basis {
        /// `as_supplied`, `less_water` or `ready_to_use`.
        basis: &'static str,
        /// `g/L`, `g/kg` or `percent`.
        unit: &'static str,
    },
    /// The named field, filled in.
    Field(&'static str),
    /// A share, where a percentage was given.
    Share {
        /// The percentage as a plain number.
        percent: String,
        /// The share that it is.
        share: String,
    },
    /// Another day than those that the entry of this id has.
    #[serde(skip)]
    Beside(String),
    /// The values of the rulebook that drew the line: a tier's limit; first and last month and begin and end of the
    /// night of a window.
    #[serde(skip)]
    Limits(Vec<ParameterRef>),
}

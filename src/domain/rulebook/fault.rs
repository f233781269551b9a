//! What is wrong with a rulebook file: where, and what. The sentences are in [`crate::i18n::fault`].

use super::bound::Bound;
use super::parameter::Grade;
use super::shape::{JsonType, Section};
use crate::domain::date::Date;
use crate::domain::district::DistrictFault;
use crate::domain::unit::Unit;

/// One fault of a rulebook file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Where in the file, as in `parameters[3](travel.rail).values[0].amount`; empty for the file as a whole.
    pub path: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// What is wrong, with what is needed to say so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FaultKind {
    /// The text is not JSON, or ends too early.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// Whether the text simply ends.
        truncated: bool,
    },
    /// Written for another version of this program.
    UnsupportedSchema {
        /// What the file says.
        given: String,
    },
    /// Another JSON type than expected.
    WrongType {
        /// The type expected.
        expected: JsonType,
    },
    /// A key that nothing reads.
    UnknownKey {
        /// The keys that are read here.
        known: &'static [&'static str],
    },
    /// A key given twice.
    DuplicateKey,
    /// A key that must be there and is not.
    Missing,
    /// A text without a visible character.
    Empty,
    /// Not one of the known words.
    UnknownWord {
        /// What the file says.
        given: String,
        /// What it may say.
        known: Vec<&'static str>,
    },
    /// Not a unit of [`Unit`].
    UnknownUnit {
        /// What the file says.
        given: String,
    },
    /// Not a plain decimal number as text.
    BadDecimal {
        /// What the file says.
        given: String,
    },
    /// Not a day of the calendar written `YYYY-MM-DD`.
    BadDate {
        /// What the file says.
        given: String,
    },
    /// An id with other characters than `a-z 0-9 . _ -`.
    BadId {
        /// What the file says.
        given: String,
    },
    /// A link that is not a plain http or https address.
    BadLink {
        /// What the file says.
        given: String,
    },
    /// An id given twice in one part, or twice in one list.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A reference to an entry that does not exist.
    UnknownReference {
        /// Where it should be.
        section: Section,
        /// The id.
        id: String,
        /// The id there that is nearly the same, if one is.
        meant: Option<String>,
    },
    /// An entry that nothing refers to or uses.
    Unused {
        /// Its part.
        section: Section,
    },
    /// A value that does not begin later than the one before it.
    DatesNotAscending {
        /// The earlier value's day.
        previous: Date,
        /// This value's day.
        given: Date,
    },
    /// The first value begins after the day on which it is first needed.
    StartsTooLate {
        /// The first value's day.
        given: Date,
        /// The day it is needed from.
        needed: Date,
    },
    /// Ten times the value before it, or a tenth of it, and no note says why.
    TenfoldStep {
        /// The value before.
        previous: String,
        /// This value.
        given: String,
    },
    /// A derived or policy value without formula or rationale.
    NoteMissing {
        /// The grade that needs the note.
        grade: Grade,
    },
    /// An amount outside its range.
    OutOfRange {
        /// The amount.
        given: String,
        /// The range.
        bound: Bound,
    },
    /// Two parameters in the wrong order on some day.
    NotAscending {
        /// Id of the one that must be lower.
        lower: &'static str,
        /// Id of the one that must be higher.
        upper: &'static str,
        /// The first day on which they are not.
        on: Date,
    },
    /// The review is due no later than the day of publication.
    ReviewOverdue {
        /// The day of the review.
        given: Date,
        /// The day of publication.
        published: Date,
    },
    /// A method from before the scheme began.
    BeforeScheme {
        /// The method's first day.
        given: Date,
        /// The scheme's first day.
        scheme_from: Date,
    },
    /// A formula's method is not in the file.
    MethodMissing {
        /// Its id.
        id: &'static str,
    },
    /// A parameter that a formula names is not in the file.
    ParameterMissing {
        /// Its id.
        id: &'static str,
        /// The unit it must have.
        unit: Unit,
    },
    /// The parameter cannot be used for this with that unit.
    WrongUnit {
        /// Its unit.
        given: Unit,
        /// The units that can.
        needed: Vec<Unit>,
    },
    /// An action or product that can never earn anything.
    NoEffect,
    /// What only the overlay of a district can have wrong.
    District(DistrictFault),
}

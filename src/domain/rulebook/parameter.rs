//! A parameter: one number of the rules, through time.

use crate::domain::activity::words;
use crate::domain::date::Date;
use crate::domain::decimal::Decimal;
use crate::domain::unit::Unit;

words! {
    /// How well a number is established. Shown to the resident beside it.
    Grade {
        /// Read in the issuing text.
        Official = "official",
        /// Press quoting the issuer.
        Press = "press",
        /// A secondary text.
        Secondary = "secondary",
        /// Seen only in a third party's transcription.
        Transcribed = "transcribed",
        /// Arithmetic on other numbers; the note gives the formula.
        Derived = "derived",
        /// The operator's own choice; the note gives the rationale.
        Policy = "policy",
    }
}

impl Grade {
    /// The grades of numbers that only a note can account for.
    pub(super) const NOTED: &[Self] = &[Self::Derived, Self::Policy];
}

/// A text in both languages.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// One value and the day it holds from, until the next value's day.
#[derive(Clone, PartialEq, Debug)]
pub struct Value {
    /// First day.
    pub from: Date,
    /// The number as published.
    pub amount: Decimal,
    /// Index of its source in the rulebook's `sources`.
    pub source: usize,
    /// How well it is established.
    pub grade: Grade,
    /// Formula, rationale or caveat.
    pub note: Option<Label>,
    /// Day by which somebody must look at it again.
    pub review_by: Option<Date>,
}

impl Value {
    /// Its last day of review, if that is over: the number may have been superseded. The day itself still belongs to it.
    pub fn overdue(&self, today: Date) -> Option<Date> {
        self.review_by.filter(|last| *last < today)
    }
}

/// A number of the rules.
#[derive(Clone, PartialEq, Debug)]
pub struct Parameter {
    /// Stable id, for instance `travel.rail`.
    pub id: String,
    /// Name in both languages.
    pub label: Label,
    /// Unit of every value.
    pub unit: Unit,
    /// Index of the method it belongs to in the rulebook's `methods`.
    pub method: usize,
    /// Values, earliest first; at least one.
    pub values: Vec<Value>,
}

/// Points at one dated value of the rulebook that made it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ParameterRef {
    /// Index in `parameters`.
    pub parameter: usize,
    /// Index in that parameter's `values`.
    pub value: usize,
}

//! The fields of an object by their type: numbers, words, texts, days and times.
#![expect(clippy::option_option, reason = "a field that may be absent is refused, absent or there")]

use std::borrow::Cow;

use super::bounds::InputRange;
use super::reader::Reader;
use crate::domain::activity::Word;
use crate::domain::date::{Date, TimeOfDay};
use crate::domain::decimal::{Decimal, DecimalFault, INPUT_PLACES, ascii_form};
use crate::domain::exact::Exact;
use crate::domain::json::Json;
use crate::domain::reason::{Accepted, ReasonCode};

impl<'a> Reader<'a> {
    /// A decimal that must be there.
    pub(super) fn decimal(&mut self, name: &'static str, range: InputRange) -> Option<Decimal> {
        match self.take(name) {
            Some(value) => self.decimal_of(name, value, range),
            None => self.missing(name, range.accepted()),
        }
    }

    /// A decimal that may be absent: `Some(None)`. `None` stands for one that has a problem.
    pub(super) fn optional_decimal(&mut self, name: &'static str, range: InputRange) -> Option<Option<Decimal>> {
        match self.take(name) {
            Some(value) => self.decimal_of(name, value, range).map(Some),
            None => Some(None),
        }
    }

    /// A whole number that must be there; `3.0` is whole.
    pub(super) fn whole(&mut self, name: &'static str, range: InputRange) -> Option<Decimal> {
        let amount = self.decimal(name, range)?;
        let exact = amount.exact();
        if exact.floor().is_ok_and(|floor| Exact::from(floor) == exact) {
            return Some(amount);
        }
        self.refuse(name, ReasonCode::TooManyDecimals, Some(amount.to_string()), Accepted::Decimal { places: 0 });
        None
    }

    fn decimal_of(&mut self, name: &'static str, value: &Json, range: InputRange) -> Option<Decimal> {
        let (Json::Number(text) | Json::Text(text)) = value else {
            return self.wrong_type(name, value, "number");
        };
        let (code, accepted) = match Decimal::parse(text, INPUT_PLACES) {
            Ok(amount) if range.holds(amount) => return Some(amount),
            Ok(_) | Err(DecimalFault::TooLong) => (ReasonCode::OutOfRange, range.accepted()),
            Err(DecimalFault::Empty) => return self.missing(name, range.accepted()),
            Err(DecimalFault::NotANumber) => (ReasonCode::NotANumber, Accepted::Decimal { places: INPUT_PLACES }),
            Err(DecimalFault::TooManyPlaces) => {
                (ReasonCode::TooManyDecimals, Accepted::Decimal { places: INPUT_PLACES })
            }
        };
        self.refuse(name, code, Some(value.shown()), accepted);
        None
    }

    /// One of the words of the contract.
    pub(super) fn word<W: Word>(&mut self, name: &'static str) -> Option<W> {
        match self.take(name) {
            Some(value) => self.word_of(name, value),
            None => self.missing(name, one_of::<W>()),
        }
    }

    /// One of the words of the contract, if the field is there. `None` stands for one that has a problem.
    pub(super) fn optional_word<W: Word>(&mut self, name: &'static str) -> Option<Option<W>> {
        match self.take(name) {
            Some(value) => self.word_of(name, value).map(Some),
            None => Some(None),
        }
    }

    fn word_of<W: Word>(&mut self, name: &'static str, value: &'a Json) -> Option<W> {
        let text = self.filled(name, value, one_of::<W>)?;
        let found = W::WORDS.iter().copied().find(|candidate| candidate.word() == text);
        if found.is_none() {
            self.refuse(name, ReasonCode::UnknownValue, Some(text.to_owned()), one_of::<W>());
        }
        found
    }

    /// A word that only the rulebook knows; the caller says which ones there are.
    pub(super) fn id(&mut self, name: &'static str, known: impl Fn() -> Accepted) -> Option<&'a str> {
        match self.take(name) {
            Some(value) => self.filled(name, value, known),
            None => self.missing(name, known()),
        }
    }

    /// A free text of at most so many characters, if the field is there.
    pub(super) fn optional_text(&mut self, name: &'static str, most: u32) -> Option<Option<String>> {
        let limit = || Accepted::AtMost { most, what: "characters" };
        let Some(value) = self.take(name) else { return Some(None) };
        let text = self.filled(name, value, limit)?;
        if text.chars().nth(usize::try_from(most).unwrap_or(usize::MAX)).is_some() {
            self.refuse(name, ReasonCode::TooLong, Some(text.to_owned()), limit());
            return None;
        }
        Some(Some(text.to_owned()))
    }

    /// A yes or no; no if absent.
    pub(super) fn flag(&mut self, name: &'static str) -> Option<bool> {
        match self.take(name) {
            None => Some(false),
            Some(Json::Bool(value)) => Some(*value),
            Some(value) => self.wrong_type(name, value, "boolean"),
        }
    }

    /// A day that exists; whether it is allowed is the caller's matter. `accepted` is said if there is none.
    pub(super) fn date(&mut self, name: &'static str, accepted: impl Fn() -> Accepted) -> Option<Date> {
        let Some(value) = self.take(name) else { return self.missing(name, accepted()) };
        let text = self.filled(name, value, &accepted)?;
        let date = Date::parse(&normalised(text));
        if date.is_none() {
            self.refuse(name, ReasonCode::BadDate, Some(text.to_owned()), accepted());
        }
        date
    }

    /// A time of day.
    pub(super) fn time(&mut self, name: &'static str) -> Option<TimeOfDay> {
        let Some(value) = self.take(name) else { return self.missing(name, Accepted::Time) };
        let text = self.filled(name, value, || Accepted::Time)?;
        let time = TimeOfDay::parse(&normalised(text));
        if time.is_none() {
            self.refuse(name, ReasonCode::BadTime, Some(text.to_owned()), Accepted::Time);
        }
        time
    }

    /// A string with something in it. A field that is there but blank counts as missing, as in a form.
    fn filled(&mut self, name: &'static str, value: &'a Json, accepted: impl Fn() -> Accepted) -> Option<&'a str> {
        match value {
            Json::Text(text) if text.trim().is_empty() => self.missing(name, accepted()),
            Json::Text(text) => Some(text),
            _ => self.wrong_type(name, value, "string"),
        }
    }
}

/// The words of the contract, for messages.
fn one_of<W: Word>() -> Accepted {
    Accepted::OneOf(W::WORDS.iter().map(|word| Cow::Borrowed(word.word())).collect())
}

/// Full-width digits and marks as ASCII, without surrounding white space.
fn normalised(text: &str) -> String {
    text.trim().chars().map(ascii_form).collect()
}

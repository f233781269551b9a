//! The fields of an object by their type: numbers, words, texts, days and times.
//!
//! A field with a problem is noted and read as if it were absent, as zero or as no: the object is refused anyway.

use super::bounds::InputRange;
use super::reader::{Reader, one_of};
use crate::domain::activity::{Word, place_of};
use crate::domain::date::{Date, TimeOfDay};
use crate::domain::decimal::{Decimal, DecimalFault, INPUT_PLACES, ascii_form};
use crate::domain::json::{Json, beginning};
use crate::domain::reason::{Accepted, ReasonCode};

impl<'a, T: AsRef<str>> Reader<'a, T> {
    /// A decimal that must be there.
    pub(super) fn decimal(&mut self, name: &'static str, range: &InputRange) -> Decimal {
        match self.take(name) {
            Some(value) => self.decimal_of(name, value, range),
            None => self.missing(name, Some(range.accepted())),
        }
        .unwrap_or(Decimal::ZERO)
    }

    /// A decimal that may be absent.
    pub(super) fn optional_decimal(&mut self, name: &'static str, range: &InputRange) -> Option<Decimal> {
        let value = self.take(name)?;
        self.decimal_of(name, value, range)
    }

    /// A whole number that must be there; `3.0` is whole.
    pub(super) fn whole(&mut self, name: &'static str, range: &InputRange) -> Decimal {
        let amount = self.decimal(name, range);
        self.must_be_whole(name, amount);
        amount
    }

    /// A whole number that may be absent.
    pub(super) fn optional_whole(&mut self, name: &'static str, range: &InputRange) -> Option<Decimal> {
        let amount = self.optional_decimal(name, range)?;
        self.must_be_whole(name, amount);
        Some(amount)
    }

    fn must_be_whole(&mut self, name: &'static str, amount: Decimal) {
        if !amount.is_whole() {
            let accepted = Accepted::Decimal { places: 0 };
            self.note(name, ReasonCode::TooManyDecimals, Some(&amount.to_string()), Some(accepted));
        }
    }

    fn decimal_of(&mut self, name: &'static str, value: &Json<T>, range: &InputRange) -> Option<Decimal> {
        let (Json::Number(text) | Json::Text(text)) = value else {
            return self.wrong_type(name, value, "number");
        };
        let text = text.as_ref();
        let (code, accepted) = match Decimal::parse(text, INPUT_PLACES) {
            Ok(amount) if range.holds(amount) => return Some(amount),
            Ok(_) | Err(DecimalFault::TooLong) => (ReasonCode::OutOfRange, range.accepted()),
            Err(DecimalFault::Empty) => return self.missing(name, Some(range.accepted())),
            Err(DecimalFault::NotANumber) => (ReasonCode::NotANumber, Accepted::Decimal { places: INPUT_PLACES }),
            Err(DecimalFault::TooManyPlaces) => {
                (ReasonCode::TooManyDecimals, Accepted::Decimal { places: INPUT_PLACES })
            }
        };
        self.refuse(name, code, Some(text), Some(range.instead_of(text).unwrap_or(accepted)))
    }

    /// One of the words of the contract.
    pub(super) fn word<W: Word>(&mut self, name: &'static str) -> Option<W> {
        W::VALUES.get(self.required_word(name, W::WORDS)?).copied()
    }

    /// One of the words of the contract, if the field is there.
    pub(super) fn optional_word<W: Word>(&mut self, name: &'static str) -> Option<W> {
        let value = self.take(name)?;
        W::VALUES.get(self.word_of(name, value, W::WORDS)?).copied()
    }

    /// The place of a word among those that may be there.
    fn required_word(&mut self, name: &'static str, words: &'static [&'static str]) -> Option<usize> {
        match self.take(name) {
            Some(value) => self.word_of(name, value, words),
            None => self.missing(name, Some(one_of(words))),
        }
    }

    fn word_of(&mut self, name: &'static str, value: &'a Json<T>, words: &'static [&'static str]) -> Option<usize> {
        let text = self.filled(name, value, &|| one_of(words))?;
        let place = place_of(text, words);
        place.or_else(|| self.refuse(name, ReasonCode::UnknownValue, Some(text), Some(one_of(words))))
    }

    /// A word that only the rulebook knows; the caller says which ones there are.
    pub(super) fn id(&mut self, name: &'static str, known: &dyn Fn() -> Accepted) -> Option<&'a str> {
        match self.take(name) {
            Some(value) => self.filled(name, value, known),
            None => self.missing(name, Some(known())),
        }
    }

    /// A free text of at most so many characters, if the field is there.
    pub(super) fn optional_text(&mut self, name: &'static str, most: u32) -> Option<String> {
        let limit = || Accepted::AtMost { most, what: "characters" };
        let value = self.take(name)?;
        let text = self.filled(name, value, &limit)?;
        if beginning(text, most).is_some() {
            return self.refuse(name, ReasonCode::TooLong, Some(text), Some(limit()));
        }
        Some(text.to_owned())
    }

    /// A yes or no; no if absent.
    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        match self.take(name) {
            None => false,
            Some(Json::Bool(value)) => *value,
            Some(value) => self.wrong_type(name, value, "boolean").unwrap_or(false),
        }
    }

    /// A day that exists; whether it is allowed is the caller's matter. `accepted` is said if there is none.
    pub(super) fn date(&mut self, name: &'static str, accepted: &dyn Fn() -> Accepted) -> Option<Date> {
        let Some(value) = self.take(name) else { return self.missing(name, Some(accepted())) };
        let text = self.filled(name, value, accepted)?;
        match Date::parse(text).or_else(|| Date::parse(&normalised(text))) {
            None => self.refuse(name, ReasonCode::BadDate, Some(text), Some(accepted())),
            date => date,
        }
    }

    /// A time of day.
    pub(super) fn time(&mut self, name: &'static str) -> Option<TimeOfDay> {
        let Some(value) = self.take(name) else { return self.missing(name, Some(Accepted::Time)) };
        let text = self.filled(name, value, &|| Accepted::Time)?;
        match TimeOfDay::parse(&normalised(text)) {
            None => self.refuse(name, ReasonCode::BadTime, Some(text), Some(Accepted::Time)),
            time => time,
        }
    }

    /// A string with something in it. A field that is there but blank counts as missing, as in a form.
    fn filled(&mut self, name: &'static str, value: &'a Json<T>, accepted: &dyn Fn() -> Accepted) -> Option<&'a str> {
        match value.text() {
            Some(text) if text.chars().all(char::is_whitespace) => self.missing(name, Some(accepted())),
            None => self.wrong_type(name, value, "string"),
            text => text,
        }
    }
}

/// Full-width digits and marks as ASCII, without surrounding white space.
fn normalised(text: &str) -> String {
    text.trim().chars().map(ascii_form).collect()
}

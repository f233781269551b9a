//! Typed access to the members of one JSON object. Every problem is kept with its path, what was given and what would
//! be accepted, and reading goes on, so that a person sees all of them at once.

use std::borrow::Cow;

use super::bounds::InputRange;
use crate::domain::activity::Word;
use crate::domain::date::{Date, TimeOfDay};
use crate::domain::decimal::{Decimal, DecimalFault, INPUT_PLACES, ascii_form};
use crate::domain::exact::Exact;
use crate::domain::json::{Json, shortened};
use crate::domain::reason::{Accepted, Reason, ReasonCode};

/// Most unknown or repeated fields reported for one object; nobody reads more, and a hostile line could hold thousands.
const MOST_STRAYS: usize = 20;

/// One object being read.
pub(super) struct Reader<'a> {
    members: &'a [(String, Json)],
    /// Index of the leg it is, unless it is the activity itself.
    leg: Option<usize>,
    asked: Vec<&'static str>,
    /// A bit for each member that was asked for, as far as the bits go.
    taken: u64,
    problems: Vec<Reason>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(members: &'a [(String, Json)], leg: Option<usize>) -> Self {
        Self { members, leg, asked: Vec::with_capacity(20), taken: 0, problems: Vec::new() }
    }

    /// The JSON path of a field of this object.
    pub(super) fn path(&self, name: &'static str) -> Cow<'static, str> {
        match self.leg {
            Some(leg) => Cow::Owned(format!("legs[{leg}].{name}")),
            None => Cow::Borrowed(name),
        }
    }

    /// Notes a problem.
    pub(super) fn problem(&mut self, reason: Reason) {
        self.problems.push(reason);
    }

    /// Notes a problem with a field.
    pub(super) fn refuse(
        &mut self,
        name: &'static str,
        code: ReasonCode,
        given: Option<String>,
        accepted: impl Into<Option<Accepted>>,
    ) {
        let reason = Reason { code, path: self.path(name), given: given.map(|given| shortened(&given)), accepted: accepted.into() };
        self.problems.push(reason);
    }

    /// Accepts fields without reading them, because what they depend on could not be read.
    pub(super) fn allow(&mut self, names: &[&'static str]) {
        for name in names {
            let _ = self.take(name);
        }
    }

    /// The raw value of a field.
    pub(super) fn take(&mut self, name: &'static str) -> Option<&'a Json> {
        self.asked.push(name);
        let index = self.members.iter().position(|(given, _)| given == name)?;
        if let Some(bit) = u32::try_from(index).ok().and_then(|index| 1_u64.checked_shl(index)) {
            self.taken |= bit;
        }
        self.members.get(index).map(|(_, value)| value)
    }

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

    /// Notes that a field is missing.
    pub(super) fn missing<T>(&mut self, name: &'static str, accepted: impl Into<Option<Accepted>>) -> Option<T> {
        self.refuse(name, ReasonCode::Missing, None, accepted);
        None
    }

    /// Notes that a field has another JSON type.
    pub(super) fn wrong_type<T>(&mut self, name: &'static str, value: &Json, wanted: &'static str) -> Option<T> {
        self.refuse(name, ReasonCode::WrongType, Some(value.shown()), Accepted::Type(wanted));
        None
    }

    /// Takes over the problems of a part of this object.
    pub(super) fn absorb(&mut self, mut problems: Vec<Reason>) {
        self.problems.append(&mut problems);
    }

    /// All problems, those with fields that nobody asked for included.
    pub(super) fn finish(mut self) -> Vec<Reason> {
        if self.members.len() > 64 || self.taken.count_ones() as usize != self.members.len() {
            self.strays();
        }
        self.problems
    }

    /// All problems, whatever other fields there are: for an object whose kind is not known.
    pub(super) fn finish_unchecked(self) -> Vec<Reason> {
        self.problems
    }

    fn strays(&mut self) {
        let mut reported = 0;
        for (index, (name, _)) in self.members.iter().enumerate() {
            let repeated = self.members.iter().take(index).any(|(earlier, _)| earlier == name);
            let known = self.asked.iter().any(|asked| asked == name);
            let (code, accepted) = match (repeated, known) {
                (true, _) => (ReasonCode::DuplicateField, None),
                (false, false) => (
                    ReasonCode::UnknownField,
                    Some(Accepted::OneOf(self.asked.iter().map(|asked| Cow::Borrowed(*asked)).collect())),
                ),
                (false, true) => continue,
            };
            let name = shortened(name);
            let path = self.leg.map_or_else(|| name.clone(), |leg| format!("legs[{leg}].{name}"));
            self.problems.push(Reason { code, path: path.into(), given: Some(name), accepted });
            reported += 1;
            if reported == MOST_STRAYS {
                return;
            }
        }
    }
}

/// The words of the contract, for messages.
pub(super) fn one_of<W: Word>() -> Accepted {
    Accepted::OneOf(W::WORDS.iter().map(|word| Cow::Borrowed(word.word())).collect())
}

/// Full-width digits and marks as ASCII, without surrounding white space.
fn normalised(text: &str) -> String {
    text.trim().chars().map(ascii_form).collect()
}

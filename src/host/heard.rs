//! What a host says to the page, read strictly: nothing is guessed, and what is not understood changes nothing.

use std::borrow::Cow;

use super::{MOST_BYTES, VERSION, is_district};
use crate::domain::intake::{not_json, too_long};
use crate::domain::json::Json;
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::i18n::Language;

/// Light or dark, as the host is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The word for it in messages, addresses and style sheets.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What a host wants of something that it may also leave to the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wanted<T> {
    /// Not named: it stays.
    Same,
    /// `null`: as if no host had asked for anything.
    Back,
    /// This.
    To(T),
}

/// A message to the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Heard {
    /// How the page is to look, and by whose rules it is to work, for this visit. What is not named stays.
    Set {
        /// The language.
        language: Option<Language>,
        /// Light or dark; back to what the device says.
        theme: Wanted<Theme>,
        /// The id of a district whose rules lie beside the page; back to what the resident chose.
        district: Wanted<String>,
    },
    /// A form is to be opened with this activity in it, as yet unchecked. Nothing is saved.
    Prefill(Json),
    /// What was recorded is to be told.
    Summary,
}

/// Why a message was not understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Misheard {
    /// The type of the message, if it could be read and is one of ours.
    pub of: Option<&'static str>,
    /// What is wrong; at least one reason.
    pub reasons: Vec<Reason>,
}

const TYPES: [&str; 3] = ["set", "prefill", "summary"];

/// Reads a message; `None` if it is none of ours, for pages say many things to each other that are not for us. A message
/// is ours if it is an object with a member `carbonPoints`.
pub fn read(text: &str) -> Option<Result<Heard, Misheard>> {
    if text.len() > MOST_BYTES {
        return Some(Err(Misheard { of: None, reasons: vec![too_long()] }));
    }
    let json = match Json::parse(text) {
        Ok(json) => json,
        // A text that does not even begin like ours was meant for somebody else.
        Err(_) if !text.contains("\"carbonPoints\"") => return None,
        Err(fault) => return Some(Err(Misheard { of: None, reasons: vec![not_json(&fault)] })),
    };
    json.get("carbonPoints").is_some().then(|| of(&json))
}

fn of(json: &Json) -> Result<Heard, Misheard> {
    let word = json.get("type").and_then(Json::text);
    let of = TYPES.into_iter().find(|known| Some(*known) == word);
    let misheard = |reasons| Err(Misheard { of, reasons });
    if json.get("carbonPoints").and_then(Json::whole) != Some(VERSION) {
        let given = json.get("carbonPoints").map(Json::shown).unwrap_or_default();
        return misheard(vec![unknown("carbonPoints", given, &["1"])]);
    }
    let Some(of) = of else {
        let reason = match json.get("type") {
            None => Reason::at(ReasonCode::Missing, "type").accepting(one_of(&TYPES)),
            Some(given) => unknown("type", given.shown(), &TYPES),
        };
        return misheard(vec![reason]);
    };
    let mut reasons = Vec::new();
    let mut fields = Fields {
        members: json.members().unwrap_or_default(),
        asked: vec!["carbonPoints", "type"],
        reasons: &mut reasons,
    };
    let heard = match of {
        "set" => Heard::Set {
            language: fields.word("language", &["zh", "en"]).and_then(Language::from_tag),
            theme: fields.wanted("theme", |fields| {
                let word = fields.word("theme", &["light", "dark"])?;
                Some(if word == "dark" { Theme::Dark } else { Theme::Light })
            }),
            district: fields.wanted("district", Fields::district),
        },
        "prefill" => Heard::Prefill(fields.activity()),
        _ => Heard::Summary,
    };
    fields.finish();
    if reasons.is_empty() { Ok(heard) } else { misheard(reasons) }
}

/// Takes the fields of a message one by one; what is left at the end is unknown.
struct Fields<'j> {
    members: &'j [(String, Json)],
    asked: Vec<&'static str>,
    reasons: &'j mut Vec<Reason>,
}

impl<'j> Fields<'j> {
    fn take(&mut self, name: &'static str) -> Option<&'j Json> {
        self.asked.push(name);
        self.members.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    fn text(&mut self, name: &'static str) -> Option<&'j str> {
        let value = self.take(name)?;
        if value.text().is_none() {
            let reason = Reason::at(ReasonCode::WrongType, name).given(value.shown());
            self.reasons.push(reason.accepting(Accepted::Type("string")));
        }
        value.text()
    }

    fn word(&mut self, name: &'static str, words: &[&'static str]) -> Option<&'j str> {
        let text = self.text(name)?;
        if !words.contains(&text) {
            self.reasons.push(unknown(name, Json::Text(text.to_owned()).shown(), words));
            return None;
        }
        Some(text)
    }

    /// What `read` makes of a field, unless it is `null`.
    fn wanted<T>(&mut self, name: &'static str, read: impl FnOnce(&mut Self) -> Option<T>) -> Wanted<T> {
        if self.members.iter().any(|(known, value)| known == name && *value == Json::Null) {
            self.asked.push(name);
            return Wanted::Back;
        }
        read(self).map_or(Wanted::Same, Wanted::To)
    }

    fn district(&mut self) -> Option<String> {
        let text = self.text("district")?;
        if !is_district(text) {
            self.reasons.push(unknown("district", Json::Text(text.to_owned()).shown(), &["xicheng", "chaoyang"]));
            return None;
        }
        Some(text.to_owned())
    }

    fn activity(&mut self) -> Json {
        let activity = self.take("activity");
        if activity.is_none() {
            self.reasons.push(Reason::at(ReasonCode::Missing, "activity").accepting(Accepted::Type("object")));
        }
        activity.cloned().unwrap_or(Json::Null)
    }

    fn finish(self) {
        let mut seen: Vec<&str> = Vec::new();
        for (name, _) in self.members {
            if !self.asked.contains(&name.as_str()) {
                let path = Json::Text(name.clone()).shown();
                self.reasons.push(Reason::at(ReasonCode::UnknownField, path).accepting(one_of(&self.asked)));
            } else if seen.contains(&name.as_str()) {
                self.reasons.push(Reason::at(ReasonCode::DuplicateField, name.clone()));
            }
            seen.push(name);
            // Whoever sends thousands of wrong names needs no more than this to be told.
            if self.reasons.len() > MOST_REASONS {
                break;
            }
        }
    }
}

/// Reasons that are told of one message, at most and one more.
const MOST_REASONS: usize = 15;

fn unknown(path: &'static str, given: String, words: &[&'static str]) -> Reason {
    Reason::at(ReasonCode::UnknownValue, path).given(given).accepting(one_of(words))
}

fn one_of(words: &[&'static str]) -> Accepted {
    Accepted::OneOf(words.iter().map(|word| Cow::Borrowed(*word)).collect())
}

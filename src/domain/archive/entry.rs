//! One record of a file: read by [`saved`], and where that cannot be done, why.

use super::fault::FaultKind;
use crate::domain::chain::{Digest, Head};
use crate::domain::date::Date;
use crate::domain::intake;
use crate::domain::json::{Json, shortened};
use crate::domain::ledger::{Entry, Posting, name, saved};
use crate::domain::rulebook::Rulebook;

/// What a member of a record should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// An id: 1 to [`MOST_ID`] characters without spaces, slashes and control characters.
    Id,
    /// A whole number.
    Whole,
    /// A whole number from zero up to [`MOST`].
    Amount,
    /// A whole number from one up to [`MOST`].
    Cost,
    /// A day as `2026-11-21`.
    Day,
    /// `credited` or `recorded`.
    Verdict,
    /// A name as [`name::read`] leaves it.
    Name,
    /// A list of different ids, at most [`MOST_PEOPLE`].
    People,
    /// 64 small hexadecimal digits.
    Digest,
    /// The number of entries and the digest of the last.
    Head,
}

/// Most characters of an id.
pub const MOST_ID: usize = 64;

/// Most people who share an entry.
pub const MOST_PEOPLE: usize = 100;

/// Most that an amount of a record can be, in its smallest unit: above what the largest valid bill is worth.
pub const MOST: i64 = 10_000_000_000_000_000;

/// A member: its name, what it should be, and whether it must be there.
type Member = (&'static str, Expected, bool);

const ALL: &[Member] = &[
    ("v", Expected::Whole, true),
    ("id", Expected::Id, true),
    ("at", Expected::Whole, true),
    ("digest", Expected::Digest, false),
];
const REVERSAL: &[Member] = &[("reverses", Expected::Id, true)];
const USE: &[Member] = &[("uses", Expected::Id, true)];
const MEMBER: &[Member] = &[("member", Expected::Id, true), ("name", Expected::Name, false)];
const REDEMPTION: &[Member] = &[
    ("redeems", Expected::Text, true),
    ("person", Expected::Id, false),
    ("date", Expected::Day, true),
    ("rulebook", Expected::Text, true),
    ("cost", Expected::Cost, true),
    ("code", Expected::Text, true),
    ("valid_until", Expected::Day, false),
];
const ACTIVITY: &[Member] = &[
    ("rulebook", Expected::Text, true),
    ("verdict", Expected::Verdict, true),
    ("carbon_mg", Expected::Amount, true),
    ("voc_mg", Expected::Amount, true),
    ("nox_mg", Expected::Amount, true),
    ("upe", Expected::Amount, true),
    ("points", Expected::Amount, true),
    ("activity", Expected::Object, true),
    ("corrects", Expected::Id, false),
    ("people", Expected::People, false),
    ("receipt", Expected::Text, false),
];

/// The entry of a record.
pub(super) fn read(json: &Json, rulebook: &Rulebook) -> Result<Entry, FaultKind> {
    let wrong = |member: &str, given: &Json, expected| FaultKind::Wrong {
        name: member.to_owned(),
        given: name::seen(&given.shown()),
        expected,
    };
    let Some(members) = json.members() else { return Err(wrong("", json, Expected::Object)) };
    // A later version may have members that this one would take for mistakes.
    match json.get("v") {
        None => return Err(FaultKind::Missing { name: "v" }),
        Some(version) => {
            if !version.whole().is_some_and(|version| (1..=saved::VERSION).contains(&version)) {
                return Err(FaultKind::Version { given: version.shown(), latest: saved::VERSION });
            }
        }
    }
    let has = |list: &[Member]| list.first().is_some_and(|(name, ..)| json.get(name).is_some());
    let own = [REVERSAL, USE, MEMBER, REDEMPTION].into_iter().find(|list| has(list)).unwrap_or(ACTIVITY);
    let known = || ALL.iter().chain(own);
    for (place, (name, _)) in members.iter().enumerate() {
        if !known().any(|(known, ..)| known == name) {
            return Err(FaultKind::Unknown { name: shortened(name) });
        }
        if members.iter().take(place).any(|(before, _)| before == name) {
            return Err(FaultKind::Twice { name: shortened(name) });
        }
    }
    for (name, expected, needed) in known() {
        match json.get(name) {
            Some(given) if !expected.is(given) => return Err(wrong(name, given, *expected)),
            None if *needed => return Err(FaultKind::Missing { name }),
            _ => {}
        }
    }
    if let Some(activity) = json.get("activity") {
        intake::read_saved(activity, rulebook).map_err(FaultKind::Activity)?;
    }
    saved::entry_of(json, rulebook).ok_or_else(|| wrong("", json, Expected::Object))
}

impl Expected {
    fn is(self, json: &Json) -> bool {
        let amount = |least| json.whole().is_some_and(|whole| (least..=MOST).contains(&whole));
        match self {
            Self::Object => json.members().is_some(),
            Self::List => matches!(json, Json::List(_)),
            Self::Text => json.text().is_some(),
            Self::Name => json.text().is_some_and(|text| name::read(text, []).as_deref() == Ok(text)),
            Self::Id => json.text().is_some_and(is_id),
            Self::Whole => json.whole().is_some(),
            Self::Amount => amount(0),
            Self::Cost => amount(1),
            Self::Digest => json.text().and_then(Digest::parse).is_some(),
            Self::Head => Head::of_json(json).is_some(),
            Self::Day => json.text().and_then(Date::parse).is_some(),
            Self::Verdict => matches!(json.text(), Some("credited" | "recorded")),
            Self::People => match json {
                Json::List(people) if people.len() > MOST_PEOPLE => false,
                Json::List(people) => people.iter().enumerate().all(|(place, person)| {
                    person.text().is_some_and(is_id) && !people.iter().take(place).any(|before| before == person)
                }),
                _ => false,
            },
        }
    }
}

fn is_id(text: &str) -> bool {
    let plain = |character: char| !character.is_whitespace() && !character.is_control() && character != '/';
    (1..=MOST_ID).contains(&text.chars().count()) && text.chars().all(plain)
}

/// The digest that a record states, once [`read`] has found nothing wrong with it.
pub(super) fn digest(json: &Json) -> Option<Digest> {
    Digest::parse(json.get("digest")?.text()?)
}

/// What is added up, by name.
pub(super) fn amounts(entry: &Entry) -> [(&'static str, i64); 6] {
    let totals = entry.posted().map(|posted| posted.totals).unwrap_or_default();
    [
        ("carbon_mg", totals.carbon_mg),
        ("voc_mg", totals.air.voc_mg),
        ("nox_mg", totals.air.nox_mg),
        ("upe", totals.air.upe),
        ("points", totals.points),
        ("cost", entry.redemption().map_or(0, |redemption| redemption.cost)),
    ]
}

/// What an entry refers to: what it ends, or corrects.
pub(super) fn refers_to(entry: &Entry) -> Option<&str> {
    match &entry.posting {
        Posting::Reversal { of } | Posting::Use { of } => Some(of),
        Posting::Activity(posted) => posted.corrects.as_deref(),
        Posting::Redemption(_) | Posting::Member { .. } => None,
    }
}

//! What the page says to its host: messages of version 1 as JSON.

use super::VERSION;
use super::heard::Misheard;
use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::domain::json::Json;
use crate::domain::ledger::{Entry, Ledger};
use crate::domain::reason::Reason;
use crate::domain::rulebook::Rulebook;
use crate::i18n::reason::sentence;
use crate::i18n::{Language, Text};

/// How the resident stands to what a host asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Consent {
    /// The resident is being asked.
    Asked,
    /// The resident agreed.
    Agreed,
    /// The resident did not agree in this visit.
    Refused,
    /// The resident had agreed and does not any more.
    Withdrawn,
}

impl Consent {
    fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Agreed => "agreed",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// The page is there and listens.
pub fn ready() -> Json {
    message("ready", [("version", text(env!("CARGO_PKG_VERSION")))])
}

/// The page is so tall, pixels.
pub fn height(pixels: u32) -> Json {
    message("height", [("px", number(pixels.into()))])
}

/// How the resident stands to what was asked.
pub fn consent(consent: Consent) -> Json {
    message("consent", [("state", text(consent.word()))])
}

/// A message was not carried out; nothing has changed.
pub fn problem(misheard: &Misheard, rulebook: Option<&Rulebook>) -> Json {
    let of = misheard.of.map_or(Json::Null, text);
    let reasons = misheard.reasons.iter().map(|found| reason(found, rulebook)).collect();
    message("problem", [("of", of), ("reasons", Json::List(reasons))])
}

/// A form was not opened: the resident is typing into it.
pub fn own_draft() -> Json {
    let said = [
        ("code", text("own_draft")),
        ("path", text("activity.kind")),
        ("zh", text(Text::of(Language::Zh).host_own_draft())),
        ("en", text(Text::of(Language::En).host_own_draft())),
    ];
    message("problem", [("of", text("prefill")), ("reasons", Json::List(vec![Json::object(said)]))])
}

/// The rules of a district could not be used; those from before are in use.
pub fn no_district(district: &str, [zh, en]: [&str; 2]) -> Json {
    let said = [
        ("code", text("district_unusable")),
        ("path", text("district")),
        ("given", text(district)),
        ("zh", text(zh)),
        ("en", text(en)),
    ];
    message("problem", [("of", text("set")), ("reasons", Json::List(vec![Json::object(said)]))])
}

fn reason(reason: &Reason, rulebook: Option<&Rulebook>) -> Json {
    let mut members = vec![("code".to_owned(), text(reason.code.as_str())), ("path".to_owned(), text(&reason.path))];
    if let Some(given) = &reason.given {
        members.push(("given".to_owned(), text(given)));
    }
    for (name, language) in [("zh", Language::Zh), ("en", Language::En)] {
        members.push((name.to_owned(), text(&sentence(reason, rulebook, language))));
    }
    Json::Object(members)
}

/// Personal: what an act came to that saved, corrected or undid the entry with that id, in the account that is shown.
pub fn change(ledger: &Ledger, person: &str, id: &str) -> Option<Json> {
    let entry = ledger.entry(id)?;
    let before = entry.posted()?.corrects.as_deref();
    // Corrected into somebody else's, it is nobody's here.
    reversed(ledger, person, id)
        .or_else(|| recorded(ledger, person, entry))
        .or_else(|| reversed(ledger, person, before?))
}

/// Personal: an entry that was just saved, as it counts in the account that is shown; `None` if it is no
/// activity or somebody else's.
pub fn recorded(ledger: &Ledger, person: &str, entry: &Entry) -> Option<Json> {
    let posted = entry.posted()?;
    let (kind, date) = (posted.activity.facts.kind(), posted.activity.date);
    let account = ledger.account(person);
    let standing = account.standing(date, &entry.id)?;
    let totals = Totals { points: standing.points(), ..standing.counted };
    let [carbon, air, points] = ledgers(totals);
    let mut message = message(
        "recorded",
        [
            ("id", text(&entry.id)),
            ("kind", text(kind.as_str())),
            ("date", text(&date.to_string())),
            ("verdict", text(posted.verdict.as_str())),
            ("rulebook", text(&posted.rulebook)),
            carbon,
            air,
            points,
        ],
    );
    if let (Json::Object(members), Some(before)) = (&mut message, &posted.corrects) {
        members.push(("replaces".to_owned(), text(before)));
    }
    Some(message)
}

/// Personal: an entry counts no more in the account that is shown, and none stands in for it there; `None` if it never
/// did.
pub fn reversed(ledger: &Ledger, person: &str, id: &str) -> Option<Json> {
    let posted = ledger.entry(id)?.posted()?;
    let theirs = posted.holders().any(|holder| holder == person);
    (theirs && ledger.reversal_of(id).is_some()).then(|| message("reversed", [("id", text(id))]))
}

/// Personal: everything a host is ever told of the account that is shown, complete in itself, so that whichever of these
/// arrives last is right.
pub fn summary(ledger: &Ledger, person: &str, today: Date) -> Json {
    let account = ledger.account(person);
    let month = account.month((today.year(), today.month()));
    let rulebook = ledger.policy().rulebook().map_or(Json::Null, |rulebook| text(&rulebook.name()));
    message(
        "summary",
        [
            ("day", text(&today.to_string())),
            ("entries", number(i64::try_from(ledger.counting()).unwrap_or(i64::MAX))),
            ("rulebook", rulebook),
            ("month", Json::object(ledgers(month))),
            ("total", Json::object(ledgers(account.all_time()))),
            ("balance", number(account.balance(today))),
        ],
    )
}

/// The three ledgers, by the names of the contract.
fn ledgers(totals: Totals) -> [(&'static str, Json); 3] {
    let Totals { carbon_mg, air, points } = totals;
    let air = [("voc_mg", number(air.voc_mg)), ("nox_mg", number(air.nox_mg)), ("upe", number(air.upe))];
    [("carbon_mg", number(carbon_mg)), ("air", Json::object(air)), ("points", number(points))]
}

fn message<const N: usize>(kind: &str, members: [(&str, Json); N]) -> Json {
    let mut all = vec![("carbonPoints".to_owned(), number(VERSION)), ("type".to_owned(), text(kind))];
    all.extend(members.into_iter().map(|(name, value)| (name.to_owned(), value)));
    Json::Object(all)
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn number(whole: i64) -> Json {
    Json::Number(whole.to_string())
}

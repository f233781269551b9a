//! The saved form of an entry: one line of JSON, the same in the store and in an exported file.
//!
//! An entry is saved with its activity, the rulebook it was worked out with and its integers; the steps are worked out
//! again when somebody asks. Totals of several entries are never saved.

use super::entry::{Entry, FIRST_PERSON, Posted, Posting, Redemption};
use crate::domain::assessment::{Air, Totals, Verdict};
use crate::domain::date::Date;
use crate::domain::intake;
use crate::domain::json::Json;
use crate::domain::rulebook::Rulebook;

/// Version of the saved form. Version 1 knew one person and no rewards; it is read as it is. A record of a later version
/// is put aside, not guessed at.
pub const VERSION: i64 = 2;

/// The text of an entry.
pub fn entry_text(entry: &Entry) -> String {
    entry_json(entry).to_string()
}

/// The same as JSON.
pub fn entry_json(entry: &Entry) -> Json {
    let mut all = vec![member("v", number(VERSION))];
    all.extend(members(entry));
    Json::Object(all)
}

/// Its members, without the version: what [`crate::domain::chain`] puts under a digest.
pub fn members(entry: &Entry) -> Vec<(String, Json)> {
    let mut members = vec![member("id", text(&entry.id)), member("at", number(entry.recorded_at))];
    match &entry.posting {
        Posting::Activity(posted) => write_posted(&mut members, posted),
        Posting::Reversal { of } => members.push(member("reverses", text(of))),
        Posting::Redemption(redemption) => write_redemption(&mut members, redemption),
        Posting::Use { of } => members.push(member("uses", text(of))),
        Posting::Member { person, name } => {
            members.push(member("member", text(person)));
            if let Some(name) = name {
                members.push(member("name", text(name)));
            }
        }
    }
    members
}

fn write_posted(members: &mut Vec<(String, Json)>, posted: &Posted) {
    members.extend(result(&posted.rulebook, posted.verdict, posted.totals));
    members.push(member("activity", posted.activity.to_json()));
    if let Some(corrects) = &posted.corrects {
        members.push(member("corrects", text(corrects)));
    }
    if !posted.people.is_empty() {
        members.push(member("people", Json::List(posted.people.iter().map(|person| text(person)).collect())));
    }
    if let Some(receipt) = &posted.receipt {
        members.push(member("receipt", text(receipt)));
    }
}

/// The members of a result, with the rules it is by.
pub(in crate::domain) fn result(rulebook: &str, verdict: Verdict, totals: Totals) -> Vec<(String, Json)> {
    vec![
        member("rulebook", text(rulebook)),
        member("verdict", text(verdict.as_str())),
        member("carbon_mg", number(totals.carbon_mg)),
        member("voc_mg", number(totals.air.voc_mg)),
        member("nox_mg", number(totals.air.nox_mg)),
        member("upe", number(totals.air.upe)),
        member("points", number(totals.points)),
    ]
}

fn write_redemption(members: &mut Vec<(String, Json)>, redemption: &Redemption) {
    members.push(member("redeems", text(&redemption.reward)));
    members.push(member("person", text(&redemption.person)));
    members.push(member("date", text(&redemption.date.to_string())));
    members.push(member("rulebook", text(&redemption.rulebook)));
    members.push(member("cost", number(redemption.cost)));
    members.push(member("code", text(&redemption.code)));
    if let Some(until) = redemption.valid_until {
        members.push(member("valid_until", text(&until.to_string())));
    }
}

/// The entry of a text; `None` if it is not one of a known version, which the caller puts aside.
pub fn entry(saved: &str, rulebook: &Rulebook) -> Option<Entry> {
    entry_of(&Json::parse(saved).ok()?, rulebook)
}

/// The same from JSON.
pub fn entry_of(json: &Json, rulebook: &Rulebook) -> Option<Entry> {
    if !(1..=VERSION).contains(&json.get("v")?.whole()?) {
        return None;
    }
    let id = json.get("id")?.text()?.to_owned();
    let recorded_at = json.get("at")?.whole()?;
    let named = |name: &str| json.get(name).map(|of| of.text().map(str::to_owned));
    let posting = if let Some(of) = named("reverses") {
        Posting::Reversal { of: of? }
    } else if let Some(of) = named("uses") {
        Posting::Use { of: of? }
    } else if let Some(person) = named("member") {
        Posting::Member { person: person?, name: optional(json, "name").ok()? }
    } else if let Some(reward) = named("redeems") {
        Posting::Redemption(Box::new(redemption(json, reward?)?))
    } else {
        Posting::Activity(Box::new(posted(json, rulebook)?))
    };
    Some(Entry { id, recorded_at, posting })
}

fn posted(json: &Json, rulebook: &Rulebook) -> Option<Posted> {
    let whole = |name: &str| json.get(name)?.whole();
    Some(Posted {
        activity: intake::read_saved(json.get("activity")?, rulebook).ok()?,
        rulebook: json.get("rulebook")?.text()?.to_owned(),
        verdict: match json.get("verdict")?.text()? {
            "credited" => Verdict::Credited,
            "recorded" => Verdict::Recorded,
            _ => return None,
        },
        totals: Totals {
            carbon_mg: whole("carbon_mg")?,
            air: Air { voc_mg: whole("voc_mg")?, nox_mg: whole("nox_mg")?, upe: whole("upe")? },
            points: whole("points")?,
        },
        corrects: optional(json, "corrects").ok()?,
        people: match json.get("people") {
            Some(Json::List(people)) => {
                people.iter().map(|person| person.text().map(str::to_owned)).collect::<Option<_>>()?
            }
            Some(_) => return None,
            None => Vec::new(),
        },
        receipt: optional(json, "receipt").ok()?,
    })
}

fn redemption(json: &Json, reward: String) -> Option<Redemption> {
    let cost = json.get("cost")?.whole().filter(|cost| *cost > 0)?;
    let until = optional(json, "valid_until").ok()?;
    Some(Redemption {
        person: optional(json, "person").ok()?.unwrap_or_else(|| FIRST_PERSON.to_owned()),
        date: Date::parse(json.get("date")?.text()?)?,
        rulebook: json.get("rulebook")?.text()?.to_owned(),
        reward,
        cost,
        code: json.get("code")?.text()?.to_owned(),
        valid_until: match until {
            Some(until) => Some(Date::parse(&until)?),
            None => None,
        },
    })
}

/// Something else than a text stands where a text may be.
struct NotText;

/// A text that may be absent.
fn optional(json: &Json, name: &str) -> Result<Option<String>, NotText> {
    json.get(name).map(|found| found.text().map(str::to_owned).ok_or(NotText)).transpose()
}

fn member(name: &str, value: Json) -> (String, Json) {
    (name.to_owned(), value)
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn number(whole: i64) -> Json {
    Json::Number(whole.to_string())
}

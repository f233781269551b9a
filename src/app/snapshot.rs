//! The saved form of entries and drafts, and its version.
//!
//! An entry is saved with its activity, the rulebook it was worked out with and its integers; the steps are worked out
//! again when somebody asks. Totals are never saved.

use crate::domain::activity::Activity;
use crate::domain::assessment::{Air, Totals, Verdict};
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Edit, Typed};
use crate::domain::intake;
use crate::domain::json::Json;
use crate::domain::ledger::{Entry, Posted, Posting};
use crate::domain::rulebook::Rulebook;

/// Version of the saved form. A record of another version is put aside, not guessed at.
pub const VERSION: i64 = 1;

/// What was recorded, as a draft to be changed.
pub fn reopened(activity: &Activity) -> Option<Draft> {
    Draft::from_json(&activity.to_json())
}

/// The text of an entry.
pub fn entry_text(entry: &Entry) -> String {
    let mut members =
        vec![member("v", number(VERSION)), member("id", text(&entry.id)), member("at", number(entry.recorded_at))];
    match &entry.posting {
        Posting::Reversal { of } => members.push(member("reverses", text(of))),
        Posting::Activity(posted) => {
            let totals = posted.totals;
            members.push(member("rulebook", text(&posted.rulebook)));
            members.push(member("verdict", text(posted.verdict.as_str())));
            members.push(member("carbon_mg", number(totals.carbon_mg)));
            members.push(member("voc_mg", number(totals.air.voc_mg)));
            members.push(member("nox_mg", number(totals.air.nox_mg)));
            members.push(member("upe", number(totals.air.upe)));
            members.push(member("points", number(totals.points)));
            members.push(member("activity", posted.activity.to_json()));
            if let Some(corrects) = &posted.corrects {
                members.push(member("corrects", text(corrects)));
            }
        }
    }
    Json::Object(members).to_string()
}

/// The entry of a text; `None` if it is not one of this version, which the caller puts aside.
pub fn entry(saved: &str, rulebook: &Rulebook) -> Option<Entry> {
    let json = Json::parse(saved).ok()?;
    if json.get("v")?.whole()? != VERSION {
        return None;
    }
    let id = json.get("id")?.text()?.to_owned();
    let recorded_at = json.get("at")?.whole()?;
    let posting = match json.get("reverses") {
        Some(of) => Posting::Reversal { of: of.text()?.to_owned() },
        None => Posting::Activity(Box::new(posted(&json, rulebook)?)),
    };
    Some(Entry { id, recorded_at, posting })
}

fn posted(json: &Json, rulebook: &Rulebook) -> Option<Posted> {
    // It was checked against the clock when it was recorded; a clock set back since must not lose it.
    let any_day = Date::new(9999, 12, 31)?;
    let whole = |name: &str| json.get(name)?.whole();
    Some(Posted {
        activity: intake::read(json.get("activity")?, rulebook, any_day).ok()?,
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
        corrects: match json.get("corrects") {
            Some(corrects) => Some(corrects.text()?.to_owned()),
            None => None,
        },
    })
}

/// The text of a draft.
pub fn draft_text(draft: &Draft) -> String {
    let fields = draft.fields().map(|(path, typed)| match typed {
        Typed::Text(typed) => member(path, text(typed)),
        Typed::Ticked => member(path, Json::Bool(true)),
    });
    let mut members = vec![
        member("v", number(VERSION)),
        member("kind", text(draft.kind.as_str())),
        member("fields", Json::Object(fields.collect())),
    ];
    if let Some(corrects) = &draft.corrects {
        members.push(member("corrects", text(corrects)));
    }
    Json::Object(members).to_string()
}

/// The draft of a text; `None` if it is not one of this version.
pub fn draft(saved: &str) -> Option<Draft> {
    let json = Json::parse(saved).ok()?;
    if json.get("v")?.whole()? != VERSION {
        return None;
    }
    let mut draft = Draft::new(crate::domain::activity::Kind::from_word(json.get("kind")?.text()?)?);
    draft.corrects = json.get("corrects").and_then(Json::text).map(str::to_owned);
    for (path, typed) in json.get("fields")?.members()? {
        match typed {
            Json::Text(typed) => draft.edit(Edit::Text(path.clone(), typed.clone())),
            Json::Bool(ticked) => draft.edit(Edit::Tick(path.clone(), *ticked)),
            _ => return None,
        }
    }
    Some(draft)
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

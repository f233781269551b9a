//! The saved form of drafts. That of entries is [`crate::domain::ledger::saved`].

use crate::domain::activity::{Activity, Evidence};
use crate::domain::draft::{Draft, Edit, Typed};
use crate::domain::json::Json;

/// Version of the saved form. A draft of another version is passed over, not guessed at.
pub const VERSION: i64 = 1;

/// What was recorded, as a draft to be changed. A receipt is for what it says: what is changed is declared by the resident.
pub fn reopened(activity: &Activity) -> Option<Draft> {
    Draft::from_json(&Activity { evidence: Evidence::SelfDeclared, ..activity.clone() }.to_json())
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
    if let Some(people) = &draft.people {
        members.push(member("people", Json::List(people.iter().map(|person| text(person)).collect())));
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
    if let Some(Json::List(people)) = json.get("people") {
        draft.people = people.iter().map(|person| person.text().map(str::to_owned)).collect();
    }
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

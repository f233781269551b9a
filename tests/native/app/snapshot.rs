//! The saved form: what is kept reads back, and nothing else is guessed at.

use super::{BUS, METRO, posted, rulebook, today};
use carbon_points::app::snapshot;
use carbon_points::domain::activity::Kind;
use carbon_points::domain::draft::{Draft, Edit};
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::domain::ledger::saved;
use carbon_points::domain::ledger::{Entry, Posting};

#[test]
fn entries_read_back_as_they_were_saved() {
    let rulebook = rulebook();
    for entry in [
        posted("a", METRO),
        posted("b", BUS),
        Entry { id: "c".to_owned(), recorded_at: 0, posting: Posting::Reversal { of: "a".to_owned() } },
    ] {
        let text = saved::entry_text(&entry);
        assert_eq!(saved::entry(&text, &rulebook), Some(entry), "{text}");
    }
}

#[test]
fn golden_cases_survive_saving() {
    let rulebook = rulebook();
    for line in include_str!("../../golden/cases.jsonl").lines() {
        let case = Json::parse(line).expect("a case");
        let Ok(activity) = intake::read(case.get("input").expect("input"), &rulebook, today()) else { continue };
        let json = activity.to_json();
        assert_eq!(intake::read(&json, &rulebook, today()), Ok(activity.clone()), "{line}");
        // The form opens with it and reads as the same activity.
        let draft = Draft::from_json(&json).expect("a draft");
        assert_eq!(intake::read(&draft.to_json(), &rulebook, today()), Ok(activity), "{line}");
    }
}

#[test]
fn what_is_not_of_this_version_is_not_guessed_at() {
    let rulebook = rulebook();
    let good = saved::entry_text(&posted("a", METRO));
    assert!(saved::entry(&good, &rulebook).is_some());
    assert_eq!(saved::entry(&good.replace("\"v\":2", "\"v\":1"), &rulebook), saved::entry(&good, &rulebook));
    for bad in [
        good.replace("\"v\":2", "\"v\":3"),
        good.replace("\"v\":2", "\"v\":0"),
        good.replace("\"rail\"", "\"rocket\""),
        good.replace("credited", "doubled"),
        good.replace("\"points\":", "\"punkte\":"),
        good.chars().take(good.chars().count() / 2).collect(),
        String::new(),
        "null".to_owned(),
    ] {
        assert_eq!(saved::entry(&bad, &rulebook), None, "{bad}");
    }
}

#[test]
fn drafts_read_back_as_they_were_kept() {
    let mut draft = Draft::new(Kind::Trip).with("date", "2026-1").with("note", "\u{201c}半\u{201d}句");
    draft.edit(Edit::AddLeg(""));
    draft.edit(Edit::Text("legs[0].km".to_owned(), "1.50".to_owned()));
    draft.edit(Edit::Tick("legs[0].replaced_petrol_car".to_owned(), true));
    draft.corrects = Some("a".to_owned());
    assert_eq!(snapshot::draft(&snapshot::draft_text(&draft)), Some(draft));
    assert_eq!(snapshot::draft("{}"), None);
}

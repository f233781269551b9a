//! The moment of an entry, held against its day, its rules and the clock.

use carbon_points::domain::archive::{Archive, Here, Plan};
use carbon_points::domain::date::Date;
use carbon_points::domain::ledger::Ledger;

use super::*;
use crate::support::day;

const DAY: i64 = 86_400_000;

fn on(entry: Entry, today: &str) -> Vec<Cause> {
    let file = json_text(&[entry], &[]);
    let at_hand = AtHand { today: Some(day(today)), ..at_hand() };
    let found = verify(&placed(&file, beijing()).expect("read"), Cells::default(), at_hand);
    found.differences.into_iter().map(|one| one.cause).collect()
}

/// A trip of 20 November, recorded so many days after the 21st.
fn recorded(days: i64) -> Entry {
    metro("A", days * DAY)
}

#[test]
fn nothing_is_recorded_before_its_day_but_for_a_day_of_play() {
    let dated = |date: &str| {
        let json = format!(r#"{{"kind":"trip","date":"{date}","legs":[{{"mode":"rail","km":"10"}}]}}"#);
        let mut entry =
            archive::posted("A", EVENING, r#"{"kind":"trip","date":"2026-11-20","legs":[{"mode":"rail","km":"10"}]}"#);
        if let Posting::Activity(posted) = &mut entry.posting {
            let json = carbon_points::domain::json::Json::parse(&json).expect("JSON");
            posted.activity = carbon_points::domain::intake::read_saved(&json, beijing()).expect("valid");
        }
        on(entry, "2026-12-31")
    };
    assert_eq!(dated("2026-11-21"), []);
    assert_eq!(dated("2026-11-22"), [], "the device may be abroad");
    let later = Cause::DatedLater { date: day("2026-11-23"), recorded: day("2026-11-21") };
    assert_eq!(dated("2026-11-23"), [later]);
}

#[test]
fn nothing_was_recorded_on_a_day_to_come_but_for_a_day_of_play() {
    assert_eq!(on(recorded(0), "2026-11-21"), []);
    assert_eq!(on(recorded(0), "2026-11-20"), [], "the other clock may be ahead");
    let to_come = Cause::ToCome { recorded: day("2026-11-21"), today: day("2026-11-19") };
    assert_eq!(on(recorded(0), "2026-11-19"), [to_come]);
    assert_eq!(report(&json_text(&[recorded(100_000)], &[])).differences, [], "without a clock nobody knows");
    // What is no activity was recorded at a moment, too.
    let named = on(member("M", 3 * DAY, "2", None), "2026-11-21");
    assert!(matches!(named.as_slice(), [Cause::ToCome { .. }]), "{named:?}");
}

#[test]
fn nothing_was_recorded_by_rules_that_were_not_published_but_for_a_day_of_play() {
    // Published on 21 November; recorded on the 20th, which is the day of the trip, and the 19th of an older trip.
    assert_eq!(on(recorded(-1), "2026-11-21"), []);
    let json = r#"{"kind":"trip","date":"2026-10-01","legs":[{"mode":"rail","km":"10"}]}"#;
    let older = |days: i64| archive::posted("A", EVENING + days * DAY, json);
    assert_eq!(on(older(-1), "2026-11-21"), []);
    let unpublished = Cause::Unpublished {
        rulebook: "beijing@2026.11".to_owned(),
        published: day("2026-11-21"),
        recorded: day("2026-11-19"),
    };
    assert_eq!(on(older(-2), "2026-11-21"), [unpublished]);
    let bought = on(redemption("R", -2 * DAY, 20), "2026-11-21");
    assert!(matches!(bought.as_slice(), [Cause::DatedLater { .. }]), "{bought:?}");
}

#[test]
fn each_is_a_sentence_of_its_own() {
    let difference = |cause, language| {
        difference(
            &carbon_points::domain::verify::Difference {
                place: Some(1),
                id: Some("A".to_owned()),
                line: Some(4),
                cause,
            },
            language,
        )
    };
    let (one, other): (Date, Date) = (day("2026-11-23"), day("2026-11-21"));
    for (cause, zh, en) in [
        (
            Cause::DatedLater { date: one, recorded: other },
            "写的是 2026-11-23 的事，却在 2026-11-21 就记下了，那时还没有发生。",
            "it is of 2026-11-23, but was recorded on 2026-11-21, before that day.",
        ),
        (
            Cause::ToCome { recorded: one, today: other },
            "写着记在 2026-11-23，可是今天才 2026-11-21。",
            "it was recorded on 2026-11-23, which is still to come: today is 2026-11-21.",
        ),
        (
            Cause::Unpublished { rulebook: "beijing@2026.12".to_owned(), published: one, recorded: other },
            "记在 2026-11-21，可是它的规则 beijing@2026.12 到 2026-11-23 才发布。",
            "it was recorded on 2026-11-21, before its rules, beijing@2026.12, were published on 2026-11-23.",
        ),
    ] {
        assert_eq!(difference(cause.clone(), Language::Zh), format!("第 4 行第 1 笔（A）：{zh}"));
        assert_eq!(difference(cause, Language::En), format!("Line 4, entry 1 (A): {en}"));
    }
}

#[test]
fn the_command_knows_the_day() {
    let file = json_text(&[metro("A", 0)], &[]);
    let (status, lines, _) = assess("today.json", file.as_bytes(), &[]);
    assert_eq!((status, lines.last().map(String::as_str)), (Some(0), Some("equal: 1 entry")));
    let path = kept("to-come.json", json_text(&[metro("A", 30 * DAY)], &[]).as_bytes());
    let output = run(&["--verify", path.to_str().expect("text"), "--today", "2026-11-21"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("recorded on 2026-12-21, which is still to come"));
}

/// A phone that lost its battery records in 1970: its entries are told when they are verified, and are not lost.
#[test]
fn an_entry_of_a_clock_set_back_is_still_taken_in() {
    let entry = archive::metro("A", 1);
    assert!(matches!(on(entry.clone(), "2026-11-21").as_slice(), [Cause::DatedLater { .. }]));
    let archive = Archive { entries: vec![entry.clone()], ..Archive::default() };
    let here = Here {
        settings: &[],
        today: day("2026-11-21"),
        now: EVENING,
        is_setting: &|_, _| true,
        rulebooks: &built_in,
        signed: &|_, _| None,
    };
    assert_eq!(Plan::of(&archive, &Ledger::default(), &here).new, [entry]);
}

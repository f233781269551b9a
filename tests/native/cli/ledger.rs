//! `--ledger`: one account, with its caps, its expiry and what is claimed twice; the same totals as the page.

use carbon_points::app::state::{Action, Report};
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Posted, Posting};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{lines, run};
use crate::account::{action, metro, trip};
use crate::support::{assessed, day, today};

/// Answers and the last line.
fn ledger(input: &[String], today: &str) -> (Vec<Value>, Value) {
    let output = run(&["--ledger", &format!("--today={today}")], input.join("\n").as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let mut found: Vec<Value> =
        lines(&output).iter().map(|line| serde_json::from_str(&line.to_string()).expect("JSON")).collect();
    let last = found.pop().expect("a last line");
    (found, last)
}

fn with_id(id: &str, json: &str) -> String {
    json.replacen('{', &format!(r#"{{"id":"{id}","#), 1)
}

#[test]
fn what_caps_withhold_is_told_with_the_caps_name() {
    // 180 points, of which 150 are left; 40 and 20 points, of which 50 are left.
    let input = [
        with_id("a", &metro("2026-11-03", "50")),
        action("2026-11-03", "tree_planting", 2),
        with_id("c", &action("2026-11-03", "tree_planting", 1)),
        "x".to_owned(),
    ];
    let (answers, last) = ledger(&input, "2026-11-21");
    let points: Vec<_> = answers.iter().map(|answer| answer["points"].clone()).collect();
    assert_eq!(points, [180, 40, 20, 0], "each line by itself");
    assert_eq!(
        last,
        json!({
            "totals": {"carbon_mg": 3_600_000, "voc_mg": 0, "nox_mg": 0, "upe": 0, "points": 200},
            "withheld": [
                {"id": "a", "line": 1, "points": 30, "cap": "cap.trips_daily"},
                {"id": "c", "line": 3, "points": 10, "cap": "cap.actions_daily"},
            ],
            "bonuses": [],
            "expired": 0,
            "as_of": "2026-11-21",
        })
    );
}

/// 10 points at Jingkelong, self-declared 5, once a day; planting a tree is 20 points self-declared.
#[test]
fn merchants_bonuses_are_told_and_what_their_daily_most_withheld() {
    let act = |id: &str| with_id(id, &at_jingkelong(&action("2026-11-21", "tree_planting", 1)));
    let input = [act("a"), act("b")].join("\n");
    let output = run(&["--ledger", "--today=2026-11-21", "--district=chaoyang"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let last: Value = serde_json::from_str(&lines(&output).last().expect("a last line").to_string()).expect("JSON");
    assert_eq!(last["totals"]["points"], 20 + 5 + 20);
    assert_eq!(
        last["bonuses"],
        json!([
            {"id": "a", "line": 1, "merchant": "jingkelong", "points": 5},
            {"id": "b", "line": 2, "merchant": "jingkelong", "points": 0},
        ])
    );
    assert_eq!(
        last["withheld"],
        json!([{"id": "b", "line": 2, "points": 5, "cap": "bonus.jingkelong_daily", "merchant": "jingkelong"}])
    );
}

fn at_jingkelong(json: &str) -> String {
    json.replacen('{', r#"{"merchant":"jingkelong","#, 1)
}

#[test]
fn caps_go_by_date_and_then_by_line() {
    // The second line is of an earlier day of the month, so the first one meets the full cap.
    let mut input: Vec<_> = (10..=29).map(|day| metro(&format!("2026-10-{day}"), "50")).collect();
    input.push(with_id("early", &metro("2026-10-01", "10")));
    let (_, last) = ledger(&input, "2026-11-21");
    assert_eq!(last["totals"]["points"], 3000);
    let withheld = last["withheld"].as_array().expect("a list");
    assert!(withheld.iter().all(|one| one["id"] != "early"), "{withheld:?}");
    let monthly: Vec<_> = withheld.iter().filter(|one| one["cap"] == "cap.monthly").collect();
    assert_eq!(monthly, [&json!({"id": null, "line": 20, "points": 36, "cap": "cap.monthly"})]);
}

#[test]
fn expired_points_are_told_and_are_not_among_the_totals() {
    let input = [metro("2024-12-31", "10"), metro("2025-01-01", "20")];
    let points = |today| {
        let (_, last) = ledger(&input, today);
        (last["totals"]["points"].clone(), last["expired"].clone(), last["totals"]["carbon_mg"].clone())
    };
    assert_eq!(points("2025-12-31"), (json!(108), json!(0), json!(2_160_000)));
    assert_eq!(points("2026-01-01"), (json!(72), json!(36), json!(2_160_000)), "grams never expire");
    assert_eq!(points("2027-01-01"), (json!(0), json!(108), json!(2_160_000)));
}

#[test]
fn what_is_claimed_twice_counts_once_and_says_so() {
    let fridge =
        r#"{"kind":"appliance","date":"2026-05-01","appliance":"other","annual_kwh":200,"replaced_annual_kwh":400}"#;
    let bill = |end: &str| {
        format!(
            r#"{{"kind":"utility","date":"{end}","utility":"water","start":"2026-10-01","end":"{end}","usage":8,"baseline_usage":10,"baseline_days":31}}"#
        )
    };
    let input = [
        fridge.to_owned(),
        fridge.replace("05-01", "06-01"),
        bill("2026-10-31"),
        bill("2026-11-01"),
        with_id("t", &metro("2026-11-03", "10")),
        with_id("t", &metro("2026-11-04", "10")),
    ];
    let (answers, last) = ledger(&input, "2026-11-21");
    let told = |line: usize| {
        let reasons = answers[line - 1]["reasons"].as_array().expect("a list").iter();
        let codes: Vec<_> = reasons.map(|reason| reason["code"].as_str().expect("a code").to_owned()).collect();
        (answers[line - 1]["verdict"].as_str().expect("a word").to_owned(), codes.join(" "))
    };
    let words = |verdict: &str, codes: &str| (verdict.to_owned(), codes.to_owned());
    assert_eq!(told(2), words("recorded", "same_appliance"));
    assert_eq!(told(4), words("rejected", "overlapping_bill"));
    assert_eq!(told(6), words("rejected", "repeated_id"));
    assert_eq!(answers[1]["carbon_mg"], 0);
    // 200 kWh × 555.4 g, 2 m³ × 168 g, 10 km × 72 g.
    assert_eq!(last["totals"]["carbon_mg"], 111_080_000 + 336_000 + 720_000);
}

fn said(answer: &Value, code: &str, language: &str) -> String {
    let reasons = answer["reasons"].as_array().expect("a list");
    let found = reasons.iter().find(|reason| reason["code"] == code).unwrap_or_else(|| panic!("no {code}: {answer}"));
    found[language].as_str().expect("a sentence").to_owned()
}

#[test]
fn an_id_is_quoted_once() {
    let (answers, _) = ledger(&[with_id("t", &metro("2026-11-03", "10")), with_id("t", "{}")], "2026-11-21");
    assert!(answers[1]["reasons"][0]["code"] != "repeated_id", "a line that is nothing repeats nothing");
    let twice = [with_id("t", &metro("2026-11-03", "10")), with_id("t", &metro("2026-11-04", "10"))];
    let (answers, _) = ledger(&twice, "2026-11-21");
    assert!(said(&answers[1], "repeated_id", "zh").contains("编号「t」，"), "{}", answers[1]);
    assert!(said(&answers[1], "repeated_id", "en").contains("the id “t” already"), "{}", answers[1]);
}

/// A repaint too soon that is also more than the walls take: both are said, and the one does not say that some of it
/// counts where the other says that none does. The years are the rulebook's.
#[test]
fn too_much_paint_too_soon_does_not_contradict_itself() {
    let paint = |date: &str| {
        format!(
            r#"{{"kind":"purchase","date":"{date}","category":"interior_wall_coating","amount":500,"unit":"L","voc":10,"voc_unit":"g/L","basis":"less_water","mode":"below_limit"}}"#
        )
    };
    let (answers, last) = ledger(&[paint("2026-01-10"), paint("2026-10-10")], "2026-11-21");
    let second = &answers[1];
    assert_eq!((&second["verdict"], &second["points"]), (&json!("recorded"), &json!(0)));
    let (zh, en) = (said(second, "paint_beyond_area", "zh"), said(second, "paint_beyond_area", "en"));
    assert!(zh.contains("超出的不计") && !zh.contains("只计用得上的"), "{zh}");
    assert!(en.contains("beyond that does not count") && !en.contains("only what they take counts"), "{en}");
    assert!(said(second, "repaint_too_soon", "zh").contains("5 年之内只计先刷的"), "{second}");
    assert!(said(second, "repaint_too_soon", "en").contains("Within 5 years only"), "{second}");
    // 70 L of the first at 14 g.
    assert_eq!(last["totals"]["voc_mg"], 980_000);
}

#[test]
fn nothing_in_gives_zeros() {
    let (answers, last) = ledger(&[], "2026-11-21");
    assert!(answers.is_empty());
    assert_eq!(last["totals"], json!({"carbon_mg": 0, "voc_mg": 0, "nox_mg": 0, "upe": 0, "points": 0}));
    assert_eq!(last["withheld"], json!([]));
}

/// Acts on few days, so that every cap is met.
fn acts() -> impl Strategy<Value = Vec<String>> {
    let date = || (1..=31_u8).prop_map(|day| format!("2026-10-{day:02}"));
    let act = prop_oneof![
        (date(), 1..150_u32).prop_map(|(date, km)| metro(&date, &km.to_string())),
        (date(), 1..40_u32).prop_map(|(date, km)| trip(&date, &[("bike", &km.to_string())], "verified")),
        (date(), 1..5_u32).prop_map(|(date, count)| action(&date, "tree_planting", count)),
    ];
    prop::collection::vec(act, 1..80)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn the_page_and_the_command_line_agree(acts in acts()) {
        let (answers, last) = ledger(&acts, "2026-11-21");
        let mut state = crate::app::kept_by_the_rules();
        for (place, json) in acts.iter().enumerate() {
            let (activity, worth) = assessed(json, today());
            let (verdict, totals) = (worth.verdict, worth.totals);
            let posted =
                Posted { activity, rulebook: String::new(), verdict, totals, corrects: None, people: Vec::new(), receipt: None };
            let recorded_at = i64::try_from(place).expect("few");
            let posting = Posting::Activity(Box::new(posted));
            let entries = vec![Entry { id: place.to_string(), recorded_at, posting }];
            let report = Report::Saved(place.to_string());
            state = state.after(Action::Posted { entries, draft: None, report, then: None }).expect("posted");
        }
        let ledger = state.ledger.borrow();
        let account = ledger.account(FIRST_PERSON);
        prop_assert_eq!(answers.len(), acts.len());
        prop_assert_eq!(&last["totals"]["carbon_mg"], account.all_time().carbon_mg);
        prop_assert_eq!(&last["totals"]["points"], account.balance(day("2026-11-21")));
    }
}

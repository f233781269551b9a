//! `--ledger` over a file that the page exported: recognised, held against its own rules, and kept as the page keeps it.

mod agree;

use carbon_points::domain::archive::json_text;
use carbon_points::domain::assessment::Outcome;
use carbon_points::domain::json::Json;
use carbon_points::domain::ledger::{Entry, Posted, Posting};
use carbon_points::domain::methodology::assess_json;
use carbon_points::domain::rulebook::Rulebook;
use serde_json::{Value, json};

use super::{run, stderr};
use crate::account::action;
use crate::archive::{member, metro, posted, redemption, reversal, usage};
use crate::support::{beijing, day};

/// Answers and the last line.
pub(super) fn told(file: &str, more: &[&str]) -> (Vec<Value>, Value) {
    let mut arguments = vec!["--ledger", "--today=2026-11-21"];
    arguments.retain(|one| !one.starts_with("--today") || !more.iter().any(|more| more.starts_with("--today")));
    arguments.extend(more);
    let output = run(&arguments, file.as_bytes());
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
    let text = String::from_utf8(output.stdout).expect("text");
    let mut found: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let last = found.pop().expect("a last line");
    (found, last)
}

fn refused(file: &[u8], more: &[&str]) -> String {
    let output = run(&[&["--ledger"], more].concat(), file);
    assert_eq!(
        (output.status.code(), output.stdout.len()),
        (Some(2), 0),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    stderr(&output)
}

fn settings(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// An activity under other rules than the shipped ones.
fn under(rules: &Rulebook, id: &str, at: i64, json: &str) -> Entry {
    let json = Json::parse(json).expect("JSON");
    let Outcome::Assessed(both) = assess_json(&json, rules, day("2027-12-31")) else { panic!("{json} is valid") };
    let (activity, worth) = *both;
    let (verdict, totals) = (worth.verdict, worth.totals);
    let posted =
        Posted { activity, rulebook: rules.name(), verdict, totals, corrects: None, people: Vec::new(), receipt: None };
    Entry { id: id.to_owned(), recorded_at: at, posting: Posting::Activity(Box::new(posted)) }
}

#[test]
fn an_export_is_answered_like_the_lines_it_was_made_of() {
    let lines = [
        r#"{"kind":"trip","date":"2026-11-03","legs":[{"mode":"rail","km":"50"}]}"#.to_owned(),
        action("2026-11-03", "tree_planting", 2),
        action("2026-11-03", "tree_planting", 1),
    ];
    let entries: Vec<_> = lines.iter().zip(1..).map(|(line, at)| posted(&format!("e{at}"), at, line)).collect();
    let (from_lines, totals) = told(&lines.join("\n"), &[]);
    let (from_file, of_file) = told(&json_text(&entries, &[]), &[]);
    for (place, (line, entry)) in from_lines.iter().zip(&from_file).enumerate() {
        let mut entry = entry.clone();
        // The entries of a file begin on its fourth line.
        assert_eq!((&entry["line"], &entry["id"]), (&json!(place + 4), &json!(format!("e{}", place + 1))));
        entry["line"] = json!(place + 1);
        entry.as_object_mut().expect("an object").remove("id");
        assert_eq!(line, &entry);
    }
    assert_eq!((&of_file["totals"], &of_file["expired"]), (&totals["totals"], &json!(0)));
    assert_eq!(
        of_file["withheld"],
        json!([
            {"id": "e1", "line": 4, "points": 30, "cap": "cap.trips_daily"},
            {"id": "e3", "line": 6, "points": 10, "cap": "cap.actions_daily"},
        ])
    );
    assert!(of_file.get("people").is_none(), "one person has one account: {of_file}");
}

#[test]
fn every_layout_and_version_of_an_export_is_recognised() {
    let file = json_text(&[metro("A", 1)], &settings(&[("language", "zh-CN")]));
    let value: Value = serde_json::from_str(&file).expect("JSON");
    let turned = json!({"entries": value["entries"], "version": 3, "format": "carbon-points"});
    let first = file.replace("\"v\":2", "\"v\":1").replace("\"version\":3", "\"version\":1");
    let list = format!("[{}]", value["entries"][0].to_string().replace("\"v\":2", "\"v\":1"));
    let table = carbon_points::i18n::sheet::csv_text(
        &crate::archive::ledger([metro("A", 1)]),
        beijing(),
        carbon_points::i18n::Language::Zh,
    );
    for text in [
        file.clone(),
        format!("\u{feff}\n  {file}"),
        serde_json::to_string_pretty(&value).expect("JSON"),
        turned.to_string(),
        first,
        list,
        table,
    ] {
        let (answers, last) = told(&text, &[]);
        // 10 km × 72 g; 36 points.
        assert_eq!((answers.len(), &answers[0]["carbon_mg"]), (1, &json!(720_000)), "{text}");
        assert_eq!(last["totals"]["points"], 36, "{text}");
    }
    let (answers, last) = told(&json_text([], &[]), &[]);
    assert_eq!((answers.len(), &last["totals"]["points"]), (0, &json!(0)));
}

#[test]
fn what_was_undone_counts_for_nothing_and_every_record_is_answered() {
    let file = json_text(&[metro("A", 1), reversal("B", 2, "A"), metro("C", 3), member("D", 4, "1", Some("李"))], &[]);
    let (answers, last) = told(&file, &[]);
    let verdicts: Vec<_> = answers.iter().map(|answer| answer["verdict"].as_str()).collect();
    assert_eq!(verdicts, [Some("recorded"), None, Some("credited"), None]);
    assert_eq!((&answers[0]["reasons"][0]["code"], &answers[0]["points"]), (&json!("reversed"), &json!(0)));
    assert_eq!(answers[1], json!({"line": 5, "id": "B", "entry": "reversal", "of": "A"}));
    assert_eq!(answers[3], json!({"line": 7, "id": "D", "entry": "member", "person": "1", "name": "李"}));
    assert_eq!((&last["totals"]["carbon_mg"], &last["totals"]["points"]), (&json!(720_000), &json!(36)));
}

#[test]
fn an_entry_that_says_more_than_its_rules_give_is_refused_with_what_they_give() {
    let file = json_text(&[metro("A", 1), metro("B", 2)], &[]);
    let forged = file.replacen("\"points\":36", "\"points\":3600", 1);
    let (answers, last) = told(&forged, &[]);
    assert_eq!((&answers[0]["verdict"], &answers[0]["line"]), (&json!("rejected"), &json!(4)));
    let reason = &answers[0]["reasons"][0];
    assert_eq!(reason["code"], "different_result");
    assert!(
        reason["en"].as_str().is_some_and(|en| en.contains("points 3600") && en.contains("points 36.")),
        "{reason}"
    );
    assert_eq!(last["totals"]["points"], 36, "B alone");
}

#[test]
fn each_entry_keeps_the_version_it_was_recorded_with() {
    let later = Rulebook::current(day("2026-12-01")).expect("the second version");
    let gas = r#"{"kind":"utility","date":"2026-10-31","utility":"gas","start":"2026-10-01","end":"2026-10-31","usage":8,"baseline_usage":10,"baseline_days":31}"#;
    let other = gas.replace("2026-10", "2026-08");
    let file = json_text(&[posted("A", 1, gas), under(&later, "B", 2, &other)], &[]);
    let (answers, last) = told(&file, &["--today=2026-12-05"]);
    let rulebooks: Vec<_> = answers.iter().map(|answer| answer["rulebook"].as_str().expect("a name")).collect();
    assert_eq!(rulebooks, ["beijing@2026.11", "beijing@2026.12"]);
    // 2 m³ × 2.162 kg and × 1.977 kg.
    assert_eq!(last["totals"]["carbon_mg"], 4_324_000 + 3_954_000);
}

#[test]
fn the_district_of_the_export_keeps_its_accounts_unless_a_flag_says_otherwise() {
    let chaoyang = carbon_points::domain::district::shipped("chaoyang").expect("shipped");
    let rules = beijing().with_district(chaoyang).expect("laid");
    let eaten = under(
        &rules,
        "A",
        1,
        r#"{"kind":"action","date":"2026-11-21","merchant":"solana","action":"clean_plate","count":1}"#,
    );
    let merchants = |file: &str, more: &[&str]| {
        let (_, last) = told(file, more);
        last["bonuses"].as_array().expect("a list").len()
    };
    let chosen = json_text(std::slice::from_ref(&eaten), &settings(&[("district", "chaoyang")]));
    let none = json_text(std::slice::from_ref(&eaten), &[]);
    assert_eq!((merchants(&chosen, &[]), merchants(&none, &[])), (1, 0));
    assert_eq!((merchants(&chosen, &["--district=none"]), merchants(&none, &["--district=chaoyang"])), (0, 1));
    // A district that only the export has the rules of.
    let own = chaoyang.replacen("\"id\": \"chaoyang\"", "\"id\": \"own\"", 1);
    let rules = beijing().with_district(&own).expect("laid");
    let eaten = under(
        &rules,
        "A",
        1,
        r#"{"kind":"action","date":"2026-11-21","merchant":"solana","action":"clean_plate","count":1}"#,
    );
    let with = settings(&[("district", "rules/own.json"), ("overlay:rules/own.json", &own)]);
    assert_eq!(merchants(&json_text(std::slice::from_ref(&eaten), &with), &[]), 1);
    let without = json_text(&[eaten], &with[..1]);
    let fault = refused(without.as_bytes(), &[]);
    assert!(fault.contains("--district none") && fault.contains("rules/own.json"), "{fault}");
    assert_eq!(merchants(&without, &["--district=none"]), 0);
}

#[test]
fn rules_in_a_file_do_not_pass_for_built_in_ones() {
    let chaoyang = carbon_points::domain::district::shipped("chaoyang").expect("shipped");
    let forged = chaoyang.replacen("\"amount\": \"80\"", "\"amount\": \"8000\"", 1);
    assert!(forged != chaoyang, "the cap on actions is another one");
    let rules = beijing().with_district(chaoyang).expect("laid");
    let trees = under(&rules, "A", 1, r#"{"kind":"action","date":"2026-11-21","action":"tree_planting","count":50}"#);
    let with = settings(&[("district", "chaoyang"), ("overlay:chaoyang", &forged)]);
    let (_, last) = told(&json_text(&[trees], &with), &[]);
    assert_eq!(last["totals"]["points"], 80);
}

#[test]
fn a_household_has_everybodys_totals_and_each_persons() {
    let mut fridge = posted(
        "A",
        1,
        r#"{"kind":"appliance","date":"2026-05-01","evidence":"verified","appliance":"other","annual_kwh":200,"replaced_annual_kwh":201}"#,
    );
    if let Posting::Activity(posted) = &mut fridge.posting {
        posted.people = vec!["1".to_owned(), "2".to_owned()];
    }
    let file = json_text(&[member("M", 0, "2", Some("妈妈")), fridge, metro("B", 2)], &[]);
    let (answers, last) = told(&file, &[]);
    assert_eq!(answers[1]["people"], json!(["1", "2"]));
    // 1 kWh × 555.4 g, in two halves, and 10 km × 72 g.
    assert_eq!(last["totals"]["carbon_mg"], 555_400 + 720_000);
    let each: Vec<_> = last["people"].as_array().expect("people").iter().collect();
    assert_eq!((&each[0]["person"], &each[0]["totals"]["carbon_mg"]), (&json!("1"), &json!(277_700 + 720_000)));
    assert_eq!((&each[1]["name"], &each[1]["totals"]["carbon_mg"]), (&json!("妈妈"), &json!(277_700)));
    for given in ["2", "妈妈"] {
        let (_, last) = told(&file, &["--person", given]);
        assert_eq!((&last["person"], &last["totals"]["carbon_mg"]), (&json!("2"), &json!(277_700)));
        assert!(last.get("people").is_none());
    }
    let fault = refused(file.as_bytes(), &["--person", "爸爸", "--today=2026-11-21"]);
    assert!(fault.contains("爸爸") && fault.contains("2 (妈妈)"), "{fault}");
}

#[test]
fn points_spent_are_no_points_left() {
    let trips: Vec<_> = (1..=4).map(|at| metro(&format!("A{at}"), at)).collect();
    let entries = trips.into_iter().chain([redemption("R", 9, 100), usage("U", 10, "R")]);
    let (answers, last) = told(&json_text(&entries.collect::<Vec<_>>(), &[]), &[]);
    // Four times 36 points.
    assert_eq!((&last["totals"]["points"], &last["spent"]), (&json!(44), &json!(100)));
    assert_eq!((&answers[4]["entry"], &answers[4]["cost"]), (&json!("redemption"), &json!(100)));
    assert_eq!(answers[4]["notes"][0]["code"], "unchecked", "its rules are not at hand");
    assert_eq!(answers[5], json!({"line": 9, "id": "U", "entry": "use", "of": "R"}));
}

#[test]
fn a_reward_for_another_price_than_its_own_rules_have_is_refused() {
    let chaoyang = carbon_points::domain::district::shipped("chaoyang").expect("shipped");
    let name = beijing().with_district(chaoyang).expect("laid").name();
    let redeemed = |cost| {
        let mut entry = redemption("R", 9, cost);
        if let Posting::Redemption(made) = &mut entry.posting {
            (made.rulebook, made.reward) = (name.clone(), "tree_donation".to_owned());
            made.valid_until = None;
        }
        told(&json_text(&[entry], &[]), &[])
    };
    let (answers, last) = redeemed(2000);
    assert_eq!((answers[0].get("verdict"), answers[0].get("notes"), &last["spent"]), (None, None, &json!(2000)));
    let (answers, last) = redeemed(20);
    assert_eq!((&answers[0]["verdict"], last.get("spent")), (&json!("rejected"), None));
    let reason = &answers[0]["reasons"][0];
    assert_eq!(reason["code"], "not_offered");
    assert!(reason["zh"].as_str().is_some_and(|zh| zh.contains("当时要 2000 积分")), "{reason}");
}

#[test]
fn damaged_and_foreign_files_are_refused_with_the_line() {
    let file = json_text(&[metro("A", 1), metro("B", 2)], &settings(&[("goal", "20")]));
    let cut = &file[..file.len() - 130];
    for (text, zh, en) in [
        (cut.to_owned(), "第 5 行第", "Line 5, character"),
        (file.replacen("\"points\":36", "\"points\":\"36\"", 1), "第 4 行（第 1 笔）：「points」", "Line 4 (entry 1)"),
        (file.replacen("\"km\":\"10\"", "\"km\":\"-10\"", 1), "第 4 行（第 1 笔）：", "Line 4 (entry 1): "),
        (file.replacen("carbon-points", "other-points", 1), "第 1 行：不是碳惠账本", "Line 1: This is not a file"),
        (file.replacen("\"version\":3", "\"version\":9", 1), "第 1 行：版本是「9」", "Line 1: This is version"),
        (file.replacen("\"20\"", "20", 1), "第 2 行：「goal」", "Line 2: “goal”"),
        (file.replacen("\"settings\"", "\"setings\"", 1), "第 2 行：不认识「setings」", "Line 2: “setings”"),
        ("{\"format\"".to_owned(), "第 1 行第", "Line 1, character"),
        ("PK\u{3}\u{4}".to_owned(), "Excel", "Excel"),
    ] {
        let told = refused(text.as_bytes(), &[]);
        assert!(told.contains(zh) && told.contains(en), "{text}: {told}");
        assert!(told.lines().all(|line| line.starts_with("assess: ")), "{told}");
    }
    let mut bytes = file.replacen("\"20\"", "\"2?\"", 1).into_bytes();
    let place = bytes.iter().position(|byte| *byte == b'?').expect("there");
    bytes[place] = 0xff;
    assert!(refused(&bytes, &[]).contains("Line 2: "), "{}", refused(&bytes, &[]));
    let output = run(&[], file.as_bytes());
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(stderr(&output).contains("--ledger"), "{}", stderr(&output));
}

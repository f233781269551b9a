//! 核验: every entry worked out again, in the library and by `assess --verify`.

use std::path::PathBuf;
use std::process::Output;
use std::rc::Rc;

use carbon_points::domain::archive::{Placed, json_text, placed};
use carbon_points::domain::chain::{Chain, Head, Stated};
use carbon_points::domain::district::shipped;
use carbon_points::domain::ledger::{Entry, Posting};
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::verify::{AtHand, Cause, Cells, Given, Report, Verifier, verify};
use carbon_points::i18n::Language;
use carbon_points::i18n::sheet::csv_text;
use carbon_points::i18n::verify::difference;
use proptest::prelude::*;

use crate::archive::{self, deeds, ledger};
use crate::cli::{run, stderr};
use crate::support::beijing;

#[path = "verify/many.rs"]
mod many;
#[path = "verify/moment.rs"]
mod moment;
#[path = "verify/repeat.rs"]
mod repeat;
#[path = "verify/table.rs"]
mod table;
#[path = "verify/unproven.rs"]
mod unproven;

/// 21:33 in Beijing on 2026-11-21, the day on which the rules were published: 1 795 219 200 is its midnight in UTC.
const EVENING: i64 = (1_795_219_200 + 13 * 3_600 + 33 * 60) * 1_000;

/// The entries of the other tests, recorded that evening.
fn metro(id: &str, at: i64) -> Entry {
    archive::metro(id, EVENING + at)
}

fn reversal(id: &str, at: i64, of: &str) -> Entry {
    archive::reversal(id, EVENING + at, of)
}

fn usage(id: &str, at: i64, of: &str) -> Entry {
    archive::usage(id, EVENING + at, of)
}

fn redemption(id: &str, at: i64, cost: i64) -> Entry {
    archive::redemption(id, EVENING + at, cost)
}

fn member(id: &str, at: i64, person: &str, name: Option<&str>) -> Entry {
    archive::member(id, EVENING + at, person, name)
}

fn built_in(name: &str) -> Option<Rc<Rulebook>> {
    Rulebook::built_in(name).and_then(Result::ok).map(Rc::new)
}

fn at_hand() -> AtHand<'static> {
    AtHand { rulebooks: &built_in, signed: &|_, _| None, today: None }
}

fn report(file: &str) -> Report {
    verify(&placed(file, beijing()).expect("read"), Cells::default(), at_hand())
}

fn only(file: &str) -> (Option<usize>, Option<String>, Cause) {
    let mut found = report(file).differences;
    assert_eq!(found.len(), 1, "{found:?}");
    let found = found.remove(0);
    (found.line, found.id, found.cause)
}

/// The file with a line's text changed.
fn changed(file: &str, line: usize, from: &str, to: &str) -> String {
    let lines = file.lines().zip(1..).map(|(text, number)| {
        if number == line {
            assert!(text.contains(from), "{from} in {text}");
            text.replacen(from, to, 1)
        } else {
            text.to_owned()
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_changed_result_is_named_with_what_is_stated_and_what_it_comes_to() {
    let file = json_text(&[metro("A", 1), metro("B", 2), metro("C", 3)], &[]);
    assert_eq!(report(&file).equal, 3);
    // 10 km × 72 g and 36 points; one more or less of each is noticed.
    for (field, from, to, recomputed) in [
        ("carbon_mg", ":720000", ":720001", "720000"),
        ("voc_mg", "\"voc_mg\":0", "\"voc_mg\":1", "0"),
        ("nox_mg", "\"nox_mg\":0", "\"nox_mg\":1", "0"),
        ("upe", "\"upe\":0", "\"upe\":1", "0"),
        ("points", "\"points\":36", "\"points\":37", "36"),
        ("points", "\"points\":36", "\"points\":35", "36"),
        ("verdict", "credited", "recorded", "credited"),
        ("carbon_mg", "\"km\":\"10\"", "\"km\":\"10.1\"", "727200"),
    ] {
        let (line, id, cause) = only(&changed(&file, 5, from, to));
        assert_eq!((line, id.as_deref()), (Some(5), Some("B")));
        let Cause::Result { field: found, stated, recomputed: again, rulebook } = cause else { panic!("{cause:?}") };
        assert_eq!((found, again.as_str(), rulebook.as_str()), (field, recomputed, "beijing@2026.11"));
        assert!(from.contains("km") || to.contains(&stated), "{stated}");
    }
}

#[test]
fn what_only_the_chain_shows_is_found_by_it() {
    let file = json_text(&[metro("A", 1), member("M", 2, "2", Some("妈妈")), metro("B", 3)], &[]);
    let (line, id, cause) = only(&changed(&file, 5, "妈妈", "爸爸"));
    assert_eq!((line, id.as_deref()), (Some(5), Some("M")));
    assert!(matches!(cause, Cause::Digest { stated: Some(_), .. }));
    // Each of two changes is a difference of its own.
    let twice = changed(
        &changed(&file, 5, "妈妈", "爸爸"),
        6,
        &format!("\"at\":{}", EVENING + 3),
        &format!("\"at\":{}", EVENING + 4),
    );
    let found: Vec<_> = report(&twice).differences.into_iter().filter_map(|one| one.line).collect();
    assert_eq!(found, [5, 6]);
    let (line, id, cause) = only(&file.replace("\"entries\":3", "\"entries\":4"));
    assert_eq!((line, id), (None, None));
    assert!(matches!(
        cause,
        Cause::Head { stated: Some(Head { entries: 4, .. }), found: Some(Head { entries: 3, .. }) }
    ));
}

#[test]
fn rules_that_are_not_at_hand_are_said_and_not_called_wrong() {
    let mut entry = metro("A", 1);
    if let Posting::Activity(posted) = &mut entry.posting {
        "beijing@2099.01".clone_into(&mut posted.rulebook);
    }
    let found = report(&json_text(&[entry, metro("B", 2), redemption("R", 3, 20)], &[]));
    assert_eq!((found.entries, found.equal, found.differences.len()), (3, 1, 0));
    let unchecked: Vec<_> = found.unchecked.iter().map(|one| (one.id.as_str(), one.rulebook.as_str())).collect();
    assert_eq!(unchecked, [("A", "beijing@2099.01"), ("R", "beijing@2026.11+nowhere@1")]);
}

#[test]
fn grams_of_an_unknown_district_are_worked_out_all_the_same() {
    let mut entry = metro("A", 1);
    if let Posting::Activity(posted) = &mut entry.posting {
        "beijing@2026.11+nowhere@1".clone_into(&mut posted.rulebook);
        posted.totals.points = 40;
    }
    let found = report(&json_text(std::slice::from_ref(&entry), &[]));
    assert_eq!((found.differences.len(), found.unchecked.len()), (0, 1), "its points may be the district's");
    if let Posting::Activity(posted) = &mut entry.posting {
        posted.totals.carbon_mg += 1;
    }
    assert!(matches!(only(&json_text(&[entry], &[])).2, Cause::Result { field: "carbon_mg", .. }), "its grams are not");
}

#[test]
fn what_is_reversed_or_used_must_be_there_and_is_ended_once() {
    let cause = |entries: &[Entry]| only(&json_text(entries, &[])).2;
    let there = |of: &str| Cause::NotThere { of: of.to_owned() };
    assert_eq!(cause(&[reversal("X", 1, "A"), metro("A", 2)]), there("A"));
    assert_eq!(cause(&[metro("A", 1), usage("X", 2, "A")]), there("A"));
    assert_eq!(
        cause(&[metro("A", 1), reversal("X", 2, "A"), reversal("Y", 3, "A")]),
        Cause::EndedBefore { of: "A".to_owned() }
    );
    assert_eq!(report(&json_text(&[metro("A", 1), reversal("X", 2, "A")], &[])).equal, 2);
}

#[test]
fn a_device_sees_whether_its_entries_still_begin_as_they_did() {
    let entries = [metro("A", 1), metro("B", 2), metro("C", 3)];
    let kept = Chain::of(&entries[..2]).head();
    let over = |entries: &[Entry]| {
        let mut verifier = Verifier::new(at_hand(), false).beginning_with(kept);
        for entry in entries {
            verifier.take(entry, Given::default());
        }
        verifier.finish(&Stated::default())
    };
    assert_eq!((over(&entries).equal, over(&entries[..2]).equal), (3, 2));
    assert_eq!(over(&entries).head, Chain::of(&entries).head());
    let lost = over(&entries[..1]);
    assert!(matches!(lost.differences.as_slice(), [one] if matches!(one.cause, Cause::Kept { .. })), "{lost:?}");
    let moved = over(&[metro("A", 1), metro("B", 9), metro("C", 3)]);
    let [only] = moved.differences.as_slice() else { panic!("{moved:?}") };
    assert_eq!(only.place, Some(2), "named where the kept ones end");
}

#[test]
fn every_difference_is_a_sentence_that_says_both() {
    let file = changed(&json_text(&[metro("A", 1)], &[]), 4, "\"points\":36", "\"points\":3600");
    let found = &report(&file).differences[0];
    assert_eq!(
        difference(found, Language::Zh),
        "第 4 行第 1 笔（A）：积分（points）写着 3600，按 beijing@2026.11 重算是 36。"
    );
    assert_eq!(
        difference(found, Language::En),
        "Line 4, entry 1 (A): points is stated as 3600, and recomputed by beijing@2026.11 it is 36."
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// What was exported verifies, as JSON and as a table: nothing differs, and all but unknown rewards is checked.
    #[test]
    fn whatever_was_exported_verifies(entries in deeds("a", EVENING)) {
        let json = json_text(&entries, &[]);
        let table = csv_text(&ledger(entries.clone()), beijing(), Language::En);
        for file in [&json, &table] {
            let found = report(file);
            prop_assert_eq!(&found.differences, &Vec::new());
            let redeemed = entries.iter().filter(|entry| entry.redemption().is_some()).count();
            prop_assert_eq!((found.entries, found.unchecked.len()), (entries.len(), redeemed));
            prop_assert_eq!(found.equal, entries.len() - redeemed);
            prop_assert_eq!(found.head, Chain::of(&entries).head());
        }
    }

    /// Any changed byte of the entries or the head is noticed, unless the file still says the very same.
    #[test]
    fn any_changed_byte_is_noticed(
        entries in deeds("a", EVENING),
        place in any::<prop::sample::Index>(),
        by in 1..128_u8,
    ) {
        let file = json_text(&entries, &[]);
        let before: Placed = placed(&file, beijing()).expect("read");
        let from = file.find("\"entries\"").expect("entries");
        let mut bytes = file.into_bytes();
        let place = from + place.index(bytes.len() - from);
        prop_assume!(bytes[place].is_ascii());
        bytes[place] = (bytes[place] ^ by) & 127;
        let Ok(text) = String::from_utf8(bytes) else { return Ok(()) };
        let Ok(after) = placed(&text, beijing()) else { return Ok(()) };
        let same = after.archive.entries == before.archive.entries && after.stated == before.stated;
        prop_assert!(same || !verify(&after, Cells::default(), at_hand()).differences.is_empty(), "{}", text);
    }
}

/// A file of its own for each test.
fn kept(name: &str, text: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("verify-{name}"));
    std::fs::write(&path, text).expect("written");
    path
}

fn assess(name: &str, text: &[u8], more: &[&str]) -> (Option<i32>, Vec<String>, String) {
    let path = kept(name, text);
    let output: Output = run(&[&["--verify", path.to_str().expect("text"), "--today=2026-11-21"], more].concat(), b"");
    let lines = String::from_utf8(output.stdout.clone()).expect("text").lines().map(str::to_owned).collect();
    (output.status.code(), lines, stderr(&output))
}

#[test]
fn the_command_says_equal_or_names_each_difference() {
    let file = json_text(&[metro("A", 1), metro("B", 2), member("M", 3, "1", Some("李"))], &[]);
    let head = Chain::of(&[metro("A", 1), metro("B", 2), member("M", 3, "1", Some("李"))]).head().expect("a head");
    let (status, lines, noted) = assess("equal.json", file.as_bytes(), &[]);
    assert_eq!((status, noted.as_str()), (Some(0), ""));
    assert_eq!(lines, [format!("head: 3 {}", head.digest), "equal: 3 entries".to_owned()]);
    let forged = changed(&changed(&file, 4, "\"points\":36", "\"points\":360"), 6, "李", "王");
    let (status, lines, _) = assess("forged.json", forged.as_bytes(), &[]);
    assert_eq!((status, lines.len()), (Some(1), 4), "{lines:?}");
    assert!(
        lines[0].contains("第 4 行第 1 笔（A）") && lines[0].contains("3600").eq(&false) && lines[0].contains("360")
    );
    assert!(
        lines[0].contains("Line 4, entry 1 (A): points is stated as 360, and recomputed by beijing@2026.11 it is 36.")
    );
    assert!(lines[1].contains("Line 6, entry 3 (M): the digest is another."), "{}", lines[1]);
    assert_eq!(lines[3], "equal: 1 entry, different: 2");
}

#[test]
fn the_command_reads_tables_and_files_without_digests() {
    let table = csv_text(&ledger([metro("A", 1), metro("B", 2)]), beijing(), Language::Zh);
    let (status, lines, _) = assess("table.csv", table.as_bytes(), &[]);
    assert_eq!((status, lines[1].as_str()), (Some(0), "equal: 2 entries"));
    let old = concat!(
        r#"[{"v":1,"id":"A","at":1795267980005,"rulebook":"beijing@2026.11","verdict":"credited","carbon_mg":720000,"voc_mg":0,"#,
        r#""nox_mg":0,"upe":0,"points":36,"activity":{"kind":"trip","date":"2026-11-20","legs":[{"mode":"rail","km":"10"}]}}]"#,
    );
    let (status, lines, _) = assess("old.json", old.as_bytes(), &[]);
    assert_eq!((status, lines[1].as_str()), (Some(0), "equal: 1 entry"));
    assert!(lines[0].starts_with("head (the file has no digests): 1 c9fb1a68"), "{lines:?}");
}

#[test]
fn a_damaged_file_differs_and_something_else_is_unusable() {
    let file = json_text(&[metro("A", 1), metro("B", 2)], &[]);
    let (status, lines, _) = assess("cut.json", &file.as_bytes()[..file.len() - 40], &[]);
    assert_eq!((status, lines.last().map(String::as_str)), (Some(1), Some("equal: 0 entries, damaged")));
    let negative = file.replacen("\"points\":36", "\"points\":-36", 1);
    let (status, lines, _) = assess("negative.json", negative.as_bytes(), &[]);
    assert_eq!(status, Some(1));
    assert!(lines[0].contains("第 4 行") && lines[0].contains("Line 4"), "{lines:?}");
    for (name, text) in [("other.json", "{\"format\":\"other\"}"), ("empty.json", ""), ("text.json", "hello")] {
        let (status, lines, noted) = assess(name, text.as_bytes(), &[]);
        assert_eq!((status, lines.len()), (Some(2), 0), "{name}");
        assert!(noted.contains(name), "{noted}");
    }
    let output = run(&["--verify", "nowhere.json"], b"");
    assert_eq!(output.status.code(), Some(2));
    let output = run(&["--verify", "nowhere.json", "--ledger"], b"");
    assert!(stderr(&output).contains("--verify assesses nothing"), "{}", stderr(&output));
}

#[test]
fn rules_that_come_with_the_file_are_said_and_do_not_pass_for_built_in_ones() {
    let chaoyang = shipped("chaoyang").expect("shipped");
    let own = chaoyang.replacen("\"id\": \"chaoyang\"", "\"id\": \"own\"", 1);
    let rules = beijing().with_district(&own).expect("laid");
    let mut entry = metro("A", 1);
    if let Posting::Activity(posted) = &mut entry.posting {
        posted.rulebook = rules.name();
    }
    let settings = [("overlay:own".to_owned(), own.clone())];
    let file = json_text(std::slice::from_ref(&entry), &settings);
    let (status, lines, _) = assess("own.json", file.as_bytes(), &[]);
    assert_eq!((status, lines[1].as_str()), (Some(0), "equal: 1 entry, by the file's own rules: 1"));
    let (status, lines, _) = assess("none.json", file.as_bytes(), &["--district=none"]);
    // What the base rules give, they give; what the district's do is not known, and so it is said.
    assert_eq!((status, lines[2].as_str()), (Some(1), "equal: 0 entries, unchecked: 1"));
    assert!(lines[0].contains(&rules.name()), "{lines:?}");
    // A tree planted under rules that call themselves Chaoyang's but give a hundred times the points.
    let generous = chaoyang.replacen("\"amount\": \"20\"", "\"amount\": \"2000\"", 1);
    let forged = beijing().with_district(&generous).expect("laid");
    let mut cycling =
        archive::posted("C", EVENING, r#"{"kind":"action","date":"2026-11-21","action":"clean_plate","count":1}"#);
    if let Posting::Activity(posted) = &mut cycling.posting {
        posted.rulebook = forged.name();
        posted.totals.points = 2_000;
    }
    let file = json_text(&[cycling], &[("district".to_owned(), "x".to_owned()), ("overlay:x".to_owned(), generous)]);
    let (status, lines, _) = assess("generous.json", file.as_bytes(), &[]);
    assert_eq!(status, Some(1), "{lines:?}");
    assert!(lines[0].contains("points is stated as 2000"), "{lines:?}");
}

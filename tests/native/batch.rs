//! A batch says of every line what `assess` says of it, in the same order, and its sums are those of its parts.

use std::collections::BTreeMap;
use std::io::{Read, Write as _};

use carbon_points::answer::batch::{Batch, Sums};
use carbon_points::domain::json::Json;
use proptest::prelude::*;

use crate::cli::{lines, run, started, stderr};
use crate::generator::activity;
use crate::support::{beijing, today};

const DAY: &[&str] = &["--today", "2026-11-21"];
const BATCH: &[&str] = &["--batch", "--today", "2026-11-21"];
const TOTALS: &[&str] = &["--batch", "--totals", "--today", "2026-11-21"];
const BUS: &str = r#"{"id":"bus","kind":"trip","date":"2026-07-15","legs":[{"mode":"bus","km":10}]}"#;

/// The golden inputs, one a line.
fn golden() -> String {
    let cases = include_str!("../golden/cases.jsonl").lines();
    let inputs =
        cases.map(|case| Json::parse(case).expect("a case").get("input").expect("an input").to_string() + "\n");
    inputs.collect()
}

/// What a batch leaves of an answer of `assess`.
fn left(full: &Json) -> Json {
    let rejected = full.get("verdict").and_then(Json::text) == Some("rejected");
    let kept = ["line", "id", "verdict", "carbon_mg", "air", "points", "reasons"];
    let members = full.members().expect("an object").iter().filter(|(name, _)| kept.contains(&name.as_str()));
    let members = members.cloned().map(|(name, value)| match value {
        Json::List(reasons) if !rejected => (name, Json::List(reasons.iter().map(code_and_path).collect())),
        value => (name, value),
    });
    Json::Object(members.collect())
}

fn code_and_path(reason: &Json) -> Json {
    let of = |name| (name, reason.get(name).expect("a member").clone());
    Json::object([of("code"), of("path")])
}

fn batch(input: &[u8]) -> (Vec<Json>, Sums) {
    let mut output = Vec::new();
    let sums = Batch::new(beijing(), today()).answer_each(input, Some(&mut output), 2).expect("memory does not fail");
    let text = String::from_utf8(output).expect("text");
    (text.lines().map(|line| Json::parse(line).expect("a line of JSON")).collect(), sums)
}

fn sums(input: &[u8]) -> Sums {
    let nowhere = None::<Vec<u8>>;
    Batch::new(beijing(), today()).answer_each(input, nowhere, 2).expect("memory does not fail")
}

fn sum(answers: &[Json], member: impl Fn(&Json) -> Option<i64>) -> i128 {
    answers.iter().filter_map(member).map(i128::from).sum()
}

#[test]
fn every_golden_case_comes_to_the_same_by_both() {
    let input = golden();
    let (full, lean) = (run(DAY, input.as_bytes()), run(BATCH, input.as_bytes()));
    assert_eq!((stderr(&lean), lean.status.code()), (String::new(), Some(0)));
    let (full, lean) = (lines(&full), lines(&lean));
    assert_eq!(lean, full.iter().map(left).collect::<Vec<_>>());
    assert_eq!(lean.len(), 42);
}

#[test]
fn totals_are_the_sums_of_the_lines() {
    let input = golden() + "{\n\n" + BUS;
    let answers = lines(&run(DAY, input.as_bytes()));
    let totals = run(TOTALS, input.as_bytes());
    let [line] = lines(&totals).try_into().expect("one line");
    let air = |name| sum(&answers, |answer| answer.get("air")?.get(name)?.whole());
    let own = |name| sum(&answers, |answer| answer.get(name)?.whole());
    let of = |group: &str, name: &str| line.get(group).and_then(|group| group.get(name)?.whole()).map(i128::from);
    for (name, wanted) in [
        ("carbon_mg", own("carbon_mg")),
        ("voc_mg", air("voc_mg")),
        ("nox_mg", air("nox_mg")),
        ("upe", air("upe")),
        ("points", own("points")),
    ] {
        assert_eq!(of("totals", name), Some(wanted), "{name}");
    }
    let mut verdicts = BTreeMap::new();
    for answer in &answers {
        *verdicts.entry(answer.get("verdict").and_then(Json::text).expect("a verdict")).or_insert(0_i128) += 1;
    }
    for (verdict, count) in verdicts {
        assert_eq!(of("lines", verdict), Some(count), "{verdict}");
    }
    assert_eq!(sums(input.as_bytes()).to_string(), line.to_string());
}

#[test]
fn what_cannot_be_read_is_answered_in_its_place() {
    let huge = format!(r#"{{"note":"{}"}}"#, "x".repeat(700_000));
    let limit = format!("{}{BUS}", " ".repeat(64 * 1024 - BUS.len()));
    let mut input = b"\xef\xbb\xbf".to_vec();
    for line in [BUS.as_bytes(), b"\xff\xfe", b"", huge.as_bytes(), BUS.as_bytes(), b"{", limit.as_bytes()] {
        input.extend_from_slice(line);
        input.extend_from_slice(b"\r\n");
    }
    input.extend_from_slice(format!(" {limit}\n{huge}\n{BUS}").as_bytes());
    let wanted: Vec<_> = lines(&run(DAY, &input)).iter().map(left).collect();
    assert_eq!(batch(&input).0, wanted);
    let codes = wanted.iter().map(|answer| {
        let Some(Json::List(reasons)) = answer.get("reasons") else { panic!("{answer}") };
        let code = reasons.first().and_then(|reason| reason.get("code")?.text()).unwrap_or_default();
        (answer.get("line").and_then(Json::whole).expect("a number"), code)
    });
    let found: Vec<_> = codes.collect();
    assert_eq!(
        found,
        [
            (1, ""),
            (2, "not_json"),
            (4, "too_long"),
            (5, ""),
            (6, "truncated"),
            (7, ""),
            (8, "too_long"),
            (9, "too_long"),
            (10, ""),
        ]
    );
    for answer in wanted.iter().filter(|answer| answer.get("verdict").and_then(Json::text) == Some("rejected")) {
        assert!(answer.to_string().contains(r#""zh":"#), "a sentence says why: {answer}");
    }
}

/// Gives so many bytes at a time, as a pipe may.
struct Drops<'b>(&'b [u8], usize);

impl Read for Drops<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let few = self.0.len().min(self.1).min(buffer.len());
        let (now, later) = self.0.split_at(few);
        buffer[..few].copy_from_slice(now);
        self.0 = later;
        Ok(few)
    }
}

#[test]
fn answers_are_in_order_however_the_lines_come() {
    let input = (0..3_000).map(|number| format!("{{\"id\":\"{number}\"}}\n{BUS}\n")).collect::<Vec<_>>().concat();
    let wanted = batch(input.as_bytes()).0;
    let numbers: Vec<_> = wanted.iter().filter_map(|answer| answer.get("line")?.whole()).collect();
    assert_eq!(numbers, (1..=6_000).collect::<Vec<_>>());
    assert_eq!(wanted[0].get("id").and_then(Json::text), Some("0"), "what was refused keeps its id");
    for size in [17, 4_000, 100_000] {
        let mut output = Vec::new();
        let told = Batch::new(beijing(), today())
            .answer_each(Drops(input.as_bytes(), size), Some(&mut output), 3)
            .expect("answered");
        let found = String::from_utf8(output).expect("text");
        let found: Vec<_> = found.lines().map(|line| Json::parse(line).expect("JSON")).collect();
        assert!(found == wanted, "the answers differ when {size} bytes come at a time");
        assert_eq!((told.credited, told.rejected), (3_000, 3_000));
    }
}

#[test]
fn who_reads_no_further_ends_it_quietly() {
    let mut child = started(BATCH);
    let mut stdin = child.stdin.take().expect("a pipe");
    drop(child.stdout.take());
    // It ends while it is still being written to, so writing fails at some time.
    let many = format!("{BUS}\n").repeat(1_000);
    while stdin.write_all(many.as_bytes()).is_ok() {}
    drop(stdin);
    let output = child.wait_with_output().expect("assess ends");
    assert_eq!((stderr(&output), output.status.code()), (String::new(), Some(0)));
}

#[test]
fn flags_that_make_no_sense_together_are_named() {
    for (arguments, wanted) in [
        (&["--batch", "--ledger"][..], "--batch does not go with --ledger"),
        (&["--totals"], "--totals goes with --batch only"),
        (&["--threads", "2"], "--threads goes with --batch only"),
        (&["--batch", "--threads", "0"], "--threads `0` is not a number from 1 to 256"),
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(wanted), "{}", stderr(&output));
    }
    let export = run(BATCH, br#"{"format":"carbon-points","version":1}"#);
    assert_eq!(export.status.code(), Some(2), "an export is an account, not a batch");
    assert!(stderr(&export).contains("--ledger"), "{}", stderr(&export));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What lets an engine hand the parts of a file to several machines.
    #[test]
    fn the_sums_of_parts_add_up_to_those_of_the_whole(
        activities in prop::collection::vec(activity(), 1..40),
        cuts in prop::collection::vec(0..40_usize, 0..4),
        threads in 1..4_usize,
    ) {
        let lines: Vec<_> = activities.iter().map(|activity| format!("{activity}\n")).collect();
        let whole = lines.concat();
        let mut cuts: Vec<_> = cuts.into_iter().map(|cut| cut.min(lines.len())).collect();
        cuts.extend([0, lines.len()]);
        cuts.sort_unstable();
        let mut added = Sums::default();
        for part in cuts.windows(2) {
            added.add(&sums(lines[part[0]..part[1]].concat().as_bytes()));
        }
        prop_assert_eq!(added, sums(whole.as_bytes()));
        let nowhere = None::<Vec<u8>>;
        prop_assert_eq!(added, Batch::new(beijing(), today()).answer_each(whole.as_bytes(), nowhere, threads).unwrap());
    }

    #[test]
    fn any_activity_comes_to_the_same_by_both(activities in prop::collection::vec(activity(), 1..20)) {
        let input = activities.iter().map(|activity| format!("{activity}\n")).collect::<Vec<_>>().concat();
        let (rulebook, mut output) = (std::rc::Rc::new(beijing().clone()), Vec::new());
        let full = carbon_points::answer::Assessor::new(rulebook, today());
        full.answer_each(input.as_bytes(), &mut output).unwrap();
        let full = String::from_utf8(output).unwrap();
        let wanted: Vec<_> = full.lines().map(|line| left(&Json::parse(line).expect("JSON"))).collect();
        prop_assert_eq!(batch(input.as_bytes()).0, wanted);
    }
}

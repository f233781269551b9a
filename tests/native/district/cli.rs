//! `assess --district`, `--check` and `--schema` as an operator runs them.

use std::fs;
use std::path::PathBuf;

use carbon_points::domain::json::Json;
use carbon_points::domain::rulebook::Rulebook;

use super::{changed, text};
use crate::cli::{lines, run, stderr};
use crate::damage::put;

const CYCLING_DAY: &str = r#"{"kind":"action","date":"2026-11-21","action":"cycling_day","count":1}"#;

/// A file of that content.
fn file(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("written");
    path.to_str().expect("a path in Unicode").to_owned()
}

fn points(line: &Json) -> Option<i64> {
    line.get("points").and_then(Json::whole)
}

#[test]
fn a_district_is_a_built_in_one_or_a_file() {
    let own = file("own-district.json", &changed(|file| put(file, "version", "\"2026.11-own\"")));
    for (given, name) in
        [("chaoyang", "beijing@2026.11+chaoyang@2026.11"), (&own, "beijing@2026.11+chaoyang@2026.11-own")]
    {
        let output = run(&["--today", "2026-11-21", "--district", given], CYCLING_DAY.as_bytes());
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
        let found = lines(&output);
        // 20 points, half of them for the resident's own word.
        assert_eq!(points(&found[0]), Some(10));
        assert_eq!(found[0].get("rulebook").and_then(Json::text), Some(name));
    }
    let unknown = run(&["--district", "haidian"], b"");
    assert!(stderr(&unknown).contains("内置的区有：xicheng、chaoyang"), "{}", stderr(&unknown));
    assert!(stderr(&unknown).contains("(xicheng, chaoyang)"), "{}", stderr(&unknown));
}

#[test]
fn check_says_what_a_usable_file_is() {
    let shipped = file("shipped-district.json", text("xicheng"));
    for (path, name) in [
        ("static/rulebooks/beijing-2026.11.json", "beijing@2026.11"),
        ("static/rulebooks/districts/chaoyang.json", "beijing@2026.11+chaoyang@2026.11"),
        (&shipped, "beijing@2026.11+xicheng@2026.11"),
    ] {
        let output = run(&["--check", path], b"");
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
        let told = String::from_utf8(output.stdout).expect("text");
        let about =
            |word: &str| told.lines().any(|line| line.contains(path) && line.contains(word) && line.contains(name));
        assert!(about("可以使用的") && about("usable"), "{told}");
    }
    // A district's rules are good on every version of their base that comes with the program.
    let told = String::from_utf8(run(&["--check", &shipped], b"").stdout).expect("text");
    for version in Rulebook::versions() {
        assert!(told.contains(&format!("{version}+xicheng@2026.11")), "{told}");
    }
}

#[test]
fn check_says_everything_that_is_wrong_in_both_languages() {
    let bad = changed(|file| {
        put(file, "published", "\"soon\"");
        put(file, "policy/cap.actions_daily/id", "\"grid.beijing\"");
        put(file, "methods", "[]");
    });
    let path = file("faulty-district.json", &bad);
    let output = run(&["--check", &path], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let told = stderr(&output);
    for sentence in [
        "methods: 方法、公式和产品由基础规则集定",
        "methods: methods, formulas and products belong to the base rulebook",
        "published: 「soon」不是日期",
        "published: “soon” is not a day",
        "policy[1](grid.beijing): 这个数不是政策参数",
        "policy[1](grid.beijing): this number is not policy",
    ] {
        assert!(told.contains(&format!("{path}: {sentence}")), "{sentence}: {told}");
    }
    assert_eq!(told.lines().count(), 6, "{told}");
}

#[test]
fn check_lays_a_district_over_the_rulebook_given() {
    let tianjin = rulebook_named("tianjin");
    let output = run(&["--check", "static/rulebooks/districts/xicheng.json", "--rulebook", &tianjin], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("base: 这是「beijing」的区级规则，不能用在 tianjin@2026.11 上"),
        "{}",
        stderr(&output)
    );
}

fn rulebook_named(id: &str) -> String {
    file(&format!("rulebook-{id}.json"), &crate::rulebook::changed(|book| put(book, "id", &format!("\"{id}\""))))
}

#[test]
fn check_compares_with_the_version_before() {
    let next = |cap: &str| {
        let text = changed(|file| {
            put(file, "version", "\"2027.3\"");
            put(file, "published", "\"2027-03-01\"");
            put(file, "first_published", "\"2026-11-21\"");
            put(file, "policy/cap.actions_daily/values/0/amount", cap);
        });
        file(&format!("next-{}.json", cap.trim_matches('"')), &text)
    };
    let before = "static/rulebooks/districts/chaoyang.json";
    let (kept, rewritten) = (next("\"80\""), next("\"90\""));
    let output = run(&["--check", &kept, "--previous", before], b"");
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
    let alone = run(&["--check", &kept], b"");
    let told = String::from_utf8(alone.stdout).expect("text");
    assert!(told.contains("这不是首个版本") && told.contains("this is not the first version"), "{told}");
    let output = run(&["--check", &rewritten, "--previous", before], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let told = stderr(&output);
    assert!(told.contains("parameters(cap.actions_daily): 2026-11-21 的内容与上一版不同"), "{told}");
    assert!(told.contains("parameters(cap.actions_daily): says something else about 2026-11-21"), "{told}");
    assert_eq!(run(&["--previous", before], b"").status.code(), Some(2));
}

#[test]
fn the_published_schemas_are_the_generated_ones() {
    for which in ["rulebook", "district"] {
        let output = run(&["--schema", which], b"");
        assert_eq!(output.status.code(), Some(0));
        let published = fs::read_to_string(format!("static/rulebooks/schema/{which}.json")).expect("published");
        let generated = String::from_utf8(output.stdout).expect("text");
        assert!(
            generated == published,
            "write it again: assess --schema {which} > static/rulebooks/schema/{which}.json"
        );
    }
}

//! The `assess` command as a district runs it: standard input, standard output, standard error, exit status.

mod export;
mod ledger;

use std::io::Write as _;
use std::process::{Child, Command, Output, Stdio};

use carbon_points::domain::json::Json;

const WALK: &str = r#"{"id":"walk","kind":"trip","date":"2026-07-15","legs":[{"mode":"walk","km":1}]}"#;
const BUS: &str = r#"{"id":"bus","kind":"trip","date":"2026-07-15","legs":[{"mode":"bus","km":10}]}"#;

/// The command, with all three of its streams held.
pub(crate) fn started(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_assess"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("assess starts")
}

pub(crate) fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = started(arguments);
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // A command that refuses its arguments does not read; the broken pipe is then as it should be.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("assess ends");
    writer.join().expect("the writer ends");
    output
}

fn on_that_day(input: &[u8]) -> Vec<Json> {
    let output = run(&["--today", "2026-11-21"], input);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
    lines(&output)
}

pub(crate) fn lines(output: &Output) -> Vec<Json> {
    let text = std::str::from_utf8(&output.stdout).expect("text");
    text.lines().map(|line| Json::parse(line).expect("a line of JSON")).collect()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn text<'a>(json: &'a Json, name: &str) -> &'a str {
    json.get(name).and_then(Json::text).unwrap_or_default()
}

fn code(json: &Json) -> &str {
    match json.get("reasons") {
        Some(Json::List(reasons)) => reasons.first().map(|reason| text(reason, "code")).unwrap_or_default(),
        _ => "",
    }
}

#[test]
fn lines_are_answered_in_order_and_a_bad_one_does_not_stop_the_run() {
    let truncated = r#"{"id":"cut","kind":"trip","#;
    let unknown = r#"{"id":"odd","kind":"trip","date":"2026-07-15","legs":[{"mode":"walk","km":1}],"points":99}"#;
    let found = on_that_day([WALK, truncated, "", unknown, BUS].join("\n").as_bytes());
    let summary: Vec<_> = found
        .iter()
        .map(|line| (text(line, "id"), text(line, "verdict"), code(line), line.get("line").and_then(Json::whole)))
        .collect();
    assert_eq!(
        summary,
        [
            ("walk", "credited", "", Some(1)),
            ("", "rejected", "truncated", Some(2)),
            ("odd", "rejected", "unknown_field", Some(4)),
            ("bus", "credited", "", Some(5)),
        ]
    );
    assert_eq!(found[0].get("carbon_mg").and_then(Json::whole), Some(104_000));
    assert_eq!(text(&found[1], "rulebook"), "beijing@2026.11");
}

#[test]
fn an_assessment_has_the_members_of_the_contract() {
    let found = on_that_day(WALK.as_bytes());
    let names: Vec<_> = found[0].members().unwrap().iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["line", "id", "verdict", "method", "rulebook", "carbon_mg", "air", "points", "reasons", "notes", "steps"]
    );
    let Some(Json::List(steps)) = found[0].get("steps") else { panic!("steps are a list") };
    let step: Vec<_> = steps[0].members().unwrap().iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(step, ["name", "about", "operation", "operands", "result", "unit"]);
    let Some(Json::List(operands)) = steps[0].get("operands") else { panic!("operands are a list") };
    assert_eq!(
        operands[0].to_string(),
        r#"{"from":"parameter","id":"travel.baseline","valid_from":"2024-10-01","source":"db11t-3043-2024","grade":"transcribed","value":"104","unit":"g/pkm"}"#
    );
}

/// An answer with its reasons and steps left out.
fn shape(json: &Json) -> String {
    let members = json.members().expect("an object").iter().map(|(name, value)| {
        let value = if ["reasons", "notes", "steps"].contains(&name.as_str()) { Json::Null } else { value.clone() };
        (name.clone(), value)
    });
    Json::Object(members.collect()).to_string()
}

#[test]
fn a_rejected_line_has_the_shape_of_every_other_answer() {
    let unknown = r#"{"id":"odd","kind":"trip","date":"2026-07-15","legs":[{"mode":"walk","km":1}],"points":99}"#;
    let taxi = r#"{"id":"taxi","kind":"trip","date":"2026-07-15","legs":[{"mode":"taxi","km":1}]}"#;
    let found = on_that_day([unknown, taxi, "{"].join("\n").as_bytes());
    let worth = r#""rulebook":"beijing@2026.11","carbon_mg":0,"air":{"voc_mg":0,"nox_mg":0,"upe":0},"points":0,"reasons":null,"notes":null,"steps":null}"#;
    assert_eq!(shape(&found[0]), format!(r#"{{"line":1,"id":"odd","verdict":"rejected","method":null,{worth}"#));
    assert_eq!(
        shape(&found[1]),
        format!(r#"{{"line":2,"id":"taxi","verdict":"recorded","method":"bj-travel-3043",{worth}"#)
    );
    assert_eq!(shape(&found[2]), format!(r#"{{"line":3,"verdict":"rejected","method":null,{worth}"#));
    for answer in &found {
        let Some(Json::List(reasons)) = answer.get("reasons") else { panic!("reasons are a list") };
        assert!(!text(&reasons[0], "zh").is_empty() && !text(&reasons[0], "en").is_empty(), "{answer}");
    }
    assert_eq!((found[0].get("notes"), found[0].get("steps")), (Some(&Json::List(vec![])), Some(&Json::List(vec![]))));
}

#[test]
fn what_is_no_json_is_placed_by_its_column_on_the_line_of_the_file() {
    let found = on_that_day(format!("{WALK}\n\n{{\"kind\":}}\n{{\"kind\":\n").as_bytes());
    let told: Vec<_> = found[1..]
        .iter()
        .map(|answer| {
            let Some(Json::List(reasons)) = answer.get("reasons") else { panic!("reasons are a list") };
            (answer.get("line").and_then(Json::whole), text(&reasons[0], "given"), text(&reasons[0], "zh"))
        })
        .collect();
    assert_eq!(
        told,
        [
            (Some(3), "9", "第 9 列起不是 JSON，请看看引号、逗号和括号。"),
            (Some(4), "8", "JSON 到第 8 列就断了，请补全后再试。"),
        ]
    );
}

#[test]
fn limits_name_the_values_of_the_rulebook_that_drew_them() {
    let noon = br#"{"kind":"refuel","date":"2026-07-15","litres":40,"time":"12:00"}"#;
    let found = on_that_day(noon);
    let Some(Json::List(reasons)) = found[0].get("reasons") else { panic!("reasons are a list") };
    let Some(Json::List(limits)) = reasons[0].get("accepted").and_then(|accepted| accepted.get("limits")) else {
        panic!("limits are a list")
    };
    let told: Vec<_> = limits.iter().map(|limit| (text(limit, "parameter"), text(limit, "amount"))).collect();
    assert_eq!(
        told,
        [
            ("refuel.first_month", "6"),
            ("refuel.last_month", "9"),
            ("refuel.window_start", "1200"),
            ("refuel.window_end", "360"),
        ]
    );
    assert_eq!((text(&limits[2], "valid_from"), text(&limits[2], "unit")), ("2021-01-01", "minute"));
}

#[test]
fn a_refusal_says_what_was_given_and_what_would_be_accepted_in_both_languages() {
    let found = on_that_day(br#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"walk","km":-1}]}"#);
    let Some(Json::List(reasons)) = found[0].get("reasons") else { panic!("reasons are a list") };
    assert_eq!(text(&reasons[0], "path"), "legs[0].km");
    assert_eq!(text(&reasons[0], "given"), "-1");
    let range = reasons[0].get("accepted").and_then(|accepted| accepted.get("range")).expect("a range");
    assert_eq!((text(range, "least"), text(range, "most"), text(range, "unit")), ("0", "5000", "km"));
    assert!(!text(&reasons[0], "zh").is_empty() && !text(&reasons[0], "en").is_empty());
}

#[test]
fn a_line_of_ten_megabytes_is_refused_and_passed_over() {
    let mut input = WALK.as_bytes().to_vec();
    input.push(b'\n');
    input.extend(std::iter::repeat_n(b'x', 10 * 1024 * 1024));
    input.push(b'\n');
    input.extend_from_slice(BUS.as_bytes());
    let found = on_that_day(&input);
    let summary: Vec<_> = found.iter().map(|line| (text(line, "verdict"), code(line))).collect();
    assert_eq!(summary, [("credited", ""), ("rejected", "too_long"), ("credited", "")]);
}

#[test]
fn a_line_of_exactly_the_limit_is_read() {
    let padded = |length: usize| format!("{WALK}{}", " ".repeat(length - WALK.len()));
    let (at, above) = (padded(64 * 1024), padded(64 * 1024 + 1));
    let found = on_that_day(format!("{at}\n{above}\n{at}\r\n{above}\r\n").as_bytes());
    let codes: Vec<_> = found.iter().map(code).collect();
    assert_eq!(codes, ["", "too_long", "", "too_long"]);
}

#[test]
fn byte_order_mark_carriage_returns_blank_lines_and_bytes_that_are_no_text() {
    let mut input = b"\xef\xbb\xbf".to_vec();
    input.extend_from_slice(format!("{WALK}\r\n\r\n  \n").as_bytes());
    input.extend_from_slice(b"{\"note\":\"\xff\xfe\"}\n");
    input.extend_from_slice(BUS.as_bytes());
    let found = on_that_day(&input);
    let summary: Vec<_> = found.iter().map(|line| (text(line, "id"), code(line))).collect();
    assert_eq!(summary, [("walk", ""), ("", "not_json"), ("bus", "")]);
    assert_eq!(found[1].get("line").and_then(Json::whole), Some(4), "blank lines are counted");
}

#[test]
fn a_byte_order_mark_is_passed_over_once_and_only_at_the_very_beginning() {
    const MARK: &str = "\u{feff}";
    let codes =
        |input: &str| on_that_day(input.as_bytes()).iter().map(|line| code(line).to_owned()).collect::<Vec<_>>();
    assert_eq!(codes(&format!("{MARK}{WALK}\n{MARK}{BUS}\n")), ["", "not_json"]);
    assert_eq!(codes(&format!("{MARK}{MARK}{WALK}\n")), ["not_json"]);
    assert_eq!(codes(&format!("\n{MARK}{WALK}\n")), ["not_json"]);
    assert_eq!(codes(&format!("{MARK}\n{WALK}\n")), [""], "a line with nothing but the mark is blank");
    assert_eq!(codes(MARK), [""; 0]);
    // It is no part of the line, so it takes none of its room.
    let padded = |length: usize| format!("{WALK}{}", " ".repeat(length - WALK.len()));
    assert_eq!(codes(&format!("{MARK}{}\r\n", padded(64 * 1024))), [""]);
    assert_eq!(codes(&format!("{MARK}{}\n", padded(64 * 1024 + 1))), ["too_long"]);
}

#[test]
fn nothing_in_gives_nothing_out() {
    assert_eq!(on_that_day(b""), []);
    assert_eq!(on_that_day(b"\n\n"), []);
}

#[test]
fn an_unusable_rulebook_or_command_line_ends_with_two() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join("faulty-rulebook.json");
    std::fs::write(&file, r#"{"schema":1}"#).expect("written");
    let faulty = run(&["--rulebook", file.to_str().unwrap()], WALK.as_bytes());
    assert_eq!((faulty.status.code(), faulty.stdout.len()), (Some(2), 0));
    assert!(stderr(&faulty).lines().count() > 3, "every fault is named: {}", stderr(&faulty));
    assert!(stderr(&faulty).contains("faulty-rulebook.json"));

    for arguments in [
        &["--rulebook", "no/such/file.json"][..],
        &["--district", "haidian"],
        &["--check", "no/such/file.json"],
        &["--check", "Cargo.toml", "--ledger"],
        &["--schema", "ledger"],
        &["--schema", "district", "--today", "2026-11-21"],
        &["--fast"],
        &["--today"],
        &["--today", "2026-02-30"],
        &["--ledger=yes"],
        &["--ledger", "--ledger"],
        &["activities.jsonl"],
    ] {
        let output = run(arguments, WALK.as_bytes());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
        assert!(!stderr(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn faults_of_a_rulebook_are_told_in_chinese_and_in_english() {
    let file = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("rulebook-told-twice.json");
    let shipped = include_str!("../../static/rulebooks/beijing-2026.11.json");
    let bad = shipped.replacen(r#""published": "2026-11-21""#, r#""published": "soon""#, 1);
    std::fs::write(&file, bad).expect("written");
    let output = run(&["--rulebook", file.to_str().unwrap()], WALK.as_bytes());
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let told = stderr(&output);
    let at = format!("{}: published: ", file.display());
    let found: Vec<_> = told.lines().filter_map(|line| line.split_once(&at)).map(|(_, sentence)| sentence).collect();
    assert_eq!(found.len(), 2, "{told}");
    assert_eq!(found[0], "「soon」不是日期，请写成 2026-11-21 这样");
    assert_eq!(found[1], "“soon” is not a day written YYYY-MM-DD");

    // A fault of the whole file has no path.
    std::fs::write(&file, "{").expect("written");
    let told = stderr(&run(&["--rulebook", file.to_str().unwrap()], WALK.as_bytes()));
    assert_eq!(told.lines().count(), 2, "{told}");
    assert!(told.lines().all(|line| line.contains("rulebook-told-twice.json: ")), "{told}");
    assert!(told.contains("文件不完整，到第 1 行") && told.contains("the file ends in the middle (line 1"), "{told}");
}

#[test]
fn the_published_file_computes_like_the_built_in_rulebook() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/static/rulebooks/beijing-2026.11.json");
    let output = run(&["--rulebook", file, "--today", "2026-11-21"], WALK.as_bytes());
    assert_eq!(lines(&output), on_that_day(WALK.as_bytes()));
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_assess"))
        .args(["--today", "2026-11-21"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("assess starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    for _ in 0..2_000 {
        // It stops reading once nobody reads what it writes.
        if writeln!(stdin, "{WALK}").is_err() {
            break;
        }
    }
    drop(stdin);
    let output = child.wait_with_output().expect("assess ends");
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
}

#[test]
fn help_is_help() {
    let output = run(&["--help"], b"");
    assert_eq!(output.status.code(), Some(0));
    let help = String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("--rulebook FILE"));
    assert!(help.contains("Caps are each person's own"), "a household is not one person");
}

#[test]
fn it_computes_with_the_newest_version_published_that_day() {
    for (today, version) in [("2026-11-30", "beijing@2026.11"), ("2026-12-01", "beijing@2026.12")] {
        let found = lines(&run(&["--today", today], WALK.as_bytes()));
        assert_eq!(text(&found[0], "rulebook"), version, "{today}");
    }
    // A file that is named is used whatever the day.
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/static/rulebooks/beijing-2026.12.json");
    let found = lines(&run(&["--today", "2026-11-30", "--rulebook", file], WALK.as_bytes()));
    assert_eq!(text(&found[0], "rulebook"), "beijing@2026.12");
}

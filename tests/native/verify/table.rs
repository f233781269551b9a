//! The cells of a table, held against its records.

use carbon_points::domain::district::shipped;
use carbon_points::domain::ledger::{Ledger, Policy};
use carbon_points::i18n::sheet::Held;

use super::*;

/// The table verified as it would be on a device under these rules.
fn held(text: &str, rules: &Rulebook) -> Report {
    let placed = placed(text, rules).expect("read");
    let named = |name: &str| if name == rules.name() { Some(Rc::new(rules.clone())) } else { built_in(name) };
    let (rules, unknown) = Held::rules(&placed.archive.entries, vec![Rc::new(rules.clone())], &named);
    let mut held = Held::of(text, &placed, rules, unknown).expect("a table");
    while held.next_row() {}
    verify(&placed, held.found(), AtHand { rulebooks: &named, ..at_hand() })
}

fn table(language: Language) -> String {
    let note = r#"{"kind":"trip","date":"2026-11-20","note":"=下雨,","legs":[{"mode":"rail","km":"10.50"}]}"#;
    let entries = [
        metro("A", 1),
        archive::posted("N", EVENING + 2, note),
        member("M", 3, "2", Some("妈妈")),
        reversal("X", 4, "A"),
        redemption("R", 5, 20),
    ];
    csv_text(&ledger(entries), beijing(), language)
}

/// The cause of the only difference.
fn cause(text: &str) -> (Option<usize>, Cause) {
    let mut found = held(text, beijing()).differences;
    assert_eq!(found.len(), 1, "{found:?}");
    let found = found.remove(0);
    (found.line, found.cause)
}

fn cell(column: &str, stated: &str, expected: &str) -> Cause {
    Cause::Cell { column: column.to_owned(), stated: stated.to_owned(), expected: expected.to_owned() }
}

#[test]
fn a_falsified_cell_is_named_with_its_column_what_stands_there_and_what_should() {
    let file = csv_text(&ledger([metro("A", 1), metro("B", 2)]), beijing(), Language::Zh);
    assert_eq!(held(&file, beijing()).equal, 2);
    for (from, to, column, stated, expected) in [
        ("720.000", "999999.000", "碳（克 CO2）", "999999.000", "720.000"),
        (",36,0,", ",9999,0,", "算得积分", "9999", "36"),
        (",36,计入", ",9999,计入", "计入积分", "9999", "36"),
        ("地铁 10 公里", "地铁 999 公里", "内容", "地铁 999 公里", "地铁 10 公里"),
        (",2026-11-20,", ",2026-11-19,", "日期", "2026-11-19", "2026-11-20"),
        (" 21:33:00", " 20:33:00", "记录时间（北京）", "2026-11-21 20:33:00", "2026-11-21 21:33:00"),
        (",计入,", ",,", "状态", "", "计入"),
        ("B,2026", "Z,2026", "编号", "Z", "B"),
        (",,\"{", ",官方认证,\"{", "备注", "官方认证", ""),
    ] {
        let (line, found) = cause(&changed(&file, 3, from, to));
        assert_eq!((line, found), (Some(3), cell(column, stated, expected)), "{from}");
    }
    let found = &held(&changed(&file, 3, "720.000", "999999.000"), beijing()).differences[0];
    assert_eq!(
        difference(found, Language::Zh),
        "第 3 行第 2 笔（B）：「碳（克 CO2）」一栏写着 999999.000，按这一行的原始数据应为 720.000。"
    );
    assert_eq!(
        difference(found, Language::En),
        "Line 3, entry 2 (B): column “碳（克 CO2）” says 999999.000, and by the record of its row it should say 720.000."
    );
}

#[test]
fn the_command_names_it_too() {
    let file = csv_text(&ledger([metro("A", 1), metro("B", 2)]), beijing(), Language::En);
    let (status, lines, _) = assess("true.csv", file.as_bytes(), &[]);
    assert_eq!((status, lines.last().map(String::as_str)), (Some(0), Some("equal: 2 entries")));
    let (status, lines, _) = assess("false.csv", changed(&file, 2, "720.000", "999999.000").as_bytes(), &[]);
    assert_eq!((status, lines.last().map(String::as_str)), (Some(1), Some("equal: 1 entry, different: 1")));
    assert!(lines[0].contains("Line 2, entry 1 (A): column “Carbon (g CO2)” says 999999.000"), "{lines:?}");
}

#[test]
fn what_spreadsheets_do_on_their_own_is_no_difference() {
    for language in [Language::Zh, Language::En] {
        let file = table(language);
        let rows = || file.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let other = |from: &str, to: &str| {
            assert!(file.contains(from), "{from}");
            file.replace(from, to)
        };
        for (name, text) in [
            ("no mark, other ends", rows()),
            ("a row of nothing", format!("{}{}\r\n", file, ",".repeat(21))),
            ("columns of nothing", rows().replace('\n', ",,\n")),
            ("zeros", other("756.000", "756").replace("0.000000", "0")),
            ("zeros put in", other(",38,", ",038.00,")),
            ("the guard gone", other("'=下雨", "=下雨")),
            ("slashes", other("2026-11-20,2026-11-21 21:33:00", "2026/11/20,2026/11/21 21:33")),
            ("American", other("2026-11-20,", "11/20/2026,")),
            ("Chinese", other(",2026-11-20,", ",2026年11月20日,")),
            ("spaces", other("beijing@2026.11,", " beijing@2026.11 ,")),
        ] {
            let found = held(&text, beijing());
            assert_eq!(found.differences, [], "{name}");
            assert_eq!((found.equal, found.unchecked.len()), (4, 1), "{name}");
        }
    }
}

/// The file with its columns picked by their places, from 0.
fn picked(file: &str, places: &[usize]) -> String {
    let rows = file.trim_start_matches('\u{feff}').lines().map(|row| {
        // Only the record has quotation marks here, and it is the last.
        let (cells, record) = row.split_once(",\"{").unwrap_or((row, ""));
        let mut cells: Vec<String> = cells.split(',').map(str::to_owned).collect();
        if !record.is_empty() {
            cells.push(format!("\"{{{record}"));
        }
        places.iter().map(|place| cells[*place].clone()).collect::<Vec<_>>().join(",")
    });
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn columns_may_be_moved_and_left_out_but_not_renamed_or_added() {
    let file = csv_text(&ledger([metro("A", 1), metro("B", 2)]), beijing(), Language::En);
    let moved = picked(&file, &[21, 17, 8, 0]);
    assert_eq!(held(&moved, beijing()).equal, 2, "{moved}");
    assert_eq!(cause(&moved.replacen(",720.000,A", ",72.000,A", 1)).1, cell("Carbon (g CO2)", "72.000", "720.000"));
    for renamed in ["Carbon (kg CO2)", "Date"] {
        let text = file.replacen("Carbon (g CO2)", renamed, 1);
        let (line, found) = cause(&text);
        assert_eq!((line, found), (Some(1), Cause::Column { column: renamed.to_owned() }));
    }
    // What stands behind the last heading, or under none.
    let beside = changed(&file, 2, "}\"", "}\",9999");
    assert_eq!(cause(&beside).1, cell("", "9999", ""));
}

#[test]
fn a_decimal_comma_and_a_day_before_its_month_are_differences() {
    let file = csv_text(&ledger([metro("A", 1)]), beijing(), Language::En);
    for (from, to, column) in [
        ("720.000", "\"720,000\"", "Carbon (g CO2)"),
        ("720.000", "7.2E+02", "Carbon (g CO2)"),
        (",2026-11-20,", ",20/11/2026,", "Date"),
        (",2026-11-20,", ",11/21/2026,", "Date"),
        (" 21:33:00", " 21:34", "Recorded at (Beijing)"),
    ] {
        let (_, found) = cause(&changed(&file, 2, from, to));
        assert!(matches!(&found, Cause::Cell { column: named, .. } if named == column), "{to}: {found:?}");
    }
}

/// A table kept by a district's rules has that district's caps and merchants in it.
#[test]
fn a_table_of_a_district_is_held_against_its_rules() {
    let chaoyang = beijing().with_district(shipped("chaoyang").expect("shipped")).expect("laid");
    let plates = |id: &str, at| {
        archive::posted(id, EVENING + at, r#"{"kind":"action","date":"2026-11-20","action":"clean_plate","count":9}"#)
    };
    let mut ledger = Ledger::under(Policy::of(Rc::new(chaoyang.clone())));
    ledger.post_all([plates("A", 1), plates("B", 2), metro("C", 3)]);
    let file = csv_text(&ledger, &chaoyang, Language::En);
    assert_eq!(held(&file, &chaoyang).equal, 3);
    // The command is not told whose rules they are; those that are built in are tried.
    let (status, lines, _) = assess("chaoyang.csv", file.as_bytes(), &[]);
    assert_eq!((status, lines.last().map(String::as_str)), (Some(0), Some("equal: 3 entries")), "{lines:?}");
    let forged = changed(&file, 4, "720.000", "721.000");
    let (status, lines, _) = assess("chaoyang-forged.csv", forged.as_bytes(), &[]);
    assert_eq!((status, lines.len()), (Some(1), 3), "{lines:?}");
}

#[test]
fn what_depends_on_rules_that_are_not_at_hand_is_not_called_different() {
    let mut entry = metro("A", 1);
    if let Posting::Activity(posted) = &mut entry.posting {
        "beijing@2026.11+haidian@2026.11".clone_into(&mut posted.rulebook);
    }
    let file = csv_text(&ledger([entry, metro("B", 2)]), beijing(), Language::En);
    let found = held(&file, beijing());
    assert_eq!((found.equal, found.unchecked.len(), found.differences.len()), (1, 1, 0));
    let found = held(&changed(&file, 3, ",36,Counts", ",30,Counts"), beijing());
    assert_eq!(
        (found.equal, found.unchecked.len(), found.differences.len()),
        (0, 2, 0),
        "a cap may be that district's"
    );
    assert_eq!(cause(&changed(&file, 3, "720.000", "721.000")).1, cell("Carbon (g CO2)", "721.000", "720.000"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any digit of a table that is another one is noticed, and told as a difference or as not checked.
    #[test]
    fn any_changed_digit_is_noticed(
        entries in deeds("a", EVENING),
        place in any::<prop::sample::Index>(),
        by in 1..10_u8,
    ) {
        let file = csv_text(&ledger(entries), beijing(), Language::Zh);
        let from = file.find("\r\n").expect("headings") + 2;
        // The version of the saved form is no content: version 1 of an entry says the same.
        let is_content = |at: &usize| file.as_bytes()[*at].is_ascii_digit() && !file[..*at].ends_with("\"\"v\"\":");
        let starts = file.char_indices().map(|(at, _)| at).skip_while(|at| *at < from);
        let digits: Vec<usize> = starts.filter(is_content).collect();
        prop_assume!(!digits.is_empty());
        let before = held(&file, beijing());
        prop_assert_eq!(&before.differences, &[]);
        let place = digits[place.index(digits.len())];
        let mut bytes = file.into_bytes();
        bytes[place] = b'0' + (bytes[place] - b'0' + by) % 10;
        let text = String::from_utf8(bytes).expect("digits are digits");
        let Ok(_) = placed(&text, beijing()) else { return Ok(()) };
        // Beside a reward of a district that nobody here knows, points may be withheld by that district's caps.
        let after = held(&text, beijing());
        prop_assert!(!after.differences.is_empty() || after.unchecked.len() > before.unchecked.len(), "{}", text);
    }
}

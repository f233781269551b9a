//! The table: what a spreadsheet sees, and that it comes back.

use carbon_points::domain::archive::csv::{Cell, push_row};
use carbon_points::domain::archive::{FaultKind, read};
use carbon_points::domain::ledger::{Entry, Ledger};
use carbon_points::i18n::Language;
use carbon_points::i18n::sheet::csv_text;
use proptest::prelude::*;

use super::fault::faults;
use super::{archive, deeds, ledger, member, metro, posted, redemption, reversal, unsealed, usage};
use crate::support::beijing;

fn row(cells: &[Cell]) -> String {
    let mut file = String::new();
    push_row(&mut file, cells);
    file
}

fn said(text: &str) -> String {
    row(&[Cell::Text(text.to_owned())])
}

/// The cells of our own form, by hand: quotation marks doubled inside quotation marks, lines end with CR and LF.
fn cells(file: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = file.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(character),
        }
    }
    rows
}

#[test]
fn cells_are_quoted_where_they_have_to_be() {
    let cells = ["a", "a,b", "say \"hi\"", "two\nlines", "", "半;角", " edge "].map(|text| Cell::Text(text.to_owned()));
    assert_eq!(row(&cells), "a,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,\"半;角\",\" edge \"\r\n");
}

#[test]
fn what_a_spreadsheet_would_work_out_gets_an_apostrophe() {
    for text in ["=1+1", "+86", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", " =1"] {
        assert!(said(text).trim_start_matches('"').starts_with('\''), "{text}");
    }
    assert_eq!(said("\t=1"), "\"'\t=1\"\r\n");
    assert_eq!(said("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
    for text in ["1+1", "地铁 -1", "'=1", "a@b"] {
        assert_eq!(said(text), format!("{text}\r\n"));
    }
    assert_eq!(row(&[Cell::Number("-20".to_owned())]), "-20\r\n", "our own numbers are numbers");
}

#[test]
fn a_spreadsheet_sees_headings_units_and_exact_numbers() {
    let note = r#"{"kind":"trip","date":"2026-11-20","note":"=下雨,","legs":[{"mode":"rail","km":"10.50"}]}"#;
    // 2026-11-21 09:30:05 in Beijing is 01:30:05 in UTC; 20,778 days after 1970-01-01.
    let at = (20_778 * 86_400 + 5_405) * 1_000;
    let ledger = ledger([
        posted("A", at, note),
        metro("B", at),
        reversal("C", at, "B"),
        redemption("D", at, 20),
        usage("E", at, "D"),
        member("F", at, "2", Some("妈妈")),
    ]);
    let file = csv_text(&ledger, beijing(), Language::Zh);
    assert!(file.starts_with("\u{feff}编号,日期,记录时间（北京）,谁的,类别,内容,凭证,商家,碳（克 CO2）,VOC（克）,NOx（克）,污染当量,算得积分,扣下积分,因为哪条上限,商家加分,扣下的商家加分,计入积分,状态,规则版本,备注,原始数据（JSON）\r\n"));
    let rows = cells(&file);
    assert!(rows.iter().all(|row| row.len() == 22));
    // 10.5 km × 72 g = 756 g; × 100 ÷ 1000 × 0.5 = 37.8, rounded 38.
    let expected = [
        "A",
        "2026-11-20",
        "2026-11-21 09:30:05",
        "我",
        "出行",
        "地铁 10.50 公里",
        "自己申报",
        "",
        "756.000",
        "0.000",
        "0.000",
        "0.000000",
        "38",
        "0",
        "",
        "0",
        "0",
        "38",
        "计入",
        "beijing@2026.11",
        "'=下雨,",
    ];
    let kind = carbon_points::i18n::word::kind(carbon_points::domain::activity::Kind::Trip, Language::Zh);
    let evidence =
        carbon_points::i18n::word::evidence(carbon_points::domain::activity::Evidence::SelfDeclared, Language::Zh);
    for (place, (found, expected)) in rows[1].iter().zip(expected).enumerate() {
        let expected = match place {
            4 => kind,
            6 => evidence,
            _ => expected,
        };
        assert_eq!(found, expected, "column {place}");
    }
    let picked =
        |row: usize, places: &[usize]| places.iter().map(|place| rows[row][*place].as_str()).collect::<Vec<_>>();
    assert_eq!(picked(2, &[0, 8, 12, 17, 18]), ["B", "0.000", "36", "0", "已撤销"], "reversed counts nothing");
    assert_eq!(picked(3, &[0, 1, 4, 5, 8, 17]), ["C", "2026-11-21", "撤销", "B", "", ""]);
    assert_eq!(
        picked(4, &[0, 1, 3, 4, 5, 17, 18]),
        ["D", "2026-11-21", "我", "兑换", "museum ABCD-1234", "-20", "已用"]
    );
    assert_eq!(picked(5, &[0, 4, 5]), ["E", "用券", "D"]);
    assert_eq!(picked(6, &[0, 3, 4, 5]), ["F", "妈妈", "家里的人", "妈妈"]);
    let english = csv_text(&ledger, beijing(), Language::En);
    assert!(english.starts_with("\u{feff}ID,Date,Recorded at (Beijing),Whose,Kind,"));
    assert!(english.contains(",Record (JSON)\r\n"));
}

#[test]
fn what_is_withheld_and_what_counts_twice_is_said() {
    let trip = |id, at, km| {
        posted(id, at, &format!(r#"{{"kind":"trip","date":"2026-11-20","legs":[{{"mode":"walk","km":"{km}"}}]}}"#))
    };
    let bill = |id, at| {
        posted(
            id,
            at,
            r#"{"kind":"utility","date":"2026-10-31","utility":"electricity","start":"2026-10-01","end":"2026-10-31","usage":"100","baseline_usage":"120","baseline_days":"31"}"#,
        )
    };
    // 20 km on foot: 2080 g, 104 points; 10 km of them earn: 52 points, so 52 are withheld.
    let ledger = ledger([trip("A", 1, "20"), bill("B", 2), bill("C", 3)]);
    let rows = cells(&csv_text(&ledger, beijing(), Language::En));
    assert_eq!(rows[1][8], "2080.000");
    assert_eq!((rows[1][12].as_str(), rows[1][13].as_str(), rows[1][17].as_str()), ("104", "52", "52"));
    assert!(!rows[1][14].is_empty());
    assert_eq!(rows[3][18], "Does not count, claimed already by B");
    assert_eq!(rows[3][8], "0.000");
}

fn same_however_saved(entries: &[Entry], file: &str) {
    let expected = archive(entries.iter().cloned());
    assert_eq!(read(file, beijing()).map(unsealed).as_ref(), Ok(&expected), "{file}");
}

/// 10 points at Jingkelong, self-declared 5, once a day.
#[test]
fn a_merchants_bonus_has_columns_of_its_own() {
    let act = |id, at| {
        posted(
            id,
            at,
            r#"{"kind":"action","date":"2026-11-21","action":"tree_planting","count":1,"merchant":"jingkelong"}"#,
        )
    };
    let mut ledger = crate::rewards::ledger_of("chaoyang");
    ledger.post_all([act("A", 1), act("B", 2)]);
    let rules = crate::rewards::rules_of("chaoyang");
    let rows = cells(&csv_text(&ledger, &rules, Language::Zh));
    let picked = |row: usize| [7, 12, 13, 14, 15, 16, 17].map(|place| rows[row][place].as_str());
    assert_eq!(picked(1), ["京客隆超市（示例）", "20", "0", "", "5", "0", "25"]);
    assert_eq!(picked(2), ["京客隆超市（示例）", "20", "0", "京客隆超市奖励的每天次数", "0", "5", "20"]);
}

#[test]
fn spreadsheets_save_it_in_their_own_ways() {
    let entries = [metro("A", 1), reversal("B", 2, "A"), member("C", 3, "2", Some("a\"b,c;d e"))];
    let file = csv_text(&ledger(entries.clone()), beijing(), Language::Zh);
    same_however_saved(&entries, &file);
    same_however_saved(&entries, file.trim_start_matches('\u{feff}'));
    same_however_saved(&entries, &file.replace("\r\n", "\n"));
    same_however_saved(&entries, &file.replace("\r\n", "\r"));
    same_however_saved(&entries, file.trim_end());
    same_however_saved(&entries, &format!("{file},,,,,,,,,,,,,,,,,,,,\r\n\r\n"));
    // Other columns in another order, other separators, everything quoted.
    for separator in [",", ";", "\t"] {
        let rows = cells(&file);
        let line = |row: &Vec<String>| {
            let quoted = |place: usize| format!("\"{}\"", row[place].replace('"', "\"\""));
            format!("{}{separator}{}{separator}{}\r\n", quoted(21), quoted(5), quoted(0))
        };
        same_however_saved(&entries, &rows.iter().map(line).collect::<String>());
    }
}

#[test]
fn a_damaged_row_is_refused_with_its_line() {
    let entries = [metro("A", 1), metro("B", 2), reversal("C", 3, "A")];
    let file = csv_text(&ledger(entries), beijing(), Language::Zh);
    // The third line's record, behind 19 commas and the cells before it: written by hand as a table of its own.
    let table = |record: &str| {
        format!(
            "编号,原始数据（JSON）\r\nA,\"{{\"\"v\"\":2,\"\"id\"\":\"\"A\"\",\"\"at\"\":1,\"\"reverses\"\":\"\"B\"\"}}\"\r\nB,{record}\r\n"
        )
    };
    let at = |text: &str| {
        let faults = faults(text);
        let fault = faults[0].clone();
        (fault.line, fault.column, fault.entry, fault.kind)
    };
    assert_eq!(at(&table("")), (Some(3), Some(3), Some(2), FaultKind::NoRecord));
    assert_eq!(at(&table("\"{")), (Some(3), Some(3), Some(2), FaultKind::OpenQuote));
    assert_eq!(at(&table("\"{}\"x")), (Some(3), Some(7), Some(2), FaultKind::AfterQuote));
    // B,"{""v"":x — the x is character 11.
    let broken = at(&table("\"{\"\"v\"\":x}\""));
    assert_eq!(broken, (Some(3), Some(11), Some(2), FaultKind::NotJson { truncated: false }));
    assert_eq!(at(&table("{}")), (Some(3), None, Some(2), FaultKind::Missing { name: "v" }));
    // A note over two lines moves what is below it.
    let noted = table("{}").replace("\r\nB,", "\r\n\"two\nlines\",");
    assert_eq!(at(&noted).0, Some(4));
    let found = faults(&file.replace("\"\"points\"\":36", "\"\"points\"\":-36"));
    assert_eq!(found.iter().map(|fault| fault.line).collect::<Vec<_>>(), [Some(2), Some(3)]);
    let without = "编号,日期\r\nA,2026-11-20\r\n";
    assert_eq!(at(without), (Some(1), None, None, FaultKind::NoRecords));
}

fn sum(rows: &[Vec<String>], column: usize) -> i64 {
    rows.iter()
        .skip(1)
        .filter(|row| !row[column].is_empty())
        .map(|row| row[column].replace('.', "").parse::<i64>().expect("a number"))
        .sum()
}

fn all(ledger: &Ledger, number: impl Fn(&carbon_points::domain::ledger::Account) -> i64) -> i64 {
    ledger.members().iter().map(|member| number(&ledger.account(&member.person))).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Export and import by a table is identity, and the table's columns add up to the accounts.
    #[test]
    fn what_was_exported_comes_back(entries in deeds("a", 1_790_000_000_000), zh in any::<bool>()) {
        let ledger = ledger(entries.clone());
        let file = csv_text(&ledger, beijing(), if zh { Language::Zh } else { Language::En });
        let found = read(&file, beijing()).expect("read");
        prop_assert_eq!(&found.entries, &entries);
        let rows = cells(&file);
        prop_assert_eq!(rows.len(), entries.len() + 1);
        prop_assert_eq!(sum(&rows, 8), all(&ledger, |account| account.all_time().carbon_mg));
        prop_assert_eq!(sum(&rows, 9), all(&ledger, |account| account.all_time().air.voc_mg));
        prop_assert_eq!(sum(&rows, 10), all(&ledger, |account| account.all_time().air.nox_mg));
        prop_assert_eq!(sum(&rows, 11), all(&ledger, |account| account.all_time().air.upe));
        prop_assert_eq!(sum(&rows, 17), all(&ledger, |account| account.all_time().points - account.spent()));
    }
}

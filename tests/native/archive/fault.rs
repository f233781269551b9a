//! A damaged file is refused with the place of the damage; a hostile one harms nobody.

use carbon_points::domain::archive::{Expected, Fault, FaultKind, MOST_BYTES, MOST_FAULTS, json_text, read};
use carbon_points::i18n::Language;
use carbon_points::i18n::archive::sentence;
use proptest::prelude::*;

use super::{deeds, file_of, ledger, member, metro, reversal};
use crate::generator;
use crate::support::beijing;

/// The faults of a text that must be refused.
pub(super) fn faults(text: &str) -> Vec<Fault> {
    let faults = read(text, beijing()).expect_err("it is refused");
    assert!((1..=MOST_FAULTS).contains(&faults.len()));
    for fault in &faults {
        for language in [Language::Zh, Language::En] {
            assert!(!sentence(fault, beijing(), language).contains("\"\""));
        }
    }
    faults
}

fn only(text: &str) -> Fault {
    let faults = faults(text);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults[0].clone()
}

/// Lines 4, 5 and 6 hold the entries A, B and C.
fn three() -> String {
    file_of(&ledger([metro("A", 5), metro("B", 6), reversal("C", 7, "A")]))
}

#[test]
fn text_that_is_no_json_is_refused_at_its_line_and_character() {
    // On line 5, a quotation mark is gone: `"id":B"`. The B is its 13th character: {"v":2,"id": are 12.
    let text = three().replace("\"id\":\"B\"", "\"id\":B\"");
    let expected =
        Fault { line: Some(5), column: Some(13), entry: None, kind: FaultKind::NotJson { truncated: false } };
    assert_eq!(only(&text), expected);
    assert_eq!(sentence(&expected, beijing(), Language::Zh), "第 5 行第 13 个字符：这里读不下去，文件损坏或被改动过。");
    assert_eq!(
        sentence(&expected, beijing(), Language::En),
        "Line 5, character 13: It cannot be read from here on: the file is damaged or was changed."
    );
}

#[test]
fn characters_are_counted_not_bytes() {
    let fault = only("{\n\"备注\" 错}");
    assert_eq!((fault.line, fault.column), (Some(2), Some(6)));
}

#[test]
fn a_file_that_breaks_off_says_so() {
    let text = three();
    let half = &text[..text.find("\"reverses\"").expect("there")];
    let fault = only(half);
    assert_eq!((fault.line, &fault.kind), (Some(6), &FaultKind::NotJson { truncated: true }));
    assert!(sentence(&fault, beijing(), Language::Zh).contains("不完整"));
}

#[test]
fn each_entry_that_cannot_be_read_is_named_with_its_line_and_number() {
    let text = three()
        .replace("\"km\":\"10\"", "\"km\":\"ten\"")
        .replacen("\"verdict\":\"credited\"", "\"verdict\":\"generous\"", 1)
        .replace("\"at\":7", "\"at\":\"seven\"");
    let found = faults(&text);
    let places: Vec<_> = found.iter().map(|fault| (fault.line, fault.entry)).collect();
    assert_eq!(places, [(Some(4), Some(1)), (Some(5), Some(2)), (Some(6), Some(3))]);
    assert!(matches!(&found[0].kind, FaultKind::Wrong { name, expected: Expected::Verdict, .. } if name == "verdict"));
    assert!(matches!(&found[1].kind, FaultKind::Activity(reasons) if reasons.len() == 1));
    assert!(matches!(&found[2].kind, FaultKind::Wrong { name, given, .. } if name == "at" && given == "seven"));
    let said = sentence(&found[2], beijing(), Language::Zh);
    assert_eq!(said, "第 6 行（第 3 笔）：「at」写的是「seven」，应为整数。");
}

#[test]
fn lines_are_found_however_the_file_is_laid_out() {
    let spread = three().replace("\"at\":7", "\"at\":true").replace(',', ",\n");
    let before = spread[..spread.find("\"id\":\"C\"").expect("there")].lines().count();
    let fault = only(&spread);
    // The entry begins on the line before its id.
    assert_eq!((fault.line, fault.entry), (Some(before), Some(3)));
    let array = "[\n\n{\"v\":2,\"id\":\"A\",\"at\":5,\"reverses\":\"[{\\\"\"},{\"v\":2}]";
    assert_eq!((only(array).line, only(array).entry), (Some(3), Some(2)));
}

#[test]
fn what_a_record_may_hold() {
    let with = |from: &str, to: &str| only(&three().replacen(from, to, 1)).kind;
    let wrong = |name: &str, given: &str, expected| FaultKind::Wrong {
        name: name.to_owned(),
        given: given.to_owned(),
        expected,
    };
    assert_eq!(with("{\"v\":2,", "{"), FaultKind::Missing { name: "v" });
    assert_eq!(with("\"v\":2", "\"v\":3"), FaultKind::Version { given: "3".to_owned(), latest: 2 });
    assert_eq!(with("\"v\":2", "\"v\":0"), FaultKind::Version { given: "0".to_owned(), latest: 2 });
    assert_eq!(with("\"id\":\"B\"", "\"id\":\"\""), wrong("id", "", Expected::Id));
    assert_eq!(with("\"id\":\"B\"", "\"id\":\"B/2\""), wrong("id", "B/2", Expected::Id));
    assert_eq!(with("\"points\":36", "\"points\":-1"), wrong("points", "-1", Expected::Amount));
    let most = "\"carbon_mg\":10000000000000001";
    assert_eq!(with("\"carbon_mg\":720000", most), wrong("carbon_mg", "10000000000000001", Expected::Amount));
    assert_eq!(with("\"points\":36", "\"points\":36.5"), wrong("points", "36.5", Expected::Amount));
    assert_eq!(with("\"points\":36,", ""), FaultKind::Missing { name: "points" });
    assert_eq!(with("\"points\":36,", "\"points\":36,\"points\":36,"), FaultKind::Twice { name: "points".to_owned() });
    assert_eq!(with("\"points\":36,", "\"points\":36,\"coins\":1,"), FaultKind::Unknown { name: "coins".to_owned() });
    assert_eq!(
        with("{\"v\":2,\"id\":\"A\",", "{\"v\":2,\"id\":\"A\",\"people\":[\"1\",\"1\"],"),
        wrong("people", "[…]", Expected::People)
    );
    let text = three().replacen("\"carbon_mg\":720000", "\"carbon_mg\":10000000000000000", 1);
    assert!(read(&text, beijing()).is_ok(), "the most is still accepted");
}

#[test]
fn amounts_that_no_ledger_can_add_up_are_refused() {
    // 461 × 10¹⁶ is below half of what fits 64 bits, 462 × 10¹⁶ is not.
    let rich = |count: usize| {
        let entries: Vec<_> = (0..count).map(|place| metro(&format!("e{place}"), 1)).collect();
        json_text(&entries, &[]).replace("\"points\":36", "\"points\":10000000000000000")
    };
    assert!(read(&rich(461), beijing()).is_ok());
    let fault = only(&rich(462));
    assert_eq!((fault.line, fault.entry), (Some(465), Some(462)));
}

#[test]
fn another_file_is_told_from_a_damaged_one() {
    for (text, kind) in [
        ("", FaultKind::Empty),
        ("\u{feff} \n", FaultKind::Empty),
        ("{}", FaultKind::NotOurs),
        ("{\"format\":\"other\",\"version\":2,\"entries\":[]}", FaultKind::NotOurs),
        ("{\"format\":\"carbon-points\",\"entries\":[]}", FaultKind::Missing { name: "version" }),
        ("{\"format\":\"carbon-points\",\"version\":2}", FaultKind::Missing { name: "entries" }),
        (
            "{\"format\":\"carbon-points\",\"version\":4,\"entries\":[],\"more\":1}",
            FaultKind::Version { given: "4".to_owned(), latest: 3 },
        ),
        (
            "{\"format\":\"carbon-points\",\"version\":2,\"entries\":[],\"more\":1}",
            FaultKind::Unknown { name: "more".to_owned() },
        ),
        (
            "{\"format\":\"carbon-points\",\"version\":2,\"entries\":[],\"entries\":[]}",
            FaultKind::Twice { name: "entries".to_owned() },
        ),
        (
            "{\"format\":\"carbon-points\",\"version\":2,\"settings\":{\"a\":1},\"entries\":[]}",
            FaultKind::Wrong { name: "a".to_owned(), given: "1".to_owned(), expected: Expected::Text },
        ),
        ("hello", FaultKind::NoRecords),
    ] {
        assert_eq!(only(text).kind, kind, "{text}");
    }
    assert_eq!(
        sentence(&only("{\"format\":\"carbon-points\",\"version\":4}"), beijing(), Language::Zh),
        "版本是「4」，这里最多能读版本 3。请先更新本页，再导入。"
    );
}

#[test]
fn two_entries_of_one_id_are_refused_unless_they_say_the_same() {
    let fault = only(&json_text(&[metro("A", 5), metro("B", 5), metro("A", 6)], &[]));
    assert_eq!((fault.line, fault.entry), (Some(6), Some(3)));
    assert_eq!(fault.kind, FaultKind::SameId { id: "A".to_owned(), other: Some(4) });
}

#[test]
fn what_is_too_large_is_refused_unread_and_ten_megabytes_are_read() {
    // A ledger of 100,000 entries, with ids as long as the page gives them, was 24.6 MB.
    let many: Vec<_> = (0..100_000).map(|place| metro(&format!("e{place:0>32}"), place)).collect();
    let text = json_text(&many, &[]);
    assert!(text.len() > 24_000_000 && text.len() < MOST_BYTES / 2, "{}", text.len());
    assert_eq!(read(&text, beijing()).expect("read").entries.len(), many.len());
    let hostile = "[".repeat(10_000_000);
    assert!(matches!(only(&hostile).kind, FaultKind::NotJson { .. }), "deep nesting");
    assert_eq!(only(&"{\"a\":".repeat(MOST_BYTES / 5 + 1)).kind, FaultKind::TooLong);
    let names: String = (0..300_000).fold(String::new(), |names, name| names + &format!("\"s{name}\":\"\","));
    let settings =
        format!("{{\"format\":\"carbon-points\",\"version\":2,\"settings\":{{{names}\"s0\":\"\"}},\"entries\":[]}}");
    assert_eq!(only(&settings).kind, FaultKind::Twice { name: "s0".to_owned() }, "in good time");
}

#[test]
fn a_workbook_is_told_from_a_table() {
    let fault = only("PK\u{3}\u{4}\u{14}\0\u{6}\0\u{fffd}[Content_Types].xml");
    assert_eq!(fault.kind, FaultKind::Workbook);
    assert!(sentence(&fault, beijing(), Language::Zh).contains("另存为「CSV UTF-8」"));
    assert!(sentence(&fault, beijing(), Language::En).starts_with("This is an Excel workbook."));
    assert_eq!(only("PKW,name\n1,2").kind, FaultKind::NoRecords, "a table may begin with these letters");
}

#[test]
fn names_follow_the_rules_of_names() {
    let named = |name: &str| json_text(&[metro("A", 5), member("B", 6, "2", Some(name))], &[]);
    for good in ["妈妈", "A", "Ann Lee", &"长".repeat(20)] {
        assert!(read(&named(good), beijing()).is_ok(), "{good}");
    }
    let long = "长".repeat(21);
    for bad in ["", " ", " 妈妈", "妈\u{202e}妈", "妈\u{200b}", "妈\u{7}妈", "妈  妈", "\u{3164}", &long] {
        let fault = only(&named(bad));
        assert_eq!((fault.line, fault.entry), (Some(5), Some(2)), "{bad:?}");
        assert!(
            matches!(&fault.kind, FaultKind::Wrong { name, expected: Expected::Name, .. } if name == "name"),
            "{bad:?}"
        );
        let said = sentence(&fault, beijing(), Language::Zh);
        assert!(said.contains("20 个看得见的字") && !said.contains(['\u{202e}', '\u{7}']), "{said}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever happens to a file, it is read or refused; nothing panics, and every fault has its sentence.
    #[test]
    fn random_damage_is_survived(
        entries in deeds("a", 1_790_000_000_000),
        damage in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![Just(String::new()), "\\PC", "[\"{}\\[\\],:0-9\\n\\\\]{1,3}"], 0..4_usize), 1..4),
        as_table in any::<bool>(),
    ) {
        let before = ledger(entries);
        let mut text: Vec<char> = if as_table {
            carbon_points::i18n::sheet::csv_text(&before, beijing(), Language::Zh).chars().collect()
        } else {
            file_of(&before).chars().collect()
        };
        for (place, put, removed) in damage {
            let from = place.index(text.len());
            let to = (from + removed).min(text.len());
            text.splice(from..to, put.chars());
        }
        let text: String = text.into_iter().collect();
        match read(&text, beijing()) {
            Ok(found) => { ledger(found.entries); }
            Err(faults) => {
                prop_assert!((1..=MOST_FAULTS).contains(&faults.len()));
                for fault in faults {
                    let lines = text.split('\n').count();
                    prop_assert!(fault.line.is_none_or(|line| (1..=lines + text.matches('\r').count()).contains(&line)));
                    prop_assert!(!sentence(&fault, beijing(), Language::Zh).is_empty());
                    prop_assert!(!sentence(&fault, beijing(), Language::En).is_empty());
                }
            }
        }
    }

    /// Any JSON in the place of the entries is read or refused.
    #[test]
    fn any_json_is_survived(json in generator::json()) {
        let _ = read(&json.to_string(), beijing());
        let text = format!("{{\"format\":\"carbon-points\",\"version\":2,\"entries\":{json}}}");
        let _ = read(&text, beijing());
        let text = format!("{{\"format\":\"carbon-points\",\"version\":2,\"settings\":{json},\"entries\":[{json}]}}");
        let _ = read(&text, beijing());
    }
}

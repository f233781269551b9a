//! What cannot be checked or is not proven does not pass for equal.

use carbon_points::i18n::verify::verdict;

use super::*;

/// The same trip, said to be verified: 72 points.
fn verified(id: &str, at: i64) -> Entry {
    archive::posted(
        id,
        EVENING + at,
        r#"{"kind":"trip","date":"2026-11-20","evidence":"verified","legs":[{"mode":"rail","km":"10"}]}"#,
    )
}

#[test]
fn verified_entries_without_a_receipt_do_not_pass() {
    let file = json_text(&[metro("A", 1), verified("B", 2), verified("C", 3)], &[]);
    let (status, lines, _) = assess("bare.json", file.as_bytes(), &[]);
    assert_eq!(status, Some(1));
    assert_eq!(lines.last().map(String::as_str), Some("equal: 3 entries, verified without proof: 2"));
    let advice = lines.iter().find(|line| line.contains("Verified without proof: 2")).expect("said");
    assert!(advice.contains("第一笔是第 5 行第 2 笔（B）") && advice.contains("first Line 5, entry 2 (B)"), "{advice}");
    assert!(advice.contains("None of them keeps a receipt"), "{advice}");
}

#[test]
fn the_headline_carries_every_number() {
    let said = |entries: &[Entry]| {
        let found = report(&json_text(entries, &[]));
        [verdict(&found, 0, Language::Zh), verdict(&found, 0, Language::En)]
    };
    assert_eq!(said(&[metro("A", 1)])[0], "全部一致：1 笔都重算过，和记的一样。");
    assert_eq!(
        said(&[metro("A", 1), verified("B", 2)]),
        [
            "没有全部核验：2 笔重算一致；1 笔写着已核实，却没有能核对的凭据。",
            "Not all is verified: equal: 2; verified without proof: 1."
        ]
    );
    assert_eq!(
        said(&[metro("A", 1), verified("B", 2), redemption("R", 3, 20)]),
        [
            "没有全部核验：2 笔重算一致；1 笔没法重算；1 笔写着已核实，却没有能核对的凭据。",
            "Not all is verified: equal: 2; not checked: 1; verified without proof: 1."
        ]
    );
    let found = report(&json_text(&[metro("A", 1)], &[]));
    assert_eq!(verdict(&found, 2, Language::Zh), "没有全部核验：1 笔重算一致；2 条旧记录读不出来。");
    assert_eq!(
        said(&[metro("A", 1), reversal("X", 2, "N"), verified("B", 3)])[0],
        "有 1 处不同；另外1 笔写着已核实，却没有能核对的凭据。第一处不同在这里："
    );
}

#[test]
fn points_that_happen_to_be_the_base_rules_are_not_those_of_unknown_rules() {
    let mut entry = metro("A", 1);
    if let Posting::Activity(posted) = &mut entry.posting {
        "beijing@2026.11+haidian@2026.11".clone_into(&mut posted.rulebook);
    }
    let found = report(&json_text(std::slice::from_ref(&entry), &[]));
    assert_eq!((found.equal, found.differences.len()), (0, 0));
    assert!(matches!(found.unchecked.as_slice(), [one] if one.rulebook == "beijing@2026.11+haidian@2026.11"));
    let (status, lines, _) = assess("haidian.json", json_text(&[entry], &[]).as_bytes(), &[]);
    assert_eq!((status, lines.last().map(String::as_str)), (Some(1), Some("equal: 0 entries, unchecked: 1")));
    assert!(lines[0].contains("beijing@2026.11+haidian@2026.11"), "{lines:?}");
}

#[test]
fn digests_stand_behind_the_sentence() {
    let file = changed(&json_text(&[member("M", 1, "2", Some("妈妈"))], &[]), 4, "妈妈", "爸爸");
    let found = &report(&file).differences[0];
    let told = carbon_points::i18n::verify::told(found, Language::Zh);
    assert!(!told.sentence.contains(char::is_alphanumeric) || !told.sentence.contains("摘要写着"), "{}", told.sentence);
    let Cause::Digest { stated: Some(stated), found: again } = &found.cause else { panic!("{found:?}") };
    assert_eq!(told.digests, [("写着", *stated), ("重算是", *again)]);
    let whole = difference(found, Language::En);
    assert!(whole.ends_with(&format!("Digest stated {stated}, recomputed {again}.")), "{whole}");
}

//! The canonical form of entries and the chain of their digests. The digests were worked out by `sha256sum` over the
//! bytes that stand here, as the module's documentation shows.

use carbon_points::domain::archive::{Archive, json_text, read};
use carbon_points::domain::chain::{Break, Chain, Digest, Head, Seal, begins_with, canonical};
use carbon_points::domain::ledger::Entry;
use carbon_points::i18n::Language;
use carbon_points::i18n::sheet::csv_text;
use carbon_points::i18n::verify::seal;
use proptest::prelude::*;

use crate::archive::{deeds, ledger, member, metro, redemption, reversal, usage};
use crate::support::beijing;

/// Entries of every kind, with their canonical forms and digests.
fn pinned() -> [(Entry, &'static str, &'static str); 5] {
    [
        (
            metro("A", 5),
            concat!(
                r#"{"id":"A","at":5,"rulebook":"beijing@2026.11","verdict":"credited","carbon_mg":720000,"voc_mg":0,"nox_mg":0,"#,
                r#""upe":0,"points":36,"activity":{"kind":"trip","date":"2026-11-20","legs":[{"mode":"rail","km":"10"}]}}"#,
            ),
            "4956f924b368383213f4a7433e6820456f67dccecbe19e9950e612fd0297ce96",
        ),
        (
            reversal("B", 6, "A"),
            r#"{"id":"B","at":6,"reverses":"A"}"#,
            "c2b55a539f8426e571ce3b6895106c013d7b797a897e45e5e80f5467f57fe76e",
        ),
        (
            member("C", 7, "2", Some("妈妈 \"\\\u{1}")),
            r#"{"id":"C","at":7,"member":"2","name":"妈妈 \"\\\u0001"}"#,
            "ce8f322a7bd70c0530e891181a59c1a548f7041298330064c3400281f0a89b84",
        ),
        (
            redemption("R", 9, 100),
            concat!(
                r#"{"id":"R","at":9,"redeems":"museum","person":"1","date":"2026-11-21","rulebook":"beijing@2026.11+nowhere@1","#,
                r#""cost":100,"code":"ABCD-1234","valid_until":"2026-12-31"}"#,
            ),
            "6b078bc3627a57551dea040506cf06472f1c180184a58d7f395410840b4f378b",
        ),
        (
            usage("U", 10, "R"),
            r#"{"id":"U","at":10,"uses":"R"}"#,
            "4e7f52faffbfc09692ae677c0d4c260f14e8ba738eea9e2e4e46361683a2e798",
        ),
    ]
}

#[test]
fn canonical_forms_and_digests_are_what_is_documented() {
    let mut chain = Chain::default();
    assert_eq!(chain.head(), None);
    for (entry, form, digest) in pinned() {
        assert_eq!(canonical(&entry), form);
        assert_eq!(chain.add(&entry).to_string(), digest, "{form}");
    }
    let head = chain.head().expect("a head");
    assert_eq!(head.to_string(), format!("5:{}", pinned()[4].2));
    assert_eq!(Head::parse(&head.to_string()), Some(head));
    assert_eq!(Head::of_json(&head.to_json()), Some(head));
}

#[test]
fn an_empty_text_has_the_digest_of_the_standard() {
    // FIPS 180-4's examples: the empty message, and “abc”.
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(Digest::of(&[]).to_string(), empty);
    assert_eq!(Digest::of(&[b"a", b"", b"bc"]).to_string(), abc);
    assert_eq!(Digest::parse(abc), Some(Digest::of(&[b"abc"])));
    for wrong in
        ["", &abc[1..], &abc.to_uppercase(), &format!("{abc}0"), &abc.replace('b', "g"), &abc.replace('b', "é")]
    {
        assert_eq!(Digest::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn a_kept_head_knows_its_entries_again_and_no_others() {
    let entries = [metro("A", 5), metro("B", 6), metro("C", 7)];
    let head = Chain::of(&entries[..2]).head().expect("a head");
    assert!(begins_with(&entries, &head) && begins_with(&entries[..2], &head), "more may have come");
    assert!(!begins_with(&entries[..1], &head), "one is lost");
    assert!(!begins_with(&[metro("B", 6), metro("A", 5)], &head), "in another order");
    assert!(!begins_with(&[metro("A", 5), metro("B", 7), metro("C", 7)], &head), "another moment");
    for wrong in ["", "2", "0:", &format!("0:{}", head.digest), &format!("-1:{}", head.digest), "2:abc"] {
        assert_eq!(Head::parse(wrong), None, "{wrong}");
    }
}

fn three() -> String {
    json_text(&[metro("A", 5), metro("B", 6), metro("C", 7)], &[])
}

fn broken(text: &str) -> (usize, String) {
    match read(text, beijing()).expect("read").seal {
        Seal::Broken(Break::Entry { place, id, .. }) => (place, id),
        other => panic!("{other:?} of {text}"),
    }
}

#[test]
fn a_file_that_was_changed_is_noticed_at_the_first_entry_that_differs() {
    let text = three();
    assert!(matches!(read(&text, beijing()).expect("read").seal, Seal::Whole(Head { entries: 3, .. })));
    // 12 km in place of 10, and the grams and points they come to: the digest alone can tell.
    let more = |line: &str| {
        line.replace("\"km\":\"10\"", "\"km\":\"12\"")
            .replace(":720000", ":864000")
            .replace("\"points\":36", "\"points\":43")
    };
    let forged: Vec<_> =
        text.lines().zip(0..).map(|(line, at)| if at == 4 { more(line) } else { line.to_owned() }).collect();
    assert_eq!(broken(&forged.join("\n")), (2, "B".to_owned()));
    let lines: Vec<&str> = text.lines().collect();
    let without = |gone: usize| {
        let kept = lines.iter().enumerate().filter(|(place, _)| *place != gone);
        kept.map(|(_, line)| *line).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(broken(&without(4)), (2, "C".to_owned()), "what follows a missing one");
    assert_eq!(broken(&without(3)), (1, "B".to_owned()));
    let swapped = [&lines[..3], &[lines[4], lines[3]], &lines[5..]].concat().join("\n");
    assert_eq!(broken(&swapped), (1, "B".to_owned()));
    let digest = lines[4].rsplit_once(",\"digest\"").expect("a digest").0;
    let bare = text.replace(lines[4], &format!("{digest}}},"));
    assert_eq!(broken(&bare), (2, "B".to_owned()), "one without a digest");
    // Cut off at the end, with everything else put right: only the head can tell.
    let cut = without(5).replace(lines[4], lines[4].trim_end_matches(','));
    let seal = read(&cut, beijing()).expect("read").seal;
    assert!(matches!(
        &seal,
        Seal::Broken(Break::Head { stated: Some(Head { entries: 3, .. }), found: Some(Head { entries: 2, .. }) })
    ));
}

#[test]
fn what_is_wrong_is_said_in_both_languages_and_nothing_else_is() {
    let text = three().replacen("\"at\":6", "\"at\":8", 1);
    let found = read(&text, beijing()).expect("read").seal;
    assert_eq!(
        seal(&found, Language::Zh).as_deref(),
        Some("这份文件在导出之后变过，从第 2 笔起对不上：这一笔改过，或者它前面有记录被拿掉、加进、换了位置。")
    );
    assert_eq!(
        seal(&found, Language::En).as_deref(),
        Some(
            "This file was changed after it was exported. The first difference is at entry 2: it was changed, or \
             something before it was taken out, put in or moved."
        )
    );
    assert_eq!(seal(&Seal::None, Language::Zh), None);
    assert_eq!(seal(&read(&three(), beijing()).expect("read").seal, Language::Zh), None);
}

#[test]
fn files_without_digests_are_read_as_before() {
    let mut bare = three();
    while let Some((before, rest)) = bare.split_once(",\"digest\":\"") {
        bare = format!("{before}{}", &rest[65..]);
    }
    let (before, _) = bare.split_once(",\"head\"").expect("a head");
    let bare = format!("{before}}}").replace("\"version\":3", "\"version\":2");
    assert_eq!(
        read(&bare, beijing()),
        Ok(Archive { entries: vec![metro("A", 5), metro("B", 6), metro("C", 7)], ..Archive::default() })
    );
}

#[test]
fn a_table_carries_the_chain_too_and_sorting_it_is_noticed() {
    let ledger = ledger([metro("A", 5), metro("B", 6), metro("C", 7)]);
    let table = csv_text(&ledger, beijing(), Language::Zh);
    let whole = read(&table, beijing()).expect("read").seal;
    assert_eq!(whole, read(&three(), beijing()).expect("read").seal);
    let mut rows: Vec<&str> = table.lines().collect();
    rows.swap(1, 3);
    assert_eq!(broken(&rows.join("\n")), (1, "C".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The chain of what was there is the beginning of the chain of what is there now, and of nothing else.
    #[test]
    fn a_ledger_that_grew_begins_with_the_one_it_was(
        entries in deeds("a", 1_790_000_000_000),
        kept in any::<prop::sample::Index>(),
        changed in any::<prop::sample::Index>(),
    ) {
        prop_assume!(!entries.is_empty());
        let kept = kept.index(entries.len()) + 1;
        let head = Chain::of(&entries[..kept]).head().expect("a head");
        prop_assert!(begins_with(&entries, &head));
        let mut other = entries.clone();
        let place = changed.index(entries.len());
        other[place].recorded_at += 1;
        prop_assert_eq!(begins_with(&other, &head), place >= kept);
        other.remove(place);
        prop_assert_eq!(begins_with(&other, &head), place >= kept);
    }
}

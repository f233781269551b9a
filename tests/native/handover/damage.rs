//! What was changed, cut off, or written by a newer version is refused, each with its own sentence in both languages.

use carbon_points::domain::handover::{Fault, VERSION, pack, unpack};
use carbon_points::i18n::Language;
use carbon_points::i18n::handover::sentence;
use proptest::prelude::*;

use super::trip;
use crate::support::beijing;

fn packed() -> String {
    pack(&[trip(3), trip(4), trip(9)])
}

proptest! {
    #[test]
    fn one_other_letter_is_noticed(place in 0_usize..400, letter in "[A-Za-z0-9_-]") {
        let text = packed();
        let place = place % text.len();
        let mut other = text.clone();
        other.replace_range(place..=place, &letter);
        prop_assume!(other != text);
        prop_assert!(unpack(&other, beijing()).is_err(), "{other}");
    }

    #[test]
    fn two_letters_changed_about_are_noticed(place in 0_usize..400) {
        let text = packed();
        let place = place % (text.len() - 1);
        let mut letters: Vec<char> = text.chars().collect();
        letters.swap(place, place + 1);
        let other: String = letters.into_iter().collect();
        prop_assume!(other != text);
        prop_assert!(unpack(&other, beijing()).is_err());
    }
}

#[test]
fn every_beginning_is_cut_off() {
    let text = packed();
    assert_eq!(unpack("", beijing()), Err(Fault::Empty));
    for length in 1..text.len() {
        let fault = unpack(&text[..length], beijing()).expect_err("only a part");
        assert!(matches!(fault, Fault::Truncated | Fault::Damaged), "{length}: {fault:?}");
        // Past its head, whatever is missing is known to be missing.
        assert!(length < 12 || length % 4 != 0 || fault == Fault::Truncated, "{length}: {fault:?}");
    }
}

#[test]
fn more_than_all_is_damaged() {
    assert_eq!(unpack(&format!("{}AAAA", packed()), beijing()), Err(Fault::Damaged));
    for (given, character) in [("AQ=", '='), ("AQ A", ' '), ("中", '中'), ("AQ%2B", '%')] {
        assert_eq!(unpack(given, beijing()), Err(Fault::Character(character)));
    }
}

/// Version 2 with an empty body: 02, length 0, and the CRC-32 of these two bytes, 73ef707d worked out with
/// `python3 -c 'import zlib; print(hex(zlib.crc32(bytes([2, 0]))))'`.
#[test]
fn a_newer_version_says_so() {
    let fault = unpack(NEWER, beijing());
    assert_eq!(fault, Err(Fault::Newer { given: 2, latest: VERSION }));
}

const NEWER: &str = "AgBz73B9";

#[test]
fn every_fault_has_a_sentence_of_its_own() {
    let faults = [
        Fault::Empty,
        Fault::Character('='),
        Fault::Truncated,
        Fault::Damaged,
        Fault::Newer { given: 2, latest: 1 },
        Fault::Line(3),
    ];
    for language in [Language::Zh, Language::En] {
        let mut said: Vec<String> = faults.iter().map(|fault| sentence(*fault, language)).collect();
        assert!(said.iter().all(|sentence| !sentence.contains('^') && sentence.chars().count() > 12), "{said:?}");
        said.sort();
        said.dedup();
        assert_eq!(said.len(), faults.len());
    }
    assert!(sentence(Fault::Newer { given: 2, latest: 1 }, Language::En).contains("version 2"));
    assert!(sentence(Fault::Character('='), Language::Zh).contains('='));
}

//! No text makes the loader panic: it loads, or it is refused with at least one fault that can be worded.

use carbon_points::domain::rulebook::{BEIJING_2026_11, Rulebook};
use carbon_points::i18n::{Language, fault};
use proptest::prelude::*;

fn answers(text: &str) {
    if let Err(faults) = Rulebook::parse(text) {
        assert!(!faults.is_empty());
        for found in faults {
            assert!(!found.to_string().is_empty());
            assert!(!fault::sentence(&found, Language::Zh).is_empty());
        }
    }
}

#[test]
fn a_truncated_file_is_refused() {
    let whole = BEIJING_2026_11.trim_end();
    for end in (0..whole.len()).step_by(61).filter(|end| whole.is_char_boundary(*end)) {
        let faults = Rulebook::parse(&whole[..end]).expect_err("a part is no rulebook");
        assert_eq!(faults.len(), 1, "{end}");
        assert_eq!(faults[0].kind.code(), "not_json");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_flipped_bit_does_not_panic(place in 0..BEIJING_2026_11.len(), bit in 0..8_u32) {
        let mut bytes = BEIJING_2026_11.as_bytes().to_vec();
        bytes[place] ^= 1 << bit;
        answers(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_missing_stretch_does_not_panic(start in 0..BEIJING_2026_11.len(), length in 1..400_usize) {
        let mut bytes = BEIJING_2026_11.as_bytes().to_vec();
        let end = (start + length).min(bytes.len());
        bytes.drain(start..end);
        answers(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_token_in_any_place_does_not_panic(
        place in 0..10_000_usize,
        token in prop::sample::select(vec!["null", "true", "-1", "1e9999", "\"\"", "[]", "{}", "[[[]]]", "\"9999-12-31\"",
            "\"-0.000000001\"", "\"999999999999999999\"", "\"0\""]),
    ) {
        // Every value stands behind a colon: put the token in place of the text or number that follows one.
        let colons: Vec<usize> = BEIJING_2026_11.match_indices(": ").map(|(at, _)| at + 2).collect();
        let start = colons[place % colons.len()];
        let rest = &BEIJING_2026_11[start..];
        let end = start + rest.find(['\n', ',', '}', ']']).unwrap_or(rest.len());
        answers(&format!("{}{token}{}", &BEIJING_2026_11[..start], &BEIJING_2026_11[end..]));
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,80}") {
        answers(&text);
    }
}

/// A file of nothing but faults is answered with the first of them, at once: what is told does not grow with the file.
#[test]
fn of_a_hundred_thousand_faults_the_first_are_told() {
    for section in ["methods", "sources", "parameters", "actions", "products", "displaced"] {
        let text = format!("{{\"schema\":1,\"{section}\":[{}{{}}]}}", "{},".repeat(20_000));
        let faults = Rulebook::parse(&text).expect_err("nothing is in it");
        assert_eq!(faults.len(), 200, "{section}");
        answers(&text);
    }
}

/// What may have been meant is looked for only a few times, however many references lead nowhere.
#[test]
fn a_misspelt_reference_is_told_with_what_was_meant() {
    let ids = |list: &[String]| list.iter().map(|id| format!("{{\"id\":\"{id}\"}}")).collect::<Vec<_>>().join(",");
    let known: Vec<String> = (0..2_000).map(|place| format!("washer_fluid_{place:04}")).collect();
    let meant: Vec<String> = (0..2_000).map(|place| format!("\"washer_fuid_{place:04}\"")).collect();
    let lists = "\"methods\":[],\"sources\":[],\"parameters\":[],\"actions\":[]";
    let products = format!("\"products\":[{{\"displaces\":[{}]}}]", meant.join(","));
    let text = format!("{{\"schema\":1,{lists},{products},\"displaced\":[{}]}}", ids(&known));
    let faults = Rulebook::parse(&text).expect_err("nothing leads anywhere");
    let told =
        |number: usize| faults.iter().any(|fault| fault.to_string().contains(&format!("washer_fluid_{number:04}")));
    assert!(told(0) && told(19), "{:?}", faults.iter().map(ToString::to_string).take(3).collect::<Vec<_>>());
}

#[test]
fn deep_nesting_is_refused() {
    answers(&"[".repeat(100_000));
    answers(&format!("{}{}", "{\"a\":".repeat(100_000), "}".repeat(100_000)));
}

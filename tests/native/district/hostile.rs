//! No text makes the overlay loader panic: it loads, or it is refused with at least one fault that can be worded.

use carbon_points::domain::district::District;
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::i18n::{Language, fault};
use proptest::prelude::*;

use super::text;
use crate::support::beijing;

fn answers(text: &str) {
    match beijing().with_district(text) {
        Ok(rules) => sound(&rules),
        Err(faults) => {
            assert!(!faults.is_empty());
            for found in faults {
                assert!(!found.to_string().is_empty());
                assert!(!fault::sentence(&found, Language::Zh).is_empty());
            }
        }
    }
}

/// Whatever loads leads somewhere.
fn sound(rules: &Rulebook) {
    let District { merchants, rewards, scenes, policy, .. } = rules.district.as_ref().expect("a district");
    let parameters = merchants.iter().flat_map(|merchant| [merchant.bonus, merchant.daily_most]);
    let parameters =
        parameters.chain(rewards.iter().flat_map(|reward| [Some(reward.cost), reward.valid_days]).flatten());
    assert!(parameters.chain(policy.iter().copied()).all(|index| index < rules.parameters.len()));
    let sources = merchants.iter().map(|merchant| merchant.source).chain(scenes.iter().map(|scene| scene.source));
    let values = rules.parameters.iter().flat_map(|parameter| &parameter.values).map(|value| value.source);
    assert!(sources.chain(values).all(|index| index < rules.sources.len()));
}

#[test]
fn a_truncated_file_is_refused() {
    let whole = text("chaoyang").trim_end();
    for end in (0..whole.len()).step_by(61).filter(|end| whole.is_char_boundary(*end)) {
        let faults = beijing().with_district(&whole[..end]).expect_err("a part is no overlay");
        assert_eq!((faults.len(), faults[0].kind.code()), (1, "not_json"), "{end}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_flipped_bit_does_not_panic(place in 0..text("chaoyang").len(), bit in 0..8_u32) {
        let mut bytes = text("chaoyang").as_bytes().to_vec();
        bytes[place] ^= 1 << bit;
        answers(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_missing_stretch_does_not_panic(start in 0..text("chaoyang").len(), length in 1..400_usize) {
        let mut bytes = text("chaoyang").as_bytes().to_vec();
        let end = (start + length).min(bytes.len());
        bytes.drain(start..end);
        answers(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_token_in_any_place_does_not_panic(
        place in 0..10_000_usize,
        token in prop::sample::select(vec!["null", "true", "-1", "1e9999", "\"\"", "[]", "{}", "[[[]]]", "\"9999-12-31\"",
            "\"0001-01-01\"", "\"999999999999999999\"", "\"0\"", "\"cap.monthly\"", "\"points/d\""]),
    ) {
        let whole = text("chaoyang");
        let colons: Vec<usize> = whole.match_indices(": ").map(|(at, _)| at + 2).collect();
        let start = colons[place % colons.len()];
        let rest = &whole[start..];
        let end = start + rest.find(['\n', ',', '}', ']']).unwrap_or(rest.len());
        answers(&format!("{}{token}{}", &whole[..start], &whole[end..]));
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,80}") {
        answers(&text);
    }
}

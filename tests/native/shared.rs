//! One result on its own: as a text, and worked out again by whoever opens it.

use std::collections::BTreeSet;
use std::rc::Rc;

use carbon_points::domain::activity::{Activity, Facts};
use carbon_points::domain::chain::Digest;
use carbon_points::domain::handover::Fault;
use carbon_points::domain::intake;
use carbon_points::domain::ledger::{Entry, Posted};
use carbon_points::domain::methodology::assess;
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::shared::{Checked, MOST_CHARACTERS, Shared, TooLong, check, pack, unpack};
use carbon_points::i18n::Language;
use carbon_points::i18n::shared::{checked, fault};
use proptest::prelude::*;

use crate::archive::{metro, posted};
use crate::generator::activity;
use crate::support::{beijing, day};

fn built_in(name: &str) -> Option<Rc<Rulebook>> {
    Rulebook::built_in(name).and_then(Result::ok).map(Rc::new)
}

fn shared(entry: &Entry) -> Shared {
    Shared::of(entry.posted().expect("an activity"))
}

#[test]
fn the_digest_is_what_is_documented() {
    let metro = shared(&metro("A", 5));
    assert_eq!(
        metro.canonical(),
        concat!(
            r#"{"rulebook":"beijing@2026.11","verdict":"credited","carbon_mg":720000,"voc_mg":0,"nox_mg":0,"upe":0,"points":36,"#,
            r#""activity":{"kind":"trip","date":"2026-11-20","legs":[{"mode":"rail","km":"10"}]}}"#,
        )
    );
    // printf 'carbon-points result 1\n%s' '{…}' | sha256sum
    let expected = "7a58958b5384cbb25fa7adf1cbd56ce73e8dc018e6b1b1cfed0b56f6d8d6127f";
    assert_eq!(metro.digest(), Digest::parse(expected).expect("a digest"));
}

#[test]
fn a_result_is_equal_or_the_first_difference_is_named() {
    let whole = shared(&metro("A", 5));
    assert_eq!(check(&whole, &built_in), Checked::Equal);
    let text = pack(&whole).expect("short");
    assert!(text.len() < 160, "{}", text.len());
    assert_eq!(unpack(&text, beijing()), Ok(whole.clone()));
    let mut more = whole.clone();
    more.totals.points = 37;
    let differs = |field, stated: &str, recomputed: &str| Checked::Differs {
        field,
        stated: stated.to_owned(),
        recomputed: recomputed.to_owned(),
    };
    assert_eq!(check(&more, &built_in), differs("points", "37", "36"));
    more.totals.carbon_mg -= 1;
    assert_eq!(check(&more, &built_in), differs("carbon_mg", "719999", "720000"));
    let later = Shared { rulebook: "beijing@2099.01".to_owned(), ..whole.clone() };
    assert_eq!(check(&later, &built_in), Checked::UnknownRules);
    let odd = Shared { verdict: carbon_points::domain::assessment::Verdict::Recorded, ..whole };
    assert_eq!(check(&odd, &built_in), differs("verdict", "recorded", "credited"));
}

#[test]
fn what_came_of_it_is_said_in_both_languages() {
    let mut shared = shared(&metro("A", 5));
    shared.totals.points = 3600;
    let found = check(&shared, &built_in);
    assert_eq!(checked(&found, Language::Zh), "不一致：积分写着 3600，按它写明的规则重算是 36。");
    assert_eq!(checked(&found, Language::En), "Different: points is stated as 3600; by the rules it names it is 36.");
    for language in [Language::Zh, Language::En] {
        let all = [Checked::Equal, found.clone(), Checked::UnknownRules, Checked::Refused];
        let told: BTreeSet<_> = all.iter().map(|found| checked(found, language)).collect();
        assert_eq!(told.len(), all.len());
        let newer = fault(Fault::Newer { given: 2, latest: 1 }, language);
        assert!(newer != fault(Fault::Truncated, language));
    }
}

#[test]
fn nothing_goes_along_that_the_result_does_not_need() {
    let entry = posted(
        "A",
        1,
        r#"{"kind":"utility","date":"2026-10-31","id":"mine","merchant":"solana","note":"at grandma's","utility":"gas","start":"2026-10-01","end":"2026-10-31","usage":8,"baseline_usage":10,"baseline_days":31,"meter":"110105"}"#,
    );
    let shared = shared(&entry);
    let Activity { id: None, note: None, merchant: None, facts: Facts::Utility(bill), .. } = &shared.activity else {
        panic!("{shared:?}")
    };
    assert_eq!(bill.meter, None);
    assert_eq!(check(&shared, &built_in), Checked::Equal);
}

#[test]
fn what_would_not_fit_is_refused_and_so_is_what_is_too_long_to_be_one() {
    let legs = r#"{"mode":"rail","km":"10.123456","replaced_petrol_car":true}"#;
    let mut many = shared(&metro("A", 5));
    many.rulebook = "x".repeat(600);
    let Err(TooLong(length)) = pack(&many) else { panic!("it fits") };
    assert!(length > MOST_CHARACTERS, "{legs}");
    assert_eq!(unpack(&"A".repeat(MOST_CHARACTERS + 1), beijing()), Err(Fault::Damaged));
    assert_eq!(unpack("", beijing()), Err(Fault::Empty));
}

/// Base64url.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever was recorded can be packed, comes back as it was and is equal; and any other letter is noticed.
    #[test]
    fn what_was_packed_comes_back_and_any_changed_letter_is_noticed(
        json in activity(),
        place in any::<prop::sample::Index>(),
        by in 1..64_usize,
    ) {
        let activity = intake::read(&json, beijing(), day("2026-11-21")).expect("valid");
        let worth = assess(&activity, beijing()).expect("assessed");
        let whole = Shared::of(&Posted {
            activity,
            rulebook: beijing().name(),
            verdict: worth.verdict,
            totals: worth.totals,
            corrects: None,
            people: Vec::new(),
            receipt: None,
        });
        prop_assert_eq!(check(&whole, &built_in), Checked::Equal, "{}", whole.canonical());
        let text = pack(&whole).expect("short enough");
        prop_assert!(text.len() <= MOST_CHARACTERS);
        prop_assert_eq!(unpack(&text, beijing()), Ok(whole));
        let mut bytes = text.into_bytes();
        let place = place.index(bytes.len());
        let letter = LETTERS.iter().position(|letter| *letter == bytes[place]).expect("a letter");
        bytes[place] = LETTERS[(letter + by) % 64];
        prop_assert!(unpack(std::str::from_utf8(&bytes).expect("text"), beijing()).is_err());
    }

    /// Any text at all is survived.
    #[test]
    fn any_text_is_survived(text in "[A-Za-z0-9_-]{0,300}") {
        prop_assert!(unpack(&text, beijing()).is_err());
    }
}

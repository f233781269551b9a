//! What an import does not believe: settings that cannot be what they say, and rewards that were not offered so.

use std::rc::Rc;

use carbon_points::desk::DISTRICTS;
use carbon_points::domain::archive::{Archive, Here, Plan, Unchecked, Why};
use carbon_points::domain::district::{SHIPPED, shipped};
use carbon_points::domain::ledger::{Entry, Posting, Redemption};
use carbon_points::domain::rewards;
use carbon_points::i18n::Language;
use carbon_points::i18n::archive::left_out;
use carbon_points::setting;

use super::{archive, ledger, member, other, posted, redemption, usage};
use crate::support::{beijing, day, today};

fn planned(file: &Archive, settings: &[(String, String)]) -> Plan {
    let chaoyang = Rc::new(beijing().with_district(shipped("chaoyang").expect("shipped")).expect("laid"));
    let rulebooks =
        |name: &str| [&chaoyang, &Rc::new(beijing().clone())].into_iter().find(|rules| rules.name() == name).cloned();
    let named = |name: &str| settings.iter().chain(&file.settings).any(|(known, _)| known == name);
    let valid = setting::Valid::default();
    let is_setting = |name: &str, text: &str| valid.is(name, text, &named);
    let here = Here {
        settings,
        today: today(),
        now: i64::MAX,
        is_setting: &is_setting,
        rulebooks: &rulebooks,
        signed: &|_, _| None,
    };
    Plan::of(file, &ledger([]), &here)
}

fn of_settings(pairs: &[(&str, &str)], entries: &[Entry]) -> Plan {
    let settings = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    planned(&Archive { settings, entries: entries.to_vec(), ..Archive::default() }, &[])
}

#[test]
fn settings_that_cannot_be_what_they_say_are_left_out_and_quoted() {
    let own = shipped("xicheng").expect("shipped");
    for (name, text) in [
        ("language", "zh-CN"),
        ("language", "en"),
        ("goal", "carbon 12"),
        ("goal", "points 9999"),
        ("goal", ""),
        ("goal:K7", "points 1"),
        ("district", "xicheng"),
        ("district", ""),
        ("person", "1"),
        ("person", "K7"),
        ("overlay:rules/own.json", own),
    ] {
        let plan = of_settings(&[(name, text)], &[member("M", 1, "K7", Some("妈妈"))]);
        assert_eq!((plan.settings.len(), plan.wrong.len()), (1, 0), "{name} {text}");
    }
    for (name, text) in [
        ("language", "klingon"),
        ("language", ""),
        ("goal", "20"),
        ("goal", "carbon 0"),
        ("goal", "points 10000"),
        ("goal", "air 5"),
        ("goal:K7", "carbon -3"),
        ("district", "atlantis"),
        ("district", "https://elsewhere.example/rules.json"),
        ("person", "K8"),
        ("person", ""),
        ("overlay:rules/own.json", "{}"),
    ] {
        let plan = of_settings(&[(name, text)], &[member("M", 1, "K7", Some("妈妈"))]);
        assert_eq!(plan.wrong, [(name.to_owned(), text.to_owned())]);
        assert!(plan.settings.is_empty() && plan.ignored.is_empty() && plan.kept.is_empty(), "{name} {text}");
        assert_eq!(plan.new.len(), 1, "the entries are taken all the same");
    }
    // A district whose rules come along.
    let both = of_settings(&[("district", "rules/own.json"), ("overlay:rules/own.json", own)], &[]);
    assert_eq!((both.settings.len(), both.wrong.len()), (2, 0));
    let long = "x".repeat(5_000);
    let quoted = &of_settings(&[("language", &long)], &[]).wrong[0].1;
    assert!(quoted.len() < 200, "{quoted}");
    assert_eq!(DISTRICTS.to_vec(), SHIPPED.iter().map(|(id, _)| *id).collect::<Vec<_>>());
}

/// A redemption of today, as the district of the tests offers it.
fn redeemed(change: impl FnOnce(&mut Redemption)) -> Entry {
    let rules = beijing().with_district(shipped("chaoyang").expect("shipped")).expect("laid");
    let trees = r#"{"kind":"action","date":"2026-11-20","evidence":"verified","action":"tree_planting","count":20}"#;
    let rich = ledger([posted("A", 1, trees)]);
    let mut made = rewards::redeem(&rich, &rules, ("1", "solana_coupon"), "CODE".to_owned(), today());
    let made = made.as_mut().expect("500 points are there");
    assert_eq!((made.cost, made.valid_until), (500, Some(day("2026-12-20"))));
    change(made);
    other("R", 99, Posting::Redemption(Box::new(made.clone())))
}

/// Something else than was redeemed.
type Change = fn(&mut Redemption);

#[test]
fn a_redemption_is_what_its_rules_offered_on_its_day() {
    let honest = planned(&archive([redeemed(|_| {}), usage("U", 100, "R")]), &[]);
    assert_eq!((honest.new.len(), honest.unchecked), (2, Unchecked::default()));
    let forged: [(Change, Why); 6] = [
        (|made| made.cost = 1, Why::NotOffered(Some(500))),
        (|made| made.cost = 501, Why::NotOffered(Some(500))),
        (|made| made.reward = "gold".to_owned(), Why::NotOffered(None)),
        (|made| made.valid_until = Some(day("2099-12-31")), Why::NotOffered(None)),
        (|made| made.date = day("2026-11-20"), Why::NotOffered(None)),
        // A rulebook without a district offers nothing.
        (|made| made.rulebook = "beijing@2026.11".to_owned(), Why::NotOffered(None)),
    ];
    for (change, why) in forged {
        let plan = planned(&archive([redeemed(change), usage("U", 100, "R")]), &[]);
        let found: Vec<_> = plan.left_out.iter().map(|left| left.why).collect();
        assert_eq!(found, [why, Why::FollowsLeftOut]);
        let said = [Language::Zh, Language::En].map(|language| left_out(why, language));
        assert!(said.iter().all(|said| !said.is_empty()) && said[0] != said[1]);
    }
    // Rules that are not at hand: taken as they say, and counted.
    let unknown = planned(&archive([redemption("R", 1, 100)]), &[]);
    assert_eq!((unknown.new.len(), unknown.unchecked), (1, Unchecked { entries: 1, points: 0 }));
}

//! What holds for the shipped districts as they are.

use carbon_points::domain::activity::Kind;
use carbon_points::domain::district::{RewardKind, SHIPPED};
use carbon_points::domain::rulebook::{Grade, Label, Rulebook};

use super::{another_base, district, laid, text};
use crate::support::{beijing, day};

#[test]
fn both_load_and_say_whose_they_are() {
    for (id, text) in SHIPPED {
        let rules = laid(text);
        assert_eq!(rules.name(), format!("beijing@2026.11+{id}@2026.11"));
        assert_eq!(
            (rules.status.zh.as_str(), rules.status.en.as_str()),
            ("示例规则，非官方", "Example rules, not official")
        );
        let found = district(&rules);
        assert_eq!((found.id.as_str(), found.base.as_str()), (*id, "beijing"));
        assert_eq!((&found.title, &found.status), (&rules.title, &rules.status));
    }
}

#[test]
fn both_load_on_every_built_in_version() {
    for version in Rulebook::versions() {
        let base = Rulebook::built_in(version).expect("a version").expect("undamaged");
        for (id, text) in SHIPPED {
            let rules = base.with_district(text).unwrap_or_else(|faults| panic!("{version}: {faults:#?}"));
            assert_eq!(rules.name(), format!("{version}+{id}@2026.11"));
        }
    }
}

#[test]
fn both_load_on_any_version_of_their_base() {
    let base = another_base();
    for (id, text) in SHIPPED {
        let rules = base.with_district(text).unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(rules.name(), format!("beijing@2027.1+{id}@2026.11"));
        // Nothing that the district refers to has moved away from under it.
        let here = laid(text);
        let ids = |rules: &Rulebook| {
            let found = district(rules);
            let offers = found.merchants.iter().flat_map(|merchant| [merchant.bonus, merchant.daily_most]);
            let offers = offers.chain(found.rewards.iter().map(|reward| reward.cost));
            let parameters = found.policy.iter().copied().chain(offers).map(|index| &rules.parameters[index]);
            let cited = parameters.clone().filter_map(|parameter| Some(parameter.values.last()?.source));
            let cited = cited.chain(found.scenes.iter().map(|scene| scene.source));
            let sources = cited.map(|source| rules.sources[source].id.clone());
            parameters.map(|parameter| parameter.id.clone()).chain(sources).collect::<Vec<String>>()
        };
        assert_eq!(ids(&rules), ids(&here), "{id}");
    }
}

#[test]
fn every_text_is_there_in_both_languages() {
    let han = |text: &str| text.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character));
    for (_, text) in SHIPPED {
        let (rules, base) = (laid(text), beijing());
        let found = district(&rules);
        let mut labels: Vec<&Label> = vec![&found.title, &found.status, &found.change_note];
        labels.extend(found.scenes.iter().flat_map(|scene| [&scene.label, &scene.text]));
        labels.extend(found.merchants.iter().flat_map(|merchant| [&merchant.label, &merchant.note]));
        labels.extend(found.rewards.iter().flat_map(|reward| [&reward.label, &reward.terms]));
        labels.extend(rules.actions.iter().skip(base.actions.len()).flat_map(|action| [&action.label, &action.hint]));
        labels.extend(rules.sources.iter().skip(base.sources.len()).filter_map(|source| source.note.as_ref()));
        for parameter in rules.parameters.iter().skip(base.parameters.len()) {
            labels.push(&parameter.label);
            labels.extend(parameter.values.iter().filter_map(|value| value.note.as_ref()));
        }
        for label in labels {
            assert!(han(&label.zh) && !han(&label.en) && !label.en.trim().is_empty(), "{label:?}");
        }
    }
}

/// The plans name scenes and pilots; how many points is nobody's but the example's.
#[test]
fn every_amount_is_policy_with_its_rationale() {
    for (_, text) in SHIPPED {
        let (rules, base) = (laid(text), beijing());
        let added = rules.parameters.iter().skip(base.parameters.len()).flat_map(|parameter| &parameter.values);
        let changed = district(&rules).policy.iter().filter_map(|index| rules.parameters[*index].values.last());
        for value in added.chain(changed) {
            assert_eq!(value.grade, Grade::Policy);
            assert!(value.note.is_some());
            assert!(rules.sources[value.source].id.ends_with("-policy"), "{value:?}");
        }
    }
}

/// A plan is cited for each, never the example's own choice.
#[test]
fn every_scene_merchant_and_reward_cites_a_plan() {
    for (id, text) in SHIPPED {
        let rules = laid(text);
        let found = district(&rules);
        let cited = found.scenes.iter().map(|scene| scene.source);
        let cited = cited.chain(found.merchants.iter().map(|merchant| merchant.source));
        for source in cited.chain(found.rewards.iter().map(|reward| reward.source)) {
            let source = &rules.sources[source];
            assert!(source.id.starts_with(id) && !source.id.ends_with("-policy"), "{}", source.id);
            assert!(source.title.contains("方案") || source.title.contains("规划"), "{}", source.title);
        }
    }
}

#[test]
fn each_has_a_donation_and_vouchers_that_lead_to_their_merchants() {
    for (_, text) in SHIPPED {
        let rules = laid(text);
        let found = district(&rules);
        assert!(found.rewards.iter().any(|reward| reward.kind == RewardKind::Donation));
        assert!(found.rewards.iter().any(|reward| reward.kind == RewardKind::Voucher));
        for merchant in found.rewards.iter().filter_map(|reward| reward.merchant.as_deref()) {
            assert!(found.merchant(merchant).is_some(), "{merchant}");
        }
    }
}

/// The pilot that Chaoyang's plan names: extra points at Jingkelong. Xicheng's plans name no merchant.
#[test]
fn merchants_are_those_that_a_plan_names() {
    let (xicheng, chaoyang) = (laid(text("xicheng")), laid(text("chaoyang")));
    assert!(district(&xicheng).merchants.is_empty());
    let names: Vec<&str> = district(&chaoyang).merchants.iter().map(|merchant| merchant.label.zh.as_str()).collect();
    assert_eq!(names, ["京客隆超市（示例）", "蓝色港湾（示例）"]);
    let pilot = district(&chaoyang).merchant("jingkelong").expect("the pilot");
    let bonus = chaoyang.operand(pilot.bonus, day("2026-11-21")).expect("a bonus");
    assert_eq!((bonus.value.to_string(), bonus.unit.symbol()), ("10".to_owned(), "points/time"));
    let daily = chaoyang.operand(pilot.daily_most, day("2026-11-21")).expect("a limit");
    assert_eq!((daily.value.to_string(), daily.unit.symbol()), ("1".to_owned(), "times/d"));
    assert!(pilot.rewards(Kind::Purchase, day("2026-11-21")) && pilot.rewards(Kind::Action, day("2030-01-01")));
    assert!(!pilot.rewards(Kind::Purchase, day("2026-11-20")) && !pilot.rewards(Kind::Trip, day("2026-11-21")));
}

#[test]
fn a_reward_is_offered_from_its_first_to_its_last_day() {
    let rules = laid(text("chaoyang"));
    let coupon = district(&rules).reward("jingkelong_coupon").expect("a coupon");
    for (on, offered) in [("2026-11-20", false), ("2026-11-21", true), ("2027-12-31", true), ("2028-01-01", false)] {
        assert_eq!(coupon.offered(day(on)), offered, "{on}");
    }
    assert!(district(&rules).reward("tree_donation").expect("a donation").offered(day("2050-01-01")));
}

#[test]
fn the_files_stand_alone() {
    for (_, text) in SHIPPED {
        for word in ["research/", "shared/", "seed", "RECALLED", "VERIFIED", "mirror"] {
            assert!(!text.contains(word), "{word}");
        }
    }
}

//! What an overlay changes, what it adds by data alone, and what stays as it is.

use std::sync::LazyLock;

use carbon_points::domain::activity::Kind;
use carbon_points::domain::assessment::{Assessment, Outcome};
use carbon_points::domain::methodology::assess_line;
use carbon_points::domain::rulebook::{Grade, Key, Rulebook};
use proptest::prelude::*;
use serde_json::json;

use super::{another_base, changed, district, faults, laid, text};
use crate::generator;
use crate::support::{beijing, day};

fn assessed(line: &str, rules: &Rulebook) -> Assessment {
    match assess_line(line, rules, day("2027-12-31")) {
        Outcome::Assessed(both) => both.1,
        Outcome::Rejected(reasons) => panic!("{line}: {reasons:#?}"),
    }
}

fn action(id: &str, date: &str) -> String {
    json!({"kind": "action", "date": date, "action": id, "count": 1, "evidence": "verified"}).to_string()
}

/// An operator's afternoon: one everyday action, one merchant, one reward, and not a line of code.
#[test]
fn an_action_a_merchant_and_a_reward_are_added_by_data_alone() {
    let both = |zh: &str, en: &str| json!({"zh": zh, "en": en});
    let parameter = |id: &str, unit: &str, amount: &str, grade: &str| {
        json!({"id": id, "label": both("一个数", id), "unit": unit, "method": "points-policy", "values": [
            {"from": "2026-12-01", "amount": amount, "source": "study", "grade": grade, "note": both("理由", "why")}]})
    };
    let extended = changed(|file| {
        let mut add = |section: &str, entry| file[section].as_array_mut().expect("a list").push(entry);
        add(
            "sources",
            json!({"id": "study", "title": "一份研究", "issuer": "某所", "clause": "表 1", "consulted": "2026-11-21"}),
        );
        add("parameters", parameter("action.refill", "g/time", "30", "secondary"));
        add("parameters", parameter("award.refill", "points/time", "4", "policy"));
        add("parameters", parameter("bonus.corner_shop", "points/time", "3", "policy"));
        add("parameters", parameter("bonus.corner_shop_daily", "times/d", "2", "policy"));
        add("parameters", parameter("cost.tote_bag", "points", "300", "policy"));
        add(
            "actions",
            json!({"id": "refill", "label": both("自带容器", "Refill"), "hint": both("一次", "each time"),
            "counted_by": "count", "carbon": "action.refill", "award": "award.refill"}),
        );
        add(
            "merchants",
            json!({"id": "corner_shop", "label": both("街角小店", "Corner shop"), "note": both("自带容器就有", "For refills"),
            "kinds": ["action"], "bonus": "bonus.corner_shop", "daily_most": "bonus.corner_shop_daily",
            "source": "study", "from": "2026-12-01", "until": "2027-11-30"}),
        );
        add(
            "rewards",
            json!({"id": "tote_bag", "label": both("布袋", "Tote bag"), "terms": both("一人一个", "One each"),
            "kind": "voucher", "cost": "cost.tote_bag", "merchant": "corner_shop", "source": "study", "from": "2026-12-01"}),
        );
    });
    let rules = laid(&extended);

    // 30 g are 0.03 kg, 3 points at 100 a kilogram, and the award of 4.
    let found = assessed(&action("refill", "2026-12-01"), &rules);
    assert_eq!((found.totals.carbon_mg, found.totals.points), (30_000, 7));
    // The day before, the number is not there yet.
    assert_eq!(assessed(&action("refill", "2026-11-30"), &rules).totals.points, 0);

    let shop = district(&rules).merchant("corner_shop").expect("the merchant");
    assert!(shop.rewards(Kind::Action, day("2027-11-30")) && !shop.rewards(Kind::Action, day("2027-12-01")));
    assert_eq!(rules.operand(shop.bonus, day("2026-12-01")).expect("a bonus").value.to_string(), "3");
    let bag = district(&rules).reward("tote_bag").expect("the reward");
    assert_eq!(rules.operand(bag.cost, day("2026-12-01")).expect("a cost").value.to_string(), "300");
    assert_eq!((bag.merchant.as_deref(), bag.valid_days), (Some("corner_shop"), None));
}

#[test]
fn the_shipped_actions_are_awarded_from_the_first_day_on() {
    for (id, act) in [("xicheng", "low_carbon_day"), ("chaoyang", "cycling_day")] {
        let rules = laid(text(id));
        assert_eq!(assessed(&action(act, "2026-11-21"), &rules).totals.points, 20);
        let earlier = assessed(&action(act, "2026-11-20"), &rules);
        assert_eq!((earlier.totals.points, earlier.totals.carbon_mg), (0, 0));
        assert!(matches!(assess_line(&action(act, "2026-11-21"), beijing(), day("2026-11-21")), Outcome::Rejected(_)));
    }
}

/// A cap through its change: the base rulebook's value to the day before, the district's from its first day on.
#[test]
fn policy_changes_on_its_day_and_nothing_else_does() {
    let (rules, base) = (laid(text("xicheng")), beijing());
    let on = |rules: &Rulebook, key, date| rules.key(key, day(date)).expect("a value").value.to_string();
    assert_eq!(on(base, Key::CapTrips, "2026-11-21"), "150");
    assert_eq!(on(&rules, Key::CapTrips, "2026-11-20"), "150");
    assert_eq!(on(&rules, Key::CapTrips, "2026-11-21"), "200");
    assert_eq!(on(&rules, Key::OzoneMultiplier, "2026-11-20"), "1.5");
    assert_eq!(on(&rules, Key::OzoneMultiplier, "2026-11-21"), "2");
    let changed: Vec<&str> = base
        .parameters
        .iter()
        .zip(&rules.parameters)
        .filter(|(before, after)| before != after)
        .map(|(before, _)| before.id.as_str())
        .collect();
    assert_eq!(changed, ["ozone.multiplier", "cap.trips_daily"]);
    assert_eq!(rules.sources[..base.sources.len()], base.sources);
    assert_eq!(rules.actions[..base.actions.len()], base.actions);
    assert_eq!((&rules.methods, &rules.products, &rules.displaced), (&base.methods, &base.products, &base.displaced));
}

#[test]
fn the_districts_value_holds_whatever_a_later_base_says() {
    let mut later = another_base();
    let index = later.key_index(Key::CapTrips);
    let mut value = later.parameters[index].values[0].clone();
    (value.from, value.amount) = (day("2027-01-01"), 99.into());
    later.parameters[index].values.push(value);
    let rules = later.with_district(text("xicheng")).expect("the district loads");
    let amounts: Vec<String> = rules.parameters[index].values.iter().map(|value| value.amount.to_string()).collect();
    assert_eq!(amounts, ["150", "200"]);
}

/// Every number in the base rulebook, changed by an overlay: only what points alone depend on lets itself be changed.
#[test]
fn only_policy_that_points_depend_on_can_be_changed() {
    let base = beijing();
    let mut free = Vec::new();
    for parameter in &base.parameters {
        let amount = parameter.values.last().expect("a value").amount.to_string();
        let changes = changed(|file| {
            file["policy"] = json!([{"id": parameter.id, "values": [{"from": "2026-11-21", "amount": amount,
                "source": "chaoyang-policy", "grade": "policy", "note": {"zh": "理由", "en": "why"}}]}]);
        });
        let physics = parameter.values.iter().any(|value| value.grade != Grade::Policy);
        let at = format!("policy[0]({})", parameter.id);
        match faults(&changes) {
            none if none.is_empty() => free.push(parameter.id.as_str()),
            found if physics => assert_eq!(found, [format!("{at}: not_policy")]),
            found => assert_eq!(found, [format!("{at}: enters_grams")]),
        }
    }
    let expected = "ozone.multiplier points.per_kg_co2 points.per_equivalent points.per_yuan evidence.self_declared \
        evidence.verified award.night_refuelling award.night_refuelling_monthly award.tree_planting \
        award.recycling_handin award.old_appliance_handin cap.trips_daily cap.actions_daily cap.monthly distance.walk \
        distance.bike distance.bus distance.rail points.expiry_years level.1 level.2 level.3 level.4";
    assert_eq!(free, expected.split_whitespace().collect::<Vec<_>>());
}

static DISTRICTS: LazyLock<[Rulebook; 2]> = LazyLock::new(|| ["xicheng", "chaoyang"].map(|id| laid(text(id))));

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// The same act saves the same grams in every district, and before the district's first day it is worth the same.
    #[test]
    fn grams_are_the_same_in_every_district(activity in generator::activity()) {
        // The generator's years are the twenties; ten years later every district's policy is in force.
        let later = activity.to_string().replace("\"202", "\"203");
        for line in [activity.to_string(), later] {
            let base = assess_line(&line, beijing(), day("2040-12-31"));
            for rules in DISTRICTS.iter() {
                match (&base, &assess_line(&line, rules, day("2040-12-31"))) {
                    (Outcome::Assessed(base), Outcome::Assessed(here)) => {
                        prop_assert_eq!(base.1.totals.carbon_mg, here.1.totals.carbon_mg);
                        prop_assert_eq!(base.1.totals.air, here.1.totals.air);
                        if here.0.date < day("2026-11-21") {
                            prop_assert_eq!(base.1.totals, here.1.totals);
                        }
                    }
                    (Outcome::Rejected(base), Outcome::Rejected(here)) => prop_assert_eq!(base, here),
                    _ => prop_assert!(false, "one was refused: {line}"),
                }
            }
        }
    }
}

#[test]
fn a_district_knows_the_names_that_end_in_it() {
    let rules = laid(text("chaoyang"));
    let district = rules.district.as_ref().expect("a district");
    assert!(district.is_of("beijing@2026.11+chaoyang@2026.11"));
    assert!(district.is_of("beijing@2026.12+chaoyang@2031.01"), "whatever the versions");
    for other in
        ["beijing@2026.11", "beijing@2026.11+xicheng@2026.11", "chaoyang@2026.11", "beijing@2026.11+chaoyang2@1", ""]
    {
        assert!(!district.is_of(other), "{other}");
    }
}

//! What holds for every ledger.

use std::collections::BTreeMap;

use carbon_points::domain::activity::{Evidence, Kind};
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Posting};
use proptest::prelude::*;

use super::{action, at, entry, ledger, redemption, trip};
use crate::support::day;

/// Few days, so that caps are reached; a month's end among them.
fn date() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["2026-10-29", "2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"])
        .prop_map(str::to_owned)
}

fn act() -> impl Strategy<Value = String> {
    let evidence = || prop::sample::select(vec!["self_declared", "self_declared", "verified"]);
    let leg = || {
        let mode = prop::sample::select(vec!["walk", "bike", "bus", "rail", "taxi"]);
        (mode, 1..120_000_u32).prop_map(|(mode, metres)| (mode, format!("{}.{:03}", metres / 1000, metres % 1000)))
    };
    prop_oneof![
        4 => (date(), prop::collection::vec(leg(), 1..4), evidence()).prop_map(|(date, legs, evidence)| {
            let legs: Vec<_> = legs.iter().map(|(mode, km)| (*mode, km.as_str())).collect();
            trip(&date, &legs, evidence)
        }),
        2 => (date(), prop::sample::select(vec!["clean_plate", "tree_planting", "own_bag"]), 1..30_u32)
            .prop_map(|(date, what, count)| action(&date, what, count)),
        1 => (date(), 1..4_u32).prop_map(|(date, days)| {
            format!(r#"{{"kind":"car_free","date":"{date}","hours":{},"power":"bev"}}"#, days * 24)
        }),
        1 => (date(), 60..400_u32).prop_map(|(date, usage)| format!(
            r#"{{"kind":"utility","date":"{date}","utility":"electricity","start":"{date}","end":"{date}","usage":{usage},"baseline_usage":400,"baseline_days":1}}"#
        )),
        1 => (date(), 1..60_u32, any::<bool>()).prop_map(|(date, litres, told)| format!(
            r#"{{"kind":"purchase","date":"{date}","category":"interior_wall_coating","amount":{litres},"unit":"L","voc":10,"voc_unit":"g/L","basis":"less_water","mode":"below_limit"{}}}"#,
            if told { r#","floor_area_m2":60,"coats":2"# } else { "" },
        )),
        1 => date().prop_map(|date| format!(
            r#"{{"kind":"appliance","date":"{date}","appliance":"other","annual_kwh":200,"replaced_annual_kwh":400}}"#
        )),
    ]
}

/// Acts, and for each whether it is reversed in the end.
fn acts() -> impl Strategy<Value = Vec<(String, bool)>> {
    prop::collection::vec((act(), prop::bool::weighted(0.2)), 1..40)
}

fn posted(acts: &[(String, bool)]) -> Ledger {
    let mut ledger = ledger();
    for (place, (json, _)) in acts.iter().enumerate() {
        ledger.post(entry(&format!("e{place}"), at(place), json)).expect("posted");
    }
    for (place, _) in acts.iter().enumerate().filter(|(_, (_, reversed))| *reversed) {
        ledger.post(super::reversal(&format!("r{place}"), &format!("e{place}"))).expect("reversed");
    }
    ledger
}

/// Points by day of what counts, for entries that a filter keeps.
fn points_by_day(ledger: &Ledger, keep: impl Fn(Kind, Evidence) -> bool) -> BTreeMap<String, i64> {
    let account = ledger.account(FIRST_PERSON);
    let mut days = BTreeMap::new();
    for entry in ledger.entries() {
        let Some(posted) = entry.posted() else { continue };
        let (date, activity) = (posted.activity.date, &posted.activity);
        if let Some(standing) = account.standing(date, &entry.id)
            && keep(activity.facts.kind(), activity.evidence)
        {
            *days.entry(date.to_string()).or_default() += standing.counted.points;
        }
    }
    days
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn no_cap_is_ever_exceeded(acts in acts()) {
        let ledger = posted(&acts);
        let own = |wanted: Option<Kind>| points_by_day(&ledger, |kind, evidence| {
            evidence == Evidence::SelfDeclared && wanted.is_none_or(|wanted| wanted == kind)
        });
        prop_assert!(own(Some(Kind::Trip)).values().all(|points| *points <= 150));
        prop_assert!(own(Some(Kind::Action)).values().all(|points| *points <= 50));
        for month in ["2026-10", "2026-11"] {
            let all: i64 = own(None).iter().filter(|(day, _)| day.starts_with(month)).map(|(_, points)| points).sum();
            prop_assert!(all <= 3000);
        }
    }

    #[test]
    fn withheld_and_credited_are_what_was_earned(acts in acts()) {
        let ledger = posted(&acts);
        let account = ledger.account(FIRST_PERSON);
        let mut sum = 0;
        for (place, (_, reversed)) in acts.iter().enumerate() {
            let id = format!("e{place}");
            let posted = ledger.entry(&id).and_then(|entry| entry.posted()).expect("posted");
            let standing = account.standing(posted.activity.date, &id);
            prop_assert_eq!(standing.is_none(), *reversed);
            let Some(standing) = standing else { continue };
            let withheld: i64 = standing.withheld.iter().map(|withheld| withheld.points).sum();
            prop_assert_eq!(standing.earned, posted.totals);
            prop_assert!(standing.withheld.iter().all(|withheld| withheld.points > 0));
            if standing.claim.is_none() {
                prop_assert_eq!(standing.counted.points + withheld, standing.earned.points);
                prop_assert_eq!(standing.counted.carbon_mg, standing.earned.carbon_mg, "grams are never capped");
            } else {
                prop_assert!(standing.counted.is_zero() && withheld == 0);
            }
            sum += standing.points();
        }
        prop_assert_eq!(account.all_time().points, sum);
    }

    /// Whatever is recorded in whatever order, and worked out at once or one by one: each day comes to the same.
    #[test]
    fn the_order_of_recording_inside_a_day_does_not_change_the_day(acts in acts(), seed in any::<prop::sample::Index>()) {
        let mut other = acts.clone();
        let turn = seed.index(other.len());
        other.rotate_left(turn);
        other.reverse();
        let (one, two) = (posted(&acts), posted(&other));
        let all = |ledger: &Ledger| points_by_day(ledger, |_, _| true);
        let total = |ledger: &Ledger| ledger.account(FIRST_PERSON).all_time();
        prop_assert_eq!(all(&one), all(&two));
        prop_assert_eq!(total(&one), total(&two));
        let mut at_once = ledger();
        at_once.post_all(one.entries().iter().map(|entry| Entry::clone(entry)));
        prop_assert_eq!(all(&at_once), all(&one));
        prop_assert_eq!(total(&at_once), total(&one));
    }

    /// What a trial says of an act, new or in place of another one, is what the account says once it is recorded; and an
    /// account kept up one by one is the one worked out from the beginning, entry by entry.
    #[test]
    fn a_trial_is_what_recording_comes_to(
        acts in acts(),
        json in act(),
        which in any::<prop::sample::Index>(),
        corrects in any::<bool>(),
    ) {
        let mut ledger = posted(&acts);
        let kept: Vec<usize> = (0..acts.len()).filter(|place| !acts[*place].1).collect();
        let old = (corrects && !kept.is_empty()).then(|| format!("e{}", which.get(&kept)));
        let mut new = entry("new", at(acts.len() + 1), &json);
        if let Posting::Activity(posted) = &mut new.posting {
            posted.corrects.clone_from(&old);
        }
        let tried = new.posted().expect("posted");
        let (activity, worth) = (tried.activity.clone(), tried.totals);
        // What another entry claims is not looked at by a trial, nor what the old one's claim kept from counting.
        let claims = |ledger: &Ledger| -> Vec<String> {
            let account = ledger.account(FIRST_PERSON);
            account.standings().filter(|(_, standing)| standing.claim.is_some()).map(|(id, _)| id.to_owned()).collect()
        };
        let trial = ledger.trial((&activity, worth), &[], FIRST_PERSON, old.as_deref());
        let before = claims(&ledger);
        if let Some(old) = &old {
            ledger.post(super::reversal("undo", old)).expect("reversed");
        }
        ledger.post(new).expect("posted");
        if before == claims(&ledger) {
            let account = ledger.account(FIRST_PERSON);
            prop_assert_eq!(trial.as_ref(), account.standing(activity.date, "new"));
        }
        let all = |ledger: &Ledger| -> Vec<(String, _)> {
            let account = ledger.account(FIRST_PERSON);
            account.standings().map(|(id, standing)| (id.to_owned(), standing.clone())).collect()
        };
        let mut at_once = super::ledger();
        at_once.post_all(ledger.entries().iter().map(|entry| Entry::clone(entry)));
        prop_assert_eq!(all(&at_once), all(&ledger));
    }

    /// A correction to the same values changes no entry's points.
    #[test]
    fn a_correction_that_changes_nothing_changes_nothing(acts in acts(), which in any::<prop::sample::Index>()) {
        let mut ledger = posted(&acts);
        let kept: Vec<usize> = (0..acts.len()).filter(|place| !acts[*place].1).collect();
        prop_assume!(!kept.is_empty());
        let (old, new) = (format!("e{}", which.get(&kept)), "new".to_owned());
        let standings = |ledger: &Ledger| -> BTreeMap<String, _> {
            let account = ledger.account(FIRST_PERSON);
            let posted = ledger.entries().iter().filter_map(|entry| Some((entry, entry.posted()?)));
            posted.filter_map(|(entry, posted)| {
                let id = if entry.id == new { &old } else { &entry.id };
                Some((id.clone(), account.standing(posted.activity.date, &entry.id)?.points()))
            }).collect()
        };
        let before = standings(&ledger);
        super::correction::correct(&mut ledger, &old, &new, at(acts.len() + 1), &acts[*which.get(&kept)].0);
        prop_assert_eq!(standings(&ledger), before);
    }

    #[test]
    fn a_balance_is_never_below_zero_and_nothing_is_lost(
        acts in acts(),
        spends in prop::collection::vec((date(), 1..400_i64, prop::bool::weighted(0.3)), 0..8),
    ) {
        let mut ledger = ledger();
        for (place, (json, _)) in acts.iter().enumerate() {
            ledger.post(entry(&format!("e{place}"), at(place), json)).expect("posted");
        }
        for (place, (date, cost, cancelled)) in spends.iter().enumerate() {
            // As the page does it: only what is there can be spent.
            if ledger.account(FIRST_PERSON).balance(day("2026-11-30")) >= *cost {
                ledger.post(redemption(&format!("s{place}"), date, *cost)).expect("spent");
                if *cancelled {
                    ledger.post(super::reversal(&format!("c{place}"), &format!("s{place}"))).expect("cancelled");
                }
            }
        }
        for (place, _) in acts.iter().enumerate().filter(|(_, (_, reversed))| *reversed) {
            ledger.post(super::reversal(&format!("r{place}"), &format!("e{place}"))).expect("reversed");
            let account = ledger.account(FIRST_PERSON);
            let spent: i64 = ledger.entries().iter().filter(|entry| {
                matches!(entry.posting, Posting::Redemption(_)) && ledger.ended(&entry.id).is_none()
            }).filter_map(|entry| entry.redemption()).map(|redemption| redemption.cost).sum();
            for today in ["2026-11-30", "2027-12-31", "2028-01-01"] {
                let (balance, expired) = (account.balance(day(today)), account.expired(day(today)));
                prop_assert!(balance >= 0 && expired >= 0 && account.owed() >= 0);
                prop_assert_eq!(account.spent(), spent);
                prop_assert_eq!(account.all_time().points + account.owed(), balance + expired + spent);
            }
        }
    }
}

//! Random ledgers with everything that something limits: merchants' bonuses, kilometres on foot and by bicycle, night
//! refuelling; and random households that share lines.
//!
//! By the example of Chaoyang: 150 points a day from self-declared trips, 80 from self-declared actions, 3000 a month from
//! everything self-declared; 10 km on foot and 30 by bicycle a day; night refuelling 4 times a month; each merchant once a
//! day. Days of July and August, when refuelling is rewarded, after the merchants' first day.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use carbon_points::domain::activity::{Activity, Evidence, Facts, Kind, Mode};
use carbon_points::domain::assessment::{Outcome, Totals};
use carbon_points::domain::ledger::account::{share, sum};
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Limit, Posted, Posting, Standing};
use carbon_points::domain::methodology::assess_line;
use carbon_points::domain::rulebook::Rulebook;
use proptest::prelude::*;

use super::{action, at, redemption, reversal, trip};
use crate::rewards::{ledger_of, rules_of};
use crate::support::day;

static RULES: LazyLock<Rulebook> = LazyLock::new(|| rules_of("chaoyang"));

const PEOPLE: [&str; 3] = [FIRST_PERSON, "2", "3"];

#[derive(Clone, Debug)]
struct Act {
    json: String,
    /// Who shares it; the first alone where the kind cannot be shared.
    people: Vec<String>,
    reversed: bool,
}

fn date() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["2027-07-30", "2027-07-31", "2027-08-01"])
}

fn evidence() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["self_declared", "self_declared", "verified"])
}

fn with(json: &str, member: &str) -> String {
    json.replacen('{', &format!("{{{member},"), 1)
}

fn json() -> impl Strategy<Value = String> {
    let leg = || {
        let mode = prop::sample::select(vec!["walk", "walk", "bike", "bike", "rail"]);
        (mode, 1..20_000_u32).prop_map(|(mode, metres)| (mode, format!("{}.{:03}", metres / 1000, metres % 1000)))
    };
    let merchant = || {
        prop::sample::select(vec!["jingkelong", "jingkelong", "solana", "corner_shop"])
            .prop_map(|merchant| format!(r#""merchant":"{merchant}""#))
    };
    prop_oneof![
        4 => (date(), prop::collection::vec(leg(), 1..4), evidence()).prop_map(|(date, legs, evidence)| {
            let legs: Vec<_> = legs.iter().map(|(mode, km)| (*mode, km.as_str())).collect();
            trip(date, &legs, evidence)
        }),
        3 => (date(), prop::sample::select(vec!["clean_plate", "tree_planting", "own_bag"]), 1..30_u32, merchant(), evidence())
            .prop_map(|(date, what, count, merchant, evidence)| {
                with(&with(&action(date, what, count), &merchant), &format!(r#""evidence":"{evidence}""#))
            }),
        3 => (date(), prop::sample::select(vec![5, 10, 40]), prop::option::of(merchant()), any::<bool>(), evidence())
            .prop_map(|(date, litres, merchant, small, evidence)| {
                // With a small home, not all of them can count.
                let home = if small { r#","floor_area_m2":20,"coats":1"# } else { "" };
                let json = format!(
                    r#"{{"kind":"purchase","date":"{date}","evidence":"{evidence}","category":"interior_wall_coating","amount":{litres},"unit":"L","voc":10,"voc_unit":"g/L","basis":"less_water","mode":"below_limit"{home}}}"#
                );
                merchant.map_or(json.clone(), |merchant| with(&json, &merchant))
            }),
        2 => (date(), 0..60_u32, evidence()).prop_map(|(date, minute, evidence)| format!(
            r#"{{"kind":"refuel","date":"{date}","evidence":"{evidence}","litres":30,"time":"21:{minute:02}"}}"#
        )),
        1 => (date(), 60..400_u32).prop_map(|(date, usage)| format!(
            r#"{{"kind":"utility","date":"{date}","utility":"electricity","start":"{date}","end":"{date}","usage":{usage},"baseline_usage":400,"baseline_days":1}}"#
        )),
        1 => (date(), 200..400_u32, 1..5_u32).prop_map(|(date, kwh, serial)| format!(
            r#"{{"kind":"appliance","date":"{date}","appliance":"other","annual_kwh":{kwh},"replaced_annual_kwh":500,"serial":"{serial}"}}"#
        )),
    ]
}

/// Acts of the first person, some of them reversed in the end.
fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = (json(), prop::bool::weighted(0.15));
    let alone = || vec![FIRST_PERSON.to_owned()];
    prop::collection::vec(act.prop_map(move |(json, reversed)| Act { json, people: alone(), reversed }), 1..40)
}

/// Acts of a household; lines of the home are shared.
fn shared() -> impl Strategy<Value = Vec<Act>> {
    let people = prop::sample::subsequence(PEOPLE.to_vec(), 1..=3).prop_shuffle();
    let act = (json(), people, prop::bool::weighted(0.15)).prop_map(|(json, people, reversed)| {
        let several = assessed(&json).0.facts.kind().shared();
        let people = people.into_iter().take(if several { 3 } else { 1 }).map(str::to_owned).collect();
        Act { json, people, reversed }
    });
    prop::collection::vec(act, 1..30)
}

fn assessed(json: &str) -> (Activity, Totals) {
    match assess_line(json, &RULES, day("2027-12-31")) {
        Outcome::Assessed(both) => (both.0, both.1.totals),
        Outcome::Rejected(reasons) => panic!("{json}: {reasons:?}"),
    }
}

fn entry(id: &str, at: i64, act: &Act) -> Entry {
    let json = &act.json;
    let Outcome::Assessed(both) = assess_line(json, &RULES, day("2027-12-31")) else { panic!("{json}") };
    let posted = Posted {
        activity: both.0,
        rulebook: RULES.name(),
        verdict: both.1.verdict,
        totals: both.1.totals,
        corrects: None,
        people: act.people.clone(),
        receipt: None,
    };
    Entry { id: id.to_owned(), recorded_at: at, posting: Posting::Activity(Box::new(posted)) }
}

fn recorded(acts: &[Act]) -> Ledger {
    let mut ledger = ledger_of("chaoyang");
    for (place, act) in acts.iter().enumerate() {
        ledger.post(entry(&format!("e{place}"), at(place), act)).expect("posted");
    }
    for (place, _) in acts.iter().enumerate().filter(|(_, act)| act.reversed) {
        ledger.post(reversal(&format!("r{place}"), &format!("e{place}"))).expect("reversed");
    }
    ledger
}

/// The lines of a person's account.
fn lines(ledger: &Ledger, person: &str) -> Vec<(Posted, Standing)> {
    let account = ledger.account(person);
    let posted = ledger.entries().iter().filter_map(|entry| Some((entry, entry.posted()?)));
    posted
        .filter_map(|(entry, posted)| {
            Some((posted.clone(), account.standing(posted.activity.date, &entry.id)?.clone()))
        })
        .collect()
}

/// Sums by day, or by whatever else, of what a filter keeps.
fn sums(
    lines: &[(Posted, Standing)],
    worth: impl Fn(&Posted, &Standing) -> Option<(String, i64)>,
) -> Vec<(String, i64)> {
    let mut sums = BTreeMap::new();
    for (of, points) in lines.iter().filter_map(|(posted, standing)| worth(posted, standing)) {
        *sums.entry(of).or_insert(0) += points;
    }
    sums.into_iter().collect()
}

fn date_of(posted: &Posted) -> String {
    posted.activity.date.to_string()
}

fn own(posted: &Posted, kind: Option<Kind>) -> bool {
    posted.activity.evidence == Evidence::SelfDeclared && kind.is_none_or(|kind| kind == posted.activity.facts.kind())
}

/// Points of the kilometres of a day's trips, in millionths, those on foot and by bicycle as far as they earn points, and
/// how many trips there are. A metre on foot avoids 104 g a kilometre and earns 0.0104 points, by bicycle 0.00953, by metro
/// 0.0072; self-declared half of it, after the verified.
fn within(trips: &[&Activity]) -> (i64, i64) {
    let (mut points, mut left) = (0, BTreeMap::from([("walk", 10_000), ("bike", 30_000), ("rail", 100_000)]));
    for (evidence, part) in [(Evidence::Verified, 2), (Evidence::SelfDeclared, 1)] {
        for trip in trips.iter().filter(|trip| trip.evidence == evidence) {
            let Facts::Trip(legs) = &trip.facts else { continue };
            for leg in legs {
                let (mode, each) = match leg.mode {
                    Mode::Walk => ("walk", 5_200),
                    Mode::Bike => ("bike", 4_765),
                    _ => ("rail", 3_600),
                };
                let km = leg.km.to_string();
                let (whole, part_of) = km.split_once('.').unwrap_or((&km, ""));
                let metres: i64 = format!("{whole}{part_of:0<3}").parse().expect("metres");
                let left = left.get_mut(mode).expect("a mode");
                let metres = metres.min(*left);
                *left -= metres;
                points += metres * each * part;
            }
        }
    }
    (points, i64::try_from(trips.len()).expect("few"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn no_limit_is_ever_exceeded(acts in acts()) {
        let ledger = recorded(&acts);
        let lines = lines(&ledger, FIRST_PERSON);
        let of_day = |kind| sums(&lines, |posted, standing| {
            own(posted, Some(kind)).then(|| (date_of(posted), standing.counted.points))
        });
        prop_assert!(of_day(Kind::Trip).iter().all(|(_, points)| *points <= 150));
        prop_assert!(of_day(Kind::Action).iter().all(|(_, points)| *points <= 80));
        let months = sums(&lines, |posted, standing| own(posted, None).then(|| (date_of(posted)[..7].to_owned(), standing.points())));
        prop_assert!(months.iter().all(|(_, points)| *points <= 3000), "{:?}", months);
        let refuels = sums(&lines, |posted, standing| {
            let refuel = posted.activity.facts.kind() == Kind::Refuel && standing.counted.points > 0;
            refuel.then(|| (date_of(posted)[..7].to_owned(), 1))
        });
        prop_assert!(refuels.iter().all(|(_, times)| *times <= 4), "{:?}", refuels);
        // A bonus that is given, whatever the month's cap leaves of it.
        let given = sums(&lines, |posted, standing| {
            let bonus = standing.bonus.as_ref()?;
            let refused = bonus.withheld.iter().any(|withheld| matches!(withheld.limit, Limit::Merchant(_)));
            (!refused).then(|| (format!("{} {}", date_of(posted), bonus.merchant), 1))
        });
        prop_assert!(given.iter().all(|(_, times)| *times == 1), "{:?}", given);
        let named = sums(&lines, |posted, standing| {
            Some((format!("{} {}", date_of(posted), standing.bonus.as_ref()?.merchant), 1))
        });
        prop_assert_eq!(named.len(), given.len(), "a merchant that is named gives it once");
    }

    /// Each trip is rounded to whole points, so a day is at most half a point a trip, and half a point of what is
    /// withheld, above what its kilometres within the limits are worth.
    #[test]
    fn no_kilometre_beyond_the_limits_earns_points(acts in acts()) {
        let ledger = recorded(&acts);
        let lines = lines(&ledger, FIRST_PERSON);
        let trips: Vec<_> = lines.iter().filter(|(posted, _)| posted.activity.facts.kind() == Kind::Trip).collect();
        for date in ["2027-07-30", "2027-07-31", "2027-08-01"] {
            let of_day: Vec<_> = trips.iter().filter(|(posted, _)| date_of(posted) == date).collect();
            let activities: Vec<&Activity> = of_day.iter().map(|(posted, _)| &posted.activity).collect();
            let (most, many) = within(&activities);
            let counted: i64 = of_day.iter().map(|(_, standing)| standing.counted.points).sum();
            // Verified and self-declared are rounded apart.
            prop_assert!(counted * 1_000_000 <= most + (many + 2) * 500_000, "{date}: {counted} of {most}");
        }
    }

    #[test]
    fn what_is_withheld_and_credited_is_what_was_earned_line_by_line(acts in acts()) {
        let ledger = recorded(&acts);
        let account = ledger.account(FIRST_PERSON);
        let mut all = 0;
        for (posted, standing) in lines(&ledger, FIRST_PERSON) {
            let withheld: i64 = standing.withheld.iter().map(|withheld| withheld.points).sum();
            prop_assert_eq!(standing.earned, posted.totals);
            if standing.claim.is_none() {
                prop_assert_eq!(standing.counted.points + withheld, standing.earned.points);
            } else {
                prop_assert!(standing.points() == 0 && standing.points_withheld() == 0 && standing.bonus.is_none());
            }
            if let Some(bonus) = &standing.bonus {
                let withheld: i64 = bonus.withheld.iter().map(|withheld| withheld.points).sum();
                prop_assert_eq!(bonus.credited + withheld, bonus.earned);
                prop_assert!(bonus.earned > 0 && bonus.credited >= 0);
            }
            prop_assert!(standing.points() >= 0);
            all += standing.points();
        }
        prop_assert_eq!(account.all_time().points, all);
    }

    #[test]
    fn the_order_of_recording_inside_a_day_does_not_change_the_day(acts in acts().prop_shuffle(), seed in any::<prop::sample::Index>()) {
        let mut other = acts.clone();
        let turn = seed.index(other.len());
        other.rotate_left(turn);
        other.reverse();
        let days = |ledger: &Ledger| {
            let account = ledger.account(FIRST_PERSON);
            ["2027-07-30", "2027-07-31", "2027-08-01"].map(|date| sum(&account.between(day(date), day(date))))
        };
        prop_assert_eq!(days(&recorded(&acts)), days(&recorded(&other)));
    }

    #[test]
    fn what_is_spent_never_exceeds_what_there_is(
        acts in acts(),
        spends in prop::collection::vec((date(), 1..400_i64), 0..8),
    ) {
        let mut ledger = recorded(&acts.iter().map(|act| Act { reversed: false, ..act.clone() }).collect::<Vec<_>>());
        for (place, (date, cost)) in spends.iter().enumerate() {
            if ledger.account(FIRST_PERSON).balance(day("2027-08-31")) >= *cost {
                ledger.post(redemption(&format!("s{place}"), date, *cost)).expect("spent");
            }
        }
        prop_assert_eq!(ledger.account(FIRST_PERSON).owed(), 0);
        for (place, _) in acts.iter().enumerate().filter(|(_, act)| act.reversed) {
            ledger.post(reversal(&format!("r{place}"), &format!("e{place}"))).expect("reversed");
            let account = ledger.account(FIRST_PERSON);
            for today in ["2027-08-31", "2028-12-31", "2029-01-01"] {
                let balance = account.balance(day(today));
                prop_assert!(balance >= 0 && account.owed() >= 0);
                prop_assert_eq!(
                    account.all_time().points + account.owed(),
                    balance + account.expired(day(today)) + account.spent()
                );
            }
        }
    }

    /// What each of those who share a line earns by it, taken together, is what the line is worth: grams, each pollutant
    /// and points; and all accounts together have what all lines together are counted with.
    #[test]
    fn what_is_shared_adds_up_to_the_line(acts in shared()) {
        let ledger = recorded(&acts);
        let mut counted = Totals::default();
        for entry in ledger.entries() {
            let Some(posted) = entry.posted().filter(|_| ledger.reversal_of(&entry.id).is_none()) else { continue };
            let people: Vec<&str> = posted.holders().collect();
            let standings: Vec<Standing> = people
                .iter()
                .map(|person| ledger.account(person).standing(posted.activity.date, &entry.id).expect("a share").clone())
                .collect();
            let earned = standings.iter().fold(Totals::default(), |sum, standing| sum.plus(standing.earned));
            prop_assert_eq!(earned, posted.totals);
            for (place, standing) in standings.iter().enumerate() {
                prop_assert_eq!(standing.earned, share(posted.totals, place, people.len()));
                let grams = if standing.claim.is_some() { Totals::default() } else { standing.earned };
                prop_assert_eq!(standing.counted.carbon_mg, grams.carbon_mg);
                prop_assert_eq!(standing.counted.air, grams.air);
            }
            prop_assert!(standings.iter().skip(1).all(|standing| standing.bonus.is_none()), "it is the first one's");
            // Together it is one entry again.
            let all = Standing::together(standings.clone());
            prop_assert_eq!(all.earned, posted.totals);
            prop_assert_eq!(all.points(), standings.iter().map(Standing::points).sum::<i64>());
            prop_assert_eq!(all.points_withheld(), standings.iter().map(Standing::points_withheld).sum::<i64>());
            counted = counted.plus(Totals { points: all.points(), ..all.counted });
        }
        let accounts = PEOPLE.iter().map(|person| ledger.account(person).all_time());
        prop_assert_eq!(accounts.fold(Totals::default(), Totals::plus), counted);
    }
}

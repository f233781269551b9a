//! A merchant's bonus: a line of its own without grams.
//!
//! By the example of Chaoyang: Jingkelong gives 10 points, Solana 5, for a purchase or an everyday action that names it,
//! each once a day from 21 November 2026; self-declared half of that, rounded half up.

use carbon_points::domain::ledger::Ledger;
use carbon_points::domain::ledger::account::Bonus;
use carbon_points::domain::trace::{Origin, replay};

use super::{account, at, entry, standing};
use crate::rewards::ledger_of;
use crate::support::day;

/// An everyday action with a merchant.
fn at_merchant(date: &str, merchant: &str, evidence: &str) -> String {
    format!(
        r#"{{"kind":"action","date":"{date}","action":"own_bag","count":1,"merchant":"{merchant}","evidence":"{evidence}"}}"#
    )
}

/// Records activities one after the other under the rules of Chaoyang, with the ids `1`, `2`, …
fn recorded(activities: &[String]) -> Ledger {
    let mut ledger = ledger_of("chaoyang");
    for (place, json) in activities.iter().enumerate() {
        ledger.post(entry_later(&(place + 1).to_string(), at(place), json)).expect("posted");
    }
    ledger
}

/// [`entry`], also of a later day.
fn entry_later(id: &str, at: i64, json: &str) -> carbon_points::domain::ledger::Entry {
    let (activity, worth) = crate::support::assessed(json, day("2027-12-31"));
    let mut entry = entry(id, at, r#"{"kind":"action","date":"2026-11-20","action":"own_bag","count":1}"#);
    if let carbon_points::domain::ledger::Posting::Activity(posted) = &mut entry.posting {
        (posted.activity, posted.totals, posted.verdict) = (activity, worth.totals, worth.verdict);
    }
    entry
}

fn bonus(ledger: &Ledger, id: &str) -> Option<(String, i64, i64)> {
    standing(ledger, id).bonus.map(|Bonus { merchant, earned, credited, withheld }| {
        assert_eq!(credited + withheld.iter().map(|withheld| withheld.points).sum::<i64>(), earned);
        (merchant, earned, credited)
    })
}

fn of(merchant: &str, earned: i64) -> (String, i64, i64) {
    (merchant.to_owned(), earned, earned)
}

#[test]
fn it_is_a_line_of_its_own_and_has_no_grams() {
    let ledger = recorded(&[
        at_merchant("2026-11-21", "jingkelong", "verified"),
        at_merchant("2026-11-22", "jingkelong", "self_declared"),
        at_merchant("2026-11-23", "solana", "self_declared"),
    ]);
    assert_eq!(bonus(&ledger, "1"), Some(of("jingkelong", 10)));
    assert_eq!(bonus(&ledger, "2"), Some(of("jingkelong", 5)));
    assert_eq!(bonus(&ledger, "3"), Some(of("solana", 3)), "half of 5 is 2.5, rounded half up");
    for id in ["1", "2", "3"] {
        let standing = standing(&ledger, id);
        assert_eq!(standing.counted, standing.earned, "what the act itself is worth stays as it is");
        // Own bag: 5 g, 0.5 points, verified 1 and self-declared 0.25.
        assert_eq!(standing.counted.carbon_mg, 5_000);
    }
    let month = account(&ledger).month((2026, 11));
    assert_eq!((month.carbon_mg, month.points), (15_000, 1 + 10 + 5 + 3));
}

#[test]
fn it_begins_on_the_merchants_first_day() {
    let ledger = recorded(&[
        at_merchant("2026-11-20", "jingkelong", "verified"),
        at_merchant("2026-11-21", "jingkelong", "verified"),
    ]);
    assert_eq!((bonus(&ledger, "1"), bonus(&ledger, "2")), (None, Some(of("jingkelong", 10))));
}

#[test]
fn it_ends_with_the_merchants_last_day() {
    let text = carbon_points::domain::district::shipped("chaoyang").expect("shipped");
    let first =
        text.find("\"source\": \"chaoyang-pilot-merchants\",\n      \"from\": \"2026-11-21\"").expect("a merchant");
    let end = first
        + text[first..].find("\"from\": \"2026-11-21\"").expect("its first day")
        + "\"from\": \"2026-11-21\"".len();
    let text = format!("{},\n \"until\": \"2026-11-25\"{}", &text[..end], &text[end..]);
    let rules = crate::support::beijing().with_district(&text).expect("it loads");
    let policy = carbon_points::domain::ledger::Policy::of(std::rc::Rc::new(rules));
    let ledger = recorded(&[
        at_merchant("2026-11-25", "jingkelong", "verified"),
        at_merchant("2026-11-26", "jingkelong", "verified"),
    ])
    .moved_to(policy);
    assert_eq!((bonus(&ledger, "1"), bonus(&ledger, "2")), (Some(of("jingkelong", 10)), None));
}

#[test]
fn each_merchant_gives_it_once_a_day_and_the_verified_act_comes_first() {
    let day = "2026-11-21";
    let ledger = recorded(&[
        at_merchant(day, "jingkelong", "self_declared"),
        at_merchant(day, "jingkelong", "verified"),
        at_merchant(day, "jingkelong", "verified"),
        at_merchant(day, "solana", "self_declared"),
        at_merchant("2026-11-22", "jingkelong", "self_declared"),
    ]);
    let given: Vec<_> = (1..=5).map(|id| bonus(&ledger, &id.to_string())).collect();
    let none = |earned| Some(("jingkelong".to_owned(), earned, 0));
    assert_eq!(
        given,
        [none(5), Some(of("jingkelong", 10)), none(10), Some(of("solana", 3)), Some(of("jingkelong", 5))]
    );
    // What is not given says by which number of the rules.
    let rules = ledger.policy().rulebook().expect("rules");
    let withheld = standing(&ledger, "1").bonus.expect("a bonus").withheld;
    assert_eq!(withheld.len(), 1);
    assert_eq!((withheld[0].limit.id(rules), withheld[0].points), ("bonus.jingkelong_daily", 5));
    let reference = withheld[0].limit.reference(rules, crate::support::day(day)).expect("a dated value");
    assert_eq!(rules.value(reference).expect("in force").value.to_string(), "1");
    let standing = standing(&ledger, "1");
    assert_eq!((standing.points_withheld(), standing.points()), (5, standing.counted.points));
}

/// 10 points, self-declared half of it.
#[test]
fn it_is_worked_out_from_numbers_of_the_rules() {
    let ledger = recorded(&[at_merchant("2026-11-21", "jingkelong", "self_declared")]);
    let rules = ledger.policy().rulebook().expect("rules");
    let act = ledger.entry("1").and_then(|entry| entry.posted()).expect("posted").activity.clone();
    let steps = ledger.policy().bonus_steps(&act);
    assert_eq!(replay(&steps), Ok(()));
    let results: Vec<String> = steps.iter().map(|step| step.result.to_string()).collect();
    assert_eq!(results, ["5", "5"]);
    let parameters: Vec<&str> = steps[0]
        .operands
        .iter()
        .map(|operand| match operand.origin {
            Origin::Parameter(reference) => rules.resolve(reference).expect("a parameter").0.id.as_str(),
            origin => panic!("{origin:?}"),
        })
        .collect();
    assert_eq!(parameters, ["bonus.jingkelong", "evidence.self_declared"]);
    assert!(super::policy().bonus_steps(&act).is_empty(), "no merchants without a district");
}

#[test]
fn other_kinds_merchants_and_districts_earn_none() {
    let trip = r#"{"kind":"trip","date":"2026-11-21","merchant":"jingkelong","legs":[{"mode":"rail","km":"10"}]}"#;
    let nobody = at_merchant("2026-11-21", "corner_shop", "verified");
    let there = at_merchant("2026-11-21", "jingkelong", "verified");
    let ledger = recorded(&[trip.to_owned(), nobody, there]);
    assert_eq!((bonus(&ledger, "1"), bonus(&ledger, "2")), (None, None));
    assert_eq!(bonus(&ledger, "3"), Some(of("jingkelong", 10)));
    let elsewhere = ledger.moved_to(super::policy());
    assert_eq!(bonus(&elsewhere, "3"), None, "without the district's rules there is none");
    assert_eq!(account(&elsewhere).month((2026, 11)).carbon_mg, account(&ledger).month((2026, 11)).carbon_mg);
}

#[test]
fn an_act_that_is_worth_nothing_earns_none() {
    // A paint just at the limit of 50 g/L is not below it.
    let paint = r#"{"kind":"purchase","date":"2026-11-21","category":"interior_wall_coating","amount":"10","unit":"L","voc":"50","voc_unit":"g/L","basis":"less_water","mode":"below_limit","merchant":"jingkelong"}"#;
    let ledger = recorded(&[paint.to_owned()]);
    assert!(standing(&ledger, "1").earned.is_zero());
    assert_eq!(bonus(&ledger, "1"), None);
}

#[test]
fn the_months_cap_counts_the_bonus_after_the_act_itself() {
    // 3000 points a month from everything self-declared. A kilowatt-hour saved is 0.5554 kg, 27.77 points: 107.9 of them
    // are 2996.383, which leaves 4; 300 are more than the month has.
    let bill = |usage: &str| {
        format!(
            r#"{{"kind":"utility","date":"2026-11-20","utility":"electricity","start":"2026-10-01","end":"2026-10-31","usage":"{usage}","baseline_usage":1000,"baseline_days":31}}"#
        )
    };
    let credited = |usage: &str| {
        let sold = at_merchant("2026-11-21", "jingkelong", "self_declared");
        let ledger = recorded(&[bill(usage), sold]);
        (standing(&ledger, "1").counted.points, bonus(&ledger, "2"))
    };
    assert_eq!(credited("892.1"), (2996, Some(("jingkelong".to_owned(), 5, 4))));
    assert_eq!(credited("700"), (3000, Some(("jingkelong".to_owned(), 5, 0))));
    assert_eq!(credited("900"), (2777, Some(of("jingkelong", 5))));
}

//! What a reward costs, when it can be had, and what is missing.
//!
//! By the example of Chaoyang: the Solana voucher costs 500 points, is offered from 21 November 2026 to 31 December 2027 and
//! can be used on 30 days; the donation of a tree costs 2000 and has no last day. A kilometre by metro, verified, is 7.2.

use carbon_points::domain::date::Date;
use carbon_points::domain::ledger::FIRST_PERSON;
use carbon_points::domain::rewards::{Offered, Refused, offered, paid_from, redeem, valid_until};

use super::{ledger_of, rules_of, spend};
use crate::account::{entry, trip};
use crate::support::{beijing, day};

/// Verified metro rides of 100 km each, the most a day that earns: 720 points.
fn rides(days: &[&str]) -> carbon_points::domain::ledger::Ledger {
    let mut ledger = ledger_of("chaoyang");
    for (place, date) in days.iter().enumerate() {
        let ride = trip(date, &[("rail", "100")], "verified");
        ledger.post(entry(&format!("e{place}"), crate::account::at(place), &ride)).expect("posted");
    }
    ledger
}

#[test]
fn a_reward_is_offered_from_its_first_day_to_its_last() {
    let rules = rules_of("chaoyang");
    let coupon = rules.district.as_ref().and_then(|district| district.reward("solana_coupon")).expect("offered");
    let on = |date| offered(coupon, &rules, day(date));
    assert_eq!(on("2026-11-20"), Some(Offered::NotBefore(day("2026-11-21"))));
    assert_eq!(on("2026-11-21"), Some(Offered::For(500)));
    assert_eq!(on("2027-12-31"), Some(Offered::For(500)));
    assert_eq!(on("2028-01-01"), Some(Offered::Until(day("2027-12-31"))));
    let tree = rules.district.as_ref().and_then(|district| district.reward("tree_donation")).expect("offered");
    assert_eq!(offered(tree, &rules, day("2099-01-01")), Some(Offered::For(2000)));
}

#[test]
fn a_voucher_can_be_used_on_thirty_days_the_first_included() {
    let rules = rules_of("chaoyang");
    let district = rules.district.as_ref().expect("a district");
    let coupon = district.reward("solana_coupon").expect("offered");
    assert_eq!(valid_until(coupon, &rules, day("2026-11-21")), Some(day("2026-12-20")));
    let mut endless = coupon.clone();
    endless.valid_days = None;
    assert_eq!(valid_until(&endless, &rules, day("2026-11-21")), Some(Date::LAST));
    assert_eq!(valid_until(district.reward("tree_donation").expect("offered"), &rules, day("2026-11-21")), None);
}

#[test]
fn what_is_missing_is_said_to_the_point() {
    let rules = rules_of("chaoyang");
    let mut ledger = rides(&["2026-11-20"]);
    let today = "2026-11-21";
    assert_eq!(spend(&mut ledger, &rules, ("v", "tree_donation"), today), Err(Refused::Missing(2000 - 720)));
    assert_eq!(spend(&mut ledger, &rules, ("v", "no_such_thing"), today), Err(Refused::Unknown));
    let early = spend(&mut ledger, &rules, ("v", "solana_coupon"), "2026-11-20");
    assert_eq!(early, Err(Refused::NotBefore(day("2026-11-21"))));
    assert_eq!(ledger.redemptions().count(), 0, "nothing was spent");
    spend(&mut ledger, &rules, ("v", "solana_coupon"), today).expect("720 are enough for 500");
    assert_eq!(ledger.account(FIRST_PERSON).balance(day(today)), 220);
    assert_eq!(spend(&mut ledger, &rules, ("w", "solana_coupon"), today), Err(Refused::Missing(280)));
}

#[test]
fn exactly_enough_is_enough() {
    let rules = rules_of("chaoyang");
    // 69 km by metro and 0.3 km on foot: 7.2 × 69 = 496.8, and 10.4 × 0.3 = 3.12; 499.92 is rounded to 500.
    let mut ledger = ledger_of("chaoyang");
    let ride = trip("2026-11-20", &[("rail", "69"), ("walk", "0.3")], "verified");
    ledger.post(entry("e", 0, &ride)).expect("posted");
    assert_eq!(ledger.account(FIRST_PERSON).balance(day("2026-11-21")), 500);
    spend(&mut ledger, &rules, ("v", "solana_coupon"), "2026-11-21").expect("500 are enough for 500");
    assert_eq!(ledger.account(FIRST_PERSON).balance(day("2026-11-21")), 0);
}

#[test]
fn it_is_paid_with_what_expires_first() {
    let ledger = rides(&["2025-06-01", "2026-06-01"]);
    let account = ledger.account(FIRST_PERSON);
    let parts = paid_from(&account, 1000, day("2026-11-21"));
    assert_eq!(parts, [(day("2026-12-31"), 720), (day("2027-12-31"), 280)]);
    assert_eq!(paid_from(&account, 720, day("2026-11-21")), [(day("2026-12-31"), 720)]);
    assert_eq!(paid_from(&account, 1000, day("2027-01-01")), [(day("2027-12-31"), 720)], "all that is left");
    assert!(paid_from(&account, 0, day("2026-11-21")).is_empty());
}

#[test]
fn without_a_district_nothing_is_offered() {
    let ledger = rides(&["2026-11-20"]);
    let redeemed = redeem(&ledger, beijing(), (FIRST_PERSON, "solana_coupon"), String::new(), day("2026-11-21"));
    assert_eq!(redeemed, Err(Refused::Unknown));
}

#[test]
fn a_redemption_keeps_the_terms_of_its_day() {
    let (rules, ledger) = (rules_of("chaoyang"), rides(&["2026-11-20"]));
    let redeemed = redeem(&ledger, &rules, (FIRST_PERSON, "solana_coupon"), "7K3M".to_owned(), day("2026-11-21"));
    let redeemed = redeemed.expect("enough");
    assert_eq!((redeemed.cost, redeemed.date, redeemed.valid_until), (500, day("2026-11-21"), Some(day("2026-12-20"))));
    assert_eq!(redeemed.rulebook, "beijing@2026.11+chaoyang@2026.11");
    assert_eq!((redeemed.reward.as_str(), redeemed.code.as_str()), ("solana_coupon", "7K3M"));
}

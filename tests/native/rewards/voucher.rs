//! What becomes of a voucher, and of a donation.

use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Posting};
use carbon_points::domain::rewards::{Status, ended_on, status};

use super::{ledger_of, rules_of, spend, used};
use crate::account::{at, entry, reversal, trip};
use crate::support::day;

/// 2880 points of 2026, and a voucher for 500 of them made on 21 November 2026.
fn with_a_voucher() -> Ledger {
    let mut ledger = ledger_of("chaoyang");
    for (place, date) in ["2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"].into_iter().enumerate() {
        let ride = trip(date, &[("rail", "100")], "verified");
        ledger.post(entry(&format!("e{place}"), at(place), &ride)).expect("posted");
    }
    spend(&mut ledger, &rules_of("chaoyang"), ("v", "solana_coupon"), "2026-11-21").expect("redeemed");
    ledger
}

fn status_on(ledger: &Ledger, id: &str, date: &str) -> Status {
    let redemption = ledger.entry(id).and_then(|entry| entry.redemption()).expect("a redemption");
    status(ledger, id, redemption, day(date))
}

#[test]
fn it_is_open_until_its_last_day_is_over() {
    let ledger = with_a_voucher();
    assert_eq!(status_on(&ledger, "v", "2026-11-21"), Status::Open);
    assert_eq!(status_on(&ledger, "v", "2026-12-20"), Status::Open);
    assert_eq!(status_on(&ledger, "v", "2026-12-21"), Status::Lapsed);
    assert_eq!(ledger.account(FIRST_PERSON).balance(day("2026-12-21")), 2380, "what lapsed does not come back");
}

#[test]
fn used_it_stays_used_and_cancelled_it_stays_cancelled() {
    let (mut shop, mut resident) = (with_a_voucher(), with_a_voucher());
    shop.post(used("u", "v")).expect("used");
    resident.post(reversal("c", "v")).expect("cancelled");
    for date in ["2026-11-21", "2027-06-01"] {
        assert_eq!(status_on(&shop, "v", date), Status::Used);
        assert_eq!(status_on(&resident, "v", date), Status::Cancelled);
    }
    assert_eq!(shop.account(FIRST_PERSON).balance(day("2026-11-21")), 2380);
    assert_eq!(resident.account(FIRST_PERSON).balance(day("2026-11-21")), 2880);
}

#[test]
fn points_that_expired_meanwhile_do_not_come_back() {
    let mut ledger = ledger_of("chaoyang");
    // 720 points of 2025, valid until the end of 2026; the voucher of 21 December can be used until 19 January 2027.
    ledger.post(entry("e", 0, &trip("2025-06-01", &[("rail", "100")], "verified"))).expect("posted");
    spend(&mut ledger, &rules_of("chaoyang"), ("v", "solana_coupon"), "2026-12-21").expect("redeemed");
    ledger.post(reversal("c", "v")).expect("cancelled");
    let account = ledger.account(FIRST_PERSON);
    assert_eq!((account.balance(day("2026-12-31")), account.expired(day("2026-12-31"))), (720, 0));
    assert_eq!((account.balance(day("2027-01-01")), account.expired(day("2027-01-01"))), (0, 720));
}

#[test]
fn what_cancelling_gives_back_is_known_before_it_is_done() {
    let ledger = with_a_voucher();
    assert_eq!(ledger.coming_back("v", day("2026-11-21")), 500);
    assert_eq!(ledger.account(FIRST_PERSON).balance(day("2026-11-21")), 2380, "nothing is done yet");
    // 720 points of 2025, valid until the end of 2026, and 288 of 2026: the voucher took 500 of the older ones.
    let mut two = ledger_of("chaoyang");
    two.post(entry("e", 0, &trip("2025-06-01", &[("rail", "100")], "verified"))).expect("posted");
    two.post(entry("f", at(1), &trip("2026-06-01", &[("rail", "40")], "verified"))).expect("posted");
    spend(&mut two, &rules_of("chaoyang"), ("v", "solana_coupon"), "2026-12-21").expect("redeemed");
    assert_eq!(two.coming_back("v", day("2026-12-31")), 500);
    assert_eq!(two.coming_back("v", day("2027-01-01")), 0, "they have expired");
    // 432 of the older points and 68 of the newer ones: only these are left in the new year.
    let mut mixed = ledger_of("chaoyang");
    mixed.post(entry("e", 0, &trip("2025-06-01", &[("rail", "60")], "verified"))).expect("posted");
    mixed.post(entry("f", at(1), &trip("2026-06-01", &[("rail", "40")], "verified"))).expect("posted");
    spend(&mut mixed, &rules_of("chaoyang"), ("v", "solana_coupon"), "2026-12-21").expect("redeemed");
    assert_eq!(mixed.coming_back("v", day("2027-01-01")), 68);
    // What was taken out of the account is made up for first.
    let mut owing = with_a_voucher();
    for (place, id) in ["e0", "e1", "e2"].into_iter().enumerate() {
        owing.post(reversal(&format!("r{place}"), id)).expect("reversed");
    }
    owing.post(reversal("r3", "e3")).expect("reversed");
    assert_eq!(owing.coming_back("v", day("2026-11-21")), 0);
    assert_eq!(ledger.coming_back("e0", day("2026-11-21")), 0, "no voucher");
}

#[test]
fn the_day_on_which_it_ended_is_the_one_it_was_cancelled_or_used() {
    let (mut ledger, mut shop) = (with_a_voucher(), with_a_voucher());
    assert_eq!(ended_on(&ledger, "v"), None);
    // 30 November 2026, 16:30 in London, is past midnight in Beijing.
    let late = 1_796_056_200_000;
    let cancelled = Posting::Reversal { of: "v".to_owned() };
    ledger.post(Entry { id: "c".to_owned(), recorded_at: late, posting: cancelled }).expect("cancelled");
    assert_eq!(ended_on(&ledger, "v"), Some(day("2026-12-01")));
    shop.post(Entry { recorded_at: late, ..used("u", "v") }).expect("used");
    assert_eq!(ended_on(&shop, "v"), Some(day("2026-12-01")));
}

#[test]
fn a_donation_is_given_at_once() {
    let mut ledger = with_a_voucher();
    spend(&mut ledger, &rules_of("chaoyang"), ("d", "tree_donation"), "2026-11-21").expect("redeemed");
    assert_eq!(status_on(&ledger, "d", "2026-11-21"), Status::Given);
    assert_eq!(status_on(&ledger, "d", "2030-01-01"), Status::Given);
    assert_eq!(ledger.account(FIRST_PERSON).balance(day("2026-11-21")), 380);
}

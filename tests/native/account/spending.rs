//! Spending: what expires first is spent first, nothing twice, and never below zero.

use super::{account, credited, entry, metro, recorded, redemption, reversal};
use crate::support::day;
use carbon_points::domain::ledger::{Ended, Entry, Posting, Refused};

fn used(id: &str, of: &str) -> Entry {
    Entry { id: id.to_owned(), recorded_at: 0, posting: Posting::Use { of: of.to_owned() } }
}

#[test]
fn the_oldest_points_are_spent_first() {
    let mut ledger = recorded(&[metro("2025-06-01", "10"), metro("2026-06-01", "20")]);
    ledger.post(redemption("v", "2026-07-01", 50)).expect("posted");
    let lots: Vec<_> = account(&ledger).lots(day("2026-07-01")).collect();
    assert_eq!(lots, [(day("2027-12-31"), 36 + 72 - 50)], "all 36 of 2025 and 14 of 2026");
    assert_eq!((account(&ledger).balance(day("2027-01-01")), account(&ledger).expired(day("2027-01-01"))), (58, 0));
    assert_eq!(account(&ledger).all_time().points, 36 + 72, "what was earned is earned");
}

#[test]
fn expired_points_pay_for_nothing() {
    let mut ledger = recorded(&[metro("2024-12-01", "10"), metro("2026-06-01", "20")]);
    ledger.post(redemption("v", "2026-07-01", 50)).expect("posted");
    let account = account(&ledger);
    assert_eq!((account.balance(day("2026-07-01")), account.expired(day("2026-07-01"))), (22, 36));
}

#[test]
fn what_is_cancelled_comes_back_and_what_was_used_does_not() {
    let mut ledger = recorded(&[metro("2026-06-01", "20")]);
    let balance = |ledger: &_| account(ledger).balance(day("2026-07-01"));
    ledger.post(redemption("v", "2026-07-01", 50)).expect("posted");
    assert_eq!(balance(&ledger), 22);
    ledger.post(reversal("c", "v")).expect("cancelled");
    assert_eq!((balance(&ledger), account(&ledger).spent(), ledger.ended("v")), (72, 0, Some(Ended::Cancelled)));
    assert_eq!(ledger.post(used("u", "v")), Err(Refused::AlreadyReversed));
    ledger.post(redemption("w", "2026-07-01", 50)).expect("posted");
    ledger.post(used("u", "w")).expect("used");
    assert_eq!(ledger.post(reversal("d", "w")), Err(Refused::AlreadyUsed));
    assert_eq!(ledger.post(used("x", "w")), Err(Refused::AlreadyUsed));
    assert_eq!((balance(&ledger), ledger.ended("w")), (22, Some(Ended::Used)));
    assert_eq!(ledger.post(used("y", "1")), Err(Refused::NothingToReverse), "an act is no voucher");
}

#[test]
fn what_a_correction_takes_away_is_owed_and_made_up_for() {
    let mut ledger = recorded(&[metro("2026-06-01", "20"), metro("2026-06-02", "10")]);
    ledger.post(redemption("v", "2026-07-01", 100)).expect("posted");
    assert_eq!(account(&ledger).balance(day("2026-07-01")), 8);
    ledger.post(reversal("r", "1")).expect("reversed");
    let state = |ledger: &_| (account(ledger).balance(day("2026-07-02")), account(ledger).owed());
    assert_eq!(state(&ledger), (0, 64), "36 are left of the 100 that were spent");
    ledger.post(entry("3", 1, &metro("2026-07-02", "10"))).expect("posted");
    assert_eq!(state(&ledger), (0, 28));
    ledger.post(entry("4", 2, &metro("2026-07-02", "10"))).expect("posted");
    assert_eq!(state(&ledger), (8, 0));
    assert_eq!(credited(&ledger, "4"), (36, vec![]), "it was earned all the same");
}

#[test]
fn it_is_known_before_an_entry_is_undone_how_much_of_it_is_spent() {
    let mut ledger = recorded(&[metro("2026-06-01", "20"), metro("2026-06-02", "10")]);
    assert_eq!(ledger.spent_of("1"), 0, "nothing was redeemed");
    ledger.post(redemption("v", "2026-07-01", 36)).expect("posted");
    assert_eq!((ledger.spent_of("1"), ledger.spent_of("2")), (0, 0), "either of the two covers 36");
    ledger.post(redemption("w", "2026-07-01", 64)).expect("posted");
    assert_eq!((ledger.spent_of("1"), ledger.spent_of("2")), (64, 28), "100 of 108 are spent");
    assert_eq!((ledger.spent_of("v"), ledger.spent_of("x")), (0, 0), "a voucher that is cancelled takes nothing away");
    assert_eq!(account(&ledger).owed(), 0, "asking changes nothing");
    ledger.post(reversal("r", "1")).expect("reversed");
    assert_eq!((account(&ledger).owed(), ledger.spent_of("1")), (64, 0));
    assert_eq!(ledger.spent_of("2"), 36, "beside the 64 that are owed already");
}

#[test]
fn earning_late_for_an_earlier_day_covers_what_was_short() {
    let mut ledger = recorded(&[]);
    ledger.post(redemption("v", "2026-07-01", 36)).expect("posted");
    assert_eq!(account(&ledger).owed(), 36);
    ledger.post(entry("1", 1, &metro("2026-06-30", "10"))).expect("posted");
    assert_eq!((account(&ledger).owed(), account(&ledger).balance(day("2026-07-01"))), (0, 0));
}

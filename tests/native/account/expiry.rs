//! Points are valid until 31 December of the year after the one they were earned in.

use super::{account, metro, recorded};
use crate::support::day;

#[test]
fn points_are_valid_through_the_last_day_and_gone_on_the_next() {
    let ledger = recorded(&[metro("2024-12-31", "10"), metro("2025-01-01", "20")]);
    let account = account(&ledger);
    let at = |date: &str| (account.balance(day(date)), account.expired(day(date)));
    assert_eq!(at("2025-12-31"), (36 + 72, 0));
    assert_eq!(at("2026-01-01"), (72, 36));
    assert_eq!(at("2026-12-31"), (72, 36));
    assert_eq!(at("2027-01-01"), (0, 36 + 72));
    let lots: Vec<_> = account.lots(day("2025-06-01")).collect();
    assert_eq!(lots, [(day("2025-12-31"), 36), (day("2026-12-31"), 72)]);
}

#[test]
fn a_leap_day_expires_like_any_other() {
    let ledger = recorded(&[metro("2026-02-28", "10")]);
    assert_eq!(account(&ledger).balance(day("2027-12-31")), 36);
    assert_eq!(account(&ledger).balance(day("2028-01-01")), 0);
}

#[test]
fn grams_never_expire() {
    let ledger = recorded(&[metro("2024-12-31", "10")]);
    assert_eq!(account(&ledger).all_time().carbon_mg, 720_000);
}

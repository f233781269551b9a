//! How a balance moves, worked out by hand. Points are valid until 31 December of the following year.

use carbon_points::domain::ledger::Ledger;
use carbon_points::domain::statement::{Movement, Period};

use super::ledgers::{entry, ledger, rail, redemption, reversal, statement, worth};
use crate::support::day;

fn posted(entries: impl IntoIterator<Item = carbon_points::domain::ledger::Entry>) -> Ledger {
    let mut ledger = ledger();
    for entry in entries {
        ledger.post(entry).expect("posted");
    }
    ledger
}

fn hundred_in_2025() -> carbon_points::domain::ledger::Entry {
    entry("a", "2025-06-01", rail(10), worth(720_000, 100))
}

#[test]
fn points_expire_at_the_end_of_31_december() {
    let ledger = posted([hundred_in_2025(), redemption("s", day("2026-05-01"), 30)]);
    let december = Period::month(2026, 12);
    let moved = |expired, closing| Movement { opening: 70, expired, closing, ..Movement::default() };
    // On the day itself they can still be spent.
    assert_eq!(statement(&ledger, december, "2026-12-31").movement, moved(0, 70));
    assert_eq!(statement(&ledger, december, "2027-01-01").movement, moved(70, 0));
    assert_eq!(statement(&ledger, Period::month(2027, 1), "2027-01-01").movement, Movement::default());
    let year = statement(&ledger, Period::year(2026), "2027-01-01").movement;
    assert_eq!(year, Movement { opening: 100, spent: 30, expired: 70, closing: 0, ..Movement::default() });
}

#[test]
fn what_was_spent_and_given_back_stands_in_the_months_it_happened() {
    let ledger = posted([hundred_in_2025(), redemption("s", day("2026-03-31"), 30), reversal("r", "s", "2026-04-01")]);
    let march = statement(&ledger, Period::month(2026, 3), "2026-11-21");
    assert_eq!(march.movement, Movement { opening: 100, spent: 30, closing: 70, ..Movement::default() });
    let april = statement(&ledger, Period::month(2026, 4), "2026-11-21");
    assert_eq!(april.movement, Movement { opening: 70, cancelled: 30, closing: 100, ..Movement::default() });
    assert_eq!((march.redeemed.len(), april.redeemed.len()), (1, 1));
    assert_eq!(statement(&ledger, Period::month(2026, 5), "2026-11-21").redeemed.len(), 0);
    assert_eq!(april.redeemed[0].cancelled, Some(day("2026-04-01")));
}

#[test]
fn points_given_back_after_their_last_day_expire_at_once() {
    let ledger = posted([hundred_in_2025(), redemption("s", day("2026-12-20"), 30), reversal("r", "s", "2027-01-05")]);
    let december = statement(&ledger, Period::month(2026, 12), "2027-02-01").movement;
    assert_eq!(december, Movement { opening: 100, spent: 30, expired: 70, closing: 0, ..Movement::default() });
    let january = statement(&ledger, Period::month(2027, 1), "2027-02-01").movement;
    assert_eq!(january, Movement { cancelled: 30, expired: 30, ..Movement::default() });
}

#[test]
fn what_a_correction_took_away_is_owed_until_it_is_earned_again() {
    let later = entry("b", "2026-02-10", rail(10), worth(720_000, 50));
    let ledger =
        posted([hundred_in_2025(), redemption("s", day("2026-01-10"), 80), reversal("r", "a", "2026-01-20"), later]);
    // The reversed entry counts on no day, so the 80 were spent from nothing; 50 of them are made up for.
    let january = statement(&ledger, Period::month(2026, 1), "2026-11-21").movement;
    assert_eq!(january, Movement { spent: 80, closing: -80, ..Movement::default() });
    let february = statement(&ledger, Period::month(2026, 2), "2026-11-21").movement;
    assert_eq!(february, Movement { opening: -80, credited: 50, closing: -30, ..Movement::default() });
}

/// 80 points owed since November 2025 are made up for by the next ones by date, whatever was recorded first.
#[test]
fn what_makes_up_for_a_debt_does_not_depend_on_the_order_of_recording() {
    let debt = redemption("s", day("2025-11-01"), 80);
    let (december, february) = (
        entry("a", "2025-12-05", rail(10), worth(720_000, 50)),
        entry("b", "2026-02-05", rail(10), worth(720_000, 100)),
    );
    for order in [[debt.clone(), december.clone(), february.clone()], [debt, february, december]] {
        let account = posted(order).account(carbon_points::domain::ledger::FIRST_PERSON).into_owned();
        // 50 of December and 30 of February are gone; the rest is valid until the end of 2027.
        assert_eq!((account.balance(day("2026-12-31")), account.balance(day("2027-01-01"))), (70, 70));
    }
}

#[test]
fn a_period_that_is_not_over_ends_today_and_one_to_come_is_empty() {
    let ledger = posted([hundred_in_2025()]);
    let month = statement(&ledger, Period::month(2026, 11), "2026-11-21");
    assert_eq!((month.until, month.movement.closing), (day("2026-11-21"), 100));
    assert!(month.is_empty());
    let year = statement(&ledger, Period::year(2026), "2026-11-21");
    assert_eq!(year.months.len(), 11, "December has not begun");
    let next = statement(&ledger, Period::month(2026, 12), "2026-11-21");
    assert_eq!(next.movement, Movement { opening: 100, closing: 100, ..Movement::default() });
}

#[test]
fn periods_know_their_days_and_neighbours() {
    let february = Period::month(2024, 2);
    assert_eq!((february.first(), february.last()), (day("2024-02-01"), day("2024-02-29")));
    assert_eq!((february.previous(), february.next()), (Some(Period::month(2024, 1)), Some(Period::month(2024, 3))));
    let january = Period::month(2026, 1);
    assert_eq!(january.previous(), Some(Period::month(2025, 12)));
    assert_eq!(Period::month(2025, 12).next(), Some(january));
    assert_eq!(Period::year(2026).last(), day("2026-12-31"));
    assert_eq!((Period::year(9999).next(), Period::month(9999, 12).next()), (None, None));
    assert_eq!(Period::month(9999, 12).last(), day("9999-12-31"));
    assert_eq!((Period::year(0).previous(), Period::month(0, 1).previous()), (None, None));
    assert_eq!(Period::year(0).first(), day("0000-01-01"));
    assert_eq!(Period::year(0).previous(), None);
}

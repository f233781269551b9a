//! The ledger: entries are added, never changed; reversals take back exactly what was given.

use carbon_points::domain::activity::{Activity, Evidence, Facts};
use carbon_points::domain::assessment::{Air, Totals, Verdict};
use carbon_points::domain::date::Date;
use carbon_points::domain::decimal::Decimal;
use carbon_points::domain::ledger::{Entry, Ledger, Posted, Posting, Refused};
use proptest::prelude::*;

pub(crate) fn totals(carbon_mg: i64, voc_mg: i64, points: i64) -> Totals {
    Totals { carbon_mg, air: Air { voc_mg, nox_mg: 0, upe: voc_mg }, points }
}

pub(crate) fn entry(id: &str, date: Date, worth: Totals) -> Entry {
    let activity = Activity {
        id: None,
        date,
        evidence: Evidence::SelfDeclared,
        merchant: None,
        note: None,
        facts: Facts::Solar { self_consumed_kwh: Decimal::from(1) },
    };
    Entry {
        id: id.to_owned(),
        recorded_at: 0,
        posting: Posting::Activity(Box::new(Posted {
            activity,
            rulebook: "beijing@2026.11".to_owned(),
            verdict: Verdict::Credited,
            totals: worth,
            corrects: None,
        })),
    }
}

pub(crate) fn reversal(id: &str, of: &str) -> Entry {
    Entry { id: id.to_owned(), recorded_at: 1, posting: Posting::Reversal { of: of.to_owned() } }
}

fn day(month: u8, day: u8) -> Date {
    Date::new(2026, month, day).expect("a day of 2026")
}

#[test]
fn totals_are_the_sum_by_month_and_for_ever() {
    let mut ledger = Ledger::default();
    ledger.post(entry("a", day(10, 31), totals(100, 1, 5))).expect("posted");
    ledger.post(entry("b", day(11, 1), totals(20, 0, 1))).expect("posted");
    ledger.post(entry("c", day(11, 30), totals(3, 2, 0))).expect("posted");
    assert_eq!(ledger.month((2026, 10)), totals(100, 1, 5));
    assert_eq!(ledger.month((2026, 11)), totals(23, 2, 1));
    assert_eq!(ledger.month((2025, 11)), Totals::default());
    assert_eq!(ledger.all_time(), totals(123, 3, 6));
}

#[test]
fn a_reversal_takes_back_exactly_what_was_given_in_its_own_month() {
    let mut ledger = Ledger::default();
    ledger.post(entry("a", day(10, 31), totals(100, 1, 5))).expect("posted");
    ledger.post(reversal("r", "a")).expect("reversed");
    assert_eq!(ledger.month((2026, 10)), Totals::default());
    assert_eq!(ledger.all_time(), Totals::default());
    assert_eq!(ledger.entries().len(), 2, "nothing disappears");
    assert_eq!(ledger.reversal_of("a").map(|entry| entry.id.as_str()), Some("r"));
}

#[test]
fn what_cannot_be_added_changes_nothing() {
    let mut ledger = Ledger::default();
    ledger.post(entry("a", day(11, 1), totals(7, 0, 1))).expect("posted");
    assert_eq!(ledger.post(entry("a", day(11, 2), totals(9, 0, 1))), Err(Refused::Duplicate));
    assert_eq!(ledger.post(reversal("r", "x")), Err(Refused::NothingToReverse));
    ledger.post(reversal("r", "a")).expect("reversed");
    assert_eq!(ledger.post(reversal("s", "a")), Err(Refused::AlreadyReversed));
    assert_eq!(ledger.post(reversal("t", "r")), Err(Refused::NothingToReverse));
    assert_eq!((ledger.entries().len(), ledger.all_time()), (2, Totals::default()));
}

#[test]
fn days_come_newest_first_and_the_last_recorded_first_within_a_day() {
    let mut ledger = Ledger::default();
    for (id, date) in [("a", day(11, 2)), ("b", day(11, 1)), ("c", day(11, 2))] {
        ledger.post(entry(id, date, totals(1, 0, 0))).expect("posted");
    }
    let order: Vec<String> =
        ledger.by_day().flat_map(|(_, entries)| entries.into_iter().map(|(entry, _)| entry.id.clone())).collect();
    assert_eq!(order, ["c", "a", "b"]);
}

proptest! {
    /// However entries and reversals are mixed, the totals are the sum of what is not reversed.
    #[test]
    fn totals_are_what_is_not_reversed(
        acts in prop::collection::vec((1u8..=12, 1u8..=28, 0i64..1_000_000_000, 0i64..1_000_000, 0i64..10_000, any::<bool>()), 0..60)
    ) {
        let mut ledger = Ledger::default();
        let mut expected = Totals::default();
        for (index, (month, date, carbon, voc, points, reversed)) in acts.iter().enumerate() {
            let worth = totals(*carbon, *voc, *points);
            ledger.post(entry(&format!("e{index}"), day(*month, *date), worth)).expect("posted");
            if *reversed {
                ledger.post(reversal(&format!("r{index}"), &format!("e{index}"))).expect("reversed");
            } else {
                expected = expected.plus(worth);
            }
        }
        prop_assert_eq!(ledger.all_time(), expected);
        let months = (1..=12).map(|month| ledger.month((2026, month))).fold(Totals::default(), Totals::plus);
        prop_assert_eq!(months, expected);
    }
}

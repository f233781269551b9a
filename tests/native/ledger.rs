//! The ledger: entries are added, never changed; reversals take back exactly what was given.

use carbon_points::domain::activity::{Activity, Evidence, Facts, Utility, UtilityBill};
use carbon_points::domain::assessment::{Air, Totals, Verdict};
use carbon_points::domain::date::Date;
use carbon_points::domain::decimal::Decimal;
use carbon_points::domain::ledger::{Claim, Entry, FIRST_PERSON, Ledger, Posted, Posting, Refused};
use carbon_points::domain::reason::ReasonCode;
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
            people: Vec::new(),
            receipt: None,
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
    assert_eq!(ledger.account(FIRST_PERSON).month((2026, 10)), totals(100, 1, 5));
    assert_eq!(ledger.account(FIRST_PERSON).month((2026, 11)), totals(23, 2, 1));
    assert_eq!(ledger.account(FIRST_PERSON).month((2025, 11)), Totals::default());
    assert_eq!(ledger.account(FIRST_PERSON).all_time(), totals(123, 3, 6));
}

#[test]
fn a_reversal_takes_back_exactly_what_was_given_in_its_own_month() {
    let mut ledger = Ledger::default();
    ledger.post(entry("a", day(10, 31), totals(100, 1, 5))).expect("posted");
    ledger.post(reversal("r", "a")).expect("reversed");
    assert_eq!(ledger.account(FIRST_PERSON).month((2026, 10)), Totals::default());
    assert_eq!(ledger.account(FIRST_PERSON).all_time(), Totals::default());
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
    assert_eq!((ledger.entries().len(), ledger.account(FIRST_PERSON).all_time()), (2, Totals::default()));
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
        prop_assert_eq!(ledger.account(FIRST_PERSON).all_time(), expected);
        let months = (1..=12).map(|month| ledger.account(FIRST_PERSON).month((2026, month))).fold(Totals::default(), Totals::plus);
        prop_assert_eq!(months, expected);
    }
}

/// A bill of a utility and a meter, from a day of June 2026 to another.
fn bill(id: &str, utility: Utility, meter: Option<&str>, days: (u8, u8)) -> (UtilityBill, Entry) {
    let bill = UtilityBill {
        utility,
        start: day(6, days.0),
        end: day(6, days.1),
        usage: Decimal::from(1),
        baseline_usage: Decimal::from(2),
        baseline_days: 30,
        annual_usage: None,
        boiler_heating: false,
        has_pv: false,
        meter: meter.map(str::to_owned),
    };
    let mut posted = entry(id, bill.end, totals(1, 0, 1));
    if let Posting::Activity(posted) = &mut posted.posting {
        posted.activity.facts = Facts::Utility(bill.clone());
    }
    (bill, posted)
}

#[test]
fn a_day_of_a_meter_is_in_one_bill_only() {
    let mut ledger = Ledger::default();
    let (_, posted) = bill("a", Utility::Electricity, None, (10, 20));
    ledger.post(posted).expect("posted");
    let first = Some(Claim { code: ReasonCode::OverlappingBill, of: "a".to_owned() });
    let claimed = |ledger: &Ledger, utility, meter, days, replaces| {
        let (_, entry) = bill("b", utility, meter, days);
        ledger.claimed(&entry.posted().expect("a bill").activity, FIRST_PERSON, replaces)
    };
    let electricity = |days| claimed(&ledger, Utility::Electricity, None, days, None);
    for days in [(10, 20), (1, 10), (20, 30), (1, 30), (12, 13)] {
        assert_eq!(electricity(days), first, "{days:?}");
    }
    for days in [(1, 9), (21, 30)] {
        assert_eq!(electricity(days), None, "{days:?}");
    }
    assert_eq!(claimed(&ledger, Utility::Gas, None, (10, 20), None), None, "another utility");
    assert_eq!(claimed(&ledger, Utility::Electricity, Some("2"), (10, 20), None), None, "another meter");
    assert_eq!(claimed(&ledger, Utility::Electricity, None, (10, 20), Some("a")), None, "it is being corrected");
    ledger.post(reversal("r", "a")).expect("reversed");
    assert_eq!(claimed(&ledger, Utility::Electricity, None, (10, 20), None), None, "it counts no more");
}

#[test]
fn what_was_recorded_lately_goes_by_the_day_of_recording() {
    let mut ledger = Ledger::default();
    // Noon in Beijing on 1, 2 and 3 June 2026; the acts are of other days.
    for (id, recorded_at) in [("a", 1_780_286_400_000), ("b", 1_780_372_800_000), ("c", 1_780_459_200_000)] {
        let mut posted = entry(id, day(2, 1), totals(1, 0, 1));
        posted.recorded_at = recorded_at;
        ledger.post(posted).expect("posted");
    }
    ledger.post(Entry { recorded_at: 1_780_459_200_001, ..reversal("r", "a") }).expect("reversed");
    let found: Vec<_> =
        ledger.recorded_since(day(6, 2)).map(|(recorded, (entry, _))| (recorded, entry.id.clone())).collect();
    assert_eq!(found, [(day(6, 3), "c".to_owned()), (day(6, 2), "b".to_owned())]);
}

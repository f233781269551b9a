//! This month against the same month last year.

use std::cmp::Ordering;

use super::carbon;
use crate::support::day;
use carbon_points::domain::ledger::FIRST_PERSON;
use carbon_points::insight::Measure;
use carbon_points::insight::year::{Verdict, YearOnYear, year_on_year};

fn compared(days: &[(&str, i64)], today: &str) -> YearOnYear {
    year_on_year(&carbon(days).account(FIRST_PERSON), day(today))
}

fn sums(found: &YearOnYear) -> (i64, i64, i64) {
    (found.now.carbon_mg, found.then.carbon_mg, found.whole.carbon_mg)
}

#[test]
fn the_same_days_are_compared_and_the_whole_month_is_told_too() {
    let days = [("2025-11-01", 1), ("2025-11-21", 20), ("2025-11-22", 300), ("2026-10-31", 4_000), ("2026-11-21", 50)];
    let found = compared(&days, "2026-11-21");
    assert_eq!((sums(&found), found.until), ((50, 21, 321), day("2025-11-21")));
    assert_eq!(found.verdict(Measure::Carbon), Verdict::Compared(Ordering::Greater, 29));
    assert_eq!(found.verdict(Measure::Air), Verdict::Nothing);
}

#[test]
fn january_is_compared_with_the_january_before() {
    let days = [("2024-12-31", 1), ("2025-01-05", 20), ("2025-12-31", 300), ("2026-01-05", 4_000)];
    assert_eq!(sums(&compared(&days, "2026-01-05")), (4_000, 20, 20));
    assert_eq!(sums(&compared(&days, "2026-01-04")), (0, 0, 20));
}

#[test]
fn february_ends_when_it_ends() {
    let days = [("2027-02-28", 1), ("2028-02-28", 20), ("2028-02-29", 300), ("2029-02-28", 4_000)];
    // 29 February: with all of a February that had 28 days.
    let leap = compared(&days, "2028-02-29");
    assert_eq!((sums(&leap), leap.until), ((320, 1, 1), day("2027-02-28")));
    assert_eq!(sums(&compared(&days, "2028-02-28")), (20, 1, 1));
    // The last day of a February of 28 days: with all of the one that had 29.
    let after = compared(&days, "2029-02-28");
    assert_eq!((sums(&after), after.until), ((4_000, 320, 320), day("2028-02-29")));
    let before = compared(&days, "2029-02-27");
    assert_eq!((sums(&before), before.until), ((0, 0, 320), day("2028-02-27")));
}

#[test]
fn who_did_not_keep_a_ledger_then_is_told_so() {
    let first = compared(&[("2025-12-01", 1), ("2026-11-21", 2)], "2026-11-21");
    assert_eq!(first.verdict(Measure::Carbon), Verdict::FirstYear);
    // From the month itself on there is something to compare, be it nothing.
    let second = compared(&[("2025-11-30", 1), ("2026-11-21", 2)], "2026-11-21");
    assert_eq!(second.verdict(Measure::Carbon), Verdict::NothingThen);
    assert_eq!(
        compared(&[("2025-11-02", 5)], "2026-11-21").verdict(Measure::Carbon),
        Verdict::Compared(Ordering::Less, 5)
    );
    assert_eq!(
        compared(&[("2025-11-02", 5), ("2026-11-02", 5)], "2026-11-21").verdict(Measure::Carbon),
        Verdict::Compared(Ordering::Equal, 0)
    );
    assert_eq!(compared(&[], "2026-11-21").verdict(Measure::Points), Verdict::FirstYear);
}

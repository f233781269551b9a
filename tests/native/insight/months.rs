//! Twelve months, and the choices among them.

use super::carbon;
use crate::support::day;
use carbon_points::domain::ledger::FIRST_PERSON;
use carbon_points::insight::months::{has_earlier, last_day, plus, year_ending};
use carbon_points::insight::{Change, Insight, Measure};

#[test]
fn months_carry_into_years() {
    assert_eq!(plus((2026, 1), -1), (2025, 12));
    assert_eq!(plus((2025, 12), 1), (2026, 1));
    assert_eq!(plus((2026, 11), -12), (2025, 11));
    assert_eq!(plus((2026, 11), -11), (2025, 12));
    assert_eq!([(2024, 2), (2026, 2), (2026, 12)].map(last_day), ["2024-02-29", "2026-02-28", "2026-12-31"].map(day));
}

#[test]
fn twelve_months_end_with_this_one_and_leave_none_out() {
    let ledger = carbon(&[("2025-11-30", 1), ("2025-12-01", 2), ("2026-11-21", 3)]);
    let account = ledger.account(FIRST_PERSON);
    let months = year_ending(&account, (2026, 11));
    assert_eq!(months.len(), 12);
    assert_eq!((months[0].0, months[11].0), ((2025, 12), (2026, 11)));
    let sums: Vec<i64> = months.iter().map(|(_, parts)| parts.iter().map(|part| part.carbon_mg).sum()).collect();
    assert_eq!(sums, [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
    assert!(has_earlier(&account, (2026, 11)));
    assert!(!has_earlier(&account, (2026, 10)), "those twelve begin with November 2025");
}

#[test]
fn keys_go_through_the_months_that_are_shown() {
    let today = day("2026-11-21");
    let start = Insight::default();
    assert_eq!((start.last(today), start.chosen(today)), ((2026, 11), (2026, 11)));
    assert_eq!(start.after_key("ArrowRight", today), Some((2026, 11)), "no further than the last");
    assert_eq!(start.after_key("ArrowLeft", today), Some((2026, 10)));
    assert_eq!(start.after_key("Home", today), Some((2025, 12)));
    assert_eq!(start.after_key("a", today), None);
    let first = start.after(Change::Focused((2025, 12)), today);
    assert_eq!(first.after_key("ArrowLeft", today), Some((2025, 12)), "no further than the first");
    assert_eq!(first.after_key("End", today), Some((2026, 11)));
}

#[test]
fn the_window_moves_by_a_year_and_never_into_the_future() {
    let today = day("2026-11-21");
    let earlier = Insight::default().after(Change::Chosen((2026, 3)), today).after(Change::Earlier, today);
    assert_eq!((earlier.last(today), earlier.chosen(today)), ((2025, 11), (2025, 11)));
    let back = earlier.after(Change::Later, today);
    assert_eq!(back.last(today), (2026, 11));
    assert_eq!(back.after(Change::Later, today).last(today), (2026, 11));
    // The chart of this month goes along when the month turns; one of an earlier year stays.
    assert_eq!(back.last(day("2026-12-01")), (2026, 12));
    assert_eq!(earlier.last(day("2026-12-01")), (2025, 11));
    assert_eq!(back.after(Change::Measured(Measure::Air), today).measure, Measure::Air);
}

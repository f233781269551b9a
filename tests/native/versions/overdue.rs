//! A number past its day of review.

use crate::support::{beijing, day};
use carbon_points::domain::rulebook::Value;
use carbon_points::i18n::Language::{En, Zh};
use carbon_points::i18n::version;

fn newest(id: &str) -> &'static Value {
    let parameter = &beijing().parameters[beijing().find(id).expect("a parameter")];
    parameter.values.last().expect("a value")
}

#[test]
fn the_last_day_is_not_past() {
    let grid = newest("grid.beijing");
    assert_eq!(grid.overdue(day("2027-01-30")), None);
    assert_eq!(grid.overdue(day("2027-01-31")), None);
    assert_eq!(grid.overdue(day("2027-02-01")), Some(day("2027-01-31")));
    assert_eq!(grid.overdue(day("9999-12-31")), Some(day("2027-01-31")));
}

#[test]
fn a_value_without_a_day_of_review_is_never_past_it() {
    let parameter = &beijing().parameters[beijing().find("grid.beijing").expect("a parameter")];
    assert_eq!(parameter.values[0].review_by, None, "bills of 2021 are over");
    assert_eq!(parameter.values[0].overdue(day("9999-12-31")), None);
}

#[test]
fn it_is_said_in_both_languages() {
    assert_eq!(version::overdue(day("2027-01-31"), Zh), "已过复核日期 2027年1月31日，可能已有新值");
    assert_eq!(
        version::overdue(day("2027-01-31"), En),
        "Past its review date, 31 January 2027; there may be a newer value"
    );
    assert_eq!(version::overdue_used(&[], Zh), None);
    let named = ["电网", "天然气"];
    assert_eq!(
        version::overdue_used(&named, Zh).as_deref(),
        Some("这里有参数已过复核日期，可能已有新值：电网、天然气。")
    );
    assert_eq!(
        version::overdue_used(&["Grid"], En).as_deref(),
        Some("Past their review date, so there may be newer values: Grid.")
    );
    assert_eq!(version::in_use_from(day("2026-12-01"), Zh), "2026年12月1日起新记的用这一版");
    assert_eq!(version::in_use_from(day("2026-12-01"), En), "For new entries from 1 December 2026");
}

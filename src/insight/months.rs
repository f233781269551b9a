//! Twelve months side by side.

use crate::domain::date::Date;
use crate::domain::ledger::account::ByDomain;
use crate::domain::ledger::{Account, Month};

/// Months of a chart.
pub const SHOWN: i32 = 12;

/// The month of a day.
pub fn month_of(date: Date) -> Month {
    (date.year(), date.month())
}

/// The month so many months later, or earlier if negative.
pub fn plus((year, month): Month, months: i32) -> Month {
    let count = year.saturating_mul(SHOWN).saturating_add(i32::from(month) - 1).saturating_add(months);
    (count.div_euclid(SHOWN), u8::try_from(count.rem_euclid(SHOWN)).unwrap_or(0) + 1)
}

/// First day of a month; the calendar's last day for a month that it does not have.
pub fn first_day((year, month): Month) -> Date {
    Date::new(year, month, 1).unwrap_or(Date::LAST)
}

/// Last day of a month.
pub fn last_day(month: Month) -> Date {
    first_day(plus(month, 1)).plus_days(-1)
}

/// The twelve months that end with this one, earliest first, with what counts in each.
pub fn year_ending(account: &Account, last: Month) -> Vec<(Month, ByDomain)> {
    let months = (1 - SHOWN..=0).map(|ago| plus(last, ago));
    months.map(|month| (month, account.month_by_domain(month))).collect()
}

/// Whether anything was recorded before the twelve months that end with this one.
pub fn has_earlier(account: &Account, last: Month) -> bool {
    account.months().next().is_some_and(|(first, _)| *first < plus(last, 1 - SHOWN))
}

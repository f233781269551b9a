//! This month so far against the same days of the same month last year.

use std::cmp::Ordering;

use super::Measure;
use super::months::{first_day, last_day, month_of, plus};
use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::domain::ledger::Account;
use crate::domain::ledger::account::sum;

/// What the two come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct YearOnYear {
    /// This month until today.
    pub now: Totals,
    /// The same days last year.
    pub then: Totals,
    /// The whole of that month.
    pub whole: Totals,
    /// The last of those days last year.
    pub until: Date,
    /// Whether anything at all was recorded for that month or before it.
    pub recorded_then: bool,
}

/// What can honestly be said of a ledger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Nobody kept a ledger yet a year ago.
    FirstYear,
    /// Both are nothing.
    Nothing,
    /// There is nothing to compare with.
    NothingThen,
    /// More, as much, or less than then; by how much.
    Compared(Ordering, i64),
}

/// Compares. On the last day of a month, and on 29 February, with the whole of the month last year.
pub fn year_on_year(account: &Account, today: Date) -> YearOnYear {
    let month = month_of(today);
    let before = plus(month, -12);
    let (first, last) = (first_day(before), last_day(before));
    let until = if today == last_day(month) { last } else { first.plus_days(i32::from(today.day()) - 1).min(last) };
    YearOnYear {
        now: sum(&account.between(first_day(month), today)),
        then: sum(&account.between(first, until)),
        whole: account.month(before),
        until,
        recorded_then: account.months().next().is_some_and(|(earliest, _)| *earliest <= before),
    }
}

impl YearOnYear {
    /// What can be said of one ledger.
    pub fn verdict(&self, measure: Measure) -> Verdict {
        let (now, then) = (measure.of(self.now), measure.of(self.then));
        match (self.recorded_then, now, then) {
            (false, ..) => Verdict::FirstYear,
            (true, 0, 0) => Verdict::Nothing,
            (true, _, 0) => Verdict::NothingThen,
            _ => Verdict::Compared(now.cmp(&then), (now - then).abs()),
        }
    }
}

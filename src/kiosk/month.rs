//! The month of a bill.

use crate::domain::date::Date;

/// A whole month of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
}

impl Month {
    /// The months before the one of a day, the latest first.
    pub fn before(today: Date, count: usize) -> Vec<Self> {
        let mut month = Self { year: today.year(), month: today.month() };
        let back = || {
            month = match month.month {
                1 => Self { year: month.year - 1, month: 12 },
                later => Self { month: later - 1, ..month },
            };
            month
        };
        std::iter::repeat_with(back).take(count).collect()
    }

    /// Its first and last day; `None` outside the calendar.
    pub fn days(self) -> Option<(Date, Date)> {
        let first = Date::new(self.year, self.month, 1)?;
        let next = match self.month {
            12 => Date::new(self.year + 1, 1, 1),
            month => Date::new(self.year, month + 1, 1),
        };
        Some((first, next?.plus_days(-1)))
    }
}

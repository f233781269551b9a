//! The month or the year that a statement is about.

use crate::domain::date::Date;

/// A month or a year.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Period {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12; `None` for the whole year.
    pub month: Option<u8>,
}

impl Period {
    /// A month.
    pub fn month(year: i32, month: u8) -> Self {
        Self { year, month: Some(month) }
    }

    /// A whole year.
    pub fn year(year: i32) -> Self {
        Self { year, month: None }
    }

    /// The first day.
    pub fn first(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), 1).unwrap_or(Date::LAST)
    }

    /// The last day.
    pub fn last(self) -> Date {
        match self.next() {
            Some(next) => next.first().plus_days(-1),
            None => Date::LAST,
        }
    }

    /// Whether a day is of it.
    pub fn contains(self, date: Date) -> bool {
        date.year() == self.year && self.month.is_none_or(|month| date.month() == month)
    }

    /// The month or year before; `None` before the year 0, which has no address.
    pub fn previous(self) -> Option<Self> {
        match self.month {
            Some(month @ 2..) => Some(Self { month: Some(month - 1), ..self }),
            Some(_) => Self::year(self.year).previous().map(|year| Self { month: Some(12), ..year }),
            None => (self.year > 0).then(|| Self { year: self.year - 1, ..self }),
        }
    }

    /// The month or year after; `None` after the year 9999, where the calendar ends.
    pub fn next(self) -> Option<Self> {
        const LAST_YEAR: i32 = 9999;
        match self.month {
            Some(month @ ..12) => Some(Self { month: Some(month + 1), ..self }),
            Some(_) => Self::year(self.year).next().map(|year| Self { month: Some(1), ..year }),
            None => (self.year < LAST_YEAR).then(|| Self { year: self.year + 1, ..self }),
        }
    }

    /// The months of it, earliest first.
    pub fn months(self) -> impl Iterator<Item = Self> {
        let months = self.month.map_or(1..=12, |month| month..=month);
        months.map(move |month| Self::month(self.year, month))
    }
}

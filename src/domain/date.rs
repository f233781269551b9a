//! Civil dates in Beijing. There is no clock here: today is always handed in.

use std::fmt;

use serde::{Serialize, Serializer};
use time::{Date as Calendar, Month};

/// A calendar day, printed and read as `YYYY-MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date(Calendar);

impl Date {
    /// The last day of the calendar, 31 December 9999.
    pub const LAST: Self = Self(Calendar::MAX);

    /// Reads `YYYY-MM-DD`; `None` for any other form and for days that do not exist, such as 30 February.
    pub fn parse(text: &str) -> Option<Self> {
        let &[ref year @ .., b'-', m, n, b'-', d, e] = text.as_bytes() else { return None };
        let short = |pair: [u8; 2]| u8::try_from(digits(&pair, 2)?).ok();
        Self::new(i32::from(digits(year, 4)?), short([m, n])?, short([d, e])?)
    }

    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        Calendar::from_calendar_date(year, Month::try_from(month).ok()?, day).ok().map(Self)
    }

    /// The Beijing day (UTC+8, no daylight saving) at a number of milliseconds since 1970-01-01T00:00Z.
    ///
    /// Times outside the calendar (years before −9999 or after 9999) give the nearest day it has.
    pub fn in_beijing(unix_milliseconds: i64) -> Self {
        const UNIX_EPOCH_JULIAN_DAY: i64 = 2_440_588;
        let beijing = unix_milliseconds.saturating_add(8 * 3_600_000);
        let day = beijing.div_euclid(86_400_000).saturating_add(UNIX_EPOCH_JULIAN_DAY);
        let julian = i32::try_from(day).unwrap_or(if day < 0 { i32::MIN } else { i32::MAX });
        let nearest = if julian < 0 { Calendar::MIN } else { Calendar::MAX };
        Self(Calendar::from_julian_day(julian).unwrap_or(nearest))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// The day of the week, 0 for Sunday to 6 for Saturday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().number_days_from_sunday()
    }

    /// Whole days from `earlier` to this day; negative if `earlier` is later.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.to_julian_day() - earlier.0.to_julian_day()
    }

    /// The day `days` later (earlier if negative), as far as the calendar goes.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Calendar::from_julian_day(self.0.to_julian_day().saturating_add(days)).map_or(self, Self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A time of day to the minute, printed and read as `HH:MM`, 00:00 to 23:59.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TimeOfDay {
    minutes: u16,
}

impl TimeOfDay {
    /// Reads `HH:MM`; `None` for any other form and for times a clock does not show.
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        let (hours, minutes) = (digits(hours.as_bytes(), 2)?, digits(minutes.as_bytes(), 2)?);
        (hours < 24 && minutes < 60).then_some(Self { minutes: hours * 60 + minutes })
    }

    /// So many minutes after midnight; `None` beyond 23:59.
    pub fn at_minute(minutes: u16) -> Option<Self> {
        (minutes < 24 * 60).then_some(Self { minutes })
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.minutes
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

/// The number written with exactly so many ASCII digits, at most four.
fn digits(text: &[u8], length: usize) -> Option<u16> {
    if text.len() != length {
        return None;
    }
    text.iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u16::from(byte - b'0')))
}

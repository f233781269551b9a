//! Days on which something can have happened, and the period of a bill.

use super::Context;
use super::bounds::MOST_BILL_DAYS;
use super::reader::Reader;
use crate::domain::date::Date;
use crate::domain::reason::{Accepted, ReasonCode};

impl Context<'_> {
    /// A day of the scheme's life up to today.
    pub(super) fn day<T: AsRef<str>>(self, reader: &mut Reader<'_, T>, name: &'static str) -> Option<Date> {
        let date = reader.date(name, &|| self.days())?;
        let code = if date > self.today {
            ReasonCode::InFuture
        } else if date < self.rulebook.scheme_from {
            ReasonCode::BeforeScheme
        } else {
            return Some(date);
        };
        reader.refuse(name, code, Some(&date.to_string()), Some(self.days()))
    }

    /// First and last day of a bill. It may begin before the scheme did, but must end in it, because its last day
    /// decides which year's factor holds.
    pub(super) fn period<T: AsRef<str>>(self, reader: &mut Reader<'_, T>) -> Option<(Date, Date)> {
        let start = reader.date("start", &|| self.days());
        let end = self.day(reader, "end");
        let (start, end) = (start?, end?);
        if end < start {
            let accepted = Accepted::Dates { first: start, last: self.today };
            return reader.refuse("end", ReasonCode::EndBeforeStart, Some(&end.to_string()), Some(accepted));
        }
        let days = i64::from(end.days_since(start)) + 1;
        if days > i64::from(MOST_BILL_DAYS) {
            let accepted = Accepted::AtMost { most: MOST_BILL_DAYS, what: "days" };
            return reader.refuse("end", ReasonCode::PeriodTooLong, Some(&days.to_string()), Some(accepted));
        }
        Some((start, end))
    }

    fn days(self) -> Accepted {
        Accepted::Dates { first: self.rulebook.scheme_from, last: self.today }
    }
}

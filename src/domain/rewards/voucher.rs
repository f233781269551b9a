//! What became of a redemption.

use crate::domain::date::Date;
use crate::domain::ledger::{Ended, Ledger, Redemption};

/// How a redemption stands on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// A voucher that can be used, or cancelled: the points come back, except those that have expired meanwhile.
    Open,
    /// A voucher whose last day is over. It can be neither used nor cancelled: its points were kept for the resident
    /// until then, and a date that could be undone would be none.
    Lapsed,
    /// A voucher that was handed in.
    Used,
    /// Cancelled, and the points given back.
    Cancelled,
    /// A donation. It is final at once: it may already have been passed on.
    Given,
}

/// How the redemption with that id stands.
pub fn status(ledger: &Ledger, id: &str, redemption: &Redemption, today: Date) -> Status {
    match (ledger.ended(id), redemption.valid_until) {
        (Some(Ended::Cancelled), _) => Status::Cancelled,
        (Some(Ended::Used), _) => Status::Used,
        (None, None) => Status::Given,
        (None, Some(last)) if last < today => Status::Lapsed,
        (None, Some(_)) => Status::Open,
    }
}

/// The day on which a redemption was cancelled or used, if it was.
pub fn ended_on(ledger: &Ledger, id: &str) -> Option<Date> {
    ledger.end_of(id).map(|end| Date::in_beijing(end.recorded_at))
}

/// A code as it is shown, read aloud and scanned: in groups of four.
pub fn grouped(code: &str) -> String {
    let mut grouped = String::with_capacity(code.len() + code.len() / 4);
    for (place, character) in code.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            grouped.push('-');
        }
        grouped.push(character);
    }
    grouped
}

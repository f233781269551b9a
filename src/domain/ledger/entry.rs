//! One line of the ledger.

use crate::domain::activity::Activity;
use crate::domain::assessment::{Totals, Verdict};
use crate::domain::date::Date;

/// A line that was once recorded and stays.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// Unique id.
    pub id: String,
    /// When it was recorded, milliseconds since 1970-01-01T00:00Z.
    pub recorded_at: i64,
    /// What it says.
    pub posting: Posting,
}

/// What an entry says.
#[derive(Clone, PartialEq, Debug)]
pub enum Posting {
    /// An activity and what it was worth.
    Activity(Box<Posted>),
    /// An earlier entry does not count any more: an activity, or a redemption that was not used.
    Reversal {
        /// That entry's id.
        of: String,
    },
    /// Points spent on a reward.
    Redemption(Box<Redemption>),
    /// A voucher was handed in. It cannot be cancelled any more.
    Use {
        /// The redemption's id.
        of: String,
    },
    /// Somebody of the household was named, renamed, or has left it.
    Member {
        /// Who.
        person: Person,
        /// The name; `None` for somebody who has left.
        name: Option<String>,
    },
}

/// Id of a person of the household. Never shown.
pub type Person = String;

/// The person an entry belongs to if it names nobody: who began the ledger.
pub const FIRST_PERSON: &str = "1";

/// Points spent on a reward, under the terms of that day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Redemption {
    /// Whose points.
    pub person: Person,
    /// The Beijing day it was made on.
    pub date: Date,
    /// The rulebook and district the reward was offered in, `id@version+id@version`.
    pub rulebook: String,
    /// The reward's id there.
    pub reward: String,
    /// Points it cost, above zero.
    pub cost: i64,
    /// The voucher's code; a donation has one, too, as its receipt.
    pub code: String,
    /// Last day on which the voucher can be used; `None` if it is used up at once, as a donation is.
    pub valid_until: Option<Date>,
}

/// An activity with the result it had under the rules of its day.
#[derive(Clone, PartialEq, Debug)]
pub struct Posted {
    /// What was done.
    pub activity: Activity,
    /// The rulebook it was worked out with, `id@version`.
    pub rulebook: String,
    /// Credited or only recorded.
    pub verdict: Verdict,
    /// What it was worth.
    pub totals: Totals,
    /// The reversed entry it stands in for, if it is a correction.
    pub corrects: Option<String>,
    /// Who it belongs to, without repetition; empty for [`FIRST_PERSON`] alone. Between several it is shared out in
    /// equal parts that add up exactly, so only lines of the household (bills, appliances, paint) name several.
    pub people: Vec<Person>,
    /// The text of the receipt that certifies the activity ([`crate::domain::receipt`]), if it was made of one.
    pub receipt: Option<String>,
}

impl Posted {
    /// Who it belongs to; at least one person.
    pub fn holders(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        const FIRST: &[&str] = &[FIRST_PERSON];
        let first = if self.people.is_empty() { FIRST } else { &[] };
        (0..first.len().max(self.people.len()))
            .map(move |place| self.people.get(place).map_or(FIRST_PERSON, String::as_str))
    }
}

impl Entry {
    /// The posted activity, unless the entry is a reversal.
    pub fn posted(&self) -> Option<&Posted> {
        match &self.posting {
            Posting::Activity(posted) => Some(posted),
            _ => None,
        }
    }

    /// The name of the rules it was made under, if it was made under any.
    pub fn rulebook(&self) -> Option<&str> {
        match &self.posting {
            Posting::Activity(posted) => Some(&posted.rulebook),
            Posting::Redemption(redemption) => Some(&redemption.rulebook),
            _ => None,
        }
    }

    /// The redemption, if it is one.
    pub fn redemption(&self) -> Option<&Redemption> {
        match &self.posting {
            Posting::Redemption(redemption) => Some(redemption),
            _ => None,
        }
    }
}

//! What an account came to on an earlier day, for statements.

use super::spending::{Spend, Spending};
use super::{Account, Policy};
use crate::domain::date::Date;

/// Points credited on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Credited {
    /// The day they count for.
    pub date: Date,
    /// How many, merchants' bonuses among them; above zero.
    pub points: i64,
    /// The last day on which they can be spent.
    pub valid_until: Date,
}

/// What credited points and redemptions came to. What was credited, less what was redeemed, is always `left` and
/// `expired` together, less `owed`.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Closing {
    /// Points that could be spent.
    pub left: i64,
    /// Points that were never spent and not valid any more.
    pub expired: i64,
    /// Points redeemed that were not there.
    pub owed: i64,
}

impl Closing {
    /// What is left on the morning of a day of what was credited, earliest first, after redemptions: days and costs,
    /// earliest first.
    pub fn of(credited: &[Credited], redeemed: impl Iterator<Item = (Date, i64)>, on: Date) -> Self {
        let mut spending = Spending::default();
        for lot in credited {
            spending.earn(lot.date, lot.valid_until, lot.points);
        }
        for (place, (date, cost)) in redeemed.enumerate() {
            spending.spend(Spend { id: String::new(), date, order: (0, place), cost });
        }
        spending.settle(credited.iter().map(|lot| (lot.date, lot.points, lot.valid_until)));
        let left = spending.left(on).map(|(_, points)| points).sum();
        Self { left, expired: spending.expired(on), owed: spending.owed() }
    }

    /// What could be spent less what is owed: the balance of a statement.
    pub fn balance(self) -> i64 {
        self.left - self.owed
    }
}

impl Account {
    /// Points by the day they were credited on, earliest first.
    pub fn credited(&self, policy: &Policy) -> Vec<Credited> {
        let days = self.days.iter().map(|(date, day)| (*date, day.points())).filter(|(_, points)| *points != 0);
        days.map(|(date, points)| Credited { date, points, valid_until: policy.expiry(date) }).collect()
    }
}

//! How a balance of points became another one.

use std::rc::Rc;

use super::Period;
use crate::domain::date::Date;
use crate::domain::ledger::account::{Closing, Credited};
use crate::domain::ledger::{Account, Entry, Ledger, Redemption};

/// The movement of points in a period: `opening + credited − spent + cancelled − expired` is `closing`.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Movement {
    /// The balance before the first day; below zero while points are owed.
    pub opening: i64,
    /// Points credited for the days of the period.
    pub credited: i64,
    /// Points redeemed.
    pub spent: i64,
    /// Points given back for redemptions that were cancelled.
    pub cancelled: i64,
    /// Points that were not spent while they were valid.
    pub expired: i64,
    /// The balance after the last day or, while the period is not over, today; below zero while points are owed.
    pub closing: i64,
}

/// A redemption and, if it was cancelled, the day.
#[derive(Clone, Debug)]
pub struct Redeemed {
    /// The entry. It is always a redemption.
    pub entry: Rc<Entry>,
    /// The day the points were spent.
    pub date: Date,
    /// How many.
    pub cost: i64,
    /// The day they were given back.
    pub cancelled: Option<Date>,
}

/// Everything that moves an account's points.
#[derive(Debug)]
pub(super) struct Flow {
    credited: Vec<Credited>,
    redeemed: Vec<Redeemed>,
    today: Date,
}

impl Redeemed {
    /// What was redeemed.
    pub fn redemption(&self) -> Option<&Redemption> {
        self.entry.redemption()
    }
}

impl Flow {
    pub(super) fn of(ledger: &Ledger, account: &Account, person: &str, today: Date) -> Self {
        let own = ledger.redemptions().filter(|(_, redemption)| redemption.person == person);
        let mut redeemed: Vec<Redeemed> = own
            .map(|(entry, redemption)| {
                // A clock that was wrong moves nothing out of the account.
                let date = redemption.date.min(today);
                let reversal = ledger.reversal_of(&entry.id);
                let cancelled = reversal.map(|reversal| Date::in_beijing(reversal.recorded_at).min(today).max(date));
                Redeemed { entry: entry.clone(), date, cost: redemption.cost, cancelled }
            })
            .collect();
        redeemed.reverse();
        redeemed.sort_by_key(|redeemed| (redeemed.date, redeemed.entry.recorded_at));
        Self { credited: account.credited(ledger.policy()), redeemed, today }
    }

    /// Redemptions made or cancelled in a period.
    pub(super) fn redeemed(&self, period: Period) -> Vec<Redeemed> {
        let own = self.redeemed.iter().filter(|redeemed| {
            period.contains(redeemed.date) || redeemed.cancelled.is_some_and(|day| period.contains(day))
        });
        own.cloned().collect()
    }

    pub(super) fn movement(&self, period: Period) -> Movement {
        let before = self.after(period.first().plus_days(-1));
        let after = self.after(period.last());
        let sum = |points: &dyn Fn(&Redeemed) -> Option<Date>| {
            let own = self.redeemed.iter().filter(|redeemed| points(redeemed).is_some_and(|day| period.contains(day)));
            own.map(|redeemed| redeemed.cost).sum()
        };
        let credited = self.credited.iter().filter(|lot| period.contains(lot.date));
        Movement {
            opening: before.balance(),
            credited: credited.map(|lot| lot.points).sum(),
            spent: sum(&|redeemed| Some(redeemed.date)),
            cancelled: sum(&|redeemed| redeemed.cancelled),
            expired: after.expired - before.expired,
            closing: after.balance(),
        }
    }

    /// What the account came to once a day was over or, if it is not over yet, today; with the redemptions that had not
    /// been cancelled by then.
    fn after(&self, day: Date) -> Closing {
        let known = self.credited.partition_point(|lot| lot.date <= day);
        let counting = self
            .redeemed
            .iter()
            .filter(|redeemed| redeemed.date <= day && redeemed.cancelled.is_none_or(|cancelled| cancelled > day));
        let counting = counting.map(|redeemed| (redeemed.date, redeemed.cost));
        let morning = if day < self.today { day.plus_days(1) } else { self.today };
        Closing::of(self.credited.get(..known).unwrap_or_default(), counting, morning)
    }
}

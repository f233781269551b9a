//! What was spent, from which points, and what is left.
//!
//! Points are valid until a 31 December; those that expire first are spent first. If an entry is corrected after its
//! points were spent, what is missing is owed, and the next points earned make up for it: a balance is never below
//! zero, and no point is spent twice.

use crate::domain::date::Date;

/// Points by the last day on which they are valid, earliest first.
#[derive(Clone, Default, Debug)]
pub(super) struct Lots(Vec<(Date, i64)>);

/// A redemption that counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::domain::ledger) struct Spend {
    pub(in crate::domain::ledger) id: String,
    pub(in crate::domain::ledger) date: Date,
    /// Place in the order of recording.
    pub(in crate::domain::ledger) order: (i64, usize),
    pub(in crate::domain::ledger) cost: i64,
}

/// Points earned, spent and owed.
#[derive(Clone, Default, Debug)]
pub(super) struct Spending {
    earned: Lots,
    spent: Lots,
    owed: i64,
    /// The last day whose points made up for something owed.
    made_up: Option<Date>,
    /// In order of date, then of recording.
    spends: Vec<Spend>,
    /// Whether something changed that what was spent depends on.
    stale: bool,
}

impl Lots {
    fn add(&mut self, valid_until: Date, points: i64) {
        match self.0.binary_search_by_key(&valid_until, |(day, _)| *day) {
            Ok(found) => {
                if let Some((_, sum)) = self.0.get_mut(found) {
                    *sum += points;
                }
            }
            Err(between) => self.0.insert(between, (valid_until, points)),
        }
    }

    fn of(&self, valid_until: Date) -> i64 {
        let found = self.0.binary_search_by_key(&valid_until, |(day, _)| *day).ok();
        found.and_then(|found| self.0.get(found)).map_or(0, |(_, points)| *points)
    }
}

impl Spending {
    /// Points credited on a day became more or fewer.
    pub(super) fn earn(&mut self, date: Date, valid_until: Date, change: i64) {
        self.earned.add(valid_until, change);
        let last = self.spends.last().map(|last| last.date).max(self.made_up);
        self.stale |= self.owed > 0 || last.is_some_and(|last| date <= last);
    }

    /// Points were redeemed.
    pub(super) fn spend(&mut self, spend: Spend) {
        let place = self.spends.partition_point(|known| (known.date, known.order) < (spend.date, spend.order));
        self.spends.insert(place, spend);
        self.stale = true;
    }

    /// A redemption was cancelled.
    pub(super) fn cancel(&mut self, id: &str) {
        self.spends.retain(|spend| spend.id != id);
        self.stale = true;
    }

    /// Spends all over again, if something changed: `days` are days with the points credited on them and the last day
    /// on which those are valid, earliest first. On one day points are earned before they are spent.
    pub(super) fn settle(&mut self, days: impl Iterator<Item = (Date, i64, Date)>) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        let (mut there, mut spends) = (Lots::default(), self.spends.iter().peekable());
        (self.spent, self.owed, self.made_up) = (Lots::default(), 0, None);
        for (date, points, valid_until) in days {
            while let Some(spend) = spends.next_if(|spend| spend.date < date) {
                self.owed += pay(spend.cost, spend.date, &there, &mut self.spent);
            }
            there.add(valid_until, points);
            let back = self.owed.min(points);
            if back > 0 {
                self.made_up = Some(date);
            }
            self.owed -= back;
            self.spent.add(valid_until, back);
        }
        for spend in spends {
            self.owed += pay(spend.cost, spend.date, &there, &mut self.spent);
        }
    }

    /// What is left on a day, by the last day on which it is valid, earliest first. Never below zero.
    pub(super) fn left(&self, today: Date) -> impl Iterator<Item = (Date, i64)> {
        self.rest().filter(move |(valid_until, points)| *valid_until >= today && *points > 0)
    }

    /// Points that were never spent and are not valid any more.
    pub(super) fn expired(&self, today: Date) -> i64 {
        self.rest().filter(|(valid_until, _)| *valid_until < today).map(|(_, points)| points).sum()
    }

    /// Points redeemed, whether they could be covered or not.
    pub(super) fn spent(&self) -> i64 {
        self.spends.iter().map(|spend| spend.cost).sum()
    }

    /// Points redeemed that later corrections took away.
    pub(super) fn owed(&self) -> i64 {
        self.owed
    }

    fn rest(&self) -> impl Iterator<Item = (Date, i64)> {
        self.earned.0.iter().map(|(valid_until, earned)| (*valid_until, earned - self.spent.of(*valid_until)))
    }
}

/// Pays from what is there and valid on a day, first what expires first; gives back what could not be paid.
fn pay(cost: i64, on: Date, there: &Lots, spent: &mut Lots) -> i64 {
    let mut unpaid = cost;
    for (valid_until, earned) in there.0.iter().filter(|(valid_until, _)| *valid_until >= on) {
        let part = unpaid.min(earned - spent.of(*valid_until)).max(0);
        spent.add(*valid_until, part);
        unpaid -= part;
    }
    unpaid
}

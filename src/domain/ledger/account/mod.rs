//! A person's points account: one fold over the entries, by day and then in order of recording; a correction of the same
//! day counts where what it corrects did.
//!
//! Nothing here is ever saved. A change to a day works that day out again and, because caps count by month, what comes
//! after it in the same month; so adding an entry costs the same however long the ledger is.

mod bonus;
mod closing;
mod day;
mod distance;
mod policy;
mod spending;
mod standing;

use std::rc::Rc;

pub use closing::{Closing, Credited};
use day::{Day, Line, SoFar};
pub use policy::{Limit, Policy};
pub(in crate::domain::ledger) use spending::Spend;
use spending::Spending;
pub use standing::{Bonus, Standing, Withheld, share};

use super::claims::Claim;
use super::{Entry, Month, Turn};
use crate::domain::activity::{Domain, Facts, Kind};
use crate::domain::assessment::Totals;
use crate::domain::date::Date;

/// What counts in a period, by domain.
pub type ByDomain = [Totals; Domain::ALL.len()];

/// One person's account.
#[derive(Clone, Default, Debug)]
pub struct Account {
    /// Earliest day first.
    days: Vec<(Date, Box<Day>)>,
    /// Earliest month first.
    months: Vec<(Month, ByDomain)>,
    /// Days to be worked out again, each with the rest of its month.
    changed: Vec<Date>,
    spending: Spending,
    /// Whether its person is among those who were named: a file can hold entries of thousands.
    pub(in crate::domain::ledger) named: bool,
}

/// A limit and how much of it is used up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Used {
    /// The limit.
    pub limit: Limit,
    /// Points or times counted so far.
    pub counted: i64,
    /// Points or times there are.
    pub most: i64,
}

impl Account {
    /// Totals of a month by domain: what counts, merchants' bonuses among the points.
    pub fn month_by_domain(&self, month: Month) -> ByDomain {
        let found = self.months.binary_search_by_key(&month, |(month, _)| *month).ok();
        found.and_then(|found| self.months.get(found)).map(|(_, totals)| *totals).unwrap_or_default()
    }

    /// Totals of a month.
    pub fn month(&self, month: Month) -> Totals {
        sum(&self.month_by_domain(month))
    }

    /// Totals by domain of the days from `first` to `last`, both included.
    pub fn between(&self, first: Date, last: Date) -> ByDomain {
        let start = self.days.partition_point(|(date, _)| *date < first);
        let days = self.days.iter().skip(start).take_while(|(date, _)| *date <= last);
        days.fold(ByDomain::default(), |mut sum, (_, day)| {
            for (sum, part) in sum.iter_mut().zip(day.by_domain) {
                *sum = sum.plus(part);
            }
            sum
        })
    }

    /// Every month with an entry, earliest first.
    pub fn months(&self) -> impl DoubleEndedIterator<Item = &(Month, ByDomain)> {
        self.months.iter()
    }

    /// Totals of all time. Points are those ever credited, spent and expired ones among them.
    pub fn all_time(&self) -> Totals {
        self.months.iter().fold(Totals::default(), |all, (_, month)| all.plus(sum(month)))
    }

    /// How an entry of a day stands in this account, if it has a share in it and was not reversed.
    pub fn standing(&self, date: Date, id: &str) -> Option<&Standing> {
        let line = self.day(date)?.lines.iter().find(|line| line.entry.id == id)?;
        Some(&line.standing)
    }

    /// Every entry that has a share here and was not reversed, by its id, with how it stands; earliest day first. For whoever
    /// looks at all of them: [`Self::standing`] goes through the day each time.
    pub fn standings(&self) -> impl Iterator<Item = (&str, &Standing)> {
        let lines = self.days.iter().flat_map(|(_, day)| &day.lines);
        lines.map(|line| (line.entry.id.as_str(), &line.standing))
    }

    /// Points that can be spent on a day. Never below zero.
    pub fn balance(&self, today: Date) -> i64 {
        self.lots(today).map(|(_, points)| points).sum()
    }

    /// The same by the last day on which they are valid, earliest first.
    pub fn lots(&self, today: Date) -> impl Iterator<Item = (Date, i64)> {
        self.spending.left(today)
    }

    /// Points that were never spent and are not valid any more.
    pub fn expired(&self, today: Date) -> i64 {
        self.spending.expired(today)
    }

    /// Points redeemed and not given back.
    pub fn spent(&self) -> i64 {
        self.spending.spent()
    }

    /// Points redeemed that later corrections took away; the next ones earned make up for them.
    pub fn owed(&self) -> i64 {
        self.spending.owed()
    }

    /// How much of the self-declared caps of a day and of its month is used.
    pub fn used(&self, today: Date, policy: &Policy) -> Vec<Used> {
        let mut used = Vec::new();
        for (limit, kind) in [(Limit::TripsDaily, Kind::Trip), (Limit::ActionsDaily, Kind::Action)] {
            let spent = self.day(today).map_or(0, |day| day.self_declared(kind));
            used.extend(policy.whole(limit, today).map(|most| Used { limit, counted: spent, most }));
        }
        let month = self.before(Date::new(today.year(), today.month(), 1).unwrap_or(today), Date::LAST);
        let limits = [(Limit::Monthly, month.self_declared), (Limit::RefuelsMonthly, month.refuels)];
        for (limit, spent) in limits {
            used.extend(policy.whole(limit, today).map(|most| Used { limit, counted: spent, most }));
        }
        used
    }

    /// How an entry would stand if it were recorded now, in place of the one with the id `replaces`. Whether another
    /// entry claims the same is not looked at.
    pub(super) fn trial(
        &self,
        (entry, turn): (&Rc<Entry>, Turn),
        share: (usize, usize),
        replaces: Option<&str>,
        policy: &Policy,
    ) -> Option<Standing> {
        let date = entry.posted()?.activity.date;
        let start = Date::new(date.year(), date.month(), 1)?;
        let until = self.days.partition_point(|(day, _)| *day <= date);
        let from = self.days.partition_point(|(day, _)| *day < start);
        let days = self.days.get(from..until)?;
        // Of what limits count, only what is replaced on an earlier day of the month makes a difference to the days before.
        let replaced = |line: &Line| Some(line.entry.id.as_str()) == replaces;
        let changed = replaces.and_then(|_| days.iter().position(|(_, day)| day.lines.iter().any(replaced)));
        let own = days.partition_point(|(day, _)| *day < date);
        let first = changed.unwrap_or(own).min(own);
        let mut so_far = days.iter().take(first).fold(SoFar::default(), |sum, (_, day)| sum.plus(day.adds));
        let known = |line: &Line| line.standing.claim.clone();
        for (day, lines) in days.iter().take(own).skip(first) {
            let mut trial = lines.without(replaces);
            trial.fold(*day, so_far, policy, (&known, true));
            so_far = so_far.plus(trial.adds);
        }
        let mut trial = days.get(own).map(|(_, day)| day.without(replaces)).unwrap_or_default();
        trial.add(Line::of(entry, turn, share)?);
        // What is not travelled changes nothing about the kilometres of its day.
        let travelled = matches!(entry.posted()?.activity.facts, Facts::Trip(_)) || replaces.is_some();
        trial.fold(date, so_far, policy, (&known, travelled));
        trial.lines.into_iter().find(|line| line.entry.id == entry.id).map(|line| line.standing)
    }

    fn day(&self, date: Date) -> Option<&Day> {
        let found = self.days.binary_search_by_key(&date, |(day, _)| *day).ok()?;
        self.days.get(found).map(|(_, day)| &**day)
    }

    /// Adds an entry's share to its day.
    pub(super) fn add(&mut self, entry: &Rc<Entry>, order: Turn, share: (usize, usize)) {
        let (Some(posted), Some(line)) = (entry.posted(), Line::of(entry, order, share)) else { return };
        let date = posted.activity.date;
        let found = match self.days.binary_search_by_key(&date, |(day, _)| *day) {
            Ok(found) => found,
            Err(between) => {
                self.days.insert(between, (date, Box::default()));
                between
            }
        };
        if let Some((_, day)) = self.days.get_mut(found) {
            day.add(line);
        }
        self.touch(date);
    }

    /// Takes an entry out of its day.
    pub(super) fn remove(&mut self, date: Date, id: &str) {
        if let Ok(found) = self.days.binary_search_by_key(&date, |(day, _)| *day)
            && let Some((_, day)) = self.days.get_mut(found)
        {
            day.lines.retain(|line| line.entry.id != id);
        }
        self.touch(date);
    }

    /// A redemption, and that it was cancelled.
    pub(super) fn spend(&mut self, spend: Spend) {
        self.spending.spend(spend);
    }

    pub(super) fn cancel(&mut self, id: &str) {
        self.spending.cancel(id);
    }

    /// Something about a day has changed.
    pub(super) fn touch(&mut self, date: Date) {
        self.changed.push(date);
    }

    /// Works out again what has changed, in order of date.
    pub(super) fn settle(&mut self, policy: &Policy, claimed: &impl Fn(&Entry) -> Option<Claim>) {
        let mut changed = std::mem::take(&mut self.changed);
        changed.sort_unstable();
        // One pass from the first changed day of a month to the month's end sees the others.
        changed.dedup_by_key(|date| month_of(*date));
        for first in changed {
            self.refold(first, policy, claimed);
        }
        let days = self.days.iter().map(|(date, day)| (*date, day.points(), policy.expiry(*date)));
        self.spending.settle(days);
    }

    fn refold(&mut self, first: Date, policy: &Policy, claimed: &impl Fn(&Entry) -> Option<Claim>) {
        let month = month_of(first);
        let mut so_far = self.before(Date::new(month.0, month.1, 1).unwrap_or(first), first);
        let start = self.days.partition_point(|(date, _)| *date < first);
        let rest = self.days.iter_mut().skip(start).take_while(|(date, _)| month_of(*date) == month);
        for (date, day) in rest {
            let before = day.points();
            day.fold(*date, so_far, policy, (&|line: &Line| claimed(&line.entry), true));
            so_far = so_far.plus(day.adds);
            let change = day.points() - before;
            if change != 0 {
                self.spending.earn(*date, policy.expiry(*date), change);
            }
        }
        let from = self.days.partition_point(|(date, _)| month_of(*date) < month);
        let days = self.days.iter().skip(from).take_while(|(date, _)| month_of(*date) == month);
        let mut totals = ByDomain::default();
        for (_, day) in days {
            for (sum, part) in totals.iter_mut().zip(day.by_domain) {
                *sum = sum.plus(part);
            }
        }
        match self.months.binary_search_by_key(&month, |(month, _)| *month) {
            Ok(found) => {
                if let Some((_, known)) = self.months.get_mut(found) {
                    *known = totals;
                }
            }
            Err(between) => self.months.insert(between, (month, totals)),
        }
    }

    /// What the days from `first` until before `end`, all of one month, add to its limits.
    fn before(&self, first: Date, end: Date) -> SoFar {
        let start = self.days.partition_point(|(date, _)| *date < first);
        let days = self.days.iter().skip(start);
        let days = days.take_while(|(date, _)| *date < end && month_of(*date) == month_of(first));
        days.fold(SoFar::default(), |sum, (_, day)| sum.plus(day.adds))
    }
}

/// All domains together, ledger by ledger.
pub fn sum(by_domain: &ByDomain) -> Totals {
    by_domain.iter().fold(Totals::default(), |sum, totals| sum.plus(*totals))
}

fn month_of(date: Date) -> Month {
    (date.year(), date.month())
}

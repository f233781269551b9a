//! The statement of an account for a month or a year: what a bank would print.
//!
//! It is made anew from the ledger each time and never kept. Every part adds up to the total beside it, and the balance
//! at the end of a month is the balance at the beginning of the next. It tells the past as the ledger knows it today: an
//! entry corrected since then counts as corrected.

mod factors;
mod line;
mod movement;
mod period;

use std::collections::BTreeMap;

pub use factors::{Factors, Rulebooks, Used};
pub use line::{Figures, Line, Mark, bonus_figures};
pub use movement::{Movement, Redeemed};
pub use period::Period;

use super::activity::Domain;
use super::date::Date;
use super::ledger::{Account, Ledger};
use super::rulebook::Rulebook;
use movement::Flow;

/// A month of a year's statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MonthRow {
    /// The month.
    pub month: Period,
    /// Entries, those that are worth nothing among them.
    pub entries: usize,
    /// What counts of them.
    pub figures: Figures,
    /// How the points moved.
    pub movement: Movement,
}

/// A statement.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Of which month or year.
    pub period: Period,
    /// The last day it tells about: today, while the period is not over.
    pub until: Date,
    /// Every entry by date, then in order of recording.
    pub lines: Vec<Line>,
    /// What counts, by domain, without merchants' bonuses.
    pub domains: [Figures; Domain::ALL.len()],
    /// Merchants' bonuses.
    pub bonus: Figures,
    /// Domains and bonuses together.
    pub total: Figures,
    /// How the points moved.
    pub movement: Movement,
    /// Redemptions made or cancelled in the period, by date.
    pub redeemed: Vec<Redeemed>,
    /// Of a year, its months that have begun.
    pub months: Vec<MonthRow>,
    /// Every rulebook that something was worked out or redeemed with, in order of first use.
    pub rulebooks: Vec<String>,
    /// The factors behind the numbers.
    pub factors: Factors,
}

impl Statement {
    /// The statement of a person's account.
    pub fn of(ledger: &Ledger, person: &str, period: Period, today: Date, rulebooks: &Rulebooks<'_>) -> Self {
        let account = ledger.account(person);
        let lines = lines(ledger, &account, person, period);
        let mut domains = <[Figures; Domain::ALL.len()]>::default();
        let mut bonus = Figures::default();
        for line in &lines {
            let domain = line.posted().map(|posted| posted.activity.facts.kind().domain());
            if let Some(sum) = domain.and_then(|domain| domains.get_mut(domain as usize)) {
                *sum = sum.plus(line.figures);
            }
            bonus = bonus.plus(line.bonus.as_ref().map(bonus_figures).unwrap_or_default());
        }
        let flow = Flow::of(ledger, &account, person, today);
        let months = if period.month.is_none() { months(&lines, &flow, period, today) } else { Vec::new() };
        let redeemed = flow.redeemed(period);
        let named = named(&lines, &redeemed, ledger.policy().rulebook());
        Self {
            period,
            until: period.last().min(today),
            domains,
            bonus,
            total: domains.iter().fold(bonus, |sum, domain| sum.plus(*domain)),
            movement: flow.movement(period),
            months,
            factors: Factors::of(&lines, &named, ledger.policy(), rulebooks),
            rulebooks: named,
            redeemed,
            lines,
        }
    }

    /// Whether nothing was recorded and no points moved.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.redeemed.is_empty() && self.movement.expired == 0
    }
}

/// What stands in a line with its merchant's bonus.
fn all_of(line: &Line) -> Figures {
    line.figures.plus(line.bonus.as_ref().map(bonus_figures).unwrap_or_default())
}

fn lines(ledger: &Ledger, account: &Account, person: &str, period: Period) -> Vec<Line> {
    let entries = ledger.entries().iter();
    let corrections: BTreeMap<&str, &str> =
        entries.filter_map(|entry| Some((entry.posted()?.corrects.as_deref()?, entry.id.as_str()))).collect();
    let replaced = |id: &str| corrections.get(id).map(|by| (*by).to_owned());
    let mut lines = Vec::new();
    for (day, entries) in ledger.by_day() {
        if day < period.first() {
            break;
        }
        if !period.contains(day) {
            continue;
        }
        let own = entries.into_iter().filter_map(|(entry, _)| Line::of(entry, (ledger, account), person, replaced));
        let start = lines.len();
        lines.extend(own);
        if let Some(day) = lines.get_mut(start..) {
            // Turned round below, with the days.
            day.sort_by_key(|line| std::cmp::Reverse(line.entry.recorded_at));
        }
    }
    lines.reverse();
    lines
}

fn months(lines: &[Line], flow: &Flow, year: Period, today: Date) -> Vec<MonthRow> {
    let rows = year.months().map(|month| {
        let of_month = |line: &&Line| line.posted().is_some_and(|posted| month.contains(posted.activity.date));
        let own = lines.iter().filter(of_month);
        let (entries, figures) =
            own.fold((0, Figures::default()), |(entries, sum), line| (entries + 1, sum.plus(all_of(line))));
        MonthRow { month, entries, figures, movement: flow.movement(month) }
    });
    rows.filter(|row| row.month.first() <= today || row.entries > 0).collect()
}

/// The rulebooks that lines and redemptions name, and the one whose limits apply.
fn named(lines: &[Line], redeemed: &[Redeemed], limits: Option<&Rulebook>) -> Vec<String> {
    let lines = lines.iter().filter_map(|line| Some(line.posted()?.rulebook.clone()));
    let redeemed = redeemed.iter().filter_map(|redeemed| Some(redeemed.redemption()?.rulebook.clone()));
    let mut names = Vec::new();
    for name in lines.chain(redeemed).chain(limits.map(Rulebook::name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

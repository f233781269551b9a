//! One day of an account: its lines, and what the day's and the month's limits leave of them.
//!
//! Limits apply in order of recording. Where a limit counts kilometres or times, which verified and self-declared
//! entries share, the verified come first: so what a day comes to never depends on the order in which it was recorded.

use std::cell::OnceCell;
use std::rc::Rc;

use super::policy::{Limit, Policy};
use super::standing::{Standing, share};
use super::{bonus, distance};
use crate::domain::activity::{Activity, Domain, Evidence, Kind};
use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::domain::exact::Exact;
use crate::domain::ledger::claims::Claim;
use crate::domain::ledger::{Entry, Posted, Turn};

/// An entry on a day of an account.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) entry: Rc<Entry>,
    /// Place in the order of recording.
    pub(super) order: Turn,
    /// The account's share.
    pub(super) share: Totals,
    /// Whether the account is the first of those who share it; a merchant's bonus is theirs.
    pub(super) first: bool,
    pub(super) standing: Standing,
    /// What a trip is worth in points before it is rounded; worked out once, on the first day that is beyond a limit.
    pub(super) exact: OnceCell<Rc<Exact>>,
}

/// What the month came to before a day, as far as limits count it.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct SoFar {
    /// Self-declared points credited.
    pub(super) self_declared: i64,
    /// Night refuellings awarded.
    pub(super) refuels: i64,
}

/// One day.
#[derive(Clone, Default, Debug)]
pub(super) struct Day {
    /// In order of recording.
    pub(super) lines: Vec<Line>,
    /// What counts, by domain, bonuses among the points.
    pub(super) by_domain: [Totals; Domain::ALL.len()],
    /// What the day adds to the month.
    pub(super) adds: SoFar,
}

impl SoFar {
    pub(super) fn plus(self, other: Self) -> Self {
        Self { self_declared: self.self_declared + other.self_declared, refuels: self.refuels + other.refuels }
    }
}

impl Line {
    /// Of an activity, the share of one of those who hold it: their place among them, and how many they are.
    pub(super) fn of(entry: &Rc<Entry>, order: Turn, (part, of): (usize, usize)) -> Option<Self> {
        let share = share(entry.posted()?.totals, part, of);
        let (standing, exact) = (Standing::default(), OnceCell::new());
        Some(Self { entry: entry.clone(), order, share, first: part == 0, standing, exact })
    }

    pub(super) fn posted(&self) -> Option<&Posted> {
        self.entry.posted()
    }

    pub(super) fn activity(&self) -> Option<&Activity> {
        self.posted().map(|posted| &posted.activity)
    }

    fn is(&self, kind: Kind, evidence: Evidence) -> bool {
        self.activity().is_some_and(|activity| activity.facts.kind() == kind && activity.evidence == evidence)
    }

    fn self_declared(&self) -> bool {
        self.activity().is_some_and(|activity| activity.evidence == Evidence::SelfDeclared)
    }
}

impl Day {
    /// Takes a line in where it belongs.
    pub(super) fn add(&mut self, line: Line) {
        let after = self.lines.partition_point(|known| known.order < line.order);
        self.lines.insert(after, line);
    }

    /// Its lines but the one of the entry with that id, to be folded.
    pub(super) fn without(&self, id: Option<&str>) -> Self {
        let kept = self.lines.iter().filter(|line| Some(line.entry.id.as_str()) != id);
        Self { lines: kept.cloned().collect(), ..Self::default() }
    }

    /// Points credited.
    pub(super) fn points(&self) -> i64 {
        self.by_domain.iter().map(|totals| totals.points).sum()
    }

    /// Points credited to the self-declared entries of the kind that a daily cap counts.
    pub(super) fn self_declared(&self, kind: Kind) -> i64 {
        let lines = self.lines.iter().filter(|line| line.is(kind, Evidence::SelfDeclared));
        lines.map(|line| line.standing.counted.points).sum()
    }

    /// Works the day out anew. `claimed` says which entries do not count because another one claims the same; unless
    /// something was `travelled` that changes the kilometres of the day, those stand as they were worked out.
    pub(super) fn fold(
        &mut self,
        date: Date,
        before: SoFar,
        policy: &Policy,
        (claimed, travelled): (&impl Fn(&Line) -> Option<Claim>, bool),
    ) {
        for line in &mut self.lines {
            let claim = claimed(line);
            let counted = if claim.is_some() { Totals::default() } else { line.share };
            let fresh = Standing { earned: line.share, counted, claim, ..Standing::default() };
            let before = std::mem::replace(&mut line.standing, fresh);
            if !travelled {
                line.standing.withhold_distance_of(&before);
            }
        }
        if travelled {
            distance::withhold(&mut self.lines, date, policy);
        }
        self.adds = SoFar { refuels: self.refuels(date, before, policy), self_declared: 0 };
        self.daily(Kind::Trip, Limit::TripsDaily, date, policy);
        self.daily(Kind::Action, Limit::ActionsDaily, date, policy);
        bonus::give(&mut self.lines, policy);
        self.month(date, before, policy);
        self.by_domain = Default::default();
        for line in &self.lines {
            let (Some(activity), standing) = (line.activity(), &line.standing) else { continue };
            if let Some(sum) = self.by_domain.get_mut(activity.facts.kind().domain() as usize) {
                *sum = sum.plus(Totals { points: standing.points(), ..standing.counted });
            }
        }
    }

    /// The award for night refuelling is given so many times a month.
    fn refuels(&mut self, date: Date, before: SoFar, policy: &Policy) -> i64 {
        let most = policy.whole(Limit::RefuelsMonthly, date);
        let mut awarded = 0;
        for evidence in [Evidence::Verified, Evidence::SelfDeclared] {
            let refuels = self.lines.iter_mut().filter(|line| line.is(Kind::Refuel, evidence));
            for line in refuels.filter(|line| line.standing.counted.points > 0) {
                if most.is_some_and(|most| before.refuels + awarded >= most) {
                    line.standing.withhold(Limit::RefuelsMonthly, i64::MAX);
                } else {
                    awarded += 1;
                }
            }
        }
        awarded
    }

    /// Self-declared entries of a kind earn so many points a day.
    fn daily(&mut self, kind: Kind, limit: Limit, date: Date, policy: &Policy) {
        let Some(most) = policy.whole(limit, date) else { return };
        let mut left = most;
        for line in self.lines.iter_mut().filter(|line| line.is(kind, Evidence::SelfDeclared)) {
            let points = line.standing.counted.points;
            line.standing.withhold(limit, points - left);
            left -= line.standing.counted.points;
        }
    }

    /// Everything self-declared earns so many points a month.
    fn month(&mut self, date: Date, before: SoFar, policy: &Policy) {
        let most = policy.whole(Limit::Monthly, date).unwrap_or(i64::MAX);
        let mut used = before.self_declared;
        for line in self.lines.iter_mut().filter(|line| line.self_declared()) {
            let left = most.saturating_sub(used).max(0);
            let points = line.standing.counted.points;
            line.standing.withhold(Limit::Monthly, points - left);
            used += line.standing.counted.points;
            if let Some(bonus) = &mut line.standing.bonus {
                let left = most.saturating_sub(used).max(0);
                bonus.withhold(Limit::Monthly, bonus.credited - left);
                used += bonus.credited;
            }
        }
        self.adds.self_declared = used - before.self_declared;
    }
}

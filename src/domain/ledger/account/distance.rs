//! The kilometres a day that earn points.
//!
//! Grams are never limited, points are. For the kilometres of a day beyond a mode's limit the points are worked out
//! exactly and rounded once, for the verified trips and for the self-declared ones; but those trips keep at least what
//! their kilometres within the limits are worth. What is withheld is taken from the trips recorded last. So neither the
//! order of recording nor a longer way ever makes a day worth less.

use std::cell::OnceCell;
use std::rc::Rc;

use super::day::Line;
use super::policy::{Limit, Policy, or_zero};
use crate::domain::activity::{Evidence, Facts, Leg, Mode};
use crate::domain::date::Date;
use crate::domain::exact::Exact;
use crate::domain::methodology;
use crate::domain::trace::StepName;

/// One kind of evidence on one day.
struct Rules<'p> {
    date: Date,
    evidence: Evidence,
    policy: &'p Policy,
    /// What a kilometre earns in each mode, once it was looked up.
    each: [OnceCell<Option<Exact>>; Mode::ALL.len()],
}

/// A trip with kilometres in a mode whose limit the day is beyond.
struct Trip<'l> {
    line: &'l mut Line,
    /// Points of its own kilometres beyond, exactly.
    beyond: Exact,
    /// The limit that most of them are beyond.
    limit: Limit,
}

/// Withholds what was earned beyond the limits.
pub(super) fn withhold(lines: &mut [Line], date: Date, policy: &Policy) {
    // Kilometres that still earn points, by mode; `None` where there is no limit.
    let mut left: Vec<Option<Exact>> =
        Mode::ALL.iter().map(|mode| policy.limit(Limit::Distance(*mode), date).map(|limit| limit.value)).collect();
    for evidence in [Evidence::Verified, Evidence::SelfDeclared] {
        let rules = Rules { date, evidence, policy, each: Default::default() };
        rules.withhold(lines, &mut left);
    }
}

impl Rules<'_> {
    fn withhold(&self, lines: &mut [Line], left: &mut [Option<Exact>]) {
        let mut exceeded: Vec<Mode> = Vec::new();
        let beyond: Vec<Option<(Exact, Limit)>> =
            lines.iter().map(|line| self.beyond(self.legs(line)?, left, &mut exceeded)).collect();
        if exceeded.is_empty() {
            return;
        }
        let concerned = lines.iter_mut().zip(beyond).filter_map(|(line, beyond)| {
            let leg = self.legs(line)?.iter().find(|leg| exceeded.contains(&leg.mode))?;
            let (beyond, limit) = beyond.unwrap_or((Exact::ZERO, Limit::Distance(leg.mode)));
            Some(Trip { line, beyond, limit })
        });
        self.take(concerned.collect());
    }

    /// The legs of a trip of this evidence that counts.
    fn legs<'l>(&self, line: &'l Line) -> Option<&'l [Leg]> {
        let activity = line.activity().filter(|activity| activity.evidence == self.evidence)?;
        match &activity.facts {
            Facts::Trip(legs) if line.standing.counted.points > 0 => Some(legs),
            _ => None,
        }
    }

    /// Points of the kilometres beyond the limits, exactly, and the limit that most of them are beyond.
    fn beyond(&self, legs: &[Leg], left: &mut [Option<Exact>], exceeded: &mut Vec<Mode>) -> Option<(Exact, Limit)> {
        let (mut points, mut most) = (Exact::ZERO, None);
        for leg in legs {
            let Some(Some(left)) = left.get_mut(leg.mode as usize) else { continue };
            let Some(each) = self.each(leg.mode) else { continue };
            let km = leg.km.exact();
            let within = km.at_most(*left);
            *left = or_zero(left.subtract(within));
            let beyond = or_zero(km.subtract(within).and_then(|km| km.multiply(each)));
            if beyond.is_positive() {
                points = or_zero(points.add(beyond));
                if !exceeded.contains(&leg.mode) {
                    exceeded.push(leg.mode);
                }
                if most.is_none_or(|(most, _)| beyond > most) {
                    most = Some((beyond, Limit::Distance(leg.mode)));
                }
            }
        }
        most.map(|(_, limit)| (points, limit))
    }

    /// Points that a kilometre in a mode earns.
    fn each(&self, mode: Mode) -> Option<Exact> {
        let look = || self.policy.points_per_kilometre(mode, self.evidence, self.date);
        *self.each.get(mode as usize)?.get_or_init(look)
    }

    /// Takes the rounded sum from the trips, the last one first: from each what its own kilometres beyond make of it,
    /// and what a trip is too small for from any other, so that all of it is taken whatever the order.
    fn take(&self, mut trips: Vec<Trip<'_>>) {
        let beyond = trips.iter().fold(Exact::ZERO, |sum, trip| or_zero(sum.add(trip.beyond)));
        let most = rounded(beyond).min(self.above(&trips, beyond));
        let (mut sum, mut taken) = (Exact::ZERO, 0);
        for trip in trips.iter_mut().rev() {
            sum = or_zero(sum.add(trip.beyond));
            taken += trip.line.standing.withhold(trip.limit, rounded(sum).min(most) - taken);
        }
        for trip in trips.iter_mut().rev() {
            taken += trip.line.standing.withhold(trip.limit, most - taken);
        }
    }

    /// Points that the trips have above what their kilometres within the limits are worth.
    fn above(&self, trips: &[Trip<'_>], beyond: Exact) -> i64 {
        let all = trips.iter().fold(Exact::ZERO, |sum, trip| {
            let exact = trip.line.exact.get_or_init(|| Rc::new(self.points(trip.line).unwrap_or(Exact::ZERO)));
            or_zero(sum.add(**exact))
        });
        let points: i64 = trips.iter().map(|trip| trip.line.standing.counted.points).sum();
        (points - rounded(or_zero(all.subtract(beyond)))).max(0)
    }

    /// What a whole trip is worth in points before it is rounded.
    fn points(&self, line: &Line) -> Option<Exact> {
        let assessment = methodology::assess(line.activity()?, self.policy.rulebook()?).ok()?;
        let exact = assessment.steps.iter().find(|step| step.name == StepName::PointsAfterEvidence);
        exact.map(|step| step.result)
    }
}

fn rounded(points: Exact) -> i64 {
    points.round_half_up().unwrap_or(0)
}

//! The kilometres a day that earn points.
//!
//! Grams are never limited, points are: for the kilometres beyond a mode's limit the points are worked out exactly for
//! the whole day, rounded once for the verified and once for the self-declared, and taken from the trips recorded last.

use super::day::Line;
use super::policy::{Limit, Policy, or_zero};
use crate::domain::activity::{Evidence, Facts, Mode};
use crate::domain::date::Date;
use crate::domain::exact::Exact;

/// Kilometres that still earn points, by mode; `None` where there is no limit.
type Left = [Option<Exact>; Mode::ALL.len()];

/// Withholds what was earned beyond the limits.
pub(super) fn withhold(lines: &mut [Line], date: Date, policy: &Policy) {
    let mut left: Left = [None; Mode::ALL.len()];
    for (left, mode) in left.iter_mut().zip(Mode::ALL) {
        *left = policy.limit(Limit::Distance(*mode), date).map(|limit| limit.value);
    }
    for evidence in [Evidence::Verified, Evidence::SelfDeclared] {
        let trips = lines.iter_mut().filter(|line| {
            let trip = line.activity().filter(|activity| activity.evidence == evidence);
            trip.is_some_and(|trip| matches!(trip.facts, Facts::Trip(_))) && line.standing.counted.points > 0
        });
        let mut beyond: Vec<(&mut Line, Exact, Limit)> = Vec::new();
        for line in trips {
            if let Some((points, limit)) =
                line.activity().and_then(|trip| points_beyond(&trip.facts, evidence, date, policy, &mut left))
            {
                beyond.push((line, points, limit));
            }
        }
        take(&mut beyond);
    }
}

/// Points of a trip's kilometres beyond the limits, exactly, and the limit that most of them are beyond.
fn points_beyond(
    facts: &Facts,
    evidence: Evidence,
    date: Date,
    policy: &Policy,
    left: &mut Left,
) -> Option<(Exact, Limit)> {
    let Facts::Trip(legs) = facts else { return None };
    let (mut points, mut most) = (Exact::ZERO, None);
    for leg in legs {
        let Some(Some(left)) = left.get_mut(leg.mode as usize) else { continue };
        let Some(each) = policy.points_per_kilometre(leg.mode, evidence, date) else { continue };
        let km = leg.km.exact();
        let within = km.at_most(*left);
        *left = or_zero(left.subtract(within));
        let beyond = or_zero(km.subtract(within).and_then(|km| km.multiply(each)));
        if beyond.is_positive() {
            points = or_zero(points.add(beyond));
            if most.is_none_or(|(most, _)| beyond > most) {
                most = Some((beyond, Limit::Distance(leg.mode)));
            }
        }
    }
    most.map(|(_, limit)| (points, limit))
}

/// Takes the rounded sum from the trips, the last one first: from each what its own kilometres make of it, and what a
/// trip is too small for from any other, so that the whole sum is taken whatever the order.
fn take(beyond: &mut [(&mut Line, Exact, Limit)]) {
    let (mut sum, mut taken) = (Exact::ZERO, 0);
    for (line, points, limit) in beyond.iter_mut().rev() {
        sum = or_zero(sum.add(*points));
        taken += line.standing.withhold(*limit, sum.round_half_up().unwrap_or(0) - taken);
    }
    let rest = sum.round_half_up().unwrap_or(0) - taken;
    beyond.iter_mut().rev().fold(rest, |rest, (line, _, limit)| rest - line.standing.withhold(*limit, rest));
}

//! How one entry stands in one account: what it earned, what was withheld and by what, and what it is credited.

use super::policy::Limit;
use crate::domain::assessment::Totals;
use crate::domain::ledger::claims::Claim;

/// Points that a limit held back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Withheld {
    /// By what.
    pub limit: Limit,
    /// How many; above zero.
    pub points: i64,
}

/// A merchant's bonus: a line of its own beside the entry that earned it, without grams, and also where all of it was withheld.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bonus {
    /// The merchant's id.
    pub merchant: String,
    /// Points it gives for this entry.
    pub earned: i64,
    /// Points that the merchant's daily most and the month's cap left of them.
    pub credited: i64,
    /// What was withheld; with what was credited it is always what was earned.
    pub withheld: Vec<Withheld>,
}

/// An entry in an account. `earned.points` is always `counted.points` and what was withheld together, unless another
/// entry claims the same: then nothing counts.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Standing {
    /// The account's share of what the entry is worth.
    pub earned: Totals,
    /// What counts of it.
    pub counted: Totals,
    /// What was withheld, in the order in which the limits apply.
    pub withheld: Vec<Withheld>,
    /// The merchant's bonus.
    pub bonus: Option<Bonus>,
    /// Why it does not count at all, if another entry claims the same.
    pub claim: Option<Claim>,
}

impl Standing {
    /// Points that the account was credited, the merchant's bonus among them.
    pub fn points(&self) -> i64 {
        self.counted.points + self.bonus.as_ref().map_or(0, |bonus| bonus.credited)
    }

    /// Points of the entry and of the merchant's bonus that limits held back.
    pub fn points_withheld(&self) -> i64 {
        let bonus = self.bonus.iter().flat_map(|bonus| &bonus.withheld);
        self.withheld.iter().chain(bonus).map(|withheld| withheld.points).sum()
    }

    /// One entry's standings in the accounts of all who share it, limit by limit.
    pub fn together(standings: impl IntoIterator<Item = Self>) -> Self {
        standings.into_iter().fold(Self::default(), |mut all, one| {
            all.earned = all.earned.plus(one.earned);
            all.counted = all.counted.plus(one.counted);
            for Withheld { limit, points } in one.withheld {
                match all.withheld.iter_mut().find(|known| known.limit == limit) {
                    Some(known) => known.points += points,
                    None => all.withheld.push(Withheld { limit, points }),
                }
            }
            // Only the first of those who share it has one.
            all.bonus = all.bonus.or(one.bonus);
            all.claim = all.claim.or(one.claim);
            all
        })
    }

    /// Holds back the points of kilometres that another standing of the same entry does.
    pub(super) fn withhold_distance_of(&mut self, other: &Self) {
        for withheld in &other.withheld {
            if matches!(withheld.limit, Limit::Distance(_)) {
                self.withhold(withheld.limit, withheld.points);
            }
        }
    }

    /// Holds back at most so many points; says how many there were to hold back.
    pub(super) fn withhold(&mut self, limit: Limit, most: i64) -> i64 {
        withhold(&mut self.counted.points, &mut self.withheld, limit, most)
    }
}

impl Bonus {
    /// Holds back at most so many points.
    pub(super) fn withhold(&mut self, limit: Limit, most: i64) {
        withhold(&mut self.credited, &mut self.withheld, limit, most);
    }
}

fn withhold(credited: &mut i64, withheld: &mut Vec<Withheld>, limit: Limit, most: i64) -> i64 {
    let points = most.min(*credited).max(0);
    if points > 0 {
        *credited -= points;
        match withheld.last_mut() {
            Some(last) if last.limit == limit => last.points += points,
            _ => withheld.push(Withheld { limit, points }),
        }
    }
    points
}

/// One person's share of totals that several share in equal parts. The parts add up exactly: what does not divide
/// goes, unit by unit, to those named first.
pub fn share(totals: Totals, place: usize, people: usize) -> Totals {
    let part = |whole: i64| {
        let (place, people) = (i64::try_from(place).unwrap_or(i64::MAX), i64::try_from(people.max(1)).unwrap_or(1));
        whole.div_euclid(people) + i64::from(place < whole.rem_euclid(people))
    };
    let mut shared = totals;
    shared.carbon_mg = part(totals.carbon_mg);
    shared.air.voc_mg = part(totals.air.voc_mg);
    shared.air.nox_mg = part(totals.air.nox_mg);
    shared.air.upe = part(totals.air.upe);
    shared.points = part(totals.points);
    shared
}

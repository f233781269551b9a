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

/// A merchant's bonus: a line of its own beside the entry that earned it, without grams.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bonus {
    /// The merchant's id.
    pub merchant: String,
    /// Points it gives for this entry.
    pub earned: i64,
    /// Points that the month's cap left of them.
    pub credited: i64,
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

    /// Holds back at most so many points; says how many there were to hold back.
    pub(super) fn withhold(&mut self, limit: Limit, most: i64) -> i64 {
        let points = self.counted.points.min(most).max(0);
        if points > 0 {
            self.counted.points -= points;
            match self.withheld.last_mut() {
                Some(last) if last.limit == limit => last.points += points,
                _ => self.withheld.push(Withheld { limit, points }),
            }
        }
        points
    }
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

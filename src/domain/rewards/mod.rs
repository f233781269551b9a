//! Spending points: what is offered, what can be had for the points there are, and what became of it.
//!
//! Everything is worked out from the ledger; [`redeem`] is the one check before points are spent, and whoever writes its
//! redemption must have read every entry there is.

mod voucher;

pub use voucher::{Status, ended_on, grouped, status};

use super::date::Date;
use super::district::{Reward, RewardKind};
use super::ledger::{Account, Ledger, Redemption};
use super::rulebook::Rulebook;

/// Whether a reward can be had on a day, whatever the points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Offered {
    /// It can, for so many points.
    For(i64),
    /// From that day on.
    NotBefore(Date),
    /// That was its last day.
    Until(Date),
}

/// Why points were not spent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// The district's rules have no such reward.
    Unknown,
    /// It is offered from that day on.
    NotBefore(Date),
    /// It was offered until that day.
    Until(Date),
    /// So many points are missing; above zero.
    Missing(i64),
}

/// What a reward costs on a day, or why it cannot be had. `None` if the rules give it no price on a day on which it is
/// offered, which the loader of overlays refuses.
pub fn offered(reward: &Reward, rules: &Rulebook, today: Date) -> Option<Offered> {
    if today < reward.from {
        return Some(Offered::NotBefore(reward.from));
    }
    if let Some(until) = reward.until.filter(|until| *until < today) {
        return Some(Offered::Until(until));
    }
    whole(rules, reward.cost, today).filter(|cost| *cost > 0).map(Offered::For)
}

/// The last day on which a voucher that is made on a day can be used: that day counts as the first. [`Date::LAST`] is a
/// voucher without an end; a donation has none.
pub fn valid_until(reward: &Reward, rules: &Rulebook, today: Date) -> Option<Date> {
    if reward.kind == RewardKind::Donation {
        return None;
    }
    let days = reward.valid_days.and_then(|days| whole(rules, days, today));
    let days = days.and_then(|days| i32::try_from(days).ok());
    Some(days.map_or(Date::LAST, |days| today.plus_days(days.saturating_sub(1).max(0))))
}

/// The redemption of a reward by a person on a day, if the ledger has the points for it.
pub fn redeem(
    ledger: &Ledger,
    rules: &Rulebook,
    (person, reward): (&str, &str),
    code: String,
    today: Date,
) -> Result<Redemption, Refused> {
    let district = rules.district.as_ref().ok_or(Refused::Unknown)?;
    let reward = district.reward(reward).ok_or(Refused::Unknown)?;
    let cost = match offered(reward, rules, today).ok_or(Refused::Unknown)? {
        Offered::For(cost) => cost,
        Offered::NotBefore(day) => return Err(Refused::NotBefore(day)),
        Offered::Until(day) => return Err(Refused::Until(day)),
    };
    let missing = cost.saturating_sub(ledger.account(person).balance(today));
    if missing > 0 {
        return Err(Refused::Missing(missing));
    }
    Ok(Redemption {
        person: person.to_owned(),
        date: today,
        rulebook: rules.name(),
        reward: reward.id.clone(),
        cost,
        code,
        valid_until: valid_until(reward, rules, today),
    })
}

/// From which points a cost would be paid: the last day on which they are valid and how many, those that expire first
/// first. Less than the cost if the points do not suffice.
pub fn paid_from(account: &Account, cost: i64, today: Date) -> Vec<(Date, i64)> {
    let mut unpaid = cost;
    let mut parts = Vec::new();
    for (valid_until, points) in account.lots(today) {
        let part = points.min(unpaid);
        if part <= 0 {
            break;
        }
        unpaid -= part;
        parts.push((valid_until, part));
    }
    parts
}

/// A whole number of the rules on a day.
pub fn whole(rules: &Rulebook, parameter: usize, date: Date) -> Option<i64> {
    rules.operand(parameter, date)?.value.floor().ok()
}

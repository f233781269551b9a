//! A month's goal that the resident sets, and how far the month has come.

use super::axis::round_up;
use super::months::{month_of, plus};
use super::{Measure, Viewpoint, usual};
use crate::domain::date::Date;
use crate::domain::decimal::Decimal;
use crate::domain::ledger::{Account, FIRST_PERSON};

/// So much in a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Goal {
    /// Carbon or points; air has no goal, because few acts add to it.
    pub measure: Measure,
    /// Whole kilograms of CO2, or whole points; 1 to [`Goal::MOST`].
    pub amount: i64,
}

/// Where a suggestion comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Basis {
    /// What the last months came to on average.
    Usual,
    /// A tenth more than that.
    More,
    /// The best of the last twelve months.
    Best,
    /// For somebody without a complete month: so many metro rides of this many kilometres.
    Rides(i64, Decimal),
}

/// Months that make up what is usual.
const USUAL_MONTHS: i64 = 3;
/// Rides of a month for somebody without one: there and back once a working day of two weeks.
const FIRST_RIDES: i64 = 20;

/// Name of the setting that keeps the goal of the first person, as it was before there were others.
pub const SETTING: &str = "goal";

/// Name of the setting that keeps a person's goal.
pub fn setting_of(person: &str) -> String {
    if person == FIRST_PERSON { SETTING.to_owned() } else { format!("{SETTING}:{person}") }
}

/// Whose goal a setting of that name keeps; `None` if it keeps something else.
pub fn person_of(setting: &str) -> Option<&str> {
    match setting.strip_prefix(SETTING)? {
        "" => Some(FIRST_PERSON),
        other => other.strip_prefix(':').filter(|person| !person.is_empty()),
    }
}

impl Goal {
    /// The largest amount. Far beyond what a person's month can come to.
    pub const MOST: i64 = 9_999;

    /// A goal within its range.
    pub fn of(measure: Measure, amount: i64) -> Self {
        Self { measure, amount: amount.clamp(1, Self::MOST) }
    }

    /// The text it is kept as, for instance `carbon 12`.
    pub fn text(self) -> String {
        format!("{} {}", self.measure.as_str(), self.amount)
    }

    /// The goal of a text; `None` for any other text, such as that of a goal which was given up.
    pub fn from_text(text: &str) -> Option<Self> {
        let (measure, amount) = text.split_once(' ')?;
        let measure = [Measure::Carbon, Measure::Points].into_iter().find(|known| known.as_str() == measure)?;
        let amount = amount.parse().ok().filter(|amount| (1..=Self::MOST).contains(amount))?;
        Some(Self { measure, amount })
    }

    /// How much one press of the stepper changes: a twentieth, as a round number.
    pub fn step(self) -> i64 {
        round_up(self.amount / 20)
    }

    /// The goal in the smallest unit of its ledger.
    pub fn whole(self) -> i64 {
        self.amount.saturating_mul(unit(self.measure))
    }

    /// What is left of it; 0 once it is reached.
    pub fn left(self, done: i64) -> i64 {
        self.whole().saturating_sub(done).max(0)
    }

    /// Whole percent that are done. 100 only when it is reached, and not more.
    pub fn percent(self, done: i64) -> i64 {
        let percent = i128::from(done.max(0)) * 100 / i128::from(self.whole().max(1));
        i64::try_from(percent).unwrap_or(100).min(100)
    }
}

/// The smallest units in one unit of a goal: a goal is set in kilograms.
fn unit(measure: Measure) -> i64 {
    match measure {
        Measure::Carbon => 1_000_000,
        Measure::Air | Measure::Points => 1,
    }
}

/// Goals worth suggesting, smallest first, from one's own complete months; each with where it comes from.
pub fn suggestions(view: &Viewpoint<'_>, account: &Account, measure: Measure) -> Vec<(Goal, Basis)> {
    let done = complete_months(account, view.today, measure);
    let up = |amount: i64| Goal::of(measure, amount / unit(measure) + i64::from(amount % unit(measure) > 0));
    let mut found = Vec::new();
    if done.is_empty() {
        let ride = usual::ride(view);
        let worth = measure.of(usual::worth(view, &ride.activity(view.today)));
        if worth > 0 {
            let rides = [FIRST_RIDES / 2, FIRST_RIDES];
            found.extend(rides.map(|rides| (up(worth.saturating_mul(rides)), Basis::Rides(rides, ride.km))));
        }
    } else {
        let lately: Vec<i64> = done.iter().copied().take(usize::try_from(USUAL_MONTHS).unwrap_or(1)).collect();
        let count = i64::try_from(lately.len()).unwrap_or(1).max(1);
        let usual = lately.iter().sum::<i64>() / count;
        let best = done.iter().copied().max().unwrap_or(0);
        found.push((up(usual), Basis::Usual));
        found.push((up(usual.saturating_add(usual / 10)), Basis::More));
        found.push((up(best), Basis::Best));
    }
    found.sort_by_key(|(goal, _)| goal.amount);
    found.dedup_by_key(|(goal, _)| goal.amount);
    found
}

/// What the complete ones of the last twelve months came to, latest first; months with nothing are left out.
fn complete_months(account: &Account, today: Date, measure: Measure) -> Vec<i64> {
    let this = month_of(today);
    let months = (1..=12).map(|ago| measure.of(account.month(plus(this, -ago))));
    months.filter(|amount| *amount > 0).collect()
}

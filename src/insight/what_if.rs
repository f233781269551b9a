//! What if: a month of thirty days done in a certain way, in an account of its own, and a year of twelve such months.

use super::months::{first_day, last_day, month_of, plus};
use super::offered::decimal;
use super::{Viewpoint, trial, usual};
use crate::domain::activity::trip::CarStandard;
use crate::domain::activity::{Activity, CountedBy, Facts, Leg, Mode, Utility, UtilityBill};
use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::domain::decimal::Decimal;
use crate::domain::exact::Exact;
use crate::domain::ledger::account::Withheld;
use crate::domain::rulebook::Key;

/// What can be moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lever {
    /// Metro rides a week.
    Rides,
    /// Kilometres of each.
    RideKm,
    /// Kilometres a week by metro instead of one's own petrol car, on five days.
    CarKm,
    /// Percent of electricity saved against the last bill.
    Power,
    /// Meals a week with nothing left over.
    Meals,
}

impl Lever {
    /// In the order in which they stand.
    pub const ALL: [Self; 5] = [Self::Rides, Self::RideKm, Self::CarKm, Self::Power, Self::Meals];

    /// Its word, for hooks.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rides => "rides",
            Self::RideKm => "ride_km",
            Self::CarKm => "car_km",
            Self::Power => "power",
            Self::Meals => "meals",
        }
    }
}

/// Where the resident left the levers; those not touched stand where they start.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Moved([Option<i64>; Lever::ALL.len()]);

impl Moved {
    /// Where a lever was left.
    pub fn get(&self, lever: Lever) -> Option<i64> {
        self.0.get(lever as usize).copied().flatten()
    }

    /// Leaves a lever somewhere; a place beyond its ends counts as the end.
    pub fn put(&mut self, lever: Lever, value: i64) {
        if let Some(place) = self.0.get_mut(lever as usize) {
            *place = Some(value);
        }
    }
}

/// A lever as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slider {
    /// Which.
    pub lever: Lever,
    /// Where it stands.
    pub value: i64,
    /// Its left end.
    pub least: i64,
    /// Its right end.
    pub most: i64,
    /// From one value to the next.
    pub step: i64,
}

/// What it would come to.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Outcome {
    /// A month, after the limits.
    pub month: Totals,
    /// Twelve such months.
    pub year: Totals,
    /// Points withheld a month, each limit once, in the order in which they first apply.
    pub withheld: Vec<Withheld>,
}

/// Days of the month that is worked out.
pub const DAYS: i32 = 30;
const DAYS_OF_WEEK: i64 = 7;
/// Days a week on which somebody drives to work.
const DRIVING_DAYS: i64 = 5;
const RIDES_A_WEEK: i64 = 5;
const MOST_RIDES: i64 = 20;
const MOST_RIDE_KM: i64 = 50;
const MOST_CAR_KM: i64 = 200;
const MEALS_OF_WEEK: i64 = 21;

/// The levers there are for this resident: without a bill there is nothing to save a share of.
pub fn sliders(view: &Viewpoint<'_>, moved: &Moved) -> Vec<Slider> {
    let ride = usual::ride(view);
    let ride_km = ride.km.exact().round_half_up().unwrap_or(1).max(1);
    let lever = |lever| {
        let (start, least, most, step) = match lever {
            Lever::Rides => (RIDES_A_WEEK, 0, MOST_RIDES, 1),
            Lever::RideKm => (ride_km, 1, MOST_RIDE_KM.max(ride_km), 1),
            Lever::CarKm => (0, 0, MOST_CAR_KM, DRIVING_DAYS),
            Lever::Power => {
                usual::last_bill(view, Utility::Electricity)?;
                // More than the rulebook credits would move nothing.
                let most = view.rulebook.key(Key::SavingCap, view.today)?.value.floor().ok()?;
                (0, 0, most, 1)
            }
            Lever::Meals => {
                view.rulebook.action(usual::CLEAN_PLATE)?;
                (0, 0, MEALS_OF_WEEK, 1)
            }
        };
        let value = moved.get(lever).unwrap_or(start).clamp(least, most);
        Some(Slider { lever, value, least, most, step })
    };
    Lever::ALL.into_iter().filter_map(lever).collect()
}

/// What the levers come to.
#[inline(never)]
pub fn outcome(view: &Viewpoint<'_>, sliders: &[Slider]) -> Outcome {
    let at = |lever| sliders.iter().find(|slider| slider.lever == lever).map_or(0, |slider| slider.value);
    let first = thirty_days(view.today);
    let whole = |number: i64| u32::try_from(number).map_or(Decimal::ZERO, Decimal::from);
    let leg = |km| Leg { mode: Mode::Rail, km: whole(km), replaced_petrol_car: false, instead_of_car: None };
    let car = usual::legs(view).find_map(|leg| leg.instead_of_car).or(CarStandard::ALL.last().copied());

    let ride = usual::trip(leg(at(Lever::RideKm)), first);
    let drive = usual::trip(Leg { instead_of_car: car, ..leg(at(Lever::CarKm) / DRIVING_DAYS) }, first);
    let mut acts: Vec<(Activity, i64)> = vec![(ride, at(Lever::Rides)), (drive, DRIVING_DAYS)];
    if at(Lever::CarKm) == 0 {
        acts.pop();
    }
    if view.rulebook.action(usual::CLEAN_PLATE).is_some() {
        acts.push((usual::action(usual::CLEAN_PLATE, CountedBy::Count, 1, first), at(Lever::Meals)));
    }
    let mut month: Vec<(Activity, Totals)> = Vec::new();
    for (act, a_week) in acts {
        let worth = usual::worth(view, &act);
        for day in 0..DAYS {
            let times = spread(i64::from(day) + 1, a_week) - spread(i64::from(day), a_week);
            let dated = Activity { date: first.plus_days(day), ..act.clone() };
            month.extend((0..times).map(|_| (dated.clone(), worth)));
        }
    }
    month.extend(bill(view, at(Lever::Power), first).map(|bill| (bill.clone(), usual::worth(view, &bill))));
    added_up(view, &month)
}

/// How many of so many a week are done by the end of a day, evenly spread.
fn spread(days: i64, a_week: i64) -> i64 {
    days * a_week / DAYS_OF_WEEK
}

/// The first day of a month of at least thirty days: this one or the next.
fn thirty_days(today: Date) -> Date {
    let this = month_of(today);
    let long = |month: &_| i32::from(last_day(*month).day()) >= DAYS;
    first_day([this, plus(this, 1)].into_iter().find(long).unwrap_or(this))
}

/// The last electricity bill again, over the month, with so many percent less.
fn bill(view: &Viewpoint<'_>, percent: i64, first: Date) -> Option<Activity> {
    let last = usual::last_bill(view, Utility::Electricity).filter(|_| percent > 0)?;
    let end = first.plus_days(DAYS - 1);
    let days = Exact::from(i64::from(DAYS)).divide(Exact::from(i64::from(last.days()))).ok()?;
    let share = Exact::from_decimal_parts(100 - percent, 2);
    let usage = last.usage.exact().multiply(days).and_then(|usage| usage.multiply(share)).ok()?;
    let new = UtilityBill {
        start: first,
        end,
        usage: decimal(usage)?,
        baseline_usage: last.usage,
        baseline_days: last.days(),
        ..last.clone()
    };
    Some(usual::activity(Facts::Utility(new), end))
}

fn added_up(view: &Viewpoint<'_>, month: &[(Activity, Totals)]) -> Outcome {
    let account = trial::account_of(view.person, view.ledger.policy().clone(), month.iter().cloned());
    let mut outcome = Outcome { month: account.all_time(), ..Outcome::default() };
    for _ in 0..12 {
        outcome.year = outcome.year.plus(outcome.month);
    }
    for (place, (activity, _)) in month.iter().enumerate() {
        let standing = account.standing(activity.date, &place.to_string());
        for withheld in standing.into_iter().flat_map(|standing| &standing.withheld) {
            match outcome.withheld.iter_mut().find(|known| known.limit == withheld.limit) {
                Some(known) => known.points += withheld.points,
                None => outcome.withheld.push(*withheld),
            }
        }
    }
    outcome
}

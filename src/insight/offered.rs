//! The acts that could be offered. Their amounts come from the resident's own history or from the rulebook's own limits.

use super::Viewpoint;
use super::habit::usual_trip;
use super::months::{first_day, last_day, month_of, plus};
use super::next::{Because, Habit};
use super::usual::{self, lately, legs};
use crate::domain::activity::purchase::{AmountUnit, Comparison, VocUnit};
use crate::domain::activity::trip::Power;
use crate::domain::activity::{Activity, Appliance, CarFree, Facts, Leg, Mode, Purchase, Utility, UtilityBill};
use crate::domain::date::TimeOfDay;
use crate::domain::decimal::{Decimal, INPUT_PLACES};
use crate::domain::exact::Exact;
use crate::domain::rulebook::Key;
use crate::domain::unit::Unit;

/// An act to be tried.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) activity: Activity,
    pub(super) because: Because,
    /// The usual act it would take the place of.
    pub(super) than: Option<Activity>,
}

/// Ways that a leg may also be made.
const WAYS: [Mode; 4] = [Mode::Walk, Mode::Bike, Mode::Bus, Mode::Rail];
/// Different legs of lately that are looked at.
const LEGS: usize = 6;

/// Everything worth trying, in the order of [`Because`].
#[inline(never)]
pub(super) fn candidates(view: &Viewpoint<'_>, habits: &[Habit]) -> Vec<Candidate> {
    let trip = usual_trip(view, habits);
    let acts = habits.iter().filter(|habit| !habit.today && !matches!(habit.activity.facts, Facts::Trip(_)));
    let mut found: Vec<Candidate> =
        acts.chain(trip).map(|habit| offered(habit.activity.clone(), Because::Habit(habit.times))).collect();
    instead(view, &mut found);
    bills(view, &mut found);
    found.extend(label(view));
    not_yet(view, &mut found);
    found.extend(season(view));
    found.extend(night(view));
    found.extend(car_free(view));
    found
}

fn offered(activity: Activity, because: Because) -> Candidate {
    Candidate { activity, because, than: None }
}

/// Legs of lately by another mode, where there and back is plausible in a day.
fn instead(view: &Viewpoint<'_>, found: &mut Vec<Candidate>) {
    let mut usual: Vec<&Leg> = Vec::new();
    for leg in legs(view) {
        if usual.len() < LEGS && !usual.iter().any(|known| (known.mode, known.km) == (leg.mode, leg.km)) {
            usual.push(leg);
        }
    }
    // What was travelled today cannot be travelled otherwise any more.
    let today = |leg: &Leg| {
        lately(view).filter(|posted| posted.activity.date == view.today).any(|posted| match &posted.activity.facts {
            Facts::Trip(legs) => legs.iter().any(|other| other.km == leg.km),
            _ => false,
        })
    };
    for leg in usual.into_iter().filter(|leg| !today(leg)) {
        let other_ways = WAYS.into_iter().filter(|mode| *mode != leg.mode && there_and_back(view, *mode, leg.km));
        let ways =
            other_ways.map(|mode| usual::trip(Leg { mode, replaced_petrol_car: false, ..leg.clone() }, view.today));
        // One way each: the one that avoids most, the first among equals.
        let best = ways.rev().max_by_key(|trip| usual::worth(view, trip).carbon_mg);
        found.extend(best.map(|activity| Candidate {
            activity,
            because: Because::Instead(leg.mode),
            than: Some(usual::trip(leg.clone(), view.today)),
        }));
    }
}

fn there_and_back(view: &Viewpoint<'_>, mode: Mode, km: Decimal) -> bool {
    let limit = view.rulebook.distance_limit(mode).and_then(|limit| view.rulebook.operand(limit, view.today));
    limit.is_some_and(|limit| km.exact().add(km.exact()).is_ok_and(|both| both <= limit.value))
}

/// Last month's bills that are missing, with the saving of the last one; or, for who has none, a unit of electricity.
fn bills(view: &Viewpoint<'_>, found: &mut Vec<Candidate>) {
    let month = plus(month_of(view.today), -1);
    let (start, end) = (first_day(month), last_day(month));
    let mut any = false;
    for utility in Utility::ALL {
        let Some(last) = usual::last_bill(view, *utility) else { continue };
        any = true;
        if last.end >= end {
            continue;
        }
        let mut due = UtilityBill { start, end, ..last.clone() };
        let days = |bill: &UtilityBill| Exact::from(i64::from(bill.days()));
        let usage = last.usage.exact().multiply(days(&due)).and_then(|usage| usage.divide(days(last)));
        let Some(usage) = usage.ok().and_then(decimal) else { continue };
        due.usage = usage;
        found.push(offered(usual::activity(Facts::Utility(due), end), Because::BillDue(*utility)));
    }
    if !any {
        let (utility, day) = (Utility::Electricity, view.today);
        let bill = UtilityBill {
            utility,
            start: day,
            end: day,
            // One unit less than ten: a saving that no guard holds back.
            usage: Decimal::from(9),
            baseline_usage: Decimal::from(10),
            baseline_days: 1,
            annual_usage: None,
            boiler_heating: false,
            has_pv: false,
            meter: None,
        };
        found.push(offered(usual::activity(Facts::Utility(bill), day), Because::FirstBill(utility)));
    }
}

/// What a unit a year less on an appliance's label is worth, unless an appliance was entered lately.
fn label(view: &Viewpoint<'_>) -> Option<Candidate> {
    let known = lately(view).any(|posted| matches!(posted.activity.facts, Facts::Appliance { .. }));
    let appliance = Appliance::Other { annual_kwh: Decimal::from(9), replaced_annual_kwh: Decimal::from(10) };
    let facts = Facts::Appliance { appliance, serial: None };
    (!known).then(|| offered(usual::activity(facts, view.today), Because::Label))
}

/// Everyday actions of the rulebook that were not recorded lately, once each.
fn not_yet(view: &Viewpoint<'_>, found: &mut Vec<Candidate>) {
    for action in &view.rulebook.actions {
        let done = lately(view).any(|posted| match &posted.activity.facts {
            Facts::Action { action: known, .. } => *known == action.id,
            _ => false,
        });
        if !done {
            found.push(offered(usual::action(&action.id, action.counted_by, 1, view.today), Because::NotYet));
        }
    }
}

/// In the ozone season: a kilogram, without any VOC, of the product last bought or else of the one with the most to
/// avoid, among those whose limit is a percentage of what stands in the shop.
fn season(view: &Viewpoint<'_>) -> Option<Candidate> {
    let month = |key| view.rulebook.key(key, view.today)?.value.floor().ok();
    let (first, last) = (month(Key::OzoneFirstMonth)?, month(Key::OzoneLastMonth)?);
    if !(first..=last).contains(&i64::from(view.today.month())) {
        return None;
    }
    let percent = |limit: &usize| view.rulebook.parameters.get(*limit).is_some_and(|limit| limit.unit == Unit::Percent);
    let products = view.rulebook.products.iter().filter(|product| product.limit.as_ref().is_some_and(percent));
    let purchases = products.map(|product| {
        let bought = Purchase {
            category: product.id.clone(),
            amount: Decimal::from(1),
            unit: AmountUnit::Kilogram,
            voc: Decimal::ZERO,
            voc_unit: VocUnit::Percent,
            basis: product.basis,
            mode: Comparison::BelowLimit,
            displaced: None,
            displaced_amount: None,
            density_kg_per_l: None,
            water_percent: None,
            alert: false,
            dwelling: None,
            floor_area_m2: None,
            coats: None,
        };
        usual::activity(Facts::Purchase(Box::new(bought)), view.today)
    });
    let bought_before = |activity: &Activity| match &activity.facts {
        Facts::Purchase(new) => lately(view).any(|posted| match &posted.activity.facts {
            Facts::Purchase(old) => old.category == new.category,
            _ => false,
        }),
        _ => false,
    };
    let best = purchases.rev().max_by_key(|activity| (bought_before(activity), usual::worth(view, activity).air.upe));
    best.map(|activity| offered(activity, Because::Season))
}

/// Refuelling as last time, but at the beginning of the night, in the months in which that is rewarded.
fn night(view: &Viewpoint<'_>) -> Option<Candidate> {
    let litres = lately(view).find_map(|posted| match &posted.activity.facts {
        Facts::Refuel { litres, .. } => Some(*litres),
        _ => None,
    })?;
    let begin = view.rulebook.key(Key::RefuelWindowStart, view.today)?.value.floor().ok()?;
    let time = TimeOfDay::at_minute(u16::try_from(begin).ok()?)?;
    Some(offered(usual::activity(Facts::Refuel { litres, time }, view.today), Because::Night))
}

/// A day on which the car stands: the resident's own car, or the one with the lowest rate.
fn car_free(view: &Viewpoint<'_>) -> Option<Candidate> {
    let own = lately(view).find_map(|posted| match &posted.activity.facts {
        Facts::CarFree(car) => Some(car),
        _ => None,
    });
    let hours = decimal(view.rulebook.key(Key::CarFreeDayHours, view.today)?.value)?;
    let (power, engine_litres) = own.map_or((Power::Petrol, None), |car| (car.power, car.engine_litres));
    let car = CarFree { hours, power, engine_litres, alert: false };
    Some(offered(usual::activity(Facts::CarFree(car), view.today), Because::CarFree(own.is_some())))
}

/// An exact number as it could have been typed: short where it ends, else rounded to as many decimals as a form takes.
pub(super) fn decimal(exact: Exact) -> Option<Decimal> {
    let text = exact.terminating(INPUT_PLACES).unwrap_or_else(|| exact.rounded_text(INPUT_PLACES));
    Decimal::parse(&text, INPUT_PLACES).ok()
}

//! What is usual for a resident: the length of a ride, the last bill. Where there is nothing yet, a stated example.

use super::Viewpoint;
use crate::domain::activity::{Activity, CountedBy, Evidence, Facts, Leg, Mode, Utility, UtilityBill};
use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::domain::decimal::Decimal;
use crate::domain::ledger::Posted;
use crate::domain::methodology;

/// The everyday action that the rulebook's table is best known for.
pub const CLEAN_PLATE: &str = "clean_plate";

/// The example of the home screen.
const EXAMPLE_RIDE_KM: u32 = 10;
/// A quarter of an hour.
const EXAMPLE_BIKE_KM: u32 = 3;

/// A usual leg.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Usual {
    /// How.
    pub mode: Mode,
    /// How far.
    pub km: Decimal,
    /// Whether it is the resident's own, and not an example.
    pub own: bool,
}

impl Usual {
    /// A trip of that leg.
    pub fn activity(&self, date: Date) -> Activity {
        trip(Leg { mode: self.mode, km: self.km, replaced_petrol_car: false, instead_of_car: None }, date)
    }
}

/// A metro ride.
pub fn ride(view: &Viewpoint<'_>) -> Usual {
    leg(view, Mode::Rail, EXAMPLE_RIDE_KM)
}

/// A ride on a bicycle.
pub fn bike(view: &Viewpoint<'_>) -> Usual {
    leg(view, Mode::Bike, EXAMPLE_BIKE_KM)
}

fn leg(view: &Viewpoint<'_>, mode: Mode, example: u32) -> Usual {
    let mut lengths: Vec<(Decimal, usize)> = Vec::new();
    for leg in legs(view).filter(|leg| leg.mode == mode) {
        match lengths.iter_mut().find(|(km, _)| km.exact() == leg.km.exact()) {
            Some((_, times)) => *times += 1,
            None => lengths.push((leg.km, 1)),
        }
    }
    // The latest among equals: they come latest first, and of equals this takes the last it sees.
    let own = lengths.into_iter().rev().max_by_key(|(_, times)| *times).map(|(km, _)| km);
    Usual { mode, km: own.unwrap_or_else(|| Decimal::from(example)), own: own.is_some() }
}

/// What the person posted lately, last recorded first.
pub fn lately<'a>(view: &Viewpoint<'a>) -> impl Iterator<Item = &'a Posted> {
    let person = view.person;
    view.ledger.recent().filter(move |posted| posted.holders().any(|holder| holder == person))
}

/// Legs of lately, last recorded first.
pub fn legs<'a>(view: &Viewpoint<'a>) -> impl Iterator<Item = &'a Leg> {
    lately(view)
        .filter_map(|posted| match &posted.activity.facts {
            Facts::Trip(legs) => Some(legs),
            _ => None,
        })
        .flatten()
}

/// The bill of a utility that ended last.
pub fn last_bill<'a>(view: &Viewpoint<'a>, utility: Utility) -> Option<&'a UtilityBill> {
    let bills = lately(view).filter_map(|posted| match &posted.activity.facts {
        Facts::Utility(bill) if bill.utility == utility => Some(bill),
        _ => None,
    });
    bills.max_by_key(|bill| bill.end)
}

/// A trip of one leg.
pub fn trip(leg: Leg, date: Date) -> Activity {
    activity(Facts::Trip(vec![leg]), date)
}

/// An everyday action of the rulebook, so many times or kilograms.
pub fn action(id: &str, counted_by: CountedBy, amount: u32, date: Date) -> Activity {
    activity(Facts::Action { action: id.to_owned(), counted_by, amount: Decimal::from(amount) }, date)
}

/// A self-declared activity.
pub fn activity(facts: Facts, date: Date) -> Activity {
    Activity { id: None, date, evidence: Evidence::SelfDeclared, merchant: None, note: None, facts }
}

/// What an activity is worth before any limit; nothing for one that the rulebook does not credit.
pub fn worth(view: &Viewpoint<'_>, activity: &Activity) -> Totals {
    methodology::assess(activity, view.rulebook).map(|assessment| assessment.totals).unwrap_or_default()
}

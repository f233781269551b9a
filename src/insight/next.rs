//! What would add most for this resident: a few acts, each really assessed and tried in the account.

use super::trial::{self, Tried, tried};
use super::{Viewpoint, offered};
use crate::domain::activity::{Activity, Domain, Facts, Mode, Utility};
use crate::domain::assessment::Totals;
use crate::domain::ledger::account::Withheld;

/// Acts offered at most.
pub const MOST: usize = 5;
/// Of one reason at most, so that there is a choice.
const OF_ONE_REASON: usize = 2;
/// Of one domain at most: not five ways to travel.
const OF_ONE_DOMAIN: usize = 2;

/// What "most" is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Order {
    /// Grams first: physics before policy. Points decide between equals.
    #[default]
    Carbon,
    /// Points that would be credited first. Grams decide between equals.
    Points,
}

/// An act recorded before.
#[derive(Clone, PartialEq, Debug)]
pub struct Habit {
    /// The act, dated today.
    pub activity: Activity,
    /// Times it was recorded lately.
    pub times: usize,
    /// Whether it was recorded for today already.
    pub today: bool,
}

/// Why an act is offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Because {
    /// Done so many times lately, and not yet today.
    Habit(usize),
    /// The same way as usual, by another mode. What it adds is what it adds to the usual one.
    Instead(Mode),
    /// Last month's bill is missing; reckoned with the saving of the last one.
    BillDue(Utility),
    /// No bill was ever entered: what one unit less is worth.
    FirstBill(Utility),
    /// No appliance was entered lately: what one unit a year less on the label is worth.
    Label,
    /// In the rulebook's table and not recorded lately.
    NotYet,
    /// The ozone season: a kilogram of the product without any VOC, against the limit.
    Season,
    /// The months in which refuelling at night is rewarded, for who has refuelled before.
    Night,
    /// A car that stands for a day; whether the resident has recorded one before.
    CarFree(bool),
}

/// An act that would add something.
#[derive(Clone, PartialEq, Debug)]
pub struct Offer {
    /// The act.
    pub activity: Activity,
    /// Why.
    pub because: Because,
    /// What it would add before the limits.
    pub worth: Totals,
    /// What it would add to the account as it stands.
    pub adds: Totals,
    /// What limits would withhold.
    pub withheld: Vec<Withheld>,
}

/// The acts that would add most, most first; among equals in the order of [`Because`], then of recording. Never one that
/// would add nothing. A usual trip comes last, whatever it adds: it is there to be recorded, not to be travelled for points.
#[inline(never)]
pub fn offers(view: &Viewpoint<'_>, habits: &[Habit], order: Order) -> Vec<Offer> {
    let mut offers: Vec<Offer> = offered::candidates(view, habits)
        .into_iter()
        .filter_map(|candidate| {
            let tried = tried(view, &candidate.activity);
            let Tried { worth, adds, withheld } = match &candidate.than {
                Some(usual) => more(tried, &trial::tried(view, usual)),
                None => tried,
            };
            let anything = adds.carbon_mg > 0 || adds.points > 0 || adds.air.upe > 0;
            anything.then_some(Offer {
                activity: candidate.activity,
                because: candidate.because,
                worth,
                adds,
                withheld,
            })
        })
        .collect();
    // Stable: equals keep their order.
    offers.sort_by_key(|offer| {
        let Totals { carbon_mg, points, air } = offer.adds;
        std::cmp::Reverse(match order {
            Order::Carbon => (carbon_mg, points, air.upe),
            Order::Points => (points, carbon_mg, air.upe),
        })
    });
    // A usual trip has its place, the last one.
    let (mut usual, others): (Vec<Offer>, Vec<Offer>) = offers.into_iter().partition(Offer::is_usual_trip);
    usual.truncate(1);
    // First the best of each domain, then what else adds most.
    let mut chosen: Vec<(usize, Offer)> = Vec::new();
    for most in 1..=OF_ONE_DOMAIN {
        for (place, offer) in others.iter().enumerate() {
            let so_far = || usual.iter().chain(chosen.iter().map(|(_, offer)| offer));
            let reason = std::mem::discriminant(&offer.because);
            let alike = so_far().filter(|other| std::mem::discriminant(&other.because) == reason).count();
            let beside = so_far().filter(|other| other.domain() == offer.domain()).count();
            let room = so_far().count() < MOST && !chosen.iter().any(|(known, _)| *known == place);
            if room && alike < OF_ONE_REASON && beside < most {
                chosen.push((place, offer.clone()));
            }
        }
    }
    chosen.sort_by_key(|(place, _)| *place);
    chosen.into_iter().map(|(_, offer)| offer).chain(usual).collect()
}

impl Offer {
    fn domain(&self) -> Domain {
        self.activity.facts.kind().domain()
    }

    /// Whether it is a trip as it was made before.
    pub fn is_usual_trip(&self) -> bool {
        matches!((&self.activity.facts, self.because), (Facts::Trip(_), Because::Habit(_)))
    }
}

/// What one act adds to another one that it takes the place of.
fn more(tried: Tried, usual: &Tried) -> Tried {
    Tried {
        worth: tried.worth.plus(usual.worth.negated()),
        adds: tried.adds.plus(usual.adds.negated()),
        withheld: tried.withheld,
    }
}

//! What would add most for this resident: a few acts, each really assessed and tried in the account.

use super::trial::{self, Tried, tried};
use super::{Viewpoint, offered};
use crate::domain::activity::{Activity, Mode, Utility};
use crate::domain::assessment::Totals;
use crate::domain::ledger::account::Withheld;

/// Acts offered at most.
pub const MOST: usize = 5;
/// Of one reason at most, so that there is a choice.
const OF_ONE_REASON: usize = 2;

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
    /// In the rulebook's table and not recorded lately.
    NotYet,
    /// The ozone season: a kilogram of the product without any VOC, against the limit.
    Season,
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
/// would add nothing.
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
    let mut chosen: Vec<Offer> = Vec::new();
    for offer in offers {
        let reason = std::mem::discriminant(&offer.because);
        let alike = chosen.iter().filter(|other| std::mem::discriminant(&other.because) == reason).count();
        if alike < OF_ONE_REASON && chosen.len() < MOST {
            chosen.push(offer);
        }
    }
    chosen
}

/// What one act adds to another one that it takes the place of.
fn more(tried: Tried, usual: &Tried) -> Tried {
    Tried {
        worth: tried.worth.plus(usual.worth.negated()),
        adds: tried.adds.plus(usual.adds.negated()),
        withheld: tried.withheld,
    }
}

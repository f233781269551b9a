//! Insight: what the entries of one person add up to by month, and what would add most to them.
//!
//! Pure, like [`crate::route`]: the state and the drawing both use it. Everything is worked out anew from the ledger and
//! the rulebook; nothing but the goals is kept. There is no factor here: whatever an act is worth comes from
//! [`crate::domain::methodology::assess`], and what a limit leaves of it from a trial in the account ([`trial::tried`]).

pub mod axis;
pub mod bars;
pub mod figures;
pub mod goal;
mod habit;
pub mod level;
pub mod months;
pub mod next;
mod offered;
mod opening;
mod state;
pub mod trial;
pub mod usual;
pub mod what_if;
pub mod year;

pub use goal::Goal;
pub use next::Order;
pub use state::{Change, Insight};
pub use what_if::Lever;

use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::domain::ledger::Ledger;
use crate::domain::rulebook::Rulebook;

/// What is looked at: one person's part of a ledger, on a day, under the rules at hand.
#[derive(Clone, Copy, Debug)]
pub struct Viewpoint<'a> {
    /// The entries.
    pub ledger: &'a Ledger,
    /// Whose account.
    pub person: &'a str,
    /// The rules that new acts would be assessed by.
    pub rulebook: &'a Rulebook,
    /// Today in Beijing.
    pub today: Date,
}

/// The ledger a chart shows. Each has its own chart and its own axis.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Measure {
    /// Avoided CO2, milligrams.
    #[default]
    Carbon,
    /// Avoided air pollutants, millionths of a pollutant equivalent.
    Air,
    /// Points.
    Points,
}

impl Measure {
    /// In the order in which they are always shown.
    pub const ALL: [Self; 3] = [Self::Carbon, Self::Air, Self::Points];

    /// The amount of this ledger, in its smallest unit.
    pub fn of(self, totals: Totals) -> i64 {
        match self {
            Self::Carbon => totals.carbon_mg,
            Self::Air => totals.air.upe,
            Self::Points => totals.points,
        }
    }

    /// Its word, for settings and hooks.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Carbon => "carbon",
            Self::Air => "air",
            Self::Points => "points",
        }
    }
}

//! What is asked about each act, one question a screen.

use super::month::Month;
use crate::domain::activity::{CountedBy, Kind};
use crate::domain::date::Date;
use crate::domain::draft::Draft;
use crate::domain::rulebook::Rulebook;

/// What can be recorded here: what a stranger in a shopping centre has in mind, in a few touches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Topic {
    /// One leg of a trip.
    Trip,
    /// Days without the car.
    CarFree,
    /// A month's bill.
    Bill,
    /// A low-VOC purchase.
    Purchase,
    /// An everyday action.
    Everyday,
}

impl Topic {
    /// All, in the order of the screen.
    pub const ALL: [Self; 5] = [Self::Trip, Self::Everyday, Self::Purchase, Self::Bill, Self::CarFree];

    /// The kind of activity it becomes.
    pub fn kind(self) -> Kind {
        match self {
            Self::Trip => Kind::Trip,
            Self::CarFree => Kind::CarFree,
            Self::Bill => Kind::Utility,
            Self::Purchase => Kind::Purchase,
            Self::Everyday => Kind::Action,
        }
    }
}

/// A question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// One of these words, for the field of that path.
    Choice(&'static str, Vec<String>),
    /// One of these months, for a bill.
    Month(Vec<Month>),
    /// A number for the field of that path; with no digits behind a point, if it is a whole one.
    Number(&'static str, bool),
    /// How many days, which become hours.
    Days,
}

/// Months back for which a bill can be recorded.
const MONTHS: usize = 6;

/// The questions of an act, those among them that depend on what was answered so far.
pub fn asks(topic: Topic, draft: &Draft, rules: &Rulebook, today: Date) -> Vec<Ask> {
    let words = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect();
    match topic {
        Topic::Trip => vec![
            Ask::Choice("legs[0].mode", words(&["rail", "bus", "bike", "walk", "ebike", "carpool"])),
            Ask::Number("legs[0].km", false),
        ],
        Topic::CarFree => {
            let mut asks = vec![Ask::Choice("power", words(&["petrol", "bev"]))];
            if draft.text("power") == "petrol" {
                asks.push(Ask::Number("engine_litres", false));
            }
            asks.push(Ask::Days);
            asks
        }
        Topic::Bill => vec![
            Ask::Choice("utility", words(&["electricity", "gas", "water"])),
            Ask::Month(Month::before(today, MONTHS)),
            Ask::Number("usage", false),
            Ask::Number("baseline_usage", false),
        ],
        Topic::Purchase => {
            // Without a limit to be below, what was displaced would have to be told too.
            let limited = rules.products.iter().filter(|product| product.limit.is_some());
            vec![
                Ask::Choice("category", limited.map(|product| product.id.clone()).collect()),
                Ask::Number("amount", false),
                Ask::Number("voc", false),
            ]
        }
        Topic::Everyday => {
            let counted = rules.action(draft.text("action")).map_or(CountedBy::Count, |action| action.counted_by);
            let number = match counted {
                CountedBy::Count => Ask::Number("count", true),
                CountedBy::Kilogram => Ask::Number("kg", false),
            };
            vec![Ask::Choice("action", rules.actions.iter().map(|action| action.id.clone()).collect()), number]
        }
    }
}

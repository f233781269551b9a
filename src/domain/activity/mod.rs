//! What a resident did: valid facts only. Text and JSON become activities in [`super::intake`].

pub mod appliance;
mod canonical;
pub mod purchase;
pub mod trip;
pub mod utility;

use super::date::{Date, TimeOfDay};
use super::decimal::Decimal;

pub use appliance::Appliance;
pub use purchase::Purchase;
pub use trip::{CarFree, Leg, Mode};
pub use utility::{Utility, UtilityBill};

/// A closed set of words of the contract.
pub trait Word: Copy + 'static {
    /// Every value, in the order of the contract.
    const VALUES: &'static [Self];
    /// Their words in JSON, in the same order.
    const WORDS: &'static [&'static str];
}

/// The value that is spelt like that.
pub(crate) fn value_of<W: Word>(word: &str) -> Option<W> {
    place_of(word, W::WORDS).and_then(|place| W::VALUES.get(place)).copied()
}

/// Whether two words are the same. They are short and mostly differ in length or at once: to be called for that would take
/// WebAssembly longer than to look.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).all(|(one, other)| one == other)
}

/// Where a word stands among others.
pub(crate) fn place_of(word: &str, words: &[&str]) -> Option<usize> {
    words.iter().position(|other| is_same(other, word))
}

macro_rules! words {
    ($(#[$outer:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum $name { $($(#[$doc])* $variant),* }

        impl $name {
            /// Every value, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word in JSON.
            pub fn as_str(self) -> &'static str {
                <Self as $crate::domain::activity::Word>::WORDS.get(self as usize).copied().unwrap_or_default()
            }

            /// The value of that word.
            pub fn from_word(word: &str) -> Option<Self> {
                $crate::domain::activity::value_of(word)
            }
        }

        impl $crate::domain::activity::Word for $name {
            const VALUES: &'static [Self] = Self::ALL;
            const WORDS: &'static [&'static str] = &[$($word),*];
        }
    };
}
pub(crate) use words;

words! {
    /// How well the facts are proven.
    Evidence {
        /// The resident says so.
        SelfDeclared = "self_declared",
        /// Somebody else confirmed it.
        Verified = "verified",
    }
}

words! {
    /// The kinds of activity of the contract.
    Kind {
        /// A trip of one or more legs.
        Trip = "trip",
        /// Leaving the car standing for whole days.
        CarFree = "car_free",
        /// A bill for electricity, gas, heat or water.
        Utility = "utility",
        /// Own solar power used at home.
        Solar = "solar",
        /// A more efficient appliance.
        Appliance = "appliance",
        /// A low-VOC purchase.
        Purchase = "purchase",
        /// Refuelling at night.
        Refuel = "refuel",
        /// An everyday action.
        Action = "action",
    }
}

words! {
    /// The four domains of the product: what is summed and drawn together.
    Domain {
        /// Trips, car-free days, refuelling at night.
        Travel = "travel",
        /// Bills, solar power, appliances.
        Home = "home",
        /// Low-VOC purchases.
        Purchases = "purchases",
        /// Everyday actions.
        Everyday = "everyday",
    }
}

impl Kind {
    /// The domain it belongs to.
    pub fn domain(self) -> Domain {
        match self {
            Self::Trip | Self::CarFree | Self::Refuel => Domain::Travel,
            Self::Utility | Self::Solar | Self::Appliance => Domain::Home,
            Self::Purchase => Domain::Purchases,
            Self::Action => Domain::Everyday,
        }
    }

    /// Whether it is a household's and not one person's, so that several may share it.
    pub fn shared(self) -> bool {
        matches!(self.domain(), Domain::Home | Domain::Purchases)
    }
}

words! {
    /// How an everyday action is counted.
    CountedBy {
        /// A whole number of times.
        Count = "count",
        /// Kilograms.
        Kilogram = "kg",
    }
}

/// One valid activity.
#[derive(Clone, PartialEq, Debug)]
pub struct Activity {
    /// The caller's own id, if given.
    pub id: Option<String>,
    /// The Beijing day it counts for.
    pub date: Date,
    /// How well it is proven.
    pub evidence: Evidence,
    /// The merchant, if given.
    pub merchant: Option<String>,
    /// The resident's note, if given.
    pub note: Option<String>,
    /// What was done.
    pub facts: Facts,
}

/// The facts of each kind.
#[derive(Clone, PartialEq, Debug)]
pub enum Facts {
    /// A trip: at least one leg.
    Trip(Vec<Leg>),
    /// A car left standing.
    CarFree(CarFree),
    /// A utility bill.
    Utility(UtilityBill),
    /// Kilowatt-hours of own solar power used at home.
    Solar {
        /// kWh, above 0.
        self_consumed_kwh: Decimal,
    },
    /// A replaced appliance.
    Appliance {
        /// The new one and what it replaced.
        appliance: Appliance,
        /// The serial number on the new one, if given: it tells two alike apart.
        serial: Option<String>,
    },
    /// A low-VOC purchase.
    Purchase(Box<Purchase>),
    /// Refuelling.
    Refuel {
        /// Litres, above 0.
        litres: Decimal,
        /// When.
        time: TimeOfDay,
    },
    /// An everyday action of the rulebook.
    Action {
        /// Its id in the rulebook.
        action: String,
        /// Whether `amount` is times or kilograms.
        counted_by: CountedBy,
        /// How often, or how many kilograms.
        amount: Decimal,
    },
}

impl Facts {
    /// The kind of these facts.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Trip(_) => Kind::Trip,
            Self::CarFree(_) => Kind::CarFree,
            Self::Utility(_) => Kind::Utility,
            Self::Solar { .. } => Kind::Solar,
            Self::Appliance { .. } => Kind::Appliance,
            Self::Purchase(_) => Kind::Purchase,
            Self::Refuel { .. } => Kind::Refuel,
            Self::Action { .. } => Kind::Action,
        }
    }
}

//! An activity in one line, and its icon.

use crate::domain::activity::{Activity, Facts, Kind, Leg, Mode, Utility};
use crate::i18n::summary;

use super::icon::Icon;
use super::{Rules, Words};

/// What was done, in one line.
pub(crate) fn summary(activity: &Activity, rules: &Rules, words: Words) -> String {
    summary::activity(activity, rules, words.language)
}

/// A trip in one line, leg after leg.
pub(crate) fn trip_line(legs: &[Leg], words: Words) -> String {
    summary::trip(legs, words.language)
}

/// The icon of an activity.
pub(crate) fn activity_icon(facts: &Facts) -> Icon {
    match facts {
        Facts::Trip(legs) => {
            // The longest leg says what kind of trip it was.
            let longest = legs.iter().max_by_key(|leg| leg.km.exact());
            longest.map_or(Icon::Walk, |leg| mode_icon(leg.mode))
        }
        Facts::Utility(bill) => utility_icon(bill.utility),
        other => kind_icon(other.kind()),
    }
}

/// The icon of a kind.
pub(crate) fn kind_icon(kind: Kind) -> Icon {
    match kind {
        Kind::Trip => Icon::Rail,
        Kind::CarFree => Icon::Parked,
        Kind::Utility => Icon::Bolt,
        Kind::Solar => Icon::Sun,
        Kind::Appliance => Icon::Appliance,
        Kind::Purchase => Icon::Paint,
        Kind::Refuel => Icon::Fuel,
        Kind::Action => Icon::Leaf,
    }
}

/// The icon of a travel mode.
pub(crate) fn mode_icon(mode: Mode) -> Icon {
    match mode {
        Mode::Walk => Icon::Walk,
        Mode::Bike => Icon::Bike,
        Mode::Ebike => Icon::Ebike,
        Mode::Bus => Icon::Bus,
        Mode::Rail => Icon::Rail,
        Mode::Carpool => Icon::Carpool,
        Mode::Taxi => Icon::Taxi,
        Mode::BevCar => Icon::BevCar,
        Mode::FcevCar => Icon::FcevCar,
        Mode::Hsr => Icon::Hsr,
    }
}

/// The icon of a utility.
pub(crate) fn utility_icon(utility: Utility) -> Icon {
    match utility {
        Utility::Electricity => Icon::Bolt,
        Utility::Gas => Icon::Flame,
        Utility::Heat => Icon::Heat,
        Utility::Water => Icon::Drop,
    }
}

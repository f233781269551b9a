//! An activity in one line.

use crate::domain::activity::{Activity, Appliance, CountedBy, Facts, Kind, Leg, Mode, Utility};
use crate::i18n::{calendar, word};

use super::icon::Icon;
use super::{Rules, Words};

/// What was done, in one line.
pub(crate) fn summary(activity: &Activity, rules: &Rules, words: Words) -> String {
    let (t, language) = (words.t, words.language);
    match &activity.facts {
        Facts::Trip(legs) => trip_line(legs, words),
        Facts::CarFree(car) => format!("{} {} {}", t.tab_car_free(), car.hours, language.pick("小时", "hours")),
        Facts::Utility(bill) => format!(
            "{} {} – {}",
            word::utility(bill.utility, language),
            calendar::day_short(bill.start, language),
            calendar::day_short(bill.end, language),
        ),
        Facts::Solar { self_consumed_kwh } => {
            format!("{} {self_consumed_kwh} {}", t.tab_solar(), language.pick("度", "kWh"))
        }
        Facts::Appliance { appliance, .. } => match appliance {
            Appliance::AirConditioner { .. } => t.appliance_air_conditioner(),
            Appliance::Other { .. } => t.appliance_other(),
            Appliance::GasBoiler { .. } => t.appliance_gas_boiler(),
            Appliance::InductionHob => t.appliance_induction_hob(),
        }
        .to_owned(),
        Facts::Purchase(purchase) => {
            let name = rules
                .product(&purchase.category)
                .map_or(purchase.category.as_str(), |product| words.label(&product.label));
            format!("{name} {}\u{a0}{}", purchase.amount, purchase.unit.as_str())
        }
        Facts::Refuel { litres, time } => format!("{} {litres} {} · {time}", t.tab_refuel(), language.pick("升", "L")),
        Facts::Action { action, amount, .. } => {
            let found = rules.action(action);
            let name = found.map_or(action.as_str(), |action| words.label(&action.label));
            let unit = match found.map(|action| action.counted_by) {
                Some(CountedBy::Kilogram) => language.pick("公斤", "kg"),
                _ => language.pick("次", "×"),
            };
            format!("{name} {amount} {unit}")
        }
    }
}

/// A trip in one line, leg after leg.
pub(crate) fn trip_line(legs: &[Leg], words: Words) -> String {
    legs.iter().map(|leg| leg_line(leg, words)).collect::<Vec<_>>().join(words.language.pick("，", ", "))
}

fn leg_line(leg: &Leg, words: Words) -> String {
    format!("{} {} {}", word::mode(leg.mode, words.language), leg.km, words.language.pick("公里", "km"))
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

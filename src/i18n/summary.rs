//! An activity in one line.

use super::{Language, Text, calendar, filled, word};
use crate::domain::activity::{Activity, Appliance, CountedBy, Facts, Leg};
use crate::domain::rulebook::{Label, Rulebook};

/// What was done, in one line.
pub fn activity(activity: &Activity, rulebook: &Rulebook, language: Language) -> String {
    let t = Text::of(language);
    let label = |label: &Label| language.pick(&label.zh, &label.en).to_owned();
    match &activity.facts {
        Facts::Trip(legs) => trip(legs, language),
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
            let product = rulebook.product(&purchase.category);
            let name = product.map_or_else(|| purchase.category.clone(), |product| label(&product.label));
            format!("{name} {}\u{a0}{}", purchase.amount, purchase.unit.as_str())
        }
        Facts::Refuel { litres, time } => format!("{} {litres} {} · {time}", t.tab_refuel(), language.pick("升", "L")),
        Facts::Action { action, amount, .. } => {
            let found = rulebook.action(action);
            let name = found.map_or_else(|| action.clone(), |action| label(&action.label));
            let unit = match found.map(|action| action.counted_by) {
                Some(CountedBy::Kilogram) => language.pick("公斤", "kg"),
                _ => language.pick("次", "×"),
            };
            format!("{name} {amount} {unit}")
        }
    }
}

/// Between how many people an entry is shared; `None` if it is one person's.
pub fn shared(people: usize, language: Language) -> Option<String> {
    (people > 1).then(|| filled(Text::of(language).row_shared(), &[&people.to_string()]))
}

/// A trip in one line, leg after leg.
pub fn trip(legs: &[Leg], language: Language) -> String {
    legs.iter().map(|leg| self::leg(leg, language)).collect::<Vec<_>>().join(language.pick("，", ", "))
}

fn leg(leg: &Leg, language: Language) -> String {
    format!("{} {} {}", word::mode(leg.mode, language), leg.km, language.pick("公里", "km"))
}

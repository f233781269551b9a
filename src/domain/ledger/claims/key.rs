//! What an entry claims, as a text that is the same for whatever may claim the same.

use super::Rules;
use super::car::uses_car;
use crate::domain::activity::{Activity, Appliance, Facts};
use crate::domain::decimal::{Decimal, ascii_form};
use crate::domain::ledger::{Entry, Posted};

/// What an activity claims, as a text that is the same for whatever may claim the same.
pub(super) fn key(activity: &Activity, person: &str, rules: Rules<'_>) -> Option<String> {
    match &activity.facts {
        Facts::Utility(bill) => Some(format!("bill/{}/{}", bill.utility.as_str(), plain(bill.meter.as_deref()))),
        // A hob is credited nothing, so there is nothing to claim.
        Facts::Appliance { appliance: Appliance::InductionHob, .. } => None,
        Facts::Appliance { serial: Some(serial), .. } => Some(format!("serial/{}", plain(Some(serial)))),
        // Without a serial number its figures tell it from others, however they were typed.
        Facts::Appliance { appliance, serial: None } => {
            let figures = match appliance {
                Appliance::AirConditioner { cooling_kw, apf, replaced_apf } => [*cooling_kw, *apf, *replaced_apf],
                Appliance::Other { annual_kwh, replaced_annual_kwh } => {
                    [*annual_kwh, *replaced_annual_kwh, Decimal::ZERO]
                }
                Appliance::GasBoiler { annual_m3, efficiency, replaced_efficiency } => {
                    [*annual_m3, *efficiency, *replaced_efficiency]
                }
                Appliance::InductionHob => return None,
            };
            let [one, two, three] = figures.map(|figure| figure.exact().reduced());
            Some(format!("appliance/{}/{one}/{two}/{three}", appliance.kind().as_str()))
        }
        Facts::Purchase(bought) if rules?.product(&bought.category)?.repaints => {
            Some(format!("repaint/{}/{}", bought.category, plain(bought.dwelling.as_deref())))
        }
        Facts::CarFree(_) => Some(car_key(person)),
        _ => None,
    }
}

/// What an entry claims. Paint that came to nothing claims nothing: the next repaint may be the first that counts.
pub(super) fn key_of(posted: &Posted, rules: Rules<'_>) -> Option<String> {
    if matches!(posted.activity.facts, Facts::Purchase(_)) && posted.totals.is_zero() {
        return None;
    }
    key(&posted.activity, posted.holders().next()?, rules)
}

/// A number or a name however it was typed: without spaces, in capitals, no full-width digits.
pub(super) fn plain(typed: Option<&str>) -> String {
    let typed = typed.unwrap_or_default().chars().filter(|character| !character.is_whitespace());
    typed.map(ascii_form).flat_map(char::to_uppercase).collect()
}

/// The same, or the car-free days that a trip by car stands against.
pub(super) fn touched_key(entry: &Entry, rules: Rules<'_>) -> Option<String> {
    let posted = entry.posted()?;
    let person = posted.holders().next()?;
    key(&posted.activity, person, rules).or_else(|| uses_car(&posted.activity).then(|| car_key(person)))
}

pub(super) fn car_key(person: &str) -> String {
    format!("car/{person}")
}

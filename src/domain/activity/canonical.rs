//! The one JSON form of a valid activity: contract order, numbers as they were typed, defaults left out.
//!
//! [`crate::domain::intake::read`] reads it back to an equal activity.

use std::fmt::Display;

use super::{Activity, Appliance, CarFree, Evidence, Facts, Leg, Purchase, UtilityBill};
use crate::domain::json::Json;

/// The members of an object under construction.
struct Members(Vec<(String, Json)>);

impl Members {
    fn text(&mut self, name: &str, value: impl Display) {
        self.0.push((name.to_owned(), Json::Text(value.to_string())));
    }

    fn optional(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    /// A yes; a no is the default and left out.
    fn flag(&mut self, name: &str, value: bool) {
        if value {
            self.0.push((name.to_owned(), Json::Bool(true)));
        }
    }
}

impl Activity {
    /// The contract's JSON object.
    pub fn to_json(&self) -> Json {
        let mut members = Members(Vec::with_capacity(16));
        members.text("kind", self.facts.kind().as_str());
        members.text("date", self.date);
        members.optional("id", self.id.as_ref());
        members.optional("evidence", (self.evidence != Evidence::SelfDeclared).then_some(self.evidence.as_str()));
        members.optional("merchant", self.merchant.as_ref());
        members.optional("note", self.note.as_ref());
        match &self.facts {
            Facts::Trip(legs) => members.0.push(("legs".to_owned(), Json::List(legs.iter().map(leg).collect()))),
            Facts::CarFree(car) => car_free(&mut members, car),
            Facts::Utility(bill) => utility(&mut members, bill),
            Facts::Solar { self_consumed_kwh } => members.text("self_consumed_kwh", self_consumed_kwh),
            Facts::Appliance(new) => appliance(&mut members, new),
            Facts::Purchase(bought) => purchase(&mut members, bought),
            Facts::Refuel { litres, time } => {
                members.text("litres", litres);
                members.text("time", time);
            }
            Facts::Action { action, counted_by, amount } => {
                members.text("action", action);
                members.text(counted_by.as_str(), amount);
            }
        }
        Json::Object(members.0)
    }
}

fn leg(leg: &Leg) -> Json {
    let mut members = Members(Vec::with_capacity(4));
    members.text("mode", leg.mode.as_str());
    members.text("km", leg.km);
    members.flag("replaced_petrol_car", leg.replaced_petrol_car);
    members.optional("instead_of_car", leg.instead_of_car.map(super::trip::CarStandard::as_str));
    Json::Object(members.0)
}

fn car_free(members: &mut Members, car: &CarFree) {
    members.text("hours", car.hours);
    members.text("power", car.power.as_str());
    members.optional("engine_litres", car.engine_litres);
    members.flag("alert", car.alert);
}

fn utility(members: &mut Members, bill: &UtilityBill) {
    members.text("utility", bill.utility.as_str());
    members.text("start", bill.start);
    members.text("end", bill.end);
    members.text("usage", bill.usage);
    members.text("baseline_usage", bill.baseline_usage);
    members.text("baseline_days", bill.baseline_days);
    members.optional("annual_usage", bill.annual_usage);
    members.flag("boiler_heating", bill.boiler_heating);
    members.flag("has_pv", bill.has_pv);
    members.optional("meter", bill.meter.as_ref());
}

fn appliance(members: &mut Members, new: &Appliance) {
    members.text("appliance", new.kind().as_str());
    match new {
        Appliance::AirConditioner { cooling_kw, apf, replaced_apf } => {
            members.text("cooling_kw", cooling_kw);
            members.text("apf", apf);
            members.text("replaced_apf", replaced_apf);
        }
        Appliance::Other { annual_kwh, replaced_annual_kwh } => {
            members.text("annual_kwh", annual_kwh);
            members.text("replaced_annual_kwh", replaced_annual_kwh);
        }
        Appliance::GasBoiler { annual_m3, efficiency, replaced_efficiency } => {
            members.text("annual_m3", annual_m3);
            members.text("efficiency", efficiency);
            members.text("replaced_efficiency", replaced_efficiency);
        }
        Appliance::InductionHob => {}
    }
}

fn purchase(members: &mut Members, bought: &Purchase) {
    members.text("category", &bought.category);
    members.text("amount", bought.amount);
    members.text("unit", bought.unit.as_str());
    members.text("voc", bought.voc);
    members.text("voc_unit", bought.voc_unit.as_str());
    members.text("basis", bought.basis.as_str());
    members.text("mode", bought.mode.as_str());
    members.optional("displaced", bought.displaced.as_ref());
    members.optional("displaced_amount", bought.displaced_amount);
    members.optional("density_kg_per_l", bought.density_kg_per_l);
    members.optional("water_percent", bought.water_percent);
    members.flag("alert", bought.alert);
}

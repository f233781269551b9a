//! The one JSON form of a valid activity: contract order, numbers as they were typed, defaults left out.
//!
//! [`crate::domain::intake::read`] reads it back to an equal activity.

use super::{Activity, Appliance, CarFree, Evidence, Facts, Leg, Purchase, UtilityBill};
use crate::domain::decimal::Decimal;
use crate::domain::json::Json;

/// The members of an object under construction.
struct Members(Vec<(String, Json)>);

impl Members {
    fn add(&mut self, name: &str, value: Json) {
        self.0.push((name.to_owned(), value));
    }

    fn text(&mut self, name: &str, value: &str) {
        self.add(name, Json::Text(value.to_owned()));
    }

    fn number(&mut self, name: &str, value: Decimal) {
        self.add(name, Json::Text(value.to_string()));
    }

    fn optional_text(&mut self, name: &str, value: Option<&String>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    fn optional_number(&mut self, name: &str, value: Option<Decimal>) {
        if let Some(value) = value {
            self.number(name, value);
        }
    }

    /// A yes; a no is the default and left out.
    fn flag(&mut self, name: &str, value: bool) {
        if value {
            self.add(name, Json::Bool(true));
        }
    }
}

impl Activity {
    /// The contract's JSON object.
    pub fn to_json(&self) -> Json {
        let mut members = Members(Vec::with_capacity(16));
        members.text("kind", self.facts.kind().as_str());
        members.text("date", &self.date.to_string());
        members.optional_text("id", self.id.as_ref());
        if self.evidence != Evidence::SelfDeclared {
            members.text("evidence", self.evidence.as_str());
        }
        members.optional_text("merchant", self.merchant.as_ref());
        members.optional_text("note", self.note.as_ref());
        match &self.facts {
            Facts::Trip(legs) => members.add("legs", Json::List(legs.iter().map(leg).collect())),
            Facts::CarFree(car) => car_free(&mut members, car),
            Facts::Utility(bill) => utility(&mut members, bill),
            Facts::Solar { self_consumed_kwh } => members.number("self_consumed_kwh", *self_consumed_kwh),
            Facts::Appliance { appliance, serial } => {
                self::appliance(&mut members, appliance);
                members.optional_text("serial", serial.as_ref());
            }
            Facts::Purchase(bought) => purchase(&mut members, bought),
            Facts::Refuel { litres, time } => {
                members.number("litres", *litres);
                members.text("time", &time.to_string());
            }
            Facts::Action { action, counted_by, amount } => {
                members.text("action", action);
                members.number(counted_by.as_str(), *amount);
            }
        }
        Json::Object(members.0)
    }
}

fn leg(leg: &Leg) -> Json {
    let mut members = Members(Vec::with_capacity(4));
    members.text("mode", leg.mode.as_str());
    members.number("km", leg.km);
    members.flag("replaced_petrol_car", leg.replaced_petrol_car);
    if let Some(standard) = leg.instead_of_car {
        members.text("instead_of_car", standard.as_str());
    }
    Json::Object(members.0)
}

fn car_free(members: &mut Members, car: &CarFree) {
    members.number("hours", car.hours);
    members.text("power", car.power.as_str());
    members.optional_number("engine_litres", car.engine_litres);
    members.flag("alert", car.alert);
}

fn utility(members: &mut Members, bill: &UtilityBill) {
    members.text("utility", bill.utility.as_str());
    members.text("start", &bill.start.to_string());
    members.text("end", &bill.end.to_string());
    members.number("usage", bill.usage);
    members.number("baseline_usage", bill.baseline_usage);
    members.number("baseline_days", bill.baseline_days.into());
    members.optional_number("annual_usage", bill.annual_usage);
    members.flag("boiler_heating", bill.boiler_heating);
    members.flag("has_pv", bill.has_pv);
    members.optional_text("meter", bill.meter.as_ref());
}

fn appliance(members: &mut Members, new: &Appliance) {
    members.text("appliance", new.kind().as_str());
    match new {
        Appliance::AirConditioner { cooling_kw, apf, replaced_apf } => {
            members.number("cooling_kw", *cooling_kw);
            members.number("apf", *apf);
            members.number("replaced_apf", *replaced_apf);
        }
        Appliance::Other { annual_kwh, replaced_annual_kwh } => {
            members.number("annual_kwh", *annual_kwh);
            members.number("replaced_annual_kwh", *replaced_annual_kwh);
        }
        Appliance::GasBoiler { annual_m3, efficiency, replaced_efficiency } => {
            members.number("annual_m3", *annual_m3);
            members.number("efficiency", *efficiency);
            members.number("replaced_efficiency", *replaced_efficiency);
        }
        Appliance::InductionHob => {}
    }
}

fn purchase(members: &mut Members, bought: &Purchase) {
    members.text("category", &bought.category);
    members.number("amount", bought.amount);
    members.text("unit", bought.unit.as_str());
    members.number("voc", bought.voc);
    members.text("voc_unit", bought.voc_unit.as_str());
    members.text("basis", bought.basis.as_str());
    members.text("mode", bought.mode.as_str());
    members.optional_text("displaced", bought.displaced.as_ref());
    members.optional_number("displaced_amount", bought.displaced_amount);
    members.optional_number("density_kg_per_l", bought.density_kg_per_l);
    members.optional_number("water_percent", bought.water_percent);
    members.flag("alert", bought.alert);
    members.optional_number("floor_area_m2", bought.floor_area_m2);
    members.optional_number("coats", bought.coats);
    members.optional_text("dwelling", bought.dwelling.as_ref());
}

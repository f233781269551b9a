//! What was done, in full: everything that somebody certifies or agrees to, each with its name and its unit.

use super::reason::field;
use super::{Language, calendar, summary, word};
use crate::domain::activity::trip::Power;
use crate::domain::activity::{Activity, Appliance, CarFree, Facts, Leg, Purchase, Utility, UtilityBill};
use crate::domain::decimal::Decimal;
use crate::domain::rulebook::Rulebook;

/// Names and what they are, in the order of the contract. Where it was done comes first; the day, the evidence, the id and
/// the note are left out: they are told elsewhere, or are nobody's but the resident's.
pub fn facts(activity: &Activity, rules: &Rulebook, language: Language) -> Vec<(String, String)> {
    let mut told = Told { rows: Vec::new(), language };
    if let Some(id) = &activity.merchant {
        let known = rules.district.as_ref().and_then(|district| district.merchant(id));
        let name = known.map_or(id.as_str(), |merchant| language.pick(&merchant.label.zh, &merchant.label.en));
        told.row("merchant", name);
    }
    match &activity.facts {
        Facts::Trip(legs) => told.trip(legs),
        Facts::CarFree(car) => told.car_free(car),
        Facts::Utility(bill) => told.bill(bill),
        Facts::Solar { self_consumed_kwh } => told.amount("self_consumed_kwh", *self_consumed_kwh, ("度", "kWh")),
        Facts::Appliance { appliance, serial } => {
            told.appliance(appliance);
            told.optional("serial", serial.as_deref());
        }
        Facts::Purchase(purchase) => told.purchase(purchase, rules),
        Facts::Refuel { litres, time } => {
            told.amount("litres", *litres, ("升", "L"));
            told.row("time", &time.to_string());
        }
        Facts::Action { action, counted_by, amount } => {
            told.row("action", word::word_name("action", action, Some(rules), language).unwrap_or(action));
            told.row(counted_by.as_str(), &amount.to_string());
        }
    }
    told.rows
}

struct Told {
    rows: Vec<(String, String)>,
    language: Language,
}

impl Told {
    fn row(&mut self, path: &str, what: &str) {
        self.rows.push((field(path, self.language), what.to_owned()));
    }

    fn amount(&mut self, path: &str, amount: Decimal, (zh, en): (&str, &str)) {
        let unit = self.language.pick(zh, en);
        self.row(path, &format!("{amount}\u{a0}{unit}"));
    }

    fn optional_amount(&mut self, path: &str, amount: Option<Decimal>, unit: (&str, &str)) {
        if let Some(amount) = amount {
            self.amount(path, amount, unit);
        }
    }

    fn optional(&mut self, path: &str, what: Option<&str>) {
        if let Some(what) = what {
            self.row(path, what);
        }
    }

    /// What is only said where it is so.
    fn flag(&mut self, path: &str, on: bool) {
        if on {
            self.row(path, self.language.pick("是", "Yes"));
        }
    }

    fn trip(&mut self, legs: &[Leg]) {
        for (place, leg) in legs.iter().enumerate() {
            let name = if legs.len() > 1 { format!("legs[{place}]") } else { "legs".to_owned() };
            self.row(&name, &summary::trip(std::slice::from_ref(leg), self.language));
            self.flag("replaced_petrol_car", leg.replaced_petrol_car);
            let instead = leg.instead_of_car.map(|standard| word::car_standard(standard, self.language));
            self.optional("instead_of_car", instead);
        }
    }

    fn car_free(&mut self, car: &CarFree) {
        self.amount("hours", car.hours, ("小时", "hours"));
        self.row("power", word::power(car.power, self.language));
        let petrol = car.engine_litres.filter(|_| car.power == Power::Petrol);
        self.optional_amount("engine_litres", petrol, ("升", "L"));
        self.flag("alert", car.alert);
    }

    fn bill(&mut self, bill: &UtilityBill) {
        let language = self.language;
        let unit = match bill.utility {
            Utility::Electricity => ("度", "kWh"),
            Utility::Gas => ("立方米", "m³"),
            Utility::Heat => ("吉焦", "GJ"),
            Utility::Water => ("吨", "m³"),
        };
        self.row("utility", word::utility(bill.utility, language));
        // The year once, where it is one.
        let one = bill.start.year() == bill.end.year();
        let short = |date| calendar::day_short(date, language);
        let (start, end) = match language {
            Language::Zh if one => (calendar::day(bill.start, language), short(bill.end)),
            Language::En if one => (short(bill.start), calendar::day(bill.end, language)),
            _ => (calendar::day(bill.start, language), calendar::day(bill.end, language)),
        };
        let days = language.pick("天", "days");
        let (before, after) = (language.pick("（", " ("), language.pick("）", ")"));
        let period = language.pick("账单起止", "Period of the bill").to_owned();
        self.rows.push((period, format!("{start} – {end}{before}{} {days}{after}", bill.days())));
        self.amount("usage", bill.usage, unit);
        self.amount("baseline_usage", bill.baseline_usage, unit);
        self.row("baseline_days", &format!("{} {days}", bill.baseline_days));
        self.optional_amount("annual_usage", bill.annual_usage, unit);
        self.flag("boiler_heating", bill.boiler_heating);
        self.flag("has_pv", bill.has_pv);
        self.optional("meter", bill.meter.as_deref());
    }

    fn appliance(&mut self, new: &Appliance) {
        let (kwh, gas) = (("度", "kWh"), ("立方米", "m³"));
        self.row("appliance", word::appliance(new.kind(), self.language));
        match new {
            Appliance::AirConditioner { cooling_kw, apf, replaced_apf } => {
                self.amount("cooling_kw", *cooling_kw, ("千瓦", "kW"));
                self.row("apf", &apf.to_string());
                self.row("replaced_apf", &replaced_apf.to_string());
            }
            Appliance::Other { annual_kwh, replaced_annual_kwh } => {
                self.amount("annual_kwh", *annual_kwh, kwh);
                self.amount("replaced_annual_kwh", *replaced_annual_kwh, kwh);
            }
            Appliance::GasBoiler { annual_m3, efficiency, replaced_efficiency } => {
                self.amount("annual_m3", *annual_m3, gas);
                self.row("efficiency", &efficiency.to_string());
                self.row("replaced_efficiency", &replaced_efficiency.to_string());
            }
            Appliance::InductionHob => {}
        }
    }

    fn purchase(&mut self, bought: &Purchase, rules: &Rulebook) {
        let language = self.language;
        let named = |path, id: &str| word::word_name(path, id, Some(rules), language).unwrap_or(id).to_owned();
        let unit = (word::amount_unit(bought.unit, Language::Zh), word::amount_unit(bought.unit, Language::En));
        self.row("category", &named("category", &bought.category));
        self.amount("amount", bought.amount, unit);
        self.row("voc", &format!("{}\u{a0}{}", bought.voc, word::voc_unit(bought.voc_unit, language)));
        self.row("basis", word::basis(bought.basis, language));
        self.row("mode", word::comparison(bought.mode, language));
        if let Some(id) = &bought.displaced {
            self.row("displaced", &named("displaced", id));
        }
        self.optional_amount("displaced_amount", bought.displaced_amount, unit);
        self.optional_amount("density_kg_per_l", bought.density_kg_per_l, ("千克/升", "kg/L"));
        self.optional_amount("water_percent", bought.water_percent, ("%", "%"));
        self.flag("alert", bought.alert);
        self.optional_amount("floor_area_m2", bought.floor_area_m2, ("平方米", "m²"));
        self.optional_amount("coats", bought.coats, ("遍", "coats"));
        self.optional("dwelling", bought.dwelling.as_deref());
    }
}

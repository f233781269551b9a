//! Insight: what is computed and drawn of a ledger, without a browser.

mod axis;
mod bars;
mod figures;
mod goal;
mod level;
mod months;
mod next;
mod what_if;
mod year;

use carbon_points::domain::assessment::{Air, Totals};
use carbon_points::domain::date::Date;
use carbon_points::domain::json::Json;
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Policy, Posted, Posting};
use carbon_points::domain::{intake, methodology};
use carbon_points::insight::Viewpoint;

use crate::ledger::entry;
use crate::support::{beijing, day};

/// A ledger under the shipped rules with these activities, recorded in this order.
fn ledger(activities: &[&str]) -> Ledger {
    let policy = Policy::of(std::rc::Rc::new(beijing().clone()));
    let mut ledger = Ledger::under(policy);
    for (place, json) in activities.iter().enumerate() {
        ledger.post(posted(place, json)).expect("posted");
    }
    ledger
}

fn posted(place: usize, json: &str) -> Entry {
    let activity = intake::read(&Json::parse(json).expect("JSON"), beijing(), day("9999-12-31")).expect("valid");
    let worth = methodology::assess(&activity, beijing()).expect("assessed");
    Entry {
        id: format!("e{place}"),
        recorded_at: i64::try_from(place).expect("small"),
        posting: Posting::Activity(Box::new(Posted {
            activity,
            rulebook: beijing().name(),
            verdict: worth.verdict,
            totals: worth.totals,
            corrects: None,
            people: Vec::new(),
            receipt: None,
        })),
    }
}

/// A ledger without limits that has these carbon totals on these days.
fn carbon(days: &[(&str, i64)]) -> Ledger {
    let mut ledger = Ledger::default();
    for (place, (date, mg)) in days.iter().enumerate() {
        let worth = Totals { carbon_mg: *mg, air: Air::default(), points: 0 };
        ledger.post(entry(&place.to_string(), day(date), worth)).expect("posted");
    }
    ledger
}

fn view(ledger: &Ledger, today: Date) -> Viewpoint<'_> {
    Viewpoint { ledger, person: FIRST_PERSON, rulebook: beijing(), today }
}

fn metro(date: &str, km: u32) -> String {
    format!(r#"{{"kind":"trip","date":"{date}","legs":[{{"mode":"rail","km":{km}}}]}}"#)
}

//! The calendar, day by day: every method either credits or says that it is not in force yet, and nothing in between.

use crate::support::{assessed, beijing, codes, day};
use carbon_points::domain::assessment::Verdict;
use carbon_points::domain::date::Date;

const FIRST: &str = "2021-01-01";
const LAST: &str = "2030-12-31";

/// An activity for each method, worth something on every day on which the method is in force.
fn samples(date: Date) -> Vec<(&'static str, String)> {
    let start = date.plus_days(-29);
    let bill = |utility: &str| {
        format!(
            r#"{{"kind":"utility","date":"{date}","utility":"{utility}","start":"{start}","end":"{date}","usage":90,
            "baseline_usage":100,"baseline_days":30}}"#
        )
    };
    vec![
        (
            "bj-travel-3043",
            format!(
                r#"{{"kind":"trip","date":"{date}","legs":[{{"mode":"rail","km":10,"instead_of_car":"china_5"}}]}}"#
            ),
        ),
        (
            "bj-oil-to-electric",
            format!(
                r#"{{"kind":"trip","date":"{date}","legs":[{{"mode":"bev_car","km":10,"replaced_petrol_car":true}}]}}"#
            ),
        ),
        ("bj-car-free", format!(r#"{{"kind":"car_free","date":"{date}","hours":24,"power":"bev","alert":true}}"#)),
        ("bj-home-energy", bill("electricity")),
        ("bj-home-energy", bill("gas")),
        ("bj-home-energy", bill("heat")),
        ("bj-home-energy", bill("water")),
        ("bj-solar", format!(r#"{{"kind":"solar","date":"{date}","self_consumed_kwh":1}}"#)),
        (
            "bj-appliance",
            format!(
                r#"{{"kind":"appliance","date":"{date}","appliance":"other","annual_kwh":1,"replaced_annual_kwh":2}}"#
            ),
        ),
        (
            "bj-appliance",
            format!(
                r#"{{"kind":"appliance","date":"{date}","appliance":"gas_boiler","annual_m3":9,"efficiency":1,
            "replaced_efficiency":"0.9"}}"#
            ),
        ),
        (
            "bj-low-voc",
            format!(
                r#"{{"kind":"purchase","date":"{date}","category":"interior_wall_coating","amount":20,"unit":"L","voc":10,
            "voc_unit":"g/L","basis":"less_water","mode":"below_limit"}}"#
            ),
        ),
        ("bj-everyday", format!(r#"{{"kind":"action","date":"{date}","action":"clean_plate","count":1}}"#)),
        ("bj-everyday", format!(r#"{{"kind":"action","date":"{date}","action":"tree_planting","count":1}}"#)),
    ]
}

fn days() -> impl Iterator<Item = Date> {
    let (first, last) = (day(FIRST), day(LAST));
    (0..=last.days_since(first)).map(move |later| first.plus_days(later))
}

#[test]
fn every_method_credits_from_its_first_day_to_the_end_of_the_decade() {
    assert_eq!(days().count(), 3652);
    for date in days() {
        for (method, text) in samples(date) {
            let (_, found) = assessed(&text, date);
            let index = beijing().method(method).expect("a method of the rulebook");
            assert_eq!(found.method, index, "{text}");
            if date < beijing().methods[index].from {
                assert_eq!(codes(&found.reasons), ["method_not_in_force"], "{text}");
            } else {
                assert_eq!((found.verdict, codes(&found.reasons)), (Verdict::Credited, vec![]), "{text}");
            }
        }
    }
}

#[test]
fn every_year_has_its_own_grid_factor() {
    // 10 kWh saved × 0.5688, 0.5580 and 0.5554 kg/kWh.
    for date in days() {
        let expected = match date.year() {
            2021 => 5_688_000,
            2022 => 5_580_000,
            _ => 5_554_000,
        };
        let (_, electricity) = samples(date).swap_remove(3);
        assert_eq!(assessed(&electricity, date).1.totals.carbon_mg, expected, "{date}");
    }
}

#[test]
fn every_night_of_summer_is_rewarded_and_no_other() {
    for date in days() {
        let text = format!(r#"{{"kind":"refuel","date":"{date}","litres":40,"time":"21:30"}}"#);
        let points = if (6..=9).contains(&date.month()) { 5 } else { 0 };
        assert_eq!(assessed(&text, date).1.totals.points, points, "{date}");
    }
}

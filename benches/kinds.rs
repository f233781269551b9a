//! What both sets of benchmarks assess.

use carbon_points::domain::activity::Activity;
use carbon_points::domain::date::Date;
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::domain::rulebook::Rulebook;

/// One typical activity of each kind; a trip also in its longest everyday form.
pub(crate) const KINDS: &[(&str, &str)] = &[
    ("trip", r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"rail","km":"33.8"}]}"#),
    (
        "trip_three_legs",
        r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"walk","km":"0.5"},{"mode":"rail","km":"33.8"},{"mode":"walk","km":"0.6"}]}"#,
    ),
    ("car_free", r#"{"kind":"car_free","date":"2026-03-02","hours":48,"power":"petrol","engine_litres":"1.6"}"#),
    (
        "utility",
        r#"{"kind":"utility","date":"2026-02-28","utility":"electricity","start":"2026-02-01","end":"2026-02-28","usage":"150.5","baseline_usage":"200","baseline_days":31,"annual_usage":2400}"#,
    ),
    ("solar", r#"{"kind":"solar","date":"2026-06-30","self_consumed_kwh":100}"#),
    (
        "appliance",
        r#"{"kind":"appliance","date":"2026-05-01","appliance":"air_conditioner","cooling_kw":"3.5","apf":"5.0","replaced_apf":"3.3"}"#,
    ),
    (
        "purchase",
        r#"{"kind":"purchase","date":"2026-07-10","category":"interior_wall_coating","amount":20,"unit":"L","voc":10,"voc_unit":"g/L","basis":"less_water","mode":"below_limit"}"#,
    ),
    ("refuel", r#"{"kind":"refuel","date":"2026-07-01","litres":40,"time":"21:30"}"#),
    ("action", r#"{"kind":"action","date":"2026-07-01","action":"no_cutlery","count":3}"#),
];

/// The day on which all of them are recorded.
pub(crate) fn today() -> Date {
    Date::new(2026, 11, 21).expect("a day")
}

/// One of [`KINDS`], read.
pub(crate) fn activity(text: &str, rulebook: &Rulebook) -> Activity {
    intake::read(&Json::parse(text).expect("JSON"), rulebook, today()).expect("a valid activity")
}

//! Edges of low-VOC purchases and of summer nights.

use super::paint;
use crate::support::{assessment, codes};
use carbon_points::domain::assessment::Verdict;

#[test]
fn only_what_is_below_the_limit_counts() {
    assert_eq!(codes(&paint("2026-04-10", "50").reasons), ["not_below_baseline"]);
    assert_eq!(codes(&paint("2026-04-10", "50.000001").reasons), ["not_below_baseline"]);
    // 0.000001 g/L × 0.35 × 20 L = 0.007 mg rounds to nothing; 0.0001 g/L is 0.7 mg and rounds to one.
    assert_eq!(codes(&paint("2026-04-10", "49.999999").reasons), ["rounds_to_zero"]);
    assert_eq!(paint("2026-04-10", "49.9999").totals.air.voc_mg, 1);
    assert_eq!(codes(&paint("2026-04-10", "10").notes), ["default_water_share", "area_assumed", "area_assumed"]);
}

#[test]
fn the_ozone_season_is_may_to_september_and_leaves_grams_alone() {
    // 280 g ÷ 950 g × 1200 points × 0.5 = 176.8; × 1.5 = 265.3.
    for (date, points) in [("2026-04-30", 177), ("2026-05-01", 265), ("2026-09-30", 265), ("2026-10-01", 177)] {
        let found = paint(date, "10");
        assert_eq!((found.totals.points, found.totals.air.voc_mg), (points, 280_000), "{date}");
    }
}

#[test]
fn refuelling_counts_on_summer_nights_both_ends_included() {
    let at = |date: &str, time: &str| {
        let found = assessment(&format!(r#"{{"kind":"refuel","date":"{date}","litres":40,"time":"{time}"}}"#));
        (found.totals.points, found.reasons.iter().map(|reason| reason.path.to_string()).collect::<Vec<_>>())
    };
    let time = || vec!["time".to_owned()];
    let date = || vec!["date".to_owned()];
    for inside in ["20:00", "23:59", "00:00", "06:00"] {
        assert_eq!(at("2026-07-01", inside), (5, vec![]), "{inside}");
    }
    for outside in ["19:59", "06:01", "12:00"] {
        assert_eq!(at("2026-07-01", outside), (0, time()), "{outside}");
    }
    assert_eq!(at("2026-05-31", "21:00"), (0, date()));
    assert_eq!(at("2026-06-01", "21:00"), (5, vec![]));
    assert_eq!(at("2026-09-30", "21:00"), (5, vec![]));
    assert_eq!(at("2026-10-01", "21:00"), (0, date()));
    assert_eq!(at("2026-10-01", "12:00"), (0, vec!["date".to_owned(), "time".to_owned()]));
}

#[test]
fn a_solvent_product_on_an_alert_day_keeps_its_grams_and_earns_no_points() {
    let hairspray = |category: &str, alert: &str| {
        assessment(&format!(
            r#"{{"kind":"purchase","date":"2026-04-10","category":"{category}","amount":100,"unit":"g",
            "voc":1,"voc_unit":"percent","basis":"as_supplied","mode":"below_limit"{alert}}}"#
        ))
    };
    // 100 g × (55 − 1) % = 54 g; 0.054 ÷ 0.95 × 1200 × 0.5 = 34.1 points.
    assert_eq!(hairspray("hairspray", "").totals.points, 34);
    let unwanted = hairspray("hairspray", r#","alert":true"#);
    assert_eq!((unwanted.totals.points, unwanted.totals.air.voc_mg), (0, 54_000));
    assert_eq!((unwanted.verdict, codes(&unwanted.reasons)), (Verdict::Credited, vec!["alert_day"]));
    // Gel is no solvent product: 100 g × (3 − 1) % = 2 g, 1.26 points.
    assert_eq!(hairspray("air_freshener_gel", r#","alert":true"#).totals.points, 1);
}

//! Each line the rules draw, from both sides.

use crate::support::{assessed, assessment, beijing, codes, day, refused, today};
use carbon_points::domain::assessment::{Assessment, Outcome, Totals, Verdict};
use carbon_points::domain::methodology::assess_line;
use carbon_points::domain::rulebook::{BEIJING_2026_11, Rulebook};
use carbon_points::domain::unit::Unit;

fn bill(utility: &str, usage: &str, baseline: &str, more: &str) -> Assessment {
    assessment(&format!(
        r#"{{"kind":"utility","date":"2026-06-30","utility":"{utility}","start":"2026-06-01","end":"2026-06-30",
        "usage":"{usage}","baseline_usage":"{baseline}","baseline_days":30{more}}}"#
    ))
}

#[test]
fn a_tier_limit_belongs_to_the_tier_below() {
    let cases = [
        ("electricity", "", "4800", "4800.000001"),
        ("water", "", "260", "260.000001"),
        ("gas", "", "500", "500.000001"),
        ("gas", r#","boiler_heating":true"#, "2500", "2500.000001"),
    ];
    for (utility, more, at, above) in cases {
        let within = bill(utility, "90", "100", &format!(r#"{more},"annual_usage":"{at}""#));
        assert_eq!((within.verdict, codes(&within.reasons)), (Verdict::Credited, vec![]), "{utility} {at}");
        assert!(within.notes.is_empty(), "{utility}: the tier was checked");
        let beyond = bill(utility, "90", "100", &format!(r#"{more},"annual_usage":"{above}""#));
        assert_eq!(codes(&beyond.reasons), ["third_tier_household"], "{utility} {above}");
    }
}

#[test]
fn heat_has_no_tiers_and_an_unchecked_tier_is_said() {
    let heat = bill("heat", "9", "10", r#","annual_usage":"1000000""#);
    assert_eq!((heat.verdict, heat.notes.len()), (Verdict::Credited, 0));
    assert!(bill("heat", "9", "10", "").notes.is_empty());
    let water = bill("water", "9", "10", "");
    assert_eq!((water.verdict, codes(&water.notes)), (Verdict::Credited, vec!["tier_not_checked"]));
}

#[test]
fn a_saving_is_credited_up_to_thirty_percent() {
    // 30 % of 220 kWh is 66 kWh: 66 × 0.5554 kg = 36.6564 kg.
    let at = bill("electricity", "154", "220", "");
    assert_eq!((at.totals.carbon_mg, codes(&at.reasons)), (36_656_400, vec![]));
    let above = bill("electricity", "153.999999", "220", "");
    assert_eq!((above.totals.carbon_mg, codes(&above.reasons)), (36_656_400, vec!["saving_capped"]));
    // A millionth of a kilowatt-hour less is 0.5554 mg less.
    let below = bill("electricity", "154.000001", "220", "");
    assert_eq!((below.totals.carbon_mg, codes(&below.reasons)), (36_656_399, vec![]));
}

#[test]
fn the_thirty_percent_are_of_the_baseline_brought_to_the_bill_s_days() {
    // 310 kWh in 31 days are 280 kWh in 28; 30 % of them are 84 kWh: 84 × 0.5554 kg = 46.6536 kg.
    let february = |usage: &str| {
        assessment(&format!(
            r#"{{"kind":"utility","date":"2026-02-28","utility":"electricity","start":"2026-02-01","end":"2026-02-28",
            "usage":"{usage}","baseline_usage":310,"baseline_days":31}}"#
        ))
    };
    assert_eq!(codes(&february("196").reasons), [""; 0]);
    assert_eq!(february("196").totals.carbon_mg, 46_653_600);
    assert_eq!(codes(&february("195.9").reasons), ["saving_capped"]);
    assert_eq!(february("195.9").totals.carbon_mg, 46_653_600);
}

#[test]
fn no_saving_is_never_negative() {
    for usage in ["220", "220.000001", "100000"] {
        let found = bill("electricity", usage, "220", "");
        assert_eq!((found.totals, codes(&found.reasons)), (Totals::default(), vec!["no_saving"]), "{usage}");
    }
    // A millionth of a cubic metre of water is 0.168 mg of CO2 and rounds to nothing.
    let tiny = bill("water", "9.999999", "10", "");
    assert_eq!((tiny.verdict, codes(&tiny.reasons)), (Verdict::Recorded, vec!["rounds_to_zero"]));
}

#[test]
fn the_factor_is_that_of_the_year_in_which_the_bill_ends() {
    // 10 kWh at 0.5688, 0.5580 and 0.5554 kg; the older bill is entered today.
    let ending = |end: &str| {
        let start = day(end).plus_days(-29);
        assessment(&format!(
            r#"{{"kind":"utility","date":"2026-11-20","utility":"electricity","start":"{start}","end":"{end}",
            "usage":90,"baseline_usage":100,"baseline_days":30}}"#
        ))
        .totals
        .carbon_mg
    };
    assert_eq!(ending("2021-12-31"), 5_688_000);
    assert_eq!(ending("2022-01-01"), 5_580_000);
    assert_eq!(ending("2022-12-31"), 5_580_000);
    assert_eq!(ending("2023-01-01"), 5_554_000);
    assert_eq!(ending("2026-11-21"), 5_554_000);
}

#[test]
fn a_car_free_day_has_twenty_four_hours() {
    let points = |hours: &str| {
        let found = assessment(&format!(
            r#"{{"kind":"car_free","date":"2026-03-02","hours":"{hours}","power":"petrol","engine_litres":"1.6"}}"#
        ));
        (found.totals.points, codes(&found.reasons))
    };
    // 0.5 yuan a day × 100 points × 0.5 for a self-declared entry = 25 points a day.
    assert_eq!(points("23.999999"), (0, vec!["under_24_hours"]));
    assert_eq!(points("24"), (25, vec![]));
    assert_eq!(points("47.999999"), (25, vec![]));
    assert_eq!(points("48"), (50, vec![]));
    assert_eq!(points("71.9"), (50, vec![]));
    assert_eq!(points("72"), (75, vec![]));
}

#[test]
fn an_engine_size_belongs_to_the_smaller_class() {
    let points = |litres: &str| {
        assessment(&format!(
            r#"{{"kind":"car_free","date":"2026-03-02","hours":24,"power":"petrol","engine_litres":"{litres}"}}"#
        ))
        .totals
        .points
    };
    assert_eq!([points("1.599999"), points("1.6"), points("1.600001")], [25, 25, 30]);
    assert_eq!([points("2.499999"), points("2.5"), points("2.500001")], [30, 30, 35]);
    let electric = assessment(r#"{"kind":"car_free","date":"2026-03-02","hours":24,"power":"bev"}"#);
    assert_eq!(electric.totals.points, 10);
}

fn paint(date: &str, voc: &str) -> Assessment {
    assessment(&format!(
        r#"{{"kind":"purchase","date":"{date}","category":"interior_wall_coating","amount":20,"unit":"L",
        "voc":"{voc}","voc_unit":"g/L","basis":"less_water","mode":"below_limit"}}"#
    ))
}

#[test]
fn only_what_is_below_the_limit_counts() {
    assert_eq!(codes(&paint("2026-04-10", "50").reasons), ["not_below_baseline"]);
    assert_eq!(codes(&paint("2026-04-10", "50.000001").reasons), ["not_below_baseline"]);
    // 0.000001 g/L × 0.35 × 20 L = 0.007 mg rounds to nothing; 0.0001 g/L is 0.7 mg and rounds to one.
    assert_eq!(codes(&paint("2026-04-10", "49.999999").reasons), ["rounds_to_zero"]);
    assert_eq!(paint("2026-04-10", "49.9999").totals.air.voc_mg, 1);
    assert_eq!(codes(&paint("2026-04-10", "10").notes), ["default_water_share"]);
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
fn an_award_without_grams_says_so_and_a_published_value_does_not() {
    let notes = |text: &str| {
        let found = assessment(text);
        let notes: Vec<_> = found.notes.iter().map(|note| (note.code.as_str(), note.path.to_string())).collect();
        (found.totals.carbon_mg == 0, notes)
    };
    let without = |path: &str| vec![("award_without_factor", path.to_owned())];
    for action in ["tree_planting", "recycling_handin", "old_appliance_handin"] {
        let found = notes(&format!(r#"{{"kind":"action","date":"2026-04-04","action":"{action}","count":1}}"#));
        assert_eq!(found, (true, without("action")), "{action}");
    }
    assert_eq!(notes(r#"{"kind":"refuel","date":"2026-07-01","litres":40,"time":"21:30"}"#), (true, without("")));
    // No award, nothing to say about it.
    assert_eq!(notes(r#"{"kind":"refuel","date":"2026-07-01","litres":40,"time":"12:00"}"#), (true, vec![]));
    for action in [r#""no_cutlery","count":1"#, r#""clothes_recycling","kg":1"#] {
        let found = notes(&format!(r#"{{"kind":"action","date":"2026-07-01","action":{action}}}"#));
        assert_eq!(found, (false, vec![]), "{action}");
    }
}

/// The parameters that the first reason or note names, with their amounts.
fn limits(found: &Assessment) -> Vec<(&'static str, String)> {
    let reason = found.reasons.iter().chain(&found.notes).next().expect("a reason");
    let resolved = reason.limits().iter().map(|limit| beijing().resolve(*limit).expect("of the rulebook"));
    resolved.map(|(parameter, value)| (parameter.id.as_str(), value.amount.to_string())).collect()
}

#[test]
fn every_number_of_the_rulebook_in_a_reason_leads_to_its_parameter() {
    let one = |id: &'static str, amount: &str| vec![(id, amount.to_owned())];
    let above = |utility: &str, more: &str| bill(utility, "90", "100", &format!(r#"{more},"annual_usage":5000"#));
    assert_eq!(limits(&above("electricity", "")), one("tier.electricity", "4800"));
    assert_eq!(limits(&above("water", "")), one("tier.water", "260"));
    assert_eq!(limits(&above("gas", "")), one("tier.gas", "500"));
    assert_eq!(limits(&above("gas", r#","boiler_heating":true"#)), one("tier.gas_boiler", "2500"));
    assert_eq!(limits(&bill("electricity", "1", "220", "")), one("saving.cap", "30"));
    assert_eq!(limits(&paint("2026-04-10", "60")), one("voc.limit.interior_wall_coating", "50"));
    assert_eq!(limits(&paint("2026-04-10", "10")), one("voc.default_water_share", "0.65"));
    for (mode, id, amount) in [("walk", "distance.walk", "10"), ("rail", "distance.rail", "100")] {
        let legs = format!(r#"[{{"mode":"{mode}","km":101}}]"#);
        let far = assessment(&format!(r#"{{"kind":"trip","date":"2026-07-15","legs":{legs}}}"#));
        assert_eq!(limits(&far), one(id, amount));
    }
    let car = |hours: u8| {
        assessment(&format!(
            r#"{{"kind":"car_free","date":"2026-03-02","hours":{hours},"power":"petrol","engine_litres":2}}"#
        ))
    };
    assert_eq!(limits(&car(23)), one("car_free.day_hours", "24"));
    let edges = [("car_free.small_up_to", "1.6".to_owned()), ("car_free.medium_up_to", "2.5".to_owned())];
    assert_eq!((codes(&car(24).notes), limits(&car(24))), (vec!["engine_size_class"], edges.to_vec()));
    let night = [("refuel.window_start", "1200".to_owned()), ("refuel.window_end", "360".to_owned())];
    let months = [("refuel.first_month", "6".to_owned()), ("refuel.last_month", "9".to_owned())];
    for late in [r#""2026-07-01","time":"12:00""#, r#""2026-10-01","time":"21:00""#] {
        let found = assessment(&format!(r#"{{"kind":"refuel","litres":40,"date":{late}}}"#));
        assert_eq!(limits(&found), [months.clone(), night.clone()].concat(), "{late}");
    }
}

#[test]
fn an_induction_hob_shows_how_much_more_it_emits() {
    let hob =
        |date: &str| assessment(&format!(r#"{{"kind":"appliance","date":"{date}","appliance":"induction_hob"}}"#));
    let steps = |found: &Assessment| {
        let told = found.steps.iter().map(|step| (step.name.as_str(), step.result.to_string(), step.unit));
        told.collect::<Vec<_>>()
    };
    // The research: 7.1 kWh in place of 1 m³ of gas are 3.9 kg against 2.162 kg, 1.8 kg more.
    let unit = Unit::KilogramPerCubicMetre;
    let now = hob("2026-05-01");
    assert_eq!(
        steps(&now),
        [("induction_carbon", "3.94334".to_owned(), unit), ("induction_rise", "1.78134".to_owned(), unit)]
    );
    assert_eq!((now.totals, codes(&now.reasons)), (Totals::default(), vec!["would_raise_emissions"]));
    assert_eq!(limits(&now), [("grid.beijing", "0.5554".to_owned())]);
    // 7.1 × 0.5688 − 2.162
    let then = hob("2021-05-01");
    assert_eq!(steps(&then).last(), Some(&("induction_rise", "1.87648".to_owned(), unit)));
    assert_eq!(limits(&then), [("grid.beijing", "0.5688".to_owned())], "the value of that day");
}

#[test]
fn a_grid_clean_enough_ends_the_rise_and_still_credits_nothing() {
    // The break-even is 2.162 ÷ 7.1 = 0.30450… kg/kWh.
    for (grid, code) in [("0.3045", "no_published_factor"), ("0.3046", "would_raise_emissions")] {
        let clean = BEIJING_2026_11.replace(r#""0.5554""#, &format!(r#""{grid}""#));
        let rulebook = Rulebook::parse(&clean).expect("a rulebook");
        let hob = r#"{"kind":"appliance","date":"2026-05-01","appliance":"induction_hob"}"#;
        let Outcome::Assessed(both) = assess_line(hob, &rulebook, today()) else { panic!("valid") };
        assert_eq!((both.1.totals, codes(&both.1.reasons)), (Totals::default(), vec![code]), "{grid}");
    }
}

#[test]
fn a_method_credits_from_its_first_day() {
    let trip =
        |date: &str, leg: &str| assessment(&format!(r#"{{"kind":"trip","date":"{date}","legs":[{{{leg},"km":10}}]}}"#));
    for (leg, before, first) in [
        (r#""mode":"rail""#, "2024-09-30", "2024-10-01"),
        (r#""mode":"bev_car","replaced_petrol_car":true"#, "2024-12-31", "2025-01-01"),
    ] {
        assert_eq!(trip(first, leg).verdict, Verdict::Credited, "{leg}");
        let early = trip(before, leg);
        assert_eq!(codes(&early.reasons), ["method_not_in_force"], "{leg}");
        assert_eq!(early.reasons[0].path, "date");
        assert!(format!("{:?}", early.reasons[0].accepted).contains("Since"), "{:?}", early.reasons);
    }
    assert_eq!(paint("2022-10-01", "10").verdict, Verdict::Credited);
    assert_eq!(codes(&paint("2022-09-30", "10").reasons), ["method_not_in_force"]);
    let plate =
        |date: &str| assessment(&format!(r#"{{"kind":"action","date":"{date}","action":"clean_plate","count":1}}"#));
    assert_eq!(codes(&plate("2024-10-09").reasons), ["method_not_in_force"]);
    assert_eq!(plate("2024-10-10").totals.carbon_mg, 449_000);
}

#[test]
fn a_mixed_trip_says_once_that_the_day_is_too_early() {
    let found = assessment(
        r#"{"kind":"trip","date":"2024-09-30","legs":[{"mode":"rail","km":1},{"mode":"bus","km":1},{"mode":"taxi","km":1}]}"#,
    );
    assert_eq!(codes(&found.reasons), ["method_not_in_force", "no_published_factor"]);
}

#[test]
fn a_bill_has_at_most_four_hundred_days() {
    let line = |start: &str| {
        format!(
            r#"{{"kind":"utility","date":"2026-06-30","utility":"water","start":"{start}","end":"2026-06-30",
            "usage":90,"baseline_usage":100,"baseline_days":365}}"#
        )
    };
    let first = day("2026-06-30").plus_days(-399).to_string();
    assert_eq!(assessment(&line(&first)).verdict, Verdict::Credited);
    let reasons = refused(&line(&day(&first).plus_days(-1).to_string()));
    assert_eq!((codes(&reasons), reasons[0].given.as_deref()), (vec!["period_too_long"], Some("401")));
    // A bill of one day begins and ends on it.
    assert_eq!(codes(&assessment(&line("2026-06-30")).reasons), ["no_saving"]);
}

#[test]
fn today_counts_and_tomorrow_does_not() {
    let walk = |date: &str| format!(r#"{{"kind":"trip","date":"{date}","legs":[{{"mode":"walk","km":1}}]}}"#);
    assert_eq!(assessed(&walk("2026-11-21"), today()).1.verdict, Verdict::Credited);
    assert_eq!(codes(&refused(&walk("2026-11-22"))), ["in_future"]);
    assert_eq!(codes(&assessment(&walk("2021-01-01")).reasons), ["method_not_in_force"]);
    assert_eq!(codes(&refused(&walk("2020-12-31"))), ["before_scheme"]);
    assert_eq!(codes(&refused(&walk("2026-02-30"))), ["bad_date"]);
    assert_eq!(codes(&refused(&walk("2025-02-29"))), ["bad_date"]);
    assert_eq!(assessed(&walk("2028-02-29"), day("2028-03-01")).1.verdict, Verdict::Credited);
}

#[test]
fn a_distance_beyond_a_day_s_is_asked_about_and_credited() {
    let walk = |legs: &str| assessment(&format!(r#"{{"kind":"trip","date":"2026-07-15","legs":[{legs}]}}"#));
    assert!(walk(r#"{"mode":"walk","km":10}"#).notes.is_empty());
    let far = walk(r#"{"mode":"walk","km":"10.000001"}"#);
    assert_eq!((codes(&far.notes), far.verdict), (vec!["distance_to_confirm"], Verdict::Credited));
    let together =
        walk(r#"{"mode":"walk","km":6},{"mode":"rail","km":6},{"mode":"walk","km":6},{"mode":"walk","km":6}"#);
    let paths: Vec<_> = together.notes.iter().map(|note| note.path.as_ref()).collect();
    assert_eq!(paths, ["legs[2].km"]);
}

#[test]
fn a_rounding_is_half_up() {
    let points = |km: &str| {
        assessment(&format!(
            r#"{{"kind":"trip","date":"2026-07-15","evidence":"verified","legs":[{{"mode":"rail","km":"{km}"}}]}}"#
        ))
        .totals
        .points
    };
    // 72 g/km: 6.25 km are 450 g and 45 points; 0.069444 km are 4.999968 g, 0.4999968 points; 0.069445 km 5.00004 g.
    assert_eq!([points("6.25"), points("0.069444"), points("0.069445")], [45, 0, 1]);
    // 0.625 km are exactly 45 g and 4.5 points.
    assert_eq!(points("0.625"), 5);
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

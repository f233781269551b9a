//! Edges of home energy.

use super::{bill, limits};
use crate::support::{assessment, codes, day, refused, today};
use carbon_points::domain::assessment::{Assessment, Outcome, Totals, Verdict};
use carbon_points::domain::methodology::assess_line;
use carbon_points::domain::rulebook::{BEIJING_2026_11, Rulebook};
use carbon_points::domain::unit::Unit;

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

//! Edges that all methods share.

use super::{bill, limits, paint};
use crate::support::{assessed, assessment, codes, day, refused, today};
use carbon_points::domain::assessment::Verdict;

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

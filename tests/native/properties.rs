//! What holds for every activity.

use crate::generator::{UNIT, activity, amount, decimal, json, leg};
use crate::support::{assessed, beijing, check, day, today};
use carbon_points::domain::activity::Activity;
use carbon_points::domain::assessment::{Assessment, Outcome, Totals};
use carbon_points::domain::assessment_json::AssessmentJson;
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::domain::methodology::{assess_json, assess_line};
use proptest::prelude::*;

fn worth(text: &str) -> Totals {
    assessed(text, today()).1.totals
}

/// The activity and assessment of generated JSON, with every check of [`check`].
fn valid(json: &Json) -> (Activity, Assessment) {
    assessed(&json.to_string(), today())
}

fn no_less(more: Totals, less: Totals) -> bool {
    more.carbon_mg >= less.carbon_mg
        && more.air.voc_mg >= less.air.voc_mg
        && more.air.nox_mg >= less.air.nox_mg
        && more.air.upe >= less.air.upe
        && more.points >= less.points
}

/// A JSON object with one more member.
fn with(json: &Json, name: &str, value: Json) -> Json {
    let mut members = json.members().unwrap_or_default().to_vec();
    members.push((name.to_owned(), value));
    Json::Object(members)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    // `assessed` checks the rest: nothing negative, steps replay, integers are those of their steps, the canonical
    // JSON reads back, and reaching this line at all means that no accepted input overflowed.
    #[test]
    fn every_valid_activity_is_assessed_soundly(json in activity()) {
        let (activity, assessment) = valid(&json);
        prop_assert_eq!(activity.to_json().to_string(), Json::parse(&activity.to_json().to_string()).unwrap().to_string());

        let id = activity.id.as_deref();
        let printed = serde_json::to_string(&AssessmentJson { line: None, id, assessment: Some(&assessment), reasons: &[], notes: &[], rulebook: beijing() }).unwrap();
        let printed = Json::parse(&printed).unwrap();
        let whole = |json: &Json, name: &str| json.get(name).and_then(Json::whole).unwrap();
        prop_assert_eq!(whole(&printed, "carbon_mg"), assessment.totals.carbon_mg);
        let air = printed.get("air").unwrap();
        let air = (whole(air, "voc_mg"), whole(air, "nox_mg"), whole(air, "upe"));
        let expected = assessment.totals.air;
        prop_assert_eq!(air, (expected.voc_mg, expected.nox_mg, expected.upe));
        prop_assert_eq!(whole(&printed, "points"), assessment.totals.points);
        prop_assert_eq!(printed.get("id").and_then(Json::text), activity.id.as_deref());
    }

    #[test]
    fn numbers_and_texts_are_read_alike(json in activity()) {
        // What is a text stays one, even if it is written in digits.
        const TEXTS: [&str; 6] = ["id", "merchant", "note", "meter", "serial", "dwelling"];
        let Json::Object(members) = &json else { panic!("an object") };
        let numbers = members.iter().map(|(name, value)| match value {
            Json::Text(text) if !TEXTS.contains(&name.as_str()) && text.parse::<serde_json::Number>().is_ok() => {
                (name.clone(), Json::Number(text.clone()))
            }
            _ => (name.clone(), value.clone()),
        });
        prop_assert_eq!(valid(&Json::Object(numbers.collect())), valid(&json));
    }

    #[test]
    fn a_longer_trip_earns_no_less(km in 1..2_000 * UNIT, more in 0..2_000 * UNIT, mode in "walk|bike|bus|rail|taxi") {
        let trip = |km: u64| format!(
            r#"{{"kind":"trip","date":"2026-07-15","legs":[{{"mode":"{mode}","km":"{}","instead_of_car":"china_6"}}]}}"#, decimal(km)
        );
        prop_assert!(no_less(worth(&trip(km + more)), worth(&trip(km))));
    }

    #[test]
    fn one_more_leg_earns_no_less(legs in prop::collection::vec(leg(), 2..=20)) {
        let trip = |legs: &[Json]| Json::object([
            ("kind", Json::Text("trip".into())), ("date", Json::Text("2026-07-15".into())), ("legs", Json::List(legs.to_vec())),
        ]);
        let all = valid(&trip(&legs)).1.totals;
        prop_assert!(no_less(all, valid(&trip(&legs[1..])).1.totals));

        // Each leg alone is rounded by at most half a milligram.
        let alone: Vec<Totals> = legs.iter().map(|leg| valid(&trip(std::slice::from_ref(leg))).1.totals).collect();
        let slack = i64::try_from(legs.len()).unwrap();
        let near = |whole: i64, part: fn(&Totals) -> i64| (whole - alone.iter().map(part).sum::<i64>()).abs() <= slack;
        prop_assert!(near(all.carbon_mg, |totals| totals.carbon_mg));
        prop_assert!(near(all.air.voc_mg, |totals| totals.air.voc_mg));
        prop_assert!(near(all.air.nox_mg, |totals| totals.air.nox_mg));
        prop_assert!(near(all.air.upe, |totals| totals.air.upe));
        prop_assert!(near(all.points, |totals| totals.points));
    }

    #[test]
    fn using_less_earns_no_less(usage in 0..1_000 * UNIT, less in 0..1_000 * UNIT, baseline in amount(1_000 * UNIT), days in 1..=400_u32) {
        let bill = |usage: u64| format!(
            r#"{{"kind":"utility","date":"2026-06-30","utility":"gas","start":"2026-06-01","end":"2026-06-30",
            "usage":"{}","baseline_usage":"{baseline}","baseline_days":{days}}}"#, decimal(usage)
        );
        prop_assert!(no_less(worth(&bill(usage.saturating_sub(less))), worth(&bill(usage))));
    }

    #[test]
    fn less_voc_and_more_of_it_earn_no_less(voc in 0..80 * UNIT, less in 0..80 * UNIT, litres in 1..1_000 * UNIT, more in 0..1_000 * UNIT) {
        let paint = |voc: u64, litres: u64| format!(
            r#"{{"kind":"purchase","date":"2026-04-10","category":"exterior_wall_coating","amount":"{}","unit":"L","voc":"{}",
            "voc_unit":"g/L","basis":"less_water","mode":"below_limit"}}"#, decimal(litres), decimal(voc)
        );
        let found = worth(&paint(voc, litres));
        prop_assert!(no_less(worth(&paint(voc.saturating_sub(less), litres)), found));
        prop_assert!(no_less(worth(&paint(voc, litres + more)), found));
    }

    #[test]
    fn verified_earns_no_less_than_self_declared(json in activity()) {
        let Json::Object(members) = &json else { panic!("an object") };
        let plain = Json::Object(members.iter().filter(|(name, _)| name != "evidence").cloned().collect());
        let verified = with(&plain, "evidence", Json::Text("verified".into()));
        let (plain, verified) = (valid(&plain).1, valid(&verified).1);
        prop_assert!(no_less(verified.totals, plain.totals));
        prop_assert_eq!(verified.totals.carbon_mg, plain.totals.carbon_mg);
        prop_assert_eq!(verified.totals.air, plain.totals.air);
    }

    #[test]
    fn an_unknown_field_is_always_refused(json in activity(), name in "[a-z]{1,6}_[0-9]") {
        let reasons = intake::read(&with(&json, &name, Json::Null), beijing(), today()).unwrap_err();
        prop_assert_eq!(reasons.len(), 1);
        prop_assert_eq!((reasons[0].code.as_str(), reasons[0].path.as_ref()), ("unknown_field", name.as_str()));
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,200}") {
        let _ = assess_line(&text, beijing(), today());
    }

    #[test]
    fn no_json_makes_it_panic(json in json()) {
        if let Outcome::Rejected(reasons) = assess_json(&json, beijing(), today()) {
            prop_assert!(!reasons.is_empty());
        }
    }

    #[test]
    fn no_mutation_makes_it_panic(json in activity(), place in any::<prop::sample::Index>(), value in json()) {
        let Json::Object(mut members) = json else { panic!("an object") };
        let place = place.index(members.len());
        members[place].1 = value;
        match assess_json(&Json::Object(members), beijing(), today()) {
            Outcome::Assessed(both) => check(&both.0, &both.1),
            Outcome::Rejected(reasons) => prop_assert!(!reasons.is_empty()),
        }
    }

    #[test]
    fn no_cut_or_changed_byte_makes_it_panic(json in activity(), cut in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = json.to_string().into_bytes();
        let place = cut.index(bytes.len());
        let short = String::from_utf8_lossy(&bytes[..place]).into_owned();
        prop_assert!(matches!(assess_line(&short, beijing(), today()), Outcome::Rejected(_)));
        bytes[place] = byte;
        let _ = assess_line(&String::from_utf8_lossy(&bytes), beijing(), today());
    }
}

#[test]
fn the_largest_accepted_numbers_fit() {
    let most = "5000.000000";
    let leg = format!(r#"{{"mode":"walk","km":"{most}","instead_of_car":"china_1"}}"#);
    let legs = vec![leg; 20].join(",");
    let trip = worth(&format!(r#"{{"kind":"trip","date":"2026-07-15","evidence":"verified","legs":[{legs}]}}"#));
    // 100 000 km × 104 g.
    assert_eq!(trip.carbon_mg, 10_400_000_000);
    // The awkward fractions: 399/400 days, six decimals everywhere, the smallest divisors.
    for text in [
        r#"{"kind":"utility","date":"2026-06-30","utility":"heat","start":"2025-05-28","end":"2026-06-30","usage":"0.000001","baseline_usage":"99999.999999","baseline_days":397}"#,
        r#"{"kind":"appliance","date":"2026-05-01","appliance":"air_conditioner","cooling_kw":"99.999999","apf":"19.999999","replaced_apf":"0.000001"}"#,
        r#"{"kind":"appliance","date":"2026-05-01","appliance":"gas_boiler","annual_m3":"99999.999999","efficiency":"1.199999","replaced_efficiency":"0.000001"}"#,
        r#"{"kind":"purchase","date":"2026-07-10","category":"floor_coating","amount":"9999999.999999","unit":"g","voc":"0.000001","voc_unit":"g/L","basis":"less_water","mode":"technology_switch","displaced":"solvent_floor_coating","displaced_amount":"9999999.999999","density_kg_per_l":"0.000001","water_percent":"99.999999"}"#,
        r#"{"kind":"purchase","date":"2026-07-10","category":"interior_wall_coating","amount":"9999999.999999","unit":"g","voc":"0.000001","voc_unit":"g/L","basis":"less_water","mode":"below_limit","density_kg_per_l":"0.000007","water_percent":"99.999999","floor_area_m2":"1999.999999","coats":10}"#,
        r#"{"kind":"purchase","date":"2026-07-10","category":"interior_wall_coating","amount":"9999999.999999","unit":"g","voc":"0.000001","voc_unit":"g/L","basis":"less_water","mode":"below_limit","density_kg_per_l":"4.999999","water_percent":"0.000007","floor_area_m2":"1999.999999","coats":10}"#,
    ] {
        let (activity, assessment) = assessed(text, day("2026-11-21"));
        assert!(assessment.totals.points > 0, "{activity:?}");
    }
}

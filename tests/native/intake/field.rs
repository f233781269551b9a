//! Fields: which there are, of which type, and for which kind.

use super::{only, said, walk, words};
use crate::support::{assessment, refused};
use carbon_points::domain::reason::{Accepted, ReasonCode};

#[test]
fn words_are_those_of_the_contract() {
    let mode = only(r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"rocket","km":1}]}"#);
    assert_eq!((mode.code, mode.path.as_ref()), (ReasonCode::UnknownValue, "legs[0].mode"));
    assert_eq!(
        words(mode.accepted.as_ref()),
        ["walk", "bike", "ebike", "bus", "rail", "carpool", "taxi", "bev_car", "fcev_car", "hsr"]
    );
    let kind = only(r#"{"kind":"flight","date":"2026-07-15","whatever":1}"#);
    assert_eq!((kind.code, kind.path.as_ref()), (ReasonCode::UnknownValue, "kind"));
    assert_eq!(words(kind.accepted.as_ref()).len(), 8);
    assert_eq!(said(r#"{"date":"2026-07-15"}"#), (ReasonCode::Missing, "kind".to_owned()));
    let action = only(r#"{"kind":"action","date":"2026-07-15","action":"fly_less","count":1}"#);
    assert!(words(action.accepted.as_ref()).contains(&"clean_plate"));
    let evidence = only(r#"{"kind":"solar","date":"2026-07-15","self_consumed_kwh":1,"evidence":"sworn"}"#);
    assert_eq!(words(evidence.accepted.as_ref()), ["self_declared", "verified"]);
    let empty = only(r#"{"kind":"solar","date":"2026-07-15","self_consumed_kwh":1,"evidence":""}"#);
    assert_eq!((empty.code, empty.path.as_ref()), (ReasonCode::Missing, "evidence"));
}

#[test]
fn a_field_belongs_to_its_kind_and_choice() {
    let unknown = |path: &str| (ReasonCode::UnknownField, path.to_owned());
    let trip = |leg: &str| format!(r#"{{"kind":"trip","date":"2026-07-15","legs":[{{{leg},"km":1}}]}}"#);
    assert_eq!(said(&trip(r#""mode":"walk","speed":5"#)), unknown("legs[0].speed"));
    assert_eq!(said(&trip(r#""mode":"bus","replaced_petrol_car":true"#)), unknown("legs[0].replaced_petrol_car"));
    assert_eq!(
        said(r#"{"kind":"car_free","date":"2026-07-15","hours":24,"power":"bev","engine_litres":1}"#),
        unknown("engine_litres")
    );
    let bill = |utility: &str, more: &str| {
        format!(
            r#"{{"kind":"utility","date":"2026-06-30","utility":"{utility}","start":"2026-06-01","end":"2026-06-30",
            "usage":9,"baseline_usage":10,"baseline_days":30,{more}}}"#
        )
    };
    assert_eq!(said(&bill("water", r#""has_pv":true"#)), unknown("has_pv"));
    assert_eq!(said(&bill("electricity", r#""boiler_heating":false"#)), unknown("boiler_heating"));
    assert_eq!(said(r#"{"kind":"appliance","date":"2026-05-01","appliance":"induction_hob","apf":5}"#), unknown("apf"));
    let kg = refused(r#"{"kind":"action","date":"2026-07-15","action":"clean_plate","kg":1}"#);
    let both: Vec<_> = kg.iter().map(|reason| (reason.code, reason.path.as_ref())).collect();
    assert_eq!(both, [(ReasonCode::Missing, "count"), (ReasonCode::UnknownField, "kg")]);
    let solar = only(r#"{"kind":"solar","date":"2026-07-15","self_consumed_kwh":1,"points":1000}"#);
    assert_eq!(
        words(solar.accepted.as_ref()),
        ["kind", "date", "id", "evidence", "merchant", "note", "self_consumed_kwh"]
    );
}

#[test]
fn a_field_is_given_once() {
    assert_eq!(
        said(r#"{"kind":"solar","date":"2026-07-15","self_consumed_kwh":1,"self_consumed_kwh":1}"#),
        (ReasonCode::DuplicateField, "self_consumed_kwh".to_owned())
    );
    assert_eq!(said(&walk(r#"1,"km":2"#)), (ReasonCode::DuplicateField, "legs[0].km".to_owned()));
    let many = format!(r#"{{"kind":"solar","date":"2026-07-15","self_consumed_kwh":1{}}}"#, r#","x":1"#.repeat(5000));
    assert_eq!(refused(&many).len(), 20, "a hostile line is not echoed at length");
}

#[test]
fn a_choice_brings_its_own_required_fields() {
    assert_eq!(
        said(r#"{"kind":"car_free","date":"2026-07-15","hours":24,"power":"petrol"}"#),
        (ReasonCode::Missing, "engine_litres".to_owned())
    );
    let purchase = |more: &str| {
        format!(
            r#"{{"kind":"purchase","date":"2026-04-10","category":"floor_coating","amount":10,"unit":"kg","voc":86,
            "voc_unit":"g/kg","basis":"as_supplied","mode":"technology_switch"{more}}}"#
        )
    };
    let displaced = only(&purchase(""));
    assert_eq!((displaced.code, displaced.path.as_ref()), (ReasonCode::Missing, "displaced"));
    assert_eq!(words(displaced.accepted.as_ref()), ["solvent_floor_coating"]);
    let other = only(&purchase(r#","displaced":"hairspray""#));
    assert_eq!((other.code, other.path.as_ref()), (ReasonCode::DisplacedNotComparable, "displaced"));
    let unknown = only(&purchase(r#","displaced":"tar""#));
    assert_eq!((unknown.code, unknown.path.as_ref()), (ReasonCode::UnknownValue, "displaced"));
}

#[test]
fn legs_are_a_list_of_one_to_twenty_objects() {
    let trip = |legs: &str| format!(r#"{{"kind":"trip","date":"2026-07-15","legs":{legs}}}"#);
    let leg = r#"{"mode":"walk","km":1}"#;
    assert_eq!(said(&trip("[]")), (ReasonCode::Missing, "legs".to_owned()));
    assert_eq!(said(&trip("{}")), (ReasonCode::WrongType, "legs".to_owned()));
    assert_eq!(said(&trip("[7]")), (ReasonCode::WrongType, "legs[0]".to_owned()));
    assert_eq!(said(r#"{"kind":"trip","date":"2026-07-15"}"#), (ReasonCode::Missing, "legs".to_owned()));
    assessment(&trip(&format!("[{}]", [leg; 20].join(","))));
    let many = only(&trip(&format!("[{}]", [leg; 21].join(","))));
    assert_eq!((many.code, many.accepted), (ReasonCode::TooLong, Some(Accepted::AtMost { most: 20, what: "legs" })));
}

#[test]
fn counts_are_whole_and_texts_are_short() {
    let count =
        |count: &str| format!(r#"{{"kind":"action","date":"2026-07-15","action":"clean_plate","count":{count}}}"#);
    let half = only(&count("2.5"));
    assert_eq!((half.code, half.accepted), (ReasonCode::TooManyDecimals, Some(Accepted::Decimal { places: 0 })));
    assessment(&count("2.0"));
    assert_eq!(said(&count("0")), (ReasonCode::OutOfRange, "count".to_owned()));
    assert_eq!(said(&count("1001")), (ReasonCode::OutOfRange, "count".to_owned()));
    for (field, most) in [("id", 64), ("merchant", 80), ("note", 280)] {
        let with = |text: String| {
            format!(r#"{{"kind":"solar","date":"2026-07-15","self_consumed_kwh":1,"{field}":"{text}"}}"#)
        };
        assessment(&with("店".repeat(most)));
        let long = only(&with("店".repeat(most + 1)));
        assert_eq!((long.code, long.path.as_ref()), (ReasonCode::TooLong, field));
        assert_eq!(said(&with(String::new())), (ReasonCode::Missing, field.to_owned()));
    }
}

#[test]
fn what_is_asked_about_a_home_and_an_appliance_stays_in_its_bounds() {
    let paint = |field: &str, value: &str| {
        format!(
            r#"{{"kind":"purchase","date":"2026-04-10","category":"interior_wall_coating","amount":20,"unit":"L","voc":10,
            "voc_unit":"g/L","basis":"less_water","mode":"below_limit","{field}":{value}}}"#
        )
    };
    for (field, good, beyond) in
        [("floor_area_m2", ["1", "2000"], ["0.999999", "2000.000001"]), ("coats", ["1", "10.0"], ["0", "11"])]
    {
        for good in good {
            assessment(&paint(field, good));
        }
        for beyond in beyond {
            assert_eq!(said(&paint(field, beyond)), (ReasonCode::OutOfRange, field.to_owned()), "{beyond}");
        }
    }
    assert_eq!(said(&paint("coats", "1.5")), (ReasonCode::TooManyDecimals, "coats".to_owned()));
    let appliance = |value: &str| {
        format!(r#"{{"kind":"appliance","date":"2026-05-01","appliance":"induction_hob","serial":{value}}}"#)
    };
    for most in [40, 41] {
        let text = format!("\"{}\"", "房".repeat(most));
        let home = paint("dwelling", &text);
        if most == 40 {
            assessment(&home);
            assessment(&appliance(&text));
        } else {
            assert_eq!(said(&home), (ReasonCode::TooLong, "dwelling".to_owned()));
            assert_eq!(said(&appliance(&text)), (ReasonCode::TooLong, "serial".to_owned()));
        }
    }
    // Nothing else is painted on the walls of a home; without the category nobody can tell.
    for (field, value) in [("floor_area_m2", "60"), ("coats", "2"), ("dwelling", "\"a\"")] {
        let other = paint(field, value).replace("interior_wall_coating", "exterior_wall_coating");
        assert_eq!(said(&other), (ReasonCode::UnknownField, field.to_owned()));
        let unknown = paint(field, value).replace("interior_wall_coating", "tar");
        assert_eq!(said(&unknown), (ReasonCode::UnknownValue, "category".to_owned()));
    }
    let solar = r#"{"kind":"solar","date":"2026-07-15","self_consumed_kwh":1,"serial":"a"}"#;
    assert_eq!(said(solar), (ReasonCode::UnknownField, "serial".to_owned()));
    assert_eq!(
        said(r#"{"kind":"appliance","date":"2026-05-01","serial":"a"}"#),
        (ReasonCode::Missing, "appliance".to_owned())
    );
}

#[test]
fn booleans_are_booleans() {
    let pv = |value: &str| {
        format!(
            r#"{{"kind":"utility","date":"2026-06-30","utility":"electricity","start":"2026-06-01","end":"2026-06-30",
            "usage":9,"baseline_usage":10,"baseline_days":30,"has_pv":{value}}}"#
        )
    };
    for given in [r#""true""#, "1", "null", r#""""#] {
        let reason = only(&pv(given));
        assert_eq!((reason.code, reason.accepted), (ReasonCode::WrongType, Some(Accepted::Type("boolean"))), "{given}");
    }
}

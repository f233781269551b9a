//! What is refused, with which code, at which path, and what would have been accepted.

use crate::support::{assessed, assessment, day, refused, today};
use carbon_points::domain::activity::Facts;
use carbon_points::domain::reason::{Accepted, Reason, ReasonCode};
use carbon_points::domain::unit::Unit;
use carbon_points::i18n::Language;
use carbon_points::i18n::reason::sentence;

/// The only reason for which a text is refused.
fn only(text: &str) -> Reason {
    let mut reasons = refused(text);
    assert_eq!(reasons.len(), 1, "{text}: {reasons:#?}");
    reasons.remove(0)
}

fn said(text: &str) -> (ReasonCode, String) {
    let reason = only(text);
    (reason.code, reason.path.into_owned())
}

fn walk(km: &str) -> String {
    format!(r#"{{"kind":"trip","date":"2026-07-15","legs":[{{"mode":"walk","km":{km}}}]}}"#)
}

fn range(least: &'static str, from_included: bool, most: &'static str, unit: Unit) -> Accepted {
    Accepted::Range { least: least.into(), from_included, most: most.into(), unit }
}

fn words(accepted: Option<&Accepted>) -> Vec<&str> {
    match accepted {
        Some(Accepted::OneOf(words)) => words.iter().map(AsRef::as_ref).collect(),
        other => panic!("{other:?} is no list of words"),
    }
}

#[test]
fn a_number_is_a_plain_decimal_in_its_range() {
    let kilometres = || range("0", false, "5000", Unit::Kilometre);
    let decimal = || Accepted::Decimal { places: 6 };
    let cases = [
        (r#""""#, ReasonCode::Missing, kilometres(), None),
        (r#"" ""#, ReasonCode::Missing, kilometres(), None),
        (r#""abc""#, ReasonCode::NotANumber, decimal(), Some("abc")),
        (r#""1,5""#, ReasonCode::NotANumber, decimal(), Some("1,5")),
        (r#""1 5""#, ReasonCode::NotANumber, decimal(), Some("1 5")),
        (r#""1.5.0""#, ReasonCode::NotANumber, decimal(), Some("1.5.0")),
        (r#""+1""#, ReasonCode::NotANumber, decimal(), Some("+1")),
        (r#"".""#, ReasonCode::NotANumber, decimal(), Some(".")),
        (r#""1.""#, ReasonCode::NotANumber, decimal(), Some("1.")),
        (r#""０x10""#, ReasonCode::NotANumber, decimal(), Some("０x10")),
        ("1e3", ReasonCode::NotANumber, decimal(), None),
        ("1E-3", ReasonCode::NotANumber, decimal(), None),
        (r#""1e3""#, ReasonCode::NotANumber, decimal(), Some("1e3")),
        (r#""NaN""#, ReasonCode::NotANumber, decimal(), Some("NaN")),
        ("1.1234567", ReasonCode::TooManyDecimals, decimal(), Some("1.1234567")),
        (r#""1.0000000""#, ReasonCode::TooManyDecimals, decimal(), Some("1.0000000")),
        ("-1", ReasonCode::OutOfRange, kilometres(), Some("-1")),
        (r#""－1""#, ReasonCode::OutOfRange, kilometres(), Some("－1")),
        ("0", ReasonCode::OutOfRange, kilometres(), Some("0")),
        (r#""-0.0""#, ReasonCode::OutOfRange, kilometres(), Some("-0.0")),
        ("5000.000001", ReasonCode::OutOfRange, kilometres(), Some("5000.000001")),
        ("1000000000", ReasonCode::OutOfRange, kilometres(), Some("1000000000")),
        (
            "1000000000000000000000000000000",
            ReasonCode::OutOfRange,
            kilometres(),
            Some("1000000000000000000000000000000"),
        ),
        ("true", ReasonCode::WrongType, Accepted::Type("number"), Some("true")),
        ("null", ReasonCode::WrongType, Accepted::Type("number"), Some("null")),
        ("[1]", ReasonCode::WrongType, Accepted::Type("number"), Some("[…]")),
        (r#"{"a":1}"#, ReasonCode::WrongType, Accepted::Type("number"), Some("{…}")),
    ];
    for (given, code, accepted, quoted) in cases {
        let reason = only(&walk(given));
        assert_eq!((reason.code, reason.path.as_ref()), (code, "legs[0].km"), "{given}");
        assert_eq!(reason.accepted, Some(accepted), "{given}");
        if quoted.is_some() {
            assert_eq!(reason.given.as_deref(), quoted, "{given}");
        }
    }
}

#[test]
fn both_ends_of_a_range_are_what_it_says() {
    for km in ["0.000001", "5000", "5000.000000", "\"5000\"", "\"００５００\"", "\" 7 \"", "\"1．50\""] {
        assessment(&walk(km));
    }
    let water = |percent: &str, density: &str| {
        format!(
            r#"{{"kind":"purchase","date":"2026-04-10","category":"interior_wall_coating","amount":20,"unit":"L","voc":10,
            "voc_unit":"g/L","basis":"less_water","mode":"below_limit","density_kg_per_l":"{density}","water_percent":"{percent}"}}"#
        )
    };
    assessment(&water("0", "5"));
    assessment(&water("99.999999", "1"));
    assert_eq!(said(&water("100", "1")), (ReasonCode::Contradiction, "water_percent".to_owned()));
    assert_eq!(said(&water("80", "1.25")), (ReasonCode::Contradiction, "water_percent".to_owned()));
    assert_eq!(said(&water("100.1", "0.5")), (ReasonCode::OutOfRange, "water_percent".to_owned()));
    assert_eq!(said(&water("1", "5.000001")), (ReasonCode::OutOfRange, "density_kg_per_l".to_owned()));
    let boiler = |efficiency: &str| {
        format!(
            r#"{{"kind":"appliance","date":"2026-05-01","appliance":"gas_boiler","annual_m3":1000,
            "efficiency":"{efficiency}","replaced_efficiency":"0.5"}}"#
        )
    };
    assessment(&boiler("1.2"));
    let beyond = only(&boiler("1.200001"));
    assert_eq!(beyond.accepted, Some(range("0", false, "1.2", Unit::One)));
    assert_eq!(said(&boiler("0")), (ReasonCode::OutOfRange, "efficiency".to_owned()));
}

#[test]
fn what_is_typed_keeps_its_digits() {
    let (activity, _) = assessed(&walk(r#""１．５０""#), today());
    let Facts::Trip(legs) = &activity.facts else { panic!("a trip") };
    assert_eq!(legs[0].km.to_string(), "1.50");
}

#[test]
fn a_day_is_a_day_of_the_scheme() {
    let on = |date: &str| format!(r#"{{"kind":"solar","date":{date},"self_consumed_kwh":1}}"#);
    let days = Accepted::Dates { first: day("2021-01-01"), last: day("2026-11-21") };
    let cases = [
        (r#""2026-02-30""#, ReasonCode::BadDate),
        (r#""2026-13-01""#, ReasonCode::BadDate),
        (r#""2026-7-1""#, ReasonCode::BadDate),
        (r#""2026/07/01""#, ReasonCode::BadDate),
        (r#""01.07.2026""#, ReasonCode::BadDate),
        (r#""yesterday""#, ReasonCode::BadDate),
        (r#""2026-11-22""#, ReasonCode::InFuture),
        (r#""9999-12-31""#, ReasonCode::InFuture),
        (r#""2020-12-31""#, ReasonCode::BeforeScheme),
        (r#""0001-01-01""#, ReasonCode::BeforeScheme),
        (r#""""#, ReasonCode::Missing),
    ];
    for (given, code) in cases {
        let reason = only(&on(given));
        assert_eq!((reason.code, reason.path.as_ref()), (code, "date"), "{given}");
        assert_eq!(reason.accepted.as_ref(), Some(&days), "{given}");
    }
    assert_eq!(said(&on("20260701")), (ReasonCode::WrongType, "date".to_owned()));
    assessment(&on(r#"" ２０２６－０７－０１ ""#));
}

#[test]
fn a_period_begins_before_it_ends_and_ends_by_today() {
    let bill = |start: &str, end: &str| {
        format!(
            r#"{{"kind":"utility","date":"2026-11-20","utility":"water","start":"{start}","end":"{end}","usage":9,
            "baseline_usage":10,"baseline_days":30}}"#
        )
    };
    assert_eq!(said(&bill("2026-06-30", "2026-06-29")), (ReasonCode::EndBeforeStart, "end".to_owned()));
    assert_eq!(said(&bill("2026-11-01", "2026-11-22")), (ReasonCode::InFuture, "end".to_owned()));
    assert_eq!(said(&bill("2020-12-01", "2020-12-31")), (ReasonCode::BeforeScheme, "end".to_owned()));
    assert_eq!(said(&bill("2026-02-30", "2026-03-30")), (ReasonCode::BadDate, "start".to_owned()));
    assessment(&bill("2020-12-02", "2021-01-01"));
    let long = only(&bill("2025-01-01", "2026-06-30"));
    assert_eq!(long.accepted, Some(Accepted::AtMost { most: 400, what: "days" }));
}

#[test]
fn a_time_is_two_digits_and_two_digits() {
    let at = |time: &str| format!(r#"{{"kind":"refuel","date":"2026-07-01","litres":40,"time":{time}}}"#);
    for given in [r#""24:00""#, r#""9:30""#, r#""21:60""#, r#""2130""#, r#""21:30:00""#] {
        let reason = only(&at(given));
        assert_eq!(
            (reason.code, reason.path.as_ref(), reason.accepted),
            (ReasonCode::BadTime, "time", Some(Accepted::Time))
        );
    }
    assert_eq!(said(&at(r#""""#)), (ReasonCode::Missing, "time".to_owned()));
    assert_eq!(said(&at("2130")), (ReasonCode::WrongType, "time".to_owned()));
    assessment(&at(r#""２１：３０""#));
}

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

#[test]
fn every_problem_is_said_at_once() {
    let reasons = refused(
        r#"{"kind":"trip","date":"2026-02-30","id":"","evidence":"x","colour":"red",
        "legs":[{"mode":"walk","km":"1,5"},{"mode":"rocket","km":-1,"x":1},{"km":1}]}"#,
    );
    let found: Vec<_> = reasons.iter().map(|reason| (reason.code, reason.path.as_ref())).collect();
    assert_eq!(
        found,
        [
            (ReasonCode::BadDate, "date"),
            (ReasonCode::Missing, "id"),
            (ReasonCode::UnknownValue, "evidence"),
            (ReasonCode::NotANumber, "legs[0].km"),
            (ReasonCode::UnknownValue, "legs[1].mode"),
            (ReasonCode::OutOfRange, "legs[1].km"),
            (ReasonCode::UnknownField, "legs[1].x"),
            (ReasonCode::Missing, "legs[2].mode"),
            (ReasonCode::UnknownField, "colour"),
        ]
    );
}

#[test]
fn an_empty_form_names_every_required_field() {
    let missing = |text: &str| {
        let reasons = refused(text);
        assert!(reasons.iter().all(|reason| reason.code == ReasonCode::Missing), "{reasons:#?}");
        reasons.iter().map(|reason| reason.path.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(missing(r#"{"kind":"solar"}"#), ["date", "self_consumed_kwh"]);
    assert_eq!(missing(r#"{"kind":"refuel"}"#), ["date", "litres", "time"]);
    assert_eq!(missing(r#"{"kind":"car_free"}"#), ["date", "hours", "power"]);
    assert_eq!(missing(r#"{"kind":"utility"}"#), ["date", "utility", "start", "end", "baseline_days"]);
    assert_eq!(missing(r#"{"kind":"appliance"}"#), ["date", "appliance"]);
    assert_eq!(missing(r#"{"kind":"purchase"}"#), ["date", "category", "unit", "voc_unit", "basis", "mode"]);
    assert_eq!(missing(r#"{"kind":"action"}"#), ["date", "action"]);
}

#[test]
fn what_is_not_json_says_where() {
    let truncated = only(r#"{"kind":"trip","#);
    assert_eq!((truncated.code, truncated.given.as_deref()), (ReasonCode::Truncated, Some("15")));
    let later = only("{\n\"kind\":\n");
    assert_eq!((later.code, later.given.as_deref()), (ReasonCode::Truncated, Some("3:1")), "a text of several lines");
    assert_eq!(only("{kind:1}").code, ReasonCode::NotJson);
    assert_eq!(only(r#"{"kind":"trip"} {}"#).code, ReasonCode::NotJson);
    assert_eq!(only(&"[".repeat(1000)).code, ReasonCode::NotJson);
    for other in ["[]", "1", "null", r#""trip""#, "true"] {
        assert_eq!(said(other), (ReasonCode::WrongType, String::new()));
    }
}

#[test]
fn an_efficiency_typed_as_a_percentage_is_told_as_the_share_it_is() {
    let boiler = |efficiency: &str| {
        format!(
            r#"{{"kind":"appliance","date":"2026-05-01","appliance":"gas_boiler","annual_m3":1000,"efficiency":"{efficiency}","replaced_efficiency":"0.5"}}"#
        )
    };
    for efficiency in ["0.97", "1", "1.2"] {
        assert!(assessment(&boiler(efficiency)).totals.carbon_mg > 0, "{efficiency}");
    }
    let out_of_range = "不在合理的范围里。";
    for (given, zh, en) in [
        ("97", "97% 请写成 0.97。", "Write 97% as 0.97."),
        ("１００", "100% 请写成 1。", "Write 100% as 1."),
        ("89.5", "89.5% 请写成 0.895。", "Write 89.5% as 0.895."),
        ("120", "120% 请写成 1.2。", "Write 120% as 1.2."),
        ("1.200001", "请填大于 0、不超过 1.2 的数。", "Give more than 0 and at most 1.2."),
        ("120.0001", "请填大于 0、不超过 1.2 的数。", "Give more than 0 and at most 1.2."),
        ("-97", "请填大于 0、不超过 1.2 的数。", "Give more than 0 and at most 1.2."),
    ] {
        let reason = only(&boiler(given));
        assert_eq!((reason.code, reason.path.as_ref()), (ReasonCode::OutOfRange, "efficiency"), "{given}");
        assert_eq!(sentence(&reason, None, Language::Zh), format!("「{given}」{out_of_range}{zh}"));
        assert!(sentence(&reason, None, Language::En).ends_with(en), "{given}");
    }
    for (given, zh) in [("97%", "97% 请写成 0.97。"), ("97 ％", "97% 请写成 0.97。"), ("0.9%", "0.9% 请写成 0.009。")]
    {
        let reason = only(&boiler(given));
        assert_eq!(reason.code, ReasonCode::NotANumber);
        assert_eq!(sentence(&reason, None, Language::Zh), format!("「{given}」不是数字。{zh}"));
    }
    assert!(sentence(&only(&boiler("%")), None, Language::Zh).ends_with("最多 6 位小数。"));
    // Other numbers without a unit are no shares.
    let apf = r#"{"kind":"appliance","date":"2026-05-01","appliance":"air_conditioner","cooling_kw":3,"apf":50,"replaced_apf":3}"#;
    let reason = only(apf);
    assert!(sentence(&reason, None, Language::Zh).ends_with("请填大于 0、不超过 20 的数。"));
}

#[test]
fn a_sentence_writes_its_dates_in_one_form() {
    let walk = |date: &str| only(&format!(r#"{{"kind":"trip","date":"{date}","legs":[{{"mode":"walk","km":1}}]}}"#));
    for (date, zh, en) in [
        (
            "2026-02-30",
            "「2026-02-30」不是日历上的日子，请照 2026-11-21 这样写。请填 2021-01-01 到 2026-11-21 之间的日子。",
            "\u{201c}2026-02-30\u{201d} is no day of the calendar; write it like 2026-11-21. Give a day from 2021-01-01 to 2026-11-21.",
        ),
        (
            "2026-11-22",
            "「2026年11月22日」还没到。请填 2021年1月1日 到 2026年11月21日 之间的日子。",
            "\u{201c}22 November 2026\u{201d} has not come yet. Give a day from 1 January 2021 to 21 November 2026.",
        ),
        (
            "2020-12-31",
            "「2020年12月31日」在开始记账的日子之前。请填 2021年1月1日 到 2026年11月21日 之间的日子。",
            "\u{201c}31 December 2020\u{201d} is before the first day that can be recorded. Give a day from 1 January 2021 to 21 November 2026.",
        ),
    ] {
        assert_eq!(sentence(&walk(date), None, Language::Zh), zh);
        assert_eq!(sentence(&walk(date), None, Language::En), en);
    }
}

//! Numbers: plain decimals in their ranges.

use super::{only, range, said, walk};
use crate::support::{assessed, assessment, today};
use carbon_points::domain::activity::Facts;
use carbon_points::domain::reason::{Accepted, ReasonCode};
use carbon_points::domain::unit::Unit;
use carbon_points::i18n::Language;
use carbon_points::i18n::reason::sentence;

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

//! Days, periods and times.

use super::{only, said};
use crate::support::{assessment, day};
use carbon_points::domain::reason::{Accepted, ReasonCode};
use carbon_points::i18n::Language;
use carbon_points::i18n::reason::sentence;

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

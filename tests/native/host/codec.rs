//! Messages: what is read, and what is refused with which reason.

use carbon_points::domain::reason::ReasonCode;
use carbon_points::host::heard::{Heard, Misheard, Theme, Wanted, read};
use carbon_points::host::{MOST_BYTES, told};
use carbon_points::i18n::Language;
use proptest::prelude::*;

use crate::support::{beijing, day as date};

fn heard(text: &str) -> Heard {
    read(text).expect("one of ours").expect("understood")
}

fn misheard(text: &str) -> Misheard {
    read(text).expect("one of ours").expect_err("not understood")
}

/// Codes with their paths.
fn why(text: &str) -> Vec<(ReasonCode, String)> {
    misheard(text).reasons.into_iter().map(|reason| (reason.code, reason.path.into_owned())).collect()
}

#[test]
fn every_message_of_the_contract_is_read() {
    let all = r#"{"carbonPoints":1,"type":"set","language":"en","theme":"dark","district":"xicheng"}"#;
    let (theme, district) = (Wanted::To(Theme::Dark), Wanted::To("xicheng".to_owned()));
    let expected = Heard::Set { language: Some(Language::En), theme, district };
    assert_eq!(heard(all), expected);
    let nothing = Heard::Set { language: None, theme: Wanted::Same, district: Wanted::Same };
    assert_eq!(heard(r#"{"type":"set","carbonPoints":1}"#), nothing);
    // What a host has asked for it can take back.
    let back = Heard::Set { language: None, theme: Wanted::Back, district: Wanted::Back };
    assert_eq!(heard(r#"{"carbonPoints":1,"type":"set","theme":null,"district":null}"#), back);
    assert_eq!(heard(r#"{"carbonPoints":1,"type":"summary"}"#), Heard::Summary);
    let Heard::Prefill(activity) = heard(r#"{"carbonPoints":1,"type":"prefill","activity":{"kind":"trip"}}"#) else {
        panic!("another message")
    };
    assert_eq!(activity.to_string(), r#"{"kind":"trip"}"#);
}

#[test]
fn what_is_not_ours_is_passed_over() {
    for text in ["", "hello", "{}", "[]", "null", r#"{"type":"set"}"#, r#"{"carbonpoints":1}"#, "{\"a\":"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn what_is_wrong_is_named() {
    let cases = [
        (r#"{"carbonPoints":2,"type":"set"}"#, ReasonCode::UnknownValue, "carbonPoints"),
        (r#"{"carbonPoints":"1","type":"set"}"#, ReasonCode::UnknownValue, "carbonPoints"),
        (r#"{"carbonPoints":1}"#, ReasonCode::Missing, "type"),
        (r#"{"carbonPoints":1,"type":"ready"}"#, ReasonCode::UnknownValue, "type"),
        (r#"{"carbonPoints":1,"type":"set","language":"fr"}"#, ReasonCode::UnknownValue, "language"),
        (r#"{"carbonPoints":1,"type":"set","theme":1}"#, ReasonCode::WrongType, "theme"),
        (r#"{"carbonPoints":1,"type":"set","language":null}"#, ReasonCode::WrongType, "language"),
        (
            r#"{"carbonPoints":1,"type":"set","district":null,"district":"xicheng"}"#,
            ReasonCode::DuplicateField,
            "district",
        ),
        (r#"{"carbonPoints":1,"type":"set","district":"../x"}"#, ReasonCode::UnknownValue, "district"),
        (r#"{"carbonPoints":1,"type":"set","district":"//evil.example"}"#, ReasonCode::UnknownValue, "district"),
        (r#"{"carbonPoints":1,"type":"set","font":20}"#, ReasonCode::UnknownField, "font"),
        (r#"{"carbonPoints":1,"type":"set","theme":"dark","theme":"light"}"#, ReasonCode::DuplicateField, "theme"),
        (r#"{"carbonPoints":1,"type":"summary","to":"all"}"#, ReasonCode::UnknownField, "to"),
        (r#"{"carbonPoints":1,"type":"prefill"}"#, ReasonCode::Missing, "activity"),
        (r#"{"carbonPoints":1,"type":"#, ReasonCode::Truncated, ""),
    ];
    for (text, code, path) in cases {
        assert_eq!(why(text), [(code, path.to_owned())], "{text}");
    }
}

/// 64 KB is read, one byte more is not.
#[test]
fn a_message_has_a_most_size() {
    let begun = r#"{"carbonPoints":1,"type":"prefill","activity":""#;
    let fitting = format!("{begun}{}\"}}", "x".repeat(MOST_BYTES - begun.len() - 2));
    assert_eq!(fitting.len(), 65_536);
    assert!(matches!(heard(&fitting), Heard::Prefill(_)));
    assert_eq!(why(&format!("{fitting} ")), [(ReasonCode::TooLong, String::new())]);
    // Thousands of unknown fields are told of in a few reasons.
    let many: Vec<String> = (0..3000).map(|number| format!(",\"x{number}\":0")).collect();
    let many = many.concat();
    assert_eq!(why(&format!("{{\"carbonPoints\":1,\"type\":\"set\"{many}}}")).len(), 16);
}

#[test]
fn a_problem_says_what_was_given_in_both_languages() {
    let problem = told::problem(&misheard(r#"{"carbonPoints":1,"type":"set","theme":"blue"}"#), Some(beijing()));
    let text = problem.to_string();
    assert!(text.starts_with(r#"{"carbonPoints":1,"type":"problem","of":"set","reasons":[{"code":"unknown_value","path":"theme","given":"blue","zh":"#), "{text}");
    assert!(text.contains("\"en\":\""), "{text}");
}

#[test]
fn what_is_told_has_the_form_of_the_contract() {
    assert_eq!(told::height(812).to_string(), r#"{"carbonPoints":1,"type":"height","px":812}"#);
    assert_eq!(
        told::consent(told::Consent::Asked).to_string(),
        r#"{"carbonPoints":1,"type":"consent","state":"asked"}"#
    );
    let none = carbon_points::domain::ledger::Ledger::default();
    let zero = r#"{"carbon_mg":0,"air":{"voc_mg":0,"nox_mg":0,"upe":0},"points":0}"#;
    assert_eq!(
        told::summary(&none, "1", date("2026-11-21")).to_string(),
        format!(
            r#"{{"carbonPoints":1,"type":"summary","day":"2026-11-21","entries":0,"rulebook":null,"month":{zero},"total":{zero},"balance":0}}"#
        )
    );
}

proptest! {
    /// Whatever is said, reading it ends, and never with a message that was not said.
    #[test]
    fn nothing_that_is_said_harms(text in "\\PC{0,200}") {
        let _ = read(&text);
        let _ = read(&format!("{{\"carbonPoints\":1,\"type\":\"set\",\"theme\":{text}}}"));
    }
}

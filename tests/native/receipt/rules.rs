//! Issuers in a district's rules: read strictly, and kept from one version to the next.

use carbon_points::domain::activity::Kind;
use carbon_points::domain::district::shipped;

use super::PUBLIC;
use crate::support::{beijing, day};

fn rules() -> &'static str {
    shipped("chaoyang").expect("shipped")
}

/// Paths and codes of what is wrong.
fn faults(text: &str) -> Vec<(String, &'static str)> {
    let faults = beijing().with_district(text).expect_err("faults");
    faults.into_iter().map(|fault| (fault.path.clone(), fault.kind.code())).collect()
}

fn only(from: &str, to: &str) -> (String, &'static str) {
    assert!(rules().contains(from), "{from}");
    let mut found = faults(&rules().replacen(from, to, 1));
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn the_example_issuer_is_as_it_stands() {
    let laid = beijing().with_district(rules()).expect("laid");
    let district = laid.district.as_ref().expect("a district");
    let [issuer] = district.issuers.as_slice() else { panic!("{:?}", district.issuers) };
    assert_eq!((issuer.id.as_str(), issuer.public_key.to_string().as_str()), ("demo-issuer", PUBLIC));
    assert_eq!(issuer.kinds, [Kind::Trip, Kind::Utility, Kind::Purchase, Kind::Action]);
    assert_eq!((issuer.valid_from, issuer.valid_to), (day("2026-11-21"), day("2027-12-31")));
    assert!(issuer.label.zh.contains("示例"), "nobody is to take it for somebody");
    // Rules from before there were any have none.
    let (before, _) = rules().split_once(",\n  \"issuers\"").expect("issuers");
    let laid = beijing().with_district(&format!("{before}\n}}")).expect("laid");
    assert_eq!(laid.district.map(|district| district.issuers.len()), Some(0));
}

#[test]
fn each_fault_is_named_with_its_place() {
    let at = |key: &str| format!("issuers[0](demo-issuer).{key}");
    let key = &PUBLIC[..PUBLIC.len()];
    for (from, to, path, code) in [
        (key, &key[2..], at("public_key"), "not_a_key"),
        (key, &key.to_uppercase(), at("public_key"), "not_a_key"),
        (key, "", at("public_key"), "empty"),
        ("\"valid_to\": \"2027-12-31\"", "\"valid_to\": \"2026-11-20\"", at("valid_to"), "ends_earlier"),
        ("\"valid_to\": \"2027-12-31\"", "\"valid_to\": \"2027-02-29\"", at("valid_to"), "bad_date"),
        ("\"valid_from\": \"2026-11-21\"", "\"valid_from\": \"2026-11-20\"", at("valid_from"), "before_published"),
        ("[\"trip\", \"utility\", \"purchase\", \"action\"]", "[]", at("kinds"), "empty"),
        ("[\"trip\", \"utility\", \"purchase\", \"action\"]", "[\"trip\", \"trip\"]", at("kinds[1]"), "duplicate_id"),
        ("\"valid_to\": \"2027-12-31\"", "\"valid_to\": \"2027-12-31\", \"x\": 1", at("x"), "unknown_key"),
        (",\n      \"valid_to\": \"2027-12-31\"", "", at("valid_to"), "missing"),
    ] {
        assert_eq!(only(from, to), (path, code), "{from} → {to}");
    }
    let one_day = rules().replacen("\"valid_to\": \"2027-12-31\"", "\"valid_to\": \"2026-11-21\"", 1);
    assert!(beijing().with_district(&one_day).is_ok(), "one day is a day");
}

/// The issuer as it stands in the file, from brace to brace.
fn entry() -> &'static str {
    let (_, list) = rules().split_once("\"issuers\": [").expect("issuers");
    list.split_once("\n  ]").expect("an end").0
}

#[test]
fn a_key_is_one_issuers_only() {
    let second = entry().replace("\"demo-issuer\"", "\"second\"");
    let found = faults(&rules().replace(entry(), &format!("{},{second}", entry())));
    assert_eq!(found, [("issuers[1](second).public_key".to_owned(), "shared_key")]);
    let twice = faults(&rules().replace(entry(), &format!("{},{}", entry(), entry())));
    assert!(twice.iter().any(|(_, code)| *code == "duplicate_id"), "{twice:?}");
}

#[test]
fn an_issuer_of_the_past_keeps_its_key() {
    let version = |text: &str| text.replacen("\"version\": \"2026.11\"", "\"version\": \"2027.01\"", 1);
    let later = version(rules()).replacen(
        "\"published\": \"2026-11-21\"",
        "\"published\": \"2027-01-01\", \"first_published\": \"2026-11-21\"",
        1,
    );
    let before = beijing().with_district(rules()).expect("laid");
    let rewritten = |text: &str| {
        let found = beijing().with_district(text).expect("laid").rewritten_since(&before);
        found.into_iter().map(|fault| (fault.path.clone(), fault.kind.code())).collect::<Vec<_>>()
    };
    assert_eq!(rewritten(&later), []);
    assert_eq!(rewritten(&later.replacen("2027-12-31", "2027-01-31", 1)), [], "it may end earlier");
    // Another point of the curve: the public key of the private key 1, which is its generator.
    let generator = concat!(
        "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
        "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
    );
    let gone = vec![("issuers(demo-issuer)".to_owned(), "rewritten")];
    assert_eq!(rewritten(&later.replace(PUBLIC, generator)), gone);
    assert_eq!(rewritten(&later.replace(entry(), "")), gone);
    assert_eq!(rewritten(&later.replace("[\"trip\", \"utility\"", "[\"utility\"")), gone);
}

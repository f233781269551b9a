//! Signed receipts: what is signed, by whom, and each way of being refused.

mod command;
mod kept;
mod own_keys;
mod rules;

use carbon_points::answer::signing::{PrivateKey, is_signature, is_signed, is_usable};
use carbon_points::domain::activity::{Evidence, Kind};
use carbon_points::domain::date::Date;
use carbon_points::domain::district::shipped;
use carbon_points::domain::handover::Fault;
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::domain::receipt::{PublicKey, Receipt, Refusal, Statement, Taking, Used, issuer_of, judge};
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::i18n::Language;
use carbon_points::i18n::receipt::refusal;
use proptest::prelude::*;

use crate::support::{beijing, day};

/// RFC 6979, appendix A.2.5: the private key, the public key, and two signatures with SHA-256.
const PRIVATE: &str = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
const PUBLIC: &str = concat!(
    "04",
    "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
    "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
);
const SIGNED: [(&str, &str); 2] = [
    (
        "sample",
        concat!(
            "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716",
            "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
        ),
    ),
    (
        "test",
        concat!(
            "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367",
            "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083",
        ),
    ),
];

/// 2026-11-21 12:00 in Beijing.
pub(crate) const NOON: i64 = 1_795_233_600_000;
const DAY: i64 = 86_400_000;
const METRO: &str = r#"{"kind":"trip","date":"2026-11-20","evidence":"verified","legs":[{"mode":"rail","km":"10"}]}"#;

pub(crate) fn key() -> PrivateKey {
    PrivateKey::parse(PRIVATE).expect("a key")
}

pub(crate) fn chaoyang() -> Rulebook {
    beijing().with_district(shipped("chaoyang").expect("shipped")).expect("laid")
}

pub(crate) fn statement(nonce: &str) -> Statement {
    Statement {
        issuer: "demo-issuer".to_owned(),
        district: Some("chaoyang".to_owned()),
        at: NOON,
        until: Some(day("2026-12-31")),
        nonce: nonce.to_owned(),
        activity: Json::parse(METRO).expect("JSON"),
    }
}

/// Judged as the command line does: with the signature checked by the key of the rules.
fn judged(receipt: &Receipt, rules: &Rulebook, now: i64, used: &Used) -> Result<Kind, Refusal> {
    let signed = issuer_of(&receipt.statement, rules).is_ok_and(|issuer| is_signed(issuer, receipt));
    judge(receipt, signed, &Taking { rules, now, used }).map(|activity| activity.facts.kind())
}

fn at_noon(receipt: &Receipt) -> Result<Kind, Refusal> {
    judged(receipt, &chaoyang(), NOON, &Used::default())
}

fn signed(change: impl FnOnce(&mut Statement)) -> Receipt {
    let mut statement = statement("n1");
    change(&mut statement);
    key().sign(statement)
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let pairs = hexadecimal.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).expect("text"));
    pairs.map(|pair| u8::from_str_radix(pair, 16).expect("digits")).collect()
}

#[test]
fn keys_and_signatures_are_those_of_the_standard() {
    let public = key().public_key().expect("a public key");
    assert_eq!((public.to_string().as_str(), key().secret().as_str()), (PUBLIC, PRIVATE));
    assert_eq!(PublicKey::parse(PUBLIC), Some(public));
    assert!(is_usable(&public));
    for (message, signature) in SIGNED {
        assert_eq!(key().sign_bytes(message.as_bytes()).to_vec(), bytes(signature), "{message}");
        let signature: [u8; 64] = bytes(signature).try_into().expect("64 bytes");
        assert!(is_signature(&public, message.as_bytes(), &signature));
        assert!(!is_signature(&public, b"other", &signature));
        let other = PrivateKey::generate().public_key().expect("a public key");
        assert!(other != public && !is_signature(&other, message.as_bytes(), &signature));
    }
    // A point that is none: the last digit is another.
    let beside = PublicKey::parse(&format!("{}8", &PUBLIC[..129])).expect("well written");
    assert!(!is_usable(&beside) && !is_signature(&beside, b"sample", &[1; 64]));
    for wrong in [&PUBLIC[2..], &PUBLIC.to_uppercase(), &PUBLIC.replacen("04", "02", 1), ""] {
        assert_eq!(PublicKey::parse(wrong), None, "{wrong}");
    }
    assert!(PrivateKey::parse(&"0".repeat(64)).is_none() && PrivateKey::parse(&"f".repeat(64)).is_none());
}

#[test]
fn what_is_signed_is_what_is_documented() {
    let text = |statement: &Statement| String::from_utf8(statement.bytes()).expect("text");
    let activity =
        r#""activity":{"kind":"trip","date":"2026-11-20","evidence":"verified","legs":[{"mode":"rail","km":"10"}]}}"#;
    assert_eq!(
        text(&statement("n1")),
        format!(
            "carbon-points receipt 1\n{{\"issuer\":\"demo-issuer\",\"district\":\"chaoyang\",\"at\":1795233600000,\"until\":\"2026-12-31\",\"nonce\":\"n1\",{activity}"
        )
    );
    let bare = Statement { district: None, until: None, ..statement("n1") };
    assert_eq!(
        text(&bare),
        format!(
            "carbon-points receipt 1\n{{\"issuer\":\"demo-issuer\",\"at\":1795233600000,\"nonce\":\"n1\",{activity}"
        )
    );
}

#[test]
fn a_receipt_of_the_district_is_taken_and_verifies_its_activity() {
    let receipt = signed(|_| {});
    let taking = Taking { rules: &chaoyang(), now: NOON, used: &Used::default() };
    let activity = judge(&receipt, true, &taking).expect("taken");
    assert_eq!((activity.evidence, activity.date), (Evidence::Verified, day("2026-11-20")));
    let text = receipt.pack().expect("short");
    assert!(text.len() < 260, "{}", text.len());
    assert_eq!(Receipt::parse(&text), Ok(receipt));
    // One that is for whichever district knows the issuer.
    assert_eq!(at_noon(&signed(|statement| statement.district = None)), Ok(Kind::Trip));
    assert_eq!(Date::in_beijing(NOON), day("2026-11-21"));
}

#[test]
fn each_way_of_being_wrong_is_refused_for_its_own_reason() {
    let issuer = || "demo-issuer".to_owned();
    let other = PrivateKey::generate().sign(statement("n1"));
    assert_eq!(at_noon(&other), Err(Refusal::Forged { issuer: issuer() }));
    let elsewhere = signed(|statement| statement.district = Some("xicheng".to_owned()));
    let wrong = |here: Option<&str>| {
        let (given, here) = ("xicheng".to_owned(), here.map(str::to_owned));
        Err(Refusal::WrongDistrict { given, here })
    };
    assert_eq!(at_noon(&elsewhere), wrong(Some("chaoyang")));
    assert_eq!(judged(&elsewhere, beijing(), NOON, &Used::default()), wrong(None));
    let stranger = signed(|statement| statement.issuer = "stranger".to_owned());
    assert_eq!(at_noon(&stranger), Err(Refusal::UnknownIssuer { issuer: "stranger".to_owned() }));
    let nowhere = signed(|statement| statement.district = None);
    assert_eq!(judged(&nowhere, beijing(), NOON, &Used::default()), Err(Refusal::UnknownIssuer { issuer: issuer() }));
    let solar = r#"{"kind":"solar","date":"2026-11-20","evidence":"verified","self_consumed_kwh":"3"}"#;
    let solar = signed(|statement| statement.activity = Json::parse(solar).expect("JSON"));
    assert_eq!(at_noon(&solar), Err(Refusal::NotItsKind { issuer: issuer(), kind: Kind::Solar }));
    let tomorrow = METRO.replace("11-20", "11-22");
    let tomorrow = signed(|statement| statement.activity = Json::parse(&tomorrow).expect("JSON"));
    assert!(matches!(at_noon(&tomorrow), Err(Refusal::NotAnActivity(reasons)) if !reasons.is_empty()));
    for odd in [
        METRO.replace(",\"evidence\":\"verified\"", ""),
        METRO.replace("\"10\"", "10"),
        METRO.replace("\"legs\"", "\"note\":\"x\",\"legs\""),
    ] {
        let odd = signed(|statement| statement.activity = Json::parse(&odd).expect("JSON"));
        assert_eq!(at_noon(&odd), Err(Refusal::Damaged(Fault::Line(1))), "written otherwise");
    }
}

/// The example issuer signs from 21 November 2026 to 31 December 2027; the receipt can be taken until 31 December 2026.
#[test]
fn days_are_held_to_on_both_sides() {
    let late = |given: &str, until: &str| Err(Refusal::Expired { given: day(given), until: day(until) });
    let early = |given: &str, from: &str| Err(Refusal::NotYetValid { given: day(given), from: day(from) });
    let outside = |given: &str| {
        let days = [day("2026-11-21"), day("2027-12-31")];
        Err(Refusal::NotInKeyTime { issuer: "demo-issuer".to_owned(), given: day(given), days })
    };
    let at = |at: i64, until: Option<&str>, now: i64| {
        let receipt = signed(|statement| (statement.at, statement.until) = (at, until.map(day)));
        judged(&receipt, &chaoyang(), now, &Used::default())
    };
    // Midnight in Beijing begins 12 hours before noon.
    let first = NOON - DAY / 2;
    assert_eq!(at(first, None, NOON), Ok(Kind::Trip));
    assert_eq!(at(first - 1, None, NOON), outside("2026-11-20"));
    // 2026-12-31 is 40 days after 2026-11-21, and 2027-12-31 is 405.
    let end = |days: i64| first + (days + 1) * DAY - 1;
    assert_eq!(at(NOON, Some("2026-12-31"), end(40)), Ok(Kind::Trip));
    assert_eq!(at(NOON, Some("2026-12-31"), end(40) + 1), late("2027-01-01", "2026-12-31"));
    assert_eq!(at(NOON, None, end(405)), Ok(Kind::Trip));
    assert_eq!(at(NOON, None, end(405) + 1), late("2028-01-01", "2027-12-31"));
    // A key that was lost: its last good day was published, and whoever has it signs on.
    assert_eq!(at(end(405) + 1, None, end(405) + DAY), outside("2028-01-01"));
    assert_eq!(at(end(405), None, end(405)), Ok(Kind::Trip));
    // Ten minutes that a clock may be ahead.
    assert_eq!(at(NOON + 600_000, None, NOON), Ok(Kind::Trip));
    assert_eq!(at(NOON + 600_001, None, NOON), early("2026-11-21", "2026-11-21"));
}

#[test]
fn every_refusal_has_its_own_sentences() {
    let rules = chaoyang();
    let (issuer, given) = (|| "demo-issuer".to_owned(), day("2026-11-21"));
    let all = [
        Refusal::Damaged(Fault::Truncated),
        Refusal::Damaged(Fault::Newer { given: 2, latest: 1 }),
        Refusal::WrongDistrict { given: "xicheng".to_owned(), here: Some("chaoyang".to_owned()) },
        Refusal::WrongDistrict { given: "xicheng".to_owned(), here: None },
        Refusal::UnknownIssuer { issuer: "stranger".to_owned() },
        Refusal::Forged { issuer: issuer() },
        Refusal::NotItsKind { issuer: issuer(), kind: Kind::Solar },
        Refusal::NotInKeyTime { issuer: issuer(), given, days: [day("2026-11-22"), day("2026-11-23")] },
        Refusal::NotYetValid { given, from: day("2026-11-22") },
        Refusal::Expired { given, until: day("2026-11-20") },
        Refusal::Replayed { entry: "A".to_owned() },
        Refusal::NotAnActivity(intake::read(&<Json>::Null, beijing(), given).expect_err("no activity")),
        Refusal::OtherFacts,
    ];
    for language in [Language::Zh, Language::En] {
        let told: std::collections::BTreeSet<_> = all.iter().map(|why| refusal(why, Some(&rules), language)).collect();
        assert_eq!(told.len(), all.len(), "{told:?}");
    }
    let codes: std::collections::BTreeSet<_> = all.iter().map(Refusal::code).collect();
    assert_eq!(codes.len(), 11);
    let forged = refusal(&all[5], Some(&rules), Language::Zh);
    assert!(forged.contains("「示例签发方」"), "{forged}");
    assert!(!forged.contains("记录"), "{forged}: that nothing was recorded is said beside it");
    let elsewhere = refusal(&all[2], Some(&rules), Language::Zh);
    assert_eq!(elsewhere, "这张凭据是给西城区的，现在用的是朝阳区的规则。先换区，才能收。");
    assert_eq!(refusal(&all[9], None, Language::Zh), "这张凭据过期了：最晚2026年11月20日，现在是2026年11月21日。");
    assert_eq!(
        refusal(&all[9], None, Language::En),
        "This receipt has expired: its last day was 20 November 2026, and this is 21 November 2026."
    );
    let unknown = Refusal::WrongDistrict { given: "haidian".to_owned(), here: None };
    assert!(refusal(&unknown, None, Language::En).contains("“haidian”"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// A receipt comes back from its text as it was, and any other letter is noticed before anything is believed.
    #[test]
    fn what_was_packed_comes_back(
        nonce in "[0-9a-f]{20}",
        at in NOON - 400 * DAY..NOON + 400 * DAY,
        until in prop::option::of(0..800_i32),
        place in any::<prop::sample::Index>(),
    ) {
        let receipt = signed(|statement| {
            (statement.nonce, statement.at) = (nonce, at);
            statement.until = until.map(|days| day("2026-01-01").plus_days(days));
        });
        let text = receipt.pack().expect("short");
        prop_assert_eq!(Receipt::parse(&text), Ok(receipt));
        let place = place.index(text.len());
        let other = if text.as_bytes()[place] == b'A' { "B" } else { "A" };
        let mut changed = text;
        changed.replace_range(place..=place, other);
        prop_assert!(Receipt::parse(&changed).is_err());
    }

    /// Whatever is changed in what was signed, or in the signature, it is not signed any more.
    #[test]
    fn anything_altered_is_forged(field in 0..7_usize, place in 0..64_usize, by in 1..=255_u8) {
        let mut receipt = signed(|_| {});
        let statement = &mut receipt.statement;
        match field {
            0 => statement.district = None,
            1 => statement.at += i64::from(by),
            2 => statement.until = None,
            3 => statement.nonce.push('x'),
            4 => statement.activity = Json::parse(&METRO.replace("\"10\"", &format!("\"10{by}\""))).expect("JSON"),
            5 => statement.until = statement.until.map(|until| until.plus_days(i32::from(by))),
            _ => receipt.signature[place] ^= by,
        }
        let used = Used::default();
        let found = judged(&receipt, &chaoyang(), NOON, &used);
        prop_assert_eq!(found, Err(Refusal::Forged { issuer: "demo-issuer".to_owned() }));
    }

    /// Any text at all is survived.
    #[test]
    fn any_text_is_survived(text in "[A-Za-z0-9_-]{0,400}") {
        prop_assert!(Receipt::parse(&text).is_err());
    }
}

//! A file of records that brings a district's rules, and with them keys of its own: whoever made it made them.

use std::fs;
use std::rc::Rc;

use carbon_points::domain::archive::{Here, Plan, json_text, placed, read};
use carbon_points::domain::district::{shipped, without_issuers};
use carbon_points::domain::ledger::{Entry, Ledger};
use carbon_points::domain::receipt::{Receipt, Refusal, Statement, Taking, Used, judge};
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::verify::{AtHand, Cells, verify};

use super::command::{folder, text};
use super::kept::{changed, signed, verified};
use super::{NOON, key, statement};
use crate::cli::run;
use crate::support::{beijing, day};

/// A district that nobody knows, with the key of this test.
fn mall() -> String {
    let text = shipped("chaoyang").expect("shipped").replacen("\"chaoyang\"", "\"mall\"", 1);
    assert!(laid(&text).name().contains("+mall@"), "{}", laid(&text).name());
    text
}

fn laid(text: &str) -> Rulebook {
    beijing().with_district(text).expect("laid")
}

/// A receipt for that district.
fn made(nonce: &str) -> Receipt {
    key().sign(Statement { district: Some("mall".to_owned()), ..statement(nonce) })
}

fn file() -> (Entry, String) {
    let entry = changed(&verified("A", "n1"), |posted| {
        posted.rulebook = laid(&mall()).name();
        posted.receipt = made("n1").pack();
    });
    let file = json_text(std::slice::from_ref(&entry), &[("overlay:mall".to_owned(), mall())]);
    (entry, file)
}

#[test]
fn a_file_proves_nothing_by_its_own_keys() {
    let folder = folder("own-keys");
    let (export, rules) = (folder.join("export.json"), folder.join("mall.json"));
    fs::write(&export, file().1).expect("written");
    fs::write(&rules, mall()).expect("written");
    let told = |more: &[&str]| {
        let output = run(&[&["--verify", text(&export), "--today=2026-11-21"], more].concat(), b"");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (status, said) = told(&[]);
    assert_eq!(status, Some(1), "{said}");
    assert!(said.ends_with("equal: 1 entry, verified without proof: 1, by the file's own rules: 1\n"), "{said}");
    // An auditor who has the rules from the district says so.
    let (status, said) = told(&["--district", text(&rules)]);
    assert_eq!((status, said.lines().last()), (Some(0), Some("equal: 1 entry")), "{said}");
}

#[test]
fn an_import_takes_rules_over_without_their_issuers() {
    let (entry, file) = file();
    let archive = read(&file, beijing()).expect("read");
    let at_hand = |name: &str| Rulebook::built_in(name)?.ok().map(Rc::new);
    let here = |settings| Here {
        settings,
        today: day("2026-11-21"),
        now: NOON,
        is_setting: &|_, _| true,
        rulebooks: &at_hand,
        signed: &signed,
    };
    let plan = Plan::of(&archive, &Ledger::default(), &here(&[]));
    let [(name, taken)] = plan.settings.as_slice() else { panic!("{:?}", plan.settings) };
    assert_eq!(name, "overlay:mall");
    let rules = laid(taken);
    assert_eq!(rules.name(), laid(&mall()).name());
    let district = rules.district.as_ref().expect("a district");
    assert_eq!((district.issuers.len(), district.merchants.len() > 1), (0, true), "the rest is as it was");
    // Once imported it is known, and is not told as another one than the file's.
    let again = Plan::of(&archive, &Ledger::default(), &here(&plan.settings));
    assert_eq!((again.settings.len(), again.kept.len()), (0, 0));
    // A receipt by the key that was left out is not taken; an entry that keeps one is not proven, and not called wrong.
    let taking = Taking { rules: &rules, now: NOON, used: &Used::default() };
    let refusal = judge(&made("n2"), true, &taking);
    assert_eq!(refusal.map(|_| ()), Err(Refusal::UnknownIssuer { issuer: "demo-issuer".to_owned() }));
    let rulebooks = |name: &str| (name == rules.name()).then(|| Rc::new(rules.clone()));
    let report = verify(
        &placed(&json_text(&[entry], &[]), beijing()).expect("read"),
        Cells::default(),
        AtHand { rulebooks: &rulebooks, signed: &signed, today: None },
    );
    assert_eq!((report.equal, report.differences.len(), report.unproven.len()), (1, 0, 1));
}

#[test]
fn what_has_no_issuers_stays_as_it_is() {
    for text in ["", "{", "[]", "{\"id\": \"mall\"}", "\u{feff}{}"] {
        assert_eq!(without_issuers(text), text);
    }
    assert_eq!(without_issuers("{\"issuers\":[1],\"id\":\"x\",\"issuers\":[2]}"), "{\"id\":\"x\"}");
}

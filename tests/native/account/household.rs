//! Several people: each an own account, and lines of the household shared so that the shares add up exactly.

use carbon_points::domain::ledger::account::share;
use carbon_points::domain::ledger::{Entry, Member, Posting};
use proptest::prelude::*;

use super::{entry, ledger, metro, recorded};
use crate::ledger::totals;

const BILL: &str = r#"{"kind":"utility","date":"2026-10-31","utility":"electricity","start":"2026-10-01","end":"2026-10-31","usage":100,"baseline_usage":120,"baseline_days":31}"#;

fn shared(id: &str, json: &str, people: &[&str]) -> Entry {
    let mut entry = entry(id, 0, json);
    if let Posting::Activity(posted) = &mut entry.posting {
        posted.people = people.iter().map(|person| (*person).to_owned()).collect();
    }
    entry
}

#[test]
fn a_bill_is_shared_and_its_shares_add_up() {
    let mut ledger = ledger();
    ledger.post(shared("b", BILL, &["1", "2", "3"])).expect("posted");
    // 20 kWh × 555.4 g = 11 108 g; × 0.5 × 100 points a kilogram = 555.4 → 555 points.
    let of = |person: &str| ledger.account(person).all_time();
    assert_eq!([of("1").points, of("2").points, of("3").points], [185, 185, 185]);
    assert_eq!([of("1").carbon_mg, of("2").carbon_mg, of("3").carbon_mg], [3_702_667, 3_702_667, 3_702_666]);
    assert_eq!(ledger.members().len(), 3);
}

#[test]
fn caps_and_days_are_each_persons_own() {
    let mut ledger = recorded(&[metro("2026-11-03", "50")]);
    ledger.post(shared("2", &metro("2026-11-03", "50"), &["2"])).expect("posted");
    assert_eq!((ledger.account("1").all_time().points, ledger.account("2").all_time().points), (150, 150));
}

#[test]
fn people_are_named_renamed_and_leave() {
    let mut ledger = ledger();
    let named = |id: &str, person: &str, name: Option<&str>| Entry {
        id: id.to_owned(),
        recorded_at: 0,
        posting: Posting::Member { person: person.to_owned(), name: name.map(str::to_owned) },
    };
    let member = |person: &str, name: Option<&str>, left| Member {
        person: person.to_owned(),
        name: name.map(str::to_owned),
        left,
    };
    assert_eq!(ledger.members(), [member("1", None, false)]);
    ledger.post(named("a", "2", Some("小李"))).expect("posted");
    ledger.post(named("b", "1", Some("老李"))).expect("posted");
    assert_eq!(ledger.members(), [member("1", Some("老李"), false), member("2", Some("小李"), false)]);
    ledger.post(named("c", "2", None)).expect("posted");
    assert_eq!(ledger.members()[1], member("2", Some("小李"), true));
    ledger.post(named("d", "2", Some("李想"))).expect("posted");
    assert_eq!(ledger.members()[1], member("2", Some("李想"), false));
}

proptest! {
    #[test]
    fn shares_add_up_and_differ_by_one_at_most(carbon in 0..1_000_000_i64, voc in 0..1_000_i64, points in 0..1_000_i64, people in 1..=9_usize) {
        let whole = totals(carbon, voc, points);
        let parts: Vec<_> = (0..people).map(|place| share(whole, place, people)).collect();
        let sum = parts.iter().fold(totals(0, 0, 0), |sum, part| sum.plus(*part));
        prop_assert_eq!(sum, whole);
        let points = parts.iter().map(|part| part.points);
        prop_assert!(points.clone().max().expect("one") - points.min().expect("one") <= 1);
    }
}

//! What is handed over is worked out again where it arrives, and taken in once.

use std::rc::Rc;

use carbon_points::domain::handover::{Said, arrived};
use carbon_points::domain::ledger::{FIRST_PERSON, Ledger};
use carbon_points::domain::rulebook::Rulebook;

use super::trip;
use crate::support::beijing;

fn at_hand(name: &str) -> Option<Rc<Rulebook>> {
    (name == beijing().name()).then(|| Rc::new(beijing().clone()))
}

#[test]
fn it_is_worked_out_again() {
    let arrival = arrived(vec![trip(1)], FIRST_PERSON, &Ledger::default(), &at_hand);
    let posted = arrival.entries[0].posted().expect("an activity");
    // 12.1 km by metro: 12.1 × (104 − 32) g = 871.2 g.
    assert_eq!(posted.totals.carbon_mg, 871_200);
    assert!(posted.people.is_empty());
    assert_eq!((arrival.by_base, arrival.unknown), (0, 0));
    let arrival = arrived(vec![trip(1)], "somebody", &Ledger::default(), &at_hand);
    assert_eq!(arrival.entries[0].posted().expect("an activity").people, ["somebody"]);
}

#[test]
fn twice_is_once() {
    let first = arrived(vec![trip(1), trip(2)], FIRST_PERSON, &Ledger::default(), &at_hand);
    let mut ledger = Ledger::default();
    ledger.post_all(first.entries.clone());
    // By somebody else, and where its rules are not at hand any more, it is still the entry that is there.
    let again = arrived(vec![trip(1), trip(2)], "somebody", &ledger, &|_| None);
    assert_eq!(again.entries, first.entries);
}

#[test]
fn a_district_that_is_not_at_hand_gives_way_to_its_base() {
    let with = |rulebook: &str| {
        let mut line = trip(1);
        if let Said::Done { rulebook: name, .. } = &mut line.said {
            *name = rulebook.to_owned();
        }
        arrived(vec![line], FIRST_PERSON, &Ledger::default(), &at_hand)
    };
    let base = with(&format!("{}+nowhere@9", beijing().name()));
    assert_eq!((base.entries.len(), base.by_base, base.unknown), (1, 1, 0));
    assert_eq!(base.entries[0].posted().expect("an activity").rulebook, beijing().name());
    let unknown = with("elsewhere@2030.01");
    assert_eq!((unknown.entries.len(), unknown.by_base, unknown.unknown), (0, 0, 1));
}

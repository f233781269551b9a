//! A correction counts where what it corrects did.

use carbon_points::domain::activity::Evidence;
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Limit, Posting};

use super::{at, credited, entry, ledger, metro, reversal};

/// What the page posts for a correction: the reversal, then the entry that stands in.
pub(super) fn correct(ledger: &mut Ledger, old: &str, id: &str, at: i64, json: &str) {
    ledger.post(reversal(&format!("undo {old}"), old)).expect("reversed");
    let mut new = entry(id, at, json);
    if let Posting::Activity(posted) = &mut new.posting {
        posted.corrects = Some(old.to_owned());
    }
    ledger.post(new).expect("posted");
}

const DAY: &str = "2026-10-10";

/// 50 km are 180 points by themselves, 5 km 18; trips of a day earn 150 at most.
#[test]
fn it_keeps_the_place_in_the_day() {
    let mut ledger = super::recorded(&[metro(DAY, "50"), metro(DAY, "50")]);
    assert_eq!((credited(&ledger, "1").0, credited(&ledger, "2").0), (150, 0));
    correct(&mut ledger, "1", "3", at(5), &metro(DAY, "5"));
    assert_eq!(credited(&ledger, "3"), (18, vec![]));
    assert_eq!(credited(&ledger, "2"), (132, vec![(Limit::TripsDaily, 48)]));
    // A correction of the correction, too.
    correct(&mut ledger, "3", "4", at(6), &metro(DAY, "40"));
    assert_eq!((credited(&ledger, "4").0, credited(&ledger, "2").0), (144, 6));
    // On another day, nothing of it was ever there: it comes last.
    ledger.post(entry("5", at(7), &metro("2026-10-11", "50"))).expect("posted");
    correct(&mut ledger, "4", "6", at(8), &metro("2026-10-11", "50"));
    assert_eq!((credited(&ledger, "5").0, credited(&ledger, "6").0, credited(&ledger, "2").0), (150, 0, 150));
}

/// Worked out at once, or one by one, or from a file in which the correction's moment is earlier: the same.
#[test]
fn however_it_was_recorded_it_is_the_same() {
    let mut one = super::recorded(&[metro(DAY, "50"), metro(DAY, "50")]);
    correct(&mut one, "1", "3", -7, &metro(DAY, "5"));
    let mut two = ledger();
    two.post_all(one.entries().iter().map(|entry| Entry::clone(entry)));
    for ledger in [&one, &two, &one.moved_to(super::policy())] {
        assert_eq!((credited(ledger, "3").0, credited(ledger, "2").0), (18, 132));
    }
}

/// What the form says before a correction is saved is what the account says after.
#[test]
fn the_trial_says_so_before() {
    let mut ledger = super::recorded(&[metro(DAY, "50"), metro(DAY, "50")]);
    let again = entry("3", at(5), &metro(DAY, "50"));
    let posted = again.posted().expect("posted");
    assert_eq!(posted.activity.evidence, Evidence::SelfDeclared);
    let people = [FIRST_PERSON.to_owned()];
    let trial = ledger.trial((&posted.activity, posted.totals), &people, FIRST_PERSON, Some("1")).expect("a standing");
    correct(&mut ledger, "1", "3", at(5), &metro(DAY, "50"));
    assert_eq!((trial.points(), credited(&ledger, "3").0, credited(&ledger, "2").0), (150, 150, 0));
}

/// Of two appliances of one serial number and day, the same one counts after a correction that changes nothing.
#[test]
fn a_claim_stays_with_its_entry() {
    let fridge = format!(
        r#"{{"kind":"appliance","date":"{DAY}","appliance":"other","annual_kwh":200,"replaced_annual_kwh":400,"serial":"7"}}"#
    );
    let mut ledger = super::recorded(&[fridge.clone(), fridge.clone()]);
    assert!(super::standing(&ledger, "1").claim.is_none() && super::standing(&ledger, "2").claim.is_some());
    correct(&mut ledger, "1", "3", at(5), &fridge);
    assert!(super::standing(&ledger, "3").claim.is_none());
    assert_eq!(super::standing(&ledger, "2").claim.expect("claimed").of, "3");
}

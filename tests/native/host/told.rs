//! What a host is told of entries: as many as the resident has, and what became of each.

use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Posting};
use carbon_points::host::told;

use crate::ledger::{entry, reversal, totals};
use crate::support::day as date;

fn corrected(id: &str, before: &str) -> Entry {
    let mut made = entry(id, date("2026-11-20"), totals(20, 0, 2));
    if let Posting::Activity(posted) = &mut made.posting {
        posted.corrects = Some(before.to_owned());
    }
    made
}

/// A trip that was corrected once, an entry that was undone, and one more.
fn ledger() -> Ledger {
    let mut ledger = Ledger::default();
    let first = |id| entry(id, date("2026-11-20"), totals(10, 0, 1));
    ledger.post_all([first("a"), reversal("r", "a"), corrected("b", "a"), first("c"), reversal("s", "c"), first("d")]);
    assert_eq!(ledger.entries().len(), 6);
    ledger
}

fn change(person: &str, id: &str) -> Option<String> {
    told::change(&ledger(), person, id).map(|message| message.to_string())
}

#[test]
fn what_was_undone_is_not_counted() {
    assert_eq!(Ledger::default().counting(), 0);
    assert_eq!(ledger().counting(), 2);
    let summary = told::summary(&ledger(), FIRST_PERSON, date("2026-11-21")).to_string();
    assert!(summary.contains(r#""entries":2,"#), "{summary}");
}

/// A host that adds up counts nothing twice: a correction names what it stands in for, an undone entry has a message.
#[test]
fn corrections_and_reversals_name_the_entry() {
    let told = change(FIRST_PERSON, "b").expect("told");
    assert!(
        told.contains(r#""type":"recorded","id":"b""#) && told.ends_with(r#""points":2,"replaces":"a"}"#),
        "{told}"
    );
    let told = change(FIRST_PERSON, "d").expect("told");
    assert!(told.contains(r#""id":"d""#) && !told.contains("replaces"), "{told}");
    let undone = r#"{"carbonPoints":1,"type":"reversed","id":"c"}"#;
    assert_eq!(change(FIRST_PERSON, "c").as_deref(), Some(undone));
    // Neither somebody else's nor what is no activity.
    for (person, id) in [("2", "b"), ("2", "c"), (FIRST_PERSON, "s"), (FIRST_PERSON, "x")] {
        assert_eq!(change(person, id), None, "{person} {id}");
    }
}

/// Corrected into somebody else's entry, it counts no more here, and the host hears that.
#[test]
fn an_entry_that_went_to_another_person_is_reversed_here() {
    let mut ledger = Ledger::default();
    let mut theirs = corrected("b", "a");
    if let Posting::Activity(posted) = &mut theirs.posting {
        posted.people = vec!["2".to_owned()];
    }
    ledger.post_all([entry("a", date("2026-11-20"), totals(10, 0, 1)), reversal("r", "a"), theirs]);
    let told = |person| told::change(&ledger, person, "b").map(|message| message.to_string());
    assert_eq!(told(FIRST_PERSON).as_deref(), Some(r#"{"carbonPoints":1,"type":"reversed","id":"a"}"#));
    let other = told("2").expect("told");
    assert!(other.contains(r#""type":"recorded","id":"b""#), "{other}");
}

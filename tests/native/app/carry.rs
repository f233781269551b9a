//! How far taking records out and in has come, and a ledger that another one replaces.

use std::rc::Rc;

use carbon_points::app::carry::{Carry, Certified, Handed, Stage, Verifying};
use carbon_points::app::snapshot::reopened;
use carbon_points::app::state::{Action, Report};
use carbon_points::app::suggestion;
use carbon_points::domain::activity::Evidence;
use carbon_points::domain::ledger::{FIRST_PERSON, Ledger};
use carbon_points::route::View;

use super::{METRO, posted, start, today, with_entries};

#[test]
fn entries_that_were_taken_out_are_gone() {
    let state = with_entries(vec![posted("a", METRO), posted("b", METRO)]);
    // As the page does it: in the place of what all states show.
    let mut read = Ledger::default();
    read.post_all([posted("a", METRO)]);
    state.ledger.replace(read);
    let after = state.after(Action::Replaced).expect("it changes");
    assert_eq!(after.length, 1);
    let ledger = after.ledger.borrow();
    assert!(ledger.entry("a").is_some() && ledger.entry("b").is_none());
    // 10.5 km by metro: 756 g.
    assert_eq!(ledger.account(FIRST_PERSON).all_time().carbon_mg, 756_000);
}

#[test]
fn how_far_it_has_come_is_kept_while_it_is_on_the_screen() {
    let come = |stage| Action::Carried(Rc::new(Carry { stage, ..Carry::default() }));
    assert!(start().after(come(Stage::Reading)).is_none(), "the screen was left");
    let there = start().after(Action::Navigated(View::Carry)).expect("it changes");
    assert_eq!(there.carry, None);
    let there = there.after(come(Stage::Reading)).expect("it changes");
    assert_eq!(there.carry.as_ref().map(|carry| &carry.stage), Some(&Stage::Reading));
    let imported =
        Action::Posted { entries: vec![posted("a", METRO)], draft: None, report: Report::Imported, then: None };
    let there = there.after(imported).expect("it changes");
    assert!(there.carry.is_some());
    let left = there.after(Action::Navigated(View::Home)).expect("it changes");
    assert_eq!((left.carry, left.report), (None, None));
}

#[test]
fn verifying_goes_on_behind_other_screens_and_takes_nothing_from_them() {
    let begun = || Action::Carried(Rc::new(Carry { verifying: Verifying::Running(1, 2), ..Carry::default() }));
    let there = start().after(Action::Navigated(View::Carry)).and_then(|state| state.after(begun()));
    assert!(there.and_then(|state| state.carry).is_some_and(|carry| carry.verifying == Verifying::Running(1, 2)));
    for view in [View::Take("x".to_owned()), View::Receipt("x".to_owned())] {
        let state = start().after(Action::Navigated(view)).expect("it changes");
        assert!(state.after(begun()).is_none());
        let handed = Some(Handed::default());
        let own = Action::Carried(Rc::new(Carry { handed, stage: Stage::Reading, ..Carry::default() }));
        let reading = state.after(own).expect("its own").after(begun());
        assert!(reading.is_none(), "what it has come to is left alone");
    }
}

#[test]
fn what_is_finished_behind_a_screen_is_not_taken_for_its_own() {
    let stage = |stage| Carry { stage, ..Carry::default() };
    let certified = |text: &str| {
        let text = text.to_owned();
        stage(Stage::Certified(Rc::new(Certified { text, receipt: None, judged: None, failed: false })))
    };
    let handed = |of| Carry { handed: Some(Handed::default()), ..stage(of) };
    let (receipt, take) = (View::Receipt("x".to_owned()), View::Take("x".to_owned()));
    for (carry, own) in [
        (stage(Stage::Done), &[&View::Carry][..]),
        (stage(Stage::Undone), &[&View::Carry]),
        (stage(Stage::Ready), &[&View::Carry]),
        (stage(Stage::Refused(Rc::new([]))), &[&View::Carry]),
        (certified("x"), &[&receipt]),
        (certified("y"), &[]),
        (handed(Stage::Done), &[&take]),
        (stage(Stage::Reading), &[&View::Carry, &receipt]),
        (stage(Stage::Writing), &[&View::Carry, &receipt]),
    ] {
        for view in [&View::Carry, &receipt, &take, &View::Home] {
            assert_eq!(carry.is_of(view), own.contains(&view), "{carry:?} on {view:?}");
        }
    }
}

#[test]
fn what_a_receipt_certified_is_declared_once_it_is_changed_or_done_again() {
    let verified = METRO.replace("\"kind\"", "\"evidence\":\"verified\",\"kind\"");
    let entry = posted("a", &verified);
    let activity = entry.posted().map(|posted| posted.activity.clone()).expect("an activity");
    assert_eq!(activity.evidence, Evidence::Verified);
    let draft = reopened(&activity).expect("a draft").to_json().to_string();
    assert!(!draft.contains("verified"), "{draft}");
    let state = with_entries(vec![entry]);
    let again = suggestion::again(&state.ledger.borrow(), FIRST_PERSON, today(), 4);
    assert_eq!(again.iter().map(|activity| activity.evidence).collect::<Vec<_>>(), [Evidence::SelfDeclared]);
}

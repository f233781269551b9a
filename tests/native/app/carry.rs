//! How far taking records out and in has come, and a ledger that another one replaces.

use std::rc::Rc;

use carbon_points::app::carry::{Carry, Stage};
use carbon_points::app::state::{Action, Report};
use carbon_points::domain::ledger::{FIRST_PERSON, Ledger};
use carbon_points::route::View;

use super::{METRO, posted, start, with_entries};

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
    let elsewhere = start().after(come(Stage::Reading)).expect("a state");
    assert_eq!(elsewhere.carry, None, "the screen was left");
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

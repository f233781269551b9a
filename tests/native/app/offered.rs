//! An act that is offered leads to its form, filled in.

use super::{METRO, offered_there, posted, start, with_entries};
use carbon_points::app::state::{Action, State};
use carbon_points::domain::activity::{Facts, Kind};
use carbon_points::domain::draft::{Draft, Edit};
use carbon_points::insight::Change;
use carbon_points::insight::next::{Because, Offer};
use carbon_points::route::View;
use std::rc::Rc;

fn pressed(state: &State, draft: Draft) -> State {
    let kind = draft.kind;
    let told = state.after(Action::Insight(Change::Offered(Rc::new(draft)))).expect("offered");
    told.after(Action::Navigated(View::Record(kind))).expect("opened")
}

/// The draft of the first offer of that kind.
fn offer(state: &State, kind: Kind) -> Draft {
    let offers = offered_there(state);
    let found = offers.iter().find(|offer| offer.activity.facts.kind() == kind).expect("offered");
    found.draft().expect("a form")
}

fn shown(state: &State, kind: Kind) -> Rc<Draft> {
    state.draft(kind.as_str(), kind)
}

#[test]
fn a_usual_trip_opens_as_it_was_with_the_date_of_today() {
    // Recorded for the three days before.
    let on = |date: &str| METRO.replace("2026-11-20", date);
    let entries = vec![posted("a", METRO), posted("b", &on("2026-11-19")), posted("c", &on("2026-11-18"))];
    let state = with_entries(entries);
    let state = state.after(Action::Navigated(View::Insight)).expect("the charts");
    let usual = offered_there(&state).into_iter().find(Offer::is_usual_trip).expect("a habit");
    let state = pressed(&state, usual.draft().expect("a form"));
    let draft = shown(&state, Kind::Trip);
    assert_eq!((draft.text("legs[0].mode"), draft.text("legs[0].km"), draft.legs()), ("rail", "10.50", 1));
    assert_eq!(draft.text("date"), "2026-11-21");
    // Nothing was typed yet, so another offer takes its place.
    assert!(state.drafts.is_empty());
    let other = pressed(
        &state.after(Action::Navigated(View::Insight)).expect("back"),
        Draft::new(Kind::Trip).with("legs[0].mode", "walk"),
    );
    assert_eq!(shown(&other, Kind::Trip).text("legs[0].mode"), "walk");
}

#[test]
fn an_everyday_action_opens_chosen() {
    let state = start();
    let offers = offered_there(&state);
    let plate = offers
        .iter()
        .find(|offer| matches!(&offer.activity.facts, Facts::Action { action, .. } if action == "clean_plate"));
    let state = pressed(&state, plate.and_then(Offer::draft).expect("offered"));
    let draft = shown(&state, Kind::Action);
    assert_eq!((draft.text("action"), draft.text("count"), draft.text("date")), ("clean_plate", "1", "2026-11-21"));
}

#[test]
fn what_was_begun_is_not_lost() {
    let typed = Edit::Text("legs[0].km".to_owned(), "7".to_owned());
    let state = start().after(Action::Edited("trip".to_owned(), vec![typed])).expect("typed");
    let before = shown(&state, Kind::Trip);
    let state = pressed(&state, Draft::new(Kind::Trip).with("legs[0].mode", "bike").with("legs[0].km", "3"));
    assert_eq!(shown(&state, Kind::Trip), before);
    // Cleared, the form is empty and not the offer's.
    let cleared = state.after(Action::Cleared("trip".to_owned())).expect("cleared");
    assert_eq!(shown(&cleared, Kind::Trip).text("legs[0].km"), "");
}

#[test]
fn an_offer_is_typed_over_cleared_and_left_like_any_form() {
    let bike =
        || Draft::new(Kind::Trip).with("date", "2026-11-21").with("legs[0].mode", "bike").with("legs[0].km", "3");
    let open = pressed(&start(), bike());
    let typed = Edit::Text("legs[0].km".to_owned(), "4".to_owned());
    let typed = open.after(Action::Edited("trip".to_owned(), vec![typed])).expect("typed");
    let draft = shown(&typed, Kind::Trip);
    assert_eq!((draft.text("legs[0].mode"), draft.text("legs[0].km")), ("bike", "4"));
    let kept = typed.after(Action::Navigated(View::Home)).expect("left");
    assert_eq!(shown(&kept, Kind::Trip), draft);
    let cleared = open.after(Action::Cleared("trip".to_owned())).expect("cleared");
    assert_eq!((shown(&cleared, Kind::Trip).text("legs[0].km"), cleared.is_filled("trip")), ("", false));
    let left = open.after(Action::Navigated(View::Home)).expect("left");
    assert_eq!(shown(&left, Kind::Trip).text("legs[0].km"), "");
    // Other forms are as they were.
    assert_eq!(shown(&open, Kind::Action).text("action"), "");
}

#[test]
fn what_was_only_assumed_is_left_to_be_typed() {
    let state = start();
    let bill = offer(&state, Kind::Utility);
    assert_eq!(bill.text("utility"), "electricity");
    for path in ["date", "start", "end", "usage", "baseline_usage", "baseline_days"] {
        assert_eq!(bill.text(path), "", "{path}");
    }
    let car =
        offered_there(&state).into_iter().find(|offer| offer.because == Because::CarFree(false)).expect("offered");
    let car = car.draft().expect("a form");
    assert_eq!((car.text("date"), car.text("hours"), car.text("power")), ("2026-11-21", "24", ""));
    // The period of the bill that is due and its meter, but no reading.
    let september = r#"{"kind":"utility","date":"2026-09-30","utility":"electricity","start":"2026-09-01","end":"2026-09-30","usage":"180","baseline_usage":"200","baseline_days":30}"#;
    let bill = offer(&with_entries(vec![posted("a", september)]), Kind::Utility);
    assert_eq!(
        (bill.text("start"), bill.text("end"), bill.text("usage"), bill.text("date")),
        ("2026-10-01", "2026-10-31", "", "")
    );
}

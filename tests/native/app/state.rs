//! How each fact changes the state.

use super::{BUS, METRO, posted, start, today, with_entries};
use carbon_points::app::state::{Action, EXAMPLE, Keeping, Report, State, Typed, correction_name};
use carbon_points::domain::activity::Kind;
use carbon_points::domain::draft::Edit;
use carbon_points::domain::ledger::{Entry, Policy, Posting};
use carbon_points::i18n::Language;
use carbon_points::route::View;

#[test]
fn what_changes_nothing_is_no_new_state() {
    let state = start();
    assert!(state.after(Action::Navigated(View::Home)).is_none());
    assert!(state.after(Action::Dismissed).is_none());
    assert!(state.after(Action::DayTurned(today())).is_none());
    assert!(state.after(Action::Cleared("trip".to_owned())).is_none());
    assert!(state.after(Action::Reread(Vec::new())).is_none());
    assert!(state.after(Action::Edited("no such form".to_owned(), vec![Edit::AddLeg("walk")])).is_none());
}

/// What stands in the first file knows what a newcomer can do and gives everything else back; what stands in the second
/// knows both.
#[test]
fn a_newcomer_needs_nothing_but_the_first_file() {
    let state = start();
    let typed = || vec![Edit::Text("legs[0].km".to_owned(), "5".to_owned())];
    let begun = state.begun(Action::Edited(EXAMPLE.to_owned(), typed())).expect("known").expect("typed");
    assert_eq!(begun.example().text("legs[0].km"), "5");
    assert_eq!(begun.example(), begun.draft(EXAMPLE, Kind::Trip));
    let after = state.after(Action::Edited(EXAMPLE.to_owned(), typed())).expect("typed");
    assert_eq!(after.example(), begun.example());
    assert!(state.begun(Action::Dismissed).expect("known").is_none());

    let elsewhere = state.begun(Action::Edited("trip".to_owned(), typed()));
    assert!(matches!(elsewhere, Err(Action::Edited(name, edits)) if name == "trip" && edits == typed()));
    let posted = Action::Reread(vec![posted("a", METRO)]);
    assert!(matches!(state.begun(posted), Err(Action::Reread(entries)) if entries.len() == 1));
    assert_eq!(state.ledger.borrow().entries().len(), 0);
}

/// A store that holds something is not open before it was read, so that nobody is taken for a newcomer.
#[test]
fn what_is_kept_is_read_before_anything_is_shown() {
    let state = State::starting(Language::Zh, View::Home, today(), Policy::default());
    let opened = Action::Opened { language: Some(Language::En), size: None, keeping: Keeping::Opening };
    let opened = state.begun(opened).expect("known").expect("opened");
    assert_eq!((opened.keeping, opened.language), (Keeping::Opening, Language::En));
    let entries = vec![posted("a", METRO)];
    let loaded = Action::Loaded { entries, drafts: Vec::new(), keeping: Keeping::OnDevice, aside: false };
    let loaded = opened.after(loaded).expect("read");
    assert_eq!((loaded.keeping, loaded.length), (Keeping::OnDevice, 1));
}

#[test]
fn a_first_visitor_has_an_example_of_ten_kilometres() {
    let draft = start().draft(EXAMPLE, Kind::Trip);
    assert_eq!((draft.text("legs[0].mode"), draft.text("legs[0].km")), ("rail", "10"));
    assert_eq!(draft.text("date"), "2026-11-21");
}

#[test]
fn a_draft_is_kept_until_it_is_posted_or_cleared() {
    let typed = Edit::Text("usage".to_owned(), "180.50".to_owned());
    let state = start().after(Action::Edited("utility".to_owned(), vec![typed])).expect("edited");
    assert_eq!(state.draft("utility", Kind::Utility).text("usage"), "180.50");
    let elsewhere = state.after(Action::Navigated(View::Rules)).expect("navigated");
    assert_eq!(elsewhere.draft("utility", Kind::Utility).text("usage"), "180.50");
    let cleared = elsewhere.after(Action::Cleared("utility".to_owned())).expect("cleared");
    assert_eq!(cleared.draft("utility", Kind::Utility).text("usage"), "");
    let done = Action::Posted {
        entries: vec![posted("a", METRO)],
        draft: Some("utility".to_owned()),
        report: Report::Saved("a".to_owned()),
        then: Some(View::Home),
    };
    let state = elsewhere.after(done).expect("posted");
    assert!(state.drafts.is_empty());
    assert_eq!((state.length, state.saving), (1, false));
}

#[test]
fn a_failed_write_keeps_the_draft_and_says_so() {
    let typed = Edit::Text("usage".to_owned(), "180".to_owned());
    let state = start().after(Action::Edited("utility".to_owned(), vec![typed])).expect("edited");
    let state = state.after(Action::Saving).expect("saving");
    let state = state.after(Action::Reported(Report::WriteFailed(Typed::Kept))).expect("reported");
    assert_eq!(state.draft("utility", Kind::Utility).text("usage"), "180");
    assert_eq!((state.length, state.saving, state.report), (0, false, Some(Report::WriteFailed(Typed::Kept))));
}

#[test]
fn a_correction_opens_with_what_was_recorded() {
    let state = with_entries(vec![posted("a", METRO)]);
    let state = state.after(Action::Navigated(View::Correct("a".to_owned()))).expect("navigated");
    let (name, kind) = state.open_draft().expect("a form is open");
    assert_eq!((name.as_str(), kind), (correction_name("a").as_str(), Kind::Trip));
    let draft = state.draft(&name, kind);
    assert_eq!((draft.text("legs[0].km"), draft.corrects.as_deref()), ("10.50", Some("a")));
    // Once reversed it does not count, so a second correction would count twice.
    let reversal = Entry { id: "r".to_owned(), recorded_at: 1, posting: Posting::Reversal { of: "a".to_owned() } };
    let reversed = state
        .after(Action::Posted {
            entries: vec![reversal],
            draft: None,
            report: Report::Reversed("a".to_owned()),
            then: None,
        })
        .expect("reversed");
    assert!(reversed.open_draft().is_none());
    let state = with_entries(vec![posted("a", METRO)]);
    let missing = state.after(Action::Navigated(View::Correct("zzz".to_owned()))).expect("navigated");
    assert!(missing.open_draft().is_none());
}

#[test]
fn the_same_entry_read_twice_is_one_entry() {
    let state = with_entries(vec![posted("a", METRO)]);
    assert!(state.after(Action::Reread(vec![posted("a", METRO)])).is_none());
    let state = state.after(Action::Reread(vec![posted("a", METRO), posted("b", BUS)])).expect("one more");
    assert_eq!(state.length, 2);
}

#[test]
fn addresses_read_back_as_they_are_written() {
    let mut views = vec![
        View::Home,
        View::Choose,
        View::Ledger,
        View::Rules,
        View::Entry("01ABC".to_owned()),
        View::Correct("01ABC".to_owned()),
        View::Take("A-_9".to_owned()),
        View::Check("A-_9".to_owned()),
        View::Receipt("A-_9".to_owned()),
    ];
    views.extend(Kind::ALL.iter().map(|kind| View::Record(*kind)));
    for view in views {
        assert_eq!(View::from_hash(&view.href()), Some(view.clone()), "{view}");
    }
    for other in
        ["#main", "#/record/flight", "#/entry/a/b", "#/rules/x/y/z", "#/%", "#/check", "#/receipt", "#/receipt/a/b"]
    {
        assert_eq!(View::from_hash(other), None, "{other}");
    }
    assert_eq!(View::from_hash(""), Some(View::Home));
}

#[test]
fn what_was_touched_is_known_until_the_screen_is_left() {
    let text = |path: &str| Edit::Text(path.to_owned(), "1".to_owned());
    let edited = |state: &State, edits| state.after(Action::Edited("purchase".to_owned(), edits)).expect("edited");
    // What follows from a choice was not touched.
    let state = edited(&start(), vec![text("category"), text("basis")]);
    let state = edited(&edited(&state, vec![text("voc")]), vec![text("voc")]);
    assert_eq!(state.touched, ["category", "voc"]);
    assert!(state.after(Action::Cleared("purchase".to_owned())).expect("cleared").touched.is_empty());
    assert!(state.after(Action::Navigated(View::Rules)).expect("navigated").touched.is_empty());
}

#[test]
fn a_new_screen_starts_with_nothing_opened_and_nothing_reported() {
    let state = with_entries(vec![posted("a", METRO)]);
    let opened = state.after(Action::WhyOpened(true)).and_then(|state| state.after(Action::Attempted)).expect("opened");
    let next = opened.after(Action::Navigated(View::Ledger)).expect("navigated");
    assert_eq!((next.why_open, next.attempted, next.report), (false, false, None));
}

#[test]
fn a_saved_form_leads_to_what_it_changed_and_still_reports_it() {
    let state = start().after(Action::Navigated(View::Record(Kind::Trip))).expect("navigated");
    let report = Report::Saved("a".to_owned());
    let done = Action::Posted { entries: vec![posted("a", METRO)], draft: None, report, then: Some(View::Home) };
    let state = state.after(done).expect("posted");
    assert_eq!((state.view, state.report), (View::Home, Some(Report::Saved("a".to_owned()))));
}

#[test]
fn what_is_open_closes_when_it_is_chosen_again() {
    let state = start();
    let opened = state.after(Action::ParameterChosen(3)).expect("opened");
    assert_eq!(opened.opened, Some(3));
    assert_eq!(opened.after(Action::ParameterChosen(3)).expect("closed").opened, None);
    assert_eq!(opened.after(Action::ParameterChosen(4)).expect("another").opened, Some(4));
    assert_eq!(opened.after(Action::Searched("电".to_owned())).expect("searched").opened, None);
}

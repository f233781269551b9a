//! The page's state and its saved form, without a browser.

use carbon_points::app::consequence::consequences;
use carbon_points::app::snapshot;
use carbon_points::app::state::{Action, EXAMPLE, Keeping, Report, Rest, State, correction_name};
use carbon_points::app::suggestion;
use carbon_points::domain::activity::Kind;
use carbon_points::domain::assessment::Verdict;
use carbon_points::domain::date::Date;
use carbon_points::domain::draft::{Draft, Edit};
use carbon_points::domain::json::Json;
use carbon_points::domain::ledger::{Entry, Posted, Posting};
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::{intake, methodology};
use carbon_points::i18n::Language;
use carbon_points::route::View;

fn today() -> Date {
    Date::new(2026, 11, 21).expect("a day")
}

fn rulebook() -> Rulebook {
    Rulebook::beijing().expect("the shipped rulebook loads")
}

fn start() -> State {
    let state = State::starting(Language::Zh, View::Home, today());
    state
        .after(Action::Loaded {
            entries: Vec::new(),
            drafts: Vec::new(),
            language: None,
            keeping: Keeping::OnDevice,
            aside: false,
        })
        .and_then(|state| state.after(Action::Fetched(Rest::Here(snapshot::reopened))))
        .expect("loading changes the state")
}

fn posted(id: &str, json: &str) -> Entry {
    let rulebook = rulebook();
    let activity = intake::read(&Json::parse(json).expect("JSON"), &rulebook, today()).expect("a valid activity");
    let worth = methodology::assess(&activity, &rulebook).expect("assessed");
    Entry {
        id: id.to_owned(),
        recorded_at: 1_795_000_000_000,
        posting: Posting::Activity(Box::new(Posted {
            activity,
            rulebook: rulebook.name(),
            verdict: worth.verdict,
            totals: worth.totals,
            corrects: None,
        })),
    }
}

const METRO: &str = r#"{"kind":"trip","date":"2026-11-20","legs":[{"mode":"rail","km":"10.50"}]}"#;
const BUS: &str = r#"{"kind":"trip","date":"2026-11-20","legs":[{"mode":"bus","km":3}],"note":"<b>雨</b>"}"#;

fn with_entries(entries: Vec<Entry>) -> State {
    start()
        .after(Action::Posted { entries, draft: None, report: Report::Saved("a".to_owned()), then: None })
        .expect("posting changes the state")
}

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
    let state = state.after(Action::Reported(Report::WriteFailed)).expect("reported");
    assert_eq!(state.draft("utility", Kind::Utility).text("usage"), "180");
    assert_eq!((state.length, state.saving, state.report), (0, false, Some(Report::WriteFailed)));
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
fn entries_read_back_as_they_were_saved() {
    let rulebook = rulebook();
    for entry in [
        posted("a", METRO),
        posted("b", BUS),
        Entry { id: "c".to_owned(), recorded_at: 0, posting: Posting::Reversal { of: "a".to_owned() } },
    ] {
        let text = snapshot::entry_text(&entry);
        assert_eq!(snapshot::entry(&text, &rulebook), Some(entry), "{text}");
    }
}

#[test]
fn golden_cases_survive_saving() {
    let rulebook = rulebook();
    for line in include_str!("../golden/cases.jsonl").lines() {
        let case = Json::parse(line).expect("a case");
        let Ok(activity) = intake::read(case.get("input").expect("input"), &rulebook, today()) else { continue };
        let json = activity.to_json();
        assert_eq!(intake::read(&json, &rulebook, today()), Ok(activity.clone()), "{line}");
        // The form opens with it and reads as the same activity.
        let draft = Draft::from_json(&json).expect("a draft");
        assert_eq!(intake::read(&draft.to_json(), &rulebook, today()), Ok(activity), "{line}");
    }
}

#[test]
fn what_is_not_of_this_version_is_not_guessed_at() {
    let rulebook = rulebook();
    let good = snapshot::entry_text(&posted("a", METRO));
    assert!(snapshot::entry(&good, &rulebook).is_some());
    for bad in [
        good.replace("\"v\":1", "\"v\":2"),
        good.replace("\"rail\"", "\"rocket\""),
        good.replace("credited", "doubled"),
        good.replace("\"points\":", "\"punkte\":"),
        good.chars().take(good.chars().count() / 2).collect(),
        String::new(),
        "null".to_owned(),
    ] {
        assert_eq!(snapshot::entry(&bad, &rulebook), None, "{bad}");
    }
}

#[test]
fn drafts_read_back_as_they_were_kept() {
    let mut draft = Draft::new(Kind::Trip).with("date", "2026-1").with("note", "\u{201c}半\u{201d}句");
    draft.edit(Edit::AddLeg(""));
    draft.edit(Edit::Text("legs[0].km".to_owned(), "1.50".to_owned()));
    draft.edit(Edit::Tick("legs[0].replaced_petrol_car".to_owned(), true));
    draft.corrects = Some("a".to_owned());
    assert_eq!(snapshot::draft(&snapshot::draft_text(&draft)), Some(draft));
    assert_eq!(snapshot::draft("{}"), None);
}

#[test]
fn habits_are_offered_again_most_frequent_first_and_dated_today() {
    let state = with_entries(vec![posted("a", METRO), posted("b", METRO), posted("c", BUS)]);
    let ledger = state.ledger.borrow();
    let again = suggestion::again(&ledger, today(), 4);
    assert_eq!(again.len(), 2);
    assert!(again.iter().all(|activity| activity.date == today() && activity.note.is_none()));
    assert_eq!(again.first().map(|activity| &activity.facts), suggestion_facts(METRO).as_ref());
    assert_eq!(
        suggestion::last_trips(&ledger, 1).first().and_then(|legs| legs.first()).map(|leg| leg.km.to_string()),
        Some("3".to_owned())
    );
    assert!(!suggestion::has_bill(&ledger, today()));
}

#[test]
fn a_habit_knows_when_it_was_done_last() {
    let metro_before = METRO.replace("2026-11-20", "2026-11-10");
    let metro_today = METRO.replace("2026-11-20", "2026-11-21");
    let habits = |entries| {
        let state = with_entries(entries);
        let ledger = state.ledger.borrow();
        let habits = suggestion::habits(&ledger, today(), 4);
        let known: Vec<_> = habits.iter().map(|habit| (habit.times, habit.yesterday, habit.today)).collect();
        (known, suggestion::has_trip(&ledger, today()))
    };
    let reversal = Entry { id: "r".to_owned(), recorded_at: 1, posting: Posting::Reversal { of: "d".to_owned() } };
    assert_eq!(habits(vec![]), (vec![], false));
    assert_eq!(habits(vec![posted("a", &metro_before)]), (vec![(1, false, false)], false));
    let three = vec![posted("a", METRO), posted("b", &metro_before), posted("c", BUS)];
    assert_eq!(habits(three), (vec![(2, true, false), (1, true, false)], false));
    assert_eq!(habits(vec![posted("a", METRO), posted("d", &metro_today)]), (vec![(2, true, true)], true));
    // What was reversed was not done.
    assert_eq!(habits(vec![posted("a", METRO), posted("d", &metro_today), reversal]), (vec![(1, true, false)], false));
}

#[test]
fn a_bill_is_due_once_the_one_of_the_month_before_is_missing() {
    let bill = |end: &str| {
        let json = format!(
            r#"{{"kind":"utility","date":"{end}","utility":"gas","start":"{end}","end":"{end}","usage":1,"baseline_usage":2,"baseline_days":1}}"#
        );
        suggestion::has_bill(&with_entries(vec![posted("a", &json)]).ledger.borrow(), today())
    };
    assert_eq!(["2026-11-01", "2026-10-01", "2026-09-30", "2025-11-21"].map(bill), [true, true, false, false]);
}

#[test]
fn a_kilowatt_hour_less_is_worth_what_the_grid_emits_for_it() {
    let rulebook = rulebook();
    let draft = suggestion::one_kilowatt_hour_less(today());
    let activity = intake::read(&draft.to_json(), &rulebook, today()).expect("a valid bill");
    let worth = methodology::assess(&activity, &rulebook).expect("assessed");
    // 0.5554 kg/kWh; half of 55.54 points.
    assert_eq!((worth.totals.carbon_mg, worth.totals.points), (555_400, 28));
}

fn suggestion_facts(json: &str) -> Option<carbon_points::domain::activity::Facts> {
    posted("x", json).posted().map(|posted| {
        assert_eq!(posted.verdict, Verdict::Credited);
        posted.activity.facts.clone()
    })
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
    ];
    views.extend(Kind::ALL.iter().map(|kind| View::Record(*kind)));
    for view in views {
        assert_eq!(View::from_hash(&view.href()), Some(view.clone()), "{view}");
    }
    for other in ["#main", "#/record/flight", "#/entry/a/b", "#/rules/x/y/z", "#/%"] {
        assert_eq!(View::from_hash(other), None, "{other}");
    }
    assert_eq!(View::from_hash(""), Some(View::Home));
}

#[test]
fn choosing_a_product_sets_the_units_its_label_is_written_in() {
    let rulebook = rulebook();
    let draft = Draft::new(Kind::Purchase);
    let chosen = |id: &str| {
        let mut draft = draft.clone();
        let edit = Edit::Text("category".to_owned(), id.to_owned());
        let following = consequences(&edit, &draft, &rulebook);
        draft.edit(edit);
        for edit in following {
            draft.edit(edit);
        }
        ["unit", "voc_unit", "basis", "mode"].map(|path| draft.text(path).to_owned())
    };
    assert_eq!(chosen("interior_wall_coating"), ["L", "g/L", "less_water", "below_limit"]);
    assert_eq!(chosen("putty"), ["kg", "g/kg", "as_supplied", "below_limit"]);
    assert_eq!(chosen("hairspray"), ["g", "percent", "as_supplied", "below_limit"]);
    assert_eq!(chosen("adhesive"), ["L", "g/L", "as_supplied", "technology_switch"]);
    assert_eq!(chosen("no such product"), ["", "", "", ""]);
}

#[test]
fn figures_do_not_follow_to_a_product_measured_otherwise() {
    let rulebook = rulebook();
    let tin = [
        ("amount", "20"),
        ("voc", "10"),
        ("density_kg_per_l", "1.3"),
        ("water_percent", "50"),
        ("displaced_amount", "5"),
    ];
    let after = |first: &str, unit: &str, second: &str| {
        let mut draft = Draft::new(Kind::Purchase);
        let mut choose = |path: &str, id: &str| {
            let edit = Edit::Text(path.to_owned(), id.to_owned());
            for edit in std::iter::once(edit.clone()).chain(consequences(&edit, &draft, &rulebook)) {
                draft.edit(edit);
            }
        };
        choose("category", first);
        choose("unit", unit);
        for (path, text) in tin {
            choose(path, text);
        }
        choose("category", second);
        let left: Vec<String> = tin.iter().map(|(path, _)| draft.text(path).to_owned()).collect();
        (draft.text("unit").to_owned(), left.join(" "))
    };
    let is = |unit: &str, left: &str| (unit.to_owned(), left.to_owned());
    // Both in g/L less water: the tin may be the same, only its name was wrong. What it replaced was another's.
    assert_eq!(after("interior_wall_coating", "L", "exterior_wall_coating"), is("L", "20 10 1.3 50 "));
    assert_eq!(after("interior_wall_coating", "mL", "exterior_wall_coating"), is("mL", "20 10 1.3 50 "));
    // The same unit on another basis; another unit; another unit of the amount too.
    assert_eq!(after("interior_wall_coating", "L", "floor_coating_solvent_free"), is("L", "20    "));
    assert_eq!(after("putty", "kg", "hairspray"), is("kg", "20    "));
    assert_eq!(after("interior_wall_coating", "L", "putty"), is("kg", "    "));
    assert_eq!(after("hairspray", "g", "adhesive"), is("L", "    "));
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
fn choosing_an_action_keeps_only_the_amount_it_is_counted_by() {
    let rulebook = rulebook();
    let follow = |draft: &Draft, action: &str| {
        let edit = Edit::Text("action".to_owned(), action.to_owned());
        let mut changed = draft.clone();
        let following = consequences(&edit, draft, &rulebook);
        changed.edit(edit);
        for edit in following {
            changed.edit(edit);
        }
        changed
    };
    let counted = follow(&Draft::new(Kind::Action).with("kg", "2.5"), "clean_plate");
    assert_eq!((counted.text("count"), counted.text("kg")), ("1", ""));
    let more = follow(&counted.with("count", "3"), "own_bag");
    assert_eq!(more.text("count"), "3", "a number typed in stays");
    let weighed = follow(&more, "clothes_recycling");
    assert_eq!((weighed.text("count"), weighed.text("kg")), ("", ""));
    let other = Edit::Text("note".to_owned(), "x".to_owned());
    assert!(consequences(&other, &weighed, &rulebook).is_empty());
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
    let more = state.after(Action::MoreDays).expect("more");
    assert!(more.days_shown > state.days_shown);
}

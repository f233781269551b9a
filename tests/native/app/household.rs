//! A household on one device: names, whose account is shown, who something is recorded for, and what each one gets.

use carbon_points::app::household::naming::Naming;
use carbon_points::app::household::{choices, may_leave, people, recorded, usual};
use carbon_points::app::snapshot;
use carbon_points::app::state::{Action, Report, State, Typed, correction_name};
use carbon_points::app::suggestion;
use carbon_points::domain::activity::Kind;
use carbon_points::domain::assessment::Totals;
use carbon_points::domain::draft::{Draft, Edit};
use carbon_points::domain::ledger::name::{self, NameFault};
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Member, Posting};
use carbon_points::route::View;
use proptest::prelude::*;

use super::{BUS, METRO, kept_by_the_rules, posted, start, today};

const BILL: &str = r#"{"kind":"utility","date":"2026-10-31","utility":"electricity","start":"2026-10-01","end":"2026-10-31","usage":100,"baseline_usage":120,"baseline_days":31}"#;

fn named(id: &str, person: &str, name: Option<&str>) -> Entry {
    let posting = Posting::Member { person: person.to_owned(), name: name.map(str::to_owned) };
    Entry { id: id.to_owned(), recorded_at: 1_795_000_000_000, posting }
}

fn shared(id: &str, json: &str, people: &[&str]) -> Entry {
    let mut entry = posted(id, json);
    if let Posting::Activity(posted) = &mut entry.posting {
        posted.people = people.iter().map(|person| (*person).to_owned()).collect();
    }
    entry
}

fn after(state: &State, entries: Vec<Entry>) -> State {
    let action = Action::Posted { entries, draft: None, report: Report::HouseholdChanged, then: None };
    state.after(action).expect("posting changes the state")
}

/// 我 and 小李, who is "li".
fn two() -> State {
    after(&start(), vec![named("m1", "li", Some("小李"))])
}

fn switched(state: &State, person: &str) -> State {
    state.after(Action::PersonChosen(person.to_owned())).expect("another person")
}

fn refused(typed: &str, state: &State, person: Option<&str>) -> NameFault {
    let naming = Naming::default().with(person, typed);
    naming.read(person, &state.ledger.borrow()).expect_err("refused")
}

fn taken(typed: &str, state: &State, person: Option<&str>) -> String {
    Naming::default().with(person, typed).read(person, &state.ledger.borrow()).expect("a name")
}

#[test]
fn a_name_has_one_to_twenty_visible_characters() {
    let state = start();
    for nothing in ["", "   ", "\u{3000}", "\u{200b}\u{feff}", "\u{202e}", "\u{3164}", "\u{200d}"] {
        assert_eq!(refused(nothing, &state, None), NameFault::Empty, "{nothing:?}");
    }
    assert_eq!(taken("妈", &state, None), "妈");
    let twenty = "二十个字的名字二十个字的名字二十个字的名";
    assert_eq!(twenty.chars().count(), 20);
    assert_eq!(taken(twenty, &state, None), twenty);
    assert_eq!(refused(&format!("{twenty}字"), &state, None), NameFault::TooLong(21));
    // What is drawn with the letter before it takes no room: a family of four is one picture.
    assert_eq!(taken(&"e\u{301}".repeat(20), &state, None), "e\u{301}".repeat(20));
    let family = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}";
    assert_eq!(taken(family, &state, None), family);
    // But not without end.
    assert!(matches!(refused(&format!("e{}", "\u{301}".repeat(100)), &state, None), NameFault::TooLong(_)));
}

#[test]
fn a_name_is_text_without_what_hides_or_turns_it() {
    let state = start();
    assert_eq!(taken(" 李 \u{a0} 想\t", &state, None), "李 想");
    assert_eq!(taken("\u{202e}<b>雨</b>\u{7}", &state, None), "<b>雨</b>");
    assert_eq!(taken("a \u{200b} b", &state, None), "a b");
}

#[test]
fn nobody_is_called_like_somebody_else() {
    let state = after(&two(), vec![named("m2", "wang", Some("Wang Fang")), named("m3", "wang", None)]);
    assert_eq!(refused("小李", &state, None), NameFault::Taken("小李".to_owned()));
    assert_eq!(refused(" 小李 ", &state, Some(FIRST_PERSON)), NameFault::Taken("小李".to_owned()));
    assert_eq!(refused("ｗａｎｇ FANG", &state, None), NameFault::TakenByOneWhoLeft("Wang Fang".to_owned()));
    // Who began the ledger is shown as 我 or Me before they have a name.
    assert_eq!(refused("我", &state, None), NameFault::Taken("我".to_owned()));
    assert_eq!(refused("me", &state, None), NameFault::Taken("Me".to_owned()));
    // One's own name may be written another way.
    assert_eq!(taken("WANG FANG", &state, Some("wang")), "WANG FANG");
    assert_eq!(taken("我", &state, Some(FIRST_PERSON)), "我");
    let renamed = after(&state, vec![named("m4", FIRST_PERSON, Some("老李"))]);
    assert_eq!(taken("我", &renamed, None), "我");
}

#[test]
fn what_is_typed_as_a_name_is_kept_until_it_is_given_or_the_screen_is_left() {
    let state = start().after(Action::Naming(Naming::default().with(None, "小"))).expect("typed");
    assert_eq!(state.naming.typed(None), "小");
    assert_eq!(state.after(Action::WhyOpened(true)).expect("something else").naming.typed(None), "小");
    assert_eq!(after(&state, vec![named("m", "li", Some("小李"))]).naming, Naming::default());
    assert_eq!(state.after(Action::Navigated(View::Me)).expect("left").naming, Naming::default());
    // What the device did not take is still there.
    assert_eq!(
        state.after(Action::Reported(Report::WriteFailed(Typed::Nothing))).expect("failed").naming.typed(None),
        "小"
    );
    // A reason goes away with the next letter.
    let refused = state.naming.refusing(None, NameFault::Empty);
    assert!(refused.refused.is_some() && refused.clone().with(None, "小李").refused.is_none());
    assert!(refused.renaming(Some(("1".to_owned(), "我".to_owned()))).refused.is_none());
}

#[test]
fn the_person_shown_changes_and_drafts_stay() {
    let typed = Edit::Text("usage".to_owned(), "180.50".to_owned());
    let state = two().after(Action::Edited("utility".to_owned(), vec![typed])).expect("edited");
    assert_eq!(state.person, FIRST_PERSON);
    let state = switched(&state, "li");
    assert_eq!(state.person, "li");
    assert_eq!(state.draft("utility", Kind::Utility).text("usage"), "180.50");
    assert!(state.after(Action::PersonChosen("li".to_owned())).is_none());
    assert!(state.after(Action::PersonChosen("nobody".to_owned())).is_some_and(|state| state.person == FIRST_PERSON));
    assert!(two().after(Action::PersonChosen("nobody".to_owned())).is_none());
}

#[test]
fn who_has_left_is_not_shown_and_keeps_the_account() {
    let state = after(&switched(&two(), "li"), vec![shared("t", METRO, &["li"])]);
    let earned = state.ledger.borrow().account("li").all_time();
    let left = after(&state, vec![named("m2", "li", None)]);
    assert_eq!(left.person, FIRST_PERSON);
    assert!(left.after(Action::PersonChosen("li".to_owned())).is_none());
    assert_eq!(left.ledger.borrow().account("li").all_time(), earned);
    assert!(!earned.is_zero());
    // Another tab may have taken them out, too.
    let reread = state.after(Action::Reread(vec![named("m2", "li", None)])).expect("reread");
    assert_eq!(reread.person, FIRST_PERSON);
    let back = after(&left, vec![named("m3", "li", Some("小李"))]);
    assert_eq!(switched(&back, "li").person, "li");
}

#[test]
fn one_stays_whoever_that_is() {
    let state = two();
    assert!(may_leave(&state.ledger.borrow(), FIRST_PERSON) && may_leave(&state.ledger.borrow(), "li"));
    assert!(!may_leave(&state.ledger.borrow(), "nobody"));
    let state = after(&state, vec![named("m2", FIRST_PERSON, None)]);
    assert_eq!(state.person, "li");
    assert!(!may_leave(&state.ledger.borrow(), "li") && !may_leave(&state.ledger.borrow(), FIRST_PERSON));
    // Two tabs at once may have taken out everybody: the ledger still has somebody to show.
    let nobody = after(&state, vec![named("m3", "li", None)]);
    let first = Member { person: FIRST_PERSON.to_owned(), name: None, left: true };
    assert_eq!((nobody.person.as_str(), nobody.ledger.borrow().present()), (FIRST_PERSON, vec![first]));
}

#[test]
fn what_is_ones_own_is_recorded_for_the_person_shown() {
    let state = two();
    assert_eq!(recorded(people(&state, &Draft::new(Kind::Trip))), Vec::<String>::new());
    assert_eq!(recorded(people(&switched(&state, "li"), &Draft::new(Kind::Trip))), ["li"]);
    assert_eq!(recorded(vec![FIRST_PERSON.to_owned(), "li".to_owned()]), [FIRST_PERSON, "li"]);
    // Alone, even what is the household's is one's own.
    assert_eq!(recorded(people(&start(), &Draft::new(Kind::Utility))), Vec::<String>::new());
}

#[test]
fn what_is_the_households_is_everybodys_until_somebody_chooses_otherwise() {
    let of = |state: &State, kind| people(state, &Draft::new(kind));
    let state = after(&two(), vec![named("m2", "wang", Some("小王"))]);
    for kind in [Kind::Utility, Kind::Appliance, Kind::Solar, Kind::Purchase] {
        assert_eq!(of(&state, kind), [FIRST_PERSON, "li", "wang"]);
        assert_eq!(of(&switched(&state, "li"), kind), [FIRST_PERSON, "li", "wang"]);
    }
    // The last choice holds for its kind,
    let state = after(&state, vec![shared("b", BILL, &["li", "wang"])]);
    assert_eq!(of(&state, Kind::Utility), ["li", "wang"]);
    assert_eq!(of(&state, Kind::Purchase), [FIRST_PERSON, "li", "wang"]);
    // not if it was taken back,
    let reversal = Entry { id: "r".to_owned(), recorded_at: 1, posting: Posting::Reversal { of: "b".to_owned() } };
    assert_eq!(usual(&after(&state, vec![reversal]).ledger.borrow(), Kind::Utility).len(), 3);
    // and not for another household.
    let state = after(&state, vec![named("m3", "chen", Some("小陈"))]);
    assert_eq!(of(&state, Kind::Utility), [FIRST_PERSON, "li", "wang", "chen"]);
    let state = after(&state, vec![shared("b2", BILL, &["li", "wang"]), named("m4", "wang", None)]);
    assert_eq!(of(&state, Kind::Utility), [FIRST_PERSON, "li", "chen"]);
}

#[test]
fn a_draft_keeps_its_people_and_nobody_who_has_left() {
    let chosen = |people: &[&str]| vec![Edit::People(people.iter().map(|person| (*person).to_owned()).collect())];
    let edited = two().after(Action::Edited("utility".to_owned(), chosen(&["li"]))).expect("edited");
    let draft = edited.draft("utility", Kind::Utility);
    assert_eq!(people(&edited, &draft), ["li"]);
    assert_eq!(people(&switched(&edited, "li"), &draft), ["li"]);
    let kept = snapshot::draft(&snapshot::draft_text(&draft)).expect("read back");
    assert_eq!((kept.people.as_deref(), &kept), (Some(&["li".to_owned()][..]), &*draft));
    assert_eq!(snapshot::draft(&snapshot::draft_text(&Draft::new(Kind::Trip))).map(|draft| draft.people), Some(None));
    // All unticked is nobody, which is asked about and not guessed at.
    let nobody = edited.after(Action::Edited("utility".to_owned(), chosen(&[]))).expect("edited");
    assert!(people(&nobody, &nobody.draft("utility", Kind::Utility)).is_empty());
    let left = after(&edited, vec![named("m2", "li", None)]);
    assert!(people(&left, &left.draft("utility", Kind::Utility)).is_empty());
}

#[test]
fn a_correction_opens_with_the_people_of_its_entry() {
    let state = after(&two(), vec![shared("b", BILL, &["li"]), shared("t", METRO, &["li"]), posted("o", BUS)]);
    let draft = |state: &State, id: &str, kind| state.draft(&correction_name(id), kind);
    // Whoever is shown.
    for state in [state.clone(), switched(&state, "li")] {
        assert_eq!(people(&state, &draft(&state, "b", Kind::Utility)), ["li"]);
        assert_eq!(people(&state, &draft(&state, "t", Kind::Trip)), ["li"]);
        assert_eq!(people(&state, &draft(&state, "o", Kind::Trip)), [FIRST_PERSON]);
    }
    // The share of somebody who has left is history and can be put right; it can also be given up.
    let left = after(&state, vec![named("m2", "li", None)]);
    let correction = draft(&left, "b", Kind::Utility);
    assert_eq!(people(&left, &correction), ["li"]);
    let offered: Vec<_> = choices(&left, &correction).into_iter().map(|choice| choice.member.person).collect();
    assert_eq!(offered, [FIRST_PERSON, "li"]);
    let offered: Vec<_> = choices(&left, &Draft::new(Kind::Utility)).into_iter().map(|c| c.member.person).collect();
    assert_eq!(offered, [FIRST_PERSON]);
}

#[test]
fn everybody_repeats_their_own() {
    let state = after(&two(), vec![posted("a", METRO), shared("b", BUS, &["li"])]);
    let ledger = state.ledger.borrow();
    let legs = |person| suggestion::last_trips(&ledger, person, 9).len();
    assert_eq!((legs(FIRST_PERSON), legs("li"), legs("nobody")), (1, 1, 0));
    let again = |person| suggestion::again(&ledger, person, today(), 9).into_iter().map(|act| act.facts);
    assert!(again(FIRST_PERSON).ne(again("li")));
    let first_mode = |state: &State| state.draft("trip", Kind::Trip).text("legs[0].mode").to_owned();
    assert_eq!((first_mode(&state), first_mode(&switched(&state, "li"))), ("rail".to_owned(), "bus".to_owned()));
}

#[test]
fn a_household_bill_is_claimed_once_whoever_records_it_and_a_car_free_day_by_each_person() {
    let state = after(&kept_by_the_rules(), vec![named("m", "li", Some("小李")), shared("b", BILL, &["1", "li"])]);
    let activity = |json| match posted("x", json).posting {
        Posting::Activity(posted) => posted.activity,
        _ => unreachable!("an activity"),
    };
    let ledger = state.ledger.borrow();
    for person in [FIRST_PERSON, "li", "somebody else"] {
        assert_eq!(ledger.claimed(&activity(BILL), person, None).map(|claim| claim.of), Some("b".to_owned()));
    }
    drop(ledger);
    let parked = r#"{"kind":"car_free","date":"2026-11-20","hours":24,"power":"bev"}"#;
    let state = after(&state, vec![shared("c", parked, &["li"])]);
    let ledger = state.ledger.borrow();
    assert!(ledger.claimed(&activity(parked), FIRST_PERSON, None).is_none());
    assert_eq!(ledger.claimed(&activity(parked), "li", None).map(|claim| claim.of), Some("c".to_owned()));
}

/// A bill worth that much, shared by so many, in a household of so many.
fn split(worth: Totals, people: usize) -> State {
    let ids: Vec<String> = (1..=people).map(|place| place.to_string()).collect();
    let mut entry = posted("b", BILL);
    if let Posting::Activity(posted) = &mut entry.posting {
        posted.totals = worth;
        posted.people.clone_from(&ids);
    }
    let joined = ids.iter().skip(1).map(|id| named(&format!("m{id}"), id, Some(id)));
    after(&start(), joined.chain([entry]).collect())
}

#[test]
fn odd_milligrams_and_points_go_to_those_named_first() {
    let mut worth = Totals { carbon_mg: 1_000_001, points: 101, ..Totals::default() };
    worth.air.voc_mg = 7;
    let state = split(worth, 5);
    let ledger = state.ledger.borrow();
    let of = |person| {
        let all = ledger.account(person).all_time();
        (all.carbon_mg, all.air.voc_mg, all.points)
    };
    assert_eq!(of("1"), (200_001, 2, 21));
    assert_eq!(of("2"), (200_000, 2, 20));
    assert_eq!([of("3"), of("4"), of("5")], [(200_000, 1, 20); 3]);
}

proptest! {
    #[test]
    fn the_accounts_of_one_to_five_people_add_up_to_the_entry(carbon in 0..9_999_999_i64, voc in 0..9_999_i64, upe in 0..9_999_i64, points in 0..9_999_i64, people in 1..=5_usize) {
        let mut worth = Totals { carbon_mg: carbon, points, ..Totals::default() };
        (worth.air.voc_mg, worth.air.upe) = (voc, upe);
        let state = split(worth, people);
        let ledger = state.ledger.borrow();
        let members = ledger.members();
        prop_assert_eq!(members.len(), people);
        let sum = members.iter().fold(Totals::default(), |sum, member| sum.plus(ledger.account(&member.person).all_time()));
        prop_assert_eq!(sum, worth);
        let month = members.iter().fold(Totals::default(), |sum, member| sum.plus(ledger.account(&member.person).month((2026, 10))));
        prop_assert_eq!(month, worth);
    }

    #[test]
    fn a_name_that_is_taken_reads_back_as_itself(typed in "\\PC{0,30}") {
        if let Ok(name) = name::read(&typed, []) {
            prop_assert_eq!(name::read(&name, []), Ok(name.clone()));
            prop_assert!(!name.chars().any(char::is_control));
        }
    }
}

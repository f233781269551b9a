//! What the home screen offers next.

use super::{BUS, METRO, posted, rulebook, today, with_entries};
use carbon_points::app::suggestion;
use carbon_points::domain::assessment::Verdict;
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Posting};
use carbon_points::domain::{intake, methodology};

#[test]
fn habits_are_offered_again_most_frequent_first_and_dated_today() {
    let state = with_entries(vec![posted("a", METRO), posted("b", METRO), posted("c", BUS)]);
    let ledger = state.ledger.borrow();
    let again = suggestion::again(&ledger, FIRST_PERSON, today(), 4);
    assert_eq!(again.len(), 2);
    assert!(again.iter().all(|activity| activity.date == today() && activity.note.is_none()));
    assert_eq!(again.first().map(|activity| &activity.facts), suggestion_facts(METRO).as_ref());
    assert_eq!(
        suggestion::last_trips(&ledger, FIRST_PERSON, 1)
            .first()
            .and_then(|legs| legs.first())
            .map(|leg| leg.km.to_string()),
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
        let habits = suggestion::habits(&ledger, FIRST_PERSON, today(), 4);
        let known: Vec<_> = habits.iter().map(|habit| (habit.times, habit.yesterday, habit.today)).collect();
        (known, suggestion::has_trip(&ledger, FIRST_PERSON, today()))
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

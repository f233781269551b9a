//! Goals.

use super::{carbon, ledger, view};
use crate::support::today;
use carbon_points::domain::decimal::Decimal;
use carbon_points::domain::ledger::FIRST_PERSON;
use carbon_points::insight::goal::{Basis, person_of, setting_of, suggestions};
use carbon_points::insight::{Change, Goal, Insight, Measure};
use proptest::prelude::*;

#[test]
fn what_is_left_and_what_is_done_make_the_goal() {
    let goal = Goal::of(Measure::Carbon, 12);
    assert_eq!((goal.whole(), goal.left(0), goal.left(5_200_000)), (12_000_000, 12_000_000, 6_800_000));
    // One milligram short is not reached.
    assert_eq!((goal.left(11_999_999), goal.percent(11_999_999)), (1, 99));
    assert_eq!((goal.left(12_000_000), goal.percent(12_000_000)), (0, 100));
    assert_eq!((goal.left(90_000_000), goal.percent(90_000_000)), (0, 100));
    let points = Goal::of(Measure::Points, 300);
    assert_eq!((points.whole(), points.left(36), points.percent(36)), (300, 264, 12));
}

#[test]
fn a_goal_is_kept_as_a_text_and_anything_else_is_none() {
    for goal in [Goal::of(Measure::Carbon, 1), Goal::of(Measure::Points, Goal::MOST)] {
        assert_eq!(Goal::from_text(&goal.text()), Some(goal));
    }
    assert_eq!(Goal::of(Measure::Carbon, 12).text(), "carbon 12");
    for text in ["", "carbon", "air 3", "carbon 0", "points 10000", "points -1", "carbon 1.5", "carbon 12 kg"] {
        assert_eq!(Goal::from_text(text), None, "{text}");
    }
    assert_eq!((Goal::of(Measure::Points, 0).amount, Goal::of(Measure::Points, 1 << 40).amount), (1, 9_999));
}

#[test]
fn a_goal_is_set_and_dropped() {
    let goal = Some(Goal::of(Measure::Points, 300));
    let set = Insight::default().after(Change::GoalSet(goal), today());
    assert_eq!(set.goal(FIRST_PERSON), goal);
    assert_eq!(set.after(Change::GoalSet(None), today()).goal(FIRST_PERSON), None);
}

#[test]
fn each_person_has_a_goal_of_their_own() {
    let [mine, hers] = [Goal::of(Measure::Points, 300), Goal::of(Measure::Carbon, 12)];
    let kept = [
        ("goal", "points 300"),
        ("goal:p2", "carbon 12"),
        ("goal:p3", ""),
        ("language", "zh-CN"),
        ("goals", "carbon 5"),
    ];
    let changes = kept.iter().filter_map(|(name, text)| Change::kept(name, text));
    let both = changes.fold(Insight::default(), |insight, change| insight.after(change, today()));
    let goals = |insight: &Insight| [FIRST_PERSON, "p2", "p3", "s"].map(|person| insight.goal(person));
    assert_eq!(goals(&both), [Some(mine), Some(hers), None, None]);
    let dropped = both.after(Change::GoalSet(None), today());
    assert_eq!(goals(&dropped), [None, Some(hers), None, None]);
    let changed = both.after(Change::GoalOf("p2".to_owned(), Some(mine)), today());
    assert_eq!(goals(&changed), [Some(mine), Some(mine), None, None]);
}

#[test]
fn the_setting_of_a_goal_says_whose_it_is() {
    // The first person's is the one that was kept before there were others.
    assert_eq!((setting_of(FIRST_PERSON), setting_of("p2")), ("goal".to_owned(), "goal:p2".to_owned()));
    for person in [FIRST_PERSON, "p2", "a:b"] {
        assert_eq!(person_of(&setting_of(person)), Some(person));
    }
    for other in ["", "language", "goal:", "goals", "goalp2", "my goal"] {
        assert_eq!(person_of(other), None, "{other}");
    }
}

#[test]
fn the_stepper_goes_by_round_numbers() {
    assert_eq!(
        [1, 12, 20, 21, 100, 300, 3_000].map(|amount| Goal::of(Measure::Points, amount).step()),
        [1, 1, 1, 1, 5, 20, 200]
    );
}

#[test]
fn suggestions_come_from_complete_months() {
    // This month does not count: it is not over. Three months make 9 kg on average, the best is 12.
    let days = [
        ("2026-07-01", 12_000_000),
        ("2026-08-01", 10_000_000),
        ("2026-09-01", 9_000_000),
        ("2026-10-31", 8_000_000),
        ("2026-11-01", 50_000_000),
    ];
    let own = carbon(&days);
    let account = own.account(FIRST_PERSON);
    let found: Vec<_> = suggestions(&view(&own, today()), &account, Measure::Carbon)
        .into_iter()
        .map(|(goal, basis)| (goal.amount, basis))
        .collect();
    // A tenth more than 9 kg is 9.9 kg, in whole kilograms 10.
    assert_eq!(found, [(9, Basis::Usual), (10, Basis::More), (12, Basis::Best)]);
}

#[test]
fn who_has_no_complete_month_is_offered_rides() {
    let none = ledger(&[]);
    let of = |measure| -> Vec<_> {
        let found = suggestions(&view(&none, today()), &none.account(FIRST_PERSON), measure);
        found.into_iter().map(|(goal, basis)| (goal.amount, basis)).collect()
    };
    // 720 g and 36 points a ride.
    assert_eq!(
        of(Measure::Carbon),
        [(8, Basis::Rides(10, Decimal::from(10))), (15, Basis::Rides(20, Decimal::from(10)))]
    );
    assert_eq!(
        of(Measure::Points),
        [(360, Basis::Rides(10, Decimal::from(10))), (720, Basis::Rides(20, Decimal::from(10)))]
    );
}

proptest! {
    #[test]
    fn left_and_done_never_contradict(amount in 1_i64..=9_999, done in 0_i64..20_000_000_000, points in any::<bool>()) {
        let goal = Goal::of(if points { Measure::Points } else { Measure::Carbon }, amount);
        prop_assert_eq!(goal.left(done) == 0, goal.percent(done) == 100);
        prop_assert_eq!(goal.left(done), (goal.whole() - done).max(0));
        prop_assert!((0..=100).contains(&goal.percent(done)));
    }
}

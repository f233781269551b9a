//! What stands on the desk: questions, outcomes, and whose rules are laid over the built-in ones.

use std::rc::Rc;

use carbon_points::app::state::{Action, State};
use carbon_points::desk::{Desk, Laid, News, Outcome, Question, Rules, Supply, Trouble, Wish, file, kept_under};
use carbon_points::domain::ledger::FIRST_PERSON;
use carbon_points::route::View;

use super::kept_by_the_rules;
use crate::account::{at, entry};
use crate::rewards::rules_of;

fn wish(asked: &str) -> Wish {
    Wish { asked: asked.to_owned(), by_address: false }
}

fn after(state: &State, news: News) -> State {
    state.after(Action::Desk(news.into())).expect("it fits")
}

fn laid(asked: &str) -> News {
    News::Laid(Some((wish(asked), Supply::Fetched)), Rules::new(rules_of("chaoyang")))
}

fn refused(asked: &str, trouble: Trouble) -> News {
    News::Refused(wish(asked), Rc::new(trouble), Rules::new(super::rulebook()))
}

#[test]
fn a_district_is_a_file_named_after_it_and_anything_else_is_an_address() {
    assert_eq!(file("xicheng"), "rulebooks/districts/xicheng.json");
    assert_eq!(file("mall-3_a"), "rulebooks/districts/mall-3_a.json");
    for address in ["rules/mall.json", "../x.json", "https://rules.example/x.json", "//rules.example/x", "XICHENG", "."]
    {
        assert_eq!(file(address), address);
    }
    assert_eq!(kept_under("rules/mall.json"), "overlay:rules/mall.json");
}

#[test]
fn the_accounts_are_kept_by_the_rules_that_are_laid_over() {
    let state = kept_by_the_rules();
    // 10 points, self-declared 5, for an everyday action at Jingkelong; only in Chaoyang.
    let act = r#"{"kind":"action","date":"2026-11-21","action":"own_bag","count":1,"merchant":"jingkelong"}"#;
    state.ledger.borrow_mut().post(entry("a", at(0), act)).expect("posted");
    let balance = |state: &State| state.ledger.borrow().account(FIRST_PERSON).balance(super::today());
    assert_eq!(balance(&state), 0, "0.25 points are rounded to none");
    let waiting = after(&state, News::Awaited(wish("chaoyang")));
    assert_eq!(balance(&waiting), 0);
    let over = after(&waiting, laid("chaoyang"));
    assert_eq!(over.desk.district, Laid::Over(wish("chaoyang"), Supply::Fetched));
    assert_eq!(balance(&over), 5);
    let without = after(&over, News::Laid(None, Rules::new(super::rulebook())));
    assert_eq!((&without.desk.district, balance(&without)), (&Laid::None, 0));
    // Another district that cannot be used leaves none of the one before in use.
    let over = after(&after(&without, News::Awaited(wish("chaoyang"))), laid("chaoyang"));
    let refused = after(&after(&over, News::Awaited(wish("haidian"))), refused("haidian", Trouble::Unreachable));
    assert_eq!(balance(&refused), 0);
}

#[test]
fn rules_that_nobody_waits_for_any_more_change_nothing() {
    let waiting = after(&kept_by_the_rules(), News::Awaited(wish("xicheng")));
    assert!(waiting.after(Action::Desk(laid("chaoyang").into())).is_none());
    let late = refused("chaoyang", Trouble::Unreachable);
    assert!(waiting.after(Action::Desk(late.into())).is_none());
    assert!(kept_by_the_rules().after(Action::Desk(laid("chaoyang").into())).is_none(), "none were asked for");
}

#[test]
fn what_was_refused_is_said_until_it_was_read() {
    let waiting = after(&kept_by_the_rules(), News::Awaited(wish("haidian")));
    let refused = after(&waiting, refused("haidian", Trouble::Status(404)));
    assert_eq!(refused.desk.district, Laid::Refused(wish("haidian"), Rc::new(Trouble::Status(404))));
    let elsewhere = refused.after(Action::Navigated(View::Points)).expect("another screen");
    assert_eq!(elsewhere.desk.district, refused.desk.district, "also on another screen");
    let read = after(&elsewhere, News::Read);
    assert_eq!(read.desk.district, Laid::Passed(wish("haidian")));
    assert_eq!(read.desk.district.wish(), Some(&wish("haidian")), "it is still what was chosen");
}

#[test]
fn a_question_is_answered_or_left() {
    let asked = after(&kept_by_the_rules(), News::Asked(Some(Question::Cancel)));
    assert_eq!(asked.desk.question, Some(Question::Cancel));
    let left = asked.after(Action::Navigated(View::Points)).expect("another screen");
    assert_eq!(left.desk, Desk::default());
    let done = after(&after(&asked, News::Begun), News::Done(Outcome::Cancelled(500)));
    assert_eq!(done.desk, Desk { outcome: Some(Outcome::Cancelled(500)), ..Desk::default() });
    let again = after(&done, News::Asked(Some(Question::Use)));
    assert_eq!((again.desk.question, again.desk.outcome), (Some(Question::Use), None));
}

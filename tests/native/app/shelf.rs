//! The rules of entries that were recorded under another district, or another version of one.

use std::rc::Rc;

use carbon_points::app::state::Action;
use carbon_points::desk::{News, Outcome};
use carbon_points::domain::district::shipped;
use carbon_points::shelf::{MOST_MISSING, Shelf, district_of};

use super::kept_by_the_rules;

const CHAOYANG: &str = "beijing@2026.11+chaoyang@2026.11";

fn text(district: &str) -> String {
    shipped(district).expect("a shipped district").to_owned()
}

/// The shipped Chaoyang as a later version of itself.
fn later_chaoyang() -> String {
    text("chaoyang").replacen("\"version\": \"2026.11\"", "\"version\": \"2026.12\"", 1)
}

fn name_of(shelf: &Shelf, name: &str) -> Option<String> {
    shelf.rules(name).map(|rules| rules.name())
}

#[test]
fn a_name_says_which_district_and_which_version_of_it() {
    assert_eq!(district_of(CHAOYANG), Some(("chaoyang", "2026.11")));
    assert_eq!(district_of("beijing@2026.11"), None);
}

#[test]
fn rules_are_found_by_exactly_their_name() {
    let shelf = Shelf::new(vec![text("xicheng"), text("chaoyang")]);
    for name in ["beijing@2026.11", "beijing@2026.12", CHAOYANG, "beijing@2026.12+xicheng@2026.11"] {
        // Asked twice: the second answer comes from what was found before.
        assert_eq!(name_of(&shelf, name).as_deref(), Some(name));
        assert_eq!(name_of(&shelf, name).as_deref(), Some(name));
    }
    let elsewhere = ["beijing@2031.01", "beijing@2031.01+chaoyang@2026.11", "beijing@2026.11+haidian@2026.11", ""];
    for name in elsewhere.into_iter().chain(["beijing@2026.11+chaoyang@2026.12", "beijing@2026.11+chaoyang"]) {
        assert_eq!(name_of(&shelf, name), None, "{name}");
        assert_eq!(name_of(&shelf, name), None, "{name}");
    }
    assert_eq!(name_of(&Shelf::default(), CHAOYANG), None);
    assert_eq!(name_of(&Shelf::default(), "beijing@2026.12").as_deref(), Some("beijing@2026.12"));
}

#[test]
fn two_versions_of_one_district_stand_side_by_side() {
    let shelf = Shelf::new(vec![later_chaoyang(), text("chaoyang"), "{".to_owned()]);
    for name in [CHAOYANG, "beijing@2026.11+chaoyang@2026.12"] {
        assert_eq!(name_of(&shelf, name).as_deref(), Some(name));
    }
}

#[test]
fn a_reward_is_known_by_any_version_of_its_district() {
    let shelf = Shelf::new(vec![text("xicheng"), later_chaoyang()]);
    assert_eq!(name_of(&shelf, CHAOYANG), None, "to work an entry out, only its own version will do");
    let near = shelf.nearest(CHAOYANG).expect("a version of Chaoyang");
    let district = near.district.as_ref().expect("a district");
    assert_eq!((&*district.id, &*district.version), ("chaoyang", "2026.12"));
    assert!(district.reward("solana_coupon").is_some());
    assert!(shelf.nearest("beijing@2026.11+haidian@2026.11").is_none());
}

#[test]
fn what_is_to_be_fetched_is_each_district_that_is_missing() {
    let shelf = Shelf::new(vec![text("chaoyang")]);
    let names = ["beijing@2026.11", CHAOYANG, "beijing@2026.11+xicheng@2026.11", "beijing@2026.12+xicheng@2026.11"];
    assert_eq!(shelf.missing(names).into_iter().collect::<Vec<_>>(), ["xicheng"]);
    assert!(shelf.missing(["beijing@2031.01", CHAOYANG]).is_empty(), "a base comes with the page, not from a district");
}

/// A file of records names what it likes, and what is missing is fetched: never from an address that it made up.
#[test]
fn only_names_of_districts_are_fetched_and_few_of_them() {
    let shelf = Shelf::default();
    let addresses = ["/logout?", "../private", "https://elsewhere.example/x", "//elsewhere.example", "a b", "", "X"];
    let names: Vec<String> = addresses.iter().map(|address| format!("beijing@2026.11+{address}@1")).collect();
    assert!(shelf.missing(names.iter().map(String::as_str)).is_empty());
    let many: Vec<String> = (0..1_000).map(|place| format!("beijing@2026.11+d{place}@1")).collect();
    assert_eq!(shelf.missing(many.iter().map(String::as_str)).len(), MOST_MISSING);
}

#[test]
fn the_desk_keeps_its_shelf_and_is_not_drawn_again_for_the_same_texts() {
    let shelved = |texts| Action::Desk(News::Shelved(Rc::new(Shelf::new(texts))).into());
    let state = kept_by_the_rules().after(shelved(vec![text("chaoyang")])).expect("a shelf");
    assert!(state.after(shelved(vec![text("chaoyang")])).is_none());
    let done = state.after(Action::Desk(News::Done(Outcome::Used).into())).expect("done");
    assert_eq!(done.desk.shelf, state.desk.shelf);
    assert!(done.after(shelved(Vec::new())).is_some());
}

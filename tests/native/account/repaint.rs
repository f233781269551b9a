//! The repaint of a home counts once in five years; what is bought up to 60 days after the first tin is for the same one.
//!
//! A home of 60 m² with two coats takes 60 × 3.5 × 2 ÷ 10 = 42 litres.

use carbon_points::domain::ledger::{Claim, Entry, FIRST_PERSON, Ledger, Posted, Posting};
use carbon_points::domain::reason::ReasonCode::{self, PaintBeyondArea, RepaintTooSoon};

use super::{at, ledger, reversal, standing};
use crate::support::{assessed, day};

/// Litres of wall paint at 10 g/L, bought on a day.
fn paint(date: &str, litres: &str, more: &str) -> String {
    format!(
        r#"{{"kind":"purchase","date":"{date}","category":"interior_wall_coating","amount":"{litres}","unit":"L","voc":10,"voc_unit":"g/L","basis":"less_water","mode":"below_limit"{more}}}"#
    )
}

const HOME: &str = r#","floor_area_m2":60,"coats":2"#;

/// As [`super::entry`], on a day far enough ahead.
fn entry(id: &str, place: usize, json: &str) -> Entry {
    let (activity, worth) = assessed(json, day("2036-01-01"));
    let posted = Posted {
        activity,
        rulebook: "beijing@2026.11".to_owned(),
        verdict: worth.verdict,
        totals: worth.totals,
        corrects: None,
        people: Vec::new(),
        receipt: None,
    };
    Entry { id: id.to_owned(), recorded_at: at(place), posting: Posting::Activity(Box::new(posted)) }
}

fn recorded(purchases: &[String]) -> Ledger {
    let mut ledger = ledger();
    for (place, json) in purchases.iter().enumerate() {
        ledger.post(entry(&(place + 1).to_string(), place, json)).expect("posted");
    }
    ledger
}

/// Of each entry why it does not count, and which one does.
fn claims(ledger: &Ledger, ids: &[&str]) -> Vec<Option<(ReasonCode, String)>> {
    let claim = |id: &&str| standing(ledger, id).claim.map(|Claim { code, of }| (code, of));
    ids.iter().map(claim).collect()
}

#[expect(clippy::unnecessary_wraps, reason = "it stands where an entry may be claimed or not")]
fn one(code: ReasonCode, of: &str) -> Option<(ReasonCode, String)> {
    Some((code, of.to_owned()))
}

/// What becomes of a second purchase after a first.
fn second(first: &str, second: &str) -> Option<ReasonCode> {
    let ledger = recorded(&[paint(first, "5", ""), paint(second, "5", "")]);
    assert_eq!(claims(&ledger, &["1"]), [None]);
    standing(&ledger, "2").claim.map(|claim| claim.code)
}

#[test]
fn the_same_day_five_years_later_is_another_repaint() {
    assert_eq!(second("2023-03-01", "2028-02-29"), Some(RepaintTooSoon));
    assert_eq!(second("2023-03-01", "2028-03-01"), None);
    // Five years after a 29 February there is none; they are over when that February is.
    assert_eq!(second("2024-02-29", "2029-02-28"), Some(RepaintTooSoon));
    assert_eq!(second("2024-02-29", "2029-03-01"), None);
}

#[test]
fn paint_bought_within_sixty_days_is_for_the_same_repaint() {
    // 1 March and 60 days is 30 April.
    assert_eq!(second("2023-03-01", "2023-03-01"), None);
    assert_eq!(second("2023-03-01", "2023-04-30"), None);
    assert_eq!(second("2023-03-01", "2023-05-01"), Some(RepaintTooSoon));
}

#[test]
fn the_years_go_by_the_first_purchase_that_counts() {
    let days = ["2023-03-01", "2023-04-30", "2023-06-01", "2028-03-01", "2028-04-30", "2028-05-01"];
    let ledger = recorded(&days.map(|day| paint(day, "5", "")));
    let expected = [None, None, one(RepaintTooSoon, "1"), None, None, one(RepaintTooSoon, "4")];
    assert_eq!(claims(&ledger, &["1", "2", "3", "4", "5", "6"]), expected);
}

#[test]
fn the_earlier_by_date_counts_even_if_it_was_recorded_later() {
    let ledger = recorded(&[paint("2023-08-01", "5", ""), paint("2023-03-01", "5", "")]);
    assert_eq!(claims(&ledger, &["1", "2"]), [one(RepaintTooSoon, "2"), None]);
}

#[test]
fn a_reversal_frees_the_next_and_a_correction_moves_the_years() {
    let mut ledger = recorded(&[paint("2023-03-01", "5", ""), paint("2023-08-01", "5", "")]);
    assert_eq!(claims(&ledger, &["2"]), [one(RepaintTooSoon, "1")]);
    ledger.post(reversal("r", "1")).expect("reversed");
    assert_eq!(claims(&ledger, &["2"]), [None]);
    // The first was really bought on 1 July: the second is for the same repaint.
    ledger.post(entry("3", 2, &paint("2023-07-01", "5", ""))).expect("posted");
    assert_eq!(claims(&ledger, &["2", "3"]), [None, None]);
    // Or in 2022.
    ledger.post(entry("4", 3, &paint("2022-11-01", "5", ""))).expect("posted");
    assert_eq!(claims(&ledger, &["2", "3", "4"]), [one(RepaintTooSoon, "4"), one(RepaintTooSoon, "4"), None]);
}

#[test]
fn another_home_and_another_product_are_others() {
    let old = |name: &str| paint("2023-08-01", "5", &format!(r#","dwelling":"{name}""#));
    let ledger = recorded(&[paint("2023-03-01", "5", ""), old("old flat"), old("New flat")]);
    assert_eq!(claims(&ledger, &["1", "2", "3"]), [None, None, None]);
    let later = |name: &str| paint("2024-08-01", "5", &format!(r#","dwelling":"{name}""#));
    let ledger = recorded(&[old("Flat 1"), later("flat　１"), later("flat 2")]);
    assert_eq!(claims(&ledger, &["2", "3"]), [one(RepaintTooSoon, "1"), None], "however it is written");
    let putty = |date| paint(date, "5", "").replace("interior_wall", "exterior_wall");
    let ledger = recorded(&[putty("2023-03-01"), putty("2023-08-01")]);
    assert_eq!(claims(&ledger, &["1", "2"]), [None, None], "outer walls are not a home's");
}

#[test]
fn litres_for_one_repaint_add_up_to_what_the_walls_take() {
    let after = |first: &str, second: &str| {
        let ledger = recorded(&[paint("2023-03-01", first, HOME), paint("2023-03-20", second, HOME)]);
        standing(&ledger, "2").claim.map(|claim| claim.code)
    };
    assert_eq!(after("20", "22"), None);
    assert_eq!(after("20", "22.000001"), Some(PaintBeyondArea));
    // Of the first no more than 42 litres count.
    assert_eq!(after("42", "0.5"), Some(PaintBeyondArea));
    assert_eq!(after("50", "0.5"), Some(PaintBeyondArea));
    // A purchase that does not count takes no room from the next.
    let ledger = recorded(&[
        paint("2023-03-01", "20", HOME),
        paint("2023-03-20", "30", HOME),
        paint("2023-03-21", "22", HOME),
        paint("2023-03-22", "0.1", HOME),
    ]);
    let expected = [None, one(PaintBeyondArea, "1"), None, one(PaintBeyondArea, "1")];
    assert_eq!(claims(&ledger, &["1", "2", "3", "4"]), expected);
}

#[test]
fn one_purchase_that_tells_the_home_tells_it_for_all_of_its_repaint() {
    let ledger = recorded(&[
        paint("2023-03-01", "30", ""),
        paint("2023-03-02", "13", HOME),
        paint("2023-03-03", "12", HOME),
        paint("2023-03-04", "1", ""),
    ]);
    let expected = [None, one(PaintBeyondArea, "1"), None, one(PaintBeyondArea, "1")];
    assert_eq!(claims(&ledger, &["1", "2", "3", "4"]), expected);
    // Who finds that a third coat is needed: 63 litres from then on.
    let third = r#","floor_area_m2":60,"coats":3"#;
    let ledger = recorded(&[paint("2023-03-01", "42", HOME), paint("2023-03-02", "21", third)]);
    assert_eq!(claims(&ledger, &["2"]), [None]);
    // 54.6 kg at 1.3 kg/L are 42 litres.
    let kilograms = |kg: &str| {
        paint("2023-03-02", kg, r#","density_kg_per_l":"1.3","floor_area_m2":60,"coats":4"#)
            .replace(r#""unit":"L""#, r#""unit":"kg""#)
    };
    let with = |kg: &str| recorded(&[paint("2023-03-01", "42", HOME), kilograms(kg)]);
    assert_eq!(claims(&with("54.6"), &["2"]), [None]);
    assert_eq!(claims(&with("54.7"), &["2"]), [one(PaintBeyondArea, "1")]);
}

#[test]
fn paint_that_came_to_nothing_claims_nothing() {
    let limit = paint("2023-03-01", "5", "").replace(r#""voc":10"#, r#""voc":50"#);
    let ledger = recorded(&[limit, paint("2023-08-01", "5", "")]);
    assert_eq!(claims(&ledger, &["1", "2"]), [None, None]);
}

#[test]
fn without_rules_nobody_asks() {
    let mut ledger = Ledger::default();
    for (id, date) in [("1", "2023-03-01"), ("2", "2023-08-01")] {
        ledger.post(entry(id, 0, &paint(date, "5", ""))).expect("posted");
    }
    assert_eq!(claims(&ledger, &["1", "2"]), [None, None]);
}

#[test]
fn before_it_is_recorded_the_page_knows_whichever_comes_first() {
    let ledger = recorded(&[paint("2023-03-01", "40", HOME)]);
    let before = |date: &str, litres: &str, more: &str, replaces: Option<&str>| {
        let activity = assessed(&paint(date, litres, more), day("2036-01-01")).0;
        ledger.claimed(&activity, FIRST_PERSON, replaces).map(|Claim { code, of }| (code, of))
    };
    assert_eq!(before("2023-08-01", "5", HOME, None), one(RepaintTooSoon, "1"));
    assert_eq!(before("2028-03-01", "5", HOME, None), None);
    assert_eq!(before("2023-03-02", "2", HOME, None), None);
    assert_eq!(before("2023-03-02", "2.1", HOME, None), one(PaintBeyondArea, "1"));
    // An earlier one would take the place of the one that is there: 60 days before 1 March is 31 December.
    assert_eq!(before("2022-12-30", "5", "", None), one(RepaintTooSoon, "1"));
    assert_eq!(before("2022-12-31", "2", "", None), None);
    assert_eq!(before("2022-12-31", "2.1", "", None), one(PaintBeyondArea, "1"));
    assert_eq!(before("2023-08-01", "5", HOME, Some("1")), None, "it is being corrected");
}

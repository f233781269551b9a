//! What home and its notice tell about the account.

use carbon_points::app::told::{expiring, full, saved};
use carbon_points::domain::assessment::Totals;
use carbon_points::domain::ledger::{FIRST_PERSON, Ledger, Standing};
use carbon_points::i18n::Language::{En, Zh};

use crate::account::{action, metro, recorded, redemption, trip};
use crate::support::{assessed, day, today};

fn told(acts: &[String], id: &str) -> String {
    saved(&recorded(acts), id, FIRST_PERSON, today(), Zh)
}

#[test]
fn an_entry_that_counts_is_simply_saved() {
    assert_eq!(told(&[metro("2026-11-21", "10")], "1"), "记下了");
    // Verified, 150 points and more, and nothing is withheld.
    assert_eq!(told(&[trip("2026-11-21", &[("rail", "50")], "verified")], "1"), "记下了");
}

#[test]
fn what_was_withheld_is_said_with_the_name_of_the_cap() {
    // 50 km are 180 points, of which 150 a day are left.
    let long = metro("2026-11-21", "50");
    assert_eq!(told(std::slice::from_ref(&long), "1"), "记下了，其中 30 分被「自报出行每天 150 分」扣下。");
    let english = saved(&recorded(&[long]), "1", FIRST_PERSON, today(), En);
    assert_eq!(
        english,
        "Saved: 30 pts of it were withheld by \u{201c}150 points a day for self-declared trips\u{201d}."
    );
}

#[test]
fn an_entry_that_is_claimed_already_says_why_it_counts_for_nothing() {
    let car_free = r#"{"kind":"car_free","date":"2026-11-20","hours":24,"power":"bev"}"#.to_owned();
    let drive = r#"{"kind":"trip","date":"2026-11-20","legs":[{"mode":"bev_car","km":10,"replaced_petrol_car":true}]}"#;
    assert_eq!(told(&[drive.to_owned(), car_free], "2"), "记下了，但当天开过车，不计入。");
    let fridge =
        r#"{"kind":"appliance","date":"2026-11-20","appliance":"other","annual_kwh":9,"replaced_annual_kwh":10}"#;
    assert_eq!(told(&[fridge.to_owned(), fridge.to_owned()], "2"), "记下了，但与记过的那台电器重复，不计入。");
}

#[test]
fn an_entry_of_another_month_says_which_it_went_to() {
    assert_eq!(told(&[metro("2026-10-31", "10")], "1"), "记下了，记到 10 月了。");
    assert_eq!(told(&[metro("2025-11-21", "10")], "1"), "记下了，记到 2025年11月了。");
    assert_eq!(told(&[metro("2026-11-01", "10")], "1"), "记下了");
    assert_eq!(
        told(&[metro("2026-10-31", "50")], "1"),
        "记下了，记到 10 月了，其中 30 分被「自报出行每天 150 分」扣下。"
    );
}

fn tried(ledger: &Ledger, json: &str) -> Standing {
    let (activity, worth) = assessed(json, today());
    ledger.trial((&activity, worth.totals), &[], FIRST_PERSON, None).expect("a standing")
}

#[test]
fn what_the_caps_will_not_pay_is_not_promised() {
    let full_day = recorded(&[metro("2026-11-21", "50")]);
    let ride = tried(&full_day, &metro("2026-11-21", "10"));
    assert_eq!((ride.points(), ride.counted), (0, Totals { carbon_mg: 720_000, ..Totals::default() }));
    assert_eq!(full(&ride, Zh), Some("今天的出行积分已满，只记碳"));
    let partly = tried(&recorded(&[metro("2026-11-21", "40")]), &metro("2026-11-21", "10"));
    assert_eq!((partly.points(), full(&partly, Zh)), (6, None), "144 of 150 are used");
    let plates = recorded(&[action("2026-11-21", "clean_plate", 3)]);
    assert_eq!(full(&tried(&plates, &action("2026-11-21", "clean_plate", 1)), Zh), Some("今天的行动积分已满，只记碳"));
    assert_eq!(full(&Standing::default(), Zh), None, "what is worth no points promises none");
}

#[test]
fn points_that_expire_within_thirty_days_are_told() {
    // 720 points of 2025, valid until 31 December 2026.
    let mut ledger = recorded(&[trip("2025-06-01", &[("rail", "100")], "verified")]);
    let said = |ledger: &Ledger, date: &str| expiring(&ledger.account(FIRST_PERSON), day(date), Zh);
    assert_eq!(said(&ledger, "2026-11-30"), None);
    assert_eq!(said(&ledger, "2026-12-01").as_deref(), Some("720 分 12月31日到期。"));
    assert_eq!(said(&ledger, "2026-12-31").as_deref(), Some("720 分 12月31日到期。"));
    assert_eq!(said(&ledger, "2027-01-01"), None);
    ledger.post(redemption("v", "2026-12-02", 720)).expect("spent");
    assert_eq!(said(&ledger, "2026-12-02"), None, "nothing is left to expire");
}

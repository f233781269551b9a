//! What would add most.

use super::{ledger, metro, view};
use crate::support::{day, today};
use carbon_points::domain::activity::Facts;
use carbon_points::domain::assessment::{Air, Totals};
use carbon_points::domain::date::Date;
use carbon_points::domain::ledger::account::Withheld;
use carbon_points::domain::ledger::{FIRST_PERSON, Ledger, Limit};
use carbon_points::insight::next::{Because, Habit, MOST, Offer, Order, offers};
use proptest::prelude::*;

fn found(ledger: &Ledger, today: Date, order: Order) -> Vec<Offer> {
    let habits = carbon_points::app::suggestion::habits(ledger, FIRST_PERSON, today, 8).into_iter();
    let habits: Vec<Habit> =
        habits.map(|known| Habit { activity: known.activity, times: known.times, today: known.today }).collect();
    offers(&view(ledger, today), &habits, order)
}

/// What each offer is, in a word, with its grams and points.
fn told(offers: &[Offer]) -> Vec<(String, i64, i64)> {
    let word = |offer: &Offer| match &offer.activity.facts {
        Facts::Action { action, .. } => action.clone(),
        Facts::Trip(legs) => format!("{} {}", legs[0].mode.as_str(), legs[0].km),
        other => other.kind().as_str().to_owned(),
    };
    offers.iter().map(|offer| (word(offer), offer.adds.carbon_mg, offer.adds.points)).collect()
}

fn row(word: &str, carbon_mg: i64, points: i64) -> (String, i64, i64) {
    (word.to_owned(), carbon_mg, points)
}

#[test]
fn who_has_recorded_nothing_is_offered_what_the_rulebook_lists() {
    let none = ledger(&[]);
    // Clothes 1.28 kg (64 points, of which the day's cap for actions leaves 50), a kilowatt-hour 555.4 g on a bill as on a label, a clean plate 449 g, and a car-free day: half of 50 points.
    let by_carbon = found(&none, today(), Order::Carbon);
    assert_eq!(
        told(&by_carbon),
        [
            row("clothes_recycling", 1_280_000, 50),
            row("utility", 555_400, 28),
            row("appliance", 555_400, 28),
            row("clean_plate", 449_000, 22),
            row("car_free", 0, 25),
        ]
    );
    // An old appliance handed in is half of 100 points, as many as the clothes, which avoid more; of one reason there are two at most.
    let by_points = found(&none, today(), Order::Points);
    assert_eq!(
        told(&by_points),
        [
            row("clothes_recycling", 1_280_000, 50),
            row("old_appliance_handin", 0, 50),
            row("utility", 555_400, 28),
            row("appliance", 555_400, 28),
            row("car_free", 0, 25),
        ]
    );
    assert!(by_points.iter().any(|offer| matches!(offer.because, Because::FirstBill(_))));
}

/// A metro ride of 10 km on each of these days of November.
fn rides(days: &[u8]) -> Vec<String> {
    days.iter().map(|date| metro(&format!("2026-11-{date:02}"), 10)).collect()
}

fn recorded(acts: &[String]) -> Ledger {
    ledger(&acts.iter().map(String::as_str).collect::<Vec<_>>())
}

fn usual_trips(ledger: &Ledger, today: Date, order: Order) -> Vec<(String, i64, i64)> {
    let offers: Vec<Offer> = found(ledger, today, order).into_iter().filter(Offer::is_usual_trip).collect();
    told(&offers)
}

#[test]
fn what_was_done_today_is_not_offered_again() {
    let before = recorded(&rides(&[18, 19, 20]));
    assert_eq!(usual_trips(&before, today(), Order::Carbon), [row("rail 10", 720_000, 36)]);
    let after = recorded(&rides(&[18, 19, 20, 21]));
    let trips = |offers: &[Offer]| offers.iter().filter(|offer| matches!(offer.activity.facts, Facts::Trip(_))).count();
    assert_eq!(trips(&found(&after, today(), Order::Carbon)), 0);
    assert_eq!(usual_trips(&after, day("2026-11-22"), Order::Carbon).len(), 1, "tomorrow it is open again");
}

#[test]
fn a_trip_is_a_habit_after_three_records_in_thirty_days() {
    let any = |days: &[u8], date: &str| !usual_trips(&recorded(&rides(days)), day(date), Order::Carbon).is_empty();
    assert!(!any(&[19, 20], "2026-11-21"));
    assert!(any(&[18, 19, 20], "2026-11-21"));
    // The 18th is 29 days before 17 December, and 30 before the 18th.
    assert!(any(&[18, 19, 20], "2026-12-17"));
    assert!(!any(&[18, 19, 20], "2026-12-18"));
}

#[test]
fn no_longer_trip_is_offered_for_its_points_and_never_two() {
    let far =
        |days: &[u8]| -> Vec<String> { days.iter().map(|date| metro(&format!("2026-11-{date:02}"), 40)).collect() };
    let near =
        |days: &[u8]| -> Vec<String> { days.iter().map(|date| metro(&format!("2026-11-{date:02}"), 4)).collect() };
    let both = recorded(&[rides(&[15, 16, 17, 18, 20]), far(&[15, 16, 17])].concat());
    for order in [Order::Carbon, Order::Points] {
        // 40 km would be four times the points.
        assert_eq!(usual_trips(&both, today(), order), [row("rail 10", 720_000, 36)]);
    }
    // The usual ride is done: the long one is not offered in its place, a short one that is made often is.
    let done = [rides(&[15, 16, 17, 18, 20, 21]), far(&[15, 16, 17])].concat();
    assert_eq!(usual_trips(&recorded(&done), today(), Order::Points), []);
    let done = [done, near(&[15, 16, 17])].concat();
    assert_eq!(usual_trips(&recorded(&done), today(), Order::Points), [row("rail 4", 288_000, 14)]);
}

#[test]
fn a_usual_trip_comes_last_and_no_domain_fills_the_list() {
    // 40 km by metro are 2.88 kg, more than anything else that is offered.
    let far: Vec<String> = (15..=20).map(|date| metro(&format!("2026-11-{date}"), 40)).collect();
    for order in [Order::Carbon, Order::Points] {
        let offered = found(&recorded(&far), today(), order);
        assert!(!offered.first().expect("something").is_usual_trip());
        for one in &offered {
            let domain = one.activity.facts.kind().domain();
            assert!(offered.iter().filter(|other| other.activity.facts.kind().domain() == domain).count() <= 2);
        }
    }
}

#[test]
fn refuelling_waits_for_the_night_in_the_rewarded_months() {
    // The car was driven on 1 July, so that no car-free day of more points stands before it.
    let at_noon = ledger(&[
        r#"{"kind":"refuel","date":"2026-06-20","litres":30,"time":"12:00"}"#,
        r#"{"kind":"trip","date":"2026-07-01","legs":[{"mode":"bev_car","km":10,"replaced_petrol_car":true}]}"#,
    ]);
    let nights = |ledger: &Ledger, date| {
        let offered = found(ledger, day(date), Order::Points).into_iter();
        offered.filter(|offer| offer.because == Because::Night).map(|offer| offer.adds.carbon_mg).collect::<Vec<_>>()
    };
    assert_eq!(nights(&at_noon, "2026-07-01"), [0]);
    assert!(nights(&at_noon, "2026-11-21").is_empty());
    assert!(nights(&ledger(&[]), "2026-07-01").is_empty(), "who has never refuelled has no petrol car to fill");
}

#[test]
fn the_same_way_by_another_mode_adds_the_difference() {
    let taxi = ledger(&[r#"{"kind":"trip","date":"2026-11-20","legs":[{"mode":"taxi","km":10}]}"#]);
    let instead = |ledger| {
        let offered = found(ledger, today(), Order::Carbon);
        offered.into_iter().find(|offer| matches!(offer.because, Because::Instead(_))).map(|offer| told(&[offer]))
    };
    // 10 km there and back is too far to walk; by bicycle it is 10 × (104 − 8.7) g, and a taxi earns nothing.
    assert_eq!(instead(&taxi), Some(vec![row("bike 10", 953_000, 48)]));
    let rail = ledger(&[&metro("2026-11-20", 10)]);
    assert_eq!(instead(&rail), Some(vec![row("bike 10", 233_000, 12)]));
    // Nobody cycles 40 km there and back for it: 15 is the most that the rulebook's 30 km a day allow.
    let far = ledger(&[&metro("2026-11-20", 40)]);
    assert_eq!(instead(&far), None);
}

#[test]
fn a_cap_that_would_withhold_the_points_is_named() {
    // Three clean plates are 67 points, of which the day's cap leaves 50.
    let full = ledger(&[r#"{"kind":"action","date":"2026-11-21","action":"clean_plate","count":3}"#]);
    let offered = found(&full, today(), Order::Carbon);
    let clothes = offered.iter().find(|offer| told(std::slice::from_ref(offer))[0].0 == "clothes_recycling");
    let clothes = clothes.expect("it still avoids grams");
    assert_eq!((clothes.worth.points, clothes.adds.points, clothes.adds.carbon_mg), (64, 0, 1_280_000));
    assert_eq!(clothes.withheld, [Withheld { limit: Limit::ActionsDaily, points: 64 }]);
    // Awards without grams would add nothing today.
    assert!(told(&offered).iter().all(|(word, ..)| word != "tree_planting" && word != "old_appliance_handin"));
    // Tomorrow clothes and plates are habits or not yet done, worth 50 each; without them the award is 50, too.
    let tomorrow = found(&ledger(&[]), day("2026-11-22"), Order::Points);
    assert!(told(&tomorrow).iter().any(|(word, _, points)| word == "old_appliance_handin" && *points == 50));
}

#[test]
fn last_months_bill_is_due_until_it_is_there() {
    let bill = |start: &str, end: &str| {
        format!(
            r#"{{"kind":"utility","date":"{end}","utility":"electricity","start":"{start}","end":"{end}","usage":200,"baseline_usage":250,"baseline_days":30}}"#
        )
    };
    let september = bill("2026-09-01", "2026-09-30");
    let due = found(&ledger(&[&september]), today(), Order::Carbon);
    assert!(matches!(due[0].because, Because::BillDue(_)), "{due:?}");
    // 31 days: 250 × 31 ÷ 30 less 206.666667 kWh, at 0.5554 kg.
    assert_eq!(due[0].adds.carbon_mg, 28_695_666);
    assert_eq!(due[0].activity.date, day("2026-10-31"));
    let october = bill("2026-10-02", "2026-10-31");
    let there = found(&ledger(&[&september, &october]), today(), Order::Carbon);
    let bills =
        |offers: &[Offer]| offers.iter().filter(|offer| offer.activity.facts.kind().as_str() == "utility").count();
    assert_eq!(bills(&there), 0);
    // One that ends in the middle of the month overlaps the whole month, and a day is billed once.
    let middle = bill("2026-09-16", "2026-10-15");
    assert_eq!(bills(&found(&ledger(&[&middle]), today(), Order::Carbon)), 0);
}

#[test]
fn purchases_are_offered_in_the_ozone_season_only() {
    let season = |date| {
        let offered = found(&ledger(&[]), day(date), Order::Points);
        offered.into_iter().find(|offer| offer.because == Because::Season)
    };
    assert!(["2026-04-30", "2026-10-01"].into_iter().all(|date| season(date).is_none()));
    for date in ["2026-05-01", "2026-09-30"] {
        let offer = season(date).expect("in season");
        // Hairspray may hold 55 %: 550 g a kilogram, ÷ 0.95 kg = 0.578947 equivalents; × 1200 × 1.5 × 0.5 = 521 points.
        assert_eq!((offer.adds.air.voc_mg, offer.adds.air.upe, offer.adds.points), (550_000, 578_947, 521), "{date}");
    }
}

#[test]
fn a_car_that_was_driven_today_did_not_stand() {
    let driven = ledger(&[r#"{"kind":"refuel","date":"2026-11-21","litres":30,"time":"12:00"}"#]);
    assert!(told(&found(&driven, today(), Order::Points)).iter().all(|(word, ..)| word != "car_free"));
    let own = ledger(&[r#"{"kind":"car_free","date":"2026-11-10","hours":24,"power":"petrol","engine_litres":"3.0"}"#]);
    let offered = found(&own, today(), Order::Points);
    let stood = offered.iter().find(|offer| offer.because == Because::CarFree(true)).expect("the own car");
    // 0.7 yuan for an engine above 2.5 litres.
    assert_eq!(stood.adds, Totals { carbon_mg: 0, air: Air::default(), points: 35 });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever was recorded: nothing worthless, no more than there is room for, in order, and what is withheld makes up
    /// the difference.
    #[test]
    fn offers_keep_their_promises(
        acts in prop::collection::vec((1_u8..=21, 0_usize..6, 1_u32..60), 0..30), points in any::<bool>()
    ) {
        let modes = ["walk", "bike", "bus", "rail", "taxi"];
        let json: Vec<String> = acts.iter().map(|(date, what, amount)| match modes.get(*what) {
            Some(mode) => format!(
                r#"{{"kind":"trip","date":"2026-11-{date:02}","legs":[{{"mode":"{mode}","km":{amount}}}]}}"#
            ),
            None => format!(
                r#"{{"kind":"action","date":"2026-11-{date:02}","action":"clean_plate","count":{amount}}}"#
            ),
        }).collect();
        let recorded = ledger(&json.iter().map(String::as_str).collect::<Vec<_>>());
        let order = if points { Order::Points } else { Order::Carbon };
        let offered = found(&recorded, today(), order);
        prop_assert!(offered.len() <= MOST);
        for offer in &offered {
            let Totals { carbon_mg, air, points } = offer.adds;
            prop_assert!(carbon_mg > 0 || points > 0 || air.upe > 0);
            if !matches!(offer.because, Because::Instead(_)) {
                let withheld: i64 = offer.withheld.iter().map(|withheld| withheld.points).sum();
                prop_assert_eq!(points + withheld, offer.worth.points);
                prop_assert_eq!((carbon_mg, air), (offer.worth.carbon_mg, offer.worth.air));
            }
            if let Because::Habit(_) = offer.because {
                let done_today = recorded.recent().any(|posted| {
                    posted.activity.date == today() && posted.activity.facts == offer.activity.facts
                });
                prop_assert!(!done_today);
            }
        }
        let key = |offer: &Offer| if points {
            (!offer.is_usual_trip(), offer.adds.points, offer.adds.carbon_mg)
        } else {
            (!offer.is_usual_trip(), offer.adds.carbon_mg, offer.adds.points)
        };
        prop_assert!(offered.is_sorted_by(|one, other| key(one) >= key(other)));
    }
}

//! What may be claimed once only. The entry that comes first counts, by date and then in order of recording.

use carbon_points::domain::ledger::{Claim, Ledger};
use carbon_points::domain::reason::ReasonCode;

use super::{account, entry, metro, recorded, reversal, standing, trip};
use crate::support::{assessed, today};

fn claim(ledger: &Ledger, id: &str) -> Option<(ReasonCode, String)> {
    let standing = standing(ledger, id);
    if standing.claim.is_some() {
        assert!(standing.counted.is_zero(), "nothing counts of what is claimed twice");
        assert!(!standing.earned.is_zero(), "but what it would have been is known");
    }
    standing.claim.map(|Claim { code, of }| (code, of))
}

fn twice(code: ReasonCode, of: &str) -> (ReasonCode, String) {
    (code, of.to_owned())
}

fn bill(start: &str, end: &str, meter: &str) -> String {
    format!(
        r#"{{"kind":"utility","date":"{end}","utility":"electricity","start":"{start}","end":"{end}","usage":100,"baseline_usage":120,"baseline_days":31,"meter":"{meter}"}}"#
    )
}

fn air_conditioner(date: &str, apf: &str) -> String {
    format!(
        r#"{{"kind":"appliance","date":"{date}","appliance":"air_conditioner","cooling_kw":"3.5","apf":"{apf}","replaced_apf":"3"}}"#
    )
}

fn car_free(date: &str, hours: u32) -> String {
    format!(r#"{{"kind":"car_free","date":"{date}","hours":{hours},"power":"bev"}}"#)
}

fn drive(date: &str) -> String {
    format!(r#"{{"kind":"trip","date":"{date}","legs":[{{"mode":"bev_car","km":10,"replaced_petrol_car":true}}]}}"#)
}

#[test]
fn a_day_of_a_meter_counts_once() {
    let ledger = recorded(&[
        bill("2026-09-01", "2026-09-30", "a"),
        bill("2026-09-30", "2026-10-31", "a"),
        bill("2026-09-30", "2026-10-31", "b"),
        bill("2026-11-01", "2026-11-20", "a"),
    ]);
    assert_eq!(claim(&ledger, "2"), Some(twice(ReasonCode::OverlappingBill, "1")));
    assert_eq!((claim(&ledger, "1"), claim(&ledger, "3"), claim(&ledger, "4")), (None, None, None));
}

#[test]
fn the_earlier_by_date_counts_even_if_it_was_recorded_later() {
    let ledger = recorded(&[bill("2026-09-30", "2026-10-31", "a"), bill("2026-09-01", "2026-09-30", "a")]);
    assert_eq!(claim(&ledger, "1"), Some(twice(ReasonCode::OverlappingBill, "2")));
    assert_eq!(claim(&ledger, "2"), None);
}

#[test]
fn a_reversal_frees_what_was_claimed() {
    let mut ledger = recorded(&[air_conditioner("2026-05-01", "4"), air_conditioner("2026-06-01", "4")]);
    assert_eq!(claim(&ledger, "2"), Some(twice(ReasonCode::SameAppliance, "1")));
    let once = account(&ledger).all_time();
    ledger.post(reversal("r", "1")).expect("reversed");
    assert_eq!(claim(&ledger, "2"), None);
    assert_eq!(account(&ledger).all_time(), once);
    assert_eq!(account(&ledger).month((2026, 5)).points, 0);
}

#[test]
fn another_appliance_is_another_one() {
    let ledger = recorded(&[air_conditioner("2026-05-01", "4"), air_conditioner("2026-05-01", "4.1")]);
    assert_eq!((claim(&ledger, "1"), claim(&ledger, "2")), (None, None));
}

#[test]
fn a_serial_number_tells_appliances_apart() {
    let numbered = |apf: &str, serial: &str| {
        air_conditioner("2026-05-01", apf).replace('}', &format!(r#","serial":"{serial}"}}"#))
    };
    let second = |first: String, second: String| claim(&recorded(&[first, second]), "2");
    let same = Some(twice(ReasonCode::SameAppliance, "1"));
    assert_eq!(second(numbered("4", "A1"), numbered("4", "A1")), same);
    assert_eq!(second(numbered("4.1", "A1"), numbered("4", "A1")), same, "whatever the figures");
    assert_eq!(second(numbered("4", "A 1b"), numbered("4", "a１B")), same);
    assert_eq!(second(numbered("4", "A1"), numbered("4", "A2")), None);
    assert_eq!(second(air_conditioner("2026-05-01", "4"), air_conditioner("2026-05-02", "4")), same);
    // The page asks for the number of the second; with it, it is another one.
    assert_eq!(second(air_conditioner("2026-05-01", "4"), numbered("4", "A2")), None);
}

#[test]
fn figures_are_the_same_however_they_were_typed() {
    let fridge = |new: &str, old: &str| {
        format!(
            r#"{{"kind":"appliance","date":"2026-05-01","appliance":"other","annual_kwh":{new},"replaced_annual_kwh":"{old}"}}"#
        )
    };
    let ledger = recorded(&[fridge("200", "400"), fridge("200.0", "400.00"), fridge("200.1", "400")]);
    assert_eq!(claim(&ledger, "2"), Some(twice(ReasonCode::SameAppliance, "1")));
    assert_eq!(claim(&ledger, "3"), None);
}

#[test]
fn on_one_day_the_claim_that_is_worth_more_counts() {
    // 0.7 yuan × 100 × 0.5 = 35 points, and 0.2 × 100 × 0.5 = 10.
    let petrol = r#"{"kind":"car_free","date":"2026-11-03","hours":24,"power":"petrol","engine_litres":3}"#.to_owned();
    for both in [[petrol.clone(), car_free("2026-11-03", 24)], [car_free("2026-11-03", 24), petrol]] {
        assert_eq!(account(&recorded(&both)).all_time().points, 35);
    }
}

#[test]
fn a_long_row_of_claims_is_looked_at_where_something_changed() {
    // Each has a day in common with the next, so every other one counts; without the first it is the others' turn.
    let two_days = |day: u8| car_free(&format!("2026-03-{day:02}"), 48);
    let days: Vec<String> = (1..=20).map(two_days).collect();
    let mut ledger = recorded(&days);
    let counting = |ledger: &Ledger| -> Vec<u8> {
        (2..=20).filter(|place: &u8| claim(ledger, &place.to_string()).is_none()).collect()
    };
    assert_eq!(counting(&ledger), (2..=20).filter(|place| place % 2 == 1).collect::<Vec<u8>>());
    ledger.post(reversal("r", "1")).expect("reversed");
    assert_eq!(counting(&ledger), (2..=20).filter(|place| place % 2 == 0).collect::<Vec<u8>>());
}

#[test]
fn a_car_that_was_used_did_not_stand() {
    // 72 hours from the 3rd are the 3rd, 4th and 5th.
    for (date, used) in [("2026-11-02", false), ("2026-11-03", true), ("2026-11-05", true), ("2026-11-06", false)] {
        for order in [[car_free("2026-11-03", 72), drive(date)], [drive(date), car_free("2026-11-03", 72)]] {
            let ledger = recorded(&order);
            let (stood, drove) = if order[0].contains("car_free") { ("1", "2") } else { ("2", "1") };
            let expected = used.then(|| twice(ReasonCode::CarUsed, drove));
            assert_eq!(claim(&ledger, stood), expected, "{date}");
            assert_eq!(claim(&ledger, drove), None, "the trip counts");
        }
    }
    let metro = recorded(&[car_free("2026-11-03", 24), metro("2026-11-03", "10")]);
    assert_eq!(claim(&metro, "1"), None, "the metro is no car");
    let carpool = trip("2026-11-03", &[("carpool", "10")], "self_declared");
    let passenger = recorded(&[car_free("2026-11-03", 24), carpool]);
    assert_eq!(claim(&passenger, "1"), None, "one may ride with somebody else");
    let night = r#"{"kind":"refuel","date":"2026-07-03","litres":30,"time":"21:00"}"#.to_owned();
    let refuelled = recorded(&[car_free("2026-07-03", 24), night]);
    assert_eq!(claim(&refuelled, "1"), Some(twice(ReasonCode::CarUsed, "2")), "a car at the pump has moved");
}

#[test]
fn a_car_free_day_counts_once() {
    let ledger = recorded(&[car_free("2026-11-03", 48), car_free("2026-11-04", 24), car_free("2026-11-05", 24)]);
    assert_eq!(claim(&ledger, "2"), Some(twice(ReasonCode::OverlappingCarFree, "1")));
    assert_eq!(claim(&ledger, "3"), None);
}

#[test]
fn before_it_is_recorded_the_page_knows() {
    let ledger = recorded(&[car_free("2026-11-03", 24), air_conditioner("2026-05-01", "4")]);
    let before =
        |json: &str, replaces| ledger.claimed(&assessed(json, today()).0, "1", replaces).map(|claim| claim.code);
    assert_eq!(before(&drive("2026-11-03"), None), Some(ReasonCode::CarFreeUndone));
    assert_eq!(before(&trip("2026-11-03", &[("taxi", "10")], "self_declared"), None), None, "somebody else’s car");
    let night = r#"{"kind":"refuel","date":"2026-11-03","litres":30,"time":"21:00"}"#;
    assert_eq!(before(night, None), Some(ReasonCode::CarFreeUndone));
    assert_eq!(before(&drive("2026-11-04"), None), None);
    assert_eq!(before(&air_conditioner("2026-01-01", "4"), None), Some(ReasonCode::SameAppliance));
    assert_eq!(before(&air_conditioner("2026-01-01", "4"), Some("2")), None, "it is being corrected");
}

#[test]
fn what_a_car_free_day_would_lose_is_told_only_if_there_is_something() {
    // An electric car: 0.2 yuan a day, 20 points, half of them self-declared.
    assert_eq!(recorded(&[car_free("2026-11-03", 24)]).lost("1", "1"), Some(10));
    assert_eq!(recorded(&[car_free("2026-11-03", 2)]).lost("1", "1"), None, "not a whole day, so only recorded");
    let undone = recorded(&[car_free("2026-11-03", 24), drive("2026-11-03")]);
    assert_eq!(undone.lost("1", "1"), Some(10), "while the trip is corrected");
    assert_eq!(undone.lost("9", "1"), None);
}

/// A car-free day that counts for nothing already has nothing more to lose, unless its reason is being corrected.
#[test]
fn a_car_free_day_is_undone_once() {
    let ledger = recorded(&[car_free("2026-11-03", 24), drive("2026-11-03")]);
    let activity = assessed(&drive("2026-11-03"), today()).0;
    let claimed = |replaces| ledger.claimed(&activity, "1", replaces).map(|Claim { code, of }| (code, of));
    assert_eq!(claimed(None), None);
    assert_eq!(claimed(Some("2")), Some(twice(ReasonCode::CarFreeUndone, "1")));
}

#[test]
fn only_the_later_of_two_trips_is_a_repeat() {
    let there = trip("2026-11-03", &[("rail", "10")], "self_declared");
    let mut ledger = super::ledger();
    let hour = 3_600_000;
    // Taken in later than they were recorded, and in another order.
    for (id, at) in [("last", hour), ("first", 0), ("second", hour - 1), ("alone", 5 * hour)] {
        ledger.post(entry(id, at, &there)).expect("posted");
    }
    let of = |ledger: &Ledger, id: &str| ledger.repeat_of(ledger.entry(id)?).map(|entry| entry.id.clone());
    assert_eq!(of(&ledger, "first"), None);
    assert_eq!(of(&ledger, "second").as_deref(), Some("first"));
    assert_eq!(of(&ledger, "last").as_deref(), Some("second"));
    assert_eq!(of(&ledger, "alone"), None);
    ledger.post(reversal("r", "second")).expect("reversed");
    assert_eq!((of(&ledger, "second"), of(&ledger, "last")), (None, None), "what was undone repeats nothing");
}

#[test]
fn the_same_trip_within_the_hour_is_asked_about_and_counts() {
    let there = trip("2026-11-03", &[("rail", "10")], "self_declared");
    let mut ledger = recorded(std::slice::from_ref(&there));
    let activity = assessed(&there, today()).0;
    let hour = 3_600_000;
    let again = |ledger: &Ledger, at| ledger.repeated(&activity, "1", at, None).map(|entry| entry.id.clone());
    assert_eq!(again(&ledger, hour - 1), Some("1".to_owned()));
    assert_eq!(again(&ledger, hour), None);
    let other_day = assessed(&trip("2026-11-04", &[("rail", "10")], "self_declared"), today()).0;
    assert!(ledger.repeated(&other_day, "1", 1, None).is_none());
    ledger.post(entry("2", 1, &there)).expect("posted");
    assert_eq!(account(&ledger).all_time().points, 72, "a warning withholds nothing");
}

//! Levels and how far it is to the next.

use super::{ledger, metro, view};
use crate::support::{beijing, today};
use carbon_points::domain::ledger::Policy;
use carbon_points::insight::level::{standing, times};
use carbon_points::insight::usual;

const KG: i64 = 1_000_000;

#[test]
fn the_way_to_the_next_level_is_told_in_whole_percent() {
    let levels = [100, 300];
    let percent = |carbon| standing(&levels, carbon).percent();
    assert_eq!(
        [percent(0), percent(99), percent(100), percent(101), percent(299), percent(300)],
        [0, 99, 0, 0, 99, 100]
    );
    assert_eq!((percent(-5), percent(200)), (0, 50));
}

#[test]
fn a_level_begins_at_exactly_its_value() {
    let levels = Policy::of(std::rc::Rc::new(beijing().clone())).levels(today());
    assert_eq!(levels, [10 * KG, 50 * KG, 200 * KG, 1_000 * KG]);
    let told = |mg| {
        let found = standing(&levels, mg);
        (found.reached, found.next, found.missing)
    };
    assert_eq!(told(0), (0, Some(10 * KG), 10 * KG));
    assert_eq!(told(10 * KG - 1), (0, Some(10 * KG), 1));
    assert_eq!(told(10 * KG), (1, Some(50 * KG), 40 * KG));
    assert_eq!(told(1_000 * KG - 1), (3, Some(1_000 * KG), 1));
    assert_eq!(told(1_000 * KG), (4, None, 0));
    assert_eq!(told(9_999 * KG), (4, None, 0));
    assert_eq!(standing(&levels, 60 * KG).since, 50 * KG);
    assert_eq!(standing(&[], 5).reached, 0);
}

#[test]
fn rides_are_rounded_up() {
    // A ride of 10 km avoids 10 × (104 − 32) = 720 g: 13 rides are 9.36 kg, 14 are 10.08.
    assert_eq!(times(10 * KG, 720_000), Some(14));
    assert_eq!(times(720_000, 720_000), Some(1));
    assert_eq!(times(720_001, 720_000), Some(2));
    assert_eq!(times(0, 720_000), Some(0));
    assert_eq!(times(10, 0), None);
}

#[test]
fn the_usual_ride_is_the_most_frequent_and_the_latest_among_equals() {
    let none = ledger(&[]);
    let example = usual::ride(&view(&none, today()));
    assert_eq!((example.km.to_string(), example.own), ("10".to_owned(), false));
    let rides = [metro("2026-11-01", 8), metro("2026-11-02", 12), metro("2026-11-03", 8), metro("2026-11-04", 30)];
    let rides: Vec<&str> = rides.iter().map(String::as_str).collect();
    let own = ledger(&rides);
    let usual = usual::ride(&view(&own, today()));
    assert_eq!((usual.km.to_string(), usual.own), ("8".to_owned(), true));
    let equal = ledger(&rides[1..]);
    assert_eq!(usual::ride(&view(&equal, today())).km.to_string(), "30");
}

//! What if.

use super::{ledger, view};
use crate::support::{day, today};
use carbon_points::domain::ledger::account::Withheld;
use carbon_points::domain::ledger::{Ledger, Limit};
use carbon_points::insight::what_if::{Lever, Moved, Outcome, outcome, sliders};
use proptest::prelude::*;

fn at(ledger: &Ledger, moved: &[(Lever, i64)]) -> Outcome {
    let mut levers = Moved::default();
    for (lever, value) in moved {
        levers.put(*lever, *value);
    }
    let view = view(ledger, today());
    outcome(&view, &sliders(&view, &levers))
}

#[test]
fn five_rides_a_week_are_twenty_one_in_thirty_days() {
    let none = ledger(&[]);
    let found = at(&none, &[]);
    // 30 × 5 ÷ 7 = 21 rides of 720 g and 36 points; a year is twelve such months.
    assert_eq!((found.month.carbon_mg, found.month.points), (15_120_000, 756));
    assert_eq!((found.year.carbon_mg, found.year.points), (181_440_000, 9_072));
    assert!(found.withheld.is_empty());
    assert!(at(&none, &[(Lever::Rides, 0)]).month.is_zero());
}

#[test]
fn caps_say_how_much_they_withhold() {
    let none = ledger(&[]);
    // Two rides of 50 km a day are 360 points, of which the day's cap leaves 150, and of 30 × 150 the month's 3000.
    let far = at(&none, &[(Lever::Rides, 14), (Lever::RideKm, 50)]);
    assert_eq!((far.month.carbon_mg, far.month.points), (60 * 3_600_000, 3_000));
    assert_eq!(
        far.withheld,
        [Withheld { limit: Limit::TripsDaily, points: 30 * 210 }, Withheld { limit: Limit::Monthly, points: 1_500 },]
    );
    // Three meals a day are 66 points, the cap leaves 50; the grams are all counted.
    let meals = at(&none, &[(Lever::Rides, 0), (Lever::Meals, 21)]);
    assert_eq!((meals.month.carbon_mg, meals.month.points), (90 * 449_000, 1_500));
    assert_eq!(meals.withheld, [Withheld { limit: Limit::ActionsDaily, points: 30 * 16 }]);
}

#[test]
fn a_car_left_at_home_adds_to_the_air_and_earns_no_points_for_it() {
    let none = ledger(&[]);
    let rides = at(&none, &[(Lever::Rides, 5), (Lever::RideKm, 10)]);
    // 50 km a week on five days is the same metro ride of 10 km.
    let drives = at(&none, &[(Lever::Rides, 0), (Lever::CarKm, 50)]);
    assert_eq!((drives.month.carbon_mg, drives.month.points), (rides.month.carbon_mg, rides.month.points));
    assert_eq!(rides.month.air.nox_mg, 0);
    assert!(drives.month.air.nox_mg > 0 && drives.month.air.voc_mg > 0);
}

#[test]
fn a_share_of_the_last_bill_is_saved() {
    let none = ledger(&[]);
    let levers = |ledger: &Ledger| -> Vec<_> {
        sliders(&view(ledger, today()), &Moved::default()).iter().map(|slider| (slider.lever, slider.most)).collect()
    };
    assert!(levers(&none).iter().all(|(lever, _)| *lever != Lever::Power), "there is no bill to save from");
    let bill = r#"{"kind":"utility","date":"2026-10-30","utility":"electricity","start":"2026-09-01","end":"2026-10-30","usage":300,"baseline_usage":300,"baseline_days":60}"#;
    let own = ledger(&[bill]);
    // As far as the rulebook credits a saving: 30 %.
    assert!(levers(&own).contains(&(Lever::Power, 30)));
    // 150 kWh in 30 days, a tenth less: 15 × 0.5554 kg; half of 833.1 points.
    let found = at(&own, &[(Lever::Rides, 0), (Lever::Power, 10)]);
    assert_eq!((found.month.carbon_mg, found.month.points), (8_331_000, 417));
    assert!(at(&own, &[(Lever::Rides, 0)]).month.is_zero());
}

#[test]
fn a_short_month_is_not_taken_for_one_of_thirty_days() {
    let none = ledger(&[]);
    let february = view(&none, day("2026-02-10"));
    let found = outcome(&february, &sliders(&february, &Moved::default()));
    assert_eq!(found.month.carbon_mg, 15_120_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Points credited and withheld are what was earned, and no cap of a month is exceeded.
    #[test]
    fn nothing_is_lost(rides in 0_i64..=20, km in 1_i64..=50, car in 0_i64..=40, meals in 0_i64..=21) {
        let none = ledger(&[]);
        let moved = [(Lever::Rides, rides), (Lever::RideKm, km), (Lever::CarKm, car * 5), (Lever::Meals, meals)];
        let found = at(&none, &moved);
        let withheld: i64 = found.withheld.iter().map(|withheld| withheld.points).sum();
        // Half up of half the tenths of a gram: (104 − 32) g/km × 0.05 points/g = 3.6 points a kilometre.
        let ride = |km: i64| (km * 36 + 5) / 10;
        let drives = if car > 0 { 21 * ride(car) } else { 0 };
        prop_assert_eq!(found.month.points + withheld, 30 * rides / 7 * ride(km) + drives + 30 * meals / 7 * 22);
        prop_assert!(found.month.points <= 3_000);
        prop_assert_eq!(found.year.points, found.month.points * 12);
    }
}

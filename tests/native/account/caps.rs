//! The caps of self-declared points, by day and by month.

use super::{account, action, credited, ledger, metro, recorded, reversal, trip};
use crate::support::day;
use carbon_points::domain::ledger::{Limit, Policy};

const DAY: &str = "2026-11-03";

#[test]
fn trips_earn_150_points_a_day_and_not_one_more() {
    // 20 km are 72 points; 72 + 72 + 6 = 150.
    let ledger = recorded(&[metro(DAY, "20"), metro(DAY, "20"), metro(DAY, "20")]);
    assert_eq!(credited(&ledger, "1"), (72, vec![]));
    assert_eq!(credited(&ledger, "2"), (72, vec![]));
    assert_eq!(credited(&ledger, "3"), (6, vec![(Limit::TripsDaily, 66)]));
    let all = account(&ledger).all_time();
    assert_eq!((all.points, all.carbon_mg), (150, 3 * 1_440_000), "grams are never capped");
}

#[test]
fn exactly_at_the_cap_nothing_is_withheld() {
    // 72 + 72 and 1 km on foot, 5.2 → 5 points, make 149; 0.3 km by metro, 1.08 → 1 point, make 150.
    let walk = trip(DAY, &[("walk", "1")], "self_declared");
    let full = [metro(DAY, "20"), metro(DAY, "20"), walk, metro(DAY, "0.3")];
    let ledger = recorded(&full);
    assert_eq!(credited(&ledger, "4"), (1, vec![]));
    assert_eq!(account(&ledger).month((2026, 11)).points, 150);
    let ledger = recorded(&[&full[..], &[metro(DAY, "0.3")]].concat());
    assert_eq!(credited(&ledger, "5"), (0, vec![(Limit::TripsDaily, 1)]));
}

#[test]
fn the_next_day_begins_anew_and_verified_trips_are_not_capped() {
    let ledger = recorded(&[metro(DAY, "50"), metro("2026-11-04", "10"), trip(DAY, &[("rail", "50")], "verified")]);
    assert_eq!(credited(&ledger, "1"), (150, vec![(Limit::TripsDaily, 30)]));
    assert_eq!(credited(&ledger, "2"), (36, vec![]));
    assert_eq!(credited(&ledger, "3"), (360, vec![]));
}

#[test]
fn everyday_actions_earn_50_points_a_day() {
    // A tree is 40 × 0.5 = 20 points, a hand-in 4 × 0.5 = 2: 40 + 10 = 50.
    let trees = action(DAY, "tree_planting", 2);
    let ledger = recorded(&[trees.clone(), action(DAY, "recycling_handin", 5), action(DAY, "recycling_handin", 1)]);
    assert_eq!(credited(&ledger, "2"), (10, vec![]));
    assert_eq!(credited(&ledger, "3"), (0, vec![(Limit::ActionsDaily, 2)]));
    // A car-free day is neither a trip nor an everyday action: 0.5 yuan × 100 × 0.5 = 25 points.
    let stood = format!(r#"{{"kind":"car_free","date":"{DAY}","hours":24,"power":"petrol","engine_litres":"1.6"}}"#);
    let ledger = recorded(&[metro(DAY, "50"), trees, action(DAY, "tree_planting", 1), stood]);
    assert_eq!(credited(&ledger, "4"), (25, vec![]));
    assert_eq!(account(&ledger).all_time().points, 150 + 50 + 25);
}

#[test]
fn everything_self_declared_earns_3000_points_a_month() {
    // Twenty days at the daily cap are 3000.
    let days: Vec<_> = (1..=21).map(|day| metro(&format!("2026-10-{day:02}"), "50")).collect();
    let ledger = recorded(&days);
    assert_eq!(credited(&ledger, "20"), (150, vec![(Limit::TripsDaily, 30)]));
    assert_eq!(credited(&ledger, "21"), (0, vec![(Limit::TripsDaily, 30), (Limit::Monthly, 150)]));
    assert_eq!(account(&ledger).month((2026, 10)).points, 3000);
    let verified = trip("2026-10-21", &[("rail", "10")], "verified");
    let ledger = recorded(&[&days[..], &[verified, metro("2026-11-01", "10")]].concat());
    assert_eq!(credited(&ledger, "22"), (72, vec![]), "the cap is for what is self-declared");
    assert_eq!(credited(&ledger, "23"), (36, vec![]), "another month");
}

#[test]
fn a_correction_of_an_old_entry_flows_through_what_comes_after_it() {
    let days: Vec<_> = (1..=21).map(|day| metro(&format!("2026-10-{day:02}"), "50")).collect();
    let mut ledger = recorded(&days);
    ledger.post(reversal("r", "1")).expect("reversed");
    assert_eq!(credited(&ledger, "21"), (150, vec![(Limit::TripsDaily, 30)]));
    assert_eq!(account(&ledger).month((2026, 10)).points, 3000);
    // Recorded late for an earlier day: the cap is used up in order of date, so the last day loses.
    ledger.post(super::entry("late", i64::MAX, &metro("2026-10-01", "10"))).expect("posted");
    assert_eq!(credited(&ledger, "late"), (36, vec![]));
    assert_eq!(credited(&ledger, "21"), (114, vec![(Limit::TripsDaily, 30), (Limit::Monthly, 36)]));
}

#[test]
fn night_refuelling_is_awarded_four_times_a_month() {
    let refuel = |day: u8, evidence: &str| {
        format!(r#"{{"kind":"refuel","date":"2026-07-{day:02}","evidence":"{evidence}","litres":30,"time":"21:00"}}"#)
    };
    let by_day = |day: u8| format!(r#"{{"kind":"refuel","date":"2026-07-{day:02}","litres":30,"time":"12:00"}}"#);
    let own = |day| refuel(day, "self_declared");
    let ledger = recorded(&[by_day(1), own(2), own(3), own(4), own(5), own(6)]);
    assert_eq!(credited(&ledger, "5"), (5, vec![]), "by day it was not awarded, so it does not count");
    assert_eq!(credited(&ledger, "6"), (0, vec![(Limit::RefuelsMonthly, 5)]));
    // On the day of the fourth, the verified one counts, whichever was recorded first.
    let ledger = recorded(&[own(2), own(3), own(4), own(5), refuel(5, "verified")]);
    assert_eq!((credited(&ledger, "4").0, credited(&ledger, "5").0), (0, 10));
}

#[test]
fn how_much_of_a_cap_is_used() {
    let ledger = recorded(&[metro("2026-11-01", "50"), metro(DAY, "20"), action(DAY, "tree_planting", 1)]);
    let used = account(&ledger).used(day(DAY), ledger.policy());
    let used: Vec<_> = used.iter().map(|used| (used.limit, used.counted, used.most)).collect();
    assert_eq!(
        used,
        [
            (Limit::TripsDaily, 72, 150),
            (Limit::ActionsDaily, 20, 50),
            (Limit::Monthly, 150 + 72 + 20, 3000),
            (Limit::RefuelsMonthly, 0, 4)
        ]
    );
}

#[test]
fn without_rules_nothing_is_withheld() {
    let moved = recorded(&[metro(DAY, "50")]).moved_to(Policy::default());
    assert_eq!(credited(&moved, "1"), (180, vec![]));
    assert_eq!(credited(&moved.moved_to(ledger().policy().clone()), "1").0, 150);
}

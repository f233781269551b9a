//! The kilometres a day that earn points: walking 10, bicycle 30, bus 60, rail 100, whatever the evidence.

use super::{account, credited, recorded, trip};
use carbon_points::domain::activity::Mode;
use carbon_points::domain::ledger::Limit;

const DAY: &str = "2026-11-03";

fn verified(legs: &[(&str, &str)]) -> String {
    trip(DAY, legs, "verified")
}

#[test]
fn at_the_limit_nothing_is_withheld_and_beyond_it_what_is_beyond() {
    for (mode, name, limit, points) in [
        (Mode::Walk, "walk", "10", 104),
        (Mode::Bike, "bike", "30", 286), // 285.9
        (Mode::Bus, "bus", "60", 312),
        (Mode::Rail, "rail", "100", 720),
    ] {
        assert_eq!(credited(&recorded(&[verified(&[(name, limit)])]), "1"), (points, vec![]), "{name}");
        let beyond = format!("{limit}.5");
        let ledger = recorded(&[verified(&[(name, &beyond)])]);
        let (left, withheld) = credited(&ledger, "1");
        assert_eq!(left, points, "{name}: as much as the kilometres within the limit");
        assert!(matches!(withheld[..], [(Limit::Distance(by), points)] if by == mode && points > 0), "{withheld:?}");
    }
    // Grams are not limited: 12 km × 104 g.
    let ledger = recorded(&[verified(&[("walk", "12")])]);
    assert_eq!(credited(&ledger, "1"), (104, vec![(Limit::Distance(Mode::Walk), 21)]));
    assert_eq!(account(&ledger).all_time().carbon_mg, 1_248_000);
}

#[test]
fn the_last_recorded_trip_loses_and_other_modes_do_not() {
    // 6 km are 62.4 → 62 points. Within the limits both trips are worth 104 + 72 = 176 points, so 114 are left for the
    // second one.
    let ledger = recorded(&[
        verified(&[("walk", "6")]),
        verified(&[("walk", "6"), ("rail", "10")]),
        verified(&[("rail", "10")]),
    ]);
    assert_eq!(credited(&ledger, "1"), (62, vec![]));
    assert_eq!(credited(&ledger, "2"), (114, vec![(Limit::Distance(Mode::Walk), 20)]));
    assert_eq!(credited(&ledger, "3"), (72, vec![]));
}

#[test]
fn verified_kilometres_come_before_self_declared_ones() {
    let own = trip(DAY, &[("walk", "10")], "self_declared");
    let ledger = recorded(&[own.clone(), verified(&[("walk", "4")])]);
    // Six self-declared kilometres are left: 31.2 of 52 points, 20.8 → 21 withheld.
    assert_eq!(credited(&ledger, "1"), (31, vec![(Limit::Distance(Mode::Walk), 21)]));
    assert_eq!(credited(&ledger, "2"), (42, vec![])); // 41.6
}

#[test]
fn a_little_more_never_makes_a_day_worth_less() {
    // Half a kilometre on foot is 2.6 → 3 points, so twenty of them are 60, although 10 km are worth 52.
    let short = trip(DAY, &[("walk", "0.5")], "self_declared");
    let twenty = vec![short.clone(); 20];
    assert_eq!(account(&recorded(&twenty)).all_time().points, 60);
    assert_eq!(account(&recorded(&[&twenty[..], &[short]].concat())).all_time().points, 60);
}

//! What stands in the lines: caps with their names, shares, and what is worth nothing.

use carbon_points::domain::ledger::account::Withheld;
use carbon_points::domain::ledger::{FIRST_PERSON, Limit, Posting};
use carbon_points::domain::reason::ReasonCode;
use carbon_points::domain::statement::{Figures, Line, Mark, Period, Statement, bonus_figures};

use super::ledgers::{
    OTHER_PERSON, at_hand, bill, clean_plate, entry, ledger, of_people, rail, reversal, statement, worth,
};
use crate::support::day;

const NOVEMBER: Period = Period { year: 2026, month: Some(11) };

fn points(line: &Line) -> (i64, i64, i64) {
    (line.figures.earned, line.figures.withheld, line.figures.counted)
}

/// The published caps: 150 points a day from trips, 50 from everyday actions.
#[test]
fn what_caps_withheld_stands_beside_what_was_earned() {
    let mut ledger = ledger();
    for (id, facts, worth) in [
        ("a", rail(10), worth(720_000, 100)),
        ("b", rail(10), worth(720_000, 80)),
        ("c", rail(10), worth(720_000, 36)),
        ("d", clean_plate(), worth(449_000, 51)),
    ] {
        ledger.post(entry(id, "2026-11-03", facts, worth)).expect("posted");
    }
    let found = statement(&ledger, NOVEMBER, "2026-11-21");
    let all: Vec<_> = found.lines.iter().map(points).collect();
    assert_eq!(all, [(100, 0, 100), (80, 30, 50), (36, 36, 0), (51, 1, 50)]);
    let by = |place: usize| found.lines[place].withheld.clone();
    assert_eq!(by(1), [Withheld { limit: Limit::TripsDaily, points: 30 }]);
    assert_eq!(by(3), [Withheld { limit: Limit::ActionsDaily, points: 1 }]);
    // Caps hold back points, never grams.
    let travel = Figures { carbon_mg: 2_160_000, earned: 216, withheld: 66, counted: 150, ..Figures::default() };
    assert_eq!(found.domains[0], travel);
    assert_eq!((found.total.earned, found.total.withheld, found.total.counted), (267, 67, 200));
}

#[test]
fn reversed_repeated_and_recorded_lines_are_listed_and_worth_nothing() {
    let mut ledger = ledger();
    let mut corrected = entry("e", "2026-11-02", rail(5), worth(360_000, 18));
    if let Posting::Activity(posted) = &mut corrected.posting {
        posted.corrects = Some("a".to_owned());
    }
    for new in [
        entry("a", "2026-11-02", rail(10), worth(720_000, 36)),
        entry("b", "2026-11-10", bill(day("2026-11-10")), worth(55_540_000, 2_777)),
        entry("c", "2026-11-12", bill(day("2026-11-12")), worth(55_540_000, 2_777)),
        entry("d", "2026-11-12", rail(1), worth(0, 0)),
        reversal("r", "a", "2026-11-20"),
        corrected,
    ] {
        ledger.post(new).expect("posted");
    }
    let found = statement(&ledger, NOVEMBER, "2026-11-21");
    let ids: Vec<&str> = found.lines.iter().map(|line| line.entry.id.as_str()).collect();
    assert_eq!(ids, ["a", "e", "b", "c", "d"], "by date, then in order of recording");
    let marks: Vec<_> = found.lines.iter().map(|line| line.mark.clone()).collect();
    assert_eq!(marks[0], Some(Mark::Reversed(day("2026-11-20"), Some("e".to_owned()))));
    assert_eq!((&marks[1], &marks[2]), (&None, &None));
    let Some(Mark::Claimed(claim, first)) = &marks[3] else { panic!("{:?} is no claim", marks[3]) };
    assert_eq!((claim.code, claim.of.as_str()), (ReasonCode::OverlappingBill, "b"));
    assert_eq!(*first, Some(day("2026-11-10")));
    assert_eq!(marks[4], Some(Mark::Recorded));
    for place in [0, 3, 4] {
        assert!(found.lines[place].figures.is_zero());
    }
    // 360 g of the trip, 55,540 g of the bill; 18 and 2,777 points.
    assert_eq!((found.total.carbon_mg, found.total.counted), (55_900_000, 2_795));
}

#[test]
fn a_household_line_stands_in_both_statements_with_its_share() {
    let mut ledger = ledger();
    let people = [OTHER_PERSON, FIRST_PERSON];
    ledger.post(of_people("a", day("2026-11-10"), bill(day("2026-11-10")), worth(1_001, 7), &people)).expect("posted");
    ledger.post(of_people("b", day("2026-11-11"), rail(10), worth(720_000, 36), &[OTHER_PERSON])).expect("posted");
    let of = |person| Statement::of(&ledger, person, NOVEMBER, day("2026-11-21"), &at_hand);
    let (first, second) = (of(FIRST_PERSON), of(OTHER_PERSON));
    assert_eq!((first.lines.len(), second.lines.len()), (1, 2));
    assert_eq!(first.lines[0].people, 2);
    // What does not divide goes to who is named first.
    assert_eq!((first.total.carbon_mg, first.total.counted), (500, 3));
    assert_eq!((second.lines[0].figures.carbon_mg, second.lines[0].figures.counted), (501, 4));
}

/// 20 points by hand for planting a tree; at Jingkelong 10 more, self-declared 5, once a day, and a line of their own.
#[test]
fn a_merchants_bonus_is_a_line_whose_rules_are_named() {
    let rules = std::rc::Rc::new(crate::rewards::rules_of("chaoyang"));
    let mut ledger = crate::rewards::ledger_of("chaoyang");
    for id in ["a", "b"] {
        let mut sold = entry(id, "2026-11-21", clean_plate(), worth(0, 20));
        if let Posting::Activity(posted) = &mut sold.posting {
            posted.activity.merchant = Some("jingkelong".to_owned());
        }
        ledger.post(sold).expect("posted");
    }
    let at_hand = |name: &str| (name == rules.name()).then(|| rules.clone());
    let found = Statement::of(&ledger, FIRST_PERSON, NOVEMBER, day("2026-11-21"), &at_hand);
    let bonus = |place: usize| bonus_figures(found.lines[place].bonus.as_ref().expect("a bonus"));
    let figures = |withheld| Figures { earned: 5, withheld, counted: 5 - withheld, ..Figures::default() };
    assert_eq!((bonus(0), bonus(1)), (figures(0), figures(5)));
    assert_eq!(found.lines.iter().map(points).collect::<Vec<_>>(), [(20, 0, 20), (20, 0, 20)]);
    assert_eq!((found.total.earned, found.total.withheld, found.total.counted), (50, 5, 45));
    assert_eq!((found.bonus.earned, found.movement.credited), (10, 45));
    let used = found.factors.used.iter().find(|used| used.rulebook.name() == rules.name()).expect("named");
    let named: Vec<&str> =
        used.values.iter().map(|value| rules.resolve(*value).expect("its own").0.id.as_str()).collect();
    for id in ["bonus.jingkelong", "bonus.jingkelong_daily", "evidence.self_declared"] {
        assert!(named.contains(&id), "{id} among {named:?}");
    }
}

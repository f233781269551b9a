//! An account in several texts: each is a handover by itself, and nothing is taken in twice.

use std::rc::Rc;

use carbon_points::domain::archive::{Archive, Here, Plan};
use carbon_points::domain::handover::{Batches, Left, Line, Said, arrived, batches, pack, unpack};
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Policy, Posting, Redemption};
use carbon_points::domain::rulebook::Rulebook;
use proptest::prelude::*;

use super::{line, trip};
use crate::generator;
use crate::support::{beijing, day, today};

/// A long address leaves this much of 700 bytes.
const ROOM: usize = 600;

fn at_hand(name: &str) -> Option<Rc<Rulebook>> {
    (name == beijing().name()).then(|| Rc::new(beijing().clone()))
}

fn policy() -> Policy {
    Policy::of(Rc::new(beijing().clone()))
}

/// A ledger of lines, for the first person.
fn ledger(lines: Vec<Line>) -> Ledger {
    let mut ledger = Ledger::under(policy());
    ledger.post_all(arrived(lines, FIRST_PERSON, &Ledger::default(), &at_hand).entries);
    ledger
}

/// Takes a text in as the page does; how many entries that adds.
fn take(packed: &str, ledger: &mut Ledger) -> usize {
    let lines = unpack(packed, beijing()).expect("a whole text");
    let arrival = arrived(lines, FIRST_PERSON, ledger, &at_hand);
    assert_eq!(arrival.unknown + arrival.by_base, 0);
    let archive = Archive { entries: arrival.entries, ..Archive::default() };
    let here = Here {
        settings: &[],
        today: day("9999-12-31"),
        now: i64::MAX,
        is_setting: &|_, _| true,
        rulebooks: &at_hand,
        signed: &|_, _| None,
    };
    let plan = Plan::of(&archive, ledger, &here);
    assert!(plan.left_out.is_empty(), "left out");
    let new = plan.new.len();
    ledger.post_all(plan.new);
    new
}

fn reversal(number: u8, of: &str) -> Line {
    let recorded_at = 1_795_000_000_000 + i64::from(number);
    Line { id: format!("REVERSA0000000{number:02}"), recorded_at, said: Said::Reversed(of.to_owned()) }
}

fn corrected(number: u8, of: &str) -> Line {
    let mut line = trip(number);
    if let Said::Done { corrects, .. } = &mut line.said {
        *corrects = Some(of.to_owned());
    }
    line
}

fn lengths(batches: &Batches) -> Vec<usize> {
    batches.all.iter().map(|batch| batch.entries).collect()
}

#[test]
fn what_fits_is_one_text() {
    let lines: Vec<Line> = (1..=3).map(trip).collect();
    let made = batches(&ledger(lines.clone()), FIRST_PERSON, ROOM);
    assert_eq!(made.left, Left::default());
    let [only] = made.all.as_slice() else { panic!("{:?}", lengths(&made)) };
    assert_eq!(only.packed, pack(&lines));
    assert_eq!((only.entries, only.days), (3, (day("2026-11-01"), day("2026-11-03"))));
    assert_eq!(batches(&Ledger::default(), FIRST_PERSON, ROOM), Batches::default());
}

/// Exactly as long as there is room for, and one letter less.
#[test]
fn the_room_is_used_to_the_last_letter() {
    let lines: Vec<Line> = (1..=3).map(trip).collect();
    let all = ledger(lines.clone());
    let length = pack(&lines).len();
    assert_eq!(lengths(&batches(&all, FIRST_PERSON, length)), [3]);
    assert_eq!(lengths(&batches(&all, FIRST_PERSON, length - 1)), [2, 1]);
    let alone = pack(&lines[..1]).len();
    assert_eq!(lengths(&batches(&ledger(vec![trip(1)]), FIRST_PERSON, alone)), [1]);
    let none = batches(&ledger(vec![trip(1)]), FIRST_PERSON, alone - 1);
    assert_eq!((lengths(&none), none.left), (vec![], Left { long: 1, ..Left::default() }));
}

/// A correction counts only beside the reversal of what it corrects, so they are never in two texts.
#[test]
fn what_belongs_together_stays_together() {
    let mut lines: Vec<Line> = (1..=20).map(trip).collect();
    let first = lines[0].id.clone();
    lines.extend([reversal(1, &first), corrected(25, &first)]);
    let whole = ledger(lines);
    let made = batches(&whole, FIRST_PERSON, ROOM);
    assert!(made.all.len() > 1);
    let mut here = Ledger::under(policy());
    assert_eq!(take(&made.all[0].packed, &mut here), made.all[0].entries + 1);
    assert!(here.reversal_of(&first).is_some());
    assert!(here.entry(&corrected(25, &first).id).is_some());
}

/// Nobody else's, nothing shared, no points that were spent: what a text does not carry is counted.
#[test]
fn what_is_left_is_counted() {
    let mut all = ledger(vec![trip(1)]);
    let of = |people: &[&str], number| {
        let mut entry = arrived(vec![trip(number)], FIRST_PERSON, &Ledger::default(), &at_hand).entries.remove(0);
        if let Posting::Activity(posted) = &mut entry.posting {
            posted.people = people.iter().map(|&person| person.to_owned()).collect();
        }
        entry
    };
    let spent = Redemption {
        person: FIRST_PERSON.to_owned(),
        date: today(),
        rulebook: beijing().name(),
        reward: "reward".to_owned(),
        cost: 10,
        code: "CODE".to_owned(),
        valid_until: None,
    };
    let entry = |id: &str, posting| Entry { id: id.to_owned(), recorded_at: 1_795_000_000_000, posting };
    let reversed = Posting::Reversal { of: "SPENT".to_owned() };
    all.post_all([
        of(&["2"], 2),
        of(&[FIRST_PERSON, "2"], 3),
        entry("SPENT", Posting::Redemption(Box::new(spent.clone()))),
        entry("SPENT2", Posting::Redemption(Box::new(spent))),
        entry("BACK", reversed),
        entry("NAMED", Posting::Member { person: "2".to_owned(), name: Some("小红".to_owned()) }),
    ]);
    let first = batches(&all, FIRST_PERSON, ROOM);
    assert_eq!(first.left, Left { others: 1, shared: 1, redeemed: 1, long: 0 });
    assert_eq!(lengths(&first), [1]);
    let second = batches(&all, "2", ROOM);
    assert_eq!(second.left, Left { others: 1, shared: 1, redeemed: 0, long: 0 });
    assert_eq!(unpack(&second.all[0].packed, beijing()), Ok(vec![trip(2)]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// In any order, and each twice: afterwards the ledger holds every entry once.
    #[test]
    fn any_order_and_twice_is_the_same(
        activities in prop::collection::vec((generator::activity(), any::<bool>()), 1..30),
        order in any::<prop::sample::Index>(),
    ) {
        let mut lines = Vec::new();
        for (number, (json, is_reversed)) in activities.iter().enumerate() {
            let id = format!("0123456789AB{number:04}");
            lines.push(line(json, &id, 1_793_505_600_000 + i64::try_from(number).unwrap_or(0)));
            if *is_reversed {
                lines.push(reversal(u8::try_from(number).unwrap_or(0), &id));
            }
        }
        let whole = ledger(lines);
        let made = batches(&whole, FIRST_PERSON, ROOM);
        prop_assert!(made.all.iter().all(|batch| batch.packed.len() <= ROOM));
        let carried: usize = lengths(&made).iter().sum();
        prop_assert_eq!(carried + made.left.long, activities.len());
        let mut shuffled = made.all.clone();
        if !shuffled.is_empty() {
            let middle = order.index(shuffled.len());
            shuffled.rotate_left(middle);
            shuffled.reverse();
        }
        let mut here = Ledger::under(policy());
        for batch in &shuffled {
            // Any of them alone is taken in whole.
            prop_assert!(take(&batch.packed, &mut Ledger::under(policy())) >= batch.entries);
            take(&batch.packed, &mut here);
            prop_assert_eq!(take(&batch.packed, &mut here), 0);
        }
        let ids = |ledger: &Ledger| {
            let mut ids: Vec<String> = ledger.entries().iter().map(|entry| entry.id.clone()).collect();
            ids.sort();
            ids
        };
        if made.left.long == 0 {
            prop_assert_eq!(ids(&here), ids(&whole));
            let totals = |ledger: &Ledger| ledger.account(FIRST_PERSON).all_time().carbon_mg;
            prop_assert_eq!(totals(&here), totals(&whole));
        }
        // And back where they came from nothing is new.
        let mut back = whole.clone();
        for batch in &made.all {
            prop_assert_eq!(take(&batch.packed, &mut back), 0);
        }
    }
}

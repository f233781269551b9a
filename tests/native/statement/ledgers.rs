//! Ledgers to make statements of: by hand, and arbitrary ones.

use std::rc::Rc;

use carbon_points::domain::activity::{Activity, CountedBy, Evidence, Facts, Leg, Mode, Utility, UtilityBill};
use carbon_points::domain::assessment::{Air, Totals, Verdict};
use carbon_points::domain::date::Date;
use carbon_points::domain::decimal::Decimal;
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Policy, Posted, Posting, Redemption};
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::statement::{Period, Statement};
use proptest::prelude::*;

use crate::support::{beijing, day};

pub(crate) const OTHER_PERSON: &str = "2";

/// An empty ledger under the shipped rules.
pub(crate) fn ledger() -> Ledger {
    Ledger::under(Policy::of(Rc::new(beijing().clone())))
}

/// The shipped rulebook by its name, and no other.
pub(crate) fn at_hand(name: &str) -> Option<Rc<Rulebook>> {
    (name == beijing().name()).then(|| Rc::new(beijing().clone()))
}

/// The statement of the first person.
pub(crate) fn statement(ledger: &Ledger, period: Period, today: &str) -> Statement {
    Statement::of(ledger, FIRST_PERSON, period, day(today), &at_hand)
}

/// Milliseconds at noon in Beijing.
pub(crate) fn noon(date: Date) -> i64 {
    const DAY_MS: i64 = 86_400_000;
    i64::from(date.days_since(day("1970-01-01"))) * DAY_MS + 4 * 3_600_000
}

pub(crate) fn rail(km: u32) -> Facts {
    Facts::Trip(vec![Leg { mode: Mode::Rail, km: Decimal::from(km), replaced_petrol_car: false, instead_of_car: None }])
}

pub(crate) fn clean_plate() -> Facts {
    let (action, amount) = ("clean_plate".to_owned(), Decimal::from(1));
    Facts::Action { action, counted_by: CountedBy::Count, amount }
}

/// An electricity bill of the first ten days of a month.
pub(crate) fn bill(end: Date) -> Facts {
    Facts::Utility(UtilityBill {
        utility: Utility::Electricity,
        start: end.plus_days(-9),
        end,
        usage: Decimal::from(100),
        baseline_usage: Decimal::from(200),
        baseline_days: 10,
        annual_usage: None,
        boiler_heating: false,
        has_pv: false,
        meter: None,
    })
}

pub(crate) fn worth(carbon_mg: i64, points: i64) -> Totals {
    Totals { carbon_mg, air: Air::default(), points }
}

/// An entry of the first person, recorded on its day.
pub(crate) fn entry(id: &str, date: &str, facts: Facts, totals: Totals) -> Entry {
    of_people(id, day(date), facts, totals, &[])
}

pub(crate) fn of_people(id: &str, date: Date, facts: Facts, totals: Totals, people: &[&str]) -> Entry {
    let evidence = Evidence::SelfDeclared;
    let posted = Posted {
        activity: Activity { id: None, date, evidence, merchant: None, note: None, facts },
        rulebook: "beijing@2026.11".to_owned(),
        verdict: if totals.is_zero() { Verdict::Recorded } else { Verdict::Credited },
        totals,
        corrects: None,
        people: people.iter().map(|person| (*person).to_owned()).collect(),
        receipt: None,
    };
    Entry { id: id.to_owned(), recorded_at: noon(date), posting: Posting::Activity(Box::new(posted)) }
}

pub(crate) fn reversal(id: &str, of: &str, date: &str) -> Entry {
    Entry { id: id.to_owned(), recorded_at: noon(day(date)), posting: Posting::Reversal { of: of.to_owned() } }
}

pub(crate) fn redemption(id: &str, date: Date, cost: i64) -> Entry {
    let redemption = Redemption {
        person: FIRST_PERSON.to_owned(),
        date,
        rulebook: "beijing@2026.11".to_owned(),
        reward: "coffee".to_owned(),
        cost,
        code: "ABCD".to_owned(),
        valid_until: None,
    };
    Entry { id: id.to_owned(), recorded_at: noon(date), posting: Posting::Redemption(Box::new(redemption)) }
}

#[derive(Clone, Debug)]
enum Step {
    Record { date: Date, kind: u8, totals: Totals, verified: bool, shared: bool },
    Reverse(usize),
    Redeem(Date, i64),
    Cancel { which: usize, late: i32 },
}

/// A day of 2025 or 2026.
fn any_day() -> impl Strategy<Value = Date> {
    (0..730_i32).prop_map(|days| day("2025-01-01").plus_days(days))
}

fn step() -> impl Strategy<Value = Step> {
    let air = (0..2_000_000_i64, 0..50_000_i64, 0..3_000_000_i64);
    let totals = (0..50_000_000_i64, air, 0..400_i64).prop_map(|(carbon_mg, (voc_mg, nox_mg, upe), points)| Totals {
        carbon_mg,
        air: Air { voc_mg, nox_mg, upe },
        points,
    });
    // Few days of few months, so that limits are reached.
    let dense = (0..4_u8, 1..=6_u8).prop_map(|(month, date)| Date::new(2026, 3 * month + 1, date).expect("a day"));
    let date = prop_oneof![any_day(), dense];
    prop_oneof![
        8 => (date, 0..4_u8, totals, any::<bool>(), any::<bool>())
            .prop_map(|(date, kind, totals, verified, shared)| Step::Record { date, kind, totals, verified, shared }),
        1 => (0..100_usize).prop_map(Step::Reverse),
        1 => (any_day(), 1..500_i64).prop_map(|(date, cost)| Step::Redeem(date, cost)),
        1 => (0..100_usize, 0..400_i32).prop_map(|(which, late)| Step::Cancel { which, late }),
    ]
}

/// Any ledger of two people and two years, with reversals, bills claimed twice, redemptions and cancellations.
pub(crate) fn any_ledger() -> impl Strategy<Value = Ledger> {
    prop::collection::vec(step(), 0..80).prop_map(|steps| {
        let mut ledger = ledger();
        let (mut recorded, mut redeemed) = (Vec::new(), Vec::<(String, Date)>::new());
        for (place, step) in steps.into_iter().enumerate() {
            let id = format!("e{place}");
            let new = match step {
                Step::Record { date, kind, totals, verified, shared } => {
                    let facts = match kind {
                        0 => rail(10),
                        1 => clean_plate(),
                        2 => bill(date),
                        _ => Facts::Solar { self_consumed_kwh: Decimal::from(1) },
                    };
                    let household: &[&str] = if shared && kind >= 2 { &[OTHER_PERSON, FIRST_PERSON] } else { &[] };
                    let mut new = of_people(&id, date, facts, totals, household);
                    if let (Posting::Activity(posted), true) = (&mut new.posting, verified) {
                        posted.activity.evidence = Evidence::Verified;
                    }
                    recorded.push(id);
                    new
                }
                Step::Reverse(which) if !recorded.is_empty() => {
                    reversal(&id, &recorded[which % recorded.len()], "2026-12-30")
                }
                Step::Redeem(date, cost) => {
                    redeemed.push((id.clone(), date));
                    redemption(&id, date, cost)
                }
                Step::Cancel { which, late } if !redeemed.is_empty() => {
                    let (of, date) = &redeemed[which % redeemed.len()];
                    reversal(&id, of, &date.plus_days(late).to_string())
                }
                _ => continue,
            };
            // What was reversed already is not reversed again.
            let _ = ledger.post(new);
        }
        ledger
    })
}

//! Whatever was recorded, the numbers that are shown add up to the totals that are shown.

use carbon_points::domain::ledger::{FIRST_PERSON, Ledger};
use carbon_points::domain::statement::{Figures, Period, Statement, bonus_figures};
use carbon_points::i18n::column::{Column, Columns};
use proptest::prelude::*;

use super::ledgers::{OTHER_PERSON, any_ledger, at_hand};
use crate::support::day;

/// A number as it is shown, read by somebody who knows nothing of units: its digits, and how many follow the point.
fn read(shown: &str) -> (i128, usize) {
    let places = shown.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let number: i128 = digits.parse().expect("digits");
    (if shown.starts_with('\u{2212}') { -number } else { number }, places)
}

/// Rows and their total as a statement shows them.
fn shown_sums_agree(rows: &[Figures], total: &Figures) {
    let columns = Columns::of(rows.iter());
    let (parts, total) = (rows.iter().map(|row| columns.show(row)).collect::<Vec<_>>(), columns.show(total));
    for (column, total) in total.iter().enumerate() {
        let parts: Vec<_> = parts.iter().filter_map(|row| row[column].as_deref()).map(read).collect();
        let (total, places) = total.as_deref().map_or((0, None), |total| (read(total).0, Some(read(total).1)));
        assert_eq!(parts.iter().map(|(part, _)| part).sum::<i128>(), total, "column {column} of {rows:?}");
        let places = places.or(parts.first().map(|(_, places)| *places));
        assert!(parts.iter().all(|(_, other)| Some(*other) == places), "one precision throughout a column");
    }
}

fn rows(statement: &Statement) -> Vec<Figures> {
    let mut rows = Vec::new();
    for line in &statement.lines {
        rows.push(line.figures);
        rows.extend(line.bonus.as_ref().map(bonus_figures));
    }
    rows
}

fn check_parts(statement: &Statement) {
    shown_sums_agree(&rows(statement), &statement.total);
    let mut domains = statement.domains.to_vec();
    domains.push(statement.bonus);
    shown_sums_agree(&domains, &statement.total);
    for row in rows(statement) {
        assert_eq!(row.counted, row.earned - row.withheld);
    }
    let moved = statement.movement;
    assert_eq!(moved.opening + moved.credited - moved.spent + moved.cancelled - moved.expired, moved.closing);
    assert_eq!(moved.credited, statement.total.counted);
    assert!(moved.expired >= 0);
    let own = |date| statement.period.contains(date);
    let spent = statement.redeemed.iter().filter(|redeemed| own(redeemed.date)).map(|redeemed| redeemed.cost);
    assert_eq!(spent.sum::<i64>(), moved.spent);
    let given_back = statement.redeemed.iter().filter(|redeemed| redeemed.cancelled.is_some_and(own));
    assert_eq!(given_back.map(|redeemed| redeemed.cost).sum::<i64>(), moved.cancelled);
}

fn of(ledger: &Ledger, person: &str, period: Period, today: &str) -> Statement {
    Statement::of(ledger, person, period, day(today), &at_hand)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn parts_add_up_as_shown_and_months_make_the_year(ledger in any_ledger()) {
        for person in [FIRST_PERSON, OTHER_PERSON] {
            let account = ledger.account(person);
            let mut balance = 0;
            for year in [2025, 2026, 2027] {
                // Long after, so that every period is over.
                let whole = of(&ledger, person, Period::year(year), "2028-02-01");
                check_parts(&whole);
                let months: Vec<Statement> =
                    (1..=12).map(|month| of(&ledger, person, Period::month(year, month), "2028-02-01")).collect();
                let totals: Vec<Figures> = months.iter().map(|month| month.total).collect();
                shown_sums_agree(&totals, &whole.total);
                prop_assert_eq!(whole.months.len(), 12);
                prop_assert_eq!(whole.movement.opening, balance);
                for (month, row) in months.iter().zip(&whole.months) {
                    check_parts(month);
                    prop_assert_eq!((row.figures, row.movement), (month.total, month.movement));
                    prop_assert_eq!(row.entries, month.lines.len());
                    prop_assert_eq!(month.movement.opening, balance, "a month begins where the one before ended");
                    balance = month.movement.closing;
                    let counted = account.month((year, month.period.month.expect("a month")));
                    prop_assert_eq!(month.total.totals(), counted, "the statement is the account's");
                }
                prop_assert_eq!(whole.movement.closing, balance);
            }
        }
    }

    #[test]
    fn todays_balance_is_the_accounts(ledger in any_ledger()) {
        // The last day on which something can have been recorded.
        for (period, today) in [(Period::month(2026, 12), "2026-12-31"), (Period::year(2026), "2026-12-31"), (Period::year(2027), "2027-11-30")] {
            let account = ledger.account(FIRST_PERSON);
            let balance = account.balance(day(today)) - account.owed();
            prop_assert_eq!(of(&ledger, FIRST_PERSON, period, today).movement.closing, balance);
        }
    }
}

#[test]
fn a_column_shows_all_of_every_number_with_one_precision() {
    let grams = |amounts: &[i64]| {
        let column = Column::of(amounts.iter().copied(), 3);
        amounts.iter().map(|amount| column.show(*amount)).collect::<Vec<_>>()
    };
    assert_eq!(grams(&[720_000, 2_548_000, 0]), ["720", "2,548", "0"]);
    assert_eq!(grams(&[720_000, 2_548_100]), ["720.0", "2,548.1"]);
    assert_eq!(grams(&[720_000, 1]), ["720.000", "0.001"]);
    assert_eq!(grams(&[-720_000, 50]), ["\u{2212}720.00", "0.05"]);
    assert_eq!(Column::of([1_250_000].into_iter(), 6).show(1_250_000), "1.25");
    assert_eq!(Column::of([].into_iter(), 0).show(1_234), "1,234");
}

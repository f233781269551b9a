//! Numbers as residents read them.

use carbon_points::domain::decimal::Decimal;
use carbon_points::domain::exact::Exact;
use carbon_points::i18n::Language::{self, En, Zh};
use carbon_points::i18n::number::{self, Amount, MassUnit};
use proptest::prelude::*;

#[test]
fn carbon_switches_units_where_it_should() {
    for (mg, zh, unit) in [
        (0, "0", "克"),
        (1, "0.001", "克"),
        (49, "0.049", "克"),
        (50, "0.1", "克"),
        (949, "0.9", "克"),
        (950, "1", "克"),
        (5_000, "5", "克"),
        (12_040, "12", "克"),
        (95_340, "95.3", "克"),
        (99_949, "99.9", "克"),
        (99_950, "100", "克"),
        (285_900, "286", "克"),
        (999_000, "999", "克"),
        (999_499, "999", "克"),
        (999_500, "1.00", "千克"),
        (1_000_000, "1.00", "千克"),
        (1_004_999, "1.00", "千克"),
        (1_005_000, "1.01", "千克"),
        (2_548_000, "2.55", "千克"),
        (1_234_567_890_000, "1,234,567.89", "千克"),
        (-49, "\u{2212}0.049", "克"),
        (-720_000, "\u{2212}720", "克"),
        (-999_499, "\u{2212}999", "克"),
        (-999_500, "\u{2212}1.00", "千克"),
        (-2_545_000, "\u{2212}2.55", "千克"),
        (i64::MIN, "\u{2212}9,223,372,036,854.78", "千克"),
        (i64::MAX, "9,223,372,036,854.78", "千克"),
    ] {
        assert_eq!(number::carbon(mg, Zh), Amount { number: zh.to_owned(), unit }, "{mg} mg");
    }
    assert_eq!(number::carbon(2_548_000, En).unit, "kg");
    assert_eq!(number::carbon_in(400, MassUnit::Gram, Zh).number, "0");
    assert_eq!(number::carbon_in(-400, MassUnit::Gram, Zh).number, "0", "no minus zero");
    assert_eq!(number::carbon_in(104_000, MassUnit::Kilogram, En), Amount { number: "0.10".to_owned(), unit: "kg" });
    assert_eq!(number::carbon_in(2_548_000, MassUnit::Milligram, En).number, "2,548,000");
}

#[test]
fn pollutants_are_milligrams_below_a_gram() {
    for (mg, number, unit) in [
        (0, "0", "mg"),
        (560, "560", "mg"),
        (999, "999", "mg"),
        (1_000, "1", "g"),
        (-170, "\u{2212}170", "mg"),
        (999_500, "1.00", "kg"),
    ] {
        assert_eq!(number::voc(mg, En), Amount { number: number.to_owned(), unit });
        assert_eq!(number::nox(mg, En), Amount { number: number.to_owned(), unit });
    }
    for (upe, shown) in [
        (0, "0"),
        (1, "0.000001"),
        (768, "0.000768"),
        (1_000, "0.001"),
        (29_474, "0.0295"),
        (294_737, "0.295"),
        (300_000, "0.300"),
        (12_345_678, "12.346"),
        (1_234_000_000, "1,234.000"),
        (-768, "\u{2212}0.000768"),
    ] {
        assert_eq!(number::pollutant_equivalents(upe), shown);
    }
    assert_eq!(number::points(12_345), "12,345");
    assert_eq!(number::points(-50), "\u{2212}50");
    assert_eq!(number::points(i64::MIN), "\u{2212}9,223,372,036,854,775,808");
}

#[test]
fn exact_numbers_say_whether_they_are_whole() {
    let quotient = |a: i64, b: i64| Exact::from(a).divide(Exact::from(b)).expect("a quotient");
    for (value, shown, exactly) in [
        (Exact::ZERO, "0", true),
        (quotient(143, 2), "71.5", true),
        (quotient(1, 1_000_000_000), "0.000000001", true),
        (quotient(5_600, 31), "180.645161", false),
        (quotient(1, 3), "0.333333", false),
        (quotient(1, 3_000), "0.000333333", false),
        (quotient(-1, 3_000), "\u{2212}0.000333333", false),
        (quotient(10_000_000, 3), "3,333,333.333333", false),
        (Exact::from(-1_234_567), "\u{2212}1,234,567", true),
    ] {
        assert_eq!(number::exact(value, Zh), (shown.to_owned(), exactly));
    }
}

#[test]
fn grouping_keeps_the_digits_as_written() {
    for (plain, shown) in [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1,000"),
        ("1234567.8900", "1,234,567.8900"),
        ("-1000.50", "\u{2212}1,000.50"),
        ("0.000001", "0.000001"),
        ("", ""),
        ("abc", "abc"),
    ] {
        assert_eq!(number::grouped(plain), shown);
    }
    let typed = Decimal::parse("１２３４.50", 6).expect("a decimal");
    assert_eq!(number::grouped(&typed.to_string()), "1,234.50");
}

#[test]
fn columns_add_up_in_one_unit() {
    let texts = |amounts: &[Amount]| amounts.iter().map(|amount| amount.number.clone()).collect::<Vec<_>>();
    // Each alone would read 334; three of them would not add up to 1001.
    let (parts, total) = number::carbon_column(&[333_500, 333_500, 333_500], Zh);
    assert_eq!(texts(&parts), ["0.34", "0.33", "0.33"]);
    assert_eq!(total, Amount { number: "1.00".to_owned(), unit: "千克" });
    let (parts, total) = number::carbon_column(&[285_900, 95_300, 400], Zh);
    assert_eq!(texts(&parts), ["286", "95", "1"]);
    assert_eq!(total.number, "382");
    let (parts, total) = number::carbon_column(&[2_548_000, -2_548_000], Zh);
    assert_eq!(texts(&parts), ["2.55", "\u{2212}2.55"]);
    assert_eq!(total, Amount { number: "0.00".to_owned(), unit: "千克" });
    assert_eq!(number::carbon_column(&[], En).1.number, "0");
    assert_eq!(MassUnit::of_column(&[999_499, -999_499]), MassUnit::Gram);
    assert_eq!(MassUnit::of_column(&[1, -999_500]), MassUnit::Kilogram);
}

fn half_up_by_size(total: i128, step: i128) -> i128 {
    let rounded = (2 * total.abs() + step) / (2 * step) * step;
    if total < 0 { -rounded } else { rounded }
}

proptest! {
    #[test]
    fn rounded_parts_add_up(
        parts in proptest::collection::vec(-5_000_000_i64..5_000_000, 0..40),
        step in prop_oneof![Just(1_i64), Just(10), Just(1_000), Just(10_000), 1_i64..100_000],
    ) {
        let shown = number::parts_adding_up(&parts, step);
        prop_assert_eq!(shown.len(), parts.len());
        let total: i128 = parts.iter().map(|part| i128::from(*part)).sum();
        let sum: i128 = shown.iter().map(|part| i128::from(*part)).sum();
        prop_assert_eq!(sum, half_up_by_size(total, i128::from(step)));
        for (part, shown) in parts.iter().zip(&shown) {
            prop_assert_eq!(shown % step, 0);
            prop_assert!((shown - part).abs() < step || step == 1 && shown == part);
        }
        let mirrored: Vec<i64> = parts.iter().map(|part| -part).collect();
        let mirrored = number::parts_adding_up(&mirrored, step);
        prop_assert!(total == 0 || mirrored.iter().zip(&shown).all(|(left, right)| *left == -right));
    }

    #[test]
    fn a_column_on_screen_adds_up(parts in proptest::collection::vec(-3_000_000_i64..3_000_000, 0..20)) {
        let value = |amount: &Amount| -> i64 {
            let digits: String = amount.number.chars().filter(char::is_ascii_digit).collect();
            let size: i64 = digits.parse().unwrap();
            if amount.number.starts_with('\u{2212}') { -size } else { size }
        };
        let (shown, total) = number::carbon_column(&parts, Language::En);
        prop_assert!(shown.iter().all(|part| part.unit == total.unit));
        prop_assert_eq!(shown.iter().map(value).sum::<i64>(), value(&total));
    }

    #[test]
    fn a_reversal_reads_as_its_entry(mg in any::<i64>()) {
        prop_assume!(mg > 0);
        for show in [number::carbon, number::voc] {
            prop_assert_eq!(show(-mg, Language::Zh).number, format!("\u{2212}{}", show(mg, Language::Zh).number));
        }
        prop_assert_eq!(number::points(-mg), format!("\u{2212}{}", number::points(mg)));
    }
}

#[test]
fn the_largest_remainders_are_rounded_up_the_earlier_first() {
    assert_eq!(number::parts_adding_up(&[400, 400, 400], 1_000), [1_000, 0, 0]);
    assert_eq!(number::parts_adding_up(&[400, 600, 500], 1_000), [0, 1_000, 1_000]);
    assert_eq!(number::parts_adding_up(&[-400, -400, -400], 1_000), [-1_000, 0, 0]);
    assert_eq!(number::parts_adding_up(&[1_500, -500], 1_000), [2_000, -1_000]);
    assert_eq!(number::parts_adding_up(&[7, 8], 0), [7, 8]);
    assert_eq!(number::parts_adding_up(&[], 1_000), [0_i64; 0]);
    assert_eq!(number::parts_adding_up(&[i64::MAX, i64::MAX], 10), [i64::MAX, 9_223_372_036_854_775_800]);
}

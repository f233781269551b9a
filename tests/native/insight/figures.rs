//! The numbers of a chart.

use carbon_points::i18n::Language;
use carbon_points::insight::Measure;
use carbon_points::insight::figures::Scale;
use proptest::prelude::*;

fn scale(measure: Measure, largest: i64) -> Scale {
    Scale::of(measure, largest, Language::Zh)
}

#[test]
fn grams_up_to_999_then_kilograms_with_two_decimals() {
    let (grams, kilograms) = (scale(Measure::Carbon, 999_499), scale(Measure::Carbon, 999_500));
    assert_eq!((grams.unit, kilograms.unit), ("克", "千克"));
    assert_eq!((grams.text(999_499), kilograms.text(999_500)), ("999".to_owned(), "1.00".to_owned()));
    // One unit for all of a chart, also for its small months.
    assert_eq!(kilograms.text(720_000), "0.72");
    assert_eq!(kilograms.tick(500_000), "0.5");
    assert_eq!(kilograms.tick(2_000_000_000), "2,000");
}

#[test]
fn what_is_not_zero_never_reads_as_zero() {
    let kilograms = scale(Measure::Carbon, 5_000_000);
    assert_eq!([0, 4_000, 5_000].map(|mg| kilograms.text(mg)), ["0", "<0.01", "0.01"].map(str::to_owned));
    assert_eq!(scale(Measure::Carbon, 800_000).text(400), "<1");
}

#[test]
fn air_shows_three_digits_and_points_are_whole() {
    // 0.105, 0.0105, 0.00105 and 0.000210 pollutant equivalents.
    let shown = [105_000, 10_500, 1_050, 210].map(|upe| scale(Measure::Air, upe).text(upe));
    assert_eq!(shown, ["0.105", "0.0105", "0.00105", "0.000210"].map(str::to_owned));
    assert_eq!(scale(Measure::Points, 3_000).text(3_000), "3,000");
    assert_eq!(scale(Measure::Air, 210).unit, "污染当量");
}

#[test]
fn a_row_adds_up_as_it_is_shown() {
    let row = scale(Measure::Carbon, 3_000_000).row(&[1_005_000, 1_005_000, 0, 990_000]);
    // 1.005 + 1.005 + 0.99 = 3.00: of two equal halves the first is rounded up.
    assert_eq!((row.parts, row.total), (["1.01", "1.00", "0", "0.99"].map(str::to_owned).to_vec(), "3.00".to_owned()));
}

proptest! {
    #[test]
    fn every_row_adds_up(parts in prop::array::uniform4(0_i64..50_000_000_000), measure in 0_usize..3) {
        let measure = Measure::ALL[measure];
        let row = scale(measure, parts.iter().sum()).row(&parts);
        let units = |shown: &str| -> i64 {
            let decimals = shown.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
            let whole: i64 = if shown.starts_with('<') { 0 } else { digits.parse().expect("digits") };
            whole * 10_i64.pow(6 - u32::try_from(decimals).expect("few"))
        };
        prop_assert_eq!(row.parts.iter().map(|part| units(part)).sum::<i64>(), units(&row.total), "{:?}", row);
        for (part, amount) in row.parts.iter().zip(parts) {
            prop_assert_eq!(part == "0", amount == 0);
        }
    }
}

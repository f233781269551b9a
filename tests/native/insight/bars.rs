//! Stacked bars.

use carbon_points::domain::activity::Domain;
use carbon_points::domain::assessment::{Air, Totals};
use carbon_points::domain::ledger::account::ByDomain;
use carbon_points::insight::Measure;
use carbon_points::insight::axis::Axis;
use carbon_points::insight::bars::{BAR, COLUMN, PLOT, SIZE, bars, length, level};
use proptest::prelude::*;

fn parts(carbon: [i64; 4]) -> ByDomain {
    carbon.map(|carbon_mg| Totals { carbon_mg, air: Air::default(), points: 0 })
}

#[test]
fn a_bar_is_as_high_as_its_sum() {
    let axis = Axis { step: 10, top: 40 };
    let (_, top, _, bottom) = PLOT;
    let height = bottom - top;
    let drawn = bars(&[((2026, 10), parts([10, 20, 0, 10])), ((2026, 11), parts([0; 4]))], Measure::Carbon, axis);
    assert_eq!(drawn[0].y, top);
    let heights: Vec<_> = drawn[0].parts.iter().map(|part| (part.domain, part.height)).collect();
    // A quarter, a half and a quarter of the plot; nothing for the domain without anything.
    assert_eq!(heights, [(Domain::Travel, height / 4), (Domain::Home, height / 2), (Domain::Everyday, height / 4)]);
    assert_eq!((drawn[1].y, drawn[1].parts.len()), (bottom, 0));
    assert_eq!(drawn[1].x - drawn[0].x, COLUMN);
}

#[test]
fn the_columns_are_where_the_style_sheet_lays_the_buttons() {
    let (left, _, right, _) = PLOT;
    // 12.5 % and 86.25 % of the width.
    assert_eq!((left * 1_000 / SIZE.0, (right - left) * 10_000 / SIZE.0), (125, 8_625));
    assert_eq!(right - left, 12 * COLUMN);
    let sheet = include_str!("../../../static/css/insight.css");
    assert!(sheet.contains("left: 12.5%;\n  width: 86.25%;"));
}

#[test]
fn lengths_are_in_the_proportion_of_their_amounts() {
    // The largest fills the room; two thirds of 1000 is 667, half up.
    assert_eq!([300, 200, 150, 0].map(|amount| length(amount, 300, 1_000)), [1_000, 667, 500, 0]);
    // Something is never drawn as nothing, and nothing at all draws nothing.
    assert_eq!((length(1, 10_000_000, 1_000), length(0, 0, 1_000)), (1, 0));
    assert_eq!((length(i64::MAX, i64::MAX, 1_000), length(-5, 10, 1_000), length(20, 10, 1_000)), (1_000, 0, 1_000));
}

#[test]
fn measures_are_drawn_from_their_own_ledger() {
    let month = [
        Totals { carbon_mg: 1, air: Air { voc_mg: 9, nox_mg: 9, upe: 2 }, points: 4 },
        Totals::default(),
        Totals::default(),
        Totals::default(),
    ];
    let axis = Axis { step: 1, top: 4 };
    let height = |measure| PLOT.3 - bars(&[((2026, 1), month)], measure, axis)[0].y;
    let whole = PLOT.3 - PLOT.1;
    assert_eq!(Measure::ALL.map(height), [whole / 4, whole / 2, whole]);
}

proptest! {
    /// Parts stand on one another without a gap, fill the bar, and nothing leaves the plot.
    #[test]
    fn parts_fill_the_bar_and_stay_in_the_plot(
        months in prop::collection::vec(prop::array::uniform4(0_i64..2_000_000_000_000), 12..13)
    ) {
        let largest = months.iter().map(|parts| parts.iter().sum::<i64>()).max().unwrap_or(0);
        let axis = Axis::covering(largest, 1_000);
        let shown: Vec<_> = months.iter().zip(1_u8..).map(|(amounts, month)| ((2026, month), parts(*amounts))).collect();
        let (left, top, right, bottom) = PLOT;
        for (bar, amounts) in bars(&shown, Measure::Carbon, axis).iter().zip(&months) {
            let mut y = bottom;
            for part in &bar.parts {
                prop_assert!(part.height >= 0);
                prop_assert_eq!(part.y + part.height, y);
                y = part.y;
            }
            prop_assert_eq!(bar.y, y);
            prop_assert_eq!(bar.y, level(amounts.iter().sum(), axis));
            prop_assert!(bar.y >= top && bar.x >= left && bar.x + BAR <= right);
            prop_assert_eq!(bar.parts.len(), amounts.iter().filter(|amount| **amount > 0).count());
        }
    }
}

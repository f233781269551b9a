//! The geometry of a chart: stacked bars in a drawing of whole units.
//!
//! A part ends where the sum up to it ends, so whatever is rounded, the parts of a bar always fill it exactly.

use super::Measure;
use super::axis::Axis;
use crate::domain::activity::Domain;
use crate::domain::ledger::Month;
use crate::domain::ledger::account::ByDomain;

/// Size of the drawing: width and height.
pub const SIZE: (i64, i64) = (3200, 2000);
/// The plot in it: left, top, right, bottom. The style sheet lays the buttons of the months over these columns.
pub const PLOT: (i64, i64, i64, i64) = (400, 120, 3160, 1640);
/// Width of a month's column.
pub const COLUMN: i64 = 230;
/// Width of a bar in it.
pub const BAR: i64 = 150;

/// One domain's part of a bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// Whose part.
    pub domain: Domain,
    /// Upper edge.
    pub y: i64,
    /// Height; 0 for an amount too small to be drawn.
    pub height: i64,
}

/// A month's bar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar {
    /// The month.
    pub month: Month,
    /// Left edge.
    pub x: i64,
    /// Upper edge; the bottom of the plot if the month is empty.
    pub y: i64,
    /// The parts that are not zero, from the bottom upwards.
    pub parts: Vec<Part>,
}

/// The height at which an amount is drawn, from the top of the drawing.
pub fn level(amount: i64, axis: Axis) -> i64 {
    let (_, top, _, bottom) = PLOT;
    let (amount, whole) = (i128::from(amount.clamp(0, axis.top)), i128::from(axis.top.max(1)));
    // Half up, so that a part never swallows another one's last unit twice.
    let height = (amount * i128::from(bottom - top) * 2 + whole) / (whole * 2);
    bottom - i64::try_from(height).unwrap_or(bottom - top)
}

/// How long a bar of an amount is where the largest amount is as long as `whole`. What is above zero is never drawn as
/// nothing.
pub fn length(amount: i64, largest: i64, whole: i64) -> i64 {
    let (amount, largest) = (i128::from(amount.clamp(0, largest.max(0))), i128::from(largest.max(1)));
    let length = (amount * i128::from(whole) * 2 + largest) / (largest * 2);
    i64::try_from(length).unwrap_or(whole).max(i64::from(amount > 0))
}

/// The bars of months, side by side.
pub fn bars(months: &[(Month, ByDomain)], measure: Measure, axis: Axis) -> Vec<Bar> {
    let (left, _, _, bottom) = PLOT;
    let mut bars = Vec::with_capacity(months.len());
    let mut x = left + (COLUMN - BAR) / 2;
    for (month, by_domain) in months {
        let (mut sum, mut y, mut parts) = (0_i64, bottom, Vec::new());
        for (domain, totals) in Domain::ALL.iter().zip(by_domain) {
            let amount = measure.of(*totals).max(0);
            sum = sum.saturating_add(amount);
            let upper = level(sum, axis);
            if amount > 0 {
                parts.push(Part { domain: *domain, y: upper, height: y - upper });
            }
            y = upper;
        }
        bars.push(Bar { month: *month, x, y, parts });
        x += COLUMN;
    }
    bars
}

//! The picture: axis, bars, names of the months. Lengths are those of [`crate::insight::bars`].

use super::Chart;
use super::hatch::{fill, patterns};
use crate::insight::bars::{BAR, Bar, COLUMN, PLOT, SIZE, bars, level};
use crate::ui::element::{Element, el, text};

/// Room between the axis and what stands at it.
const GAP: i64 = 50;
/// Characters of a number that the margin has room for.
const ROOM_FOR: usize = 5;
/// From the bottom of the plot to the line on which the months are written.
const MONTH_LINE: i64 = 150;
/// And the years.
const YEAR_LINE: i64 = 290;

/// The picture with its name.
#[inline(never)]
pub(super) fn drawing(chart: &Chart<'_>, name: &str) -> Element {
    let (left, top, right, bottom) = PLOT;
    let mut drawing = el("svg", "chart__drawing")
        .attr_of("viewBox", &format!("0 0 {} {}", SIZE.0, SIZE.1))
        .attr("role", "img")
        .attr_of("aria-label", name)
        .attr_of("data-top", &chart.axis.top.to_string())
        .attr("focusable", "false")
        .child(patterns());
    let bars = bars(chart.months, chart.voice.measure(), chart.axis);
    for bar in bars.iter().filter(|bar| bar.month == chart.chosen) {
        let x = bar.x - (COLUMN - BAR) / 2;
        drawing.push(rect("chart__chosen", (x, top - GAP), (COLUMN, bottom - top + GAP)));
    }
    // Where there is nothing, only the ground is drawn.
    let ticks = if bars.iter().all(|bar| bar.parts.is_empty()) { 1 } else { usize::MAX };
    for tick in chart.axis.ticks().take(ticks) {
        let y = level(tick, chart.axis);
        let class = if tick == 0 { "chart__base" } else { "chart__line" };
        drawing.push(el("path", class).attr_of("d", &format!("M{left} {y}H{right}")));
        let number = chart.scale.tick(tick);
        let long = number.chars().count() > ROOM_FOR;
        let value = written("chart__value", (left - GAP, y + 40), &number);
        // A number too long for the margin is set narrower, not cut off.
        drawing.push(if long {
            value.attr_of("textLength", &(left - GAP).to_string()).attr("lengthAdjust", "spacingAndGlyphs")
        } else {
            value
        });
    }
    for bar in &bars {
        drawing.push(stacked(bar));
        let (middle, chosen) = (bar.x + BAR / 2, bar.month == chart.chosen);
        let class = if chosen { "chart__name chart__name--on" } else { "chart__name" };
        drawing.push(written(class, (middle, bottom + MONTH_LINE), &bar.month.1.to_string()));
        // A year stands under its January and under the first month, unless the two would touch.
        let first = bars.first().is_some_and(|first| first.month == bar.month);
        if bar.month.1 == 1 || first && bar.month.1 < 12 {
            drawing.push(written("chart__name", (middle, bottom + YEAR_LINE), &bar.month.0.to_string()));
        }
    }
    drawing
}

fn stacked(bar: &Bar) -> Element {
    let mut stack = el("g", "").attr_of("data-month", &format!("{}-{}", bar.month.0, bar.month.1));
    for part in bar.parts.iter().filter(|part| part.height > 0) {
        let drawn = rect("chart__part", (bar.x, part.y), (BAR, part.height)).attr("fill", fill(part.domain));
        stack.push(drawn.attr("data-domain", part.domain.as_str()));
    }
    stack
}

fn rect(class: &'static str, (x, y): (i64, i64), (width, height): (i64, i64)) -> Element {
    let mut rect = el("rect", class);
    for (name, length) in [("x", x), ("y", y), ("width", width), ("height", height)] {
        rect = rect.attr_of(name, &length.to_string());
    }
    rect
}

fn written(class: &'static str, (x, y): (i64, i64), said: &str) -> Element {
    text("text", class, said).attr_of("x", &x.to_string()).attr_of("y", &y.to_string())
}

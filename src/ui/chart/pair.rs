//! Two amounts of a ledger as bars, one under the other, and the table of several such pairs.

use crate::insight::bars::length;
use crate::insight::figures::Scale;
use crate::ui::Words;
use crate::ui::amount::Voice;
use crate::ui::element::{Element, el, say, text};

/// Size of the drawing; the style sheet stretches it to the room there is.
const SIZE: (i64, i64) = (1000, 100);
/// Height of a bar, and of the room above each.
const BAR: i64 = 40;
const ROOM: i64 = 5;

/// Amounts of one ledger.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) voice: Voice,
    /// One that covers all of them.
    pub(crate) scale: Scale,
    pub(crate) now: i64,
    pub(crate) other: i64,
    /// What the other one went on to, drawn as an outline around it.
    pub(crate) went_on: Option<i64>,
}

/// The picture, with a name that says what it shows. The bars differ in how they are filled, not in colour alone.
#[inline(never)]
pub(crate) fn picture(pair: &Pair, name: &str) -> Element {
    let most = pair.now.max(pair.other).max(pair.went_on.unwrap_or(0));
    let class = match pair.voice {
        Voice::Carbon => "pair voice--carbon",
        Voice::Air => "pair voice--air",
        Voice::Points => "pair voice--points",
    };
    let bar = |class, line: i64, amount| {
        let mut bar = el("rect", class);
        let across = length(amount, most, SIZE.0);
        for (name, length) in [("x", 0), ("y", ROOM + line * SIZE.1 / 2), ("width", across), ("height", BAR)] {
            bar = bar.attr_of(name, &length.to_string());
        }
        bar
    };
    el("svg", class)
        .attr_of("viewBox", &format!("0 0 {} {}", SIZE.0, SIZE.1))
        .attr("preserveAspectRatio", "none")
        .attr("role", "img")
        .attr_of("aria-label", name)
        .attr("focusable", "false")
        .maybe(pair.went_on.map(|amount| bar("pair__bar pair__bar--on", 1, amount)))
        .child(bar("pair__bar pair__bar--other", 1, pair.other))
        .child(bar("pair__bar pair__bar--now", 0, pair.now))
        .child(el("path", "pair__ground").attr("d", "M0 0V100"))
}

/// The sign of a bar, for what stands beside its number.
pub(crate) fn key(class: &'static str) -> Element {
    el("span", class).attr("aria-hidden", "true")
}

/// The sign of the first bar.
pub(crate) const NOW: &str = "pair__key pair__key--now";
/// The sign of the second one.
pub(crate) const OTHER: &str = "pair__key pair__key--other";
/// The sign of the outline.
pub(crate) const ON: &str = "pair__key pair__key--on";

/// The numbers behind the pictures: a row for each ledger, in its own unit.
#[inline(never)]
pub(crate) fn table(caption: &str, columns: &[&str], pairs: &[Pair], words: Words) -> Element {
    let t = words.t;
    let column = |name: &str| text("th", "", name).attr("scope", "col");
    let mut head = el("tr", "").child(column(t.pair_ledger()));
    for name in columns {
        head.push(column(name));
    }
    let mut body = el("tbody", "");
    for pair in pairs {
        let (before, after) = (words.language.pick("（", " ("), words.language.pick("）", ")"));
        let name = format!("{}{before}{}{after}", pair.voice.name(words), pair.scale.unit);
        let mut line = el("tr", "").child(text("th", "", &name).attr("scope", "row"));
        for amount in [Some(pair.now), Some(pair.other), pair.went_on].into_iter().flatten() {
            line.push(text("td", "", &pair.scale.text(amount)));
        }
        body.push(line);
    }
    let table = el("table", "numbers numbers--pairs")
        .child(text("caption", "", caption))
        .child(el("thead", "").child(head))
        .child(body);
    el("details", "more")
        .named("pairs")
        .child(say("summary", "more__summary", t.chart_table()))
        .child(el("div", "numbers__frame").child(table))
}

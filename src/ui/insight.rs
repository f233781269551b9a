//! Pictures where people would rather look than read: months, last year, a goal, what next, what if, levels.

mod goal;
mod level;
pub(crate) mod next;
mod what_if;
mod year;

use super::act::Act;
use super::amount::{Voice, mark};
use super::chart::{self, Chart};
use super::element::{Element, el, say};
use super::shell::title;
use super::{Context, Words};
use crate::domain::activity::Kind;
use crate::domain::ledger::Account;
use crate::insight::months::{has_earlier, year_ending};
use crate::insight::next::Habit;
use crate::insight::usual::Usual;
use crate::insight::{Change, Insight, Viewpoint};
use crate::route::View;

/// What was recorded, and begun, before.
#[derive(Debug)]
pub(crate) struct Recorded<'a> {
    /// Acts that may be done again.
    pub(crate) habits: &'a [Habit],
    /// Kinds that a draft was begun of.
    pub(crate) begun: &'a [Kind],
}

/// The screen.
pub(crate) fn screen(
    context: &Context<'_>,
    view: &Viewpoint<'_>,
    insight: &Insight,
    recorded: &Recorded<'_>,
) -> Element {
    let t = context.words.t;
    let account = view.ledger.account(view.person);
    let left =
        el("div", "insight__column").child(months(context, &account, insight)).child(year::section(context, &account));
    let right = el("div", "insight__column")
        .child(goal::section(context, view, &account, insight.goal(view.person)))
        .child(next::section(context, view, recorded, insight.order));
    el("section", "screen insight")
        .child(title(context.words, &View::Me, t.insight_title()))
        .child(el("div", "insight__columns").child(left).child(right))
        .child(what_if::section(context, view, insight))
        .child(level::section(context, view, &account))
}

fn months(context: &Context<'_>, account: &Account, insight: &Insight) -> Element {
    let (words, t) = (context.words, context.words.t);
    let mut switch = el("div", "insight__switch").attr("role", "group").attr("aria-label", t.chart_switch());
    let mut drawn = None;
    let last = insight.last(context.today);
    let months = year_ending(account, last);
    for voice in Voice::ALL {
        let on = voice.measure() == insight.measure;
        switch.push(
            el("button", if on { "chip chip--on" } else { "chip" })
                .attr("type", "button")
                .state("aria-pressed", on)
                .attr("data-measure", voice.measure().as_str())
                .pressed(context.on, Act::Insight(Change::Measured(voice.measure())))
                .child(mark(voice))
                .child(say("span", "", voice.name(words))),
        );
        if on {
            let made = Chart::of(voice, &months, insight.chosen(context.today), words);
            drawn = Some(chart::chart(context, &made, insight));
        }
    }
    let points = (insight.measure == Voice::Points.measure()).then(|| say("p", "hint", t.chart_points_note()));
    block(t.chart_title()).child(switch).maybe(drawn).maybe(points).child(chart::windows(
        context,
        last,
        has_earlier(account, last),
    ))
}

fn block(title: &'static str) -> Element {
    el("section", "block").attr("aria-label", title).child(say("h2", "block__title", title))
}

/// Whose length of a leg that is.
fn whose(usual: Usual, words: Words) -> &'static str {
    if usual.own { words.t.own_length() } else { words.t.example_length() }
}

/// A text with these in the places of its `^`, in order.
pub(crate) fn filled(text: &str, with: &[&str]) -> String {
    let mut with = with.iter();
    let mut filled = String::new();
    for character in text.chars() {
        match character {
            '^' => filled.push_str(with.next().copied().unwrap_or_default()),
            _ => filled.push(character),
        }
    }
    filled
}

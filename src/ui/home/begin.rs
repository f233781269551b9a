//! Home as a newcomer finds it: the day, an example that can be worked out at once, and what can be recorded. It stands in
//! the first file.

use super::super::Context;
use super::super::amount::avoided;
use super::super::choices::choices;
use super::super::element::{Element, el, say, text};
use super::super::field::{Field, Form};
use super::super::icon::{Icon, icon};
use super::super::outcome::{Preview, save_button, why_button};
use crate::domain::activity::Kind;
use crate::domain::assessment::Totals;
use crate::domain::rulebook::Key;
use crate::i18n::calendar;

const CHOICES: [Kind; 6] = [Kind::Trip, Kind::Utility, Kind::Purchase, Kind::Action, Kind::CarFree, Kind::Refuel];

/// What the account would count of an act if it were recorded now.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Counted {
    pub(crate) totals: Totals,
    /// Why it would earn no points, although it is worth some; once it was fetched.
    pub(crate) full: Option<&'static str>,
}

/// The screen; `example` is the worked example with its result, `counted` what the account would make of it.
pub(crate) fn screen(context: &Context<'_>, example: (&Form<'_>, &Preview), counted: Option<Counted>) -> Element {
    el("section", "screen home")
        .child(day(context))
        .child(worked_example(context, example, counted))
        .child(kinds(context, &|_| None))
        .child(privacy(context))
}

/// The day, and the season if points count more in it.
pub(super) fn day(context: &Context<'_>) -> Element {
    let (t, language) = (context.words.t, context.words.language);
    let today = calendar::full_day(context.today, language);
    let season = in_ozone_season(context).then(|| {
        let keys = [Key::OzoneFirstMonth, Key::OzoneLastMonth, Key::OzoneMultiplier];
        el("p", "home__season").child(icon(Icon::Sun)).text(&context.fill(t.season_ozone(), &keys))
    });
    el("div", "home__day")
        .child(text("h1", "home__date", &today).attr("id", "title").attr("tabindex", "-1"))
        .maybe(season)
}

fn in_ozone_season(context: &Context<'_>) -> bool {
    let month = |key| context.rules.key(key, context.today)?.value.floor().ok();
    match (month(Key::OzoneFirstMonth), month(Key::OzoneLastMonth)) {
        (Some(first), Some(last)) => (first..=last).contains(&i64::from(context.today.month())),
        _ => false,
    }
}

/// What can be recorded; `last` says what was recorded last of each kind.
pub(super) fn kinds(context: &Context<'_>, last: &dyn Fn(Kind) -> Option<String>) -> Element {
    block(context.words.t.quick_title()).child(choices(&CHOICES, context.words, last))
}

/// That nothing leaves the device.
pub(super) fn privacy(context: &Context<'_>) -> Element {
    say("p", "home__privacy", context.words.t.privacy())
}

/// A part of the screen under a title.
pub(super) fn block(title: &'static str) -> Element {
    el("section", "block").attr("aria-label", title).child(say("h2", "block__title", title))
}

/// Why an act would earn no points, although it is worth some.
pub(super) fn full(counted: Option<Counted>) -> Option<Element> {
    Some(say("small", "again__full", counted?.full?))
}

/// Instead of zeros: an example that can be changed, looked into, kept or left.
fn worked_example(context: &Context<'_>, (form, preview): (&Form<'_>, &Preview), counted: Option<Counted>) -> Element {
    let (words, t) = (context.words, context.words.t);
    let kilometres = Field {
        path: "legs[0].km",
        label: t.km(),
        unit: words.language.pick("公里", "km"),
        step: "1",
        quick: &["3", "5", "10", "20"],
        ..Field::default()
    };
    let valid = preview.valid();
    let result = el("div", "example__result")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .named("result")
        .maybe(counted.map(|counted| avoided(counted.totals, words)))
        .maybe(full(counted));
    let actions = el("div", "example__actions")
        .child(why_button(context))
        .child(save_button(context, if context.saving { t.saving() } else { t.example_keep() }));
    let reasons = valid.filter(|_| context.why_open).map(|valid| {
        let explained = context.explain.map(|explain| (explain.why)(context, valid));
        el("div", "sheet").child(explained.unwrap_or_else(|| say("p", "loading", t.awaited())))
    });
    el("section", "example")
        .named("example")
        .child(say("h2", "example__title", t.example_title()))
        .child(say("p", "lead", t.example_lead()))
        .child(form.number(kilometres))
        .child(result)
        .child(text("p", "hint", &context.fill(t.self_declared_share(), &[Key::EvidenceSelfDeclared])))
        .child(actions)
        .maybe(reasons)
}

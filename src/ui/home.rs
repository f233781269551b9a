//! Home: the three totals, what was recorded, and one clear next step.

use super::act::Act;
use super::amount::{Voice, figure, figures, gases};
use super::element::{Element, el, say, text};
use super::entry::voice_name;
use super::field::{Field, Form};
use super::icon::{Icon, icon};
use super::ledger::rows;
use super::outcome::{Preview, save_button, why_button};
use super::record::{choices, kind_line};
use super::summary::{activity_icon, summary};
use super::{Context, Words};
use crate::domain::activity::{Activity, Kind};
use crate::domain::assessment::Totals;
use crate::domain::ledger::Ledger;
use crate::i18n::calendar;
use crate::route::View;

/// The one thing suggested next.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Next {
    /// A draft of that kind is unfinished.
    Unfinished(Kind),
    /// No bill this month yet.
    Bill,
    /// Travel, which is there every day.
    Trip,
}

/// What the home screen shows besides the ledger.
#[derive(Clone, Debug)]
pub(crate) struct Home<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) in_ozone_season: bool,
    /// Acts recorded before that can be recorded again with one tap, and what they will be worth.
    pub(crate) again: &'a [(Activity, Totals)],
    pub(crate) next: Next,
}

const CHOICES: [Kind; 6] = [Kind::Trip, Kind::Utility, Kind::Purchase, Kind::Action, Kind::CarFree, Kind::Refuel];

/// The home screen; `example` is the first visitor's worked example with its result.
pub(crate) fn screen(context: &Context<'_>, home: &Home<'_>, example: (&Form<'_>, &Preview)) -> Element {
    let (words, t, language) = (context.words, context.words.t, context.words.language);
    let ledger = home.ledger;
    let today = calendar::full_day(context.today, language);
    let season = home.in_ozone_season.then(|| el("p", "home__season").child(icon(Icon::Sun)).say(t.season_ozone()));
    let day = el("div", "home__day")
        .child(text("h1", "home__date", &today).attr("id", "title").attr("tabindex", "-1"))
        .maybe(season);
    let used = !ledger.is_empty();
    let first = if used { totals(ledger, context) } else { worked_example(context, example) };
    let last = |kind| last_of(kind, ledger, context);
    el("section", "screen home")
        .child(day)
        .child(first)
        .maybe((!home.again.is_empty()).then(|| again(context, home.again)))
        .child(block(t.quick_title()).child(choices(&CHOICES, words, &last)))
        .maybe(used.then(|| next(home.next, words)))
        .maybe(used.then(|| recent(ledger, context)))
        .child(say("p", "home__privacy", t.privacy()))
}

fn block(title: &'static str) -> Element {
    el("section", "block").attr("aria-label", title).child(say("h2", "block__title", title))
}

fn totals(ledger: &Ledger, context: &Context<'_>) -> Element {
    let (words, t) = (context.words, context.words.t);
    let (month, all) = (ledger.month((context.today.year(), context.today.month())), ledger.all_time());
    let mut list = el("dl", "totals").named("totals");
    for voice in Voice::ALL {
        let number = el("a", "")
            .attr("href", "#/ledger")
            .attr("title", t.see_origin())
            .child(say("span", "visually-hidden", t.this_month()))
            .child(figure(voice, month, words));
        let gases = (voice == Voice::Air).then(|| text("dd", "totals__more", &gases(month, words)));
        list.push(
            el("div", "totals__one")
                .child(voice_name(voice, words))
                .child(el("dd", "totals__number").child(number))
                .maybe(gases)
                .child(el("dd", "totals__all").say(t.all_time()).say(" ").child(figure(voice, all, words))),
        );
    }
    block(t.this_month()).child(list).child(say("p", "hint totals__hint", t.three_ledgers()))
}

/// Instead of zeros: an example that can be changed, looked into, kept or left.
fn worked_example(context: &Context<'_>, (form, preview): (&Form<'_>, &Preview)) -> Element {
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
        .maybe(valid.map(|valid| figures(valid.1.totals, words)));
    let actions = el("div", "example__actions")
        .child(why_button(context))
        .child(save_button(context, if context.saving { t.saving() } else { t.example_keep() }));
    let reasons = valid.filter(|_| context.why_open).map(|valid| {
        let explained = context.explain.map(|explain| (explain.why)(context, valid));
        el("div", "sheet").child(explained.unwrap_or_else(|| say("p", "loading", t.loading())))
    });
    el("section", "example")
        .named("example")
        .child(say("h2", "example__title", t.example_title()))
        .child(say("p", "lead", t.example_lead()))
        .child(form.number(kilometres))
        .child(result)
        .child(say("p", "hint", t.self_declared_half()))
        .child(actions)
        .maybe(reasons)
}

fn again(context: &Context<'_>, acts: &[(Activity, Totals)]) -> Element {
    let words = context.words;
    let mut list = el("ul", "again");
    for (place, (activity, worth)) in acts.iter().enumerate() {
        let button = el("button", "again__item")
            .attr("type", "button")
            .flag("disabled", context.saving)
            .pressed(context.on, Act::Repeated(place))
            .child(icon(activity_icon(&activity.facts)))
            .child(text("span", "again__name", &summary(activity, context.rules, words)))
            .child(figures(*worth, words));
        list.push(el("li", "").child(button));
    }
    block(words.t.quick_again()).child(list)
}

fn next(next: Next, words: Words) -> Element {
    let t = words.t;
    let (title, why, go, kind) = match next {
        Next::Unfinished(kind) => (t.next_draft(), kind_line(kind, words), t.next_draft_go(), kind),
        Next::Bill => (t.next_bill(), t.next_bill_why(), t.next_go(), Kind::Utility),
        Next::Trip => (t.next_trip(), t.next_trip_why(), t.next_go(), Kind::Trip),
    };
    el("section", "next")
        .attr("aria-label", t.next_title())
        .named("next")
        .child(say("p", "next__kicker", t.next_title()))
        .child(say("h2", "next__title", title))
        .child(say("p", "next__why", why))
        .child(say("a", "button button--main", go).attr_of("href", &View::Record(kind).href()))
}

fn recent(ledger: &Ledger, context: &Context<'_>) -> Element {
    let t = context.words.t;
    let yesterday = context.today.plus_days(-1);
    let days: Vec<_> = ledger.by_day().take_while(|(day, _)| *day >= yesterday).collect();
    let nothing = !days.iter().any(|(day, _)| *day == context.today);
    let mut list = el("div", "days");
    for (day, entries) in &days {
        let name = calendar::relative_day(*day, context.today, context.words.language);
        list.push(
            el("div", "")
                .key(&day.to_string())
                .child(text("h3", "recent__day", &name))
                .child(rows(context, ledger, entries).0),
        );
    }
    block(t.recent_title()).named("recent").maybe(nothing.then(|| say("p", "hint", t.recent_none()))).child(list)
}

/// What was recorded last of a kind, in one line.
pub(crate) fn last_of(kind: Kind, ledger: &Ledger, context: &Context<'_>) -> Option<String> {
    let posted = ledger.recent().find(|posted| posted.activity.facts.kind() == kind)?;
    Some(summary(&posted.activity, context.rules, context.words))
}

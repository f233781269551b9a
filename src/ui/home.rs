//! Home: the three totals, what was recorded, and one clear next step.

use super::Context;
use super::act::Act;
use super::amount::{Voice, avoided, figure, figures, gases};
use super::element::{Element, el, say, text};
use super::entry::voice_name;
use super::field::{Field, Form};
use super::icon::{Icon, icon};
use super::ledger::rows;
use super::outcome::{Preview, save_button, why_button};
use super::record::{choices, kind_line};
use super::summary::{activity_icon, summary};
use crate::domain::activity::{Activity, Kind};
use crate::domain::assessment::Totals;
use crate::domain::ledger::Ledger;
use crate::i18n::{Text, calendar};
use crate::route::View;

/// An act recorded before that can be recorded again with one tap.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Again {
    /// Its place among all that can be.
    pub(crate) place: usize,
    pub(crate) activity: Activity,
    /// What it will be worth.
    pub(crate) worth: Totals,
}

impl Again {
    /// Whether it is worth anything.
    pub(crate) fn pays(&self) -> bool {
        !self.worth.is_zero()
    }
}

/// What an act would be worth.
type Worth = Option<(Activity, Totals)>;

/// The one thing suggested next.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Next {
    /// A draft of that kind is unfinished; what it comes to, if it is valid as it stands.
    Unfinished(Kind, Worth),
    /// An act done before and not yet today.
    Habit {
        act: Again,
        /// Times it was recorded lately.
        times: usize,
        yesterday: bool,
    },
    /// No bill lately; what each kilowatt-hour is worth.
    Bill(Worth),
    /// No travel today; what a trip might be worth.
    Trip(Worth),
    /// Everything usual is recorded.
    Nothing,
}

/// What the home screen shows besides the ledger.
#[derive(Clone, Debug)]
pub(crate) struct Home<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) in_ozone_season: bool,
    pub(crate) again: &'a [Again],
    pub(crate) next: &'a Next,
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
        .maybe(used.then(|| next(home.next, context)))
        .maybe((!home.again.is_empty()).then(|| again(context, home.again)))
        .child(block(t.quick_title()).child(choices(&CHOICES, words, &last)))
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
        .maybe(valid.map(|valid| avoided(valid.1.totals, words)));
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

fn again(context: &Context<'_>, acts: &[Again]) -> Element {
    let words = context.words;
    let mut list = el("ul", "again");
    for act in acts {
        let button = el("button", "again__item")
            .attr("type", "button")
            .flag("disabled", context.saving)
            .pressed(context.on, Act::Repeated(act.place))
            .child(icon(activity_icon(&act.activity.facts)))
            .child(text("span", "again__name", &summary(&act.activity, context.rules, words)))
            .child(figures(act.worth, words));
        list.push(el("li", "").child(button));
    }
    block(words.t.quick_again()).child(list)
}

/// The one clear next step, with its worth and its reason; a quiet line if there is none.
fn next(next: &Next, context: &Context<'_>) -> Element {
    let (words, t) = (context.words, context.words.t);
    let (kind, title, why, go, each, worth) = match next {
        Next::Nothing => return say("p", "hint next--nothing", t.next_nothing()).named("next"),
        Next::Habit { act, times, yesterday } => return habit(context, act, *times, *yesterday),
        Next::Unfinished(kind, worth) => {
            (*kind, t.next_draft(), kind_line(*kind, words), t.next_draft_go(), None, worth)
        }
        Next::Bill(worth) => {
            (Kind::Utility, t.next_bill(), t.next_bill_why(), t.next_go(), Some(t.next_bill_each().to_owned()), worth)
        }
        Next::Trip(worth) => {
            let each = worth.as_ref().map(|(example, _)| summary(example, context.rules, words));
            (Kind::Trip, t.next_trip(), t.next_trip_why(), t.next_go(), each, worth)
        }
    };
    let worth = worth.as_ref().map(|(_, worth)| {
        let each = each.map(|each| text("span", "next__each", &each));
        el("p", "next__worth").maybe(each).child(avoided(*worth, words))
    });
    let go = say("a", "button button--main", go).attr_of("href", &View::Record(kind).href());
    suggested(t, title, why).maybe(worth).child(go)
}

/// A habit is recorded with one tap.
fn habit(context: &Context<'_>, act: &Again, times: usize, yesterday: bool) -> Element {
    let (words, t) = (context.words, context.words.t);
    let like = if yesterday { t.next_like_yesterday() } else { t.next_like_before() };
    let title = format!("{like}{}", summary(&act.activity, context.rules, words));
    let why = format!("{}{times}{}", t.next_times(), t.next_not_today());
    let save = say("button", "button button--main", t.save())
        .attr("type", "button")
        .flag("disabled", context.saving)
        .pressed(context.on, Act::Repeated(act.place));
    suggested(t, &title, &why).child(el("p", "next__worth").child(avoided(act.worth, words))).child(save)
}

fn suggested(t: Text, title: &str, why: &str) -> Element {
    el("section", "next")
        .attr("aria-label", t.next_title())
        .named("next")
        .child(say("p", "next__kicker", t.next_title()))
        .child(text("h2", "next__title", title))
        .child(text("p", "next__why", why))
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

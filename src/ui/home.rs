//! Home: the three totals, what was recorded, and one clear next step.

pub(crate) mod begin;
mod next;

use super::Context;
use super::act::Act;
use super::amount::{Voice, figure, figures, gases};
use super::choices::last_of;
use super::element::{Element, el, say, text};
use super::entry::voice_name;
use super::field::Form;
use super::icon::icon;
use super::ledger::rows;
use super::outcome::Preview;
use super::summary::{activity_icon, summary};
use crate::domain::activity::Activity;
use crate::domain::assessment::Totals;
use crate::domain::ledger::Ledger;
use crate::i18n::number::points;
use crate::i18n::{calendar, filled};
use crate::insight::Change;
pub(crate) use begin::Counted;
use begin::block;
use begin::full;
use next::next;
pub(crate) use next::{Next, Offered};

/// An act recorded before that can be recorded again with one tap.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Again {
    /// Its place among all that can be.
    pub(crate) place: usize,
    pub(crate) activity: Activity,
    /// What it is worth by itself.
    pub(crate) worth: Totals,
    /// What it would come to.
    pub(crate) counted: Counted,
    /// Times it was recorded lately.
    pub(crate) times: usize,
    /// Whether it was recorded for yesterday.
    pub(crate) yesterday: bool,
    /// Whether it was recorded for today already.
    pub(crate) done: bool,
}

/// What the home screen shows besides the ledger.
#[derive(Clone, Debug)]
pub(crate) struct Home<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) again: Vec<Again>,
    pub(crate) next: Next,
    /// What the example would come to.
    pub(crate) example: Option<Counted>,
    /// That points expire soon, once it was fetched.
    pub(crate) expiring: Option<String>,
}

/// The home screen; `example` is the first visitor's worked example with its result.
pub(crate) fn screen(context: &Context<'_>, home: &Home<'_>, example: (&Form<'_>, &Preview)) -> Element {
    let ledger = home.ledger;
    // Somebody new begins where a first visitor does.
    if ledger.account(context.person).months().next().is_none() {
        return begin::screen(context, example, home.example);
    }
    let last = |kind| last_of(kind, ledger, context);
    el("section", "screen home")
        .child(begin::day(context))
        .child(totals(home, context))
        .child(next(&home.next, context, (example.1, home.example)))
        .maybe((!home.again.is_empty()).then(|| again(context, &home.again)))
        .child(begin::kinds(context, &last))
        .child(recent(ledger, context))
        .child(begin::privacy(context))
}

fn totals(home: &Home<'_>, context: &Context<'_>) -> Element {
    let (words, t) = (context.words, context.words.t);
    let account = home.ledger.account(context.person);
    let (month, all) = (account.month((context.today.year(), context.today.month())), account.all_time());
    let mut list = el("dl", "totals").named("totals");
    for voice in Voice::ALL {
        let number = el("a", "")
            .attr("href", "#/insight")
            .attr("title", t.see_chart())
            .pressed(context.on, Act::Insight(Change::Measured(voice.measure())))
            .child(say("span", "visually-hidden", t.this_month()))
            .child(figure(voice, month, words));
        let gases = (voice == Voice::Air).then(|| text("dd", "totals__more", &gases(month, words)));
        list.push(
            el("div", "totals__one")
                .child(voice_name(voice, words))
                .child(el("dd", "totals__number").child(number))
                .maybe(gases)
                .child(el("dd", "totals__all").say(t.all_time()).say(" ").child(
                    el("a", "").attr("href", "#/ledger").attr("title", t.see_origin()).child(figure(voice, all, words)),
                )),
        );
    }
    let expiring = home
        .expiring
        .as_ref()
        .map(|said| el("p", "hint").named("expiring").child(text("a", "alone", said).attr("href", "#/points")));
    block(t.this_month()).child(list).maybe(expiring).child(say("p", "hint totals__hint", t.three_ledgers()))
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
            .child(figures(act.counted.totals, words))
            .maybe(full(Some(act.counted)));
        list.push(el("li", "").child(button));
    }
    block(words.t.quick_again()).child(list)
}

/// Of what was recorded on a day, home shows the latest.
const LATEST: usize = 8;

/// What was recorded today and yesterday, whenever it was done.
fn recent(ledger: &Ledger, context: &Context<'_>) -> Element {
    let t = context.words.t;
    let yesterday = context.today.plus_days(-1);
    let mut list = el("div", "days");
    let mut nothing = true;
    for day in [context.today, yesterday] {
        let recorded = ledger.recorded_since(yesterday).filter(|(recorded, (_, posted))| {
            *recorded == day && posted.holders().any(|person| person == context.person)
        });
        let entries: Vec<_> = recorded.map(|(_, entry)| entry).collect();
        if entries.is_empty() {
            continue;
        }
        nothing &= day != context.today;
        let name = calendar::relative_day(day, context.today, context.words.language);
        let others = entries.len().saturating_sub(LATEST);
        let others = (others > 0).then(|| {
            let said = filled(t.recent_more(), &[&points(i64::try_from(others).unwrap_or(0))]);
            el("p", "hint").named("recent-more").child(text("a", "alone", &said).attr("href", "#/ledger"))
        });
        list.push(
            el("div", "")
                .key(&day.to_string())
                .child(text("h3", "recent__day", &name))
                .child(rows(context, ledger, day, entries.get(..LATEST).unwrap_or(&entries)))
                .maybe(others),
        );
    }
    block(t.recent_title()).named("recent").maybe(nothing.then(|| say("p", "hint", t.recent_none()))).child(list)
}

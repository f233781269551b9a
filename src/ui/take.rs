//! What another device hands over: looked at before it is taken in.

use super::Context;
use super::amount::figures;
use super::carry::{Shown, outcome};
use super::element::{Element, el, say, text};
use super::icon::Icon;
use super::icon::icon;
use super::shell::{remark, title};
use super::summary::{activity_icon, summary};
use crate::domain::archive::Plan;
use crate::i18n::{calendar, number};
use crate::route::View;

/// What cannot be worked out here as it was there.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Otherwise {
    /// Entries worked out by the rules below their district's.
    pub(crate) by_base: usize,
    /// Entries that cannot be worked out.
    pub(crate) unknown: usize,
}

/// The screen; `fault` says why nothing can be taken in.
pub(crate) fn screen(context: &Context<'_>, shown: &Shown<'_>, otherwise: Otherwise, fault: Option<&str>) -> Element {
    let t = context.words.t;
    let said = |before: &'static str, count: usize, after: &'static str| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        (count > 0).then(|| el("p", "remark").child(el("span", "").say(before).text(&number::points(count)).say(after)))
    };
    el("section", "screen screen--narrow carry take")
        .named("take-screen")
        .child(title(context.words, &View::Home, t.take_title()))
        .child(say("p", "lead", t.take_lead()))
        .maybe(said(t.take_by_base_before(), otherwise.by_base, t.take_by_base_after()))
        .maybe(said(t.take_unknown_before(), otherwise.unknown, t.take_unknown_after()))
        .child(outcome(context, shown))
        .maybe(shown.plan.filter(|plan| !plan.new.is_empty()).map(|plan| listed(context, plan)))
        .maybe(fault.map(|fault| text("p", "take__fault", fault).named("fault")))
        .maybe(fault.is_some().then(|| say("p", "hint", t.take_refused_lead())))
        .child(remark(t.privacy(), Icon::Info))
}

/// Every new entry, with what it comes to here.
fn listed(context: &Context<'_>, plan: &Plan) -> Element {
    let mut list = el("ul", "take__list").named("listed");
    for posted in plan.new.iter().filter_map(|entry| entry.posted()) {
        let day = calendar::day_short(posted.activity.date, context.words.language);
        let what = summary(&posted.activity, context.rules, context.words);
        list.push(
            el("li", "take__entry")
                .child(icon(activity_icon(&posted.activity.facts)))
                .child(text("span", "take__what", &format!("{day} {what}")))
                .child(figures(posted.totals, context.words)),
        );
    }
    list
}

//! What another device hands over: looked at before it is taken in.

use super::Context;
use super::amount::columns;
use super::carry::{Shown, outcome};
use super::element::{Element, el, say, text};
use super::icon::Icon;
use super::icon::icon;
use super::shell::{remark, title};
use super::standing::{bonus_name, capped};
use super::summary::{activity_icon, summary};
use crate::domain::archive::Plan;
use crate::domain::assessment::Totals;
use crate::domain::ledger::{Entry, Ledger, Posted, Standing};
use crate::domain::methodology;
use crate::i18n::because::in_a_line;
use crate::i18n::claim::not_counted;
use crate::i18n::reason::at_screen;
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
pub(crate) fn screen(
    context: &Context<'_>,
    shown: &Shown<'_>,
    ledger: &Ledger,
    otherwise: Otherwise,
    fault: Option<&str>,
) -> Element {
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
        .maybe(shown.plan.filter(|plan| !plan.new.is_empty()).map(|plan| listed(context, ledger, plan)))
        .maybe(fault.map(|fault| text("p", "take__fault", fault).named("fault")))
        .maybe(fault.is_some().then(|| say("p", "hint", t.take_refused_lead())))
        .child(remark(t.privacy(), Icon::Info))
}

/// Every new entry with what the account would count of it, merchants' bonuses as rows of their own, and their sum: what
/// the account changes by.
fn listed(context: &Context<'_>, ledger: &Ledger, plan: &Plan) -> Element {
    let (words, t) = (context.words, context.words.t);
    let mut after = ledger.clone();
    after.post_all(plan.new.iter().cloned());
    let after = after.account(context.person);
    let mut rows = Vec::new();
    for (entry, posted) in plan.new.iter().filter_map(|entry| Some((entry, entry.posted()?))) {
        let standing = after.standing(posted.activity.date, &entry.id);
        rows.push(row(context, entry, posted, standing));
        if let Some(bonus) = standing.and_then(|standing| standing.bonus.as_ref()) {
            let totals = Totals { points: bonus.credited, ..Totals::default() };
            let name = text("span", "take__what", &bonus_name(context.rules, &bonus.merchant, words));
            rows.push((el("li", "take__entry take__entry--part").named("bonus").child(name), totals));
        }
    }
    let sum = rows.iter().fold(Totals::default(), |sum, (_, totals)| sum.plus(*totals));
    // New entries may take from what those that are there counted: days of theirs, or room below a cap.
    let change = plan.accounts.iter().find(|change| change.person == context.person);
    let moved = change.map_or(sum, |change| change.after.plus(change.before.negated())).plus(sum.negated());
    if moved != Totals::default() {
        let said = say("span", "take__what", t.take_moved());
        rows.push((el("li", "take__entry take__entry--part").named("moved").child(said), moved));
    }
    let totals: Vec<Totals> = rows.iter().map(|(_, totals)| *totals).collect();
    let (figures, total) = columns(&totals, words);
    let mut list = el("ul", "take__list").named("listed");
    for ((row, totals), figures) in rows.into_iter().zip(figures) {
        let nothing = || text("span", "voice--points", &format!("{} {}", number::points(0), t.points_unit()));
        list.push(row.child(if totals == Totals::default() { nothing() } else { figures }));
    }
    let name = say("span", "take__what", t.kiosk_total());
    list.push(el("li", "take__entry take__entry--total").named("listed-total").child(name).child(total));
    list
}

/// An entry and what is counted of it; below its name, why that is less than it could be.
fn row(context: &Context<'_>, entry: &Entry, posted: &Posted, standing: Option<&Standing>) -> (Element, Totals) {
    let words = context.words;
    let activity = &posted.activity;
    let day = calendar::day_short(activity.date, words.language);
    let own = context.rules_of(&posted.rulebook);
    let rules = own.as_ref().unwrap_or(context.rules);
    let mut what = el("span", "take__what").text(&format!("{day} {}", summary(activity, rules, words)));
    let mut because = |said: &str| what.push(text("span", "take__why", said));
    if posted.totals == Totals::default()
        && let Ok(assessment) = methodology::assess(activity, rules)
    {
        because(&in_a_line(&assessment, rules, words.language));
    }
    if let Some(standing) = standing {
        for reason in capped(standing, context.rules, activity.date) {
            because(&at_screen(&reason, context.rules, words.language));
        }
        if let Some(claim) = &standing.claim {
            because(not_counted(claim.code, words.language));
        }
    }
    let row = el("li", "take__entry").attr_of("data-entry", &entry.id).child(icon(activity_icon(&activity.facts)));
    (row.child(what), standing.map_or(posted.totals, |standing| standing.counted))
}

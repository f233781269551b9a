//! The ledger by day, newest first.

use std::rc::Rc;

use super::act::Act;
use super::amount::{columns, figures};
use super::element::{Element, el, say, text};
use super::form;
use super::icon::{Icon, drawing, icon};
use super::shell::screen_title;
use super::standing::standing;
use super::summary::activity_icon;
use super::{Context, Words};
use crate::domain::activity::Kind;
use crate::domain::assessment::{Totals, Verdict};
use crate::domain::date::Date;
use crate::domain::ledger::{Entry, Ledger, Posted, Standing};
use crate::i18n::summary::shared;
use crate::i18n::{calendar, word};
use crate::route::View;

/// The ledger screen: at most `days_shown` days, of the group of `filter` only.
pub(crate) fn screen(context: &Context<'_>, ledger: &Ledger, filter: Option<Kind>, days_shown: usize) -> Element {
    let (words, t) = (context.words, context.words.t);
    // A filter is a group: the three kinds of travel belong together.
    let keep = |kind: Kind| filter.is_none_or(|chosen| form::group(chosen, words).1.contains(&kind));
    let mut list = el("div", "days");
    let mut days = 0;
    for (day, mut entries) in ledger.by_day() {
        let theirs = |posted: &Posted| posted.holders().any(|person| person == context.person);
        entries.retain(|(_, posted)| keep(posted.activity.facts.kind()) && theirs(posted));
        if entries.is_empty() {
            continue;
        }
        days += 1;
        if days > days_shown {
            break;
        }
        list.push(day_section(context, ledger, day, &entries));
    }
    if days == 0 && filter.is_none() {
        return empty(words);
    }
    let more = (days > days_shown).then(|| {
        el("button", "button button--quiet")
            .attr("type", "button")
            .named("more-days")
            .pressed(context.on, Act::MoreDays)
            .child(icon(Icon::Down))
            .say(t.show_more())
    });
    el("section", "screen")
        .child(screen_title(t.ledger()))
        .child(filters(context, filter))
        .maybe((days == 0).then(|| say("p", "hint", t.filter_none())))
        .child(list)
        .maybe(more)
        .child(say("p", "hint", t.rows_add_up()))
}

fn filters(context: &Context<'_>, filter: Option<Kind>) -> Element {
    let (words, t) = (context.words, context.words.t);
    let mut chips = el("div", "filters").attr("role", "group").attr("aria-label", t.filter());
    for choice in [None, Some(Kind::Trip), Some(Kind::Utility), Some(Kind::Purchase), Some(Kind::Action)] {
        let on = choice == filter;
        let name = choice.map_or(t.filter_all(), |kind| form::group(kind, words).0);
        chips.push(
            say("button", if on { "chip chip--on" } else { "chip" }, name)
                .attr("type", "button")
                .state("aria-pressed", on)
                .attr("data-filter", choice.map_or("all", Kind::as_str))
                .pressed(context.on, Act::Filtered(choice)),
        );
    }
    chips
}

fn day_section(context: &Context<'_>, ledger: &Ledger, day: Date, entries: &[(&Rc<Entry>, &Posted)]) -> Element {
    let (words, language) = (context.words, context.words.language);
    let (rows, total) = rows(context, ledger, day, entries);
    let date = text("h2", "day__date", &calendar::relative_day(day, context.today, language)).child(say(
        "span",
        "day__weekday",
        calendar::weekday(day, language),
    ));
    let sum = total.map(|total| el("span", "day__total").say(words.t.day_total()).child(total));
    el("section", "day")
        .key(&day.to_string())
        .attr_of("data-day", &day.to_string())
        .child(el("header", "day__head").child(date).maybe(sum))
        .child(rows)
}

/// Entries as rows that open, and the total of those that count, unless it is nothing. A row names the day of its act
/// where that is not the `day` it stands under.
pub(crate) fn rows(
    context: &Context<'_>,
    ledger: &Ledger,
    day: Date,
    entries: &[(&Rc<Entry>, &Posted)],
) -> (Element, Option<Element>) {
    let standings: Vec<Option<Standing>> =
        entries.iter().map(|(entry, posted)| standing(context, ledger, &entry.id, posted)).collect();
    // A merchant's bonus is a line of its own.
    let mut counting: Vec<Totals> = Vec::new();
    for standing in standings.iter().flatten() {
        counting.push(standing.counted);
        let bonus = standing.bonus.as_ref();
        counting.extend(bonus.map(|bonus| Totals { points: bonus.credited, ..Totals::default() }));
    }
    let (shown, total) = columns(&counting, context.words);
    let mut shown = shown.into_iter();
    let mut rows = el("ul", "rows");
    for ((entry, posted), standing) in entries.iter().zip(&standings) {
        let worth = match (posted.verdict, standing) {
            (_, None) => figures(posted.totals, context.words),
            (Verdict::Credited, Some(Standing { claim: None, .. })) => shown.next().unwrap_or_else(|| el("span", "")),
            (_, Some(_)) => {
                shown.next();
                say("span", "row__recorded", context.words.t.recorded_only())
            }
        };
        let beneath = standing.as_ref().and_then(|standing| {
            let bonus = standing.bonus.as_ref().and_then(|_| shown.next());
            Some((context.explain?.beneath)(context, ledger, (entry, standing), bonus))
        });
        let (more, bonus) = beneath.unwrap_or_default();
        let row = row(context, day, (entry, posted), standing.is_none(), (worth, more));
        rows.push(el("li", "").key(&entry.id).child(row).maybe(bonus));
    }
    (rows, counting.iter().any(|totals| !totals.is_zero()).then_some(total))
}

fn row(
    context: &Context<'_>,
    day: Date,
    (entry, posted): (&Entry, &Posted),
    reversed: bool,
    (worth, more): (Element, Option<Element>),
) -> Element {
    let (words, t, date) = (context.words, context.words.t, posted.activity.date);
    let remark = if reversed {
        t.reversed()
    } else if posted.corrects.is_some() {
        t.corrects_entry()
    } else {
        word::evidence_of(posted, words.language)
    };
    let people = shared(posted.holders().len(), words.language);
    let name = el("span", "row__text").child(text("span", "row__name", &context.summary(posted))).child(
        el("span", "row__more")
            .maybe(
                (date != day)
                    .then(|| text("span", "", &calendar::relative_day(date, context.today, words.language)).say(" · ")),
            )
            .say(remark)
            .maybe(people.map(|people| text("span", "", &format!(" · {people}"))))
            .maybe(more),
    );
    el("a", if reversed { "row row--reversed" } else { "row" })
        .attr_of("href", &View::Entry(entry.id.clone()).href())
        .attr_of("data-entry", &entry.id)
        .child(el("span", "row__icon").child(icon(activity_icon(&posted.activity.facts))))
        .child(name)
        .child(el("span", "row__figures").child(worth))
        .child(icon(Icon::Forward))
}

fn empty(words: Words) -> Element {
    let t = words.t;
    let part = |class, path| el("path", class).attr("d", path);
    let drawn = drawing("empty__drawing", "0 0 160 110")
        .child(part("empty__page", "M12 24c22-9 44-7 68 7 24-14 46-16 68-7v70c-22-8-44-5-68 8-24-13-46-16-68-8z"))
        .child(part("empty__rules", "M80 31v71M28 42c13-3 25-2 38 3M28 56c13-3 25-2 38 3M28 70c13-3 25-2 38 3"))
        .child(part("empty__leaf", "M98 84c0-24 12-37 34-40 0 24-11 39-34 40zM98 84c5-11 11-19 20-25"));
    let go = el("a", "button button--main").attr("href", "#/record").child(icon(Icon::Pen)).say(t.record());
    el("section", "screen screen--empty")
        .child(drawn)
        .child(screen_title(t.ledger_empty_title()))
        .child(say("p", "lead", t.ledger_empty_lead()))
        .child(go)
}

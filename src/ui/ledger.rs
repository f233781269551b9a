//! The ledger by day, newest first.

use std::ops::Range;
use std::rc::Rc;

use super::act::Act;
use super::amount::{Columns, figures};
use super::element::{Element, el, say, text};
use super::form;
use super::icon::{Icon, drawing, icon};
use super::shell::screen_title;
use super::standing::standings;
use super::summary::activity_icon;
use super::{Context, Words};
use crate::domain::activity::Kind;
use crate::domain::assessment::{Totals, Verdict};
use crate::domain::date::Date;
use crate::domain::ledger::{Entry, Ledger, Posted, Standing};
use crate::i18n::number::points;
use crate::i18n::summary::shared;
use crate::i18n::{calendar, filled, word};
use crate::listing::{self, Listing, of_day};
use crate::route::View;

/// How much of the ledger is shown: the group of kinds it is narrowed to, its rows by day, which of them are drawn, and
/// whether the others have gaps to scroll over.
#[derive(Debug)]
pub(crate) struct Shown<'a> {
    pub(crate) filter: Option<Kind>,
    pub(crate) days: &'a [listing::Rows],
    pub(crate) listing: &'a Listing,
    pub(crate) scrolls: bool,
}

/// The ledger screen. Of its rows, those have an element that are seen, a few around them, and the one with the focus.
pub(crate) fn screen(context: &Context<'_>, ledger: &Ledger, shown: &Shown<'_>) -> Element {
    let (words, t) = (context.words, context.words.t);
    let Shown { filter, days, listing, scrolls } = *shown;
    if days.is_empty() && filter.is_none() {
        return empty(words);
    }
    let all: usize = days.iter().map(|(_, rows)| rows).sum();
    let mut list = el("div", "days listing").attr("id", "listing");
    let (mut first, mut skipped, mut more) = (0, 0, (listing.end() < all).then(|| earlier(context)));
    for (day, rows) in days {
        let drawn = listing.drawn_of(first, first + rows);
        if first >= listing.end()
            && let Some(more) = more.take()
        {
            gap(&mut list, "div", "before-more", std::mem::take(&mut skipped));
            list.push(more);
        }
        if drawn.is_empty() {
            skipped += if scrolls { listing.day(*rows) } else { 0 };
        } else {
            gap(&mut list, "div", &format!("before-{day}"), std::mem::take(&mut skipped));
            let entries: Vec<_> = of_day(ledger, *day, filter, context.person).collect();
            list.push(day_section(context, ledger, *day, (&entries, first, &drawn), shown));
        }
        first += rows;
    }
    if let Some(more) = more {
        list.push(more);
    }
    gap(&mut list, "div", "after", skipped);
    let counted = (all > 0).then(|| {
        text("p", "hint", &filled(t.ledger_rows(), &[&points(i64::try_from(all).unwrap_or(0))])).named("rows")
    });
    el("section", "screen")
        .child(screen_title(t.ledger()))
        .child(filters(context, filter))
        .maybe(days.is_empty().then(|| say("p", "hint", t.filter_none())))
        .maybe(counted)
        .child(list)
        .child(say("p", "hint", t.rows_add_up()))
}

/// What the rows after those drawn are asked for with, for whoever does not scroll.
fn earlier(context: &Context<'_>) -> Element {
    el("button", "button button--quiet")
        .key("more")
        .attr("type", "button")
        .named("more-days")
        .pressed(context.on, Act::MoreDays)
        .child(icon(Icon::Down))
        .say(context.words.t.show_more())
}

/// What holds the place of rows without an element, so many pixels tall.
fn gap(into: &mut Element, tag: &'static str, key: &str, pixels: i64) {
    if pixels > 0 {
        // An attribute of a drawing is no style: it holds from the moment the gap is there, under any content policy.
        let held = el("svg", "gap__held").attr("width", "1").attr_of("height", &pixels.to_string());
        into.push(el(tag, "gap").key(key).attr("aria-hidden", "true").child(held));
    }
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

/// An entry and its act.
type Named<'a> = (&'a Rc<Entry>, &'a Posted);

/// A day with those of its rows that are drawn; the first of them all has this number.
fn day_section(
    context: &Context<'_>,
    ledger: &Ledger,
    day: Date,
    (entries, first, drawn): (&[Named<'_>], usize, &[Range<usize>]),
    shown: &Shown<'_>,
) -> Element {
    let (words, language) = (context.words, context.words.language);
    let counted = Rows::of(context, ledger, day, entries);
    let mut rows = el("ul", "rows");
    let mut next = first;
    let over = |from: usize, to: usize| if shown.scrolls { shown.listing.rows(to.saturating_sub(from)) } else { 0 };
    for range in drawn {
        if next < range.start {
            gap(&mut rows, "li", &format!("gap-{next}"), over(next, range.start));
        }
        for place in range.clone() {
            if let Some(row) = counted.row(place - first) {
                let row = row.attr_of("data-row", &place.to_string());
                // Where not all are there, each says which of how many it is.
                let told = drawn.iter().map(Range::len).sum::<usize>() < entries.len();
                rows.push(if told {
                    row.attr_of("aria-setsize", &entries.len().to_string())
                        .attr_of("aria-posinset", &(place - first + 1).to_string())
                } else {
                    row
                });
            }
        }
        next = range.end;
    }
    if next < first + entries.len() {
        gap(&mut rows, "li", &format!("gap-{next}"), over(next, first + entries.len()));
    }
    let date = text("h2", "day__date", &calendar::relative_day(day, context.today, language)).child(say(
        "span",
        "day__weekday",
        calendar::weekday(day, language),
    ));
    let sum = counted.columns.total().map(|total| el("span", "day__total").say(words.t.day_total()).child(total));
    el("section", "day")
        .key(&day.to_string())
        .attr_of("data-day", &day.to_string())
        .child(el("header", "day__head").child(date).maybe(sum))
        .child(rows)
}

/// Entries as rows that open. A row names the day of its act where that is not the `day` it stands under.
pub(crate) fn rows(context: &Context<'_>, ledger: &Ledger, day: Date, entries: &[(&Rc<Entry>, &Posted)]) -> Element {
    let counted = Rows::of(context, ledger, day, entries);
    let mut rows = el("ul", "rows");
    for place in 0..entries.len() {
        if let Some(row) = counted.row(place) {
            rows.push(row);
        }
    }
    rows
}

/// Entries that stand under a day, with what counts of each.
struct Rows<'a> {
    context: &'a Context<'a>,
    ledger: &'a Ledger,
    day: Date,
    entries: &'a [(&'a Rc<Entry>, &'a Posted)],
    standings: Vec<Option<Standing>>,
    /// A row of each entry that counts, and one of its bonus.
    columns: Columns,
    /// Where that of each entry stands.
    places: Vec<usize>,
}

impl<'a> Rows<'a> {
    fn of(context: &'a Context<'a>, ledger: &'a Ledger, day: Date, entries: &'a [(&'a Rc<Entry>, &'a Posted)]) -> Self {
        let standings = standings(context, ledger, entries);
        // A merchant's bonus is a line of its own.
        let (mut counting, mut places): (Vec<Totals>, Vec<usize>) = Default::default();
        for standing in &standings {
            places.push(counting.len());
            let Some(standing) = standing else { continue };
            counting.push(standing.counted);
            let bonus = standing.bonus.as_ref();
            counting.extend(bonus.map(|bonus| Totals { points: bonus.credited, ..Totals::default() }));
        }
        let columns = Columns::of(counting, context.words);
        Self { context, ledger, day, entries, standings, columns, places }
    }

    /// The row of an entry.
    fn row(&self, place: usize) -> Option<Element> {
        let context = self.context;
        let ((entry, posted), standing) = (self.entries.get(place)?, self.standings.get(place)?);
        let own = *self.places.get(place)?;
        let worth = match (posted.verdict, standing) {
            (_, None) => figures(posted.totals, context.words),
            (Verdict::Credited, Some(Standing { claim: None, .. })) => {
                self.columns.row(own).unwrap_or_else(|| el("span", ""))
            }
            (_, Some(_)) => say("span", "row__recorded", context.words.t.recorded_only()),
        };
        let beneath = standing.as_ref().and_then(|standing| {
            let bonus = standing.bonus.as_ref().and_then(|_| self.columns.row(own + 1));
            Some((context.explain?.beneath)(context, self.ledger, (entry, standing), bonus))
        });
        let (more, bonus) = beneath.unwrap_or_default();
        let row = row(context, self.day, (entry, posted), standing.is_none(), (worth, more));
        Some(el("li", "").key(&entry.id).child(row).maybe(bonus))
    }
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
            .maybe(people.map(|people| text("span", "", &format!(" · {people}")))),
    );
    let class = match (reversed, more.is_some()) {
        (true, _) => "row row--reversed",
        (_, true) => "row row--remarked",
        _ => "row",
    };
    el("a", class)
        .attr_of("href", &View::Entry(entry.id.clone()).href())
        .attr_of("data-entry", &entry.id)
        .child(el("span", "row__icon").child(icon(activity_icon(&posted.activity.facts))))
        .child(name)
        .child(el("span", "row__figures").child(worth))
        // On a line of its own: a column beside figures would break it over three.
        .maybe(more)
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

//! A ledger by month and domain: a picture, the month that is told in words, and the numbers behind it.
//!
//! The picture is one image with a name that says the essence. The months are buttons laid over it, because what stands
//! inside an image cannot be reached; one of them is in the order of the tab key, the arrow keys go to the others.

mod drawing;
mod hatch;
pub(crate) mod pair;
mod table;

pub(crate) use hatch::swatch;

use super::act::Act;
use super::amount::Voice;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::insight::filled;
use super::{Context, Words};
use crate::domain::activity::Domain;
use crate::domain::ledger::Month;
use crate::domain::ledger::account::{ByDomain, sum};
use crate::i18n::calendar;
use crate::insight::axis::Axis;
use crate::insight::figures::{Row, Scale};
use crate::insight::months::{month_of, plus};
use crate::insight::{Change, Insight};

/// A chart, ready to be drawn.
#[derive(Debug)]
pub(crate) struct Chart<'a> {
    pub(crate) voice: Voice,
    pub(crate) months: &'a [(Month, ByDomain)],
    pub(crate) axis: Axis,
    pub(crate) scale: Scale,
    /// The month that is told.
    pub(crate) chosen: Month,
}

impl<'a> Chart<'a> {
    /// A chart of months, none of them left out.
    pub(crate) fn of(voice: Voice, months: &'a [(Month, ByDomain)], chosen: Month, words: Words) -> Self {
        let measure = voice.measure();
        let largest = months.iter().map(|(_, month)| measure.of(sum(month))).max().unwrap_or(0);
        let scale = Scale::of(measure, largest, words.language);
        Self { voice, months, axis: Axis::covering(largest, scale.step()), scale, chosen }
    }

    /// The numbers of a month.
    fn row(&self, by_domain: &ByDomain) -> Row {
        self.scale.row(&by_domain.map(|totals| self.voice.measure().of(totals)))
    }

    /// An amount with its unit.
    fn amount(&self, number: &str) -> String {
        format!("{number} {}", self.scale.unit)
    }

    fn is_empty(&self, by_domain: &ByDomain) -> bool {
        self.voice.measure().of(sum(by_domain)) == 0
    }
}

/// The name of a domain.
pub(crate) fn domain_name(domain: Domain, words: Words) -> &'static str {
    let t = words.t;
    match domain {
        Domain::Travel => t.group_travel(),
        Domain::Home => t.group_energy(),
        Domain::Purchases => t.group_purchase(),
        Domain::Everyday => t.group_everyday(),
    }
}

/// The id of a month's button.
pub(crate) fn month_id((year, month): Month) -> String {
    format!("month-{year}-{month}")
}

/// The whole figure.
#[inline(never)]
pub(crate) fn chart(context: &Context<'_>, chart: &Chart<'_>, insight: &Insight) -> Element {
    let (words, t) = (context.words, context.words.t);
    let empty = chart.months.iter().all(|(_, month)| chart.is_empty(month));
    el("figure", chart.voice.chart_class())
        .named("chart")
        .child(text("p", "chart__unit", &filled(t.chart_unit(), &[chart.scale.unit])))
        .child(
            // Large letters want a picture that is wider than a phone.
            el("div", "chart__frame").child(
                el("div", "chart__plot")
                    .child(drawing::drawing(chart, &name(chart, words)))
                    .child(buttons(context, chart, insight)),
            ),
        )
        .child(legend(words))
        .maybe(empty.then(|| say("p", "hint", t.chart_none())))
        .child(told(context, chart))
        .child(table::table(chart, words))
}

/// What the picture says, in a sentence.
fn name(chart: &Chart<'_>, words: Words) -> String {
    let said = |(year, month): Month| calendar::month(year, month, words.language);
    let ends = [chart.months.first(), chart.months.last()].map(|end| end.map_or_else(String::new, |end| said(end.0)));
    let [first, last] = &ends;
    let measure = chart.voice.measure();
    // The latest among equals.
    let most = chart.months.iter().max_by_key(|(_, month)| measure.of(sum(month)));
    match most.filter(|(_, month)| !chart.is_empty(month)) {
        Some((month, by_domain)) => {
            let amount = chart.amount(&chart.row(by_domain).total);
            filled(words.t.chart_name(), &[chart.voice.long_name(words), first, last, &said(*month), &amount])
        }
        None => filled(words.t.chart_name_empty(), &[chart.voice.long_name(words), first, last]),
    }
}

fn buttons(context: &Context<'_>, chart: &Chart<'_>, insight: &Insight) -> Element {
    let words = context.words;
    let (choices, today) = (insight.clone(), context.today);
    let focused = move |key: &str| Some(Act::Insight(Change::Focused(choices.after_key(key, today)?)));
    let mut buttons = el("div", "chart__months")
        .attr("role", "group")
        .attr("aria-label", words.t.chart_months())
        .keyed(context.on, focused);
    for (month, by_domain) in chart.months {
        let on = *month == chart.chosen;
        let name = calendar::month(month.0, month.1, words.language);
        let amount = if chart.is_empty(by_domain) {
            words.t.chart_month_none().to_owned()
        } else {
            chart.amount(&chart.row(by_domain).total)
        };
        let button = el("button", "chart__month")
            .attr("type", "button")
            .attr_of("id", &month_id(*month))
            .attr("tabindex", if on { "0" } else { "-1" })
            .state("aria-pressed", on)
            .attr_of("aria-label", &filled(words.t.chart_month_name(), &[&name, &amount]))
            .pressed(context.on, Act::Insight(Change::Chosen(*month)));
        buttons.push(button);
    }
    buttons
}

fn legend(words: Words) -> Element {
    let mut legend = el("ul", "chart__legend").attr("aria-hidden", "true");
    for domain in Domain::ALL {
        let name = say("span", "", domain_name(*domain, words));
        legend.push(el("li", "").child(swatch(*domain)).child(name));
    }
    legend
}

/// The chosen month in words, with a step to the one before and after it.
fn told(context: &Context<'_>, chart: &Chart<'_>) -> Element {
    let (words, t) = (context.words, context.words.t);
    let step = |by: i32, name, drawn| {
        let to = plus(chart.chosen, by);
        let there = chart.months.iter().any(|(month, _)| *month == to);
        el("button", "stepper")
            .attr("type", "button")
            .attr("aria-label", name)
            .flag("disabled", !there)
            .pressed(context.on, Act::Insight(Change::Chosen(to)))
            .child(icon(drawn))
    };
    let mut line = el("div", "told__line").attr("aria-live", "polite").named("month-line");
    let (year, month) = chart.chosen;
    line.push(text("span", "told__month", &calendar::month(year, month, words.language)));
    let found = chart.months.iter().find(|(month, _)| *month == chart.chosen);
    match found.filter(|(_, by_domain)| !chart.is_empty(by_domain)) {
        Some((_, by_domain)) => {
            let row = chart.row(by_domain);
            let total = text("span", "told__total", &row.total).say(" ").say(chart.scale.unit);
            line.push(total);
            let parts = Domain::ALL.iter().zip(by_domain).zip(&row.parts);
            let mut said = el("span", "told__parts");
            let more = parts.filter(|((_, totals), _)| chart.voice.measure().of(**totals) != 0);
            for (place, ((domain, _), number)) in more.enumerate() {
                let before = if place == 0 { "" } else { " + " };
                said.push(say("span", "", before).say(domain_name(*domain, words)).text(" ").text(number));
            }
            line.push(said);
            let gases = super::amount::gases(sum(by_domain), words);
            if chart.voice == Voice::Air {
                line.push(text("span", "told__gases", &gases));
            }
        }
        None => line.push(say("span", "told__parts", t.chart_month_none())),
    }
    el("div", "told").child(step(-1, t.month_before(), Icon::Back)).child(line).child(step(
        1,
        t.month_after(),
        Icon::Forward,
    ))
}

/// Steps to the twelve months before and after those shown.
pub(crate) fn windows(context: &Context<'_>, last: Month, earlier: bool) -> Element {
    let t = context.words.t;
    let step = |name, change, there: bool| {
        say("button", "button button--quiet", name)
            .attr("type", "button")
            .flag("disabled", !there)
            .pressed(context.on, Act::Insight(change))
    };
    el("div", "chart__windows")
        .child(step(t.chart_earlier(), Change::Earlier, earlier).named("earlier"))
        .child(step(t.chart_later(), Change::Later, last < month_of(context.today)).named("later"))
}

//! One factor with everything that stands behind it.

use crate::domain::date::Date;
use crate::domain::rulebook::{Grade, ParameterRef, Source, Value};
use crate::domain::unit::Unit;
use crate::i18n::source::{Named, named};
use crate::i18n::version::overdue;
use crate::i18n::{calendar, unit::amount_and_unit, word};
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::{Icon, icon};
use crate::ui::{Context, Words};

/// How well a number is established, as a badge with its explanation.
pub(crate) fn grade_badge(grade: Grade, words: Words) -> Element {
    let class = match grade {
        Grade::Official | Grade::Press => "grade grade--firm",
        Grade::Secondary | Grade::Transcribed => "grade grade--fair",
        Grade::Derived | Grade::Policy => "grade grade--own",
    };
    say("span", class, word::grade(grade, words.language))
        .attr("title", word::grade_explained(grade, words.language))
        .attr("data-grade", grade.as_str())
}

/// The card of one dated value.
pub(super) fn citation(context: &Context<'_>, factor: ParameterRef) -> Option<Element> {
    let (parameter, value) = context.rules.resolve(factor)?;
    let card = el("section", "citation").attr_of("data-citation", &parameter.id).child(text(
        "h3",
        "citation__title",
        context.words.label(&parameter.label),
    ));
    Some(value_details(context, card, value, parameter.unit))
}

/// A mark beside a value whose day of review is over; the badge of a list, or the sentence of a card.
pub(crate) fn overdue_mark(context: &Context<'_>, value: &Value, short: bool) -> Option<Element> {
    let last = value.overdue(context.today)?;
    let said = if short { context.words.t.overdue().to_owned() } else { overdue(last, context.words.language) };
    Some(el(if short { "span" } else { "p" }, "overdue").named("overdue").child(icon(Icon::Overdue)).text(&said))
}

/// Adds amount, grade, dates, caveats and source of one value.
pub(crate) fn value_details(context: &Context<'_>, into: Element, value: &Value, unit: Unit) -> Element {
    let (words, t) = (context.words, context.words.t);
    let (amount, unit) = amount_and_unit(value.amount, unit, words.language);
    let amount = el("p", "citation__value")
        .child(text("b", "", &amount))
        .say(" ")
        .say(unit)
        .child(grade_badge(value.grade, words));
    let mut facts = Facts { list: el("dl", "citation__facts"), words };
    facts.add(t.value_from(), &format!("{} {}", calendar::day(value.from, words.language), t.value_from_suffix()));
    facts.add_day(t.review_by(), value.review_by);
    if let Some(source) = context.rules.sources.get(value.source) {
        facts.add_source(source);
    }
    into.child(amount)
        .maybe(overdue_mark(context, value, false))
        .child(say("p", "citation__explained", word::grade_explained(value.grade, words.language)))
        .maybe(value.note.as_ref().map(|note| text("p", "citation__note", words.label(note))))
        .child(facts.list)
}

/// A source that opens: its title and clause in a line, everything else below.
pub(crate) fn source_details(context: &Context<'_>, source: usize) -> Option<Element> {
    let source = context.rules.sources.get(source)?;
    let mut facts = Facts { list: el("dl", "citation__facts"), words: context.words };
    facts.add_source(source);
    let Named { title, clause, .. } = named(source, context.words.language);
    let line = format!("{} {title} · {clause}", context.words.t.reward_source());
    Some(el("details", "more").child(text("summary", "more__summary", &line)).child(facts.list))
}

struct Facts {
    list: Element,
    words: Words,
}

impl Facts {
    fn add(&mut self, name: &'static str, fact: &str) {
        self.list.push(say("dt", "", name));
        self.list.push(text("dd", "", fact));
    }

    fn add_day(&mut self, name: &'static str, day: Option<Date>) {
        if let Some(day) = day {
            self.add(name, &calendar::day(day, self.words.language));
        }
    }

    fn add_source(&mut self, source: &Source) {
        let t = self.words.t;
        let number = source.number.as_deref().unwrap_or_default();
        let named = named(source, self.words.language);
        self.add(t.source(), format!("{} {number}", named.title).trim_end());
        self.add(t.issuer(), named.issuer);
        self.add(t.clause(), named.clause);
        self.add_day(t.issued(), source.issued);
        self.add_day(t.in_force(), source.in_force);
        self.add_day(t.consulted(), Some(source.consulted));
        if let Some(note) = &source.note {
            self.add(t.notes_title(), self.words.label(note));
        }
        match &source.link {
            Some(link) => {
                self.list.push(say("dt", "", t.open_source()));
                let anchor = text("a", "", host(link))
                    .attr_of("href", link)
                    .attr("target", "_blank")
                    .attr("rel", "noopener noreferrer");
                self.list.push(el("dd", "").child(anchor));
            }
            None => self.add(t.open_source(), t.no_link()),
        }
    }
}

/// The host of a link, so that the resident sees where it leads.
fn host(link: &str) -> &str {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

//! The factors behind the numbers, each with its source.

use super::super::element::{Element, el, say, text};
use super::super::why::{grade_badge, overdue_mark};
use super::super::{Context, Words};
use super::section;
use crate::domain::rulebook::Rulebook;
use crate::domain::statement::{Statement, Used};
use crate::i18n::calendar;
use crate::i18n::source::{Named, named};
use crate::i18n::unit::amount_and_unit;

/// A table for each rulebook, and what could not be traced.
pub(super) fn factors(context: &Context<'_>, statement: &Statement) -> Element {
    let (words, t, factors) = (context.words, context.words.t, &statement.factors);
    let any = factors.used.iter().any(|used| !used.values.is_empty());
    let mut part =
        section(t.statement_factors()).maybe(any.then(|| say("p", "statement__note", t.statement_factors_lead())));
    for used in factors.used.iter().filter(|used| !used.values.is_empty()) {
        part.push(rules(&used.rulebook, words));
        part.push(table(context, used));
    }
    for (rulebook, entries) in &factors.missing {
        let said = format!("{rulebook}{}{}{entries}", words.language.pick("：", ": "), t.statement_missing());
        part.push(text("p", "statement__note", &said).named("missing-rules"));
    }
    if factors.differing > 0 {
        let said = format!("{}{}", t.statement_differing(), factors.differing);
        part.push(text("p", "statement__note", &said).named("differing"));
    }
    part
}

/// Whose rules the next table is of. Not the table's caption: browsers leave that behind at the foot of a page.
fn rules(rulebook: &Rulebook, words: Words) -> Element {
    text("p", "statement__rulebook", words.label(&rulebook.title))
        .say(" ")
        .child(text("code", "", &rulebook.name()))
        .say(" · ")
        .text(words.label(&rulebook.status))
}

fn table(context: &Context<'_>, used: &Used) -> Element {
    let (words, t, rulebook) = (context.words, context.words.t, &*used.rulebook);
    let mut heads = el("tr", "");
    for name in [t.statement_factor(), t.statement_value(), t.statement_from(), t.grade(), t.statement_source()] {
        heads.push(say("th", "table__text", name).attr("scope", "col"));
    }
    let mut rows = el("tbody", "");
    for value in &used.values {
        let Some((parameter, dated)) = rulebook.resolve(*value) else { continue };
        let (amount, unit) = amount_and_unit(dated.amount, parameter.unit, words.language);
        let name = text("th", "table__text table__factor", words.label(&parameter.label)).attr("scope", "row");
        let number = el("td", "table__text table__value").child(text("b", "", &amount)).say(" ").say(unit);
        rows.push(
            el("tr", "table__row")
                .attr_of("data-parameter", &parameter.id)
                .child(name.child(text("code", "table__id", &parameter.id)).maybe(overdue_mark(context, dated, false)))
                .child(number)
                .child(text("td", "table__text table__from", &calendar::day(dated.from, words.language)))
                .child(el("td", "table__text table__grade").child(grade_badge(dated.grade, words)))
                .child(source(rulebook, dated.source, words)),
        );
    }
    el("table", "table table--wide").named("factors").child(el("thead", "").child(heads)).child(rows)
}

/// Title, number, issuer, clause and day, and the address, which is to be read on paper, too.
fn source(rulebook: &Rulebook, source: usize, words: Words) -> Element {
    let cell = el("td", "table__text table__source");
    let Some(source) = rulebook.sources.get(source) else { return cell };
    let Named { title, issuer, clause } = named(source, words.language);
    let day = |name: &str, day| format!("{name} {}", calendar::day(day, words.language));
    let day = match source.issued {
        Some(issued) => day(words.t.issued(), issued),
        None => day(words.t.consulted(), source.consulted),
    };
    let number = source.number.as_deref().filter(|_| !title.is_empty());
    let parts = [Some(title), number, Some(issuer), Some(clause), Some(&day)];
    let said: Vec<&str> = parts.into_iter().flatten().collect();
    let link = source.link.as_deref().map(|link| {
        let anchor = text("a", "", link).attr_of("href", link).attr("target", "_blank");
        el("span", "table__id").child(anchor.attr("rel", "noopener noreferrer"))
    });
    cell.text(&said.join(" · ")).maybe(link)
}

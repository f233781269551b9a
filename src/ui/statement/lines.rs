//! The rows of a statement: domains, entries, months.

use super::super::element::{Element, el, say, text};
use super::super::standing::{bonus_name, claim_reason};
use super::super::{Context, Words};
use super::head::period_name;
use super::table::{figures, ledgers, whole};
use crate::domain::activity::Domain;
use crate::domain::date::Date;
use crate::domain::ledger::account::{Bonus, Withheld};
use crate::domain::statement::{Figures, Line, Mark, Statement, bonus_figures};
use crate::i18n::column::Columns;
use crate::i18n::reason::sentence;
use crate::i18n::{calendar, filled, limit, number, word};
use crate::route::View;

/// Sums by domain, merchants' bonuses on a line of their own.
pub(super) fn domains(statement: &Statement, columns: &Columns, words: Words) -> Element {
    let t = words.t;
    let mut rows = el("tbody", "");
    for (domain, sum) in Domain::ALL.iter().zip(&statement.domains) {
        let name = match domain {
            Domain::Travel => t.group_travel(),
            Domain::Home => t.group_energy(),
            Domain::Purchases => t.group_purchase(),
            Domain::Everyday => t.group_everyday(),
        };
        rows.push(figures(row().child(head(name)), sum, columns, false, words));
    }
    if !statement.bonus.is_zero() {
        rows.push(figures(row().child(head(t.statement_bonuses())), &statement.bonus, columns, false, words));
    }
    let table = ledgers(&[t.statement_kind()], None, words).named("domains");
    table.child(rows).child(total(1, &statement.total, columns, words))
}

/// Every entry by date.
pub(super) fn lines(context: &Context<'_>, statement: &Statement, columns: &Columns) -> Element {
    let (words, t) = (context.words, context.words.t);
    let mut rows = el("tbody", "");
    for line in &statement.lines {
        rows.push(entry(context, line, columns));
        if let Some(bonus) = &line.bonus {
            rows.push(bonus_row(context, (line, bonus), columns));
        }
    }
    let table = ledgers(&[t.date(), t.statement_what(), t.statement_evidence()], None, words).named("lines");
    table.child(rows).child(total(3, &statement.total, columns, words))
}

/// The months of a year.
pub(super) fn months(statement: &Statement, columns: &Columns, words: Words) -> Element {
    let t = words.t;
    let mut rows = el("tbody", "");
    for month in &statement.months {
        let period = month.month;
        let link = text("a", "", &period_name(period, words.language))
            .attr_of("href", &View::Statement(period.year, period.month).href());
        let none = month.entries == 0 && month.figures.is_zero();
        let row = el("tr", if none { "table__row table__row--none" } else { "table__row" });
        let cells = row.child(el("th", "table__text").attr("scope", "row").child(link)).child(whole(
            &month.entries.to_string(),
            "entries",
            t.statement_entries(),
        ));
        rows.push(figures(cells, &month.figures, columns, false, words));
    }
    let table = ledgers(&[t.statement_month()], Some(t.statement_entries()), words).named("months");
    table.child(rows).child(total(2, &statement.total, columns, words))
}

fn row() -> Element {
    el("tr", "table__row")
}

fn head(name: &'static str) -> Element {
    say("th", "table__text table__name", name).attr("scope", "row")
}

/// A body of its own: a table's foot would be repeated on every page.
fn total(span: u8, sum: &Figures, columns: &Columns, words: Words) -> Element {
    let head = head(words.t.statement_total()).attr_of("colspan", &span.to_string());
    let row = el("tr", "table__row table__total").child(head);
    el("tbody", "").child(figures(row, sum, columns, true, words))
}

fn entry(context: &Context<'_>, line: &Line, columns: &Columns) -> Element {
    let (words, language) = (context.words, context.words.language);
    let Some(posted) = line.posted() else { return row() };
    let activity = &posted.activity;
    let link = text("a", "", &context.summary(posted)).attr_of("href", &View::Entry(line.entry.id.clone()).href());
    let mut what = el("td", "table__text table__what").child(link);
    for remark in remarks(context, line) {
        what.push(text("span", "table__remark", &remark));
    }
    what = what.maybe(claimed(context, line));
    let class = if line.mark.is_some() { "table__row table__row--nothing" } else { "table__row" };
    let cells = el("tr", class)
        .attr_of("data-line", &line.entry.id)
        .child(text("td", "table__text table__day", &calendar::day_short(activity.date, language)))
        .child(what)
        .child(say("td", "table__text table__evidence", word::evidence_of(posted, language)));
    figures(cells, &line.figures, columns, false, words)
}

/// Why a line is worth nothing or not all of it, and whose it is besides.
fn remarks(context: &Context<'_>, line: &Line) -> Vec<String> {
    let (t, language) = (context.words.t, context.words.language);
    let mut remarks = Vec::new();
    match &line.mark {
        Some(Mark::Recorded) => remarks.push(t.statement_recorded().to_owned()),
        Some(Mark::Reversed(day, by)) => {
            let corrected = if by.is_some() { t.statement_corrected() } else { "" };
            remarks.push(format!("{}{}{corrected}", t.statement_reversed(), calendar::day(*day, language)));
        }
        // Said with the way to the other entry.
        Some(Mark::Claimed(..)) | None => {}
    }
    remarks.extend(line.withheld.iter().map(|withheld| held_back(context, date(line), withheld)));
    if line.people > 1 {
        remarks.push(filled(t.statement_shared(), &[&line.people.to_string()]));
    }
    remarks
}

fn date(line: &Line) -> Option<Date> {
    Some(line.posted()?.activity.date)
}

/// That another entry claims the same, as the way to it.
fn claimed(context: &Context<'_>, line: &Line) -> Option<Element> {
    let Some(Mark::Claimed(claim, day)) = &line.mark else { return None };
    let reason = claim_reason(claim, *day, context.rules, line.posted()?.activity.date);
    let said = sentence(&reason, Some(context.rules), context.words.language);
    let said = format!("{}{said}", context.words.t.statement_claimed());
    let link = text("a", "", &said).attr_of("href", &View::Entry(claim.of.clone()).href());
    Some(el("span", "table__remark").named("claimed").child(link))
}

/// How much a limit held back, with the limit's name.
fn held_back(context: &Context<'_>, date: Option<Date>, withheld: &Withheld) -> String {
    let (words, rules) = (context.words, context.rules);
    let name = limit::name(withheld.limit, rules, date.unwrap_or(context.today), words.language);
    let (points, unit) = (number::points(withheld.points), words.t.points_unit());
    let colon = words.language.pick("：", ": ");
    format!("{} {points} {unit}{colon}{name}", words.t.statement_withheld())
}

/// A merchant's bonus: points, and no grams.
fn bonus_row(context: &Context<'_>, (line, bonus): (&Line, &Bonus), columns: &Columns) -> Element {
    let empty = || el("td", "table__text table__empty");
    let link = text("a", "", &bonus_name(context.rules, &bonus.merchant, context.words))
        .attr_of("href", &View::Entry(line.entry.id.clone()).href());
    let mut what = el("td", "table__text table__what").child(link);
    for withheld in &bonus.withheld {
        what.push(text("span", "table__remark", &held_back(context, date(line), withheld)));
    }
    let cells = row().attr_of("data-bonus", &line.entry.id).child(empty()).child(what).child(empty());
    figures(cells, &bonus_figures(bonus), columns, false, context.words)
}

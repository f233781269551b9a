//! The statement of a month or a year, on the screen and on paper.
//!
//! Like a bank's: three ledgers in the order carbon, air, points, one unit a column, nothing rounded.

mod factors;
mod head;
mod lines;
mod picture;
mod points;
mod table;

use super::element::{Element, el, say};
use super::shell::title;
use super::{Context, Words};
use crate::domain::statement::{Period, Statement, bonus_figures};
use crate::i18n::column::Columns;
use crate::route::View;

pub(crate) use picture::sheet;

/// What the document is called: the name of the file, where it is printed into one.
pub(crate) fn document_title(period: Period, account: Option<&str>, words: Words) -> String {
    let (t, period) = (words.t, head::period_name(period, words.language));
    let mut title = format!("{} {period} {}", t.app_name(), t.statement_title());
    if let Some(account) = account {
        title.push(' ');
        title.push_str(account);
    }
    title
}

/// The screen: whose account it is, whether the browser prints when the page asks, and what stands in the place of paper
/// where there is none to be had.
pub(crate) fn screen(
    context: &Context<'_>,
    statement: &Statement,
    account: &str,
    (can_print, instead): (bool, Option<Element>),
) -> Element {
    let t = context.words.t;
    let sheet = el("article", "statement").named("statement").child(head::head(context, statement, account));
    let sheet = if statement.is_empty() {
        let to_come = statement.period.first() > context.today;
        sheet
            .child(say("p", "statement__empty", if to_come { t.statement_to_come() } else { t.statement_empty() }))
            .maybe((statement.movement.opening != 0).then(|| points::movement(statement, context.words)))
    } else {
        filled(context, statement, sheet)
    };
    el("section", "screen")
        .child(title(context.words, &View::Me, t.statement_title()))
        .child(head::periods(context, statement.period))
        .child(sheet)
        .child(instead.unwrap_or_else(|| head::printing(context, can_print)))
}

fn filled(context: &Context<'_>, statement: &Statement, sheet: Element) -> Element {
    let (words, t) = (context.words, context.words.t);
    let bonuses: Vec<_> = statement.lines.iter().filter_map(|line| line.bonus.as_ref()).map(bonus_figures).collect();
    let rows = statement.lines.iter().map(|line| &line.figures).chain(&bonuses);
    let columns = Columns::of(rows);
    let parts = match statement.period.month {
        Some(_) => section(t.statement_lines()).child(lines::lines(context, statement, &columns)),
        None => section(t.statement_months()).child(lines::months(statement, &columns, words)),
    };
    sheet
        .child(section(t.statement_by_domain()).child(lines::domains(statement, &columns, words)).child(say(
            "p",
            "statement__note",
            t.statement_adds_up(),
        )))
        .child(parts)
        .child(points::movement(statement, words))
        .maybe(points::redemptions(context, statement))
        .child(factors::factors(context, statement))
}

/// A part of the statement with its heading.
fn section(heading: &'static str) -> Element {
    el("section", "statement__part").child(say("h3", "statement__heading", heading))
}

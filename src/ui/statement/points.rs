//! How the balance of points moved.

use super::super::element::{Element, el, say, text};
use super::super::{Context, Words, voucher};
use super::section;
use super::table::whole;
use crate::domain::ledger::Redemption;
use crate::domain::statement::{Movement, Period, Statement};
use crate::i18n::{calendar, number};

/// From the balance at the beginning to the one at the end; of a year, month by month.
pub(super) fn movement(statement: &Statement, words: Words) -> Element {
    let moved = &statement.movement;
    let owed = [moved.opening, moved.closing].iter().any(|balance| *balance < 0);
    let table = if statement.months.is_empty() { one(moved, words) } else { by_month(statement, words) };
    section(words.t.statement_movement())
        .child(table)
        .maybe(owed.then(|| say("p", "statement__note", words.t.statement_owed())))
}

fn one(moved: &Movement, words: Words) -> Element {
    let t = words.t;
    let heads = el("tr", "")
        .child(say("th", "table__text", t.statement_item()).attr("scope", "col"))
        .child(say("th", "table__number voice--points", t.points_long()).attr("scope", "col"));
    let mut rows = el("tbody", "");
    for (column, name, points) in [
        ("opening", t.statement_opening(), moved.opening),
        ("credited", t.statement_credited(), moved.credited),
        ("spent", t.statement_spent(), moved.spent),
        ("cancelled", t.statement_cancelled(), moved.cancelled),
        ("expired", t.statement_expired(), moved.expired),
        ("closing", t.statement_closing(), moved.closing),
    ] {
        let total = if column == "closing" { "table__row table__total" } else { "table__row" };
        rows.push(el("tr", total).child(say("th", "table__text", name).attr("scope", "row")).child(whole(
            &number::points(points),
            column,
            "",
        )));
    }
    el("table", "table table--short").named("movement").child(el("thead", "").child(heads)).child(rows)
}

fn by_month(statement: &Statement, words: Words) -> Element {
    let t = words.t;
    let mut heads = el("tr", "").child(say("th", "table__text", t.statement_month()).attr("scope", "col"));
    for name in short_names(words) {
        heads.push(say("th", "table__number voice--points", name).attr("scope", "col"));
    }
    let mut rows = el("tbody", "");
    for month in &statement.months {
        let name = super::head::period_name(month.month, words.language);
        let moved = &month.movement;
        let still = [moved.credited, moved.spent, moved.cancelled, moved.expired].iter().all(|points| *points == 0);
        let row = el("tr", if still { "table__row table__row--still" } else { "table__row" });
        let row = row.child(text("th", "table__text table__head", &name).attr("scope", "row"));
        rows.push(cells(row, &month.movement, words));
    }
    let total = el("tr", "table__row table__total");
    let total = total.child(say("th", "table__text table__head", t.statement_total()).attr("scope", "row"));
    el("table", "table table--wide")
        .named("movement")
        .child(el("thead", "").child(heads))
        .child(rows)
        .child(el("tbody", "").child(cells(total, &statement.movement, words)))
}

fn cells(mut row: Element, moved: &Movement, words: Words) -> Element {
    let Movement { opening, credited, spent, cancelled, expired, closing } = *moved;
    let columns = ["opening", "credited", "spent", "cancelled", "expired", "closing"];
    let points = [opening, credited, spent, cancelled, expired, closing];
    for ((column, points), name) in columns.into_iter().zip(points).zip(short_names(words)) {
        row.push(whole(&number::points(points), column, name));
    }
    row
}

fn short_names(words: Words) -> [&'static str; 6] {
    let t = words.t;
    [
        t.statement_opening_short(),
        t.statement_counted(),
        t.statement_spent_short(),
        t.statement_cancelled_short(),
        t.statement_expired_short(),
        t.statement_closing_short(),
    ]
}

/// Every redemption made or cancelled in the period, by date.
pub(super) fn redemptions(context: &Context<'_>, statement: &Statement) -> Option<Element> {
    let (words, t) = (context.words, context.words.t);
    let of_period = |period: Period, date| period.contains(date);
    let mut lines = Vec::new();
    for redeemed in &statement.redeemed {
        let Some(redemption) = redeemed.redemption() else { continue };
        if of_period(statement.period, redeemed.date) {
            lines.push((redeemed.date, t.statement_redeemed(), redemption, -redeemed.cost, "spent-line"));
        }
        if let Some(day) = redeemed.cancelled.filter(|day| of_period(statement.period, *day)) {
            lines.push((day, t.statement_given_back(), redemption, redeemed.cost, "cancelled-line"));
        }
    }
    lines.sort_by_key(|(date, ..)| *date);
    let heads = el("tr", "")
        .child(say("th", "table__text", t.date()).attr("scope", "col"))
        .child(say("th", "table__text", t.statement_item()).attr("scope", "col"))
        .child(say("th", "table__number voice--points", t.points_long()).attr("scope", "col"));
    let mut rows = el("tbody", "");
    for (date, said, redemption, points, column) in &lines {
        let what = el("td", "table__text table__what").say(said).text(&reward(context, redemption));
        rows.push(
            el("tr", "table__row")
                .child(text("td", "table__text table__day", &calendar::day_short(*date, words.language)))
                .child(what)
                .child(whole(&signed(*points), column, "")),
        );
    }
    let table = el("table", "table").named("redemptions").child(el("thead", "").child(heads)).child(rows);
    (!lines.is_empty()).then(|| section(t.statement_redemptions()).child(table))
}

/// Points with their sign, which tells what was spent from what came back.
fn signed(points: i64) -> String {
    if points > 0 { format!("+{}", number::points(points)) } else { number::points(points) }
}

/// The reward by its name, or by its id where its district's rules are not at hand, and the voucher's code.
fn reward(context: &Context<'_>, redemption: &Redemption) -> String {
    let words = context.words;
    let name = voucher::name(context, redemption);
    format!("{name} · {} {}", words.t.statement_code(), redemption.code)
}

//! A statement in short, for a picture.

use super::super::Context;
use super::super::shell::status;
use super::head::{days, period_name};
use crate::domain::activity::Domain;
use crate::domain::statement::{Figures, Statement, bonus_figures};
use crate::host::picture::{MOST_ROWS, Row, Sheet, Table};
use crate::i18n::{calendar, filled, number};

/// What is drawn: sums by kind, every entry or every month, and how the points moved.
pub(crate) fn sheet(context: &Context<'_>, statement: &Statement, account: &str, address: String) -> Sheet {
    let (words, t) = (context.words, context.words.t);
    let is_month = statement.period.month.is_some();
    let details = if is_month { entries(context, statement) } else { months(context, statement) };
    let moved = &statement.movement;
    let movement = [
        (t.statement_opening(), moved.opening),
        (t.statement_credited(), moved.credited),
        (t.statement_spent(), moved.spent),
        (t.statement_cancelled(), moved.cancelled),
        (t.statement_expired(), moved.expired),
        (t.statement_closing(), moved.closing),
    ]
    .map(|(name, points)| (name.to_owned(), [String::new(), number::points(points)]));
    let table = |heading: &str, rows: Vec<Row>| {
        let beyond = rows.len().saturating_sub(MOST_ROWS);
        let more = (beyond > 0).then(|| filled(t.host_picture_more(), &[&number::grouped(&beyond.to_string())]));
        (!rows.is_empty()).then(|| Table { heading: heading.to_owned(), rows, more })
    };
    let heading = if is_month { t.statement_lines() } else { t.statement_months() };
    let tables = [
        table(t.statement_by_domain(), kinds(context, statement)),
        table(heading, details),
        table(t.statement_movement(), movement.to_vec()),
    ];
    Sheet {
        title: format!("{} {}", period_name(statement.period, words.language), t.statement_title()),
        facts: vec![
            format!("{}{}{account}", t.statement_account(), words.language.pick("：", ": ")),
            days(statement, context),
            format!("{} {}", t.statement_made_on(), calendar::day(context.today, words.language)),
        ],
        totals: statement.total.totals(),
        tables: tables.into_iter().flatten().collect(),
        status: status(context.rules, words).to_owned(),
        address,
    }
}

fn row(context: &Context<'_>, name: String, figures: Figures) -> Row {
    let carbon = number::carbon(figures.carbon_mg, context.words.language);
    let points = format!("{} {}", number::points(figures.counted), context.words.t.points_unit());
    (name, [format!("{} {}", carbon.number, carbon.unit), points])
}

fn kinds(context: &Context<'_>, statement: &Statement) -> Vec<Row> {
    let t = context.words.t;
    let kinds = Domain::ALL.iter().zip(statement.domains).map(|(domain, figures)| {
        let name = match domain {
            Domain::Travel => t.group_travel(),
            Domain::Home => t.group_energy(),
            Domain::Purchases => t.group_purchase(),
            Domain::Everyday => t.group_everyday(),
        };
        (name, figures)
    });
    let all = kinds.chain([(t.statement_bonuses(), statement.bonus)]).filter(|(_, figures)| !figures.is_zero());
    all.map(|(name, figures)| row(context, name.to_owned(), figures)).collect()
}

fn entries(context: &Context<'_>, statement: &Statement) -> Vec<Row> {
    let t = context.words.t;
    let mut rows = Vec::new();
    for line in &statement.lines {
        let Some(posted) = line.posted() else { continue };
        let day = calendar::day_short(posted.activity.date, context.words.language);
        let uncounted = if line.mark.is_some() { t.host_picture_uncounted() } else { "" };
        rows.push(row(context, format!("{day} {}{uncounted}", context.summary(posted)), line.figures));
        if let Some(bonus) = &line.bonus {
            rows.push(row(context, format!("{day} {}", t.statement_bonuses()), bonus_figures(bonus)));
        }
    }
    rows
}

fn months(context: &Context<'_>, statement: &Statement) -> Vec<Row> {
    let begun = statement.months.iter();
    begun.map(|month| row(context, period_name(month.month, context.words.language), month.figures)).collect()
}

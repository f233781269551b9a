//! The head of a statement, and what stands around it on the screen only.

use super::super::Context;
use super::super::act::Act;
use super::super::element::{Element, el, say, text};
use super::super::icon::{Icon, icon};
use super::super::shell::status;
use crate::domain::rulebook::Rulebook;
use crate::domain::statement::{Period, Statement};
use crate::i18n::{Language, calendar};
use crate::route::View;

/// What it is, whose, of when, by which rules, and where it was made.
pub(super) fn head(context: &Context<'_>, statement: &Statement, account: &str) -> Element {
    let (words, t) = (context.words, context.words.t);
    let name = say("h2", "statement__name", t.app_name()).say(" ").say(t.statement_title());
    let title = el("div", "statement__title")
        .child(name)
        .child(text("p", "statement__period", &period_name(statement.period, words.language)).named("period"));
    let mut facts = el("dl", "statement__facts");
    let mut fact = |name: &'static str, value: Element| {
        facts.push(el("div", "").child(say("dt", "", name)).child(value));
    };
    fact(t.statement_account(), text("dd", "", account));
    fact(t.statement_period(), text("dd", "", &days(statement, context)));
    fact(t.statement_rules(), rules(context, statement));
    fact(t.statement_district(), text("dd", "", &districts(context, statement)));
    fact(t.statement_made_on(), text("dd", "", &calendar::day(context.today, words.language)));
    el("header", "statement__head")
        .child(title)
        .child(text("p", "statement__status", status(context.rules, words)))
        .child(facts)
        .child(say("p", "statement__note", t.statement_stays_here()))
}

/// From the first day to the last one told about.
pub(super) fn days(statement: &Statement, context: &Context<'_>) -> String {
    let (words, first) = (context.words, statement.period.first());
    let name = |date| calendar::day(date, words.language);
    let last = statement.period.last();
    if first > context.today {
        return format!("{} – {}", name(first), name(last));
    }
    let unfinished = if statement.until < last { words.t.statement_unfinished() } else { "" };
    format!("{} – {}{unfinished}", name(first), name(statement.until))
}

/// A rulebook of that name, where it is at hand.
fn known<'a>(context: &Context<'a>, statement: &'a Statement, name: &str) -> Option<&'a Rulebook> {
    let mut known = statement.factors.used.iter().map(|used| &*used.rulebook).chain([&**context.rules]);
    known.find(|rulebook| rulebook.name() == name)
}

/// Every rulebook, by its title where it is at hand.
fn rules(context: &Context<'_>, statement: &Statement) -> Element {
    let mut list = el("dd", "");
    for name in &statement.rulebooks {
        let mut said = el("span", "statement__rules");
        if let Some(rulebook) = known(context, statement, name) {
            said = said.text(context.words.label(&rulebook.title)).say(" ");
        }
        list.push(said.child(text("code", "", name)));
    }
    list
}

/// The districts that the rulebooks' names end in, by their titles where they are at hand.
fn districts(context: &Context<'_>, statement: &Statement) -> String {
    let words = context.words;
    let mut districts: Vec<String> = Vec::new();
    for name in &statement.rulebooks {
        let Some((_, named)) = name.split_once('+') else { continue };
        let rules = context.rules_for_reward(name);
        let title = rules.as_ref().and_then(|rules| rules.district.as_ref()).map(|district| &district.title);
        let district = title.map_or(named, |title| words.label(title)).to_owned();
        if !districts.contains(&district) {
            districts.push(district);
        }
    }
    match districts.as_slice() {
        [] => words.t.statement_no_district().to_owned(),
        some => some.join(words.language.pick("、", ", ")),
    }
}

/// The period chooser.
pub(super) fn periods(context: &Context<'_>, period: Period) -> Element {
    let (words, t) = (context.words, context.words.t);
    let to = |period: Period| View::Statement(period.year, period.month).href();
    let neighbour = |period: Option<Period>, label, drawn, hook| {
        let period = period.filter(|period| period.first() <= context.today)?;
        let name = period_name(period, words.language);
        let link = el("a", "button button--quiet").attr_of("href", &to(period)).named(hook);
        let shown = link.attr_of("aria-label", &format!("{label}{name}"));
        Some(match drawn {
            Icon::Back => shown.child(icon(drawn)).text(&name),
            _ => shown.text(&name).child(icon(drawn)),
        })
    };
    let other = match period.month {
        Some(_) => (Period::year(period.year), t.statement_whole_year()),
        // From a year, to its last month that has begun.
        None if period.year < context.today.year() => (Period::month(period.year, 12), t.statement_month()),
        None => (Period::month(context.today.year(), context.today.month()), t.statement_this_month()),
    };
    let other = say("a", "button", other.1).attr_of("href", &to(other.0)).named("other-period");
    el("nav", "statement__periods")
        .attr("aria-label", t.statement_periods())
        .maybe(neighbour(period.previous(), t.statement_previous(), Icon::Back, "previous-period"))
        .child(other)
        .maybe(neighbour(period.next(), t.statement_next(), Icon::Forward, "next-period"))
}

/// The button that prints, with what else can be done; where the browser does not print for a page, only that.
pub(super) fn printing(context: &Context<'_>, can_print: bool) -> Element {
    let t = context.words.t;
    let button = can_print.then(|| {
        say("button", "button button--main", t.statement_print())
            .attr("type", "button")
            .named("print")
            .pressed(context.on, Act::Printed)
    });
    let help = if can_print { t.statement_print_help() } else { t.statement_print_missing() };
    el("div", "statement__printing").maybe(button).child(say("p", "hint", help))
}

/// 2026年11月 / November 2026, 2026年 / 2026
pub(super) fn period_name(period: Period, language: Language) -> String {
    match period.month {
        Some(month) => calendar::month(period.year, month, language),
        None => format!("{}{}", period.year, language.pick("年", "")),
    }
}

//! Every parameter with its values, sources and grade, searchable.

use super::act::Act;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::shell::screen_title;
use super::why::{grade_badge, overdue_mark, value_details};
use super::{Context, Rules, Words};
use crate::domain::rulebook::{Grade, Parameter, Rulebook};
use crate::i18n::{calendar, search, unit::amount_and_unit, version::in_use_from, word};

/// The rules screen with what was searched for and the parameter that is open.
pub(crate) fn screen(context: &Context<'_>, query: &str, opened: Option<usize>) -> Element {
    let (words, t, rules) = (context.words, context.words.t, context.rules);
    let found: Vec<usize> = (0..rules.parameters.len())
        .filter(|index| rules.parameters.get(*index).is_some_and(|parameter| search::found(parameter, rules, query)))
        .collect();
    let said = if found.is_empty() { t.search_none().to_owned() } else { format!("{} {}", found.len(), t.found()) };
    let field =
        el("label", "search").child(icon(Icon::Search)).child(say("span", "visually-hidden", t.search())).child(
            el("input", "search__input")
                .attr("type", "search")
                .attr("placeholder", t.search())
                .named("search")
                .value(query)
                .searched(context.on),
        );
    let mut methods = el("div", "methods");
    for (index, method) in rules.methods.iter().enumerate() {
        let of_method = |place: &usize| rules.parameters.get(*place).map(|parameter| (*place, parameter));
        let rows: Vec<_> =
            found.iter().filter_map(of_method).filter(|(_, parameter)| parameter.method == index).collect();
        if rows.is_empty() {
            continue;
        }
        let mut list = el("div", "parameters");
        for (place, parameter) in rows {
            list.push(row(context, place, parameter, opened == Some(place)));
        }
        let since =
            format!(" · {} {} {}", t.value_from(), calendar::day(method.from, words.language), t.value_from_suffix());
        methods.push(
            el("section", "method")
                .key(&method.id)
                .child(text("h2", "method__title", words.label(&method.title)))
                .child(el("p", "method__id").child(text("code", "", &method.id)).text(&since))
                .child(list),
        );
    }
    el("section", "screen")
        .child(screen_title(t.rules_title()))
        .child(say("p", "lead", t.rules_lead()))
        .child(version(rules, words))
        .child(versions(words))
        .child(field)
        .child(grades(words))
        .child(text("p", "hint", &said).attr("role", "status").attr("aria-live", "polite").named("found"))
        .child(methods)
}

/// The built-in versions, newest first: since when each is in use, what it changed, and its file.
fn versions(words: Words) -> Element {
    let mut list = el("div", "");
    for rules in Rulebook::versions().rev().filter_map(|name| Rulebook::built_in(name)?.ok()) {
        list.push(
            el("section", "citation")
                .attr_of("data-version", &rules.name())
                .child(el("h3", "citation__title").child(text("code", "", &rules.name())))
                .child(text("p", "hint", &in_use_from(rules.published, words.language)))
                .child(text("p", "citation__note", words.label(&rules.change_note)))
                .child(el("p", "citation__note").child(download(&rules, words))),
        );
    }
    el("details", "more")
        .named("versions")
        .child(say("summary", "more__summary", words.t.versions_title()))
        .child(say("p", "hint", words.t.versions_kept()))
        .child(list)
}

fn download(rules: &Rulebook, words: Words) -> Element {
    let file = format!("{}-{}.json", rules.id, rules.version);
    say("a", "alone", words.t.download_rules()).attr_of("href", &format!("rulebooks/{file}")).attr_of("download", &file)
}

fn version(rules: &Rules, words: Words) -> Element {
    el("p", "rules__version")
        .child(text("b", "", words.label(&rules.title)))
        .say(" ")
        .child(text("code", "", &rules.name()))
        .text(&format!(" · {} · ", words.label(&rules.status)))
        .child(download(rules, words))
}

fn grades(words: Words) -> Element {
    let mut list = el("dl", "grades");
    for grade in Grade::ALL {
        list.push(el("div", "").child(el("dt", "").child(grade_badge(*grade, words))).child(say(
            "dd",
            "",
            word::grade_explained(*grade, words.language),
        )));
    }
    el("details", "more").child(say("summary", "more__summary", words.t.grades_title())).child(list)
}

fn row(context: &Context<'_>, place: usize, parameter: &Parameter, open: bool) -> Element {
    let words = context.words;
    let mut row = el("section", "parameter").key(&parameter.id).attr_of("data-parameter", &parameter.id);
    if let Some(current) = parameter.values.last() {
        let (amount, unit) = amount_and_unit(current.amount, parameter.unit, words.language);
        let value = el("span", "parameter__value").child(text("b", "", &amount)).say(" ").say(unit);
        row.push(
            el("button", "parameter__head")
                .attr("type", "button")
                .state("aria-expanded", open)
                .pressed(context.on, Act::ParameterChosen(place))
                .child(text("span", "parameter__name", words.label(&parameter.label)))
                .child(value)
                .child(grade_badge(current.grade, words))
                .maybe(overdue_mark(context, current, true)),
        );
    }
    if open {
        let mut body = el("div", "parameter__body");
        body.push(el("p", "parameter__id").child(text("code", "", &parameter.id)));
        for value in parameter.values.iter().rev() {
            body.push(value_details(context, el("section", "citation"), value, parameter.unit));
        }
        row.push(body);
    }
    row
}

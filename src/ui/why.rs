//! Why: the calculation like a solved exercise. Every factor opens to its value, dates, source and grade.

mod citation;
mod comparison;
mod driving;
mod plain;

pub(crate) use citation::{grade_badge, overdue_mark, source_details, value_details};
pub(crate) use comparison::compared;
pub(crate) use plain::calculation_text;

use super::act::Act;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::{Context, Words};
use crate::domain::activity::Activity;
use crate::domain::assessment::{Assessment, Verdict};
use crate::domain::exact::Exact;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::ParameterRef;
use crate::domain::trace::{Operand, Origin, Step};
use crate::domain::unit::Unit;
use crate::i18n::reason::{field, full_sentence};
use crate::i18n::unit::{time, unit_name};
use crate::i18n::version::overdue_used;
use crate::i18n::{number, step};
use citation::citation;

/// The reasons, the steps, the comparison with driving, the sources and the version of the rules.
pub(crate) fn why(context: &Context<'_>, result: &(Activity, Assessment)) -> Element {
    let (words, t, assessment) = (context.words, context.words.t, &result.1);
    let recorded = (assessment.verdict == Verdict::Recorded).then(|| say("p", "why__recorded", t.recorded_only_why()));
    let driving = driving::compared(&result.0, context.rules);
    // A factor is open at one place: the steps come first, then those of the comparison, then the reasons.
    let beyond = assessment.steps.len();
    let compared = driving.as_ref().map_or(&[][..], |driving| &driving.steps);
    let reasons_at = beyond + compared.len();
    let notes_at = reasons_at + assessment.reasons.len();
    // The bar of the form says what saving would undo.
    let notes = assessment.notes.iter().filter(|note| note.code != ReasonCode::CarFreeUndone);
    let notes: Vec<Reason> = notes.cloned().collect();
    let factors = factors(result.1.steps.iter().chain(compared), assessment);
    let mut sources = el("details", "more").child(text(
        "summary",
        "more__summary",
        &format!("{} · {}", t.citations_title(), factors.len()),
    ));
    for factor in &factors {
        if let Some(card) = citation(context, *factor) {
            sources.push(card);
        }
    }
    let foot = el("footer", "why__foot")
        .child(
            el("span", "")
                .say(t.computed_with())
                .say(" ")
                .child(text("code", "", &context.rules.name()))
                .say(" · ")
                .text(words.label(&context.rules.status)),
        )
        .child(say("button", "link", t.copy_calculation()).attr("type", "button").pressed(context.on, Act::Copied));
    let traced = !assessment.steps.is_empty();
    el("div", "why")
        .named("why-sheet")
        .maybe(past_review(context, &factors))
        .maybe(recorded)
        .maybe(reasons(context, t.reasons_title(), &assessment.reasons, reasons_at))
        .maybe(reasons(context, t.notes_title(), &notes, notes_at))
        .maybe(traced.then(|| say("h2", "why__title", t.steps_title())))
        .child(steps(context, &assessment.steps, 0))
        .maybe(traced.then(|| say("p", "why__rounding", t.rounding_rule())))
        .maybe(driving.as_ref().map(|driving| driving::shown(context, driving, beyond)))
        .maybe((!factors.is_empty()).then_some(sources))
        .child(foot)
}

/// Sentences, each with the factors it names. `places` is where their factors open.
pub(crate) fn reasons(
    context: &Context<'_>,
    title: &'static str,
    reasons: &[Reason],
    places: usize,
) -> Option<Element> {
    let mut list = el("ul", "");
    for (index, reason) in reasons.iter().enumerate() {
        let place = places + index;
        let sentence = full_sentence(reason, Some(context.rules), context.words.language);
        let mut item = text("li", "", &sentence).attr("data-reason", reason.code.as_str());
        let mut limits = el("p", "reasons__limits");
        for limit in reason.limits().iter().filter_map(|limit| context.rules.value(*limit)) {
            limits.push(term(context, place, &limit));
        }
        if !reason.limits().is_empty() {
            item.push(limits);
        }
        list.push(item.maybe(opened(context, place)));
    }
    (!reasons.is_empty()).then(|| el("section", "reasons").child(say("h2", "why__title", title)).child(list))
}

/// Steps in order, the part of the activity named where it changes. `places` is where their factors open.
pub(crate) fn steps(context: &Context<'_>, steps: &[Step], places: usize) -> Element {
    let mut list = el("ol", "steps");
    let mut about = "";
    for (index, step) in steps.iter().enumerate() {
        let part = (step.about != about && !step.about.is_empty()).then_some(step.about);
        about = step.about;
        list.push(step_line(context, (index, places + index), step, part));
    }
    list
}

fn step_line(context: &Context<'_>, (index, place): (usize, usize), step: &Step, part: Option<&str>) -> Element {
    let words = context.words;
    let operator = step::operator(step.operation, words.language);
    let mut formula = el("p", "step__formula");
    for (index, operand) in step.operands.iter().enumerate() {
        if index > 0 {
            formula.push(say("span", "step__operator", operator));
        }
        formula.push(term(context, place, operand));
    }
    let result = el("span", "term term--result")
        .child(text("b", "term__value", &value(step.result, step.unit, words)))
        .child(say("span", "term__name", unit_name(step.unit, words.language)));
    let equals = say("span", "step__operator", step::equals(step.operation, words.language));
    formula.push(el("span", "step__result").child(equals).child(result));
    let title = el("p", "step__title")
        .child(text("span", "step__number", &(index + 1).to_string()))
        .say(step::title(step.name, words.language));
    el("li", "step")
        .attr("data-step", step.name.as_str())
        .maybe(part.map(|part| text("p", "step__part", &field(part, words.language))))
        .child(title)
        .child(formula)
        .maybe(opened(context, place))
}

/// The factor that is open at a place.
fn shown(context: &Context<'_>, place: usize) -> Option<ParameterRef> {
    context.factor.filter(|(at, _)| *at == place).map(|(_, factor)| factor)
}

/// Element id of the card of the factor that is open.
pub(crate) const OPENED: &str = "opened";

/// Its card.
fn opened(context: &Context<'_>, place: usize) -> Option<Element> {
    Some(citation(context, shown(context, place)?)?.attr("id", OPENED))
}

fn term(context: &Context<'_>, place: usize, operand: &Operand) -> Element {
    let words = context.words;
    let name = step::operand_name(operand, context.rules, words.language);
    let term = match operand.origin {
        Origin::Parameter(factor) => {
            let on = shown(context, place) == Some(factor);
            let id = context.rules.resolve(factor).map_or("", |(parameter, _)| &parameter.id);
            el("button", if on { "term term--factor term--on" } else { "term term--factor" })
                .attr("type", "button")
                .state("aria-expanded", on)
                .attr_of("data-factor", id)
                .pressed(context.on, Act::FactorChosen(place, factor))
        }
        Origin::Input(_) => el("span", "term term--input"),
        _ => el("span", "term"),
    };
    let past = match operand.origin {
        Origin::Parameter(factor) => {
            context.rules.resolve(factor).and_then(|(_, value)| overdue_mark(context, value, true))
        }
        _ => None,
    };
    term.child(text("b", "term__value", &value(operand.value, operand.unit, words)))
        .child(say("span", "visually-hidden", unit_name(operand.unit, words.language)))
        .child(text("span", "term__name", &name))
        .maybe(past)
}

fn value(value: Exact, unit: Unit, words: Words) -> String {
    let (text, exactly) = number::exact(value, words.language);
    time(value, unit).unwrap_or(if exactly { text } else { format!("≈{text}") })
}

/// The dated values used or named, each once, in the order of first use.
fn factors<'s>(steps: impl Iterator<Item = &'s Step>, assessment: &Assessment) -> Vec<ParameterRef> {
    let used = steps.flat_map(|step| &step.operands).filter_map(|operand| match operand.origin {
        Origin::Parameter(factor) => Some(factor),
        _ => None,
    });
    let named = assessment.reasons.iter().chain(&assessment.notes).flat_map(Reason::limits).copied();
    let mut factors = Vec::new();
    for factor in used.chain(named) {
        if !factors.contains(&factor) {
            factors.push(factor);
        }
    }
    factors
}

/// One sentence that names the factors whose day of review is over, before any of them is opened.
fn past_review(context: &Context<'_>, factors: &[ParameterRef]) -> Option<Element> {
    let mut names = Vec::new();
    for (parameter, value) in factors.iter().filter_map(|factor| context.rules.resolve(*factor)) {
        let name = context.words.label(&parameter.label);
        if value.overdue(context.today).is_some() && !names.contains(&name) {
            names.push(name);
        }
    }
    let said = overdue_used(&names, context.words.language)?;
    Some(
        el("p", "overdue overdue--head")
            .named("overdue-used")
            .child(icon(Icon::Overdue))
            .child(text("span", "", &said)),
    )
}

/// A line that says a stored result was worked out again and agrees, or does not.
pub(crate) fn rechecked(same: bool, words: Words) -> Element {
    let (class, drawn, said) = if same {
        ("recheck", Icon::Check, words.t.recheck_same())
    } else {
        ("recheck recheck--differs", Icon::Info, words.t.recheck_differs())
    };
    el("p", class).named("recheck").child(icon(drawn)).say(said)
}

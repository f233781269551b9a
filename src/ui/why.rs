//! Why: the calculation like a solved exercise. Every factor opens to its value, dates, source and grade.

mod citation;
mod plain;

pub(crate) use citation::{grade_badge, value_details};
pub(crate) use plain::calculation_text;

use super::act::Act;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::{Context, Words};
use crate::domain::activity::Activity;
use crate::domain::assessment::{Assessment, Verdict};
use crate::domain::exact::Exact;
use crate::domain::reason::Reason;
use crate::domain::rulebook::ParameterRef;
use crate::domain::trace::{Operand, Origin, Step};
use crate::i18n::reason::{field, full_sentence};
use crate::i18n::{number, step, unit::unit_name};
use citation::citation;

/// The reasons, the steps, the sources and the version of the rules.
pub(crate) fn why(context: &Context<'_>, result: &(Activity, Assessment)) -> Element {
    let (words, t, assessment) = (context.words, context.words.t, &result.1);
    let recorded = (assessment.verdict == Verdict::Recorded).then(|| say("p", "why__recorded", t.recorded_only_why()));
    let mut steps = el("ol", "steps");
    let mut about = "";
    for (index, step) in assessment.steps.iter().enumerate() {
        let part = (step.about != about && !step.about.is_empty()).then_some(step.about);
        about = step.about;
        steps.push(step_line(context, index, step, part));
    }
    let factors = factors(&assessment.steps);
    let mut sources = el("details", "more").child(text(
        "summary",
        "more__summary",
        &format!("{} · {}", t.citations_title(), factors.len()),
    ));
    for factor in &factors {
        if let Some(card) = citation(*factor, context.rules, words) {
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
        .maybe(recorded)
        .maybe(reasons(context, t.reasons_title(), &assessment.reasons))
        .maybe(reasons(context, t.notes_title(), &assessment.notes))
        .maybe(traced.then(|| say("h3", "why__title", t.steps_title())))
        .child(steps)
        .maybe(traced.then(|| say("p", "why__rounding", t.rounding_rule())))
        .maybe((!factors.is_empty()).then_some(sources))
        .child(foot)
}

fn reasons(context: &Context<'_>, title: &'static str, reasons: &[Reason]) -> Option<Element> {
    let mut list = el("ul", "");
    for reason in reasons {
        let sentence = full_sentence(reason, Some(context.rules), context.words.language);
        list.push(text("li", "", &sentence).attr("data-reason", reason.code.as_str()));
    }
    (!reasons.is_empty()).then(|| el("section", "reasons").child(say("h3", "why__title", title)).child(list))
}

fn step_line(context: &Context<'_>, index: usize, step: &Step, part: Option<&str>) -> Element {
    let words = context.words;
    let operator = step::operator(step.operation, words.language);
    let shown = context.factor.filter(|(at, _)| *at == index).map(|(_, factor)| factor);
    let mut formula = el("p", "step__formula");
    for (place, operand) in step.operands.iter().enumerate() {
        if place > 0 {
            formula.push(say("span", "step__operator", operator));
        }
        formula.push(term(context, index, operand, shown));
    }
    let result = el("span", "term term--result")
        .child(text("b", "term__value", &value(step.result, words)))
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
        .maybe(shown.and_then(|factor| citation(factor, context.rules, words)))
}

fn term(context: &Context<'_>, index: usize, operand: &Operand, shown: Option<ParameterRef>) -> Element {
    let words = context.words;
    let name = step::operand_name(operand, context.rules, words.language);
    let term = match operand.origin {
        Origin::Parameter(factor) => {
            let on = shown == Some(factor);
            let id = context.rules.resolve(factor).map_or("", |(parameter, _)| &parameter.id);
            el("button", if on { "term term--factor term--on" } else { "term term--factor" })
                .attr("type", "button")
                .state("aria-expanded", on)
                .attr_of("data-factor", id)
                .pressed(context.on, Act::FactorChosen(index, factor))
        }
        Origin::Input(_) => el("span", "term term--input"),
        _ => el("span", "term"),
    };
    term.child(text("b", "term__value", &value(operand.value, words)))
        .child(say("span", "visually-hidden", unit_name(operand.unit, words.language)))
        .child(text("span", "term__name", &name))
}

fn value(value: Exact, words: Words) -> String {
    let (text, exactly) = number::exact(value, words.language);
    if exactly { text } else { format!("≈{text}") }
}

/// The dated values used, each once, in the order of first use.
fn factors(steps: &[Step]) -> Vec<ParameterRef> {
    let mut factors = Vec::new();
    for operand in steps.iter().flat_map(|step| &step.operands) {
        if let Origin::Parameter(factor) = operand.origin
            && !factors.contains(&factor)
        {
            factors.push(factor);
        }
    }
    factors
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

//! Why: the calculation like a solved exercise. Every factor opens to its value, dates, source and grade.

mod citation;
mod plain;

use std::rc::Rc;

use yew::{Callback, Html, Properties, classes, component, html, use_state_eq};

pub(crate) use citation::{citation, grade_badge, value_details};

use super::icon::{Icon, icon};
use super::{Rules, Words};
use crate::domain::activity::Activity;
use crate::domain::assessment::{Assessment, Verdict};
use crate::domain::reason::Reason;
use crate::domain::rulebook::ParameterRef;
use crate::domain::trace::{Operand, Origin, Step};
use crate::i18n::reason::{field, full_sentence};
use crate::i18n::{number, step, unit::unit_name};

#[derive(Properties, PartialEq)]
pub(crate) struct WhyProps {
    pub(crate) words: Words,
    pub(crate) rules: Rules,
    pub(crate) result: Rc<(Activity, Assessment)>,
    pub(crate) on_copy: Callback<String>,
}

/// The reasons, the steps, the sources and the version of the rules.
#[component]
pub(crate) fn Why(props: &WhyProps) -> Html {
    let open = use_state_eq(|| None::<(usize, ParameterRef)>);
    let (words, rules, assessment) = (props.words, &props.rules, &props.result.1);
    let t = words.t;
    let choose = {
        let open = open.clone();
        Callback::from(move |chosen: (usize, ParameterRef)| {
            open.set(if *open == Some(chosen) { None } else { Some(chosen) });
        })
    };
    let copy = {
        let (result, rules) = (props.result.clone(), props.rules.clone());
        props.on_copy.reform(move |_: yew::MouseEvent| plain::text(&result.0, &result.1, &rules, words))
    };
    let factors = factors(&assessment.steps);
    let mut about = "";
    html! {
        <div class="why" data-testid="why-sheet">
            if assessment.verdict == Verdict::Recorded { <p class="why__recorded">{ t.recorded_only_why }</p> }
            { reasons(t.reasons_title, &assessment.reasons, props) }
            { reasons(t.notes_title, &assessment.notes, props) }
            if !assessment.steps.is_empty() {
                <h3 class="why__title">{ t.steps_title }</h3>
                <ol class="steps">
                    for (index, step) in assessment.steps.iter().enumerate() {
                        { {
                            let part = (step.about != about).then(|| part_title(&step.about, words));
                            about = &step.about;
                            let shown = open.filter(|(at, _)| *at == index).map(|(_, factor)| factor);
                            step_line(index, step, part.flatten(), shown, &choose, props)
                        } }
                    }
                </ol>
                <p class="why__rounding">{ t.rounding_rule }</p>
            }
            if !factors.is_empty() {
                <details class="more">
                    <summary class="more__summary">{ format!("{} · {}", t.citations_title, factors.len()) }</summary>
                    for factor in factors { { citation(factor, rules, words) } }
                </details>
            }
            <footer class="why__foot">
                <span>{ t.computed_with }{ " " }<code>{ rules.name() }</code>{ " · " }{ words.label(&rules.status).to_owned() }</span>
                <button type="button" class="link" onclick={copy}>{ t.copy_calculation }</button>
            </footer>
        </div>
    }
}

fn reasons(title: &str, reasons: &[Reason], props: &WhyProps) -> Html {
    if reasons.is_empty() {
        return Html::default();
    }
    html! {
        <section class="reasons">
            <h3 class="why__title">{ title.to_owned() }</h3>
            <ul>
                for reason in reasons {
                    <li data-reason={reason.code.as_str()}>{ full_sentence(reason, Some(&props.rules), props.words.language) }</li>
                }
            </ul>
        </section>
    }
}

fn step_line(
    index: usize,
    step: &Step,
    part: Option<String>,
    shown: Option<ParameterRef>,
    choose: &Callback<(usize, ParameterRef)>,
    props: &WhyProps,
) -> Html {
    let (words, rules) = (props.words, &props.rules);
    let operator = step::operator(step.operation, words.language);
    let single = step.operands.len() == 1;
    html! {
        <li key={index} class="step" data-step={step.name.as_str()}>
            if let Some(part) = part { <p class="step__part">{ part }</p> }
            <p class="step__title"><span class="step__number">{ index + 1 }</span>{ step::title(step.name, words.language) }</p>
            <p class="step__formula">
                for (place, operand) in step.operands.iter().enumerate() {
                    if place > 0 || single { <span class="step__operator">{ operator }</span> }
                    { term(index, operand, shown, choose, props) }
                }
                <span class="step__operator">{ "=" }</span>
                <span class="term term--result"><b class="term__value">{ value(step.result, words) }</b><span class="term__name">{ unit_name(step.unit, words.language) }</span></span>
            </p>
            if let Some(factor) = shown { { citation(factor, rules, words) } }
        </li>
    }
}

fn term(
    index: usize,
    operand: &Operand,
    shown: Option<ParameterRef>,
    choose: &Callback<(usize, ParameterRef)>,
    props: &WhyProps,
) -> Html {
    let words = props.words;
    let name = match operand.origin {
        Origin::Step(earlier) => words.language.pick("第 # 步", "step #").replace('#', &(earlier + 1).to_string()),
        _ => step::operand_name(operand, &props.rules, words.language),
    };
    let unit = unit_name(operand.unit, words.language);
    let body = html! {
        <>
            <b class="term__value">{ value(operand.value, words) }</b>
            <span class="term__name">{ name }</span>
            <span class="visually-hidden">{ unit }</span>
        </>
    };
    match operand.origin {
        Origin::Parameter(factor) => {
            let on = shown == Some(factor);
            let onclick = choose.reform(move |_: yew::MouseEvent| (index, factor));
            html! {
                <button type="button" class={classes!("term", "term--factor", on.then_some("term--on"))} aria-expanded={on.to_string()} {onclick}
                    data-factor={props.rules.resolve(factor).map(|(parameter, _)| parameter.id.clone())}>{ body }</button>
            }
        }
        Origin::Input(_) => html! { <span class="term term--input">{ body }</span> },
        _ => html! { <span class="term">{ body }</span> },
    }
}

fn value(value: crate::domain::exact::Exact, words: Words) -> String {
    let (text, exactly) = number::exact(value, words.language);
    if exactly { text } else { format!("≈{text}") }
}

fn part_title(about: &str, words: Words) -> Option<String> {
    (!about.is_empty()).then(|| field(about, words.language))
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
pub(crate) fn rechecked(same: bool, words: Words) -> Html {
    let (drawn, text) =
        if same { (Icon::Check, words.t.recheck_same) } else { (Icon::Info, words.t.recheck_differs) };
    html! { <p class={classes!("recheck", (!same).then_some("recheck--differs"))} data-testid="recheck">{ icon(drawn) }{ text }</p> }
}

//! The result of a draft, while it is typed: grams, air and points, why, and the one button that saves.

use std::rc::Rc;

use yew::{Callback, Html, Properties, classes, component, html};

use super::amount::figures;
use super::icon::{Icon, icon};
use super::why::Why;
use super::{Rules, Words};
use crate::domain::activity::{Activity, Facts};
use crate::domain::assessment::{Assessment, Verdict};
use crate::domain::exact::Exact;
use crate::domain::methodology::travel::compared_with_driving;
use crate::domain::reason::Reason;
use crate::i18n::number;
use crate::i18n::reason::full_sentence;

/// What a draft comes to as it stands.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Preview {
    /// Valid: what it would be worth.
    Valid(Rc<(Activity, Assessment)>),
    /// Not valid yet, with everything that is missing or wrong.
    Unfinished(Rc<Vec<Reason>>),
}

#[derive(Properties, PartialEq)]
pub(crate) struct OutcomeProps {
    pub(crate) words: Words,
    pub(crate) rules: Rules,
    pub(crate) preview: Preview,
    /// Whether saving was tried while something was wrong.
    pub(crate) attempted: bool,
    pub(crate) saving: bool,
    pub(crate) save_label: &'static str,
    pub(crate) why_open: bool,
    pub(crate) on_why: Callback<bool>,
    pub(crate) on_save: Callback<()>,
    pub(crate) on_copy: Callback<String>,
}

/// The panel below (on a phone) or beside (on a desktop) a form.
#[component]
pub(crate) fn Outcome(props: &OutcomeProps) -> Html {
    let t = props.words.t;
    let open = props.why_open;
    let toggle = props.on_why.reform(move |_: yew::MouseEvent| !open);
    let close_on_escape = {
        let on_why = props.on_why.clone();
        Callback::from(move |event: yew::KeyboardEvent| {
            if event.key() == "Escape" {
                on_why.emit(false);
            }
        })
    };
    let valid = match &props.preview {
        Preview::Valid(valid) => Some(valid),
        Preview::Unfinished(_) => None,
    };
    html! {
        <aside class={classes!("outcome", open.then_some("outcome--open"))} aria-label={t.result} onkeydown={close_on_escape}>
            <div class="outcome__why" id="why">
                if let Some(valid) = valid {
                    <Why words={props.words} rules={props.rules.clone()} result={valid.clone()} on_copy={props.on_copy.clone()} />
                    { driving(valid, props) }
                }
            </div>
            <div class="outcome__bar">
                <div class="outcome__result" role="status" aria-live="polite" data-testid="result">{ result(props) }</div>
                <div class="outcome__actions">
                    if valid.is_some() {
                        <button type="button" class="button button--why" aria-expanded={open.to_string()} aria-controls="why" onclick={toggle} data-testid="why">
                            { if open { t.close } else { t.why } }
                        </button>
                    }
                    <button type="button" class="button button--main" disabled={props.saving} data-testid="save"
                        onclick={props.on_save.reform(|_: yew::MouseEvent| ())}>
                        { if props.saving { t.saving } else { props.save_label } }
                    </button>
                </div>
            </div>
        </aside>
    }
}

fn result(props: &OutcomeProps) -> Html {
    let t = props.words.t;
    match &props.preview {
        Preview::Valid(valid) => match valid.1.verdict {
            Verdict::Credited => figures(valid.1.totals, props.words),
            Verdict::Recorded => html! { <span class="outcome__recorded">{ icon(Icon::Info) }{ t.recorded_only }</span> },
        },
        Preview::Unfinished(problems) if props.attempted => html! {
            <div class="outcome__problems">
                <b>{ t.fix_first }</b>
                <ul>
                    for problem in problems.iter() {
                        <li>{ full_sentence(problem, Some(&props.rules), props.words.language) }</li>
                    }
                </ul>
            </div>
        },
        Preview::Unfinished(_) => html! { <span class="outcome__waiting">{ t.still_needed }</span> },
    }
}

/// "Compared with driving": educational, below a rule of its own, never part of the result.
fn driving(valid: &(Activity, Assessment), props: &OutcomeProps) -> Html {
    let t = props.words.t;
    let Facts::Trip(legs) = &valid.0.facts else { return Html::default() };
    let more = compared_with_driving(legs, &props.rules, valid.0.date);
    let Some(more) = more.filter(|grams| *grams > Exact::ZERO) else { return Html::default() };
    let Ok(mg) = more.multiply(Exact::from(1000)).and_then(Exact::round_half_up) else { return Html::default() };
    let amount = number::carbon(mg, props.words.language);
    html! {
        <p class="aside-line">
            { icon(Icon::Car) }
            <span>{ t.vs_car }{ " " }<b>{ amount.number }{ " " }{ amount.unit }</b>{ props.words.language.pick("（", " (") }{ t.vs_car_note }{ props.words.language.pick("）", ")") }</span>
        </p>
    }
}

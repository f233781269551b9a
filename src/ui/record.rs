//! What to record, and the form to record it with.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html};

use super::field::Form;
use super::form;
use super::icon::icon;
use super::outcome::{Outcome, Preview};
use super::shell::title;
use super::summary::kind_icon;
use super::{Rules, Words};
use crate::domain::activity::{Kind, Leg};
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Edit};
use crate::domain::reason::Reason;
use crate::route::View;

/// The kinds in the order of the chooser.
pub(crate) const CHOICES: [Kind; 8] = [
    Kind::Trip,
    Kind::Utility,
    Kind::Purchase,
    Kind::Action,
    Kind::CarFree,
    Kind::Refuel,
    Kind::Appliance,
    Kind::Solar,
];

/// What a kind is, in the words of someone who did it.
pub(crate) fn kind_line(kind: Kind, words: Words) -> &'static str {
    let t = words.t;
    match kind {
        Kind::Trip => t.kind_trip,
        Kind::CarFree => t.kind_car_free,
        Kind::Utility => t.kind_utility,
        Kind::Solar => t.kind_solar,
        Kind::Appliance => t.kind_appliance,
        Kind::Purchase => t.kind_purchase,
        Kind::Refuel => t.kind_refuel,
        Kind::Action => t.kind_action,
    }
}

/// Cards to choose from; `last` says what was recorded last of each kind.
pub(crate) fn choices(kinds: &[Kind], words: Words, last: impl Fn(Kind) -> Option<String>) -> Html {
    html! {
        <ul class="choices">
            for kind in kinds.iter().copied() {
                <li>
                    <a class="choices__item" href={View::Record(kind).href()} data-kind={kind.as_str()}>
                        <span class="choices__icon">{ icon(kind_icon(kind)) }</span>
                        <span class="choices__name">{ form::tab_name(kind, words) }</span>
                        <span class="choices__line">{ last(kind).unwrap_or_else(|| kind_line(kind, words).to_owned()) }</span>
                    </a>
                </li>
            }
        </ul>
    }
}

/// The chooser screen.
pub(crate) fn chooser(words: Words, last: impl Fn(Kind) -> Option<String>) -> Html {
    html! {
        <section class="screen">
            <h1 class="screen__title" id="title" tabindex="-1">{ words.t.choose_lead }</h1>
            { choices(&CHOICES, words, last) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct RecordProps {
    pub(crate) words: Words,
    pub(crate) rules: Rules,
    pub(crate) today: Date,
    pub(crate) draft: Rc<Draft>,
    /// Whether the draft holds anything typed.
    pub(crate) typed_in: bool,
    /// Trips made before, to start from.
    pub(crate) trips: Rc<Vec<Vec<Leg>>>,
    pub(crate) preview: Preview,
    pub(crate) attempted: bool,
    pub(crate) saving: bool,
    pub(crate) why_open: bool,
    pub(crate) on_edit: Callback<Edit>,
    pub(crate) on_clear: Callback<()>,
    pub(crate) on_save: Callback<()>,
    pub(crate) on_why: Callback<bool>,
    pub(crate) on_copy: Callback<String>,
}

/// A form with its result: one above the other on a phone, side by side on a desktop.
#[component]
pub(crate) fn Record(props: &RecordProps) -> Html {
    let (words, t) = (props.words, props.words.t);
    let correcting = props.draft.corrects.clone();
    let none: &[Reason] = &[];
    let problems = match &props.preview {
        Preview::Valid(_) => none,
        Preview::Unfinished(problems) => problems,
    };
    let form = Form {
        words,
        rules: &props.rules,
        today: props.today,
        draft: &props.draft,
        problems,
        attempted: props.attempted,
        on_edit: &props.on_edit,
        trips: &props.trips,
    };
    let kind = props.draft.kind;
    let back = correcting.clone().map_or(View::Choose, View::Entry);
    let heading = if correcting.is_some() { t.correct_title } else { form::group(kind, words).0 };
    let submit = props.on_save.reform(|event: yew::SubmitEvent| event.prevent_default());
    html! {
        <section class="screen screen--form">
            <div class="form">
                { title(words, &back, heading) }
                if correcting.is_some() { <p class="lead">{ t.correct_lead }</p> } else { { form::tabs(kind, words) } }
                <form onsubmit={submit} novalidate=true data-testid="form">
                    { form::fields(&form) }
                    // Enter in any field saves, as in every form.
                    <button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true"></button>
                </form>
                if props.typed_in {
                    <button type="button" class="link form__clear" onclick={props.on_clear.reform(|_: yew::MouseEvent| ())}>{ t.clear }</button>
                }
            </div>
            <Outcome {words} rules={props.rules.clone()} preview={props.preview.clone()} attempted={props.attempted} saving={props.saving}
                save_label={if correcting.is_some() { t.save_correction } else { t.save }} why_open={props.why_open}
                on_why={props.on_why.clone()} on_save={props.on_save.clone()} on_copy={props.on_copy.clone()} />
        </section>
    }
}

//! One form for each kind of activity.

mod appliance;
pub(crate) mod bill;
mod car;
mod everyday;
mod purchase;
mod solar;
mod trip;

use yew::{Html, html};

use super::Words;
use super::field::Form;
use super::icon::{Icon, icon};
use crate::domain::activity::Kind;
use crate::route::View;

/// The fields of a form.
pub(crate) fn fields(form: &Form<'_>) -> Html {
    match form.draft.kind {
        Kind::Trip => trip::fields(form),
        Kind::CarFree => car::car_free(form),
        Kind::Refuel => car::refuel(form),
        Kind::Utility => bill::fields(form),
        Kind::Solar => solar::fields(form),
        Kind::Appliance => appliance::fields(form),
        Kind::Purchase => purchase::fields(form),
        Kind::Action => everyday::fields(form),
    }
}

/// The group a kind belongs to, with the kinds in it.
pub(crate) fn group(kind: Kind, words: Words) -> (&'static str, &'static [Kind]) {
    let t = words.t;
    match kind {
        Kind::Trip | Kind::CarFree | Kind::Refuel => (t.group_travel, &[Kind::Trip, Kind::CarFree, Kind::Refuel]),
        Kind::Utility | Kind::Solar | Kind::Appliance => {
            (t.group_energy, &[Kind::Utility, Kind::Solar, Kind::Appliance])
        }
        Kind::Purchase => (t.group_purchase, &[Kind::Purchase]),
        Kind::Action => (t.group_everyday, &[Kind::Action]),
    }
}

/// A kind's short name, for tabs.
pub(crate) fn tab_name(kind: Kind, words: Words) -> &'static str {
    let t = words.t;
    match kind {
        Kind::Trip => t.tab_trip,
        Kind::CarFree => t.tab_car_free,
        Kind::Refuel => t.tab_refuel,
        Kind::Utility => t.tab_utility,
        Kind::Solar => t.tab_solar,
        Kind::Appliance => t.tab_appliance,
        Kind::Purchase => t.group_purchase,
        Kind::Action => t.group_everyday,
    }
}

/// Links to the other kinds of the same group.
pub(crate) fn tabs(kind: Kind, words: Words) -> Html {
    let (name, kinds) = group(kind, words);
    if kinds.len() < 2 {
        return Html::default();
    }
    html! {
        <nav class="segments" aria-label={name}>
            for other in kinds.iter().copied() {
                <a class="segments__item" href={View::Record(other).href()} aria-current={(other == kind).then_some("page")}>
                    { tab_name(other, words) }
                </a>
            }
        </nav>
    }
}

/// An explanation that opens where it is asked for.
pub(crate) fn explained(question: &str, answer: Html) -> Html {
    html! {
        <details class="explain">
            <summary class="explain__question">{ icon(Icon::Info) }<span>{ question }</span></summary>
            <div class="explain__answer">{ answer }</div>
        </details>
    }
}

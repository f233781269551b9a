//! What to record, and the form to record it with.

use super::act::Act;
use super::element::{Element, el, say, text};
use super::field::Form;
use super::form;
use super::home::last_of;
use super::icon::icon;
use super::outcome::{Preview, outcome};
use super::shell::{screen_title, title};
use super::summary::kind_icon;
use super::{Context, Words};
use crate::domain::activity::Kind;
use crate::domain::ledger::Ledger;
use crate::route::View;

const CHOICES: [Kind; 8] = [
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
        Kind::Trip => t.kind_trip(),
        Kind::CarFree => t.kind_car_free(),
        Kind::Utility => t.kind_utility(),
        Kind::Solar => t.kind_solar(),
        Kind::Appliance => t.kind_appliance(),
        Kind::Purchase => t.kind_purchase(),
        Kind::Refuel => t.kind_refuel(),
        Kind::Action => t.kind_action(),
    }
}

/// Cards to choose from; `last` says what was recorded last of each kind.
pub(crate) fn choices(kinds: &[Kind], words: Words, last: &dyn Fn(Kind) -> Option<String>) -> Element {
    let mut list = el("ul", "choices");
    for kind in kinds.iter().copied() {
        let line = last(kind).unwrap_or_else(|| kind_line(kind, words).to_owned());
        let card = el("a", "choices__item")
            .attr_of("href", &View::Record(kind).href())
            .attr("data-kind", kind.as_str())
            .child(el("span", "choices__icon").child(icon(kind_icon(kind))))
            .child(say("span", "choices__name", form::tab_name(kind, words)))
            .child(text("span", "choices__line", &line));
        list.push(el("li", "").child(card));
    }
    list
}

/// The chooser screen.
pub(crate) fn chooser(context: &Context<'_>, ledger: &Ledger) -> Element {
    el("section", "screen").child(screen_title(context.words.t.choose_lead())).child(choices(
        &CHOICES,
        context.words,
        &|kind| last_of(kind, ledger, context),
    ))
}

/// A form with its result: one above the other on a phone, side by side on a desktop. `typed_in` says whether there is
/// anything to clear.
pub(crate) fn screen(context: &Context<'_>, form: &Form<'_>, preview: &Preview, typed_in: bool) -> Element {
    let (words, t, draft) = (context.words, context.words.t, form.draft);
    let (back, heading, save, below) = match &draft.corrects {
        Some(id) => {
            let lead = Some(say("p", "lead", t.correct_lead()));
            (View::Entry(id.clone()), t.correct_title(), t.save_correction(), lead)
        }
        None => (View::Choose, form::group(draft.kind, words).0, t.save(), form::tabs(draft.kind, words)),
    };
    let fields = el("form", "").flag("novalidate", true).named("form").submitted(context.on, Act::Saved);
    // Enter in any field saves, as in every form; that takes a submit button.
    let submit =
        el("button", "visually-hidden").attr("type", "submit").attr("tabindex", "-1").attr("aria-hidden", "true");
    let clear = say("button", "link form__clear", t.clear()).attr("type", "button").pressed(context.on, Act::Cleared);
    let left = el("div", "form")
        .child(title(words, &back, heading))
        .maybe(below)
        .child(form::fields(form, fields).child(submit))
        .maybe(typed_in.then_some(clear));
    el("section", "screen screen--form").child(left).child(outcome(context, preview, save))
}

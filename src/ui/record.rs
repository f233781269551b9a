//! What to record, and the form to record it with.

use super::Context;
use super::act::Act;
use super::aloud::aloud_preview;
use super::choices::{choices, last_of};
use super::element::{Element, el, say, text};
use super::field::Form;
use super::form;
use super::outcome::{InAccount, Preview, outcome};
use super::shell::{screen_title, title};
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
pub(crate) fn screen(
    context: &Context<'_>,
    form: &Form<'_>,
    result: (&Preview, Option<InAccount>),
    typed_in: bool,
) -> Element {
    let (words, t, draft) = (context.words, context.words.t, form.draft);
    let (back, heading, save, below) = match &draft.corrects {
        Some(id) => {
            let by = text("p", "lead", &format!("{}{}", t.correct_lead(), t.correct_rules()));
            let lead = Some(by.say(" ").child(text("code", "", &context.rules.name())));
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
    let beside = (form::people::each(form), aloud_preview(context, result.0));
    el("section", "screen screen--form").child(left).child(outcome(context, result, beside, save))
}

//! "Compared with driving": educational, below a rule of its own, never part of the result.

use super::steps;
use crate::domain::activity::{Activity, Facts};
use crate::domain::methodology::driving::{Comparison, compared_with_driving};
use crate::i18n::number;
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::{Icon, icon};
use crate::ui::{Context, Rules, Words};

/// What driving would have emitted beyond the trip, if it was a trip and driving emits more.
pub(super) fn compared(activity: &Activity, rules: &Rules) -> Option<Comparison> {
    let Facts::Trip(legs) = &activity.facts else { return None };
    compared_with_driving(legs, rules, activity.date).filter(|comparison| comparison.more_mg > 0)
}

/// The comparison in one line.
pub(super) fn line(comparison: &Comparison, words: Words) -> String {
    let t = words.t;
    let amount = number::carbon(comparison.more_mg, words.language);
    let [open, close] = [words.language.pick("（", " ("), words.language.pick("）", ")")];
    format!("{} {} {}{open}{}{close}", t.vs_car(), amount.number, amount.unit, t.vs_car_note())
}

/// The line, and the steps that lead to its number. `places` is where their factors open.
pub(super) fn shown(context: &Context<'_>, comparison: &Comparison, places: usize) -> Element {
    let words = context.words;
    let worked_out = el("details", "more")
        .named("driving-steps")
        .child(say("summary", "more__summary", words.t.steps_title()))
        .child(steps(context, &comparison.steps, places));
    el("section", "")
        .named("driving")
        .child(el("p", "aside-line").child(icon(Icon::Car)).child(text("span", "", &line(comparison, words))))
        .child(worked_out)
}

//! Everyday actions, as many as the rulebook has.

use super::hint;
use crate::domain::activity::CountedBy;
use crate::domain::rulebook::EverydayAction;
use crate::ui::element::Element;
use crate::ui::field::{Choice, Field, Form};
use crate::ui::icon::Icon;

pub(super) fn fields(form: &Form<'_>, into: Element) -> Element {
    let t = form.words.t;
    let options: Vec<_> = form
        .rules
        .actions
        .iter()
        .map(|action| Choice { value: &action.id, name: form.words.label(&action.label), drawn: Some(Icon::Leaf) })
        .collect();
    let chosen = form.rules.action(form.draft.text("action"));
    into.child(form.day("date", t.date(), true))
        .child(form.choice("action", t.action_which(), &options))
        .maybe(chosen.map(|action| hint(form.words.label(&action.hint))))
        .maybe(chosen.map(|action| amount(form, action)))
}

fn amount(form: &Form<'_>, action: &EverydayAction) -> Element {
    let t = form.words.t;
    let language = form.words.language;
    form.number(match action.counted_by {
        CountedBy::Count => Field {
            path: "count",
            label: t.action_count(),
            unit: language.pick("次", "times"),
            step: "1",
            quick: &["1", "2", "3"],
            ..Field::default()
        },
        CountedBy::Kilogram => Field {
            path: "kg",
            label: t.action_kg(),
            unit: language.pick("公斤", "kg"),
            step: "0.5",
            quick: &["1", "2", "5"],
            ..Field::default()
        },
    })
}

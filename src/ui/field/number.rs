//! Fields for numbers: steppers beside them, and amounts for one tap.

use super::Form;
use crate::domain::decimal::{Decimal, INPUT_PLACES};
use crate::domain::draft::Edit;
use crate::domain::exact::Exact;
use crate::ui::act::Act;
use crate::ui::element::{Element, el, text};
use crate::ui::icon::{Icon, icon};

/// A field for a number.
#[derive(Clone, Copy, Default)]
pub(crate) struct Field<'a> {
    pub(crate) path: &'a str,
    pub(crate) label: &'a str,
    pub(crate) unit: &'a str,
    pub(crate) hint: &'a str,
    pub(crate) optional: bool,
    /// How much one press of a stepper changes; no steppers if empty.
    pub(crate) step: &'a str,
    /// Amounts for one tap.
    pub(crate) quick: &'a [&'a str],
}

impl Form<'_> {
    /// A number field with its steppers and quick amounts.
    pub(crate) fn number(&self, field: Field<'_>) -> Element {
        let (path, typed) = (field.path, self.draft.text(field.path));
        let input = self.input(path, "text").attr("inputmode", "decimal").attr("enterkeyhint", "done");
        let row = el("div", "field__row")
            .maybe(self.stepper(field, false))
            .child(input)
            .child(text("span", "field__unit", field.unit))
            .maybe(self.stepper(field, true));
        let mut quick = el("div", "field__quick");
        for amount in field.quick {
            quick.push(self.chip(path, amount, amount, *amount == typed));
        }
        self.framed(path, "", field.label, field.optional)
            .child(row)
            .maybe((!field.quick.is_empty()).then_some(quick))
            .child(self.hint(path, field.hint))
            .child(self.complaint(path))
    }

    fn stepper(&self, field: Field<'_>, up: bool) -> Option<Element> {
        if field.step.is_empty() {
            return None;
        }
        let t = self.words.t;
        let (name, drawn) = if up { (t.increase(), Icon::Plus) } else { (t.decrease(), Icon::Minus) };
        let next = stepped(self.draft.text(field.path), field.step, up);
        let act = Act::Edited(vec![Edit::Text(field.path.to_owned(), next)]);
        let button = el("button", "stepper")
            .attr("type", "button")
            .attr_of("aria-label", &format!("{name} {}", field.label))
            .pressed(self.on, act);
        Some(button.child(icon(drawn)))
    }
}

/// The text after one press of a stepper; never below zero, and a text that is no number starts over.
fn stepped(text: &str, step: &str, up: bool) -> String {
    let value = |text| Decimal::parse(text, INPUT_PLACES).map_or(Exact::ZERO, Decimal::exact);
    let next = if up { value(text).add(value(step)) } else { value(text).subtract(value(step)) };
    match next {
        Ok(next) if next.is_positive() => next.terminating(INPUT_PLACES).unwrap_or_default(),
        _ => String::new(),
    }
}

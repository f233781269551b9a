//! Fields to choose in: a list, a box to tick, a few options side by side, and buttons that fill a field.

use super::{Form, field_id};
use crate::domain::draft::Edit;
use crate::ui::act::Act;
use crate::ui::element::{Element, el, text};
use crate::ui::icon::{Icon, icon};

/// One of the options of a choice.
#[derive(Clone, Copy)]
pub(crate) struct Choice<'a> {
    pub(crate) value: &'a str,
    pub(crate) name: &'a str,
    pub(crate) drawn: Option<Icon>,
}

impl Form<'_> {
    /// A list to choose from: values and names; an empty value is the prompt.
    pub(crate) fn list(&self, path: &str, label: &str, hint: &str, options: Vec<(&str, &str)>) -> Element {
        let typed = self.draft.text(path);
        let mut list = el("select", "field__input field__input--list")
            .attr_of("id", &field_id(path))
            .attr_of("name", path)
            .attr_of("aria-describedby", &format!("{}-problem", field_id(path)))
            .chosen(self.on, path);
        for (value, name) in options {
            list.push(text("option", "", name).attr_of("value", value).flag("selected", value == typed));
        }
        self.framed(path, "", label, false)
            .child(el("div", "field__row").child(list))
            .child(text("p", "field__hint", hint))
            .child(self.complaint(path))
    }

    /// A box to tick.
    pub(crate) fn tick(&self, path: &str, label: &str) -> Element {
        let input = el("input", "")
            .attr("type", "checkbox")
            .attr_of("id", &field_id(path))
            .attr_of("name", path)
            .checked(self.draft.ticked(path))
            .ticked(self.on, path);
        let label = el("label", "tick")
            .child(input)
            .child(el("span", "tick__box").child(icon(Icon::Check)))
            .child(text("span", "tick__label", label));
        el("div", "field field--tick").child(label).child(self.complaint(path))
    }

    /// One of a few, side by side.
    pub(crate) fn choice(&self, path: &str, label: &str, options: &[Choice<'_>]) -> Element {
        let typed = self.draft.text(path);
        let drawn = options.iter().any(|option| option.drawn.is_some());
        let mut row = el("div", if drawn { "choice__row choice__row--drawn" } else { "choice__row" });
        for option in options {
            let on = option.value == typed;
            let act = Act::Edited(vec![Edit::Text(path.to_owned(), option.value.to_owned())]);
            let input = el("input", "")
                .attr("type", "radio")
                .attr_of("name", path)
                .attr_of("value", option.value)
                .checked(on)
                .picked(self.on, act);
            row.push(
                el("label", if on { "choice__option choice__option--on" } else { "choice__option" })
                    .child(input)
                    .maybe(option.drawn.map(icon))
                    .child(text("span", "", option.name)),
            );
        }
        let problem = self.problem(path).is_some();
        el("fieldset", if problem { "field choice field--problem" } else { "field choice" })
            .attr_of("id", &field_id(path))
            .attr("tabindex", "-1")
            .child(text("legend", "field__label", label))
            .child(row)
            .child(self.hint(path, ""))
            .child(self.complaint(path))
    }

    /// A small button that fills a field.
    pub(crate) fn chip(&self, path: &str, value: &str, name: &str, on: bool) -> Element {
        text("button", if on { "chip chip--on" } else { "chip" }, name)
            .attr("type", "button")
            .pressed(self.on, Act::Edited(vec![Edit::Text(path.to_owned(), value.to_owned())]))
    }
}

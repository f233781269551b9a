//! Fields of a form. Each shows its own problem, at itself; what was typed stays as it was typed.

use yew::Callback;

use super::act::Act;
use super::element::{Element, el, say, text};
use super::form::people::Sharers;
use super::icon::{Icon, icon};
use super::{Explain, Rules, Words};
use crate::domain::activity::Leg;
use crate::domain::date::Date;
use crate::domain::decimal::{Decimal, INPUT_PLACES, ascii_form};
use crate::domain::draft::{Draft, Edit};
use crate::domain::exact::Exact;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::Key;

/// What every field of a form needs.
#[derive(Clone, Copy)]
pub(crate) struct Form<'a> {
    pub(crate) words: Words,
    pub(crate) rules: &'a Rules,
    pub(crate) today: Date,
    pub(crate) draft: &'a Draft,
    pub(crate) problems: &'a [Reason],
    /// What should be said at a field although nothing is wrong.
    pub(crate) notes: &'a [Reason],
    /// Whether saving was tried: from then on empty fields are problems too.
    pub(crate) attempted: bool,
    /// Fields changed on this screen.
    pub(crate) touched: &'a [String],
    pub(crate) on: &'a Callback<Act>,
    pub(crate) explain: Option<Explain>,
    /// Trips made before, last used first.
    pub(crate) trips: &'a [Vec<Leg>],
    /// Who it may be for, if there are several.
    pub(crate) people: Option<&'a Sharers>,
}

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

/// One of the options of a choice.
#[derive(Clone, Copy)]
pub(crate) struct Choice<'a> {
    pub(crate) value: &'a str,
    pub(crate) name: &'a str,
    pub(crate) drawn: Option<Icon>,
}

impl Form<'_> {
    /// The sentence to show at a field, if it has a problem the resident should see now.
    pub(crate) fn problem(&self, path: &str) -> Option<String> {
        let reason = self.problems.iter().find(|reason| reason.path == path)?;
        let visible = self.attempted || reason.code != ReasonCode::Missing;
        visible.then(|| self.sentence(reason))
    }

    /// What should be said at a field although nothing is wrong with it, for instance a question.
    pub(crate) fn note(&self, path: &str) -> Option<String> {
        let note = self.notes.iter().find(|note| note.path == path)?;
        Some(self.sentence(note))
    }

    fn sentence(&self, reason: &Reason) -> String {
        match self.explain {
            // A browser's own date field keeps a day that does not exist to itself.
            _ if reason.code == ReasonCode::Missing && matches!(&*reason.path, "date" | "start" | "end") => {
                self.words.t.day_unread().to_owned()
            }
            Some(explain) => (explain.sentence)(reason, Some(self.rules), self.words.language),
            // A moment later it has its words.
            None => String::new(),
        }
    }

    /// [`Rules::fill`] for today.
    pub(crate) fn fill(&self, text: &str, keys: &[Key]) -> String {
        self.rules.fill(text, keys, (self.today, self.words.language))
    }

    /// Whether something around these fields stays open: one was changed on this screen, or has a problem.
    pub(crate) fn stays_open(&self, paths: &[&str]) -> bool {
        paths.iter().any(|path| self.touched.iter().any(|touched| touched == path) || self.problem(path).is_some())
    }

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

    /// A day, with today and yesterday one tap away.
    pub(crate) fn day(&self, path: &str, label: &str, quick: bool) -> Element {
        let typed = self.draft.text(path);
        let near = |days: i32, name| {
            let day = self.today.plus_days(-days).to_string();
            let on = day == typed;
            quick.then(|| self.chip(path, &day, name, on))
        };
        let input = self.input(path, "date").attr_of("max", &self.today.to_string());
        self.framed(path, "field--day", label, false)
            .child(
                el("div", "field__row")
                    .child(input)
                    .maybe(near(0, self.words.t.today()))
                    .maybe(near(1, self.words.t.yesterday())),
            )
            .maybe(self.note(path).map(|_| self.hint(path, "")))
            .child(self.complaint(path))
    }

    /// A short text, such as a number on a plate.
    pub(crate) fn line(&self, path: &str, label: &str, hint: &str, optional: bool) -> Element {
        self.framed(path, "", label, optional)
            .child(el("div", "field__row").child(self.input(path, "text").attr("enterkeyhint", "done")))
            .child(self.hint(path, hint))
            .child(self.complaint(path))
    }

    /// A time of day.
    pub(crate) fn time(&self, path: &str, label: &str, hint: &str) -> Element {
        self.framed(path, "", label, false)
            .child(el("div", "field__row").child(self.input(path, "time")))
            .child(text("p", "field__hint", hint))
            .child(self.complaint(path))
    }

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

    fn input(&self, path: &str, kind: &'static str) -> Element {
        let id = field_id(path);
        let invalid = self.problem(path).is_some() && !self.is_begun(path);
        el("input", "field__input")
            .attr("type", kind)
            .attr("autocomplete", "off")
            .attr_of("id", &id)
            .attr_of("name", path)
            .attr_of("aria-describedby", &format!("{id}-hint {id}-problem"))
            .state("aria-invalid", invalid)
            .value(self.draft.text(path))
            .typed(self.on, path)
    }

    fn framed(&self, path: &str, more: &'static str, label: &str, optional: bool) -> Element {
        let class = match (self.problem(path).is_some(), more.is_empty()) {
            (false, true) => "field",
            (true, true) if self.is_begun(path) => "field field--problem field--begun",
            (true, true) => "field field--problem",
            (false, false) => "field field--day",
            (true, false) => "field field--day field--problem",
        };
        let label = text("label", "field__label", label)
            .attr_of("for", &field_id(path))
            .maybe(optional.then(|| say("span", "field__optional", self.words.t.optional())));
        el("div", class).child(label)
    }

    /// Whether the problem of a field is only that its number is not written to the end: not shown while typing.
    fn is_begun(&self, path: &str) -> bool {
        !self.attempted && self.problems.iter().any(|problem| problem.path == path && is_begun(problem))
    }

    /// What helps to fill a field; what is to be said about what was filled in takes its place.
    fn hint(&self, path: &str, hint: &str) -> Element {
        let note = self.note(path);
        text(
            "p",
            if note.is_some() { "field__hint field__hint--note" } else { "field__hint" },
            note.as_deref().unwrap_or(hint),
        )
        .attr_of("id", &format!("{}-hint", field_id(path)))
        .attr("aria-live", "polite")
    }

    /// The problem of a field, said aloud when it appears.
    fn complaint(&self, path: &str) -> Element {
        text("p", "field__problem", &self.problem(path).unwrap_or_default())
            .attr_of("id", &format!("{}-problem", field_id(path)))
            .attr("aria-live", "polite")
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

/// Whether a number is refused that others begin with: the 0 of 0.5.
pub(crate) fn is_begun(problem: &Reason) -> bool {
    let zeros = |given: &String| given.chars().map(ascii_form).all(|character| matches!(character, '0' | '.'));
    problem.code == ReasonCode::OutOfRange && problem.given.as_ref().is_some_and(zeros)
}

/// A field's element id, from its path.
pub(crate) fn field_id(path: &str) -> String {
    let mut id = String::from("f-");
    for character in path.chars() {
        id.push(if character.is_ascii_alphanumeric() || character == '_' { character } else { '-' });
    }
    id
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

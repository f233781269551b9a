//! Fields of a form. Each shows its own problem, at itself; what was typed stays as it was typed.

mod choice;
mod number;

use yew::Callback;

use super::act::Act;
use super::element::{Element, el, say, text};
use super::form::people::Sharers;
use super::{Explain, Rules, Words};
use crate::domain::activity::Leg;
use crate::domain::date::Date;
use crate::domain::decimal::ascii_form;
use crate::domain::draft::Draft;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::Key;

pub(crate) use choice::Choice;
pub(crate) use number::Field;

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

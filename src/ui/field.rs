//! Fields of a form. Each shows its own problem, at itself; what was typed stays as it was typed.

use yew::{Callback, Html, classes, html};

use super::event::{chosen, ticked, typed};
use super::icon::{Icon, icon};
use super::{Rules, Words};
use crate::domain::activity::Leg;
use crate::domain::date::Date;
use crate::domain::decimal::{Decimal, INPUT_PLACES};
use crate::domain::draft::{Draft, Edit};
use crate::domain::exact::Exact;
use crate::domain::reason::{Reason, ReasonCode};
use crate::i18n::reason::sentence;

/// What every field of a form needs.
#[derive(Clone, Copy)]
pub(crate) struct Form<'a> {
    pub(crate) words: Words,
    pub(crate) rules: &'a Rules,
    pub(crate) today: Date,
    pub(crate) draft: &'a Draft,
    pub(crate) problems: &'a [Reason],
    /// Whether saving was tried: from then on empty fields are problems too.
    pub(crate) attempted: bool,
    pub(crate) on_edit: &'a Callback<Edit>,
    /// Trips made before, last used first.
    pub(crate) trips: &'a [Vec<Leg>],
}

/// A field for a number or a short text.
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
    /// The sentence to show at a field, if it has a problem the resident should see now.
    pub(crate) fn problem(&self, path: &str) -> Option<String> {
        let reason = self.problems.iter().find(|reason| reason.path == path)?;
        let visible = self.attempted || reason.code != ReasonCode::Missing;
        visible.then(|| sentence(reason, Some(self.rules), self.words.language))
    }

    /// A callback that sets a field's text.
    pub(crate) fn set(&self, path: &str, text: &str) -> Callback<yew::MouseEvent> {
        let (path, text) = (path.to_owned(), text.to_owned());
        self.on_edit.reform(move |_| Edit::Text(path.clone(), text.clone()))
    }

    /// A number field with its steppers and quick amounts.
    pub(crate) fn number(&self, field: Field<'_>) -> Html {
        let text = self.draft.text(field.path);
        let id = field_id(field.path);
        let problem = self.problem(field.path);
        let path = field.path.to_owned();
        let oninput = self.on_edit.reform(move |event| Edit::Text(path.clone(), typed(&event)));
        html! {
            <div class={classes!("field", problem.is_some().then_some("field--problem"))}>
                { self.label(&id, field.label, field.optional) }
                <div class="field__row">
                    { self.stepper(field, false) }
                    <input id={id.clone()} class="field__input" name={field.path.to_owned()} type="text" inputmode="decimal"
                        autocomplete="off" enterkeyhint="done" value={text.to_owned()} {oninput}
                        aria-invalid={problem.is_some().then_some("true")} aria-describedby={format!("{id}-hint {id}-problem")} />
                    if !field.unit.is_empty() { <span class="field__unit">{ field.unit }</span> }
                    { self.stepper(field, true) }
                </div>
                if !field.quick.is_empty() {
                    <div class="field__quick">
                        for amount in field.quick.iter() {
                            <button type="button" class={classes!("chip", (*amount == text).then_some("chip--on"))}
                                onclick={self.set(field.path, amount)}>{ *amount }</button>
                        }
                    </div>
                }
                { remarks(&id, field.hint, problem) }
            </div>
        }
    }

    /// A day, with today and yesterday one tap away.
    pub(crate) fn day(&self, path: &str, label: &str, quick: bool) -> Html {
        let (today, yesterday) = (self.today.to_string(), self.today.plus_days(-1).to_string());
        let text = self.draft.text(path);
        let chip = |day: &str, name: &'static str| {
            html! {
                <button type="button" class={classes!("chip", (day == text).then_some("chip--on"))}
                    onclick={self.set(path, day)}>{ name }</button>
            }
        };
        html! {
            <div class={classes!("field", "field--day", self.problem(path).is_some().then_some("field--problem"))}>
                { self.label(&field_id(path), label, false) }
                <div class="field__row">
                    { self.bare_input(path, "date") }
                    if quick {
                        { chip(&today, self.words.t.today) }
                        { chip(&yesterday, self.words.t.yesterday) }
                    }
                </div>
                { remarks(&field_id(path), "", self.problem(path)) }
            </div>
        }
    }

    /// A time of day.
    pub(crate) fn time(&self, path: &str, label: &str, hint: &str) -> Html {
        let problem = self.problem(path);
        html! {
            <div class={classes!("field", problem.is_some().then_some("field--problem"))}>
                { self.label(&field_id(path), label, false) }
                <div class="field__row">{ self.bare_input(path, "time") }</div>
                { remarks(&field_id(path), hint, problem) }
            </div>
        }
    }

    /// A list to choose from. `options` are value and name; an empty value is the prompt.
    pub(crate) fn list(&self, path: &str, label: &str, hint: &str, options: Vec<(String, String)>) -> Html {
        let on_edit = self.on_edit.clone();
        let edited = path.to_owned();
        self.list_with(path, label, hint, options, Callback::from(move |value| {
            on_edit.emit(Edit::Text(edited.clone(), value));
        }))
    }

    /// A list whose choice does more than set its own field.
    pub(crate) fn list_with(
        &self,
        path: &str,
        label: &str,
        hint: &str,
        options: Vec<(String, String)>,
        on_choose: Callback<String>,
    ) -> Html {
        let (id, text, problem) = (field_id(path), self.draft.text(path), self.problem(path));
        let onchange = on_choose.reform(|event| chosen(&event));
        html! {
            <div class={classes!("field", problem.is_some().then_some("field--problem"))}>
                { self.label(&id, label, false) }
                <div class="field__row">
                    <select id={id.clone()} class="field__input field__input--list" name={path.to_owned()} {onchange}
                        aria-describedby={format!("{id}-hint {id}-problem")}>
                        for (value, name) in options {
                            <option selected={value == text} value={value.clone()}>{ name }</option>
                        }
                    </select>
                </div>
                { remarks(&id, hint, problem) }
            </div>
        }
    }

    /// A box to tick.
    pub(crate) fn tick(&self, path: &str, label: &str, hint: &str) -> Html {
        let id = field_id(path);
        let edited = path.to_owned();
        let onchange = self.on_edit.reform(move |event| Edit::Tick(edited.clone(), ticked(&event)));
        html! {
            <div class="field field--tick">
                <label class="tick" for={id.clone()}>
                    <input id={id.clone()} type="checkbox" name={path.to_owned()} checked={self.draft.ticked(path)} {onchange} />
                    <span class="tick__box">{ icon(Icon::Check) }</span>
                    <span class="tick__label">{ label }</span>
                </label>
                { remarks(&id, hint, self.problem(path)) }
            </div>
        }
    }

    /// One of a few, side by side. `options` are value, name and icon.
    pub(crate) fn choice(
        &self,
        path: &str,
        label: &str,
        options: &[(&str, &str, Option<Icon>)],
        on_choose: &Callback<String>,
    ) -> Html {
        let (text, problem) = (self.draft.text(path), self.problem(path));
        let id = field_id(path);
        html! {
            <fieldset class={classes!("field", "choice", problem.is_some().then_some("field--problem"))} id={id.clone()} tabindex="-1">
                <legend class="field__label">{ label }</legend>
                <div class={classes!("choice__row", options.iter().any(|(_, _, drawn)| drawn.is_some()).then_some("choice__row--drawn"))}>
                    for (value, name, drawn) in options.iter().copied() {
                        <label class={classes!("choice__option", (value == text).then_some("choice__option--on"))}>
                            <input type="radio" name={path.to_owned()} value={value.to_owned()} checked={value == text}
                                onchange={{ let value = value.to_owned(); on_choose.reform(move |_| value.clone()) }} />
                            if let Some(drawn) = drawn { { icon(drawn) } }
                            <span>{ name }</span>
                        </label>
                    }
                </div>
                { remarks(&id, "", problem) }
            </fieldset>
        }
    }

    /// The choice callback that only sets the field itself.
    pub(crate) fn choosing(&self, path: &str) -> Callback<String> {
        let path = path.to_owned();
        self.on_edit.reform(move |value| Edit::Text(path.clone(), value))
    }

    fn bare_input(&self, path: &str, kind: &'static str) -> Html {
        let id = field_id(path);
        let edited = path.to_owned();
        let oninput = self.on_edit.reform(move |event| Edit::Text(edited.clone(), typed(&event)));
        let latest = (kind == "date").then(|| self.today.to_string());
        html! {
            <input id={id.clone()} class="field__input" name={path.to_owned()} type={kind} max={latest}
                value={self.draft.text(path).to_owned()} {oninput} autocomplete="off"
                aria-invalid={self.problem(path).is_some().then_some("true")} aria-describedby={format!("{id}-hint {id}-problem")} />
        }
    }

    fn label(&self, id: &str, label: &str, optional: bool) -> Html {
        html! {
            <label class="field__label" for={id.to_owned()}>
                { label }
                if optional { <span class="field__optional">{ self.words.t.optional }</span> }
            </label>
        }
    }

    fn stepper(&self, field: Field<'_>, up: bool) -> Html {
        if field.step.is_empty() {
            return Html::default();
        }
        let (name, drawn) =
            if up { (self.words.t.increase, Icon::Plus) } else { (self.words.t.decrease, Icon::Minus) };
        let next = stepped(self.draft.text(field.path), field.step, up);
        html! {
            <button type="button" class="stepper" aria-label={format!("{name} {}", field.label)} onclick={self.set(field.path, &next)}>
                { icon(drawn) }
            </button>
        }
    }
}

/// A field's element id, from its path.
pub(crate) fn field_id(path: &str) -> String {
    let mut id = String::from("f-");
    id.extend(path.chars().map(|character| if character.is_ascii_alphanumeric() || character == '_' { character } else { '-' }));
    id
}

fn remarks(id: &str, hint: &str, problem: Option<String>) -> Html {
    html! {
        <>
            if !hint.is_empty() { <p class="field__hint" id={format!("{id}-hint")}>{ hint }</p> }
            <p class="field__problem" id={format!("{id}-problem")} aria-live="polite">{ problem }</p>
        </>
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

//! A number, and the keys to type it with: there is no other keyboard.

use crate::domain::draft::Draft;
use crate::i18n::measure::measured_in;
use crate::i18n::reason::at_screen;
use crate::kiosk::{Key, Press, Problem};
use crate::ui::Context;
use crate::ui::act::Act;
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::{Icon, icon};

/// The number that is asked for.
#[derive(Clone, Copy)]
pub(super) struct Number<'a> {
    /// Where it will stand.
    pub(super) path: &'a str,
    /// What was answered before.
    pub(super) draft: &'a Draft,
    /// What was typed so far.
    pub(super) typed: &'a str,
    /// What is wrong with it.
    pub(super) problem: Option<&'a Problem>,
}

pub(super) fn pad(context: &Context<'_>, number: &Number<'_>, whole: bool) -> Element {
    let (t, language) = (context.words.t, context.words.language);
    let unit = measured_in(number.path, number.draft, language);
    let shown = el("p", if number.problem.is_some() { "typed typed--wrong" } else { "typed" })
        .attr("role", "status")
        .attr("aria-live", "polite")
        .named("typed")
        .child(text("b", "typed__number", if number.typed.is_empty() { "\u{2007}" } else { number.typed }))
        .child(text("span", "typed__unit", unit));
    let problem = number.problem.map(|problem| {
        let said = match problem {
            Problem::Empty => t.kiosk_empty().to_owned(),
            Problem::Wrong(reason) => at_screen(reason, context.rules, language),
        };
        text("p", "typed__problem", &said).attr("role", "alert").named("problem")
    });
    let key = |key: Key| el("button", "key").attr("type", "button").pressed(context.on, Act::Kiosk(Press::Key(key)));
    let digit = |digit: u8| key(Key::Digit(digit)).text(&digit.to_string()).attr_of("data-key", &digit.to_string());
    let mut keys = el("div", "keys").attr("role", "group").attr("aria-label", t.kiosk_pad()).named("pad");
    for number in 1..=9 {
        keys.push(digit(number));
    }
    let point =
        key(Key::Point).say(".").attr("aria-label", t.kiosk_point()).attr("data-key", "point").flag("disabled", whole);
    let erase = key(Key::Erase).child(icon(Icon::Erase)).attr("aria-label", t.kiosk_erase()).attr("data-key", "erase");
    let enter = say("button", "kiosk__button kiosk__button--main", t.kiosk_enter())
        .attr("type", "button")
        .named("enter")
        .pressed(context.on, Act::Kiosk(Press::Enter));
    el("div", "pad")
        .child(el("div", "pad__shown").child(shown).maybe(problem))
        .child(el("div", "pad__keys").child(keys.child(point).child(digit(0)).child(erase)).child(enter))
}

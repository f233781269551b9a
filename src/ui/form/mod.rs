//! One form for each kind of activity.

mod appliance;
pub(crate) mod bill;
mod car;
mod everyday;
mod merchant;
pub(crate) mod people;
mod purchase;
mod trip;

use super::Words;
use super::element::{Element, el, say, text};
use super::field::{Field, Form};
use super::icon::{Icon, icon};
use crate::domain::activity::Kind;
use crate::route::View;

/// Adds the fields of the draft's kind.
pub(crate) fn fields(form: &Form<'_>, into: Element) -> Element {
    let fields = match form.draft.kind {
        Kind::Trip => trip::fields(form, into),
        Kind::CarFree => car::car_free(form, into),
        Kind::Refuel => car::refuel(form, into),
        Kind::Utility => bill::fields(form, into),
        Kind::Solar => solar(form, into),
        Kind::Appliance => appliance::fields(form, into),
        Kind::Purchase => purchase::fields(form, into),
        Kind::Action => everyday::fields(form, into),
    };
    fields.maybe(merchant::field(form)).maybe(people::fields(form))
}

/// The group a kind belongs to, with the kinds in it.
pub(crate) fn group(kind: Kind, words: Words) -> (&'static str, &'static [Kind]) {
    let t = words.t;
    match kind {
        Kind::Trip | Kind::CarFree | Kind::Refuel => (t.group_travel(), &[Kind::Trip, Kind::CarFree, Kind::Refuel]),
        Kind::Utility | Kind::Solar | Kind::Appliance => {
            (t.group_energy(), &[Kind::Utility, Kind::Solar, Kind::Appliance])
        }
        Kind::Purchase => (t.group_purchase(), &[Kind::Purchase]),
        Kind::Action => (t.group_everyday(), &[Kind::Action]),
    }
}

/// A kind's short name, for tabs.
pub(crate) fn tab_name(kind: Kind, words: Words) -> &'static str {
    let t = words.t;
    match kind {
        Kind::Trip => t.tab_trip(),
        Kind::CarFree => t.tab_car_free(),
        Kind::Refuel => t.tab_refuel(),
        Kind::Utility => t.tab_utility(),
        Kind::Solar => t.tab_solar(),
        Kind::Appliance => t.tab_appliance(),
        Kind::Purchase => t.group_purchase(),
        Kind::Action => t.group_everyday(),
    }
}

/// Links to the other kinds of the same group, if there are any.
pub(crate) fn tabs(kind: Kind, words: Words) -> Option<Element> {
    let (name, kinds) = group(kind, words);
    let mut tabs = el("nav", "segments").attr("aria-label", name);
    for other in kinds {
        let link = say("a", "segments__item", tab_name(*other, words)).attr_of("href", &View::Record(*other).href());
        tabs.push(if *other == kind { link.attr("aria-current", "page") } else { link });
    }
    (kinds.len() > 1).then_some(tabs)
}

/// An explanation that opens where it is asked for.
fn explained(question: &'static str) -> Element {
    let question = el("summary", "explain__question").child(icon(Icon::Info)).child(say("span", "", question));
    el("details", "explain").child(question)
}

fn solar(form: &Form<'_>, into: Element) -> Element {
    let t = form.words.t;
    let unit = form.words.language.pick("度", "kWh");
    into.child(form.day("date", t.date(), true)).child(form.number(Field {
        path: "self_consumed_kwh",
        label: t.solar_kwh(),
        unit,
        hint: t.solar_hint(),
        ..Field::default()
    }))
}

/// A text that few need, out of sight until it is asked for or has something to say.
fn more(form: &Form<'_>, path: &str, label: &str, hint: &str) -> Element {
    let open = form.stays_open(&[path]) || !form.draft.text(path).is_empty() || form.note(path).is_some();
    el("details", "more")
        .flag("open", open)
        .child(say("summary", "more__summary", form.words.t.more()))
        .child(form.line(path, label, hint, false))
}

/// A line of advice.
fn hint(line: &str) -> Element {
    text("p", "hint", line)
}

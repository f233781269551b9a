//! A trip: leg by leg.

use super::super::act::Act;
use crate::domain::activity::Mode;
use crate::domain::activity::trip::CarStandard;
use crate::domain::draft::{Edit, leg_path};
use crate::i18n::word;
use crate::ui::element::{Element, el, say, text};
use crate::ui::field::{Choice, Field, Form};
use crate::ui::icon::{Icon, icon};
use crate::ui::summary::{mode_icon, trip_line};

const QUICK_KM: &[&str] = &["1", "3", "5", "10", "20"];

pub(super) fn fields(form: &Form<'_>, into: Element) -> Element {
    let t = form.words.t;
    let count = form.draft.legs();
    let mut legs = el("ol", "legs");
    for index in 0..count {
        legs.push(leg(form, index, count > 1));
    }
    let add = el("button", "button button--quiet")
        .attr("type", "button")
        .named("add-leg")
        .pressed(form.on, Act::Edited(vec![Edit::AddLeg(Mode::Walk.as_str())]))
        .child(icon(Icon::Plus))
        .say(t.leg_add());
    into.child(form.day("date", t.date(), true)).maybe(last_trips(form)).child(legs).child(add)
}

/// The ways last used, to start from with one tap.
fn last_trips(form: &Form<'_>) -> Option<Element> {
    let mut chips = el("div", "field__quick");
    for trip in form.trips {
        let legs = trip.iter().map(|leg| (leg.mode.as_str(), leg.km.to_string())).collect();
        chips.push(
            text("button", "chip", &trip_line(trip, form.words))
                .attr("type", "button")
                .pressed(form.on, Act::Edited(vec![Edit::Legs(legs)])),
        );
    }
    let label = say("p", "field__label", form.words.t.last_trips());
    (!form.trips.is_empty()).then(|| el("div", "field").child(label).child(chips))
}

fn leg(form: &Form<'_>, index: usize, one_of_many: bool) -> Element {
    let t = form.words.t;
    let (mode, km) = (leg_path(index, "mode"), leg_path(index, "km"));
    let (replaced, instead) = (leg_path(index, "replaced_petrol_car"), leg_path(index, "instead_of_car"));
    let chosen = Mode::from_word(form.draft.text(&mode));
    let (counted, others): (Vec<Mode>, Vec<Mode>) =
        Mode::ALL.iter().partition(|mode| **mode == Mode::BevCar || form.rules.mode_factor(**mode).is_some());
    let head = one_of_many.then(|| {
        let title = format!("{} {} {}", t.leg(), index + 1, t.leg_suffix());
        let remove = say("button", "link", t.leg_remove())
            .attr("type", "button")
            .pressed(form.on, Act::Edited(vec![Edit::RemoveLeg(index)]));
        el("div", "leg__head").child(text("h2", "leg__title", title.trim())).child(remove)
    });
    let more = el("details", "more")
        .flag("open", chosen.is_some_and(|mode| others.contains(&mode)))
        .child(say("summary", "more__summary", t.more_modes()))
        .child(modes(form, &mode, t.more_modes(), &others));
    let kilometres = form.number(Field {
        path: &km,
        label: t.km(),
        unit: form.words.language.pick("公里", "km"),
        hint: t.km_hint(),
        step: "1",
        quick: QUICK_KM,
        ..Field::default()
    });
    let mut cars = vec![("", t.instead_none())];
    for standard in CarStandard::ALL {
        cars.push((standard.as_str(), word::car_standard(*standard, form.words.language)));
    }
    el("li", "leg")
        .maybe(head)
        .child(modes(form, &mode, t.mode(), &counted))
        .child(more)
        .child(kilometres)
        .maybe((chosen == Some(Mode::BevCar)).then(|| form.tick(&replaced, t.replaced_petrol_car())))
        .child(form.list(&instead, t.instead_of_car(), t.instead_hint(), cars))
}

fn modes(form: &Form<'_>, path: &str, label: &str, modes: &[Mode]) -> Element {
    let options: Vec<_> = modes
        .iter()
        .map(|mode| Choice {
            value: mode.as_str(),
            name: word::mode(*mode, form.words.language),
            drawn: Some(mode_icon(*mode)),
        })
        .collect();
    form.choice(path, label, &options)
}

//! A trip: leg by leg.

use yew::{Callback, Html, html};

use crate::domain::activity::{Mode, trip::CarStandard};
use crate::domain::draft::{Edit, leg_path};
use crate::i18n::word;
use crate::ui::field::{Field, Form};
use crate::ui::icon::{Icon, icon};
use crate::ui::summary::{mode_icon, trip_line};

const QUICK_KM: &[&str] = &["1", "3", "5", "10", "20"];

pub(super) fn fields(form: &Form<'_>) -> Html {
    let t = form.words.t;
    let legs = form.draft.legs();
    let add = form.on_edit.reform(|_| Edit::AddLeg(Mode::Walk.as_str()));
    html! {
        <>
            { form.day("date", t.date, true) }
            { last_trips(form) }
            <ol class="legs">
                for leg in 0..legs {
                    <li key={leg} class="leg">{ self::leg(form, leg, legs > 1) }</li>
                }
            </ol>
            <button type="button" class="button button--quiet" data-testid="add-leg" onclick={add}>
                { icon(Icon::Plus) }{ t.leg_add }
            </button>
        </>
    }
}

/// The ways last used, to start from with one tap.
fn last_trips(form: &Form<'_>) -> Html {
    if form.trips.is_empty() {
        return Html::default();
    }
    html! {
        <div class="field">
            <p class="field__label">{ form.words.t.last_trips }</p>
            <div class="field__quick">
                for trip in form.trips.iter() {
                    <button type="button" class="chip" onclick={{
                        let legs: Vec<_> = trip.iter().map(|leg| (leg.mode.as_str(), leg.km.to_string())).collect();
                        form.on_edit.reform(move |_| Edit::Legs(legs.clone()))
                    }}>{ trip_line(trip, form.words) }</button>
                }
            </div>
        </div>
    }
}

fn leg(form: &Form<'_>, leg: usize, removable: bool) -> Html {
    let t = form.words.t;
    let path = |field| leg_path(leg, field);
    let (mode_path, km_path) = (path("mode"), path("km"));
    let chosen = Mode::from_word(form.draft.text(&mode_path));
    let choose = form.choosing(&mode_path);
    let (counted, others): (Vec<Mode>, Vec<Mode>) = Mode::ALL
        .iter()
        .partition(|mode| **mode == Mode::BevCar || form.rules.mode_factor(**mode).is_some());
    html! {
        <>
            if removable {
                <div class="leg__head">
                    <h3 class="leg__title">{ format!("{} {} {}", t.leg, leg + 1, t.leg_suffix) }</h3>
                    <button type="button" class="link" onclick={form.on_edit.reform(move |_| Edit::RemoveLeg(leg))}>{ t.leg_remove }</button>
                </div>
            }
            { modes(form, &mode_path, t.mode, &counted, &choose) }
            <details class="more" open={chosen.is_some_and(|mode| others.contains(&mode))}>
                <summary class="more__summary">{ t.more_modes }</summary>
                { modes(form, &mode_path, t.more_modes, &others, &choose) }
            </details>
            { form.number(Field {
                path: &km_path, label: t.km, unit: form.words.language.pick("公里", "km"), hint: t.km_hint,
                step: "1", quick: QUICK_KM, ..Field::default()
            }) }
            if chosen == Some(Mode::BevCar) {
                { form.tick(&path("replaced_petrol_car"), t.replaced_petrol_car, "") }
            }
            { form.list(&path("instead_of_car"), &format!("{}（{}）", t.instead_of_car, t.optional), t.instead_hint, car_standards(form)) }
        </>
    }
}

fn modes(form: &Form<'_>, path: &str, label: &str, modes: &[Mode], choose: &Callback<String>) -> Html {
    let options: Vec<_> = modes
        .iter()
        .map(|mode| (mode.as_str(), word::mode(*mode, form.words.language), Some(mode_icon(*mode))))
        .collect();
    form.choice(path, label, &options, choose)
}

fn car_standards(form: &Form<'_>) -> Vec<(String, String)> {
    let none = (String::new(), form.words.t.instead_none.to_owned());
    let standards = CarStandard::ALL.iter().map(|standard| {
        (standard.as_str().to_owned(), word::car_standard(*standard, form.words.language).to_owned())
    });
    std::iter::once(none).chain(standards).collect()
}

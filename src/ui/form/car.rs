//! The car left standing, and the car refuelled at night.

use yew::{Html, html};

use crate::ui::field::{Field, Form};
use crate::ui::icon::Icon;

pub(super) fn car_free(form: &Form<'_>) -> Html {
    let t = form.words.t;
    let language = form.words.language;
    let options =
        [("petrol", t.power_petrol, Some(Icon::Car)), ("bev", t.power_bev, Some(Icon::BevCar))];
    html! {
        <>
            { form.day("date", t.date, true) }
            { form.choice("power", t.power, &options, &form.choosing("power")) }
            if form.draft.text("power") == "petrol" {
                { form.number(Field {
                    path: "engine_litres", label: t.engine_litres, unit: language.pick("升", "L"), step: "0.1",
                    quick: &["1.4", "1.6", "1.8", "2.0", "2.5"], ..Field::default()
                }) }
            }
            { form.number(Field {
                path: "hours", label: t.hours, unit: language.pick("小时", "hours"), hint: t.hours_hint, step: "24",
                quick: &["24", "48", "72"], ..Field::default()
            }) }
            { form.tick("alert", t.alert_today, "") }
        </>
    }
}

pub(super) fn refuel(form: &Form<'_>) -> Html {
    let t = form.words.t;
    html! {
        <>
            { form.day("date", t.date, true) }
            { form.time("time", t.refuel_time, t.refuel_hint) }
            { form.number(Field {
                path: "litres", label: t.litres, unit: form.words.language.pick("升", "L"), step: "5",
                quick: &["30", "40", "50"], ..Field::default()
            }) }
        </>
    }
}

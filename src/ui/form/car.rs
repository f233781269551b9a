//! The car left standing, and the car refuelled at night.

use crate::domain::rulebook::Key;
use crate::ui::element::Element;
use crate::ui::field::{Choice, Field, Form};
use crate::ui::icon::Icon;

pub(super) fn car_free(form: &Form<'_>, into: Element) -> Element {
    let t = form.words.t;
    let language = form.words.language;
    let options = [
        Choice { value: "petrol", name: t.power_petrol(), drawn: Some(Icon::Car) },
        Choice { value: "bev", name: t.power_bev(), drawn: Some(Icon::BevCar) },
    ];
    let engine = Field {
        path: "engine_litres",
        label: t.engine_litres(),
        unit: language.pick("升", "L"),
        step: "0.1",
        quick: &["1.4", "1.6", "1.8", "2.0", "2.5"],
        ..Field::default()
    };
    let hours = Field {
        path: "hours",
        label: t.hours(),
        unit: language.pick("小时", "hours"),
        hint: t.hours_hint(),
        step: "24",
        quick: &["24", "48", "72"],
        ..Field::default()
    };
    into.child(form.day("date", t.date(), true))
        .child(form.choice("power", t.power(), &options))
        .maybe((form.draft.text("power") == "petrol").then(|| form.number(engine)))
        .child(form.number(hours))
        .child(form.tick("alert", t.alert_today()))
}

pub(super) fn refuel(form: &Form<'_>, into: Element) -> Element {
    let t = form.words.t;
    let litres = Field {
        path: "litres",
        label: t.litres(),
        unit: form.words.language.pick("升", "L"),
        step: "5",
        quick: &["30", "40", "50"],
        ..Field::default()
    };
    let window = [Key::RefuelFirstMonth, Key::RefuelLastMonth, Key::RefuelWindowStart, Key::RefuelWindowEnd];
    into.child(form.day("date", t.date(), true))
        .child(form.time("time", t.refuel_time(), &form.fill(t.refuel_hint(), &window)))
        .child(form.number(litres))
}

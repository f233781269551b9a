//! Own solar power.

use yew::{Html, html};

use crate::ui::field::{Field, Form};

pub(super) fn fields(form: &Form<'_>) -> Html {
    let t = form.words.t;
    html! {
        <>
            { form.day("date", t.date, true) }
            { form.number(Field {
                path: "self_consumed_kwh", label: t.solar_kwh, unit: form.words.language.pick("度", "kWh"),
                hint: t.solar_hint, ..Field::default()
            }) }
        </>
    }
}

//! A more efficient appliance, by the figures on the two labels.

use yew::{Html, html};

use crate::ui::field::{Field, Form};
use crate::ui::icon::Icon;

pub(super) fn fields(form: &Form<'_>) -> Html {
    let t = form.words.t;
    let language = form.words.language;
    let options = [
        ("air_conditioner", t.appliance_air_conditioner, Some(Icon::Appliance)),
        ("other", t.appliance_other, Some(Icon::Bolt)),
        ("gas_boiler", t.appliance_gas_boiler, Some(Icon::Flame)),
        ("induction_hob", t.appliance_induction_hob, Some(Icon::Heat)),
    ];
    let kwh_a_year = language.pick("度/年", "kWh a year");
    let number = |path, label, unit, hint| form.number(Field { path, label, unit, hint, ..Field::default() });
    html! {
        <>
            { form.day("date", t.date, true) }
            { form.choice("appliance", t.appliance_which, &options, &form.choosing("appliance")) }
            { match form.draft.text("appliance") {
                "air_conditioner" => html! {
                    <>
                        { number("cooling_kw", t.cooling_kw, language.pick("千瓦", "kW"), t.cooling_hint) }
                        { number("apf", t.apf, "", t.apf_hint) }
                        { number("replaced_apf", t.replaced_apf, "", "") }
                    </>
                },
                "other" => html! {
                    <>
                        { number("annual_kwh", t.annual_kwh, kwh_a_year, t.label_hint) }
                        { number("replaced_annual_kwh", t.replaced_annual_kwh, kwh_a_year, "") }
                    </>
                },
                "gas_boiler" => html! {
                    <>
                        { number("annual_m3", t.annual_m3, language.pick("立方米", "m³"), "") }
                        { number("efficiency", t.efficiency, "", t.efficiency_hint) }
                        { number("replaced_efficiency", t.replaced_efficiency, "", "") }
                    </>
                },
                _ => Html::default(),
            } }
        </>
    }
}

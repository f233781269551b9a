//! A more efficient appliance, by the figures on the two labels.

use crate::ui::element::Element;
use crate::ui::field::{Choice, Field, Form};
use crate::ui::icon::Icon;

pub(super) fn fields(form: &Form<'_>, into: Element) -> Element {
    let t = form.words.t;
    let language = form.words.language;
    let option = |value, name, drawn| Choice { value, name, drawn: Some(drawn) };
    let options = [
        option("air_conditioner", t.appliance_air_conditioner(), Icon::Appliance),
        option("other", t.appliance_other(), Icon::Bolt),
        option("gas_boiler", t.appliance_gas_boiler(), Icon::Flame),
        option("induction_hob", t.appliance_induction_hob(), Icon::Heat),
    ];
    let yearly = language.pick("度/年", "kWh a year");
    // Label, unit and hint of each number of each appliance.
    let numbers: &[(&str, &str, &str, &str)] = match form.draft.text("appliance") {
        "air_conditioner" => &[
            ("cooling_kw", t.cooling_kw(), language.pick("千瓦", "kW"), t.cooling_hint()),
            ("apf", t.apf(), "", t.apf_hint()),
            ("replaced_apf", t.replaced_apf(), "", ""),
        ],
        "other" => &[
            ("annual_kwh", t.annual_kwh(), yearly, t.label_hint()),
            ("replaced_annual_kwh", t.replaced_annual_kwh(), yearly, ""),
        ],
        "gas_boiler" => &[
            ("annual_m3", t.annual_m3(), language.pick("立方米", "m³"), ""),
            ("efficiency", t.efficiency(), "", t.efficiency_hint()),
            ("replaced_efficiency", t.replaced_efficiency(), "", ""),
        ],
        _ => &[],
    };
    let mut into =
        into.child(form.day("date", t.date(), true)).child(form.choice("appliance", t.appliance_which(), &options));
    for (path, label, unit, hint) in numbers.iter().copied() {
        into.push(form.number(Field { path, label, unit, hint, ..Field::default() }));
    }
    // A hob is credited nothing, so there are no two of them to tell apart.
    let serial = !numbers.is_empty();
    into.maybe(serial.then(|| form.line("serial", t.serial(), t.serial_hint(), true)))
}

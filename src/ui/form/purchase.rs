//! A low-VOC purchase: the product, the amount, and the one figure on the tin.

use super::{explained, hint, more};
use crate::domain::activity::purchase::{AmountUnit, Basis, VocUnit};
use crate::domain::rulebook::{Key, Parameter, Product, Value};
use crate::domain::unit::Unit;
use crate::i18n::unit::unit_name;
use crate::i18n::word;
use crate::ui::element::{Element, el, say, text};
use crate::ui::field::{Choice, Field, Form};

pub(super) fn fields(form: &Form<'_>, into: Element) -> Element {
    let t = form.words.t;
    let mut products = vec![("", t.category_choose())];
    for product in &form.rules.products {
        products.push((&product.id, form.words.label(&product.label)));
    }
    let into = into.child(form.day("date", t.date(), true)).child(form.list("category", t.category(), "", products));
    match form.rules.product(form.draft.text("category")) {
        Some(product) => details(form, product, into),
        None => into,
    }
}

fn details(form: &Form<'_>, product: &Product, into: Element) -> Element {
    let t = form.words.t;
    let unit = form.draft.text("unit");
    let units: Vec<_> = AmountUnit::ALL.iter().map(|unit| plain(unit.as_str(), unit.as_str())).collect();
    let voc_unit = match form.draft.text("voc_unit") {
        "percent" => "%",
        other => other,
    };
    let quick: &[&str] = if matches!(unit, "L" | "kg") { &["1", "5", "10", "20"] } else { &["150", "300", "500"] };
    let figure = Field { path: "voc", label: t.voc(), unit: voc_unit, hint: t.voc_where(), ..Field::default() };
    let tin = el("section", "tin").child(tin(t.tin_label(), form.draft.text("voc"), voc_unit)).child(
        el("div", "tin__field").child(form.number(figure)).child(
            text("a", "tin__limit", &limit(form, product)).attr("href", "#/rules").attr("title", t.see_origin()),
        ),
    );
    let basis = Basis::from_word(form.draft.text("basis"));
    let basis_name = basis.map_or("", |basis| word::basis(basis, form.words.language));
    let measured = el("details", "more")
        .flag("open", form.stays_open(&["basis", "voc_unit"]))
        .child(text(
            "summary",
            "more__summary",
            &format!("{}{}{basis_name} · {voc_unit}", t.basis(), form.words.language.pick("：", ": ")),
        ))
        .child(form.choice("voc_unit", t.voc_unit(), &voc_units()))
        .child(form.choice("basis", t.basis(), &bases(form)));
    let into = into
        .child(form.number(Field { path: "amount", label: t.amount(), unit, quick, ..Field::default() }))
        .child(form.choice("unit", t.amount_unit(), &units))
        .maybe(product.repaints.then(|| home(form)))
        .child(tin)
        .child(measured)
        .maybe((basis == Some(Basis::LessWater)).then(|| less_water(form)))
        .maybe((basis != Some(Basis::LessWater) && form.draft.needs_density()).then(|| form.number(density(form))));
    comparison(form, product, unit, into).child(form.tick("alert", t.alert_today()))
}

/// The home that is painted: how much paint its walls take.
fn home(form: &Form<'_>) -> Element {
    let t = form.words.t;
    let area = Field {
        path: "floor_area_m2",
        label: t.floor_area(),
        unit: unit_name(Unit::SquareMetre, form.words.language),
        hint: t.floor_area_hint(),
        optional: true,
        ..Field::default()
    };
    let coats = Field { path: "coats", label: t.coats(), optional: true, quick: &["1", "2", "3"], ..Field::default() };
    el("section", "bill")
        .attr("aria-label", t.paint_area_title())
        .child(el("header", "bill__head").child(say("h2", "bill__title", t.paint_area_title())))
        .child(hint(t.paint_area_why()))
        .child(form.number(area))
        .child(form.number(coats))
        .child(more(form, "dwelling", t.dwelling(), t.dwelling_hint()))
}

fn less_water(form: &Form<'_>) -> Element {
    let t = form.words.t;
    let water =
        Field { path: "water_percent", label: t.water_percent(), unit: "%", optional: true, ..Field::default() };
    let answer = el("div", "explain__answer")
        .child(text("p", "", &form.fill(t.less_water_explained(), &[Key::DefaultWaterShare])))
        .child(form.number(Field { optional: true, hint: t.density_hint(), ..density(form) }))
        .child(form.number(water));
    // What was typed in stays in sight; what is assumed instead is said where it is seen.
    let paths = ["density_kg_per_l", "water_percent"];
    let asked = form.stays_open(&paths) || paths.iter().any(|path| !form.draft.text(path).is_empty());
    let assumed = form.note("water_percent").filter(|_| !asked);
    el("div", "")
        .child(explained(t.less_water_question()).flag("open", asked).child(answer))
        .maybe(assumed.map(|assumed| hint(&assumed)))
}

fn density(form: &Form<'_>) -> Field<'static> {
    Field { path: "density_kg_per_l", label: form.words.t.density(), unit: "kg/L", ..Field::default() }
}

fn comparison(form: &Form<'_>, product: &Product, unit: &str, into: Element) -> Element {
    let t = form.words.t;
    let mut modes = Vec::new();
    if product.limit.is_some() {
        modes.push(plain("below_limit", t.mode_below_limit()));
    }
    // Standing in for itself is the same as being below its limit.
    if product.limit.is_none() || product.displaces.iter().any(|id| *id != product.id) {
        modes.push(plain("technology_switch", t.mode_switch()));
    }
    let switched = form.draft.text("mode") == "technology_switch";
    let displaced = || {
        let mut options = vec![("", t.category_choose())];
        for displaced in product.displaces.iter().filter_map(|id| form.rules.displaced(id)) {
            options.push((&displaced.id, form.words.label(&displaced.label)));
        }
        form.list("displaced", t.displaced(), "", options)
    };
    let amount = Field {
        path: "displaced_amount",
        label: t.displaced_amount(),
        unit,
        hint: t.displaced_amount_hint(),
        optional: true,
        ..Field::default()
    };
    into.maybe((modes.len() > 1).then(|| form.choice("mode", t.compare_mode(), &modes)))
        .maybe((!switched).then(|| borrowed(form, product)).flatten())
        .maybe(switched.then(displaced))
        .maybe(switched.then(|| form.number(amount)))
}

/// The limit the figure is compared with, as the rulebook names it.
fn limit(form: &Form<'_>, product: &Product) -> String {
    let Some((parameter, value)) = limit_value(form, product) else { return String::new() };
    let unit = unit_name(parameter.unit, form.words.language);
    format!("{} {} {unit}", form.words.label(&parameter.label), value.amount)
}

fn limit_value<'a>(form: &Form<'a>, product: &Product) -> Option<(&'a Parameter, &'a Value)> {
    let parameter = form.rules.parameters.get(product.limit?)?;
    Some((parameter, parameter.values.last()?))
}

/// Whose limit it is, if it is not Beijing's: its own are per litre or kilogram, percentages are borrowed.
fn borrowed(form: &Form<'_>, product: &Product) -> Option<Element> {
    let (parameter, value) = limit_value(form, product)?;
    let note = value.note.as_ref().filter(|_| parameter.unit == Unit::Percent)?;
    Some(hint(form.words.label(note)))
}

fn voc_units() -> Vec<Choice<'static>> {
    VocUnit::ALL
        .iter()
        .map(|unit| plain(unit.as_str(), if *unit == VocUnit::Percent { "%" } else { unit.as_str() }))
        .collect()
}

fn bases(form: &Form<'_>) -> Vec<Choice<'static>> {
    Basis::ALL.iter().map(|basis| plain(basis.as_str(), word::basis(*basis, form.words.language))).collect()
}

fn plain<'a>(value: &'a str, name: &'a str) -> Choice<'a> {
    Choice { value, name, drawn: None }
}

/// Where to find the figure: a tin with the line on its label marked.
fn tin(label: &'static str, figure: &str, unit: &str) -> Element {
    let part = |class, path| el("path", class).attr("d", path);
    let figure = if figure.is_empty() { "—" } else { figure };
    let line = |class, y| el("text", class).attr("x", "60").attr("y", y).attr("text-anchor", "middle");
    el("svg", "tin__drawing")
        .attr("viewBox", "0 0 120 132")
        .attr("role", "img")
        .attr("aria-label", label)
        .child(part("tin__body", "M14 24v88c0 8 20 14 46 14s46-6 46-14V24c0 7-20 13-46 13S14 31 14 24"))
        .child(part("tin__lid", "M14 23c0-7 20-13 46-13s46 6 46 13-20 13-46 13-46-6-46-13"))
        .child(part("tin__label", "M26 48h68v58H26z"))
        .child(part("tin__lines", "M33 58h34M33 66h46M33 99h30"))
        .child(part("tin__mark", "M30 72h60v20H30z"))
        .child(line("tin__text", "80.5").say(label))
        .child(line("tin__figure", "89").text(&format!("{figure} {unit}")))
}

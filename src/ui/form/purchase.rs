//! A low-VOC purchase: the product, the amount, and the one figure on the tin.

use yew::{Callback, Html, html};

use super::explained;
use crate::domain::activity::purchase::{AmountUnit, Basis, VocUnit};
use crate::domain::draft::Edit;
use crate::domain::rulebook::Product;
use crate::domain::unit::Unit;
use crate::i18n::{unit::unit_name, word};
use crate::ui::field::{Field, Form};

pub(super) fn fields(form: &Form<'_>) -> Html {
    let t = form.words.t;
    let product = form.rules.product(form.draft.text("category"));
    let prompt = (String::new(), t.category_choose.to_owned());
    let products =
        form.rules.products.iter().map(|product| (product.id.clone(), form.words.label(&product.label).to_owned()));
    html! {
        <>
            { form.day("date", t.date, true) }
            { form.list_with("category", t.category, "", std::iter::once(prompt).chain(products).collect(), choosing(form)) }
            if let Some(product) = product { { details(form, product) } }
        </>
    }
}

fn details(form: &Form<'_>, product: &Product) -> Html {
    let t = form.words.t;
    let language = form.words.language;
    let unit = form.draft.text("unit");
    let units: Vec<_> = AmountUnit::ALL.iter().map(|unit| (unit.as_str(), unit.as_str(), None)).collect();
    let voc_unit = match VocUnit::from_word(form.draft.text("voc_unit")) {
        Some(VocUnit::GramPerLitre) => unit_name(Unit::GramPerLitre, language),
        Some(VocUnit::GramPerKilogram) => unit_name(Unit::GramPerKilogram, language),
        Some(VocUnit::Percent) | None => "%",
    };
    html! {
        <>
            { form.number(Field { path: "amount", label: t.amount, unit, quick: quick_amounts(unit), ..Field::default() }) }
            { form.choice("unit", t.amount_unit, &units, &form.choosing("unit")) }
            <section class="tin">
                { tin(t.tin_label, form.draft.text("voc"), voc_unit) }
                <div class="tin__field">
                    { form.number(Field { path: "voc", label: t.voc, unit: voc_unit, hint: t.voc_where, ..Field::default() }) }
                    { limit(form, product) }
                </div>
            </section>
            <details class="more" open={form.problem("basis").is_some() || form.problem("voc_unit").is_some()}>
                <summary class="more__summary">{ format!("{}：{} · {}", t.basis, basis_name(form), voc_unit) }</summary>
                { measured(form) }
            </details>
            if form.draft.text("basis") == Basis::LessWater.as_str() {
                { explained(t.less_water_question, html! {
                    <>
                        <p>{ t.less_water_explained }</p>
                        { form.number(Field { path: "density_kg_per_l", label: t.density, unit: "kg/L", optional: true, hint: t.density_hint, ..Field::default() }) }
                        { form.number(Field { path: "water_percent", label: t.water_percent, unit: "%", optional: true, ..Field::default() }) }
                    </>
                }) }
            }
            { comparison(form, product, unit) }
            { form.tick("alert", t.alert_today, "") }
        </>
    }
}

fn measured(form: &Form<'_>) -> Html {
    let t = form.words.t;
    let units: Vec<_> = VocUnit::ALL
        .iter()
        .map(|unit| (unit.as_str(), if *unit == VocUnit::Percent { "%" } else { unit.as_str() }, None))
        .collect();
    let bases: Vec<_> =
        Basis::ALL.iter().map(|basis| (basis.as_str(), word::basis(*basis, form.words.language), None)).collect();
    html! {
        <>
            { form.choice("voc_unit", t.voc_unit, &units, &form.choosing("voc_unit")) }
            { form.choice("basis", t.basis, &bases, &form.choosing("basis")) }
        </>
    }
}

fn comparison(form: &Form<'_>, product: &Product, unit: &str) -> Html {
    let t = form.words.t;
    let mut modes = Vec::new();
    if product.limit.is_some() {
        modes.push(("below_limit", t.mode_below_limit, None));
    }
    if !product.displaces.is_empty() {
        modes.push(("technology_switch", t.mode_switch, None));
    }
    let prompt = (String::new(), t.category_choose.to_owned());
    let displaced = product.displaces.iter().filter_map(|id| {
        let displaced = form.rules.displaced(id)?;
        Some((id.clone(), form.words.label(&displaced.label).to_owned()))
    });
    html! {
        <>
            { form.choice("mode", t.compare_mode, &modes, &form.choosing("mode")) }
            if form.draft.text("mode") == "technology_switch" {
                { form.list("displaced", t.displaced, "", std::iter::once(prompt).chain(displaced).collect()) }
                { form.number(Field {
                    path: "displaced_amount", label: t.displaced_amount, unit, hint: t.displaced_amount_hint, optional: true,
                    ..Field::default()
                }) }
            }
        </>
    }
}

fn limit(form: &Form<'_>, product: &Product) -> Html {
    let Some(parameter) = product.limit.and_then(|limit| form.rules.parameters.get(limit)) else {
        return Html::default();
    };
    let Some(value) = parameter.values.last() else { return Html::default() };
    html! {
        <p class="tin__limit">
            { form.words.label(&parameter.label).to_owned() }{ " " }
            <b>{ value.amount.to_string() }</b>{ " " }{ unit_name(parameter.unit, form.words.language) }
        </p>
    }
}

/// Where to find the figure: a tin with the line on its label marked.
fn tin(label: &str, figure: &str, unit: &str) -> Html {
    let figure = if figure.is_empty() { "—" } else { figure };
    html! {
        <svg class="tin__drawing" viewBox="0 0 120 132" role="img" aria-label={label.to_owned()}>
            <path class="tin__body" d="M14 24v88c0 8 20 14 46 14s46-6 46-14V24" />
            <ellipse class="tin__lid" cx="60" cy="22" rx="46" ry="13" />
            <path class="tin__handle" d="M14 34C-2 60 8 92 14 92" />
            <rect class="tin__label" x="26" y="48" width="68" height="58" rx="3" />
            <path class="tin__lines" d="M33 58h34M33 66h46M33 98h30" />
            <rect class="tin__mark" x="30" y="72" width="60" height="20" rx="3" />
            <text class="tin__text" x="60" y="80" text-anchor="middle">{ label }</text>
            <text class="tin__figure" x="60" y="89" text-anchor="middle">{ format!("{figure} {unit}") }</text>
        </svg>
    }
}

fn basis_name(form: &Form<'_>) -> &'static str {
    Basis::from_word(form.draft.text("basis")).map_or("", |basis| word::basis(basis, form.words.language))
}

fn quick_amounts(unit: &str) -> &'static [&'static str] {
    match unit {
        "L" | "kg" => &["1", "5", "10", "20"],
        _ => &["150", "300", "500"],
    }
}

/// Choosing a product also sets the units its label and its limit are written in.
fn choosing(form: &Form<'_>) -> Callback<String> {
    let (on_edit, rules) = (form.on_edit.clone(), form.rules.clone());
    Callback::from(move |id: String| {
        let mut edits = vec![("category", id.clone()), ("displaced", String::new())];
        if let Some(product) = rules.product(&id) {
            let reference = product.limit.or_else(|| {
                let first = product.displaces.first()?;
                rules.displaced(first).map(|displaced| displaced.content)
            });
            let (voc_unit, unit) = match reference.and_then(|index| rules.parameters.get(index)).map(|it| it.unit) {
                Some(Unit::GramPerLitre) => ("g/L", "L"),
                Some(Unit::GramPerKilogram) => ("g/kg", "kg"),
                _ => ("percent", "g"),
            };
            let mode = if product.limit.is_some() { "below_limit" } else { "technology_switch" };
            edits.push(("voc_unit", voc_unit.to_owned()));
            edits.push(("unit", unit.to_owned()));
            edits.push(("basis", product.basis.as_str().to_owned()));
            edits.push(("mode", mode.to_owned()));
        }
        for (path, text) in edits {
            on_edit.emit(Edit::Text(path.to_owned(), text));
        }
    })
}

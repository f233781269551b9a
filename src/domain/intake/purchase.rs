//! Purchases.

use super::comparable;
use super::reader::Reader;
use super::{Context, MOST_DWELLING, bounds};
use crate::domain::activity::Purchase;
use crate::domain::activity::purchase::{AmountUnit, Basis, Comparison, VocUnit};
use crate::domain::decimal::Decimal;
use crate::domain::reason::{Accepted, ReasonCode};
use crate::domain::rulebook::{Product, Rulebook};

pub(super) fn purchase<T: AsRef<str>>(reader: &mut Reader<'_, T>, context: Context<'_>) -> Option<Box<Purchase>> {
    let rulebook = context.rulebook;
    let problems = reader.problem_count();
    let product = category(reader, rulebook);
    let unit: Option<AmountUnit> = reader.word("unit");
    let amount = decimal_in(reader, "amount", unit.map(bounds::amount));
    let voc_unit: Option<VocUnit> = reader.word("voc_unit");
    let voc = decimal_in(reader, "voc", voc_unit.map(bounds::voc));
    let basis: Option<Basis> = reader.word("basis");
    let mode: Option<Comparison> = reader.word("mode");
    let (mut displaced, mut displaced_amount) = (None, None);
    match mode {
        Some(Comparison::TechnologySwitch) => {
            displaced = self::displaced(reader, product, rulebook);
            if let Some(unit) = unit {
                displaced_amount = reader.optional_decimal("displaced_amount", &bounds::amount(unit));
            } else {
                reader.allow(&["displaced_amount"]);
            }
        }
        Some(Comparison::BelowLimit) => {}
        None => reader.allow(&["displaced", "displaced_amount"]),
    }
    let density_kg_per_l = reader.optional_decimal("density_kg_per_l", &bounds::DENSITY);
    let water_percent = reader.optional_decimal("water_percent", &bounds::WATER_PERCENT);
    let alert = reader.flag("alert");
    let (floor_area_m2, coats, dwelling) = repaint(reader, product, context.saved);
    if let (Some(Comparison::BelowLimit), Some(Product { limit: None, .. })) = (mode, product) {
        let instead = Accepted::OneOf(vec![Comparison::TechnologySwitch.as_str().into()]);
        return reader.refuse("mode", ReasonCode::NoBaseline, Some(Comparison::BelowLimit.as_str()), Some(instead));
    }
    let (product, unit, voc_unit, basis, mode) = (product?, unit?, voc_unit?, basis?, mode?);
    // On the heap from the start: moved about, it would be copied each time.
    let bought = Box::new(Purchase {
        category: product.id.clone(),
        amount,
        unit,
        voc,
        voc_unit,
        basis,
        mode,
        displaced,
        displaced_amount,
        density_kg_per_l,
        water_percent,
        alert,
        floor_area_m2,
        coats,
        dwelling,
    });
    // Numbers that could not be read cannot be compared.
    if reader.problem_count() == problems {
        comparable::check(reader, &bought, product, rulebook);
    }
    Some(bought)
}

/// What is asked about the home that is repainted: its floor area, the number of coats, and which home it is. A category
/// that repaints none has no such fields.
fn repaint<T: AsRef<str>>(
    reader: &mut Reader<'_, T>,
    product: Option<&Product>,
    saved: bool,
) -> (Option<Decimal>, Option<Decimal>, Option<String>) {
    match product {
        Some(product) if product.repaints || saved => (
            reader.optional_decimal("floor_area_m2", &bounds::FLOOR_AREA),
            reader.optional_whole("coats", &bounds::COATS),
            reader.optional_text("dwelling", MOST_DWELLING),
        ),
        Some(_) => (None, None, None),
        None => {
            reader.allow(&["floor_area_m2", "coats", "dwelling"]);
            (None, None, None)
        }
    }
}

fn category<'r, T: AsRef<str>>(reader: &mut Reader<'_, T>, rulebook: &'r Rulebook) -> Option<&'r Product> {
    let known = || Accepted::OneOf(rulebook.products.iter().map(|product| product.id.clone().into()).collect());
    let id = reader.id("category", &known)?;
    match rulebook.product(id) {
        None => reader.refuse("category", ReasonCode::UnknownValue, Some(id), Some(known())),
        product => product,
    }
}

/// A number whose range depends on its unit; without a range it is only accepted.
fn decimal_in<T: AsRef<str>>(
    reader: &mut Reader<'_, T>,
    name: &'static str,
    range: Option<bounds::InputRange>,
) -> Decimal {
    if let Some(range) = range {
        return reader.decimal(name, &range);
    }
    reader.allow(&[name]);
    Decimal::ZERO
}

/// The displaced product's id: one that the category may stand in for.
fn displaced<T: AsRef<str>>(
    reader: &mut Reader<'_, T>,
    product: Option<&Product>,
    rulebook: &Rulebook,
) -> Option<String> {
    let known = || match product {
        Some(product) => Accepted::OneOf(product.displaces.iter().map(|id| id.clone().into()).collect()),
        None => Accepted::OneOf(rulebook.displaced.iter().map(|displaced| displaced.id.clone().into()).collect()),
    };
    let id = reader.id("displaced", &known)?;
    let code = if rulebook.displaced(id).is_none() {
        ReasonCode::UnknownValue
    } else if product.is_some_and(|product| !product.displaces.iter().any(|other| other == id)) {
        ReasonCode::DisplacedNotComparable
    } else {
        return Some(id.to_owned());
    };
    reader.refuse("displaced", code, Some(id), Some(known()))
}

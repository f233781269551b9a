//! Purchases.

use super::bounds;
use super::comparable;
use super::reader::Reader;
use crate::domain::activity::Purchase;
use crate::domain::activity::purchase::{AmountUnit, Basis, Comparison, VocUnit};
use crate::domain::decimal::Decimal;
use crate::domain::reason::{Accepted, ReasonCode};
use crate::domain::rulebook::{Product, Rulebook};

pub(super) fn purchase(reader: &mut Reader<'_>, rulebook: &Rulebook) -> Option<Purchase> {
    let product = category(reader, rulebook);
    let (amount, unit) = quantity::<AmountUnit>(reader, "amount", "unit", bounds::amount);
    let (voc, voc_unit) = quantity::<VocUnit>(reader, "voc", "voc_unit", bounds::voc);
    let basis: Option<Basis> = reader.word("basis");
    let mode: Option<Comparison> = reader.word("mode");
    let (displaced, displaced_amount) = match mode {
        Some(Comparison::TechnologySwitch) => (
            displaced(reader, product, rulebook).map(Some),
            if let Some(unit) = unit {
                reader.optional_decimal("displaced_amount", bounds::amount(unit))
            } else {
                reader.allow(&["displaced_amount"]);
                None
            },
        ),
        Some(Comparison::BelowLimit) => (Some(None), Some(None)),
        None => {
            reader.allow(&["displaced", "displaced_amount"]);
            (None, None)
        }
    };
    let density_kg_per_l = reader.optional_decimal("density_kg_per_l", bounds::DENSITY);
    let water_percent = reader.optional_decimal("water_percent", bounds::WATER_PERCENT);
    let alert = reader.flag("alert");
    if let (Some(Comparison::BelowLimit), Some(Product { limit: None, .. })) = (mode, product) {
        let instead = Accepted::OneOf(vec![Comparison::TechnologySwitch.as_str().into()]);
        reader.refuse("mode", ReasonCode::NoBaseline, Some(Comparison::BelowLimit.as_str().to_owned()), instead);
        return None;
    }
    let product = product?;
    let bought = Purchase {
        category: product.id.clone(),
        amount: amount?,
        unit: unit?,
        voc: voc?,
        voc_unit: voc_unit?,
        basis: basis?,
        mode: mode?,
        displaced: displaced?,
        displaced_amount: displaced_amount?,
        density_kg_per_l: density_kg_per_l?,
        water_percent: water_percent?,
        alert: alert?,
    };
    match comparable::problem(&bought, product, rulebook) {
        None => Some(bought),
        Some(reason) => {
            reader.problem(reason);
            None
        }
    }
}

fn category<'r>(reader: &mut Reader<'_>, rulebook: &'r Rulebook) -> Option<&'r Product> {
    let known = || Accepted::OneOf(rulebook.products.iter().map(|product| product.id.clone().into()).collect());
    let id = reader.id("category", known)?;
    let product = rulebook.product(id);
    if product.is_none() {
        reader.refuse("category", ReasonCode::UnknownValue, Some(id.to_owned()), known());
    }
    product
}

/// A number and the unit that decides its range.
fn quantity<W: crate::domain::activity::Word>(
    reader: &mut Reader<'_>,
    name: &'static str,
    unit_name: &'static str,
    range: impl Fn(W) -> bounds::InputRange,
) -> (Option<Decimal>, Option<W>) {
    let unit: Option<W> = reader.word(unit_name);
    let number = if let Some(unit) = unit {
        reader.decimal(name, range(unit))
    } else {
        reader.allow(&[name]);
        None
    };
    (number, unit)
}

/// The displaced product's id: one that the category may stand in for.
fn displaced(reader: &mut Reader<'_>, product: Option<&Product>, rulebook: &Rulebook) -> Option<String> {
    let known = || match product {
        Some(product) => Accepted::OneOf(product.displaces.iter().map(|id| id.clone().into()).collect()),
        None => Accepted::OneOf(rulebook.displaced.iter().map(|displaced| displaced.id.clone().into()).collect()),
    };
    let id = reader.id("displaced", known)?;
    let code = if rulebook.displaced(id).is_none() {
        ReasonCode::UnknownValue
    } else if product.is_some_and(|product| !product.displaces.iter().any(|other| other == id)) {
        ReasonCode::DisplacedNotComparable
    } else {
        return Some(id.to_owned());
    };
    reader.refuse("displaced", code, Some(id.to_owned()), known());
    None
}

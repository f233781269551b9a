//! Whether a purchase can be compared at all: both VOC numbers must come down to grams in the product as supplied.
//!
//! `less_water` figures are per litre of the product without its water, `ready_to_use` ones after mixing; they differ
//! two- to fourfold from the product as it stands in the shop. Two numbers on the same basis compare directly. Between
//! `less_water` and `as_supplied` only the product's own density and water lead over; the default share is for two
//! `less_water` numbers, where an error in it changes both alike. Nothing leads over from or to `ready_to_use`.

use super::reader::{Reader, one_of};
use crate::domain::activity::Purchase;
use crate::domain::activity::purchase::{AmountUnit, Basis, Comparison, VocUnit};
use crate::domain::exact::Exact;
use crate::domain::reason::{Accepted, ReasonCode};
use crate::domain::rulebook::{Product, Rulebook};
use crate::domain::unit::Unit;

/// The number a product is compared with.
struct Reference {
    basis: Basis,
    unit: Unit,
}

/// Notes why the purchase cannot be compared, if it cannot. The first problem only: the others follow from it.
pub(super) fn check<T: AsRef<str>>(
    reader: &mut Reader<'_, T>,
    bought: &Purchase,
    product: &Product,
    rulebook: &Rulebook,
) {
    let Some(reference) = reference(bought, product, rulebook) else { return };
    if possible_water(reader, bought)
        && basis(reader, bought, &reference)
        && displaced_amount(reader, bought, &reference)
    {
        density(reader, bought, &reference);
    }
}

fn reference(bought: &Purchase, product: &Product, rulebook: &Rulebook) -> Option<Reference> {
    let (parameter, basis) = match bought.mode {
        Comparison::BelowLimit => (product.limit?, product.basis),
        Comparison::TechnologySwitch => (rulebook.displaced(bought.displaced.as_deref()?)?.content, Basis::AsSupplied),
    };
    Some(Reference { basis, unit: rulebook.parameters.get(parameter)?.unit })
}

/// Not more litres of water in a litre than a litre.
fn possible_water<T: AsRef<str>>(reader: &mut Reader<'_, T>, bought: &Purchase) -> bool {
    let (Some(density), Some(water)) = (bought.density_kg_per_l, bought.water_percent) else { return true };
    let impossible = density.exact().multiply(water.exact()).is_ok_and(|litres| litres >= Exact::from(100));
    if impossible {
        let other = Accepted::Field("density_kg_per_l");
        reader.note("water_percent", ReasonCode::Contradiction, Some(&water.to_string()), Some(other));
    }
    !impossible
}

fn basis<T: AsRef<str>>(reader: &mut Reader<'_, T>, bought: &Purchase, reference: &Reference) -> bool {
    // Without its water only a volume means anything.
    if bought.basis == Basis::LessWater && bought.voc_unit != VocUnit::GramPerLitre {
        let accepted = Accepted::Basis { basis: Basis::LessWater.as_str(), unit: VocUnit::GramPerLitre.as_str() };
        return mismatch(reader, "voc_unit", bought.voc_unit.as_str(), accepted);
    }
    let leads_over = bought.basis != Basis::ReadyToUse
        && reference.basis != Basis::ReadyToUse
        && bought.density_kg_per_l.is_some()
        && bought.water_percent.is_some();
    let accepted = Accepted::Basis { basis: reference.basis.as_str(), unit: voc_unit(reference.unit) };
    bought.basis == reference.basis || leads_over || mismatch(reader, "basis", bought.basis.as_str(), accepted)
}

/// The given density is the product's, so litres of what it displaced cannot be weighed, nor kilograms measured.
fn displaced_amount<T: AsRef<str>>(reader: &mut Reader<'_, T>, bought: &Purchase, reference: &Reference) -> bool {
    if bought.mode == Comparison::BelowLimit || by_volume(bought.unit) == per_volume(reference.unit) {
        return true;
    }
    let units = if per_volume(reference.unit) {
        [AmountUnit::Litre, AmountUnit::Millilitre]
    } else {
        [AmountUnit::Kilogram, AmountUnit::Gram]
    };
    mismatch(reader, "unit", bought.unit.as_str(), one_of(&units.map(AmountUnit::as_str)))
}

fn density<T: AsRef<str>>(reader: &mut Reader<'_, T>, bought: &Purchase, reference: &Reference) {
    let product_fits = by_volume(bought.unit) == (bought.voc_unit == VocUnit::GramPerLitre);
    let reference_fits = by_volume(bought.unit) == per_volume(reference.unit);
    if !(product_fits && reference_fits) && bought.density_kg_per_l.is_none() {
        let accepted = Accepted::Field("density_kg_per_l");
        reader.note("density_kg_per_l", ReasonCode::DensityNeeded, None, Some(accepted));
    }
}

fn mismatch<T: AsRef<str>>(reader: &mut Reader<'_, T>, path: &'static str, given: &str, accepted: Accepted) -> bool {
    reader.note(path, ReasonCode::BasisMismatch, Some(given), Some(accepted));
    false
}

fn per_volume(content: Unit) -> bool {
    content == Unit::GramPerLitre
}

fn by_volume(amount: AmountUnit) -> bool {
    matches!(amount, AmountUnit::Litre | AmountUnit::Millilitre)
}

/// The contract's word for a unit of content.
fn voc_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::GramPerLitre => VocUnit::GramPerLitre.as_str(),
        Unit::GramPerKilogram => VocUnit::GramPerKilogram.as_str(),
        _ => VocUnit::Percent.as_str(),
    }
}

//! Whether a purchase can be compared at all: both VOC numbers must come down to grams in the product as supplied.
//!
//! `less_water` figures are per litre of the product without its water, `ready_to_use` ones after mixing; they differ
//! two- to fourfold from the product as it stands in the shop. Two numbers on the same basis compare directly. Between
//! `less_water` and `as_supplied` only the product's own density and water lead over; the default share is for two
//! `less_water` numbers, where an error in it changes both alike. Nothing leads over from or to `ready_to_use`.

use crate::domain::activity::Purchase;
use crate::domain::activity::purchase::{AmountUnit, Basis, Comparison, VocUnit};
use crate::domain::exact::Exact;
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::domain::rulebook::{Product, Rulebook};
use crate::domain::unit::Unit;

/// The number a product is compared with.
struct Reference {
    basis: Basis,
    unit: Unit,
}

/// Why the purchase cannot be compared, if it cannot. The first problem only: the others follow from it.
pub(super) fn problem(bought: &Purchase, product: &Product, rulebook: &Rulebook) -> Option<Reason> {
    let reference = match bought.mode {
        Comparison::BelowLimit => Reference { basis: product.basis, unit: unit_of(rulebook, product.limit?)? },
        Comparison::TechnologySwitch => {
            let displaced = rulebook.displaced(bought.displaced.as_deref()?)?;
            Reference { basis: Basis::AsSupplied, unit: unit_of(rulebook, displaced.content)? }
        }
    };
    impossible_water(bought)
        .or_else(|| basis(bought, &reference))
        .or_else(|| displaced_amount(bought, &reference))
        .or_else(|| density(bought, &reference))
}

/// More litres of water in a litre than a litre.
fn impossible_water(bought: &Purchase) -> Option<Reason> {
    let (density, water) = (bought.density_kg_per_l?, bought.water_percent?);
    let litres = density.exact().multiply(water.exact()).ok()?;
    (litres >= Exact::from(100)).then(|| {
        Reason::at(ReasonCode::Contradiction, "water_percent")
            .given(water.to_string())
            .accepting(Accepted::Field("density_kg_per_l"))
    })
}

fn basis(bought: &Purchase, reference: &Reference) -> Option<Reason> {
    let accepted = Accepted::Basis { basis: reference.basis.as_str(), unit: voc_unit(reference.unit) };
    // Without its water only a volume means anything.
    if bought.basis == Basis::LessWater && bought.voc_unit != VocUnit::GramPerLitre {
        let accepted = Accepted::Basis { basis: Basis::LessWater.as_str(), unit: VocUnit::GramPerLitre.as_str() };
        return Some(mismatch("voc_unit", bought.voc_unit.as_str(), accepted));
    }
    let leads_over = bought.basis != Basis::ReadyToUse
        && reference.basis != Basis::ReadyToUse
        && bought.density_kg_per_l.is_some()
        && bought.water_percent.is_some();
    (bought.basis != reference.basis && !leads_over).then(|| mismatch("basis", bought.basis.as_str(), accepted))
}

/// The given density is the product's, so litres of what it displaced cannot be weighed, nor kilograms measured.
fn displaced_amount(bought: &Purchase, reference: &Reference) -> Option<Reason> {
    let fits = bought.mode == Comparison::BelowLimit || by_volume(bought.unit) == per_volume(reference.unit);
    (!fits).then(|| {
        let units = if per_volume(reference.unit) {
            [AmountUnit::Litre, AmountUnit::Millilitre]
        } else {
            [AmountUnit::Kilogram, AmountUnit::Gram]
        };
        mismatch("unit", bought.unit.as_str(), Accepted::OneOf(units.map(|unit| unit.as_str().into()).to_vec()))
    })
}

fn density(bought: &Purchase, reference: &Reference) -> Option<Reason> {
    let product_fits = by_volume(bought.unit) == (bought.voc_unit == VocUnit::GramPerLitre);
    let reference_fits = by_volume(bought.unit) == per_volume(reference.unit);
    (!(product_fits && reference_fits) && bought.density_kg_per_l.is_none()).then(|| {
        Reason::at(ReasonCode::DensityNeeded, "density_kg_per_l").accepting(Accepted::Field("density_kg_per_l"))
    })
}

fn mismatch(path: &'static str, given: &str, accepted: Accepted) -> Reason {
    Reason::at(ReasonCode::BasisMismatch, path).given(given).accepting(accepted)
}

fn unit_of(rulebook: &Rulebook, parameter: usize) -> Option<Unit> {
    rulebook.parameters.get(parameter).map(|found| found.unit)
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

//! Purchases with less VOC: grams in what it is compared with, less grams in what was bought.
//!
//! Both are grams in the product as supplied. A `less_water` figure counts only the litres that are not water, so it
//! is multiplied by their share; the same share holds for a product and for the limit it is compared with.

use super::constant;
use super::paint::Walls;
use super::settle::Earned;
use super::sheet::{Halt, Sheet};
use crate::domain::activity::Purchase;
use crate::domain::activity::purchase::{AmountUnit, Basis, VocUnit};
use crate::domain::decimal::Decimal;
use crate::domain::reason::ReasonCode;
use crate::domain::rulebook::{Key, Product};
use crate::domain::trace::{Operation, StepName, Term};
use crate::domain::unit::Unit;

/// VOC in a litre or kilogram, and whether that litre counts its water.
struct Content {
    voc: Term,
    basis: Basis,
}

pub(super) fn assess(sheet: &mut Sheet<'_>, bought: &Purchase) -> Earned {
    let Some((product, reference)) = reference(sheet, bought) else {
        // A category of another rulebook, or one without a limit: kept, but there is nothing to compare with.
        sheet.reason(ReasonCode::NoPublishedFactor, "category", Some(&bought.category), &[]);
        return Earned::default();
    };
    let line = reference.voc;
    let own = Content { voc: sheet.input("voc", bought.voc, voc_unit(bought.voc_unit)), basis: bought.basis };
    let dry = dry_share(sheet, bought, [own.basis, reference.basis]);
    let own = as_supplied(sheet, StepName::VocInProduct, &own, dry);
    let mut amount = amount(sheet, StepName::AmountInBaseUnit, "amount", bought.amount, bought.unit);
    let taken = Walls::of(sheet, bought, product).map(|walls| walls.take(sheet, bought, amount));
    if let Some(taken) = &taken {
        amount = taken.used;
    }
    let own_grams = grams(sheet, StepName::ProductGrams, own, amount, bought);

    let other = as_supplied(sheet, StepName::VocAtBaseline, &reference, dry);
    let other_amount = match (&bought.displaced, bought.displaced_amount) {
        (Some(_), Some(displaced)) => {
            let displaced =
                self::amount(sheet, StepName::DisplacedInBaseUnit, "displaced_amount", displaced, bought.unit);
            // What the walls do not take stands in for nothing.
            taken.as_ref().map_or(displaced, |taken| taken.likewise(sheet, displaced))
        }
        (Some(_), None) => {
            sheet.note(ReasonCode::SameAmountAssumed, "displaced_amount", None, &[]);
            amount
        }
        (None, _) => amount,
    };
    let other_grams = grams(sheet, StepName::BaselineGrams, other, other_amount, bought);

    let voc = sheet.step(StepName::VocAvoided, Operation::Subtract, &[other_grams, own_grams], Unit::Gram);
    if !sheet.is_positive(voc) {
        sheet.reason(ReasonCode::NotBelowBaseline, "voc", Some(&bought.voc.to_string()), &[line]);
        return Earned::default();
    }
    if let Some(taken) = &taken {
        taken.say_beyond(sheet, bought);
    }
    // The grams are avoided all the same; the appeal not to use solvents on such a day is what is not rewarded.
    let unwanted = product.solvent && bought.alert;
    if unwanted {
        sheet.reason(ReasonCode::AlertDay, "alert", None, &[]);
    }
    Earned { voc: Some(voc), air_earns: !unwanted, ..Earned::default() }
}

/// The category and what the product is compared with.
fn reference<'r>(sheet: &mut Sheet<'r>, bought: &Purchase) -> Option<(&'r Product, Content)> {
    let product = sheet.rulebook.product(&bought.category)?;
    let (parameter, basis) = match &bought.displaced {
        Some(id) => (sheet.rulebook.displaced(id)?.content, Basis::AsSupplied),
        None => (product.limit?, product.basis),
    };
    Some((product, Content { voc: sheet.listed(parameter), basis }))
}

/// The share of the volume that is not water, if any of the two numbers leaves the water out.
fn dry_share(sheet: &mut Sheet<'_>, bought: &Purchase, bases: [Basis; 2]) -> Option<Term> {
    if !bases.contains(&Basis::LessWater) {
        return None;
    }
    let water = if let (Some(density), Some(water)) = (bought.density_kg_per_l, bought.water_percent) {
        let terms = [
            sheet.input("density_kg_per_l", density, Unit::KilogramPerLitre),
            sheet.input("water_percent", water, Unit::Percent),
            sheet.constant(constant::LITRES_OF_WATER_IN_PERCENT),
        ];
        sheet.step(StepName::WaterShare, Operation::Multiply, &terms, Unit::One)
    } else {
        let default = sheet.key(Key::DefaultWaterShare);
        sheet.note(ReasonCode::DefaultWaterShare, "water_percent", None, &[default]);
        default
    };
    let terms = [sheet.constant(constant::ONE), water];
    Some(sheet.step(StepName::WithoutWaterShare, Operation::Subtract, &terms, Unit::One))
}

/// Grams in a litre or kilogram as it stands in the shop.
fn as_supplied(sheet: &mut Sheet<'_>, name: StepName, content: &Content, dry: Option<Term>) -> Term {
    let (factor, unit) = match (content.basis, dry) {
        (Basis::LessWater, Some(dry)) => (dry, Unit::GramPerLitre),
        _ if sheet.unit(content.voc) == Unit::Percent => {
            (sheet.constant(constant::GRAMS_PER_KILOGRAM_IN_PERCENT), Unit::GramPerKilogram)
        }
        _ => return content.voc,
    };
    sheet.step(name, Operation::Multiply, &[content.voc, factor], unit)
}

/// An amount in litres or kilograms.
pub(super) fn amount(
    sheet: &mut Sheet<'_>,
    name: StepName,
    path: &'static str,
    amount: Decimal,
    unit: AmountUnit,
) -> Term {
    let (given, divided) = match unit {
        AmountUnit::Litre => (Unit::Litre, None),
        AmountUnit::Kilogram => (Unit::Kilogram, None),
        AmountUnit::Millilitre => (Unit::Millilitre, Some((constant::MILLILITRES_IN_LITRE, Unit::Litre))),
        AmountUnit::Gram => (Unit::Gram, Some((constant::GRAMS_IN_KILOGRAM, Unit::Kilogram))),
    };
    let amount = sheet.input(path, amount, given);
    let Some((divisor, unit)) = divided else { return amount };
    let divisor = sheet.constant(divisor);
    sheet.step(name, Operation::Divide, &[amount, divisor], unit)
}

/// Grams of VOC in an amount; litres and kilograms meet through the product's density.
fn grams(sheet: &mut Sheet<'_>, name: StepName, content: Term, amount: Term, bought: &Purchase) -> Term {
    let wanted = if sheet.unit(content) == Unit::GramPerLitre { Unit::Litre } else { Unit::Kilogram };
    let amount = by_density(sheet, amount, wanted, bought);
    sheet.step(name, Operation::Multiply, &[content, amount], Unit::Gram)
}

/// An amount of litres or kilograms in the other of the two, if it is not in the wanted one already.
pub(super) fn by_density(sheet: &mut Sheet<'_>, amount: Term, wanted: Unit, bought: &Purchase) -> Term {
    if sheet.unit(amount) == wanted {
        return amount;
    }
    let operation = if wanted == Unit::Litre { Operation::Divide } else { Operation::Multiply };
    // Intake asks for the density wherever it is needed.
    let Some(density) = bought.density_kg_per_l else { return sheet.halt(Halt::Overflow) };
    let density = sheet.input("density_kg_per_l", density, Unit::KilogramPerLitre);
    sheet.step(StepName::AmountByDensity, operation, &[amount, density], wanted)
}

fn voc_unit(unit: VocUnit) -> Unit {
    match unit {
        VocUnit::GramPerLitre => Unit::GramPerLitre,
        VocUnit::GramPerKilogram => Unit::GramPerKilogram,
        VocUnit::Percent => Unit::Percent,
    }
}

//! Purchases with less VOC: grams in what it is compared with, less grams in what was bought.
//!
//! Both are grams in the product as supplied. A `less_water` figure counts only the litres that are not water, so it
//! is multiplied by their share; the same share holds for a product and for the limit it is compared with.

use super::constant;
use super::settle::Earned;
use super::sheet::{Halt, Sheet, input};
use crate::domain::activity::purchase::{AmountUnit, Basis, VocUnit};
use crate::domain::activity::{Activity, Purchase};
use crate::domain::assessment::Assessment;
use crate::domain::decimal::Decimal;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::{Formula, Key, Product, Rulebook};
use crate::domain::trace::{Operand, Operation, StepName};
use crate::domain::unit::Unit;

/// VOC in a litre or kilogram, and whether that litre counts its water.
struct Content {
    voc: Operand,
    basis: Basis,
}

pub(super) fn assess(activity: &Activity, bought: &Purchase, rulebook: &Rulebook) -> Result<Assessment, Halt> {
    let mut sheet = Sheet::in_force(activity, rulebook, Formula::LowVoc)?;
    let Some((product, reference)) = reference(&sheet, bought)? else {
        // A category of another rulebook, or one without a limit: kept, but there is nothing to compare with.
        sheet.reason(Reason::at(ReasonCode::NoPublishedFactor, "category").given(bought.category.as_str()));
        return Ok(sheet.recorded());
    };
    let line = reference.voc.clone();
    let own = Content { voc: input("voc", bought.voc, voc_unit(bought.voc_unit)), basis: bought.basis };
    let dry = dry_share(&mut sheet, bought, [own.basis, reference.basis])?;
    let own = as_supplied(&mut sheet, StepName::VocInProduct, own, dry.as_ref())?;
    let amount = self::amount(&mut sheet, StepName::AmountInBaseUnit, "amount", bought.amount, bought.unit)?;
    let own_grams = grams(&mut sheet, StepName::ProductGrams, own, amount.clone(), bought)?;

    let other = as_supplied(&mut sheet, StepName::VocAtBaseline, reference, dry.as_ref())?;
    let other_amount = match (&bought.displaced, bought.displaced_amount) {
        (Some(_), Some(displaced)) => {
            self::amount(&mut sheet, StepName::DisplacedInBaseUnit, "displaced_amount", displaced, bought.unit)?
        }
        (Some(_), None) => {
            sheet.note(Reason::at(ReasonCode::SameAmountAssumed, "displaced_amount"));
            amount
        }
        (None, _) => amount,
    };
    let other_grams = grams(&mut sheet, StepName::BaselineGrams, other, other_amount, bought)?;

    let voc = sheet.step(StepName::VocAvoided, Operation::Subtract, [other_grams, own_grams], Unit::Gram)?;
    if !voc.value.is_positive() {
        let limit = sheet.limit(&line);
        let reason = Reason::at(ReasonCode::NotBelowBaseline, "voc").given(bought.voc.to_string());
        sheet.reason(Reason { accepted: limit, ..reason });
        return Ok(sheet.recorded());
    }
    // The grams are avoided all the same; the appeal not to use solvents on such a day is what is not rewarded.
    let unwanted = product.solvent && bought.alert;
    if unwanted {
        sheet.reason(Reason::at(ReasonCode::AlertDay, "alert"));
    }
    sheet.settle(Earned { voc: Some(voc), air_earns: !unwanted, ..Earned::default() })
}

/// The category and what the product is compared with.
fn reference<'r>(sheet: &Sheet<'r>, bought: &Purchase) -> Result<Option<(&'r Product, Content)>, Halt> {
    let Some(product) = sheet.rulebook.product(&bought.category) else { return Ok(None) };
    let (parameter, basis) = match &bought.displaced {
        Some(id) => (sheet.rulebook.displaced(id).map(|displaced| displaced.content), Basis::AsSupplied),
        None => (product.limit, product.basis),
    };
    let Some(parameter) = parameter else { return Ok(None) };
    Ok(Some((product, Content { voc: sheet.listed(parameter)?, basis })))
}

/// The share of the volume that is not water, if any of the two numbers leaves the water out.
fn dry_share(sheet: &mut Sheet<'_>, bought: &Purchase, bases: [Basis; 2]) -> Result<Option<Operand>, Halt> {
    if !bases.contains(&Basis::LessWater) {
        return Ok(None);
    }
    let water = if let (Some(density), Some(water)) = (bought.density_kg_per_l, bought.water_percent) {
        let operands = [
            input("density_kg_per_l", density, Unit::KilogramPerLitre),
            input("water_percent", water, Unit::Percent),
            constant::litres_of_water_in_percent(),
        ];
        sheet.step(StepName::WaterShare, Operation::Multiply, operands, Unit::One)?
    } else {
        let default = sheet.key(Key::DefaultWaterShare)?;
        let accepted = sheet.limit(&default);
        sheet.note(Reason { accepted, ..Reason::at(ReasonCode::DefaultWaterShare, "water_percent") });
        default
    };
    let operands = [constant::one(), water];
    sheet.step(StepName::WithoutWaterShare, Operation::Subtract, operands, Unit::One).map(Some)
}

/// Grams in a litre or kilogram as it stands in the shop.
fn as_supplied(
    sheet: &mut Sheet<'_>,
    name: StepName,
    content: Content,
    dry: Option<&Operand>,
) -> Result<Operand, Halt> {
    match (content.basis, dry) {
        (Basis::LessWater, Some(dry)) => {
            sheet.step(name, Operation::Multiply, [content.voc, dry.clone()], Unit::GramPerLitre)
        }
        _ if content.voc.unit == Unit::Percent => {
            let operands = [content.voc, constant::grams_per_kilogram_in_percent()];
            sheet.step(name, Operation::Multiply, operands, Unit::GramPerKilogram)
        }
        _ => Ok(content.voc),
    }
}

/// An amount in litres or kilograms.
fn amount(
    sheet: &mut Sheet<'_>,
    name: StepName,
    path: &'static str,
    amount: Decimal,
    unit: AmountUnit,
) -> Result<Operand, Halt> {
    match unit {
        AmountUnit::Litre => Ok(input(path, amount, Unit::Litre)),
        AmountUnit::Kilogram => Ok(input(path, amount, Unit::Kilogram)),
        AmountUnit::Millilitre => {
            let operands = [input(path, amount, Unit::Millilitre), constant::millilitres_in_litre()];
            sheet.step(name, Operation::Divide, operands, Unit::Litre)
        }
        AmountUnit::Gram => {
            let operands = [input(path, amount, Unit::Gram), constant::grams_in_kilogram()];
            sheet.step(name, Operation::Divide, operands, Unit::Kilogram)
        }
    }
}

/// Grams of VOC in an amount; litres and kilograms meet through the product's density.
fn grams(
    sheet: &mut Sheet<'_>,
    name: StepName,
    content: Operand,
    amount: Operand,
    bought: &Purchase,
) -> Result<Operand, Halt> {
    let density = bought.density_kg_per_l.map(|density| input("density_kg_per_l", density, Unit::KilogramPerLitre));
    let (operation, unit) = match (content.unit == Unit::GramPerLitre, amount.unit == Unit::Litre) {
        (true, false) => (Operation::Divide, Unit::Litre),
        (false, true) => (Operation::Multiply, Unit::Kilogram),
        _ => return sheet.step(name, Operation::Multiply, [content, amount], Unit::Gram),
    };
    // Intake asks for the density wherever it is needed.
    let operands = [amount, density.ok_or(Halt::Overflow)?];
    let amount = sheet.step(StepName::AmountByDensity, operation, operands, unit)?;
    sheet.step(name, Operation::Multiply, [content, amount], Unit::Gram)
}

fn voc_unit(unit: VocUnit) -> Unit {
    match unit {
        VocUnit::GramPerLitre => Unit::GramPerLitre,
        VocUnit::GramPerKilogram => Unit::GramPerKilogram,
        VocUnit::Percent => Unit::Percent,
    }
}

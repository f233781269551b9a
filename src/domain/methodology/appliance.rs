//! A more efficient appliance: the saving of its first year by the two labels, once.

use super::settle::Earned;
use super::sheet::{Halt, Sheet, input};
use crate::domain::activity::{Activity, Appliance};
use crate::domain::assessment::Assessment;
use crate::domain::decimal::Decimal;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::{Formula, Key, Rulebook};
use crate::domain::trace::{Operand, Operation, StepName};
use crate::domain::unit::Unit;

pub(super) fn assess(activity: &Activity, new: &Appliance, rulebook: &Rulebook) -> Result<Assessment, Halt> {
    let mut sheet = Sheet::in_force(activity, rulebook, Formula::Appliance)?;
    let (saved, factor, decisive) = match *new {
        Appliance::AirConditioner { cooling_kw, apf, replaced_apf } => {
            (air_conditioner(&mut sheet, cooling_kw, apf, replaced_apf)?, Key::Grid, "apf")
        }
        Appliance::Other { annual_kwh, replaced_annual_kwh } => {
            let old = input("replaced_annual_kwh", replaced_annual_kwh, Unit::KilowattHour);
            let new = input("annual_kwh", annual_kwh, Unit::KilowattHour);
            (saved(&mut sheet, old, new)?, Key::Grid, "annual_kwh")
        }
        Appliance::GasBoiler { annual_m3, efficiency, replaced_efficiency } => {
            (gas_boiler(&mut sheet, annual_m3, efficiency, replaced_efficiency)?, Key::Gas, "efficiency")
        }
        // Cooking a meal with Beijing's power emits more than cooking it with gas.
        Appliance::InductionHob => {
            sheet.reason(Reason::at(ReasonCode::WouldRaiseEmissions, "appliance"));
            return Ok(sheet.recorded());
        }
    };
    if !saved.value.is_positive() {
        sheet.reason(Reason::at(ReasonCode::NoSaving, decisive));
        return Ok(sheet.recorded());
    }
    sheet.note(Reason::at(ReasonCode::OncePerAppliance, "appliance"));
    let operands = [saved, sheet.key(factor)?];
    let carbon = sheet.step(StepName::Carbon, Operation::Multiply, operands, Unit::Kilogram)?;
    sheet.settle(Earned { carbon: Some(carbon), ..Earned::default() })
}

/// The same cooling and heating, by two annual performance factors.
fn air_conditioner(
    sheet: &mut Sheet<'_>,
    cooling: Decimal,
    apf: Decimal,
    replaced_apf: Decimal,
) -> Result<Operand, Halt> {
    let kwh = Unit::KilowattHour;
    let load = [input("cooling_kw", cooling, Unit::Kilowatt), sheet.key(Key::AirConditionerHours)?];
    let load = sheet.step(StepName::AnnualLoad, Operation::Multiply, load, kwh)?;
    let old = [load.clone(), input("replaced_apf", replaced_apf, Unit::One)];
    let old = sheet.step(StepName::AnnualUseReplaced, Operation::Divide, old, kwh)?;
    let new = [load, input("apf", apf, Unit::One)];
    let new = sheet.step(StepName::AnnualUseNew, Operation::Divide, new, kwh)?;
    saved(sheet, old, new)
}

/// The same heat, by two efficiencies.
fn gas_boiler(
    sheet: &mut Sheet<'_>,
    annual: Decimal,
    efficiency: Decimal,
    replaced_efficiency: Decimal,
) -> Result<Operand, Halt> {
    let ratio =
        [input("replaced_efficiency", replaced_efficiency, Unit::One), input("efficiency", efficiency, Unit::One)];
    let ratio = sheet.step(StepName::EfficiencyRatio, Operation::Divide, ratio, Unit::One)?;
    let old = input("annual_m3", annual, Unit::CubicMetre);
    let new = [old.clone(), ratio];
    let new = sheet.step(StepName::GasForSameHeat, Operation::Multiply, new, Unit::CubicMetre)?;
    saved(sheet, old, new)
}

fn saved(sheet: &mut Sheet<'_>, old: Operand, new: Operand) -> Result<Operand, Halt> {
    let unit = old.unit;
    sheet.step(StepName::UsageSaved, Operation::Subtract, [old, new], unit)
}

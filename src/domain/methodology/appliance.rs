//! A more efficient appliance: the saving of its first year by the two labels, once.

use super::settle::Earned;
use super::sheet::Sheet;
use crate::domain::activity::Appliance;
use crate::domain::decimal::Decimal;
use crate::domain::reason::ReasonCode;
use crate::domain::rulebook::Key;
use crate::domain::trace::{Operation, StepName, Term};
use crate::domain::unit::Unit;

pub(super) fn assess(sheet: &mut Sheet<'_>, new: &Appliance) -> Earned {
    let (old, new, factor, decisive) = match *new {
        Appliance::AirConditioner { cooling_kw, apf, replaced_apf } => {
            let [old, new] = air_conditioner(sheet, cooling_kw, apf, replaced_apf);
            (old, new, Key::Grid, "apf")
        }
        Appliance::Other { annual_kwh, replaced_annual_kwh } => {
            let old = sheet.input("replaced_annual_kwh", replaced_annual_kwh, Unit::KilowattHour);
            let new = sheet.input("annual_kwh", annual_kwh, Unit::KilowattHour);
            (old, new, Key::Grid, "annual_kwh")
        }
        Appliance::GasBoiler { annual_m3, efficiency, replaced_efficiency } => {
            let [old, new] = gas_boiler(sheet, annual_m3, efficiency, replaced_efficiency);
            (old, new, Key::Gas, "efficiency")
        }
        Appliance::InductionHob => return induction_hob(sheet),
    };
    let saved = sheet.step(StepName::UsageSaved, Operation::Subtract, &[old, new], sheet.unit(old));
    if !sheet.is_positive(saved) {
        sheet.reason(ReasonCode::NoSaving, decisive, None, &[]);
        return Earned::default();
    }
    sheet.note(ReasonCode::OncePerAppliance, "appliance", None, &[]);
    let factor = sheet.key(factor);
    let carbon = sheet.step(StepName::Carbon, Operation::Multiply, &[saved, factor], Unit::Kilogram);
    Earned { carbon: Some(carbon), ..Earned::default() }
}

/// The same cooling and heating, by two annual performance factors: the power of the old and of the new one.
fn air_conditioner(sheet: &mut Sheet<'_>, cooling: Decimal, apf: Decimal, replaced_apf: Decimal) -> [Term; 2] {
    let kwh = Unit::KilowattHour;
    let load = [sheet.input("cooling_kw", cooling, Unit::Kilowatt), sheet.key(Key::AirConditionerHours)];
    let load = sheet.step(StepName::AnnualLoad, Operation::Multiply, &load, kwh);
    let old = sheet.input("replaced_apf", replaced_apf, Unit::One);
    let old = sheet.step(StepName::AnnualUseReplaced, Operation::Divide, &[load, old], kwh);
    let new = sheet.input("apf", apf, Unit::One);
    let new = sheet.step(StepName::AnnualUseNew, Operation::Divide, &[load, new], kwh);
    [old, new]
}

/// The same heat, by two efficiencies: the gas of the old and of the new one.
fn gas_boiler(sheet: &mut Sheet<'_>, annual: Decimal, efficiency: Decimal, replaced_efficiency: Decimal) -> [Term; 2] {
    let replaced = sheet.input("replaced_efficiency", replaced_efficiency, Unit::One);
    let efficiency = sheet.input("efficiency", efficiency, Unit::One);
    let ratio = sheet.step(StepName::EfficiencyRatio, Operation::Divide, &[replaced, efficiency], Unit::One);
    let old = sheet.input("annual_m3", annual, Unit::CubicMetre);
    let new = sheet.step(StepName::GasForSameHeat, Operation::Multiply, &[old, ratio], Unit::CubicMetre);
    [old, new]
}

/// What cooking with power instead of a cubic metre of gas emits, and how much more than the gas that is. It rests on
/// efficiencies that were not seen in a published text, so whatever it comes to, nothing is credited.
fn induction_hob(sheet: &mut Sheet<'_>) -> Earned {
    let unit = Unit::KilogramPerCubicMetre;
    let grid = sheet.key(Key::Grid);
    let power = [sheet.key(Key::InductionHobPower), grid];
    let power = sheet.step(StepName::InductionCarbon, Operation::Multiply, &power, unit);
    let gas = sheet.key(Key::Gas);
    let more = sheet.step(StepName::InductionRise, Operation::Subtract, &[power, gas], unit);
    let rises = sheet.is_positive(more);
    let code = if rises { ReasonCode::WouldRaiseEmissions } else { ReasonCode::NoPublishedFactor };
    sheet.reason(code, "appliance", None, &[grid]);
    Earned::default()
}

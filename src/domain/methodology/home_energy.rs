//! Bills: what was used less than in the same period a year before, brought to the same number of days, times the
//! factor of the year in which the bill ends.

use super::constant;
use super::settle::Earned;
use super::sheet::{Halt, Sheet, input, too_early};
use crate::domain::activity::{Activity, Utility, UtilityBill};
use crate::domain::assessment::Assessment;
use crate::domain::exact::Exact;
use crate::domain::intake::bounds::usage_unit;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::{Formula, Key, Rulebook};
use crate::domain::trace::{Operand, Operation, Origin, StepName};
use crate::domain::unit::Unit;

pub(super) fn assess(activity: &Activity, bill: &UtilityBill, rulebook: &Rulebook) -> Result<Assessment, Halt> {
    let mut sheet = Sheet::in_force(activity, rulebook, Formula::HomeEnergy)?;
    if !rulebook.in_force(Formula::HomeEnergy, bill.end) {
        sheet.reason(too_early(Formula::HomeEnergy, rulebook, "end"));
        return Ok(sheet.recorded());
    }
    guard(&mut sheet, bill)?;
    if sheet.has_reasons() {
        return Ok(sheet.recorded());
    }
    let unit = usage_unit(bill.utility);
    let baseline = baseline(&mut sheet, bill, unit)?;
    let usage = input("usage", bill.usage, unit);
    let saved = sheet.step(StepName::UsageSaved, Operation::Subtract, [baseline.clone(), usage], unit)?;
    if !saved.value.is_positive() {
        sheet.reason(Reason::at(ReasonCode::NoSaving, "usage").given(bill.usage.to_string()));
        return Ok(sheet.recorded());
    }
    let credited = credited(&mut sheet, baseline, saved, unit)?;
    let factor = sheet.key_on(factor(bill.utility), bill.end)?;
    let carbon = sheet.step(StepName::Carbon, Operation::Multiply, [credited, factor], Unit::Kilogram)?;
    sheet.settle(Earned { carbon: Some(carbon), ..Earned::default() })
}

/// Households that are not credited at all, whatever they saved.
fn guard(sheet: &mut Sheet<'_>, bill: &UtilityBill) -> Result<(), Halt> {
    if bill.has_pv {
        sheet.reason(Reason::at(ReasonCode::OwnPv, "has_pv"));
    }
    let Some(tier) = tier(bill) else { return Ok(()) };
    let Some(annual) = bill.annual_usage else {
        sheet.note(Reason::at(ReasonCode::TierNotChecked, "annual_usage"));
        return Ok(());
    };
    // The limit itself still belongs to the second tier.
    let most = sheet.key(tier)?;
    if annual.exact() > most.value {
        let reason = Reason::at(ReasonCode::ThirdTierHousehold, "annual_usage").given(annual.to_string());
        let limit = sheet.limit(&most);
        sheet.reason(Reason { accepted: limit, ..reason });
    }
    Ok(())
}

/// The earlier bill's usage over as many days as this bill has.
fn baseline(sheet: &mut Sheet<'_>, bill: &UtilityBill, unit: Unit) -> Result<Operand, Halt> {
    let usage = input("baseline_usage", bill.baseline_usage, unit);
    let days = bill.days();
    if days == bill.baseline_days {
        return Ok(usage);
    }
    let counted = |origin, days: u32| Operand { origin, value: Exact::from(i64::from(days)), unit: Unit::Day };
    let ratio = [
        counted(Origin::Calendar("days".into()), days),
        counted(Origin::Input("baseline_days".into()), bill.baseline_days),
    ];
    let ratio = sheet.step(StepName::LengthRatio, Operation::Divide, ratio, Unit::One)?;
    sheet.step(StepName::BaselineForPeriod, Operation::Multiply, [usage, ratio], unit)
}

/// The saving, up to the share of the baseline beyond which a bill is more likely an empty home than a saving one.
fn credited(sheet: &mut Sheet<'_>, baseline: Operand, saved: Operand, unit: Unit) -> Result<Operand, Halt> {
    let share = sheet.key(Key::SavingCap)?;
    let operands = [baseline, share.clone(), constant::hundredth()];
    let most = sheet.step(StepName::MostCredited, Operation::Multiply, operands, unit)?;
    if saved.value > most.value {
        let limit = sheet.limit(&share);
        sheet.reason(Reason { accepted: limit, ..Reason::at(ReasonCode::SavingCapped, "usage") });
    }
    sheet.step(StepName::UsageCredited, Operation::AtMost, [saved, most], unit)
}

fn factor(utility: Utility) -> Key {
    match utility {
        Utility::Electricity => Key::Grid,
        Utility::Gas => Key::Gas,
        Utility::Heat => Key::Heat,
        Utility::Water => Key::Water,
    }
}

/// The year's usage up to which a household is credited; district heat has no price tiers.
fn tier(bill: &UtilityBill) -> Option<Key> {
    match bill.utility {
        Utility::Electricity => Some(Key::TierElectricity),
        Utility::Gas if bill.boiler_heating => Some(Key::TierGasBoiler),
        Utility::Gas => Some(Key::TierGas),
        Utility::Water => Some(Key::TierWater),
        Utility::Heat => None,
    }
}

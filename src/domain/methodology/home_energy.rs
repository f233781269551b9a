//! Bills: what was used less than in the same period a year before, brought to the same number of days, times the
//! factor of the year in which the bill ends.

use super::constant;
use super::settle::Earned;
use super::sheet::Sheet;
use crate::domain::activity::{Utility, UtilityBill};
use crate::domain::exact::Exact;
use crate::domain::intake::bounds::usage_unit;
use crate::domain::reason::ReasonCode;
use crate::domain::rulebook::{Formula, Key};
use crate::domain::trace::{Operand, Operation, Origin, StepName, Term};
use crate::domain::unit::Unit;

pub(super) fn assess(sheet: &mut Sheet<'_>, bill: &UtilityBill) -> Earned {
    if sheet.in_force(Formula::HomeEnergy, bill.end, "end") {
        guard(sheet, bill);
    }
    if sheet.has_reasons() {
        return Earned::default();
    }
    let unit = usage_unit(bill.utility);
    let baseline = baseline(sheet, bill, unit);
    let usage = sheet.input("usage", bill.usage, unit);
    let saved = sheet.step(StepName::UsageSaved, Operation::Subtract, &[baseline, usage], unit);
    if !sheet.is_positive(saved) {
        sheet.reason(ReasonCode::NoSaving, "usage", Some(&bill.usage.to_string()), &[]);
        return Earned::default();
    }
    let credited = credited(sheet, baseline, saved, unit);
    let factor = sheet.key_on(factor(bill.utility), bill.end);
    let carbon = sheet.step(StepName::Carbon, Operation::Multiply, &[credited, factor], Unit::Kilogram);
    Earned { carbon: Some(carbon), ..Earned::default() }
}

/// Households that are not credited at all, whatever they saved.
fn guard(sheet: &mut Sheet<'_>, bill: &UtilityBill) {
    if bill.has_pv {
        sheet.reason(ReasonCode::OwnPv, "has_pv", None, &[]);
    }
    let Some(tier) = tier(bill) else { return };
    let Some(annual) = bill.annual_usage else {
        sheet.note(ReasonCode::TierNotChecked, "annual_usage", None, &[]);
        return;
    };
    // The limit itself still belongs to the second tier.
    let most = sheet.key(tier);
    let used = sheet.input("annual_usage", annual, usage_unit(bill.utility));
    if sheet.compare(used, most).is_gt() {
        sheet.reason(ReasonCode::ThirdTierHousehold, "annual_usage", Some(&annual.to_string()), &[most]);
    }
}

/// The earlier bill's usage over as many days as this bill has.
fn baseline(sheet: &mut Sheet<'_>, bill: &UtilityBill, unit: Unit) -> Term {
    let usage = sheet.input("baseline_usage", bill.baseline_usage, unit);
    let days = bill.days();
    if days == bill.baseline_days {
        return usage;
    }
    let mut counted =
        |origin, days: u32| sheet.trace.take(Operand { origin, value: Exact::from(i64::from(days)), unit: Unit::Day });
    let ratio = [counted(Origin::Calendar("days"), days), counted(Origin::Input("baseline_days"), bill.baseline_days)];
    let ratio = sheet.step(StepName::LengthRatio, Operation::Divide, &ratio, Unit::One);
    sheet.step(StepName::BaselineForPeriod, Operation::Multiply, &[usage, ratio], unit)
}

/// The saving, up to the share of the baseline beyond which a bill is more likely an empty home than a saving one.
fn credited(sheet: &mut Sheet<'_>, baseline: Term, saved: Term, unit: Unit) -> Term {
    let share = sheet.key(Key::SavingCap);
    let terms = [baseline, share, sheet.constant(constant::HUNDREDTH)];
    let most = sheet.step(StepName::MostCredited, Operation::Multiply, &terms, unit);
    if sheet.compare(saved, most).is_gt() {
        sheet.reason(ReasonCode::SavingCapped, "usage", None, &[share]);
    }
    sheet.step(StepName::UsageCredited, Operation::AtMost, &[saved, most], unit)
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

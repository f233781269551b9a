//! Own solar power used at home, in place of power from the grid.

use super::settle::Earned;
use super::sheet::{Halt, Sheet, input};
use crate::domain::activity::Activity;
use crate::domain::assessment::Assessment;
use crate::domain::decimal::Decimal;
use crate::domain::rulebook::{Formula, Key, Rulebook};
use crate::domain::trace::{Operation, StepName};
use crate::domain::unit::Unit;

pub(super) fn assess(activity: &Activity, used: Decimal, rulebook: &Rulebook) -> Result<Assessment, Halt> {
    let mut sheet = Sheet::in_force(activity, rulebook, Formula::Solar)?;
    let operands = [input("self_consumed_kwh", used, Unit::KilowattHour), sheet.key(Key::Grid)?];
    let carbon = sheet.step(StepName::Carbon, Operation::Multiply, operands, Unit::Kilogram)?;
    sheet.settle(Earned { carbon: Some(carbon), ..Earned::default() })
}

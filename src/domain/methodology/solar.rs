//! Own solar power used at home, in place of power from the grid.

use super::settle::Earned;
use super::sheet::Sheet;
use crate::domain::decimal::Decimal;
use crate::domain::rulebook::Key;
use crate::domain::trace::{Operation, StepName};
use crate::domain::unit::Unit;

pub(super) fn assess(sheet: &mut Sheet<'_>, used: Decimal) -> Earned {
    let terms = [sheet.input("self_consumed_kwh", used, Unit::KilowattHour), sheet.key(Key::Grid)];
    let carbon = sheet.step(StepName::Carbon, Operation::Multiply, &terms, Unit::Kilogram);
    Earned { carbon: Some(carbon), ..Earned::default() }
}

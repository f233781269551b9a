//! Everyday actions: a published value each, or a fixed award where no value for one act was found.

use super::settle::Earned;
use super::sheet::{Halt, Sheet, input};
use crate::domain::activity::Activity;
use crate::domain::assessment::Assessment;
use crate::domain::decimal::Decimal;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::{CountedBy, Formula, Rulebook};
use crate::domain::trace::{Operation, StepName};
use crate::domain::unit::Unit;

pub(super) fn assess(
    activity: &Activity,
    action: &str,
    counted_by: CountedBy,
    amount: Decimal,
    rulebook: &Rulebook,
) -> Result<Assessment, Halt> {
    let mut sheet = Sheet::in_force(activity, rulebook, Formula::Everyday)?;
    let Some(action) = rulebook.action(action) else {
        // An action of another rulebook: kept, but this one has no value for it.
        sheet.reason(Reason::at(ReasonCode::NoPublishedFactor, "action").given(action));
        return Ok(sheet.recorded());
    };
    let amount = match counted_by {
        CountedBy::Count => input("count", amount, Unit::Time),
        CountedBy::Kilogram => input("kg", amount, Unit::Kilogram),
    };
    let mut earned = Earned::default();
    if let Some(carbon) = action.carbon {
        let operands = [amount.clone(), sheet.listed(carbon)?];
        earned.carbon = Some(sheet.step(StepName::Carbon, Operation::Multiply, operands, Unit::Gram)?);
    }
    if let Some(award) = action.award {
        let operands = [amount, sheet.listed(award)?];
        earned.award = Some(sheet.step(StepName::AwardPoints, Operation::Multiply, operands, Unit::Point)?);
    }
    sheet.settle(earned)
}

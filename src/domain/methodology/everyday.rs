//! Everyday actions: a published value each, or a fixed award where no value for one act was found.

use super::settle::Earned;
use super::sheet::Sheet;
use crate::domain::activity::CountedBy;
use crate::domain::decimal::Decimal;
use crate::domain::reason::ReasonCode;
use crate::domain::trace::{Operation, StepName};
use crate::domain::unit::Unit;

pub(super) fn assess(sheet: &mut Sheet<'_>, action: &str, counted_by: CountedBy, amount: Decimal) -> Earned {
    let Some(action) = sheet.rulebook.action(action) else {
        // An action of another rulebook: kept, but this one has no value for it.
        sheet.reason(ReasonCode::NoPublishedFactor, "action", Some(action), &[]);
        return Earned::default();
    };
    let amount = match counted_by {
        CountedBy::Count => sheet.input("count", amount, Unit::Time),
        CountedBy::Kilogram => sheet.input("kg", amount, Unit::Kilogram),
    };
    if (action.carbon, action.award.is_some()) == (None, true) {
        sheet.note(ReasonCode::AwardWithoutFactor, "action", None, &[]);
    }
    let mut by = |parameter: Option<usize>, name, unit| {
        let terms = [amount, sheet.listed(parameter?)];
        Some(sheet.step(name, Operation::Multiply, &terms, unit))
    };
    Earned {
        carbon: by(action.carbon, StepName::Carbon, Unit::Gram),
        award: by(action.award, StepName::AwardPoints, Unit::Point),
        ..Earned::default()
    }
}

//! Bills for electricity, gas, heat and water.

use super::reader::Reader;
use super::{Context, MOST_METER, bounds};
use crate::domain::activity::{Utility, UtilityBill};
use crate::domain::decimal::Decimal;

pub(super) fn bill<T: AsRef<str>>(reader: &mut Reader<'_, T>, context: Context<'_>) -> Option<UtilityBill> {
    let utility: Option<Utility> = reader.word("utility");
    let period = context.period(reader);
    let (mut usage, mut baseline_usage, mut annual_usage) = (Decimal::ZERO, Decimal::ZERO, None);
    if let Some(utility) = utility {
        usage = reader.decimal("usage", &bounds::usage(utility));
        baseline_usage = reader.decimal("baseline_usage", &bounds::baseline_usage(utility));
        annual_usage = reader.optional_decimal("annual_usage", &bounds::annual_usage(utility));
    } else {
        // Without it there is no unit, and so no range to hold the amounts against.
        reader.allow(&["usage", "baseline_usage", "annual_usage"]);
    }
    let baseline_days = reader.whole("baseline_days", &bounds::BILL_DAYS);
    let boiler_heating = flag_of(reader, "boiler_heating", utility, Utility::Gas);
    let has_pv = flag_of(reader, "has_pv", utility, Utility::Electricity);
    let meter = reader.optional_text("meter", MOST_METER);
    let baseline_days = baseline_days.exact().floor().ok().and_then(|days| u32::try_from(days).ok());
    let (utility, (start, end), baseline_days) = (utility?, period?, baseline_days?);
    Some(UtilityBill {
        utility,
        start,
        end,
        usage,
        baseline_usage,
        baseline_days,
        annual_usage,
        boiler_heating,
        has_pv,
        meter,
    })
}

/// A yes or no that only one kind of bill has; on the others the field is unknown.
fn flag_of<T: AsRef<str>>(
    reader: &mut Reader<'_, T>,
    name: &'static str,
    utility: Option<Utility>,
    only: Utility,
) -> bool {
    if let Some(utility) = utility {
        return utility == only && reader.flag(name);
    }
    reader.allow(&[name]);
    false
}

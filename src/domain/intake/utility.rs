//! Bills for electricity, gas, heat and water.

use super::reader::Reader;
use super::{Context, MOST_METER, bounds};
use crate::domain::activity::{Utility, UtilityBill};

pub(super) fn bill(reader: &mut Reader<'_>, context: Context<'_>) -> Option<UtilityBill> {
    let utility: Option<Utility> = reader.word("utility");
    let period = context.period(reader);
    let amounts = if let Some(utility) = utility {
        Some((
            reader.decimal("usage", bounds::usage(utility)),
            reader.decimal("baseline_usage", bounds::baseline_usage(utility)),
            reader.optional_decimal("annual_usage", bounds::annual_usage(utility)),
        ))
    } else {
        // Without it there is no unit, and so no range to hold the amounts against.
        reader.allow(&["usage", "baseline_usage", "annual_usage"]);
        None
    };
    let baseline_days = reader.whole("baseline_days", bounds::BILL_DAYS);
    let boiler_heating = flag_of(reader, "boiler_heating", utility, Utility::Gas);
    let has_pv = flag_of(reader, "has_pv", utility, Utility::Electricity);
    let meter = reader.optional_text("meter", MOST_METER);
    let (start, end) = period?;
    let (usage, baseline_usage, annual_usage) = amounts?;
    Some(UtilityBill {
        utility: utility?,
        start,
        end,
        usage: usage?,
        baseline_usage: baseline_usage?,
        baseline_days: u32::try_from(baseline_days?.exact().floor().ok()?).ok()?,
        annual_usage: annual_usage?,
        boiler_heating: boiler_heating?,
        has_pv: has_pv?,
        meter: meter?,
    })
}

/// A yes or no that only one kind of bill has; on the others the field is unknown.
fn flag_of(reader: &mut Reader<'_>, name: &'static str, utility: Option<Utility>, only: Utility) -> Option<bool> {
    match utility {
        Some(utility) if utility == only => reader.flag(name),
        Some(_) => Some(false),
        None => {
            reader.allow(&[name]);
            None
        }
    }
}

//! Bills of the home.

use super::words;
use crate::domain::date::Date;
use crate::domain::decimal::Decimal;

words! {
    /// What the bill is for.
    Utility {
        /// Electricity, kWh.
        Electricity = "electricity",
        /// Piped gas, m³.
        Gas = "gas",
        /// District heat by meter, GJ.
        Heat = "heat",
        /// Tap water, m³.
        Water = "water",
    }
}

/// One bill and the bill of the same period a year earlier.
#[derive(Clone, PartialEq, Debug)]
pub struct UtilityBill {
    /// What for.
    pub utility: Utility,
    /// First day.
    pub start: Date,
    /// Last day, included.
    pub end: Date,
    /// Usage on the bill.
    pub usage: Decimal,
    /// Usage in the same period last year.
    pub baseline_usage: Decimal,
    /// Days of that earlier bill.
    pub baseline_days: u32,
    /// Usage of the whole year so far, for the tier guard.
    pub annual_usage: Option<Decimal>,
    /// For gas: whether a wall-hung boiler heats the home.
    pub boiler_heating: bool,
    /// For electricity: whether the home has its own photovoltaics.
    pub has_pv: bool,
    /// Meter number, if given.
    pub meter: Option<String>,
}

impl UtilityBill {
    /// Days of the bill, both ends included; at least 1.
    pub fn days(&self) -> u32 {
        u32::try_from(self.end.days_since(self.start)).unwrap_or(0).saturating_add(1)
    }
}

//! Appliances bought in place of less efficient ones.

use super::words;
use crate::domain::decimal::Decimal;

words! {
    /// What was replaced.
    ApplianceKind {
        /// Air conditioner.
        AirConditioner = "air_conditioner",
        /// Refrigerator, washing machine or any other with yearly kWh on its label.
        Other = "other",
        /// Wall-hung gas boiler.
        GasBoiler = "gas_boiler",
        /// Induction hob in place of a gas hob.
        InductionHob = "induction_hob",
    }
}

/// A new appliance and what it replaced.
#[derive(Clone, PartialEq, Debug)]
pub enum Appliance {
    /// An air conditioner, by the annual performance factors on the two labels.
    AirConditioner {
        /// Rated cooling, kW.
        cooling_kw: Decimal,
        /// Annual performance factor of the new one.
        apf: Decimal,
        /// Annual performance factor of the old one.
        replaced_apf: Decimal,
    },
    /// Any other appliance, by the yearly electricity on the two labels.
    Other {
        /// kWh a year of the new one.
        annual_kwh: Decimal,
        /// kWh a year of the old one.
        replaced_annual_kwh: Decimal,
    },
    /// A wall-hung gas boiler, heat kept equal.
    GasBoiler {
        /// Gas a year with the old boiler, m³.
        annual_m3: Decimal,
        /// Seasonal efficiency of the new one, 0 to 1.
        efficiency: Decimal,
        /// Seasonal efficiency of the old one, 0 to 1.
        replaced_efficiency: Decimal,
    },
    /// An induction hob in place of a gas hob.
    InductionHob,
}

impl Appliance {
    /// The word for it.
    pub fn kind(&self) -> ApplianceKind {
        match self {
            Self::AirConditioner { .. } => ApplianceKind::AirConditioner,
            Self::Other { .. } => ApplianceKind::Other,
            Self::GasBoiler { .. } => ApplianceKind::GasBoiler,
            Self::InductionHob => ApplianceKind::InductionHob,
        }
    }
}

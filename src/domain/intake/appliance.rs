//! Appliances.

use super::bounds;
use super::reader::Reader;
use crate::domain::activity::Appliance;
use crate::domain::activity::appliance::ApplianceKind;

pub(super) fn appliance(reader: &mut Reader<'_>) -> Option<Appliance> {
    let Some(kind) = reader.word::<ApplianceKind>("appliance") else {
        reader.allow(&[
            "cooling_kw",
            "apf",
            "replaced_apf",
            "annual_kwh",
            "replaced_annual_kwh",
            "annual_m3",
            "efficiency",
            "replaced_efficiency",
        ]);
        return None;
    };
    match kind {
        ApplianceKind::AirConditioner => {
            let cooling_kw = reader.decimal("cooling_kw", bounds::COOLING_KW);
            let apf = reader.decimal("apf", bounds::APF);
            let replaced_apf = reader.decimal("replaced_apf", bounds::APF);
            Some(Appliance::AirConditioner { cooling_kw: cooling_kw?, apf: apf?, replaced_apf: replaced_apf? })
        }
        ApplianceKind::Other => {
            let annual_kwh = reader.decimal("annual_kwh", bounds::ANNUAL_KWH);
            let replaced_annual_kwh = reader.decimal("replaced_annual_kwh", bounds::ANNUAL_KWH);
            Some(Appliance::Other { annual_kwh: annual_kwh?, replaced_annual_kwh: replaced_annual_kwh? })
        }
        ApplianceKind::GasBoiler => {
            let annual_m3 = reader.decimal("annual_m3", bounds::ANNUAL_M3);
            let efficiency = reader.decimal("efficiency", bounds::EFFICIENCY);
            let replaced_efficiency = reader.decimal("replaced_efficiency", bounds::EFFICIENCY);
            Some(Appliance::GasBoiler {
                annual_m3: annual_m3?,
                efficiency: efficiency?,
                replaced_efficiency: replaced_efficiency?,
            })
        }
        ApplianceKind::InductionHob => Some(Appliance::InductionHob),
    }
}

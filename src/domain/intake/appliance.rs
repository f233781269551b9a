//! Appliances.

use super::reader::Reader;
use super::{MOST_SERIAL, bounds};
use crate::domain::activity::appliance::ApplianceKind;
use crate::domain::activity::{Appliance, Facts};

pub(super) fn appliance<T: AsRef<str>>(reader: &mut Reader<'_, T>) -> Option<Facts> {
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
            "serial",
        ]);
        return None;
    };
    let appliance = match kind {
        ApplianceKind::AirConditioner => Appliance::AirConditioner {
            cooling_kw: reader.decimal("cooling_kw", &bounds::COOLING_KW),
            apf: reader.decimal("apf", &bounds::APF),
            replaced_apf: reader.decimal("replaced_apf", &bounds::APF),
        },
        ApplianceKind::Other => Appliance::Other {
            annual_kwh: reader.decimal("annual_kwh", &bounds::ANNUAL_KWH),
            replaced_annual_kwh: reader.decimal("replaced_annual_kwh", &bounds::ANNUAL_KWH),
        },
        ApplianceKind::GasBoiler => Appliance::GasBoiler {
            annual_m3: reader.decimal("annual_m3", &bounds::ANNUAL_M3),
            efficiency: reader.decimal("efficiency", &bounds::EFFICIENCY),
            replaced_efficiency: reader.decimal("replaced_efficiency", &bounds::EFFICIENCY),
        },
        ApplianceKind::InductionHob => Appliance::InductionHob,
    };
    Some(Facts::Appliance { appliance, serial: reader.optional_text("serial", MOST_SERIAL) })
}

//! What every method ends with: each quantity rounded once, half up, from its exact value, and the points.
//!
//! ```text
//! points = round(evidence × (points per kg × kg CO2 + points per equivalent × equivalents × season))
//!        + round(evidence × fixed award)
//! ```
//!
//! Carbon and air are physics and come first; points are policy and only read them.

use super::constant;
use super::sheet::{Halt, Sheet};
use crate::domain::activity::Evidence;
use crate::domain::assessment::{Air, Assessment, Totals};
use crate::domain::exact::Exact;
use crate::domain::rulebook::Key;
use crate::domain::trace::{Operand, Operation, StepName};
use crate::domain::unit::Unit;

/// What an activity came to before rounding.
#[derive(Default)]
pub(super) struct Earned {
    /// Avoided CO2, in grams or kilograms.
    pub(super) carbon: Option<Operand>,
    /// Avoided VOC, grams.
    pub(super) voc: Option<Operand>,
    /// Avoided NOx, grams.
    pub(super) nox: Option<Operand>,
    /// Yuan of a published scale.
    pub(super) yuan: Option<Operand>,
    /// Points that are given whatever the amount avoided.
    pub(super) award: Option<Operand>,
    /// Whether the pollutants earn points, more of them in the ozone season. Not if the same act is already paid by
    /// its carbon, or must not be paid.
    pub(super) air_earns: bool,
}

impl Sheet<'_> {
    /// Rounds, works out the points and finishes the sheet.
    pub(super) fn settle(mut self, earned: Earned) -> Result<Assessment, Halt> {
        self.trace.about("");
        let carbon_mg = match &earned.carbon {
            Some(carbon) => self.whole(StepName::CarbonRounded, carbon, in_milligrams(carbon.unit), Unit::Milligram)?,
            None => 0,
        };
        let (air, equivalents) = self.air(&earned)?;
        let points = self.points(earned, equivalents)?;
        Ok(self.finished(Totals { carbon_mg, air, points }))
    }

    fn air(&mut self, earned: &Earned) -> Result<(Air, Option<Operand>), Halt> {
        let mut air = Air::default();
        let mut parts = Vec::new();
        if let Some(voc) = &earned.voc {
            air.voc_mg = self.whole(StepName::VocRounded, voc, constant::milligrams_in_gram(), Unit::Milligram)?;
            parts.push(self.equivalents(StepName::VocEquivalents, voc, Key::EquivalentVoc)?);
        }
        if let Some(nox) = &earned.nox {
            air.nox_mg = self.whole(StepName::NoxRounded, nox, constant::milligrams_in_gram(), Unit::Milligram)?;
            parts.push(self.equivalents(StepName::NoxEquivalents, nox, Key::EquivalentNox)?);
        }
        let equivalents = self.sum(StepName::Equivalents, parts, Unit::Equivalent)?;
        if let Some(equivalents) = &equivalents {
            let millionths = constant::millionths();
            air.upe = self.whole(StepName::EquivalentsRounded, equivalents, millionths, Unit::MicroEquivalent)?;
        }
        Ok((air, equivalents))
    }

    fn equivalents(&mut self, name: StepName, grams: &Operand, key: Key) -> Result<Operand, Halt> {
        let operands = [grams.clone(), constant::grams_in_kilogram(), self.key(key)?];
        self.step(name, Operation::Divide, operands, Unit::Equivalent)
    }

    fn points(&mut self, earned: Earned, equivalents: Option<Operand>) -> Result<i64, Halt> {
        let mut parts = Vec::new();
        if let Some(carbon) = earned.carbon {
            let kilograms = self.kilograms(carbon)?;
            let operands = [kilograms, self.key(Key::PointsPerKilogram)?];
            parts.push(self.step(StepName::CarbonPoints, Operation::Multiply, operands, Unit::Point)?);
        }
        if let (Some(equivalents), true) = (equivalents, earned.air_earns) {
            let mut operands = vec![equivalents, self.key(Key::PointsPerEquivalent)?];
            if self.in_ozone_season()? {
                operands.push(self.key(Key::OzoneMultiplier)?);
            }
            parts.push(self.step(StepName::AirPoints, Operation::Multiply, operands, Unit::Point)?);
        }
        if let Some(yuan) = earned.yuan {
            let operands = [yuan, self.key(Key::PointsPerYuan)?];
            parts.push(self.step(StepName::YuanPoints, Operation::Multiply, operands, Unit::Point)?);
        }
        let measured = match self.sum(StepName::PointsBeforeEvidence, parts, Unit::Point)? {
            Some(points) => Some(self.proven(points, StepName::PointsAfterEvidence, StepName::PointsRounded)?),
            None => None,
        };
        let award = match earned.award {
            Some(award) => Some(self.proven(award, StepName::AwardAfterEvidence, StepName::AwardRounded)?),
            None => None,
        };
        let parts = [measured, award].into_iter().flatten().collect();
        let total = self.sum(StepName::PointsTotal, parts, Unit::Point)?;
        Ok(total.map_or(Ok(0), |total| total.value.floor())?)
    }

    /// Points by how well the facts are proven, rounded.
    fn proven(&mut self, points: Operand, after: StepName, rounded: StepName) -> Result<Operand, Halt> {
        let evidence = self.key(match self.activity.evidence {
            Evidence::SelfDeclared => Key::EvidenceSelfDeclared,
            Evidence::Verified => Key::EvidenceVerified,
        })?;
        let points = self.step(after, Operation::Multiply, [points, evidence], Unit::Point)?;
        self.step(rounded, Operation::RoundHalfUp, [points], Unit::Point)
    }

    fn kilograms(&mut self, carbon: Operand) -> Result<Operand, Halt> {
        if carbon.unit == Unit::Kilogram {
            return Ok(carbon);
        }
        let operands = [carbon, constant::grams_in_kilogram()];
        self.step(StepName::PointKilograms, Operation::Divide, operands, Unit::Kilogram)
    }

    fn in_ozone_season(&self) -> Result<bool, Halt> {
        let month = Exact::from(i64::from(self.activity.date.month()));
        Ok(month >= self.key(Key::OzoneFirstMonth)?.value && month <= self.key(Key::OzoneLastMonth)?.value)
    }

    fn whole(&mut self, name: StepName, exact: &Operand, conversion: Operand, unit: Unit) -> Result<i64, Halt> {
        let rounded = self.step(name, Operation::RoundHalfUp, [exact.clone(), conversion], unit)?;
        Ok(rounded.value.floor()?)
    }
}

fn in_milligrams(unit: Unit) -> Operand {
    if unit == Unit::Kilogram { constant::milligrams_in_kilogram() } else { constant::milligrams_in_gram() }
}

//! What every method ends with: each quantity rounded once, half up, from its exact value, and the points.
//!
//! ```text
//! points = round(evidence × (points per kg × kg CO2 + points per equivalent × equivalents × season))
//!        + round(evidence × fixed award)
//! ```
//!
//! Carbon and air are physics and come first; points are policy and only read them.

use super::constant::{self, Constant};
use super::sheet::Sheet;
use crate::domain::activity::Evidence;
use crate::domain::assessment::{Air, Totals};
use crate::domain::rulebook::Key;
use crate::domain::trace::{Operation, StepName, Term};
use crate::domain::unit::Unit;

/// What an activity came to before rounding; nothing at all, if it is only recorded.
#[derive(Clone, Copy, Default)]
pub(super) struct Earned {
    /// Avoided CO2, in grams or kilograms.
    pub(super) carbon: Option<Term>,
    /// Avoided VOC, grams.
    pub(super) voc: Option<Term>,
    /// Avoided NOx, grams.
    pub(super) nox: Option<Term>,
    /// Yuan of a published scale.
    pub(super) yuan: Option<Term>,
    /// Points that are given whatever the amount avoided.
    pub(super) award: Option<Term>,
    /// Whether the pollutants earn points, more of them in the ozone season. Not if the same act is already paid by
    /// its carbon, or must not be paid.
    pub(super) air_earns: bool,
}

impl Sheet<'_> {
    /// Rounds and works out the points.
    pub(super) fn settle(&mut self, earned: &Earned) -> Totals {
        self.trace.about("");
        let mut carbon_mg = 0;
        if let Some(carbon) = earned.carbon {
            let kilograms = self.unit(carbon) == Unit::Kilogram;
            let milligrams = if kilograms { constant::MILLIGRAMS_IN_KILOGRAM } else { constant::MILLIGRAMS_IN_GRAM };
            carbon_mg = self.rounded(StepName::CarbonRounded, carbon, milligrams, Unit::Milligram);
        }
        let (air, equivalents) = self.air(earned);
        let points = self.points(earned, equivalents);
        Totals { carbon_mg, air, points }
    }

    fn air(&mut self, earned: &Earned) -> (Air, Option<Term>) {
        let mut air = Air::default();
        let (mut of_voc, mut of_nox) = (None, None);
        if let Some(voc) = earned.voc {
            air.voc_mg = self.rounded(StepName::VocRounded, voc, constant::MILLIGRAMS_IN_GRAM, Unit::Milligram);
            of_voc = Some(self.equivalents(StepName::VocEquivalents, voc, Key::EquivalentVoc));
        }
        if let Some(nox) = earned.nox {
            air.nox_mg = self.rounded(StepName::NoxRounded, nox, constant::MILLIGRAMS_IN_GRAM, Unit::Milligram);
            of_nox = Some(self.equivalents(StepName::NoxEquivalents, nox, Key::EquivalentNox));
        }
        let equivalents = self.sum_of(StepName::Equivalents, [of_voc, of_nox], Unit::Equivalent);
        if let Some(sum) = equivalents {
            air.upe = self.rounded(StepName::EquivalentsRounded, sum, constant::MILLIONTHS, Unit::MicroEquivalent);
        }
        (air, equivalents)
    }

    fn equivalents(&mut self, name: StepName, grams: Term, key: Key) -> Term {
        let terms = [grams, self.constant(constant::GRAMS_IN_KILOGRAM), self.key(key)];
        self.step(name, Operation::Divide, &terms, Unit::Equivalent)
    }

    fn points(&mut self, earned: &Earned, equivalents: Option<Term>) -> i64 {
        let (mut of_carbon, mut of_air, mut of_yuan) = (None, None, None);
        if let Some(carbon) = earned.carbon {
            let terms = [self.kilograms(carbon), self.key(Key::PointsPerKilogram)];
            of_carbon = Some(self.step(StepName::CarbonPoints, Operation::Multiply, &terms, Unit::Point));
        }
        if let (Some(equivalents), true) = (equivalents, earned.air_earns) {
            let plain = [equivalents, self.key(Key::PointsPerEquivalent)];
            let season = [self.key(Key::OzoneFirstMonth), self.key(Key::OzoneLastMonth)];
            let name = StepName::AirPoints;
            of_air = Some(if self.in_months(season) {
                let [equivalents, each] = plain;
                let terms = [equivalents, each, self.key(Key::OzoneMultiplier)];
                self.step(name, Operation::Multiply, &terms, Unit::Point)
            } else {
                self.step(name, Operation::Multiply, &plain, Unit::Point)
            });
        }
        if let Some(yuan) = earned.yuan {
            let terms = [yuan, self.key(Key::PointsPerYuan)];
            of_yuan = Some(self.step(StepName::YuanPoints, Operation::Multiply, &terms, Unit::Point));
        }
        let measured = self.sum_of(StepName::PointsBeforeEvidence, [of_carbon, of_air, of_yuan], Unit::Point);
        let measured =
            measured.map(|points| self.proven(points, StepName::PointsAfterEvidence, StepName::PointsRounded));
        let award = earned.award.map(|award| self.proven(award, StepName::AwardAfterEvidence, StepName::AwardRounded));
        let total = self.sum_of(StepName::PointsTotal, [measured, award], Unit::Point);
        total.map_or(0, |total| self.whole(total))
    }

    /// Points by how well the facts are proven, rounded.
    fn proven(&mut self, points: Term, after: StepName, rounded: StepName) -> Term {
        let evidence = self.key(match self.activity.evidence {
            Evidence::SelfDeclared => Key::EvidenceSelfDeclared,
            Evidence::Verified => Key::EvidenceVerified,
        });
        let points = self.step(after, Operation::Multiply, &[points, evidence], Unit::Point);
        self.step(rounded, Operation::RoundHalfUp, &[points], Unit::Point)
    }

    fn kilograms(&mut self, carbon: Term) -> Term {
        if self.unit(carbon) == Unit::Kilogram {
            return carbon;
        }
        let terms = [carbon, self.constant(constant::GRAMS_IN_KILOGRAM)];
        self.step(StepName::PointKilograms, Operation::Divide, &terms, Unit::Kilogram)
    }

    fn rounded(&mut self, name: StepName, exact: Term, conversion: &Constant, unit: Unit) -> i64 {
        let terms = [exact, self.constant(conversion)];
        let rounded = self.step(name, Operation::RoundHalfUp, &terms, unit);
        self.whole(rounded)
    }
}

//! What a rulebook says about an account: its caps, how long points are valid, and its levels.

use std::rc::Rc;

use crate::domain::activity::{Evidence, Mode};
use crate::domain::date::Date;
use crate::domain::exact::{Exact, Overflow};
use crate::domain::rulebook::{Formula, Key, ParameterRef, Rulebook};
use crate::domain::trace::{Operand, Origin};

/// Something that holds points back. Each is a parameter of the rulebook, so what it withheld can be followed to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// Kilometres a day that earn points in a mode, whatever the evidence.
    Distance(Mode),
    /// Times a month that night refuelling is awarded, whatever the evidence.
    RefuelsMonthly,
    /// Points a day from self-declared trips.
    TripsDaily,
    /// Points a day from self-declared everyday actions.
    ActionsDaily,
    /// Times a day that a merchant gives its bonus, whatever the evidence; the index of the parameter in the rulebook that
    /// the account is kept by.
    Merchant(usize),
    /// Points a month from everything self-declared.
    Monthly,
}

/// The rules an account is kept by; without a rulebook nothing is withheld and nothing expires.
#[derive(Clone, Default, Debug)]
pub struct Policy(Option<Rc<Rulebook>>);

impl Policy {
    /// The policy of a rulebook.
    pub fn of(rulebook: Rc<Rulebook>) -> Self {
        Self(Some(rulebook))
    }

    /// The rulebook behind it.
    pub fn rulebook(&self) -> Option<&Rulebook> {
        self.0.as_deref()
    }

    /// The value of a limit on a day, with its place in the rulebook.
    pub fn limit(&self, limit: Limit, date: Date) -> Option<Operand> {
        let rulebook = self.rulebook()?;
        rulebook.operand(limit.parameter(rulebook)?, date)
    }

    /// A limit of whole points or times.
    pub(super) fn whole(&self, limit: Limit, date: Date) -> Option<i64> {
        self.limit(limit, date)?.value.floor().ok()
    }

    /// The last day on which points earned on a day are valid: 31 December some years later.
    pub fn expiry(&self, earned: Date) -> Date {
        let years = || self.rulebook()?.key(Key::ExpiryYears, earned)?.value.floor().ok();
        let year = years().and_then(|years| earned.year().checked_add(i32::try_from(years).ok()?));
        year.and_then(|year| Date::new(year, 12, 31)).unwrap_or(Date::LAST)
    }

    /// Lifetime carbon at which each level begins, milligrams, lowest first.
    pub fn levels(&self, today: Date) -> Vec<i64> {
        let Some(rulebook) = self.rulebook() else { return Vec::new() };
        let kilograms = [Key::Level1, Key::Level2, Key::Level3, Key::Level4].map(|key| rulebook.key(key, today));
        let milligrams = kilograms.into_iter().flatten().filter_map(|level| {
            let exact = level.value.multiply(Exact::from(MILLIGRAMS_IN_KILOGRAM));
            exact.and_then(Exact::round_half_up).ok()
        });
        milligrams.collect()
    }

    /// Points that a kilometre in a mode earns on a day, exactly; `None` where the mode earns none.
    pub(super) fn points_per_kilometre(&self, mode: Mode, evidence: Evidence, date: Date) -> Option<Exact> {
        let rulebook = self.rulebook().filter(|rulebook| rulebook.in_force(Formula::Travel, date))?;
        let value = |operand: Operand| operand.value;
        let factor = rulebook.operand(rulebook.mode_factor(mode)?, date).map(value)?;
        let key = |key| rulebook.key(key, date).map(value);
        let evidence = evidence_key(evidence);
        let saved = key(Key::TravelBaseline)?.subtract(factor).ok()?.at_least(Exact::ZERO);
        let per_kilogram = key(Key::PointsPerKilogram)?.multiply(key(evidence)?).ok()?;
        saved.multiply(per_kilogram).and_then(|points| points.divide(Exact::from(GRAMS_IN_KILOGRAM))).ok()
    }
}

/// What points are multiplied with for evidence of that kind.
pub(super) fn evidence_key(evidence: Evidence) -> Key {
    match evidence {
        Evidence::SelfDeclared => Key::EvidenceSelfDeclared,
        Evidence::Verified => Key::EvidenceVerified,
    }
}

const GRAMS_IN_KILOGRAM: i64 = 1_000;
const MILLIGRAMS_IN_KILOGRAM: i64 = 1_000_000;

impl Limit {
    /// Index of its parameter in a rulebook.
    pub fn parameter(self, rulebook: &Rulebook) -> Option<usize> {
        Some(rulebook.key_index(match self {
            Self::Distance(mode) => return rulebook.distance_limit(mode),
            Self::Merchant(parameter) => return Some(parameter),
            Self::RefuelsMonthly => Key::RefuelMonthlyMost,
            Self::TripsDaily => Key::CapTrips,
            Self::ActionsDaily => Key::CapActions,
            Self::Monthly => Key::CapMonth,
        }))
    }

    /// Id of its parameter, which names it in JSON.
    pub fn id(self, rulebook: &Rulebook) -> &str {
        let parameter = self.parameter(rulebook).and_then(|parameter| rulebook.parameters.get(parameter));
        parameter.map_or("", |parameter| parameter.id.as_str())
    }

    /// The dated value that held points back on a day.
    pub fn reference(self, rulebook: &Rulebook, date: Date) -> Option<ParameterRef> {
        match rulebook.operand(self.parameter(rulebook)?, date)?.origin {
            Origin::Parameter(reference) => Some(reference),
            _ => None,
        }
    }
}

/// A sum that does not fit counts as nothing; the bounds of the intake keep every sum far below that.
pub(super) fn or_zero(sum: Result<Exact, Overflow>) -> Exact {
    sum.unwrap_or(Exact::ZERO)
}

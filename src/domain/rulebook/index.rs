//! Where the formulas' parameters and methods stand in one rulebook, looked up once at loading.

use std::array;

use super::fault::FaultKind;
use super::formula::Formula;
use super::ids::Ids;
use super::key::Key;
use super::read::{Noted, Read, Reader};
use super::table::Row;
use crate::domain::activity::Mode;
use crate::domain::activity::trip::CarStandard;

/// Positions in `methods` and `parameters`. Complete by construction: a rulebook without one of them does not load.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Index {
    formulas: [usize; Formula::ALL.len()],
    keys: [usize; Key::ALL.len()],
    factors: [Option<usize>; Mode::ALL.len()],
    distances: [Option<usize>; Mode::ALL.len()],
}

/// No parameter or method has this index; only a table of the wrong length could give it.
const NOWHERE: usize = usize::MAX;

impl Index {
    /// Looks everything up, notes what is missing, and marks what was found as used.
    pub(super) fn build(reader: &mut Reader, methods: &mut Ids<'_>, parameters: &mut Ids<'_>) -> Read<Self> {
        let mut index = Self {
            formulas: [NOWHERE; Formula::ALL.len()],
            keys: [NOWHERE; Key::ALL.len()],
            factors: [None; Mode::ALL.len()],
            distances: [None; Mode::ALL.len()],
        };
        let mut complete = true;
        for (place, formula) in index.formulas.iter_mut().zip(Formula::ALL) {
            if let Some(found) = methods.mark_used(formula.as_str()) {
                *place = found;
            } else {
                complete = false;
                reader.fault("methods", FaultKind::MethodMissing { id: formula.as_str() });
            }
        }
        for (place, key) in index.keys.iter_mut().zip(Key::ALL) {
            if let Some(found) = parameters.mark_used(key.id()) {
                *place = found;
            } else {
                complete = false;
                reader.fault("parameters", FaultKind::ParameterMissing { id: key.id(), unit: key.unit() });
            }
        }
        for ((factor, distance), mode) in index.factors.iter_mut().zip(&mut index.distances).zip(Mode::ALL) {
            *factor = parameters.mark_used(&factor_id(*mode));
            *distance = parameters.mark_used(&distance_id(*mode));
        }
        if complete { Ok(index) } else { Err(Noted) }
    }

    /// Reads what [`Index::build`] found when the rulebook was packed.
    pub(super) fn unpack(row: &mut Row<'_>) -> Self {
        Self {
            formulas: array::from_fn(|_| row.number()),
            keys: array::from_fn(|_| row.number()),
            factors: array::from_fn(|_| row.optional_number()),
            distances: array::from_fn(|_| row.optional_number()),
        }
    }

    pub(super) fn formula(&self, formula: Formula) -> usize {
        self.formulas.get(formula as usize).copied().unwrap_or(NOWHERE)
    }

    pub(super) fn key(&self, key: Key) -> usize {
        self.keys.get(key as usize).copied().unwrap_or(NOWHERE)
    }

    pub(super) fn factor(&self, mode: Mode) -> Option<usize> {
        self.factors.get(mode as usize).copied().flatten()
    }

    pub(super) fn distance(&self, mode: Mode) -> Option<usize> {
        self.distances.get(mode as usize).copied().flatten()
    }
}

/// Id of a mode's CO2 per person-kilometre.
pub(super) fn factor_id(mode: Mode) -> String {
    format!("travel.{}", mode.as_str())
}

/// Id of the kilometres a day that earn points in a mode.
pub(super) fn distance_id(mode: Mode) -> String {
    format!("distance.{}", mode.as_str())
}

/// The exhaust keys of a petrol car: nitrogen oxides, hydrocarbons.
pub(super) fn exhaust(standard: CarStandard) -> (Key, Key) {
    match standard {
        CarStandard::China1 => (Key::ExhaustChina1Nox, Key::ExhaustChina1Hc),
        CarStandard::China2 => (Key::ExhaustChina2Nox, Key::ExhaustChina2Hc),
        CarStandard::China3 => (Key::ExhaustChina3Nox, Key::ExhaustChina3Hc),
        CarStandard::China4 => (Key::ExhaustChina4Nox, Key::ExhaustChina4Hc),
        CarStandard::China5 => (Key::ExhaustChina5Nox, Key::ExhaustChina5Hc),
        CarStandard::China6 => (Key::ExhaustChina6Nox, Key::ExhaustChina6Hc),
    }
}

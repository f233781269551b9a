//! What can only be checked when the whole file has been read: units and ranges here, time in `timeline`.

use super::Method;
use super::bound::Bound;
use super::fault::FaultKind;
use super::ids::Ids;
use super::index::{distance_id, factor_id};
use super::key::{ASCENDING, Key};
use super::parameter::Parameter;
use super::read::{Read, Reader};
use crate::domain::activity::Mode;
use crate::domain::date::Date;
use crate::domain::unit::Unit;

/// The parts of a file that are checked against each other.
#[derive(Debug)]
pub(super) struct Checked<'r> {
    pub(super) published: Read<Date>,
    pub(super) scheme_from: Read<Date>,
    pub(super) methods: &'r [Read<Method>],
    pub(super) parameters: &'r [Read<Parameter>],
    /// The unit of each parameter that has one, whatever else is wrong with the parameter.
    pub(super) units: Vec<Option<Unit>>,
    pub(super) method_ids: &'r Ids<'r>,
    pub(super) parameter_ids: &'r Ids<'r>,
}

impl Checked<'_> {
    pub(super) fn check(&self, reader: &mut Reader) {
        self.methods_within_scheme(reader);
        for (index, parameter) in self.parameters.iter().enumerate() {
            if let Ok(parameter) = parameter {
                self.through_time(reader, index, parameter);
            }
        }
        for key in Key::ALL {
            if let Some(index) = self.parameter_ids.find(key.id()) {
                self.unit(reader, Some(index), &[key.unit()]);
                self.amounts(reader, index, key.bound());
            }
        }
        for mode in Mode::ALL {
            self.unit(reader, self.parameter_ids.find(&factor_id(*mode)), &[Unit::GramPerPersonKilometre]);
            self.unit(reader, self.parameter_ids.find(&distance_id(*mode)), &[Unit::KilometrePerDay]);
        }
        for (lower, upper, equal) in ASCENDING {
            self.ascending(reader, *lower, *upper, *equal);
        }
    }

    /// The unit of a parameter, if it could be read.
    pub(super) fn unit_of(&self, parameter: usize) -> Option<Unit> {
        self.units.get(parameter).copied().flatten()
    }

    /// Notes a parameter whose unit is none of those that can be used.
    pub(super) fn unit(&self, reader: &mut Reader, parameter: Option<usize>, needed: &[Unit]) {
        if let Some((index, given)) = parameter.and_then(|index| Some((index, self.unit_of(index)?)))
            && !needed.contains(&given)
        {
            let path = format!("{}.unit", self.parameter_ids.path(index));
            reader.fault(path, FaultKind::WrongUnit { given, needed: needed.to_vec() });
        }
    }

    /// Notes each amount of a parameter outside a range, unless it is outside its unit's range already.
    pub(super) fn amounts(&self, reader: &mut Reader, parameter: usize, bound: Bound) {
        let Some(found) = self.read(parameter) else {
            return;
        };
        self.series(parameter, found).amounts(reader, bound);
    }

    pub(super) fn read(&self, parameter: usize) -> Option<&Parameter> {
        self.parameters.get(parameter)?.as_ref().ok()
    }

    pub(super) fn value_path(&self, parameter: usize, value: usize, key: &str) -> String {
        format!("{}.values[{value}].{key}", self.parameter_ids.path(parameter))
    }

    fn methods_within_scheme(&self, reader: &mut Reader) {
        for (index, method) in self.methods.iter().enumerate() {
            if let (Ok(method), Ok(scheme_from)) = (method, self.scheme_from)
                && method.from < scheme_from
            {
                let path = format!("{}.from", self.method_ids.path(index));
                reader.fault(path, FaultKind::BeforeScheme { given: method.from, scheme_from });
            }
        }
    }
}

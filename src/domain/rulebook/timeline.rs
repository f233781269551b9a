//! Checks along time: no day without a value, values in order, nothing that slipped by a decimal point.

use super::bound::Bound;
use super::check::Checked;
use super::fault::FaultKind;
use super::formula::Formula;
use super::key::Key;
use super::parameter::{Parameter, Value};
use super::read::{Read, Reader};
use crate::domain::date::Date;
use crate::domain::exact::Exact;
use crate::domain::unit::Unit;

impl Checked<'_> {
    pub(super) fn through_time(&self, reader: &mut Reader, index: usize, parameter: &Parameter) {
        self.no_gap(reader, index, parameter);
        let series = self.series(index, parameter);
        series.amounts(reader, Bound::of_unit(parameter.unit));
        series.in_order(reader, self.published);
    }

    pub(super) fn series<'v>(&self, index: usize, parameter: &'v Parameter) -> Series<'v> {
        Series { path: self.parameter_ids.path(index), unit: parameter.unit, values: &parameter.values }
    }

    /// The first value must be there when the parameter's own method begins, and when any formula that uses it does.
    fn no_gap(&self, reader: &mut Reader, index: usize, parameter: &Parameter) {
        let Some(first) = parameter.values.first() else {
            return;
        };
        let users = Key::ALL.iter().find(|key| key.id() == parameter.id).map_or(&[][..], |key| key.used_by());
        let begun = users.iter().filter_map(|formula| self.begins(*formula));
        if let Some(needed) = begun.chain(self.in_force_from(parameter.method)).min()
            && needed < first.from
        {
            let kind = FaultKind::StartsTooLate { given: first.from, needed };
            reader.fault(self.value_path(index, 0, "from"), kind);
        }
    }

    fn begins(&self, formula: Formula) -> Option<Date> {
        self.in_force_from(self.method_ids.find(formula.as_str())?)
    }

    /// The first day of a method on which there can be activities.
    fn in_force_from(&self, method: usize) -> Option<Date> {
        let from = self.methods.get(method)?.as_ref().ok()?.from;
        Some(self.scheme_from.map_or(from, |scheme_from| from.max(scheme_from)))
    }

    /// Notes two parameters in the wrong order.
    pub(super) fn ascending(&self, reader: &mut Reader, lower: Key, upper: Key, equal: bool) {
        let found = |key: Key| {
            let index = self.parameter_ids.find(key.id())?;
            Some((index, self.read(index)?))
        };
        let (Some((index, low)), Some((_, high))) = (found(lower), found(upper)) else {
            return;
        };
        if let Some(on) = first_disorder(low, high, equal) {
            let kind = FaultKind::NotAscending { lower: lower.id(), upper: upper.id(), on };
            reader.fault(self.parameter_ids.path(index), kind);
        }
    }
}

/// The dated values of a parameter, and where they stand in the file.
#[derive(Debug)]
pub(in crate::domain) struct Series<'v> {
    /// The path of what has them.
    pub(in crate::domain) path: String,
    pub(in crate::domain) unit: Unit,
    pub(in crate::domain) values: &'v [Value],
}

impl Series<'_> {
    /// The path of a key of a value.
    pub(in crate::domain) fn at(&self, place: usize, key: &str) -> String {
        format!("{}.values[{place}].{key}", self.path)
    }

    /// Notes each amount outside a range, unless it is outside its unit's range already.
    pub(in crate::domain) fn amounts(&self, reader: &mut Reader, bound: Bound) {
        let general = Bound::of_unit(self.unit);
        for (place, value) in self.values.iter().enumerate() {
            if !bound.allows(value.amount) && (bound == general || general.allows(value.amount)) {
                let kind = FaultKind::OutOfRange { given: value.amount.to_string(), bound };
                reader.fault(self.at(place, "amount"), kind);
            }
        }
    }

    /// Notes values out of order, steps that look like a slipped decimal point, and reviews that are already due.
    pub(in crate::domain) fn in_order(&self, reader: &mut Reader, published: Read<Date>) {
        let later = self.values.iter().enumerate().skip(1);
        for (previous, (place, value)) in self.values.iter().zip(later) {
            if value.from <= previous.from {
                let kind = FaultKind::DatesNotAscending { previous: previous.from, given: value.from };
                reader.fault(self.at(place, "from"), kind);
            }
            if value.note.is_none() && tenfold(previous, value) {
                let (previous, given) = (previous.amount.to_string(), value.amount.to_string());
                reader.fault(self.at(place, "amount"), FaultKind::TenfoldStep { previous, given });
            }
        }
        for (place, value) in self.values.iter().enumerate() {
            if let (Some(given), Ok(published)) = (value.review_by, published)
                && given <= published
            {
                reader.fault(self.at(place, "review_by"), FaultKind::ReviewOverdue { given, published });
            }
        }
    }
}

/// The first day on which one parameter is not below another (or, with `equal`, above it), looking at every day on
/// which one of them changes.
pub(in crate::domain) fn first_disorder(low: &Parameter, high: &Parameter, equal: bool) -> Option<Date> {
    let mut days: Vec<Date> = low.values.iter().chain(&high.values).map(|value| value.from).collect();
    days.sort_unstable();
    days.into_iter().find(|on| match (amount_on(low, *on), amount_on(high, *on)) {
        (Some(low), Some(high)) => low > high || low == high && !equal,
        _ => false,
    })
}

fn amount_on(parameter: &Parameter, day: Date) -> Option<Exact> {
    parameter.values.iter().rfind(|value| value.from <= day).map(|value| value.amount.exact())
}

/// Whether one amount is at least ten times the other: a slipped decimal point until somebody says otherwise.
fn tenfold(previous: &Value, value: &Value) -> bool {
    let (before, after) = (previous.amount.exact(), value.amount.exact());
    let reaches = |small: Exact, large: Exact| {
        small.multiply(Exact::from(10)).is_ok_and(|tenfold| large >= tenfold && large != small)
    };
    reaches(before, after) || reaches(after, before)
}

//! Checks along time: no day without a value, values in order, nothing that slipped by a decimal point.

use super::bound::Bound;
use super::check::Checked;
use super::fault::FaultKind;
use super::formula::Formula;
use super::key::Key;
use super::parameter::{Parameter, Value};
use super::read::Reader;
use crate::domain::date::Date;
use crate::domain::exact::Exact;

impl Checked<'_> {
    pub(super) fn through_time(&self, reader: &mut Reader, index: usize, parameter: &Parameter) {
        self.no_gap(reader, index, parameter);
        self.amounts(reader, index, Bound::of_unit(parameter.unit));
        let later = parameter.values.iter().enumerate().skip(1);
        for (previous, (place, value)) in parameter.values.iter().zip(later) {
            if value.from <= previous.from {
                let kind = FaultKind::DatesNotAscending { previous: previous.from, given: value.from };
                reader.fault(self.value_path(index, place, "from"), kind);
            }
            if value.note.is_none() && tenfold(previous, value) {
                let (previous, given) = (previous.amount.to_string(), value.amount.to_string());
                reader.fault(self.value_path(index, place, "amount"), FaultKind::TenfoldStep { previous, given });
            }
        }
        for (place, value) in parameter.values.iter().enumerate() {
            if let (Some(given), Ok(published)) = (value.review_by, self.published)
                && given <= published
            {
                let path = self.value_path(index, place, "review_by");
                reader.fault(path, FaultKind::ReviewOverdue { given, published });
            }
        }
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

    /// Compares two parameters on every day on which one of them changes.
    pub(super) fn ascending(&self, reader: &mut Reader, lower: Key, upper: Key, equal: bool) {
        let found = |key: Key| {
            let index = self.parameter_ids.find(key.id())?;
            Some((index, self.read(index)?))
        };
        let (Some((index, low)), Some((_, high))) = (found(lower), found(upper)) else {
            return;
        };
        let mut days: Vec<Date> = low.values.iter().chain(&high.values).map(|value| value.from).collect();
        days.sort_unstable();
        for on in days {
            let (Some(low), Some(high)) = (amount_on(low, on), amount_on(high, on)) else {
                continue;
            };
            if low > high || low == high && !equal {
                let kind = FaultKind::NotAscending { lower: lower.id(), upper: upper.id(), on };
                reader.fault(self.parameter_ids.path(index), kind);
                return;
            }
        }
    }
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

//! New values for the base rulebook's policy: which numbers a district has a say in, and what becomes of them.

use super::check::Dates;
use super::fault::DistrictFault;
use super::form;
use crate::domain::json::Json;
use crate::domain::rulebook::entries;
use crate::domain::rulebook::ids::Ids;
use crate::domain::rulebook::key::{ASCENDING, Key};
use crate::domain::rulebook::read::{Read, Reader};
use crate::domain::rulebook::timeline::{Series, first_disorder};
use crate::domain::rulebook::{FaultKind, Formula, Grade, Parameter, Rulebook, Section, Value};

/// New values of one parameter.
#[derive(Debug)]
pub(super) struct Change {
    /// Where it stands in the file.
    path: String,
    /// Its index in the base rulebook.
    pub(super) parameter: usize,
    values: Vec<Value>,
}

/// Reads one change.
pub(super) fn change(
    reader: &mut Reader,
    path: String,
    item: &Json,
    base: &Rulebook,
    sources: &mut Ids<'_>,
) -> Read<Change> {
    let object = reader.object(path, item, form::POLICY)?;
    let mut parameters = base_parameters(base);
    let parameter = reader.reference(&object, "id", &mut parameters);
    if let Ok(parameter) = parameter
        && let Some(fault) = forbidden(base, parameter)
    {
        reader.fault(object.path.as_str(), FaultKind::District(fault));
    }
    let values = entries::values(reader, &object, sources);
    Ok(Change { parameter: parameter?, values: values?, path: object.path })
}

/// The ids that a change can name.
fn base_parameters(base: &Rulebook) -> Ids<'_> {
    Ids::only(Section::Parameters, base.parameters.iter().map(|parameter| parameter.id.as_str()))
}

/// Why a district has no say in a number, if it has none.
///
/// Policy is what the operator chose, and it stays apart from physics: a few numbers are graded policy because nobody
/// publishes them, but grams are worked out with them (the most that counts as a saving, the water in a paint).
fn forbidden(base: &Rulebook, index: usize) -> Option<DistrictFault> {
    let parameter = base.parameters.get(index)?;
    if let Some(value) = parameter.values.iter().find(|value| value.grade != Grade::Policy) {
        return Some(DistrictFault::NotPolicy { grade: value.grade });
    }
    let points_only =
        parameter.method == base.formula(Formula::Points) || index == base.key_index(Key::OzoneMultiplier);
    (!points_only).then_some(DistrictFault::EntersGrams)
}

impl Change {
    /// The parameter as the district has it: the base rulebook's values until the day of the district's first, and
    /// from then on the district's alone, whatever a later base rulebook may say.
    fn applied(&self, base: &Parameter) -> Parameter {
        let first = self.values.first().map(|value| value.from);
        let kept = base.values.iter().filter(|value| first.is_none_or(|first| value.from < first));
        Parameter { values: kept.chain(&self.values).cloned().collect(), ..base.clone() }
    }

    /// Notes what is wrong with its values in themselves.
    fn check(&self, reader: &mut Reader, base: &Rulebook, dates: Dates) {
        let Some(parameter) = base.parameters.get(self.parameter) else {
            return;
        };
        let series = Series { path: self.path.clone(), unit: parameter.unit, values: &self.values };
        dates.check_series(reader, &series);
        Dates::check_policy(reader, &series);
        if let Some(key) = Key::ALL.iter().find(|key| key.id() == parameter.id) {
            series.amounts(reader, key.bound());
        }
    }
}

/// Checks all changes and makes them; gives the base rulebook's parameters as the district has them.
pub(super) fn apply(reader: &mut Reader, base: &Rulebook, dates: Dates, changes: &[Read<Change>]) -> Vec<Parameter> {
    let mut parameters = base.parameters.clone();
    for change in changes.iter().flatten() {
        change.check(reader, base, dates);
        if let Some(parameter) = parameters.get_mut(change.parameter) {
            *parameter = change.applied(parameter);
        }
    }
    for (lower, upper, equal) in ASCENDING {
        let [low, high] = [lower, upper].map(|key| base.key_index(*key));
        // Where neither changes, the base rulebook has been checked already.
        let changed = changes.iter().flatten().find(|change| [low, high].contains(&change.parameter));
        let (Some(changed), Some(low), Some(high)) = (changed, parameters.get(low), parameters.get(high)) else {
            continue;
        };
        if let Some(on) = first_disorder(low, high, *equal) {
            let kind = FaultKind::NotAscending { lower: lower.id(), upper: upper.id(), on };
            reader.fault(changed.path.as_str(), kind);
        }
    }
    parameters
}

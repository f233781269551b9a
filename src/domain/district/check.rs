//! What can only be checked when the whole overlay has been read: when things begin, and what its numbers are used for.

use super::fault::DistrictFault;
use crate::domain::date::Date;
use crate::domain::rulebook::ids::Ids;
use crate::domain::rulebook::read::{Object, Purpose, Read, Reader, Use};
use crate::domain::rulebook::timeline::Series;
use crate::domain::rulebook::{Bound, FaultKind, Grade, Parameter, Value};
use crate::domain::unit::Unit;

/// The days that the parts of an overlay are checked against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dates {
    pub(super) published: Read<Date>,
    pub(super) first_published: Read<Date>,
}

/// When this version was published, and when the first one was: the same day unless the file says otherwise.
pub(super) fn dates(reader: &mut Reader, root: &Object<'_>) -> Dates {
    let (published, first) = (reader.date(root, "published"), reader.optional_date(root, "first_published"));
    let first_published = match (published, first) {
        (Ok(published), Ok(Some(given))) if given > published => {
            let fault = DistrictFault::PublishedLater { given, published };
            reader.refuse(root.at("first_published"), FaultKind::District(fault))
        }
        (_, first) => first.and_then(|first| first.map_or(published, Ok)),
    };
    Dates { published, first_published }
}

impl Dates {
    /// Checks the values of anything new through time.
    pub(super) fn check_series(self, reader: &mut Reader, series: &Series<'_>) {
        series.amounts(reader, Bound::of_unit(series.unit));
        series.in_order(reader, self.published);
        for (place, value) in series.values.iter().enumerate() {
            self.check_from(reader, series.at(place, "from"), value.from);
        }
    }

    /// Notes what begins too early.
    pub(super) fn check_from(self, reader: &mut Reader, path: String, given: Date) {
        if let Ok(published) = self.first_published
            && given < published
        {
            reader.fault(path, FaultKind::District(DistrictFault::BeforePublished { given, published }));
        }
    }

    /// Checks that the values are what they are: the district's own choice.
    pub(super) fn check_policy(reader: &mut Reader, series: &Series<'_>) {
        for (place, value) in series.values.iter().enumerate() {
            if value.grade != Grade::Policy {
                let (given, known) = (value.grade.as_str().to_owned(), vec![Grade::Policy.as_str()]);
                reader.fault(series.at(place, "grade"), FaultKind::UnknownWord { given, known });
            }
        }
    }
}

/// The parameters of the rulebook to be, and what uses them.
pub(super) struct Uses<'r> {
    pub(super) dates: Dates,
    pub(super) parameters: &'r [Read<Parameter>],
    /// The unit of each that has one, whatever else is wrong with it.
    pub(super) units: Vec<Option<Unit>>,
    pub(super) ids: &'r Ids<'r>,
}

impl Uses<'_> {
    /// Checks the new parameters, and everything that was noted to use one.
    pub(super) fn check(&self, reader: &mut Reader) {
        for (index, parameter) in self.parameters.iter().enumerate().skip(self.ids.first()) {
            if let Ok(parameter) = parameter {
                self.dates.check_series(reader, &self.series(index, parameter));
            }
        }
        for Use { parameter, units, purpose } in std::mem::take(&mut reader.uses) {
            self.unit(reader, parameter, units);
            match purpose {
                Purpose::Grams => self.published_grams(reader, parameter),
                Purpose::Offer(from) => self.offer(reader, parameter, from),
                Purpose::Award | Purpose::Content => {}
            }
        }
    }

    /// Checks a number of an offer: that it is whole and policy, and there from the offer's first day on.
    fn offer(&self, reader: &mut Reader, index: usize, needed: Read<Date>) {
        if let Some(parameter) = self.read(index) {
            let series = self.series(index, parameter);
            series.amounts(reader, Bound::ONE_OR_MORE);
            // An offer that begins too early has been noted; it is not the number that is late.
            let needed = needed.ok().filter(|needed| self.dates.first_published.is_ok_and(|first| first <= *needed));
            if let (Some(needed), Some(Value { from: given, .. })) = (needed, parameter.values.first())
                && *given > needed
            {
                reader.fault(series.at(0, "from"), FaultKind::StartsTooLate { given: *given, needed });
            }
            Dates::check_policy(reader, &series);
        }
    }

    /// Checks that an action's grams are somebody's published number.
    fn published_grams(&self, reader: &mut Reader, index: usize) {
        let Some(parameter) = self.read(index) else { return };
        let series = self.series(index, parameter);
        for (place, _) in parameter.values.iter().enumerate().filter(|(_, value)| value.grade == Grade::Policy) {
            reader.fault(series.at(place, "grade"), FaultKind::District(DistrictFault::PolicyGrams));
        }
    }

    fn unit(&self, reader: &mut Reader, index: usize, needed: &[Unit]) {
        if let Some(given) = self.units.get(index).copied().flatten()
            && !needed.contains(&given)
        {
            let path = format!("{}.unit", self.ids.path(index));
            reader.fault(path, FaultKind::WrongUnit { given, needed: needed.to_vec() });
        }
    }

    fn read(&self, index: usize) -> Option<&Parameter> {
        self.parameters.get(index)?.as_ref().ok()
    }

    fn series<'v>(&self, index: usize, parameter: &'v Parameter) -> Series<'v> {
        Series { path: self.ids.path(index), unit: parameter.unit, values: &parameter.values }
    }
}

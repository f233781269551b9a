//! From the text of an overlay and the rulebook under it to the rulebook as the district has it, or to everything that
//! is wrong with the overlay.

use super::fault::DistrictFault;
use super::policy::{self, check_from};
use super::{District, Merchant, Reward, form, offers};
use crate::domain::date::Date;
use crate::domain::json::{Json, shortened};
use crate::domain::rulebook::entries;
use crate::domain::rulebook::ids::Ids;
use crate::domain::rulebook::lists::{action, action_units};
use crate::domain::rulebook::load::{each, name, schema, whole};
use crate::domain::rulebook::read::{Object, Read, Reader};
use crate::domain::rulebook::timeline::Series;
use crate::domain::rulebook::{Bound, EverydayAction, Fault, FaultKind, Grade, Parameter, Rulebook, Section};
use crate::domain::unit::Unit;

/// Reads an overlay and lays it over a rulebook.
pub(super) fn apply(base: &Rulebook, text: &str) -> Result<Rulebook, Vec<Fault>> {
    whole(text, |reader, json| overlaid(reader, json, base))
}

/// The days that the parts of an overlay are checked against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Overlay {
    published: Read<Date>,
    pub(super) first_published: Read<Date>,
}

/// The ids that the parts of an overlay refer to.
#[derive(Debug)]
pub(super) struct Known<'j> {
    pub(super) sources: Ids<'j>,
    pub(super) parameters: Ids<'j>,
    pub(super) merchants: Ids<'j>,
}

fn overlaid(reader: &mut Reader, json: &Json, base: &Rulebook) -> Read<Rulebook> {
    let root = reader.object("", json, form::DISTRICT)?;
    for fault in &mut reader.faults {
        if form::BASE_ONLY.contains(&fault.path.as_str()) {
            fault.kind = FaultKind::District(DistrictFault::BaseOnly);
        }
    }
    schema(reader, &root);
    fits(reader, &root, base)?;
    let (id, version) = (name(reader, &root, "id"), name(reader, &root, "version"));
    let (title, status) = (reader.label(&root, "title"), reader.label(&root, "status"));
    let overlay = days(reader, &root);
    let change_note = reader.label(&root, "change_note");

    let mut section = |section: Section| {
        let items = reader.list(&root, section.as_str()).unwrap_or_default();
        (items, reader.ids(section, items))
    };
    let (source_items, source_ids) = section(Section::Sources);
    let (policy_items, policy_ids) = section(Section::Policy);
    let (parameter_items, parameter_ids) = section(Section::Parameters);
    let (action_items, action_ids) = section(Section::Actions);
    let (scene_items, scene_ids) = section(Section::Scenes);
    let (merchant_items, merchant_ids) = section(Section::Merchants);
    let (reward_items, reward_ids) = section(Section::Rewards);
    let mut method_ids = Ids::only(Section::Methods, base.methods.iter().map(|method| method.id.as_str()));
    let action_ids = action_ids.after(base.actions.iter().map(|action| action.id.as_str()));
    let mut known = Known {
        sources: source_ids.after(base.sources.iter().map(|source| source.id.as_str())),
        parameters: parameter_ids.after(base.parameters.iter().map(|parameter| parameter.id.as_str())),
        merchants: merchant_ids,
    };

    let sources = each(source_items, &known.sources, |path, item| entries::source(reader, path, item));
    let changes =
        each(policy_items, &policy_ids, |path, item| policy::change(reader, path, item, base, &mut known.sources));
    let added: Vec<Read<Parameter>> = parameter_items
        .iter()
        .enumerate()
        .map(|(place, item)| {
            let path = known.parameters.path(known.parameters.first() + place);
            entries::parameter(reader, path, item, &mut method_ids, &mut known.sources)
        })
        .collect();
    let actions = each(action_items, &action_ids, |path, item| action(reader, path, item, &mut known.parameters));
    let scenes = each(scene_items, &scene_ids, |path, item| offers::scene(reader, path, item, &mut known.sources));
    let merchants: Vec<Read<Merchant>> = merchant_items
        .iter()
        .enumerate()
        .map(|(place, item)| offers::merchant(reader, known.merchants.path(place), item, &overlay, &mut known))
        .collect();
    let rewards =
        each(reward_items, &reward_ids, |path, item| offers::reward(reader, path, item, &overlay, &mut known));

    let mut parameters: Vec<Read<Parameter>> =
        policy::apply(reader, base, &overlay, &changes).into_iter().map(Ok).collect();
    parameters.extend(added);
    let uses = Uses { overlay, parameters: &parameters, ids: &known.parameters };
    uses.check(reader, &actions, &merchants, &rewards);
    for ids in [&known.sources, &known.parameters, &action_ids] {
        ids.report_inherited(reader);
    }
    for ids in [&known.sources, &known.parameters] {
        ids.report_unused(reader);
    }

    let changes: Vec<_> = changes.into_iter().collect::<Read<_>>()?;
    let mut rulebook = base.clone();
    rulebook.sources.extend(sources.into_iter().collect::<Read<Vec<_>>>()?);
    rulebook.parameters = parameters.into_iter().collect::<Read<_>>()?;
    rulebook.actions.extend(actions.into_iter().collect::<Read<Vec<_>>>()?);
    (rulebook.title, rulebook.status, rulebook.change_note) = (title?, status?, change_note?);
    rulebook.district = Some(District {
        id: id?,
        version: version?,
        base: base.id.clone(),
        title: rulebook.title.clone(),
        status: rulebook.status.clone(),
        published: overlay.published?,
        first_published: overlay.first_published?,
        change_note: rulebook.change_note.clone(),
        policy: changes.iter().map(|change| change.parameter).collect(),
        scenes: scenes.into_iter().collect::<Read<_>>()?,
        merchants: merchants.into_iter().collect::<Read<_>>()?,
        rewards: rewards.into_iter().collect::<Read<_>>()?,
    });
    Ok(rulebook)
}

/// Whether the overlay is one for this rulebook; if not, nothing in it needs to be looked at.
fn fits(reader: &mut Reader, root: &Object<'_>, base: &Rulebook) -> Read<()> {
    let given = reader.text(root, "base")?;
    // Two overlays would count each other's indices, and without its sources a rulebook has no place for more.
    if given == base.id && base.district.is_none() && !base.sources.is_empty() {
        return Ok(());
    }
    let fault = DistrictFault::WrongBase { given: shortened(given), base: base.name() };
    reader.refuse(root.at("base"), FaultKind::District(fault))
}

/// When this version was published, and when the first one was: the same day unless the file says otherwise.
fn days(reader: &mut Reader, root: &Object<'_>) -> Overlay {
    let (published, first) = (reader.date(root, "published"), reader.optional_date(root, "first_published"));
    let first_published = match (published, first) {
        (Ok(published), Ok(Some(given))) if given > published => {
            let fault = DistrictFault::PublishedLater { given, published };
            reader.refuse(root.at("first_published"), FaultKind::District(fault))
        }
        (_, first) => first.and_then(|first| first.map_or(published, Ok)),
    };
    Overlay { published, first_published }
}

impl Overlay {
    /// Checks the values of anything new through time.
    pub(super) fn check_series(&self, reader: &mut Reader, series: &Series<'_>) {
        series.amounts(reader, Bound::of_unit(series.unit));
        series.in_order(reader, self.published);
        for (place, value) in series.values.iter().enumerate() {
            check_from(reader, series.at(place, "from"), value.from, self.first_published);
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
struct Uses<'r> {
    overlay: Overlay,
    parameters: &'r [Read<Parameter>],
    ids: &'r Ids<'r>,
}

impl Uses<'_> {
    fn check(
        &self,
        reader: &mut Reader,
        actions: &[Read<EverydayAction>],
        merchants: &[Read<Merchant>],
        rewards: &[Read<Reward>],
    ) {
        for (index, parameter) in self.parameters.iter().enumerate().skip(self.ids.first()) {
            if let Ok(parameter) = parameter {
                self.overlay.check_series(reader, &self.series(index, parameter));
            }
        }
        for parameter in actions.iter().flatten().filter_map(|action| action.carbon) {
            self.published_grams(reader, parameter);
        }
        for (parameter, units) in actions.iter().flatten().flat_map(action_units) {
            if let Some(parameter) = parameter {
                self.unit(reader, parameter, units);
            }
        }
        for merchant in merchants.iter().flatten() {
            self.offer(reader, merchant.bonus, Unit::PointPerTime);
            self.offer(reader, merchant.daily_most, Unit::TimePerDay);
        }
        for reward in rewards.iter().flatten() {
            self.offer(reader, reward.cost, Unit::Point);
            if let Some(valid_days) = reward.valid_days {
                self.offer(reader, valid_days, Unit::Day);
            }
        }
    }

    /// Checks a number of an offer: its unit, that it is whole, and that it is policy.
    fn offer(&self, reader: &mut Reader, index: usize, unit: Unit) {
        self.unit(reader, index, &[unit]);
        if let Some(parameter) = self.read(index) {
            let series = self.series(index, parameter);
            series.amounts(reader, Bound::ONE_OR_MORE);
            Overlay::check_policy(reader, &series);
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
        if let Some(parameter) = self.read(index)
            && !needed.contains(&parameter.unit)
        {
            let path = format!("{}.unit", self.ids.path(index));
            reader.fault(path, FaultKind::WrongUnit { given: parameter.unit, needed: needed.to_vec() });
        }
    }

    fn read(&self, index: usize) -> Option<&Parameter> {
        self.parameters.get(index)?.as_ref().ok()
    }

    fn series<'v>(&self, index: usize, parameter: &'v Parameter) -> Series<'v> {
        Series { path: self.ids.path(index), unit: parameter.unit, values: &parameter.values }
    }
}

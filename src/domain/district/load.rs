//! From the text of an overlay and the rulebook under it to the rulebook as the district has it, or to everything that
//! is wrong with the dates.

use super::check::{self, Uses};
use super::fault::DistrictFault;
use super::{District, Merchant, form, offers, policy};
use crate::domain::json::{Json, shortened};
use crate::domain::rulebook::entries;
use crate::domain::rulebook::ids::Ids;
use crate::domain::rulebook::lists::{action, units};
use crate::domain::rulebook::load::{each, name, schema, whole};
use crate::domain::rulebook::read::{Object, Read, Reader};
use crate::domain::rulebook::{Fault, FaultKind, Parameter, Rulebook, Section};

/// Reads an overlay and lays it over a rulebook.
pub(super) fn apply(base: &Rulebook, text: &str) -> Result<Rulebook, Vec<Fault>> {
    whole(text, |reader, json| overlaid(reader, json, base))
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
    let dates = check::dates(reader, &root);
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
    // Rules from before there were receipts have none.
    let issuer_items = match Reader::optional(&root, Section::Issuers.as_str()) {
        Some(_) => reader.list(&root, Section::Issuers.as_str()).unwrap_or_default(),
        None => &[],
    };
    let issuer_ids = reader.ids(Section::Issuers, issuer_items);
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
        .map(|(place, item)| offers::merchant(reader, known.merchants.path(place), item, dates, &mut known))
        .collect();
    let rewards = each(reward_items, &reward_ids, |path, item| offers::reward(reader, path, item, dates, &mut known));

    let issuers = each(issuer_items, &issuer_ids, |path, item| offers::issuer(reader, path, item, dates));
    offers::own_keys(reader, &issuer_ids, &issuers);

    let mut parameters: Vec<Read<Parameter>> =
        policy::apply(reader, base, dates, &changes).into_iter().map(Ok).collect();
    parameters.extend(added);
    let units = base.parameters.iter().map(|parameter| Some(parameter.unit)).chain(units(parameter_items)).collect();
    Uses { dates, parameters: &parameters, units, ids: &known.parameters }.check(reader);
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
        published: dates.published?,
        first_published: dates.first_published?,
        change_note: rulebook.change_note.clone(),
        policy: changes.iter().map(|change| change.parameter).collect(),
        scenes: scenes.into_iter().collect::<Read<_>>()?,
        merchants: merchants.into_iter().collect::<Read<_>>()?,
        rewards: rewards.into_iter().collect::<Read<_>>()?,
        issuers: issuers.into_iter().collect::<Read<_>>()?,
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

//! Reading the lists that operators extend by data alone.

use super::bound::Bound;
use super::check::Checked;
use super::fault::FaultKind;
use super::form;
use super::ids::Ids;
use super::product::{Displaced, EverydayAction, Product};
use super::read::{Noted, Object, Read, Reader};
use crate::domain::activity::CountedBy;
use crate::domain::activity::purchase::Basis;
use crate::domain::json::Json;
use crate::domain::unit::Unit;

pub(in crate::domain) fn action(
    reader: &mut Reader,
    path: String,
    item: &Json,
    parameters: &mut Ids<'_>,
) -> Read<EverydayAction> {
    let object = reader.object(path, item, form::ACTION)?;
    let id = reader.text(&object, "id");
    let (label, hint) = (reader.label(&object, "label"), reader.label(&object, "hint"));
    let counted_by = reader.word(&object, "counted_by", CountedBy::ALL, CountedBy::as_str);
    let carbon = reader.optional_reference(&object, "carbon", parameters);
    let award = reader.optional_reference(&object, "award", parameters);
    if (carbon, award) == (Ok(None), Ok(None)) {
        reader.fault(object.path.as_str(), FaultKind::NoEffect);
    }
    Ok(EverydayAction {
        id: id?.to_owned(),
        label: label?,
        hint: hint?,
        counted_by: counted_by?,
        carbon: carbon?,
        award: award?,
    })
}

pub(super) fn product(
    reader: &mut Reader,
    path: String,
    item: &Json,
    parameters: &mut Ids<'_>,
    displaced: &mut Ids<'_>,
) -> Read<Product> {
    let object = reader.object(path, item, form::PRODUCT)?;
    let (id, label) = (reader.text(&object, "id"), reader.label(&object, "label"));
    let limit = reader.optional_reference(&object, "limit", parameters);
    let basis = reader.word(&object, "basis", Basis::ALL, Basis::as_str);
    let solvent = reader.boolean(&object, "solvent");
    let repaints = reader.optional_boolean(&object, "repaints");
    let stand_ins = displaces(reader, &object, displaced);
    if limit == Ok(None) && stand_ins.as_ref().is_ok_and(Vec::is_empty) {
        reader.fault(object.path.as_str(), FaultKind::NoEffect);
    }
    Ok(Product {
        id: id?.to_owned(),
        label: label?,
        limit: limit?,
        basis: basis?,
        solvent: solvent?,
        repaints: repaints?,
        displaces: stand_ins?,
    })
}

pub(super) fn displaced(reader: &mut Reader, path: String, item: &Json, parameters: &mut Ids<'_>) -> Read<Displaced> {
    let object = reader.object(path, item, form::DISPLACED)?;
    let (id, label) = (reader.text(&object, "id"), reader.label(&object, "label"));
    let content = reader.reference(&object, "content", parameters);
    Ok(Displaced { id: id?.to_owned(), label: label?, content: content? })
}

fn displaces(reader: &mut Reader, object: &Object<'_>, displaced: &mut Ids<'_>) -> Read<Vec<String>> {
    let mut read: Vec<String> = Vec::new();
    let mut outcome = Ok(());
    for (index, item) in reader.list(object, "displaces")?.iter().enumerate() {
        let path = format!("{}[{index}]", object.at("displaces"));
        let checked = reader.text_of(path.clone(), item).and_then(|id| {
            if read.iter().any(|earlier| earlier == id) {
                return reader.refuse(path, FaultKind::DuplicateId { id: id.to_owned() });
            }
            read.push(id.to_owned());
            reader.reference_to(path, id, displaced)
        });
        if checked.is_err() {
            outcome = Err(Noted);
        }
    }
    outcome.map(|()| read)
}

const CONTENT: &[Unit] = &[Unit::GramPerLitre, Unit::GramPerKilogram, Unit::Percent];

/// The parameters of an action with the units that its formula can use.
pub(in crate::domain) fn action_units(action: &EverydayAction) -> [(Option<usize>, &'static [Unit]); 2] {
    let carbon: &[Unit] = match action.counted_by {
        CountedBy::Count => &[Unit::GramPerTime],
        CountedBy::Kilogram => &[Unit::GramPerKilogram],
    };
    [(action.carbon, carbon), (action.award, &[Unit::PointPerTime])]
}

/// Checks that each parameter the lists refer to has a unit that its formula can use.
pub(super) fn check_units(
    reader: &mut Reader,
    actions: &[Read<EverydayAction>],
    products: &[Read<Product>],
    displaced: &[Read<Displaced>],
    checked: &Checked<'_>,
) {
    for action in actions.iter().flatten() {
        for (parameter, units) in action_units(action) {
            checked.unit(reader, parameter, units);
        }
    }
    let limits = products.iter().flatten().filter_map(|product| Some((product.limit?, product.basis)));
    let contents = displaced.iter().flatten().map(|product| (product.content, Basis::AsSupplied));
    for (parameter, basis) in limits.chain(contents) {
        // Only a volume can be counted without its water.
        let units = if basis == Basis::LessWater { &[Unit::GramPerLitre] } else { CONTENT };
        checked.unit(reader, Some(parameter), units);
        if checked.unit_of(parameter) == Some(Unit::GramPerKilogram) {
            checked.amounts(reader, parameter, Bound::GRAMS_OF_KILOGRAM);
        }
    }
}

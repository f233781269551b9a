//! Reading the lists that operators extend by data alone.

use super::bound::Bound;
use super::check::Checked;
use super::fault::FaultKind;
use super::form;
use super::ids::Ids;
use super::product::{Displaced, EverydayAction, Product};
use super::read::{Noted, Object, Purpose, Read, Reader, Use};
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
    reader.uses(carbon, gram_units(counted_by), Purpose::Grams);
    reader.uses(award, &[Unit::PointPerTime], Purpose::Award);
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
    reader.uses(limit, content_units(basis), Purpose::Content);
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
    reader.uses(content.map(Some), content_units(Ok(Basis::AsSupplied)), Purpose::Content);
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

/// The units that the grams of an action can have; either, if nobody can tell how it is counted.
fn gram_units(counted_by: Read<CountedBy>) -> &'static [Unit] {
    match counted_by {
        Ok(CountedBy::Count) => &[Unit::GramPerTime],
        Ok(CountedBy::Kilogram) => &[Unit::GramPerKilogram],
        Err(Noted) => &[Unit::GramPerTime, Unit::GramPerKilogram],
    }
}

/// The units that what is in a product can have.
fn content_units(basis: Read<Basis>) -> &'static [Unit] {
    // Only a volume can be counted without its water.
    if basis == Ok(Basis::LessWater) { &[Unit::GramPerLitre] } else { CONTENT }
}

/// The unit of each entry of a section, if it can be read, whatever else is wrong with the entry.
pub(in crate::domain) fn units(items: &[Json]) -> impl Iterator<Item = Option<Unit>> {
    items.iter().map(|item| Unit::from_symbol(item.get("unit")?.text()?))
}

/// Checks that each parameter the lists refer to has a unit that its formula can use.
pub(super) fn check_units(reader: &mut Reader, checked: &Checked<'_>) {
    for Use { parameter, units, purpose } in std::mem::take(&mut reader.uses) {
        checked.unit(reader, Some(parameter), units);
        if purpose == Purpose::Content && checked.unit_of(parameter) == Some(Unit::GramPerKilogram) {
            checked.amounts(reader, parameter, Bound::GRAMS_OF_KILOGRAM);
        }
    }
}

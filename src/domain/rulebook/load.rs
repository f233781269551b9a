//! From the text of a rulebook file to a [`Rulebook`], or to everything that is wrong with it.

use super::Rulebook;
use super::check::Checked;
use super::entries;
use super::fault::{Fault, FaultKind};
use super::form;
use super::ids::{Ids, well_formed};
use super::index::Index;
use super::lists;
use super::read::{Object, Read, Reader};
use super::shape::Section;
use crate::domain::json::{Json, shortened};

/// The version of the file format, not of any rulebook.
pub(super) const SCHEMA: &str = "1";

/// Reads and checks a whole file.
pub(super) fn load(text: &str) -> Result<Rulebook, Vec<Fault>> {
    whole(text, rulebook)
}

/// Reads a text as JSON and then as what it should be; on failure every fault that was noted.
pub(in crate::domain) fn whole<T>(
    text: &str,
    read: impl FnOnce(&mut Reader, &Json) -> Read<T>,
) -> Result<T, Vec<Fault>> {
    let mut reader = Reader::default();
    let loaded = match Json::parse(text) {
        Ok(json) => read(&mut reader, &json),
        Err(place) => {
            let kind = FaultKind::NotJson { line: place.line, column: place.column, truncated: place.truncated };
            reader.refuse("", kind)
        }
    };
    match loaded {
        Ok(loaded) if reader.faults.is_empty() => Ok(loaded),
        _ => Err(reader.faults),
    }
}

fn rulebook(reader: &mut Reader, json: &Json) -> Read<Rulebook> {
    let root = reader.object("", json, form::RULEBOOK)?;
    schema(reader, &root);
    let (id, version) = (name(reader, &root, "id"), name(reader, &root, "version"));
    let (title, status) = (reader.label(&root, "title"), reader.label(&root, "status"));
    let (published, scheme_from) = (reader.date(&root, "published"), reader.date(&root, "scheme_from"));
    let change_note = reader.label(&root, "change_note");

    let mut section = |section: Section| {
        let items = reader.list(&root, section.as_str()).unwrap_or_default();
        (items, reader.ids(section, items))
    };
    let (method_items, mut method_ids) = section(Section::Methods);
    let (source_items, mut source_ids) = section(Section::Sources);
    let (parameter_items, mut parameter_ids) = section(Section::Parameters);
    let (action_items, action_ids) = section(Section::Actions);
    let (product_items, product_ids) = section(Section::Products);
    let (displaced_items, mut displaced_ids) = section(Section::Displaced);

    let methods = each(method_items, &method_ids, |path, item| entries::method(reader, path, item));
    let sources = each(source_items, &source_ids, |path, item| entries::source(reader, path, item));
    let parameters = each(parameter_items, &parameter_ids, |path, item| {
        entries::parameter(reader, path, item, &mut method_ids, &mut source_ids)
    });
    let actions = each(action_items, &action_ids, |path, item| lists::action(reader, path, item, &mut parameter_ids));
    let products = each(product_items, &product_ids, |path, item| {
        lists::product(reader, path, item, &mut parameter_ids, &mut displaced_ids)
    });
    let displaced =
        each(displaced_items, &displaced_ids, |path, item| lists::displaced(reader, path, item, &mut parameter_ids));

    let index = Index::build(reader, &mut method_ids, &mut parameter_ids);
    let checked = Checked {
        published,
        scheme_from,
        methods: &methods,
        parameters: &parameters,
        units: lists::units(parameter_items).collect(),
        method_ids: &method_ids,
        parameter_ids: &parameter_ids,
    };
    checked.check(reader);
    lists::check_units(reader, &checked);
    for ids in [&method_ids, &source_ids, &parameter_ids, &displaced_ids] {
        ids.report_unused(reader);
    }

    Ok(Rulebook {
        id: id?,
        version: version?,
        title: title?,
        status: status?,
        published: published?,
        scheme_from: scheme_from?,
        change_note: change_note?,
        methods: methods.into_iter().collect::<Read<_>>()?,
        sources: sources.into_iter().collect::<Read<_>>()?,
        parameters: parameters.into_iter().collect::<Read<_>>()?,
        actions: actions.into_iter().collect::<Read<_>>()?,
        products: products.into_iter().collect::<Read<_>>()?,
        displaced: displaced.into_iter().collect::<Read<_>>()?,
        district: None,
        index: index?,
    })
}

/// Reads every item of a section.
pub(in crate::domain) fn each<T>(
    items: &[Json],
    ids: &Ids<'_>,
    mut read: impl FnMut(String, &Json) -> Read<T>,
) -> Vec<Read<T>> {
    items.iter().enumerate().map(|(index, item)| read(ids.path(ids.first() + index), item)).collect()
}

pub(in crate::domain) fn schema(reader: &mut Reader, root: &Object<'_>) {
    // Where an editor finds the JSON Schema. Nothing is fetched from there; what is no text has been noted.
    let _ = reader.optional_text(root, "$schema");
    if let Ok(given) = reader.required(root, "schema")
        && *given != Json::Number(SCHEMA.to_owned())
    {
        reader.fault(root.at("schema"), FaultKind::UnsupportedSchema { given: given.shown() });
    }
}

/// An id or version of the whole file, fit for `id@version`.
pub(in crate::domain) fn name(reader: &mut Reader, root: &Object<'_>, key: &str) -> Read<String> {
    let given = reader.text(root, key)?;
    if well_formed(given) {
        return Ok(given.to_owned());
    }
    reader.refuse(root.at(key), FaultKind::BadId { given: shortened(given) })
}

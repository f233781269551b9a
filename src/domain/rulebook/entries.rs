//! Reading methods, sources and parameters, entry by entry.

use super::Method;
use super::fault::FaultKind;
use super::form;
use super::ids::Ids;
use super::parameter::{Grade, Parameter, Value};
use super::read::{Object, Read, Reader};
use super::source::Source;
use super::table::PLACES;
use crate::domain::decimal::Decimal;
use crate::domain::json::{Json, shortened};
use crate::domain::unit::Unit;

pub(super) fn method(reader: &mut Reader, path: String, item: &Json) -> Read<Method> {
    let object = reader.object(path, item, form::METHOD)?;
    let (id, title) = (reader.text(&object, "id"), reader.label(&object, "title"));
    let from = reader.date(&object, "from");
    Ok(Method { id: id?.to_owned(), title: title?, from: from? })
}

pub(in crate::domain) fn source(reader: &mut Reader, path: String, item: &Json) -> Read<Source> {
    let object = reader.object(path, item, form::SOURCE)?;
    let (id, title, issuer) =
        (reader.text(&object, "id"), reader.text(&object, "title"), reader.text(&object, "issuer"));
    let (number, clause) = (reader.optional_text(&object, "number"), reader.text(&object, "clause"));
    let link = reader.optional_text(&object, "link");
    if let Ok(Some(given)) = link
        && !is_address(given)
    {
        reader.fault(object.at("link"), FaultKind::BadLink { given: shortened(given) });
    }
    let (published, in_force) = (reader.optional_date(&object, "issued"), reader.optional_date(&object, "in_force"));
    let (consulted, note) = (reader.date(&object, "consulted"), reader.optional_label(&object, "note"));
    Ok(Source {
        id: id?.to_owned(),
        title: title?.to_owned(),
        issuer: issuer?.to_owned(),
        number: number?.map(str::to_owned),
        clause: clause?.to_owned(),
        link: link?.map(str::to_owned),
        issued: published?,
        in_force: in_force?,
        consulted: consulted?,
        note: note?,
    })
}

/// Whether a link may be shown as one: a web address, never a script, without blanks or control characters.
fn is_address(link: &str) -> bool {
    let host = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
    host.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && !link.chars().any(|character| character.is_whitespace() || character.is_control())
}

pub(in crate::domain) fn parameter(
    reader: &mut Reader,
    path: String,
    item: &Json,
    methods: &mut Ids<'_>,
    sources: &mut Ids<'_>,
) -> Read<Parameter> {
    let object = reader.object(path, item, form::PARAMETER)?;
    let (id, label) = (reader.text(&object, "id"), reader.label(&object, "label"));
    let unit = unit(reader, &object);
    let method = reader.reference(&object, "method", methods);
    let values = values(reader, &object, sources);
    Ok(Parameter { id: id?.to_owned(), label: label?, unit: unit?, method: method?, values: values? })
}

/// The dated values of a parameter, at least one.
pub(in crate::domain) fn values(reader: &mut Reader, object: &Object<'_>, sources: &mut Ids<'_>) -> Read<Vec<Value>> {
    let items = reader.list(object, "values")?;
    if items.is_empty() {
        return reader.refuse(object.at("values"), FaultKind::Empty);
    }
    let values: Vec<Read<Value>> = items
        .iter()
        .enumerate()
        .map(|(index, item)| value(reader, format!("{}[{index}]", object.at("values")), item, sources))
        .collect();
    values.into_iter().collect()
}

fn unit(reader: &mut Reader, object: &Object<'_>) -> Read<Unit> {
    let given = reader.text(object, "unit")?;
    match Unit::from_symbol(given) {
        Some(unit) => Ok(unit),
        None => reader.refuse(object.at("unit"), FaultKind::UnknownUnit { given: shortened(given) }),
    }
}

fn value(reader: &mut Reader, path: String, item: &Json, sources: &mut Ids<'_>) -> Read<Value> {
    let object = reader.object(path, item, form::VALUE)?;
    let (from, amount) = (reader.date(&object, "from"), amount(reader, &object));
    let source = reader.reference(&object, "source", sources);
    let grade = reader.word(&object, "grade", Grade::ALL, Grade::as_str);
    let (note, review_by) = (reader.optional_label(&object, "note"), reader.optional_date(&object, "review_by"));
    if let (Ok(grade), Ok(None)) = (grade, &note)
        && Grade::NOTED.contains(&grade)
    {
        reader.fault(object.at("note"), FaultKind::NoteMissing { grade });
    }
    Ok(Value { from: from?, amount: amount?, source: source?, grade: grade?, note: note?, review_by: review_by? })
}

/// An amount as it was published: text, in plain ASCII digits, without anything a reader would have to interpret.
fn amount(reader: &mut Reader, object: &Object<'_>) -> Read<Decimal> {
    let given = reader.text(object, "amount")?;
    match Decimal::parse(given, PLACES) {
        Ok(amount) if amount.to_string() == given => Ok(amount),
        _ => reader.refuse(object.at("amount"), FaultKind::BadDecimal { given: shortened(given) }),
    }
}

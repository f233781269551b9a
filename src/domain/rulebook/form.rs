//! What may stand under each key of a rulebook file. The strict loader takes its keys from here, and the published JSON
//! Schema is made of the rest, so that neither can forget what the other knows.

use super::parameter::Grade;
use super::shape::Section;
use crate::domain::activity::purchase::Basis;
use crate::domain::activity::{CountedBy, Word};

/// What stands under a key.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// The version of the file format.
    Format,
    /// An id, or the version of a rulebook.
    Id,
    /// A text with a visible character.
    Text,
    /// A text in both languages.
    Label,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A web address.
    Link,
    /// A decimal number as text.
    Amount,
    /// `true` or `false`.
    Boolean,
    /// The symbol of a unit.
    Unit,
    /// A word of a closed set.
    Word(&'static [&'static str]),
    /// One or more words of a closed set, each once.
    Words(&'static [&'static str]),
    /// The id of an entry of a section.
    Reference(Section),
    /// Ids of entries of a section, each once; may be empty.
    References(Section),
    /// Dated values, at least one.
    Values,
    /// The entries of a section.
    Entries(Section),
    /// A public key: a point of P-256, uncompressed, as hexadecimal digits.
    PublicKey,
}

/// A key, and what stands under it.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What stands under it.
    pub form: Form,
}

/// The words of a closed set.
pub(in crate::domain) const fn words_of<W: Word>() -> &'static [&'static str] {
    W::WORDS
}

/// The keys of an object of the file, once for the loader and once, with what stands under them, for the schema: a
/// build that has no use for the schema carries the keys only.
macro_rules! shape {
    ($($(#[$doc:meta])* $keys:ident, $fields:ident { $($key:literal: $need:ident $form:expr),+ $(,)? })+) => { $(
        $(#[$doc])*
        pub(in crate::domain) const $keys: &[&str] = &[$($key),+];

        $(#[$doc])*
        pub(in crate::domain) fn $fields() -> Vec<$crate::domain::rulebook::form::Field> {
            #[allow(unused_imports, reason = "few objects have keys of every kind")]
            use $crate::domain::rulebook::form::{Field, Form::*, words_of};
            vec![$(Field { key: $key, required: shape!(@ $need), form: $form }),+]
        }
    )+ };
    (@ required) => { true };
    (@ optional) => { false };
}
pub(in crate::domain) use shape;

shape! {
    /// A whole rulebook.
    RULEBOOK, rulebook {
        "$schema": optional Text,
        "schema": required Format,
        "id": required Id,
        "version": required Id,
        "title": required Label,
        "status": required Label,
        "published": required Date,
        "scheme_from": required Date,
        "change_note": required Label,
        "methods": required Entries(Section::Methods),
        "sources": required Entries(Section::Sources),
        "parameters": required Entries(Section::Parameters),
        "actions": required Entries(Section::Actions),
        "products": required Entries(Section::Products),
        "displaced": required Entries(Section::Displaced),
    }
    /// A method.
    METHOD, method {
        "id": required Id,
        "title": required Label,
        "from": required Date,
    }
    /// A source.
    SOURCE, source {
        "id": required Id,
        "title": required Text,
        "issuer": required Text,
        "number": optional Text,
        "clause": required Text,
        "link": optional Link,
        "issued": optional Date,
        "in_force": optional Date,
        "consulted": required Date,
        "note": optional Label,
    }
    /// A parameter.
    PARAMETER, parameter {
        "id": required Id,
        "label": required Label,
        "unit": required Unit,
        "method": required Reference(Section::Methods),
        "values": required Values,
    }
    /// A dated value.
    VALUE, value {
        "from": required Date,
        "amount": required Amount,
        "source": required Reference(Section::Sources),
        "grade": required Word(words_of::<Grade>()),
        "note": optional Label,
        "review_by": optional Date,
    }
    /// An everyday action.
    ACTION, action {
        "id": required Id,
        "label": required Label,
        "hint": required Label,
        "counted_by": required Word(words_of::<CountedBy>()),
        "carbon": optional Reference(Section::Parameters),
        "award": optional Reference(Section::Parameters),
    }
    /// A purchase category.
    PRODUCT, product {
        "id": required Id,
        "label": required Label,
        "limit": optional Reference(Section::Parameters),
        "basis": required Word(words_of::<Basis>()),
        "solvent": required Boolean,
        "repaints": optional Boolean,
        "displaces": required References(Section::Displaced),
    }
    /// A product that can be displaced.
    DISPLACED, displaced {
        "id": required Id,
        "label": required Label,
        "content": required Reference(Section::Parameters),
    }
    /// A text in both languages.
    LABEL, label {
        "zh": required Text,
        "en": required Text,
    }
}

//! Reading the types that the entries of a rulebook are made of.

use super::fault::FaultKind;
use super::form;
use super::parameter::Label;
use super::read::{Object, Read, Reader};
use super::shape::JsonType;
use crate::domain::date::Date;
use crate::domain::json::{Json, shortened};

impl Reader {
    pub(in crate::domain) fn boolean(&mut self, object: &Object<'_>, key: &str) -> Read<bool> {
        if let Json::Bool(value) = self.required(object, key)? {
            return Ok(*value);
        }
        self.refuse(object.at(key), FaultKind::WrongType { expected: JsonType::Boolean })
    }

    /// The same; no if the key is not there.
    pub(super) fn optional_boolean(&mut self, object: &Object<'_>, key: &str) -> Read<bool> {
        Self::optional(object, key).map_or(Ok(false), |_| self.boolean(object, key))
    }

    /// One of the words of a closed set.
    pub(in crate::domain) fn word<T: Copy>(
        &mut self,
        object: &Object<'_>,
        key: &str,
        all: &[T],
        spelling: impl Fn(T) -> &'static str,
    ) -> Read<T> {
        let json = self.required(object, key)?;
        self.word_of(object.at(key), json, all, spelling)
    }

    pub(in crate::domain) fn word_of<T: Copy>(
        &mut self,
        path: String,
        json: &Json,
        all: &[T],
        spelling: impl Fn(T) -> &'static str,
    ) -> Read<T> {
        let given = self.text_of(path.clone(), json)?;
        if let Some(word) = all.iter().copied().find(|word| spelling(*word) == given) {
            return Ok(word);
        }
        let known = all.iter().copied().map(spelling).collect();
        self.refuse(path, FaultKind::UnknownWord { given: shortened(given), known })
    }

    pub(in crate::domain) fn date(&mut self, object: &Object<'_>, key: &str) -> Read<Date> {
        let given = self.text(object, key)?;
        match Date::parse(given) {
            Some(date) => Ok(date),
            None => self.refuse(object.at(key), FaultKind::BadDate { given: shortened(given) }),
        }
    }

    pub(in crate::domain) fn optional_date(&mut self, object: &Object<'_>, key: &str) -> Read<Option<Date>> {
        Self::optional(object, key).map(|_| self.date(object, key)).transpose()
    }

    /// A text in both languages.
    pub(in crate::domain) fn label(&mut self, object: &Object<'_>, key: &str) -> Read<Label> {
        let json = self.required(object, key)?;
        let languages = self.object(object.at(key), json, form::LABEL)?;
        let (zh, en) = (self.text(&languages, "zh"), self.text(&languages, "en"));
        Ok(Label { zh: zh?.to_owned(), en: en?.to_owned() })
    }

    pub(in crate::domain) fn optional_label(&mut self, object: &Object<'_>, key: &str) -> Read<Option<Label>> {
        Self::optional(object, key).map(|_| self.label(object, key)).transpose()
    }
}

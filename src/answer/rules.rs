//! The rules that answers are given by: a rulebook and, if asked for, a district's overlay on it.

use std::fmt;
use std::rc::Rc;

use crate::domain::district;
use crate::domain::rulebook::{Fault, Rulebook};
use crate::i18n::Language;
use crate::i18n::fault::sentence;

/// A district's rules as text, and what they are called in reports.
#[derive(Clone, Debug)]
pub struct Overlay {
    /// What they are called.
    pub file: String,
    /// Their text.
    pub text: String,
}

/// Whose rules are to be laid over the rulebook.
#[derive(Clone, Debug)]
pub enum District {
    /// Nobody said: those that an export names, and otherwise none.
    Unsaid,
    /// None.
    None,
    /// These.
    Given(Overlay),
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The rulebook.
    pub base: Rc<Rulebook>,
    /// Whose rules on it.
    pub district: District,
}

/// Rules that cannot be used: everything that is wrong with them.
#[derive(Debug)]
pub struct Unusable {
    /// What they are called.
    pub file: String,
    /// At least one.
    pub faults: Vec<Fault>,
}

impl Asked {
    /// The rules as they are asked for.
    pub fn laid(&self) -> Result<Rc<Rulebook>, Unusable> {
        match &self.district {
            District::Unsaid | District::None => Ok(self.base.clone()),
            District::Given(overlay) => laid(&self.base, Some(overlay)),
        }
    }
}

/// A district's rules laid over others, if there are any.
pub(crate) fn laid(base: &Rc<Rulebook>, overlay: Option<&Overlay>) -> Result<Rc<Rulebook>, Unusable> {
    let Some(Overlay { file, text }) = overlay else { return Ok(base.clone()) };
    base.with_district(text).map(Rc::new).map_err(|faults| Unusable { file: file.clone(), faults })
}

/// The rules of a built-in district.
pub fn built_in_overlay(id: &str) -> Option<Overlay> {
    let text = district::shipped(id)?.to_owned();
    Some(Overlay { file: format!("the built-in district {id}"), text })
}

/// What goes in place of a district to go without one.
pub const NO_DISTRICT: &str = "none";

/// What nobody should ever read.
pub const DAMAGED: &str = "the built-in rulebook is damaged.";

impl fmt::Display for Unusable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&in_words(&self.file, &self.faults))
    }
}

/// Every fault in both languages, each with the file and the place in it.
pub fn in_words(file: &str, faults: &[Fault]) -> String {
    let told = faults.iter().flat_map(|fault| {
        [Language::Zh, Language::En].map(|language| {
            let sentence = sentence(fault, language);
            let place = if fault.path.is_empty() { String::new() } else { format!("{}: ", fault.path) };
            format!("{file}: {place}{sentence}")
        })
    });
    told.collect::<Vec<_>>().join("\n")
}

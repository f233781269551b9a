//! The screens and their parts: facts come in as properties, what the resident does goes out through callbacks.
//! Nothing here stores, fetches or reads the clock.

pub(crate) mod amount;
pub(crate) mod entry;
mod event;
pub(crate) mod field;
pub(crate) mod form;
pub(crate) mod home;
pub(crate) mod icon;
pub(crate) mod ledger;
pub(crate) mod outcome;
pub(crate) mod record;
pub(crate) mod rules;
pub(crate) mod shell;
pub(crate) mod summary;
pub(crate) mod why;

use std::ops::Deref;
use std::rc::Rc;

use crate::domain::rulebook::{Label, Rulebook};
use crate::i18n::{Language, Text};

/// The language and its texts, handed to every part of a screen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    /// The language.
    pub(crate) language: Language,
    /// Its fixed texts.
    pub(crate) t: &'static Text,
}

impl Words {
    /// The words of a language.
    pub(crate) fn of(language: Language) -> Self {
        Self { language, t: Text::of(language) }
    }

    /// The right half of a text of the rulebook.
    pub(crate) fn label(self, label: &Label) -> &str {
        self.language.pick(&label.zh, &label.en)
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

/// A shared rulebook; equal when it is the same version.
#[derive(Clone, Debug)]
pub(crate) struct Rules(Rc<Rulebook>);

impl Rules {
    /// Shares a rulebook.
    pub(crate) fn new(rulebook: Rulebook) -> Self {
        Self(Rc::new(rulebook))
    }

    /// The rulebook itself, shared.
    pub(crate) fn shared(&self) -> Rc<Rulebook> {
        self.0.clone()
    }
}

impl Deref for Rules {
    type Target = Rulebook;

    fn deref(&self) -> &Rulebook {
        &self.0
    }
}

impl PartialEq for Rules {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || (self.id == other.id && self.version == other.version)
    }
}

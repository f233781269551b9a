//! What a setting may say, for those that come in a file. Pure: what the page itself keeps is never checked again.

use std::cell::OnceCell;

use crate::desk::{DISTRICT, DISTRICTS, kept_under};
use crate::display::{TEXT_SIZE, TextSize};
use crate::domain::archive::OVERLAY;
use crate::domain::rulebook::Rulebook;
use crate::i18n::Language;
use crate::insight::Goal;
use crate::insight::goal::person_of;

/// Tells settings that can be what they say from others. One for a file: what it takes to tell is made once.
#[derive(Debug, Default)]
pub struct Valid {
    /// The built-in rules, newest first: what rules of a district are laid over.
    bases: OnceCell<Vec<Rulebook>>,
}

impl Valid {
    /// Whether a setting can be what it says. `named` are the other settings that it may lean on: those of its own file
    /// and of the device. Whose account is shown is for the ledger to say.
    pub fn is(&self, name: &str, text: &str, named: &dyn Fn(&str) -> bool) -> bool {
        match name {
            "language" => Language::from_tag(text).is_some(),
            // Nobody's rules, those of a district of this page, or rules that are at hand; nothing else could be used.
            DISTRICT => text.is_empty() || DISTRICTS.contains(&text) || named(&kept_under(text)),
            TEXT_SIZE => text.is_empty() || TextSize::from_text(text).is_some(),
            // A goal that was given up is an empty text.
            goal if person_of(goal).is_some() => text.is_empty() || Goal::from_text(text).is_some(),
            overlay if overlay.starts_with(OVERLAY) => {
                let versions = || Rulebook::versions().rev().filter_map(Rulebook::built_in).flatten().collect();
                self.bases.get_or_init(versions).iter().any(|base| base.with_district(text).is_ok())
            }
            _ => true,
        }
    }
}

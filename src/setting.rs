//! What a setting may say, for those that come in a file. Pure: what the page itself keeps is never checked again.

use crate::desk::{DISTRICT, DISTRICTS, kept_under};
use crate::display::{TEXT_SIZE, TextSize};
use crate::domain::archive::OVERLAY;
use crate::domain::rulebook::Rulebook;
use crate::i18n::Language;
use crate::insight::Goal;
use crate::insight::goal::person_of;

/// Whether a setting can be what it says. `named` are the other settings that it may lean on: those of its own file and
/// of the device. Whose account is shown is for the ledger to say.
pub fn is_valid(name: &str, text: &str, named: &dyn Fn(&str) -> bool) -> bool {
    match name {
        "language" => Language::from_tag(text).is_some(),
        // Nobody's rules, those of a district of this page, or rules that are at hand; nothing else could be used.
        DISTRICT => text.is_empty() || DISTRICTS.contains(&text) || named(&kept_under(text)),
        TEXT_SIZE => text.is_empty() || TextSize::from_text(text).is_some(),
        // A goal that was given up is an empty text.
        goal if person_of(goal).is_some() => text.is_empty() || Goal::from_text(text).is_some(),
        overlay if overlay.starts_with(OVERLAY) => {
            let mut versions = Rulebook::versions().rev().filter_map(Rulebook::built_in).flatten();
            versions.any(|base| base.with_district(text).is_ok())
        }
        _ => true,
    }
}

//! What the last act came to, in words.

use std::borrow::Cow;

use yew::Callback;

use super::state::{Report, State};
use super::told;
use crate::ui::Words;
use crate::ui::act::Act;
use crate::ui::carry::CarryAct;
use crate::ui::element::Element;
use crate::ui::shell::{self, Notice};

/// The place for it, with what is to be said, if anything is.
pub(super) fn notice(state: &State, words: Words, on: &Callback<Act>) -> Element {
    shell::notice(words, reported(state, words), on)
}

fn reported(state: &State, words: Words) -> Option<Notice<'_>> {
    let t = words.t;
    let said = |text| Notice { text: Cow::Borrowed(text), failed: false, undo: None, entry: None };
    Some(match state.report.as_ref()? {
        Report::Saved(id) => Notice {
            undo: Some(Act::Reversed(id.clone())),
            entry: Some(id),
            failed: false,
            text: Cow::Owned(told::saved(&state.ledger.borrow(), id, &state.person, state.today, words.language)),
        },
        Report::Corrected(id) => Notice { entry: Some(id), ..said(t.corrected()) },
        Report::Reversed(id) => Notice { entry: Some(id), ..said(t.undone()) },
        Report::HouseholdChanged => said(t.household_saved()),
        Report::AlreadyReversed => said(t.could_not_reverse()),
        Report::NoVoice => said(t.no_voice()),
        Report::Imported => Notice { undo: Some(Act::Carry(CarryAct::Undone)), ..said(t.carry_done()) },
        Report::Unchanged => said(t.unchanged()),
        Report::DeviceFull => Notice { failed: true, ..said(t.device_full()) },
        Report::Outdated => Notice { failed: true, ..said(t.outdated()) },
        Report::WriteFailed => Notice { failed: true, ..said(t.write_failed()) },
        Report::Copied(true) => said(t.copied()),
        Report::Copied(false) => Notice { failed: true, ..said(t.copy_failed()) },
    })
}

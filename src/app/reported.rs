//! What the last act came to, in words.

use std::borrow::Cow;

use yew::Callback;

use super::state::{Report, State, Typed};
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
    let said = |text| Notice { text: Cow::Borrowed(text), failed: false, undo: None, entry: None, files: false };
    // What is on the screen only can go any moment; what was saved before can at least be carried away.
    let refused = |what: &str, then: &str, typed| Notice {
        text: Cow::Owned(format!("{what}{then}")),
        failed: true,
        files: typed == Typed::OnScreen,
        ..said("")
    };
    Some(match state.report.as_ref()? {
        Report::Saved(id) => Notice {
            undo: Some(Act::Reversed(id.clone())),
            entry: Some(id),
            failed: false,
            files: false,
            text: Cow::Owned(told::saved(&state.ledger.borrow(), id, &state.person, state.today, words.language)),
        },
        Report::Corrected(id) => Notice { entry: Some(id), ..said(t.corrected()) },
        Report::Reversed(id) => Notice { entry: Some(id), ..said(t.undone()) },
        Report::HouseholdChanged => said(t.household_saved()),
        Report::AlreadyReversed => said(t.could_not_reverse()),
        Report::NoVoice => said(t.no_voice()),
        Report::Imported => Notice { undo: Some(Act::Carry(CarryAct::Undone)), ..said(t.carry_done()) },
        Report::Unchanged => said(t.unchanged()),
        Report::DeviceFull(typed) => refused(
            t.device_full(),
            match typed {
                Typed::Nothing => t.full_again(),
                Typed::Kept => t.full_draft(),
                Typed::OnScreen => t.full_screen(),
            },
            *typed,
        ),
        Report::Outdated(typed) => refused(
            t.outdated(),
            match typed {
                Typed::Nothing => t.outdated_again(),
                Typed::Kept => t.outdated_draft(),
                Typed::OnScreen => t.outdated_screen(),
            },
            *typed,
        ),
        Report::WriteFailed(typed) => refused(
            t.write_failed(),
            match typed {
                Typed::Nothing => t.failed_again(),
                Typed::Kept => t.failed_draft(),
                Typed::OnScreen => t.failed_screen(),
            },
            *typed,
        ),
        Report::Copied(true) => said(t.copied()),
        Report::Copied(false) => Notice { failed: true, ..said(t.copy_failed()) },
    })
}

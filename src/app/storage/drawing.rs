//! What is said about it, above every screen.

use super::Storage;
use crate::app::state::State;
use crate::ui::Context;
use crate::ui::element::{Element, el};
use crate::ui::storage;

/// What there is to say; nothing, as a rule.
pub(in crate::app) fn said(state: &State, context: &Context<'_>) -> Element {
    let t = context.words.t;
    let said = match state.storage {
        Storage::Fine => None,
        Storage::Blocked => Some(storage::remark(context, t.storage_blocked())),
        Storage::Silent => Some(storage::remark(context, t.storage_silent())),
        Storage::Newer => Some(storage::remark(context, t.storage_newer())),
        Storage::Damaged => Some(storage::remark(context, t.storage_damaged())),
        Storage::Late => Some(storage::remark(context, t.storage_late())),
        Storage::Rescued { read, unread } => Some(storage::rescued(context, read, unread)),
        Storage::Returned(records) => Some(storage::counted(context, t.storage_returned(), records)),
        Storage::Lost(records) => Some(storage::lost(context, t.storage_lost(), records)),
        Storage::Stuck(records) => Some(storage::lost(context, t.storage_stuck(), records)),
    };
    // What could not be read of a damaged store is said with the rest of it.
    let aside = state.aside && !matches!(state.storage, Storage::Rescued { unread: 1.., .. });
    el("div", "").attr("role", "status").maybe(said).maybe(aside.then(|| storage::aside(context)))
}

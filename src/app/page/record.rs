//! The forms with what they need to know.

use std::rc::Rc;

use yew::{Callback, Html, html};

use super::{Context, preview, saving};
use crate::app::state::Action;
use crate::app::suggestion;
use crate::domain::activity::Kind;
use crate::domain::draft::{Draft, Edit};
use crate::ui::entry::missing;
use crate::ui::record::{self, Record};
use crate::ui::summary::summary;

/// Trips offered at the top of the trip form.
const TRIPS: usize = 3;

pub(super) fn chooser(context: &Context<'_>) -> Html {
    let ledger = context.state.ledger.borrow();
    record::chooser(context.words, |kind: Kind| {
        let entry = ledger.entries().iter().rev().take(200).find(|entry| {
            entry.posted().is_some_and(|posted| posted.activity.facts.kind() == kind)
        })?;
        Some(summary(&entry.posted()?.activity, context.rules, context.words))
    })
}

pub(super) fn form(context: &Context<'_>) -> Html {
    let state = context.state;
    let Some((name, kind)) = state.open_draft() else { return missing(context.words) };
    let draft = state.draft(&name, kind);
    let preview = preview(&draft, context);
    let on_save = saving(context, name.clone(), draft.corrects.clone(), &preview);
    let trips = Rc::new(match kind {
        Kind::Trip => suggestion::last_trips(&state.ledger.borrow(), TRIPS),
        _ => Vec::new(),
    });
    html! {
        <Record words={context.words} rules={context.rules.clone()} today={state.today} {draft} {preview} {trips}
            typed_in={state.drafts.contains_key(&name)} attempted={state.attempted} saving={state.saving} why_open={state.why_open}
            on_edit={editing(context, name.clone(), kind)} on_clear={clearing(context, name)} {on_save}
            on_why={context.dispatch.reform(Action::WhyOpened)} on_copy={context.on_copy.clone()} />
    }
}

/// Changes the draft and keeps it as it now stands.
fn editing(context: &Context<'_>, name: String, kind: Kind) -> Callback<Edit> {
    let (edge, dispatch) = (context.edge.clone(), context.dispatch.clone());
    // Several edits can come from one choice before the next drawing, so they are gathered here, not in the state read.
    let latest = std::cell::RefCell::new(Draft::clone(&context.state.draft(&name, kind)));
    Callback::from(move |edit: Edit| {
        let mut latest = latest.borrow_mut();
        latest.edit(edit.clone());
        edge.keep_draft(name.clone(), &latest);
        dispatch.emit(Action::Edited(name.clone(), edit));
    })
}

fn clearing(context: &Context<'_>, name: String) -> Callback<()> {
    let (edge, dispatch) = (context.edge.clone(), context.dispatch.clone());
    Callback::from(move |()| {
        edge.drop_draft(name.clone());
        dispatch.emit(Action::Cleared(name.clone()));
    })
}

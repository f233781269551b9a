//! The home screen with what it needs to know.

use std::rc::Rc;

use yew::{Callback, Html, html};

use super::{Context, preview, saving};
use crate::app::state::{Action, EXAMPLE};
use crate::app::suggestion;
use crate::domain::activity::Kind;
use crate::domain::methodology;
use crate::domain::rulebook::Key;
use crate::ui::home::{Again, HomeScreen, Next};
use crate::ui::ledger::LedgerAt;

/// Acts offered again with one tap.
const AGAIN: usize = 4;

pub(super) fn screen(context: &Context<'_>, at: LedgerAt) -> Html {
    let (state, rules) = (context.state, context.rules);
    let example = state.draft(EXAMPLE, Kind::Trip);
    let example_preview = preview(&example, context);
    let on_example_keep = saving(context, EXAMPLE.to_owned(), None, &example_preview);
    let again: Rc<Vec<Again>> = Rc::new(
        suggestion::again(&state.ledger.borrow(), state.today, AGAIN)
            .into_iter()
            .filter_map(|activity| {
                let totals = methodology::assess(&activity, rules).ok()?.totals;
                Some(Again { activity, totals })
            })
            .collect(),
    );
    html! {
        <HomeScreen words={context.words} rules={rules.clone()} today={state.today} in_ozone_season={in_ozone_season(context)} {at}
            again={again.clone()} next={next(context)} {example} {example_preview} why_open={state.why_open} saving={state.saving}
            on_example_edit={context.dispatch.reform(|edit| Action::Edited(EXAMPLE.to_owned(), edit))}
            {on_example_keep} on_why={context.dispatch.reform(Action::WhyOpened)}
            on_again={recording_again(context, again)} on_copy={context.on_copy.clone()} />
    }
}

fn recording_again(context: &Context<'_>, again: Rc<Vec<Again>>) -> Callback<usize> {
    let (edge, rules) = (context.edge.clone(), context.rules.clone());
    Callback::from(move |place: usize| {
        let Some(again) = again.get(place) else { return };
        if let Ok(assessment) = methodology::assess(&again.activity, &rules) {
            edge.post(again.activity.clone(), &assessment, rules.name(), None, None);
        }
    })
}

fn next(context: &Context<'_>) -> Next {
    let state = context.state;
    let unfinished = state.drafts.iter().find_map(|(name, draft)| {
        let kind = Kind::from_word(name)?;
        (draft.corrects.is_none()).then_some(kind)
    });
    if let Some(kind) = unfinished {
        return Next::Unfinished(kind);
    }
    if suggestion::has_bill(&state.ledger.borrow(), state.today) { Next::Trip } else { Next::Bill }
}

fn in_ozone_season(context: &Context<'_>) -> bool {
    let today = context.state.today;
    let month = |key| {
        let value = context.rules.key(key, today)?.value;
        value.floor().ok()
    };
    match (month(Key::OzoneFirstMonth), month(Key::OzoneLastMonth)) {
        (Some(first), Some(last)) => (first..=last).contains(&i64::from(today.month())),
        _ => false,
    }
}

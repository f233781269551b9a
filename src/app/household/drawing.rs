//! From the state to what the screens show of the household.

use super::choices;
use crate::app::state::State;
use crate::domain::draft::Draft;
use crate::ui::element::Element;
use crate::ui::form::people::{Sharer, Sharers};
use crate::ui::household::{self, Typed};
use crate::ui::outcome::{Preview, claims_twice};
use crate::ui::{Context, Words, person};

/// The screen of the household.
pub(in crate::app) fn screen(state: &State, context: &Context<'_>) -> Element {
    let naming = &state.naming;
    let typed = Typed {
        new: &naming.new,
        renamed: naming.renamed.as_ref().map(|(person, typed)| (&**person, &**typed)),
        refused: naming.refused.as_ref().map(|(person, fault)| (person.as_deref(), fault)),
    };
    household::screen(context, &state.ledger.borrow(), typed)
}

/// Who a draft may be for, to choose from; nothing where nobody else is of the household.
pub(in crate::app) fn sharers(state: &State, draft: &Draft, preview: &Preview, words: Words) -> Option<Sharers> {
    let sharer = |choice: super::Choice| Sharer {
        name: person::name(&choice.member, words).to_owned(),
        left: choice.member.left,
        chosen: choice.chosen,
        person: choice.member.person,
    };
    let all: Vec<Sharer> = choices(state, draft).into_iter().map(sharer).collect();
    let counting = preview.valid().filter(|valid| claims_twice(valid).is_none());
    let worth = counting.map(|valid| valid.1.totals).filter(|totals| !totals.is_zero());
    (all.len() > 1).then_some(Sharers { all, worth })
}

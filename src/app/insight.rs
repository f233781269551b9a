//! The screen of charts: what it looks at.

use std::rc::Rc;

use super::state::State;
use super::{suggestion, told};
use crate::domain::activity::Kind;
use crate::domain::ledger::Ledger;
use crate::insight::next::{Because, Habit, offers};
use crate::insight::{Change, Viewpoint};
use crate::ui::Context;
use crate::ui::act::Act;
use crate::ui::element::Element;
use crate::ui::home::{Again, Counted, Next, Offered};
use crate::ui::insight::{self, Recorded};

/// Habits that are looked at.
const HABITS: usize = 8;

/// The screen.
pub(super) fn screen(state: &State, context: &Context<'_>) -> Element {
    let ledger = state.ledger.borrow();
    let habits = habits(state, &ledger);
    let begun: Vec<Kind> = state.drafts.iter().filter_map(|(name, _)| Kind::from_word(name)).collect();
    insight::screen(
        context,
        &view(state, context, &ledger),
        &state.insight,
        &Recorded { habits: &habits, begun: &begun },
    )
}

/// What home suggests: the first of what this screen offers, in the order that was chosen there. A habit that home offers
/// with one tap is taken out of those.
pub(super) fn first(state: &State, context: &Context<'_>, again: &mut Vec<Again>) -> Option<Next> {
    let ledger = state.ledger.borrow();
    let offers = offers(&view(state, context, &ledger), &habits(state, &ledger), state.insight.order);
    let offer = offers.into_iter().next()?;
    if let Because::Habit(_) = offer.because
        && let Some(place) = again.iter().position(|act| act.activity.facts == offer.activity.facts)
    {
        return Some(Next::Habit(again.remove(place)));
    }
    let (name, reason) = insight::next::told(context, &offer);
    let full = (offer.adds.points == 0 && offer.worth.points > 0)
        .then(|| offer.withheld.last())
        .flatten()
        .map(|withheld| told::used_up(withheld.limit, context.words.language));
    Some(Next::Offered(Box::new(Offered {
        name,
        reason,
        kind: offer.activity.facts.kind(),
        counted: Counted { totals: offer.adds, full },
        act: offer.draft().map(|draft| Act::Insight(Change::Offered(Rc::new(draft)))),
    })))
}

fn habits(state: &State, ledger: &Ledger) -> Vec<Habit> {
    let habits = suggestion::habits(ledger, &state.person, state.today, HABITS).into_iter();
    habits.map(|suggestion::Habit { activity, times, today, .. }| Habit { activity, times, today }).collect()
}

fn view<'a>(state: &'a State, context: &Context<'a>, ledger: &'a Ledger) -> Viewpoint<'a> {
    Viewpoint { ledger, person: &state.person, rulebook: context.rules, today: state.today }
}

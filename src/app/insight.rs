//! The screen of charts: what it looks at.

use super::state::State;
use super::suggestion;
use crate::domain::activity::Kind;
use crate::insight::Viewpoint;
use crate::insight::next::Habit;
use crate::ui::Context;
use crate::ui::element::Element;
use crate::ui::insight::{self, Recorded};

/// Habits that are looked at.
const HABITS: usize = 8;

/// The screen.
pub(super) fn screen(state: &State, context: &Context<'_>) -> Element {
    let ledger = state.ledger.borrow();
    let habits = suggestion::habits(&ledger, &state.person, state.today, HABITS).into_iter();
    let habits: Vec<Habit> =
        habits.map(|suggestion::Habit { activity, times, today, .. }| Habit { activity, times, today }).collect();
    let begun: Vec<Kind> = state.drafts.iter().filter_map(|(name, _)| Kind::from_word(name)).collect();
    let view = Viewpoint { ledger: &ledger, person: &state.person, rulebook: context.rules, today: state.today };
    insight::screen(context, &view, &state.insight, &Recorded { habits: &habits, begun: &begun })
}

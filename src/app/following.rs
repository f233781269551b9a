//! What follows from an act, for all that a newcomer can do before the rest of the page is there.

use super::edge::{Edge, Write};
use super::state::{Action, Report, State};
use super::{carry, host, household, recording, rewards};
use crate::insight::Change;
use crate::listing::News;
use crate::platform::{page, speech, update};
use crate::ui::Rules;
use crate::ui::act::Act;
use crate::ui::chart::month_id;

/// Carries it out; the fact that follows at once, if any does.
pub(super) fn follow(act: Act, state: &State, rules: &Rules, edge: &Edge) -> Option<Action> {
    match act {
        Act::Edited(edits) => return recording::edited(edits, state, rules),
        Act::Saved => return recording::save(state, rules, edge),
        Act::Repeated(place) => return recording::repeat(place, state, rules, edge),
        Act::PersonChosen(person) => {
            edge.keep_person(person.clone());
            return Some(Action::PersonChosen(person));
        }
        Act::Copied => super::again::copy(state, rules, edge),
        Act::Printed => page::print(),
        Act::Spoken(text) if !speech::speak(&text, state.language.tag()) => {
            return Some(Action::Reported(Report::NoVoice));
        }
        Act::VersionTaken => update::take(),
        Act::Carry(act) => carry::acting::act(act, state, rules, edge),
        Act::Cleared => {
            let (name, _) = state.shown_draft()?;
            edge.write(Write::Draft(name.clone(), None));
            return Some(Action::Cleared(name));
        }
        Act::Household(act) => return household::act(state, act, edge),
        Act::Reversed(id) => {
            if state.ledger.borrow().reversal_of(&id).is_some() {
                return Some(Action::Reported(Report::AlreadyReversed));
            }
            edge.write(Write::Reverse(id));
        }
        Act::FactorChosen(step, factor) => return Some(Action::FactorChosen(step, factor)),
        Act::Filtered(filter) => return Some(Action::Filtered(filter)),
        Act::MoreDays => return Some(Action::Listed(News::Earlier)),
        Act::Searched(query) => return Some(Action::Searched(query)),
        Act::ParameterChosen(parameter) => return Some(Action::ParameterChosen(parameter)),
        Act::Insight(change) => {
            match &change {
                Change::GoalSet(goal) => edge.write(Write::Goal(*goal)),
                Change::Focused(month) => page::focus(&month_id(*month)),
                _ => {}
            }
            return Some(Action::Insight(change));
        }
        Act::Host(act) => host::act(act, state, rules, edge),
        Act::Desk(act) => return Some(rewards::act(act, state, rules, edge)),
        // The page itself knows these.
        _ => {}
    }
    None
}

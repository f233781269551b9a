//! What follows from an act on the screen of the household.

use super::may_leave;
use crate::app::edge::{Edge, Write};
use crate::app::state::{Action, State};
use crate::i18n::Text;
use crate::insight::goal::setting_of;
use crate::insight::{Change, Goal};
use crate::ui::act::HouseholdAct;

/// The fact that follows, if any; what is to be kept is written.
pub(in crate::app) fn act(state: &State, act: HouseholdAct, edge: &Edge) -> Option<Action> {
    let ledger = state.ledger.borrow();
    let given = |person: &str| ledger.members().into_iter().find(|member| member.person == person)?.name;
    let write = |person, name| {
        edge.write(Write::Member(person, name));
        Some(Action::Saving)
    };
    match act {
        HouseholdAct::Typed(who, typed) => Some(Action::Naming(state.naming.clone().with(who.as_deref(), &typed))),
        HouseholdAct::Renaming(who) => {
            let renamed = who.map(|who| (given(&who).unwrap_or_default(), who)).map(|(name, who)| (who, name));
            Some(Action::Naming(state.naming.clone().renaming(renamed)))
        }
        HouseholdAct::Aimed(who, goal) => {
            edge.keep_setting(&setting_of(&who), goal.map(Goal::text).unwrap_or_default());
            Some(Action::Insight(Change::GoalOf(who, goal)))
        }
        // Pressed twice, a button writes once.
        _ if state.saving => None,
        HouseholdAct::Named(who) => match state.naming.read(who.as_deref(), &ledger) {
            Err(fault) => Some(Action::Naming(state.naming.clone().refusing(who, fault))),
            Ok(name) if who.as_deref().and_then(given).as_ref() == Some(&name) => {
                Some(Action::Naming(state.naming.clone().renaming(None)))
            }
            Ok(name) => write(who, Some(name)),
        },
        HouseholdAct::Left(who) => {
            if !may_leave(&ledger, &who) {
                return None;
            }
            // Whoever has left is not shown, also once they are back, before they are chosen again.
            let others = ledger.present().into_iter().find(|member| member.person != who);
            if let Some(other) = others.filter(|_| state.person == who) {
                edge.keep_person(other.person);
            }
            write(Some(who), None)
        }
        HouseholdAct::Back(who) => {
            let name = given(&who).unwrap_or_else(|| Text::of(state.language).person_me().to_owned());
            write(Some(who), Some(name))
        }
    }
}

//! Who of the household something is recorded for.

pub mod naming;

#[cfg(target_arch = "wasm32")]
mod acting;
#[cfg(target_arch = "wasm32")]
mod drawing;

#[cfg(target_arch = "wasm32")]
pub(super) use acting::act;
#[cfg(target_arch = "wasm32")]
pub(super) use drawing::{screen, sharers};

use super::state::State;
use crate::domain::activity::Kind;
use crate::domain::draft::Draft;
use crate::domain::ledger::{FIRST_PERSON, Ledger, Member, Person, Posting};

/// Somebody who may have a share in what a draft records.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// Who.
    pub member: Member,
    /// Whether they have one as it stands.
    pub chosen: bool,
}

/// Who a draft is for, in the order of the household: as chosen, or as the entry has it that it corrects; otherwise the
/// person shown, or for what is the household's those it was [`usual`]ly for. Nobody, if all were unticked.
///
/// Whoever has left gets nothing new, but keeps the share in what is corrected.
pub fn people(state: &State, draft: &Draft) -> Vec<Person> {
    let choices = choices(state, draft);
    choices.into_iter().filter(|choice| choice.chosen).map(|choice| choice.member.person).collect()
}

/// Who a draft may be for.
pub fn choices(state: &State, draft: &Draft) -> Vec<Choice> {
    let ledger = state.ledger.borrow();
    let corrected = draft.corrects.as_deref().and_then(|id| ledger.entry(id)).and_then(|entry| entry.posted());
    let before: Option<Vec<Person>> = corrected.map(|posted| posted.holders().map(str::to_owned).collect());
    let chosen = match (&draft.people, &before) {
        (Some(people), _) | (None, Some(people)) => people.clone(),
        (None, None) if draft.kind.shared() => usual(&ledger, draft.kind),
        (None, None) => vec![state.person.clone()],
    };
    let had = |person: &Person| before.as_ref().is_some_and(|before| before.contains(person));
    let present = ledger.present();
    let may = |member: &Member| present.contains(member) || had(&member.person);
    let members = ledger.members().into_iter().filter(may);
    members.map(|member| Choice { chosen: chosen.contains(&member.person), member }).collect()
}

/// Who shares what is the household's: those who shared the last one of its kind, or everybody if the household has
/// changed since.
pub fn usual(ledger: &Ledger, kind: Kind) -> Vec<Person> {
    const LOOK_BACK: usize = 200;
    let everybody = || ledger.present().into_iter().map(|member| member.person).collect();
    for entry in ledger.entries().iter().rev().take(LOOK_BACK) {
        match &entry.posting {
            Posting::Member { .. } => break,
            Posting::Activity(posted)
                if posted.activity.facts.kind() == kind && ledger.reversal_of(&entry.id).is_none() =>
            {
                return posted.holders().map(str::to_owned).collect();
            }
            _ => {}
        }
    }
    everybody()
}

/// The people of an entry as it is recorded: nobody is named where it is all of who began the ledger.
pub fn recorded(people: Vec<Person>) -> Vec<Person> {
    if people == [FIRST_PERSON] { Vec::new() } else { people }
}

/// Whether somebody may leave: one stays.
pub fn may_leave(ledger: &Ledger, person: &str) -> bool {
    let present = ledger.present();
    present.len() > 1 && present.iter().any(|member| member.person == person)
}

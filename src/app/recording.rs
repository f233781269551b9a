//! Recording: a draft as it is typed, saving it, and recording once more what was recorded before.

use super::again::rules_for;
use super::edge::{Edge, Write};
use super::form::checked;
use super::state::{Action, Report, State};
use super::{household, suggestion};
use crate::app::consequence::consequences;
use crate::domain::activity::Activity;
use crate::domain::assessment::Assessment;
use crate::domain::draft::Edit;
use crate::domain::ledger::{Person, Posted};
use crate::domain::methodology;
use crate::platform::page;
use crate::ui::Rules;
use crate::ui::field::field_id;
use crate::ui::outcome::Preview;

/// The draft on the screen is changed, with what follows from each change.
pub(super) fn edited(edits: Vec<Edit>, state: &State, rules: &Rules) -> Option<Action> {
    let (name, kind) = state.shown_draft()?;
    let (draft, ledger) = (state.draft(&name, kind), state.ledger.borrow());
    let mut all = Vec::new();
    for edit in edits {
        let following = consequences(&edit, &draft, rules, &ledger);
        all.push(edit);
        all.extend(following);
    }
    Some(Action::Edited(name, all))
}

/// Keeps the draft on the screen as it now stands.
pub(super) fn keep(state: &State, edge: &Edge) {
    if let Some((name, _)) = state.shown_draft()
        && let Some(draft) = state.typed_draft(&name)
    {
        edge.write(Write::Draft(name, Some(draft.clone())));
    }
}

/// Saves a valid draft, or shows what is wrong and goes to the first field that needs a change.
pub(super) fn save(state: &State, rules: &Rules, edge: &Edge) -> Option<Action> {
    let (name, kind) = state.shown_draft().filter(|_| !state.saving)?;
    let draft = state.draft(&name, kind);
    let people = household::people(state, &draft);
    let rules = rules_for(state, rules, &draft);
    match checked(&draft, &rules, state, &people) {
        Preview::Valid(valid) => {
            let (activity, assessment) = *valid;
            let old = draft.corrects.as_ref().and_then(|id| state.ledger.borrow().entry(id).cloned());
            // Changed or not, the form declares it: what was verified stays so only as it is.
            let same = |posted: &Posted| {
                let (kept, evidence) = (&posted.activity, posted.activity.evidence);
                *kept == Activity { evidence, ..activity.clone() } && posted.holders().eq(&people)
            };
            if old.is_some_and(|old| old.posted().is_some_and(same)) {
                return Some(Action::Reported(Report::Unchanged));
            }
            Some(post((activity, &assessment, rules.name()), people, Some(name), draft.corrects.clone(), edge))
        }
        Preview::Unfinished(problems) => {
            page::focus_first(problems.iter().map(|problem| field_id(&problem.path)));
            Some(Action::Attempted)
        }
    }
}

/// Records an act once more, as of today.
pub(super) fn repeat(place: usize, state: &State, rules: &Rules, edge: &Edge) -> Option<Action> {
    let again = suggestion::again(&state.ledger.borrow(), &state.person, state.today, suggestion::AGAIN);
    let activity = again.into_iter().nth(place).filter(|_| !state.saving)?;
    let assessment = methodology::assess(&activity, rules).ok()?;
    Some(post((activity, &assessment, rules.name()), vec![state.person.clone()], None, None, edge))
}

fn post(
    (activity, assessment, rulebook): (Activity, &Assessment, String),
    people: Vec<Person>,
    draft: Option<String>,
    corrects: Option<String>,
    edge: &Edge,
) -> Action {
    let (verdict, totals) = (assessment.verdict, assessment.totals);
    let activity = Box::new(activity);
    edge.write(Write::Post { activity, verdict, totals, rulebook, draft, corrects, people });
    Action::Saving
}

//! Recording: a draft as it is typed, saving it, and recording once more what was recorded before.

use super::App;
use crate::app::edge::Write;
use crate::app::form::preview;
use crate::app::state::{Action, EXAMPLE, Report};
use crate::app::suggestion;
use crate::domain::activity::Activity;
use crate::domain::assessment::Assessment;
use crate::domain::draft::Edit;
use crate::domain::ledger::{Person, Posted};
use crate::domain::methodology;
use crate::platform::page;
use crate::ui::field::field_id;
use crate::ui::outcome::Preview;

impl App {
    /// Changes the draft, with what follows from each change, and keeps it as it now stands.
    pub(super) fn edited(&mut self, edits: Vec<Edit>) -> bool {
        let (Some((name, kind)), Ok(rules)) = (self.state.shown_draft(), &self.rules) else { return false };
        let draft = self.state.draft(&name, kind);
        let mut all = Vec::new();
        for edit in edits {
            let ledger = self.state.ledger.borrow();
            let following = self.later.map(|later| (later.consequences)(&edit, &draft, rules, &ledger));
            all.push(edit);
            all.extend(following.into_iter().flatten());
        }
        let changed = self.learn(Action::Edited(name.clone(), all));
        // The example is not a draft of the resident's until it is kept.
        if name != EXAMPLE
            && let Some(draft) = self.state.typed_draft(&name)
        {
            self.edge.write(Write::Draft(name, Some(draft.clone())));
        }
        changed
    }

    /// Saves a valid draft, or shows what is wrong and goes to the first field that needs a change.
    pub(super) fn save(&mut self) -> bool {
        let (Some((name, kind)), Ok(rules)) = (self.state.shown_draft(), &self.rules) else { return false };
        if self.state.saving {
            return false;
        }
        let draft = self.state.draft(&name, kind);
        // Every form but the example is drawn by what was fetched.
        let (people, rules) = match self.later {
            Some(later) => ((later.people)(&self.state, &draft), (later.rules_for)(&self.state, rules, &draft)),
            None => (vec![self.state.person.clone()], rules.clone()),
        };
        let checked = match self.later {
            Some(later) => (later.checked)(&draft, &rules, &self.state, &people),
            // The example, a trip, claims what nothing else does.
            None => preview(&draft, &rules, self.state.today),
        };
        match checked {
            Preview::Valid(valid) => {
                let (activity, assessment) = *valid;
                let old = draft.corrects.as_ref().and_then(|id| self.state.ledger.borrow().entry(id).cloned());
                // Changed or not, the form declares it: what was verified stays so only as it is.
                let same = |posted: &Posted| {
                    let (kept, evidence) = (&posted.activity, posted.activity.evidence);
                    *kept == Activity { evidence, ..activity.clone() } && posted.holders().eq(&people)
                };
                if old.is_some_and(|old| old.posted().is_some_and(same)) {
                    return self.learn(Action::Reported(Report::Unchanged));
                }
                let result = (activity, &assessment, rules.name());
                self.post(result, people, Some(name), draft.corrects.clone())
            }
            Preview::Unfinished(problems) => {
                page::focus_first(problems.iter().map(|problem| field_id(&problem.path)));
                self.learn(Action::Attempted)
            }
        }
    }

    pub(super) fn repeat(&mut self, place: usize) -> bool {
        let Ok(rules) = &self.rules else { return false };
        let again =
            suggestion::again(&self.state.ledger.borrow(), &self.state.person, self.state.today, suggestion::AGAIN);
        let Some(activity) = again.into_iter().nth(place).filter(|_| !self.state.saving) else { return false };
        let Ok(assessment) = methodology::assess(&activity, rules) else { return false };
        let people = vec![self.state.person.clone()];
        let result = (activity, &assessment, rules.name());
        self.post(result, people, None, None)
    }

    pub(super) fn post(
        &mut self,
        (activity, assessment, rulebook): (Activity, &Assessment, String),
        people: Vec<Person>,
        draft: Option<String>,
        corrects: Option<String>,
    ) -> bool {
        let (verdict, totals) = (assessment.verdict, assessment.totals);
        let activity = Box::new(activity);
        let changed = self.learn(Action::Saving);
        self.edge.write(Write::Post { activity, verdict, totals, rulebook, draft, corrects, people });
        changed
    }
}

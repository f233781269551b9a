//! A draft on the screen: what it comes to, and what its fields need.

use super::state::State;
use crate::domain::activity::Facts;
use crate::domain::date::Date;
use crate::domain::draft::Draft;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::{intake, methodology};
use crate::ui::field::Form;
use crate::ui::outcome::Preview;
use crate::ui::{Context, Rules};

/// What a draft comes to as it stands.
pub(super) fn preview(draft: &Draft, rules: &Rules, today: Date) -> Preview {
    match intake::read(&draft.to_json(), rules, today) {
        Ok(activity) => match methodology::assess(&activity, rules) {
            Ok(assessment) => Preview::Valid(Box::new((activity, assessment))),
            // The bounds of the intake keep every sum far below an overflow; if one came, there is nothing to show.
            Err(_) => Preview::Unfinished(Vec::new()),
        },
        Err(problems) => Preview::Unfinished(problems),
    }
}

/// The same for a form: beside the entries that are there, and with problems of the fields it shows only.
pub(super) fn checked(draft: &Draft, rules: &Rules, state: &State) -> Preview {
    match preview(draft, rules, state.today) {
        Preview::Valid(valid) => {
            if let Facts::Utility(bill) = &valid.0.facts
                && let Some(other) = state.ledger.borrow().overlapping(bill, draft.corrects.as_deref())
            {
                let reason = Reason::at(ReasonCode::OverlappingBill, "start").given(other.end.to_string());
                return Preview::Unfinished(vec![reason]);
            }
            Preview::Valid(valid)
        }
        Preview::Unfinished(mut problems) => {
            problems.retain(|problem| draft.asks_for(&problem.path));
            Preview::Unfinished(problems)
        }
    }
}

/// What the fields of a draft need.
pub(super) fn draft_form<'a>(
    context: &Context<'a>,
    draft: &'a Draft,
    preview: &'a Preview,
    trips: &'a [Vec<crate::domain::activity::Leg>],
) -> Form<'a> {
    Form {
        words: context.words,
        rules: context.rules,
        today: context.today,
        draft,
        problems: preview.problems(),
        notes: preview.valid().map_or(&[], |valid| &valid.1.notes),
        attempted: context.attempted,
        touched: &[],
        on: context.on,
        explain: context.explain,
        trips,
    }
}

//! A draft on the screen: what it comes to, and what its fields need.

use crate::domain::date::Date;
use crate::domain::draft::Draft;
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

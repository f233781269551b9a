//! Home once the rest of the page is there: what the account would count of an act, and not what it is worth by itself; as
//! the next step, what the screen of charts offers first, so that the two never contradict each other; and what expires
//! soon.

use super::form::{checked, draft_form, preview};
use super::state::{EXAMPLE, State};
use super::{household, insight, suggestion, told};
use crate::domain::activity::{Activity, Kind};
use crate::domain::assessment::Totals;
use crate::domain::methodology;
use crate::ui::Context;
use crate::ui::element::Element;
use crate::ui::home::{self, Again, Counted, Home, Next};
use crate::ui::outcome::{Preview, claims_twice};

/// The screen.
pub(super) fn screen(state: &State, context: &Context<'_>) -> Element {
    let (ledger, language) = (&*state.ledger.borrow(), context.words.language);
    let counted = |activity: &Activity, worth: Totals| {
        let standing = ledger.trial((activity, worth), &[], context.person, None).unwrap_or_default();
        let totals = Totals { points: standing.points(), ..standing.counted };
        Counted { totals, full: told::full(&standing, language) }
    };
    let counted_of = |preview: &Preview| {
        // What an entry claims already promises nothing.
        let valid = preview.valid().filter(|valid| claims_twice(valid).is_none());
        valid.map(|valid| counted(&valid.0, valid.1.totals))
    };
    let draft = state.draft(EXAMPLE, Kind::Trip);
    let example = preview(&draft, context.rules, context.today);
    let habits = suggestion::habits(ledger, context.person, context.today, suggestion::AGAIN).into_iter().enumerate();
    let mut again: Vec<Again> = habits
        .filter_map(|(place, habit)| {
            let worth = methodology::assess(&habit.activity, context.rules).ok()?.totals;
            let counted = counted(&habit.activity, worth);
            let suggestion::Habit { activity, times, yesterday, today: done } = habit;
            Some(Again { place, activity, worth, counted, times, yesterday, done })
        })
        .collect();
    // The draft touched last stands last.
    let unfinished = state.drafts.iter().rev().find_map(|(name, draft)| Some((Kind::from_word(name)?, draft)));
    let next = if let Some((kind, draft)) = unfinished {
        let result = checked(draft, context.rules, state, &household::people(state, draft));
        Next::Unfinished(kind, counted_of(&result))
    } else if let Some(first) = insight::first(state, context, &mut again) {
        first
    } else if let Some(due) = again.iter().position(|act| !act.done && !act.worth.is_zero()) {
        Next::Habit(again.remove(due))
    } else if !suggestion::has_bill(ledger, context.today) {
        let unit = suggestion::one_kilowatt_hour_less(context.today);
        Next::Bill(counted_of(&preview(&unit, context.rules, context.today)))
    } else if suggestion::has_trip(ledger, context.person, context.today) {
        Next::Nothing
    } else {
        Next::Trip
    };
    let expiring = told::expiring(&ledger.account(context.person), context.today, language);
    let home = Home { ledger, again, next, example: counted_of(&example), expiring };
    let form = draft_form(context, &draft, &example, &[]);
    home::screen(context, &home, (&form, &example))
}

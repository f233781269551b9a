//! What home shows once the rest of the page is there: what the account would count of an act, and not what it is worth by
//! itself; as the next step, what the screen of charts offers first, so that the two never contradict each other; and
//! what expires soon.

use super::form::{checked, preview};
use super::state::State;
use super::{household, insight, suggestion, told};
use crate::domain::activity::{Activity, Kind};
use crate::domain::assessment::Totals;
use crate::domain::methodology;
use crate::ui::Context;
use crate::ui::home::{Counted, Home, Next};
use crate::ui::outcome::{Preview, claims_twice};

/// Completes what the first file made of home; `example` is the first visitor's.
pub(super) fn complete(state: &State, context: &Context<'_>, example: &Preview, home: &mut Home<'_>) {
    let (ledger, language) = (home.ledger, context.words.language);
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
    home.example = counted_of(example);
    home.expiring = told::expiring(&ledger.account(context.person), context.today, language);
    let before = std::mem::replace(&mut home.next, Next::Nothing);
    // All habits are back in their places, whichever was suggested before.
    if let Next::Habit(act) = &before {
        let place = home.again.partition_point(|other| other.place < act.place);
        home.again.insert(place, act.clone());
    }
    for act in &mut home.again {
        let worth = methodology::assess(&act.activity, context.rules);
        act.counted = worth.map(|worth| counted(&act.activity, worth.totals)).unwrap_or_default();
    }
    home.next = if let Next::Unfinished(kind, _) = before {
        let begun = state.drafts.iter().rev().find(|(name, _)| Kind::from_word(name) == Some(kind));
        let result = begun.map(|(_, draft)| checked(draft, context.rules, state, &household::people(state, draft)));
        Next::Unfinished(kind, result.as_ref().and_then(counted_of))
    } else if let Some(first) = insight::first(state, context, &mut home.again) {
        first
    } else {
        match before {
            Next::Habit(act) => match home.again.iter().position(|other| other.place == act.place) {
                Some(place) => Next::Habit(home.again.remove(place)),
                None => Next::Nothing,
            },
            Next::Bill(_) => {
                let unit = suggestion::one_kilowatt_hour_less(context.today);
                Next::Bill(counted_of(&preview(&unit, context.rules, context.today)))
            }
            other => other,
        }
    };
}

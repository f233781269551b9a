//! A draft on the screen: what it comes to, and what its fields need.

use super::state::State;
use crate::domain::activity::{Activity, Facts, Kind};
use crate::domain::date::Date;
use crate::domain::draft::Draft;
use crate::domain::ledger::Person;
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::domain::rulebook::Key;
use crate::domain::trace::Origin;
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

/// The same for a form that is to be saved for these people: beside the entries that are there, and with problems of
/// the fields it shows only.
pub(super) fn checked(draft: &Draft, rules: &Rules, state: &State, people: &[Person]) -> Preview {
    match preview(draft, rules, state.today) {
        Preview::Valid(mut valid) => {
            // What is one person's alone, a car-free day or a trip, has no other holder than the first.
            let Some(holder) = people.first() else {
                return Preview::Unfinished(vec![Reason::at(ReasonCode::Missing, "people")]);
            };
            // Paint that comes to nothing claims nothing.
            let idle = draft.kind == Kind::Purchase && valid.1.totals.is_zero();
            let claimed = || claimed(&valid.0, draft.corrects.as_deref(), rules, (state, holder));
            match if idle { None } else { claimed() } {
                // The one that is refused: a day of a meter is billed once.
                Some(reason) if reason.code == ReasonCode::OverlappingBill => return Preview::Unfinished(vec![reason]),
                Some(reason) => valid.1.notes.push(reason),
                None => {}
            }
            Preview::Valid(valid)
        }
        Preview::Unfinished(mut problems) => {
            problems.retain(|problem| draft.asks_for(&problem.path));
            Preview::Unfinished(problems)
        }
    }
}

/// What another entry says already that this one would say again: at which field, and of which day that entry is.
fn claimed(
    activity: &Activity,
    replaces: Option<&str>,
    rules: &Rules,
    (state, holder): (&State, &str),
) -> Option<Reason> {
    let ledger = state.ledger.borrow();
    let day = |id: &str| {
        let facts = ledger.entry(id).and_then(|entry| entry.posted()).map(|posted| &posted.activity);
        facts.map(|activity| match &activity.facts {
            Facts::Utility(bill) => bill.end,
            _ => activity.date,
        })
    };
    let said = |code, of: &str| {
        // Where it can be told apart from the other, if it is another.
        let path = match code {
            ReasonCode::OverlappingBill => "start",
            ReasonCode::SameAppliance => "serial",
            ReasonCode::RepaintTooSoon => "dwelling",
            ReasonCode::PaintBeyondArea => "amount",
            // The bar says it, once and always in sight.
            ReasonCode::CarFreeUndone => "",
            _ => "date",
        };
        let mut given = day(of)?.to_string();
        if code == ReasonCode::CarFreeUndone {
            given = format!("{given} {}", ledger.lost(of, holder)?);
        }
        let mut reason = Reason::at(code, path).given(given);
        if code == ReasonCode::OverlappingBill {
            reason.accepted = Some(Accepted::Beside(of.to_owned()));
        }
        if code == ReasonCode::RepaintTooSoon
            && let Some(Origin::Parameter(years)) = rules.key(Key::RepaintYears, day(of)?).map(|years| years.origin)
        {
            reason.accepted = Some(Accepted::Limits(vec![years]));
        }
        Some(reason)
    };
    let claim = ledger.claimed(activity, holder, replaces);
    if let Some(said) = claim.and_then(|claim| said(claim.code, &claim.of)) {
        return Some(said);
    }
    let again = ledger.repeated(activity, holder, state.now, replaces)?;
    said(ReasonCode::RepeatedTrip, &again.id)
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
        people: None,
    }
}

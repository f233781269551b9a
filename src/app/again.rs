//! Results worked out again with the rules of their day, and the calculation as text.

use super::edge::Edge;
use super::form::checked;
use super::household;
use super::state::{Report, State};
use crate::domain::draft::Draft;
use crate::domain::ledger::Posted;
use crate::domain::methodology;
use crate::domain::rulebook::Rulebook;
use crate::domain::shared;
use crate::platform::page;
use crate::route::View;
use crate::ui::entry::Again;
use crate::ui::outcome::Preview;
use crate::ui::why::calculation_text;
use crate::ui::{Rules, Words, at_hand};

/// The rules that a draft is worked out with: a correction keeps those of the entry it corrects, if they are at hand.
pub(super) fn rules_for(state: &State, rules: &Rules, draft: &Draft) -> Rules {
    let ledger = state.ledger.borrow();
    let corrected = draft.corrects.as_ref().and_then(|id| ledger.entry(id)?.posted());
    let at_hand = |posted: &Posted| at_hand(rules, state.desk.shelf.as_deref(), &posted.rulebook);
    corrected.and_then(at_hand).unwrap_or_else(|| rules.clone())
}

/// An entry's result worked out again with the rules of its day, with the other versions that come with the page, and with
/// the rules in use; nothing if its own rules are not at hand.
pub(super) fn again(state: &State, rules: &Rules, id: &str) -> Option<Again> {
    let ledger = state.ledger.borrow();
    let posted = ledger.entry(id)?.posted()?;
    let named = |name: &str| at_hand(rules, state.desk.shelf.as_deref(), name);
    let own = named(&posted.rulebook)?;
    let assessment = methodology::assess(&posted.activity, &own).ok()?;
    let in_use = Some(rules.name()).filter(|name| !Rulebook::versions().any(|built_in| built_in == name));
    let names = Rulebook::versions().map(str::to_owned).chain(in_use).filter(|name| *name != posted.rulebook);
    let others = names.filter_map(|name| named(&name)).map(|other| {
        let assessment = methodology::assess(&posted.activity, &other).ok();
        (other, assessment)
    });
    Some(Again { others: others.collect(), own: (posted.activity.clone(), assessment), rules: own })
}

/// Copies the calculation on the screen.
pub(super) fn copy(state: &State, rules: &Rules, edge: &Edge) {
    if let Some(text) = calculation(state, rules) {
        let edge = edge.clone();
        page::copy_text(&text, move |copied| edge.report(Report::Copied(copied)));
    }
}

fn calculation(state: &State, rules: &Rules) -> Option<String> {
    if let View::Entry(id) = &state.view {
        let Again { rules, own: (activity, assessment), .. } = again(state, rules, id)?;
        return Some(calculation_text(&activity, &assessment, &rules, Words::of(state.language)));
    }
    if let View::Check(packed) = &state.view {
        let found = shared::unpack(packed, rules).ok()?;
        let own = at_hand(rules, state.desk.shelf.as_deref(), &found.rulebook)?;
        let assessment = methodology::assess(&found.activity, &own).ok()?;
        return Some(calculation_text(&found.activity, &assessment, &own, Words::of(state.language)));
    }
    let (name, kind) = state.shown_draft()?;
    let draft = state.draft(&name, kind);
    let rules = rules_for(state, rules, &draft);
    let (activity, assessment) = match checked(&draft, &rules, state, &household::people(state, &draft)) {
        Preview::Valid(valid) => *valid,
        Preview::Unfinished(_) => return None,
    };
    Some(calculation_text(&activity, &assessment, &rules, Words::of(state.language)))
}

//! What taking a receipt would add to the account, and whether the same is in the ledger already.

use crate::domain::activity::Activity;
use crate::domain::assessment::Totals;
use crate::domain::ledger::{Entry, Ledger, Standing};
use crate::domain::methodology;
use crate::domain::reason::ReasonCode;
use crate::route::View;
use crate::ui::Context;
use crate::ui::element::{Element, el, say};
use crate::ui::entry::totals;
use crate::ui::icon::{Icon, icon};
use crate::ui::standing::lines;

/// The three ledgers as the account would have them; and, if there is something like it there already, which entry.
pub(super) fn worth(context: &Context<'_>, ledger: &Ledger, activity: &Activity) -> Element {
    let t = context.words.t;
    let standing = standing(context, ledger, activity);
    let part = el("section", "receipt__worth")
        .attr("aria-labelledby", "receipt-worth")
        .named("receipt-worth")
        .child(say("h2", "carry__name", t.receipt_worth()).attr("id", "receipt-worth"))
        .maybe(standing.as_ref().map(|standing| totals(counted(standing), false, context.words)))
        .maybe(standing.as_ref().and_then(|standing| lines(context, standing)));
    let claimed =
        ledger.claimed(activity, context.person, None).filter(|claim| claim.code != ReasonCode::CarFreeUndone);
    let remark = match claimed {
        Some(claim) => Some(already(context, t.receipt_claimed(), claim.of)),
        None => same(ledger, activity, context.person).map(|same| already(context, t.receipt_same(), same.id.clone())),
    };
    part.maybe(remark)
}

fn already(context: &Context<'_>, said: &'static str, entry: String) -> Element {
    let see = say("a", "", context.words.t.receipt_see()).attr_of("href", &View::Entry(entry).href());
    let said = say("span", "", said).say(" ").child(see);
    el("p", "remark").named("receipt-same").child(icon(Icon::Info)).child(said)
}

/// What counts of it, a merchant's bonus among the points.
fn counted(standing: &Standing) -> Totals {
    Totals { points: standing.points(), ..standing.counted }
}

/// How it would stand in the account of whoever takes it.
fn standing(context: &Context<'_>, ledger: &Ledger, activity: &Activity) -> Option<Standing> {
    let worth = methodology::assess(activity, context.rules).ok()?.totals;
    let people = [context.person.to_owned()];
    ledger.trial((activity, worth), &people, context.person, None)
}

/// An entry that counts, of the same day, person and facts.
fn same<'l>(ledger: &'l Ledger, activity: &Activity, person: &str) -> Option<&'l Entry> {
    let alike = |entry: &&Entry| {
        entry.posted().is_some_and(|posted| {
            let known = &posted.activity;
            known.date == activity.date
                && known.facts == activity.facts
                && posted.holders().any(|holder| holder == person)
        }) && ledger.reversal_of(&entry.id).is_none()
    };
    ledger.entries().iter().rev().map(|entry| &**entry).find(alike)
}

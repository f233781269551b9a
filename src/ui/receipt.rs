//! A receipt: who certifies what, whether it holds, what it would add to the account, and recording it.

mod contents;
mod refused;
mod worth;

pub(crate) use contents::behind;

use super::Context;
use super::act::Act;
use super::carry::{CarryAct, SAID, meaning};
use super::element::{Element, el, say};
use super::shell::title;
use crate::domain::activity::Activity;
use crate::domain::ledger::Ledger;
use crate::domain::receipt::{Receipt, Refusal};
use crate::route::View;

/// What came of checking it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Checked<'c> {
    /// It is being checked.
    Awaited,
    /// It is being written.
    Writing,
    /// It holds.
    Sound(&'c Activity),
    /// It holds, but could not be written.
    Failed(&'c Activity),
    /// It is not taken.
    Refused(&'c Refusal),
    /// Signatures cannot be checked here.
    Unable,
}

/// What the screen knows besides.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown<'s> {
    /// What the receipt says, if it can be read.
    pub(crate) says: Option<&'s Receipt>,
    /// What came of checking it.
    pub(crate) checked: Checked<'s>,
    /// The resident's ledger.
    pub(crate) ledger: &'s Ledger,
    /// Whether the page's own address says which district's rules are in use.
    pub(crate) by_address: bool,
}

/// The screen.
pub(crate) fn screen(context: &Context<'_>, shown: &Shown<'_>) -> Element {
    let t = context.words.t;
    let sound = match shown.checked {
        Checked::Sound(activity) | Checked::Failed(activity) => Some(activity),
        _ => None,
    };
    el("section", "screen screen--narrow receipt-screen")
        .named("receipt-screen")
        .child(title(context.words, &View::Home, t.receipt_title()))
        .child(say("p", "lead", t.receipt_lead()))
        .child(outcome(context, shown))
        // Who signs for show says so as loudly as that the signature is right.
        .maybe(shown.says.and_then(|says| contents::note(context, says)))
        .maybe(shown.says.map(|says| contents::contents(context, says)))
        .maybe(sound.map(|activity| worth::worth(context, shown.ledger, activity)))
        .maybe(sound.map(|_| take(context)))
        .child(meaning(t.receipt_meaning(), t.receipt_shows(), t.receipt_shows_not()).named("receipt-meaning"))
}

fn take(context: &Context<'_>) -> Element {
    let button = say("button", "button button--main", context.words.t.receipt_take())
        .attr("type", "button")
        .named("certify")
        .pressed(context.on, Act::Carry(CarryAct::Certified));
    el("div", "carry__actions").child(button)
}

fn outcome(context: &Context<'_>, shown: &Shown<'_>) -> Element {
    let t = context.words.t;
    let (said, failed) = match shown.checked {
        Checked::Awaited => (t.receipt_checking(), false),
        Checked::Writing => (t.receipt_writing(), false),
        Checked::Sound(_) => (t.receipt_sound(), false),
        Checked::Failed(_) => (t.receipt_failed(), true),
        Checked::Refused(_) => (t.receipt_refused(), true),
        Checked::Unable => (t.receipt_unable(), true),
    };
    let more = match shown.checked {
        Checked::Sound(_) => Some(say("p", "receipt__limits", t.receipt_limits()).named("receipt-limits")),
        Checked::Refused(refusal) => Some(refused::refused(context, shown, refusal)),
        Checked::Unable => Some(say("p", "", t.receipt_unable_why()).named("why-unable")),
        _ => None,
    };
    let class = if failed {
        "carry__outcome carry__outcome--said carry__outcome--failed"
    } else {
        "carry__outcome carry__outcome--said"
    };
    el("div", class)
        .named("receipt-outcome")
        .child(
            say("p", "carry__said", said)
                .attr("id", SAID)
                .attr("tabindex", "-1")
                .attr("role", "status")
                .attr("aria-live", "polite"),
        )
        .maybe(more)
}

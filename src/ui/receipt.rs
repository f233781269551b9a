//! A receipt: who certifies what, whether it holds, and recording it.

use super::Context;
use super::act::Act;
use super::amount::Voice;
use super::carry::{CarryAct, SAID, meaning};
use super::element::{Element, el, say, text};
use super::icon::icon;
use super::shell::title;
use super::summary::{activity_icon, summary};
use crate::domain::activity::Activity;
use crate::domain::date::Date;
use crate::domain::intake;
use crate::domain::ledger::Posted;
use crate::domain::methodology;
use crate::domain::receipt::{Receipt, Refusal, issuer_of};
use crate::i18n::{calendar, receipt};
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

/// The screen.
pub(crate) fn screen(context: &Context<'_>, says: Option<&Receipt>, checked: Checked<'_>) -> Element {
    let t = context.words.t;
    el("section", "screen screen--narrow receipt")
        .named("receipt-screen")
        .child(title(context.words, &View::Home, t.receipt_title()))
        .child(say("p", "lead", t.receipt_lead()))
        .child(outcome(context, checked))
        .maybe(says.map(|says| contents(context, says)))
        .maybe(match checked {
            Checked::Sound(activity) | Checked::Failed(activity) => Some(record(context, activity)),
            _ => None,
        })
        .child(meaning(t.receipt_meaning(), t.receipt_shows(), t.receipt_shows_not()).named("receipt-meaning"))
}

fn outcome(context: &Context<'_>, checked: Checked<'_>) -> Element {
    let (t, language) = (context.words.t, context.words.language);
    let (said, failed) = match checked {
        Checked::Awaited => (t.receipt_checking(), false),
        Checked::Writing => (t.receipt_writing(), false),
        Checked::Sound(_) => (t.receipt_sound(), false),
        Checked::Failed(_) => (t.receipt_failed(), true),
        Checked::Refused(_) => (t.receipt_refused(), true),
        Checked::Unable => (t.receipt_unable(), true),
    };
    let why = match checked {
        Checked::Refused(refusal) => {
            let why = text("p", "", &receipt::refusal(refusal, Some(context.rules), language)).named("why-refused");
            let taken = match refusal {
                Refusal::Replayed { entry } => {
                    Some(say("a", "", t.receipt_see()).attr_of("href", &View::Entry(entry.clone()).href()))
                }
                Refusal::WrongDistrict { .. } => Some(say("a", "", t.district_choose()).attr("href", "#/me")),
                _ => None,
            };
            Some(el("div", "").child(why).maybe(taken).child(say("p", "hint", t.receipt_nothing())))
        }
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
        .maybe(why)
}

/// The receipt that an entry was recorded by; nothing for one that is self-declared.
pub(crate) fn behind(context: &Context<'_>, posted: &Posted) -> Option<Element> {
    let receipt = Receipt::parse(posted.receipt.as_deref()?).ok()?;
    let title = say("h2", "block__title", context.words.t.receipt_kept());
    Some(el("section", "block").named("receipt-kept").child(title).child(contents(context, &receipt)))
}

/// What it says, whether or not it holds.
fn contents(context: &Context<'_>, says: &Receipt) -> Element {
    let (words, t, language) = (context.words, context.words.t, context.words.language);
    let statement = &says.statement;
    let issuer = issuer_of(statement, context.rules).ok();
    let row = |name, what: &str| el("div", "").child(say("dt", "", name)).child(text("dd", "", what));
    let name = issuer.map_or(statement.issuer.as_str(), |issuer| words.label(&issuer.label));
    let activity = intake::read_saved(&statement.activity, context.rules).ok();
    let what = activity.as_ref().map(|activity| summary(activity, context.rules, words));
    el("div", "sheet receipt__contents")
        .named("receipt-contents")
        .child(
            el("dl", "carry__what")
                .child(row(t.receipt_issuer(), name))
                .maybe(what.map(|what| row(t.receipt_what(), &what)))
                .maybe(activity.map(|activity| row(t.receipt_day(), &calendar::full_day(activity.date, language))))
                .child(row(t.receipt_issued(), &calendar::full_day(Date::in_beijing(statement.at), language)))
                .maybe(statement.until.map(|until| row(t.receipt_until(), &calendar::full_day(until, language)))),
        )
        .maybe(issuer.map(|issuer| text("p", "hint", words.label(&issuer.note)).named("issuer-note")))
}

fn record(context: &Context<'_>, activity: &Activity) -> Element {
    let t = context.words.t;
    let worth = methodology::assess(activity, context.rules).ok().map(|assessment| {
        let mut line = el("p", "receipt__worth").child(icon(activity_icon(&activity.facts))).say(t.receipt_worth());
        for voice in Voice::ALL {
            let amount = voice.amount(assessment.totals, context.words);
            line = line.text(&format!(" · {} {}", amount.number, amount.unit));
        }
        line
    });
    el("div", "carry__actions").maybe(worth).child(
        say("button", "button button--main", t.receipt_take())
            .attr("type", "button")
            .named("certify")
            .pressed(context.on, Act::Carry(CarryAct::Certified)),
    )
}

//! One result on its own: given to somebody else to check, and checked here.

use super::Context;
use super::act::Act;
use super::amount::Voice;
use super::carry::CarryAct;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::qr::qr;
use super::shell::{remark, title};
use super::summary::{activity_icon, summary};
use crate::desk::{DeskAct, Question};
use crate::domain::handover::Fault;
use crate::domain::methodology;
use crate::domain::shared::{Checked, Shared, TooLong, check};
use crate::i18n::{calendar, shared as told};
use crate::route::View;

/// The part of an entry's screen that gives it to somebody else; `link` is worked out once it was asked for.
pub(crate) fn share(context: &Context<'_>, link: Option<&Result<String, TooLong>>) -> Element {
    let t = context.words.t;
    let part = el("section", "carry__file share")
        .attr("aria-labelledby", "share")
        .named("share")
        .child(say("h2", "carry__name", t.share_title()).attr("id", "share"))
        .child(say("p", "hint", t.share_lead()))
        .child(say("p", "hint", t.share_goes()))
        .child(say("p", "hint", t.share_stays()));
    let button =
        |class, said, name, act| say("button", class, said).attr("type", "button").named(name).pressed(context.on, act);
    let make = Act::Desk(DeskAct::Ask(Some(Question::Share)));
    match link {
        None => part.child(button("button", t.share_make(), "share-make", make)),
        Some(Err(TooLong(_))) => part.child(remark(t.share_long(), Icon::Info)),
        Some(Ok(link)) => part
            .maybe(qr(link, t.share_code()))
            .child(say("p", "field__label", t.share_link()).attr("id", "share-link"))
            .child(
                text("p", "codes__link", link)
                    .attr("tabindex", "0")
                    .attr("role", "group")
                    .attr("aria-labelledby", "share-link")
                    .named("share-link"),
            )
            .child(el("div", "carry__actions").child(button(
                "button",
                t.share_copy(),
                "share-copy",
                Act::Carry(CarryAct::LinkCopied),
            ))),
    }
}

/// The screen of a result that somebody shared; nothing of it before the rules are here.
pub(crate) fn screen(context: &Context<'_>, shared: Option<&Result<Shared, Fault>>) -> Element {
    let t = context.words.t;
    let screen = el("section", "screen screen--narrow check")
        .named("check-screen")
        .child(title(context.words, &View::Home, t.check_title()))
        .child(say("p", "lead", t.check_lead()));
    match shared {
        None => screen.child(say("p", "hint", t.check_wait()).attr("role", "status")),
        Some(Err(fault)) => screen.child(said(told::fault(*fault, context.words.language), true)),
        Some(Ok(shared)) => screen.child(result(context, shared)),
    }
}

fn said(sentence: &str, failed: bool) -> Element {
    let class = if failed {
        "carry__outcome carry__outcome--said carry__outcome--failed"
    } else {
        "carry__outcome carry__outcome--said"
    };
    el("div", class).child(text("p", "carry__said", sentence).attr("role", "status").named("checked"))
}

fn result(context: &Context<'_>, shared: &Shared) -> Element {
    let (words, t) = (context.words, context.words.t);
    let rulebooks = |name: &str| context.rules_of(name).map(|rules| rules.shared());
    let checked = check(shared, &rulebooks);
    let own = context.rules_of(&shared.rulebook);
    let rules = own.as_ref().unwrap_or(context.rules);
    let recomputed = own.as_ref().and_then(|rules| methodology::assess(&shared.activity, rules).ok());
    let mut rows = el("tbody", "");
    for voice in Voice::ALL {
        let cell = |totals| text("td", "", &voice.written(totals, words));
        rows.push(
            el("tr", "")
                .child(say("th", "", voice.name(words)).attr("scope", "row"))
                .child(cell(shared.totals))
                .child(recomputed.as_ref().map_or_else(|| say("td", "", "–"), |found| cell(found.totals))),
        );
    }
    let column = |name| say("th", "", name).attr("scope", "col");
    let head = el("thead", "").child(
        el("tr", "")
            .child(column(t.check_numbers()))
            .child(column(t.check_stated()))
            .child(column(t.check_recomputed())),
    );
    el("div", "")
        .child(said(&told::checked(shared, &checked, words.language), checked != Checked::Equal))
        .child(
            el("p", "lead entry__lead")
                .child(icon(activity_icon(&shared.activity.facts)))
                .text(&summary(&shared.activity, rules, words))
                .text(&format!(" · {}", calendar::full_day(shared.activity.date, words.language)))
                .named("check-what"),
        )
        .child(el("table", "carry__table check__table").child(head).child(rows))
        .child(el("p", "hint check__rules").say(t.check_rules()).text(" ").child(text("code", "", &shared.rulebook)))
}

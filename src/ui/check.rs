//! One result on its own: given to somebody else to check, and checked here.

use super::act::Act;
use super::amount::{Voice, figure, mark};
use super::carry::CarryAct;
use super::element::{Element, el, say, text};
use super::entry::totals;
use super::icon::{Icon, icon};
use super::qr::qr;
use super::shell::{remark, title};
use super::summary::{activity_icon, summary};
use super::why::why;
use super::{Context, Words};
use crate::desk::{DeskAct, Question};
use crate::domain::activity::Evidence;
use crate::domain::assessment::Totals;
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

fn said(sentence: impl AsRef<str>, failed: bool) -> Element {
    let class = if failed {
        "carry__outcome carry__outcome--said carry__outcome--failed"
    } else {
        "carry__outcome carry__outcome--said"
    };
    el("div", class).child(text("p", "carry__said", sentence.as_ref()).attr("role", "status").named("checked"))
}

fn result(context: &Context<'_>, shared: &Shared) -> Element {
    let (words, t) = (context.words, context.words.t);
    let rulebooks = |name: &str| context.rules_of(name).map(|rules| rules.shared());
    let checked = check(shared, &rulebooks);
    let own = context.rules_of(&shared.rulebook);
    let rules = own.as_ref().unwrap_or(context.rules);
    let recomputed = own.as_ref().and_then(|rules| methodology::assess(&shared.activity, rules).ok());
    let equal = checked == Checked::Equal;
    let differs = recomputed.as_ref().filter(|_| !equal).map(|found| compared(shared.totals, found.totals, words));
    let worked_out = recomputed.map(|found| {
        let sheet = el("div", "sheet").child(why(&Context { rules, ..*context }, &(shared.activity.clone(), found)));
        el("details", "more").named("check-why").child(say("summary", "more__summary", t.why())).child(sheet)
    });
    el("div", "")
        .child(said(told::checked(&checked, words.language), !equal))
        .child(
            el("p", "lead entry__lead")
                .child(icon(activity_icon(&shared.activity.facts)))
                .text(&summary(&shared.activity, rules, words))
                .text(&format!(" · {}", calendar::full_day(shared.activity.date, words.language)))
                .text(" · ")
                .say(told::evidence(shared, words.language))
                .named("check-what"),
        )
        .maybe(
            (shared.activity.evidence == Evidence::Verified)
                .then(|| remark(t.check_unproven(), Icon::Info).named("check-unproven")),
        )
        // Where it comes to something else, both stand side by side.
        .maybe(differs.is_none().then(|| totals(shared.totals, false, words)))
        .maybe(differs)
        .child(el("p", "hint check__rules").say(t.check_rules()).text(" ").child(text("code", "", &shared.rulebook)))
        .maybe(worked_out)
        .child(
            el("div", "carry__actions")
                .child(say("a", "button", t.check_next()).attr_of("href", &View::Choose.href()).named("check-next")),
        )
}

/// What is stated and what it comes to, ledger by ledger.
fn compared(stated: Totals, found: Totals, words: Words) -> Element {
    let t = words.t;
    let mut rows = el("tbody", "");
    for voice in Voice::ALL {
        let name = el("th", "").attr("scope", "row").child(mark(voice)).say(voice.name(words));
        let cell = |totals| el("td", "").child(figure(voice, totals, words));
        rows.push(el("tr", "").child(name).child(cell(stated)).child(cell(found)));
    }
    let column = |name| say("th", "", name).attr("scope", "col");
    let head = el("tr", "")
        .child(column(t.check_numbers()))
        .child(column(t.check_stated()))
        .child(column(t.check_recomputed()));
    el("table", "carry__table check__table").child(el("thead", "").child(head)).child(rows)
}

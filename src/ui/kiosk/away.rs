//! Taking everything along: what it comes to, a code, and a receipt.

use super::{Shown, button, count, drawn, title};
use crate::domain::assessment::Totals;
use crate::domain::ledger::FIRST_PERSON;
use crate::kiosk::{Press, Session};
use crate::ui::act::Act;
use crate::ui::amount::{Voice, mark};
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::Icon;
use crate::ui::qr::qr;
use crate::ui::{Context, Words};

pub(super) fn away(context: &Context<'_>, shown: &Shown<'_>, session: &Session) -> Element {
    let t = context.words.t;
    let operator = &shown.kiosk.operator;
    let totals = shown.ledger.account(FIRST_PERSON).all_time();
    let count = el("p", "away__count").say(t.kiosk_total()).say(" ").text(&count(context, session));
    let another = button(context, "kiosk__button", Icon::Plus, t.kiosk_another(), Press::Another).named("another");
    let print = el("button", "kiosk__button")
        .attr("type", "button")
        .named("print")
        .child(drawn::printer())
        .child(say("span", "", t.kiosk_print()))
        .pressed(context.on, Act::Kiosk(Press::Print));
    let words = el("div", "away__words")
        .child(title(t.kiosk_scan()))
        .child(say("p", "away__how", t.kiosk_scan_how()))
        .child(say("p", "away__small", t.kiosk_scan_private()));
    let total = el("div", "away__total").named("total").child(count).child(sums(totals, context.words));
    let then = el("div", "away__then").child(say("p", "away__small", t.kiosk_scan_then())).child(say(
        "p",
        "away__small",
        t.kiosk_self_declared(),
    ));
    let full = session.is_full(operator);
    let acts = el("div", "kiosk__acts").maybe((!full).then_some(another)).maybe(shown.prints.then_some(print));
    el("section", "kiosk__task away")
        .child(total)
        .child(words)
        .child(el("div", "away__code").maybe(qr(&session.link(operator), t.kiosk_qr())))
        .child(then)
        .child(acts)
}

/// The three ledgers side by side, each with its name above its number.
fn sums(totals: Totals, words: Words) -> Element {
    let mut sums = el("div", "sums");
    for voice in Voice::ALL {
        let amount = voice.amount(totals, words);
        let name = el("p", "sums__name").child(mark(voice)).child(say("span", "", voice.long_name(words)));
        let number = el("p", voice.class()).child(text("b", "sums__number", &amount.number)).say(" ").child(say(
            "span",
            "sums__unit",
            amount.unit,
        ));
        sums.push(el("div", "sums__one").child(name).child(number));
    }
    sums
}

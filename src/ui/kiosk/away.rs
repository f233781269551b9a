//! Taking everything along: a code, and a receipt.

use super::{Shown, button, count, title};
use crate::domain::ledger::FIRST_PERSON;
use crate::kiosk::{Press, Session};
use crate::ui::Context;
use crate::ui::amount::avoided;
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::Icon;
use crate::ui::qr::qr;

pub(super) fn away(context: &Context<'_>, shown: &Shown<'_>, session: &Session) -> Element {
    let t = context.words.t;
    let operator = &shown.kiosk.operator;
    let totals = shown.ledger.account(FIRST_PERSON).all_time();
    let total = el("div", "away__total")
        .named("total")
        .child(el("p", "away__count").say(t.kiosk_total()).say(" ").text(&count(context, session)))
        .child(avoided(totals, context.words))
        .child(say("p", "away__small", t.kiosk_self_declared()));
    let another = button(context, "kiosk__button", Icon::Plus, t.kiosk_another(), Press::Another).named("another");
    let print = button(context, "kiosk__button", Icon::Ledger, t.kiosk_print(), Press::Print).named("print");
    let end =
        button(context, "kiosk__button kiosk__button--main", Icon::Check, t.kiosk_end(), Press::End).named("finish");
    let link = session.link(operator);
    let full = session.is_full(operator);
    el("section", "kiosk__task")
        .child(title(t.kiosk_scan()))
        .child(
            el("div", "away").maybe(qr(&link, t.kiosk_qr())).child(
                el("div", "away__words")
                    .child(text("p", "away__how", t.kiosk_scan_how()))
                    .child(text("p", "away__small", t.kiosk_scan_private()))
                    .child(total),
            ),
        )
        .child(
            el("div", "kiosk__acts").child(end).maybe((!full).then_some(another)).maybe(shown.prints.then_some(print)),
        )
}

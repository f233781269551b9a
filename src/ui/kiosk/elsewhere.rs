//! A receipt or a shared result that was opened on a public screen: it belongs on the resident's own phone.

use super::{button, title};
use crate::kiosk::Press;
use crate::ui::Context;
use crate::ui::element::{Element, el, say};
use crate::ui::icon::Icon;
use crate::ui::qr::qr;

/// Says so, with the same link as a code; one that is too long for a code is told without.
pub(super) fn elsewhere(context: &Context<'_>, link: &str) -> Element {
    let t = context.words.t;
    let code = qr(link, t.kiosk_elsewhere_qr());
    let how = if code.is_some() { t.kiosk_elsewhere_how() } else { t.kiosk_elsewhere_long() };
    let words = el("div", "away__words")
        .child(title(t.kiosk_elsewhere()))
        .child(say("p", "away__how", t.kiosk_elsewhere_why()))
        .child(say("p", "away__how", how));
    let end = button(context, "kiosk__button kiosk__button--main", Icon::Check, t.kiosk_elsewhere_end(), Press::End);
    el("section", "kiosk__task away away--elsewhere")
        .named("elsewhere")
        .child(words)
        .child(el("div", "away__code").maybe(code))
        .child(el("div", "away__then").child(say("p", "away__small", t.kiosk_elsewhere_then())))
        .child(el("div", "kiosk__acts").child(end.named("elsewhere-end")))
}

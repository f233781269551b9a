//! Why a receipt is not taken, and what can be done about it.

use super::Shown;
use crate::desk::{DISTRICTS, DeskAct};
use crate::domain::activity::Kind;
use crate::domain::receipt::Refusal;
use crate::i18n::{filled, receipt};
use crate::route::View;
use crate::ui::Context;
use crate::ui::act::Act;
use crate::ui::element::{Element, el, say, text};

/// Why, that nothing was recorded, and the next step.
pub(super) fn refused(context: &Context<'_>, shown: &Shown<'_>, refusal: &Refusal) -> Element {
    let (t, language) = (context.words.t, context.words.language);
    let why = text("p", "", &receipt::refusal(refusal, Some(context.rules), language)).named("why-refused");
    let (hint, next) = match refusal {
        Refusal::Replayed { entry } => (t.receipt_nothing(), see(context, entry)),
        Refusal::WrongDistrict { given, .. } if DISTRICTS.contains(&given.as_str()) => {
            (t.receipt_nothing(), change(context, shown, given))
        }
        _ => (t.receipt_anew(), anew(context, shown)),
    };
    el("div", "receipt__next")
        .child(why)
        .child(say("p", "hint", hint))
        .child(el("div", "carry__actions").child(next.named("receipt-next")))
}

fn see(context: &Context<'_>, entry: &str) -> Element {
    say("a", "button", context.words.t.receipt_see()).attr_of("href", &View::Entry(entry.to_owned()).href())
}

/// Over to the district it is for; it is checked again as soon as the rules are here.
fn change(context: &Context<'_>, shown: &Shown<'_>, district: &str) -> Element {
    let (t, language) = (context.words.t, context.words.language);
    let said = filled(t.receipt_change(), &[&receipt::district(district, None, language)]);
    match shown.says.and_then(crate::domain::receipt::Receipt::pack).filter(|_| shown.by_address) {
        // What the address asks for goes before what is chosen.
        Some(packed) => text("a", "button button--main", &said)
            .attr_of("href", &format!("?district={district}{}", View::Receipt(packed).href())),
        None => text("button", "button button--main", &said)
            .attr("type", "button")
            .pressed(context.on, Act::Desk(DeskAct::Choose(Some(district.to_owned())))),
    }
}

/// The form of what it says was done, as far as that can be read.
fn anew(context: &Context<'_>, shown: &Shown<'_>) -> Element {
    let kind = shown.says.and_then(|says| says.statement.activity.get("kind")?.text().and_then(Kind::from_word));
    let form = kind.map_or(View::Choose, View::Record);
    say("a", "button", context.words.t.receipt_self()).attr_of("href", &form.href())
}

//! An account as codes that another phone takes in, where no file can be saved.

use std::rc::Rc;

use super::Context;
use super::act::Act;
use super::element::{Element, el, say, text};
use super::host::long_press;
use super::icon::Icon;
use super::qr::qr;
use super::shell::remark;
use crate::domain::handover::Left;
use crate::host::{Codes, Drawn, HostAct};
use crate::i18n::{filled, number};

/// Id of its heading, which gets the focus when codes were made.
pub(crate) const CODES: &str = "codes";

/// The part of the screen that takes records out; `drawn` is the code that is shown.
pub(crate) fn codes(context: &Context<'_>, empty: bool, drawn: Option<&Drawn>) -> Element {
    let t = context.words.t;
    let part = el("div", "carry__file codes")
        .named("codes")
        .child(say("h3", "carry__name", t.codes_title()).attr("id", CODES).attr("tabindex", "-1"))
        .child(say("p", "hint", t.codes_lead()));
    let shown = drawn.and_then(|drawn| Some((drawn, drawn.codes.as_ref()?)));
    match shown {
        _ if empty => part,
        None => {
            part.child(button(context, "button button--main", t.codes_make(), HostAct::Coded(0)).named("codes-make"))
        }
        Some((drawn, codes)) => part
            .maybe((!codes.batches.all.is_empty()).then(|| one(context, drawn, codes)))
            .child(left(context, codes.batches.left)),
    }
}

/// One code, and the way to the others.
fn one(context: &Context<'_>, drawn: &Drawn, codes: &Codes) -> Element {
    let t = context.words.t;
    let (at, of) = (codes.at, codes.batches.all.len());
    let count = |number: usize| number::grouped(&number.to_string());
    // Round and round, so that what has the focus never goes out.
    let step = |said, by: usize, hook| {
        button(context, "button button--quiet", said, HostAct::Coded((at + by) % of)).named(hook)
    };
    let pages = (of > 1).then(|| {
        el("div", "codes__pages")
            .child(step(t.codes_before(), of - 1, "code-before"))
            .child(
                text("p", "codes__place", &filled(t.codes_place(), &[&count(at + 1), &count(of)]))
                    .attr("role", "status")
                    .named("code-place"),
            )
            .child(step(t.codes_after(), 1, "code-after"))
    });
    // Where the browser makes no image of it, it can still be scanned.
    let picture =
        if drawn.address.is_empty() { qr(&codes.link, &drawn.said) } else { Some(long_press(drawn, t.codes_hint())) };
    el("div", "")
        .maybe(pages)
        .maybe((of > 1).then(|| say("p", "hint", t.codes_each())))
        .maybe(picture)
        .child(text("p", "codes__contents", &drawn.said).named("code-contents"))
        .child(say("p", "field__label", t.codes_link()).attr("id", "code-link"))
        .child(
            text("p", "codes__link", &codes.link)
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-labelledby", "code-link")
                .named("code-link"),
        )
        .child(
            el("div", "host__actions")
                .child(button(context, "button", t.codes_copy(), HostAct::LinkCopied).named("code-copy"))
                .child(button(context, "button", t.codes_kept(), HostAct::Kept).named("codes-kept")),
        )
}

/// What the codes do not carry.
fn left(context: &Context<'_>, left: Left) -> Element {
    let t = context.words.t;
    let mut list = el("ul", "host__told").named("codes-left").child(say("li", "", t.codes_not_in()));
    for (count, said) in [
        (left.others, t.codes_left_others()),
        (left.shared, t.codes_left_shared()),
        (left.redeemed, t.codes_left_redeemed()),
        (left.long, t.codes_left_long()),
    ] {
        if count > 0 {
            list.push(text("li", "", &filled(said, &[&number::grouped(&count.to_string())])));
        }
    }
    el("div", "codes__left")
        .child(say("p", "", t.codes_left()))
        .child(list)
        .child(remark(t.codes_private(), Icon::Info))
}

fn button(context: &Context<'_>, class: &'static str, said: &'static str, act: HostAct) -> Element {
    say("button", class, said).attr("type", "button").pressed(context.on, Act::Host(Rc::new(act)))
}

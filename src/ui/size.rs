//! The choice of the size of letters.

use super::Context;
use super::act::Act;
use super::element::{Element, el, say};
use super::icon::{Icon, icon};
use super::shell::remark;
use crate::display::TextSize;

/// The section; `asked` if the page's address sets the size.
pub(crate) fn section(context: &Context<'_>, size: TextSize, asked: bool) -> Element {
    let t = context.words.t;
    let step = |name, to: Option<TextSize>, drawn, mark| {
        el("button", "stepper")
            .attr("type", "button")
            .attr("aria-label", name)
            .named(mark)
            .flag("disabled", to.is_none())
            .pressed(context.on, Act::SizeChosen(to.unwrap_or(size)))
            .child(icon(drawn))
    };
    let steps = el("div", "size__steps")
        .child(step(t.size_smaller(), size.smaller(), Icon::Minus, "smaller"))
        .child(say("span", "size__sample", t.size_sample()).attr("aria-live", "polite"))
        .child(step(t.size_larger(), size.larger(), Icon::Plus, "larger"));
    let switch = say("button", "button", if size.is_elder() { t.everybody() } else { t.elder() })
        .attr("type", "button")
        .pressed(context.on, Act::SizeChosen(size.switched()));
    el("section", "part size")
        .named("size")
        .child(say("h2", "part__title", t.size_title()))
        .child(say("p", "hint", t.size_lead()))
        .maybe(asked.then(|| remark(t.size_asked(), Icon::Info)))
        .maybe(size.is_elder().then_some(steps))
        .child(switch)
}

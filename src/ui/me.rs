//! What is not an act: people, district, records in and out, statements, rules.

use super::Context;
use super::element::{Element, el, say};
use super::icon::{Icon, icon};
use super::shell::screen_title;
use crate::route::View;

/// The screen; below the links, the choices of the size of letters and of the district, and who may know what.
pub(crate) fn screen(context: &Context<'_>, district: Element, size: Element, hosts: Option<Element>) -> Element {
    let t = context.words.t;
    let month = View::Statement(context.today.year(), Some(context.today.month()));
    let links = [
        (View::Insight, t.insight_title(), Icon::Leaf),
        (View::Household, t.household_title(), Icon::Me),
        (month, t.statement_title(), Icon::Ledger),
        (View::Carry, t.carry_title(), Icon::Tray),
        (View::Rules, t.rules(), Icon::Rules),
    ];
    let mut list = el("ul", "links");
    for (to, name, drawn) in links {
        let link = el("a", "links__link").attr_of("href", &to.href()).child(icon(drawn)).child(say("span", "", name));
        list.push(el("li", "").child(link.child(icon(Icon::Forward))));
    }
    el("section", "screen screen--narrow")
        .child(screen_title(t.tab_me()))
        .child(list)
        .child(size)
        .child(district)
        .maybe(hosts)
}

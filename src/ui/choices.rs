//! The kinds to choose from, as cards.

use super::element::{Element, el, say, text};
use super::form;
use super::icon::icon;
use super::summary::kind_icon;
use super::{Context, Words};
use crate::domain::activity::Kind;
use crate::domain::ledger::Ledger;
use crate::route::View;

/// What a kind is, in the words of someone who did it.
pub(crate) fn kind_line(kind: Kind, words: Words) -> &'static str {
    let t = words.t;
    match kind {
        Kind::Trip => t.kind_trip(),
        Kind::CarFree => t.kind_car_free(),
        Kind::Utility => t.kind_utility(),
        Kind::Solar => t.kind_solar(),
        Kind::Appliance => t.kind_appliance(),
        Kind::Purchase => t.kind_purchase(),
        Kind::Refuel => t.kind_refuel(),
        Kind::Action => t.kind_action(),
    }
}

/// Cards to choose from; `last` says what was recorded last of each kind.
pub(crate) fn choices(kinds: &[Kind], words: Words, last: &dyn Fn(Kind) -> Option<String>) -> Element {
    let mut list = el("ul", "choices");
    for kind in kinds.iter().copied() {
        let line = last(kind).unwrap_or_else(|| kind_line(kind, words).to_owned());
        let card = el("a", "choices__item")
            .attr_of("href", &View::Record(kind).href())
            .attr("data-kind", kind.as_str())
            .child(el("span", "choices__icon").child(icon(kind_icon(kind))))
            .child(say("span", "choices__name", form::tab_name(kind, words)))
            .child(text("span", "choices__line", &line));
        list.push(el("li", "").child(card));
    }
    list
}

/// What was recorded last of a kind, in one line.
pub(crate) fn last_of(kind: Kind, ledger: &Ledger, context: &Context<'_>) -> Option<String> {
    let posted = ledger.recent_of(context.person).find(|posted| posted.activity.facts.kind() == kind)?;
    Some(context.summary(posted))
}

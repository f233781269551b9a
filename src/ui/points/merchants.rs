//! The merchants that give a bonus, and for what.

use super::part;
use crate::domain::district::Merchant;
use crate::domain::rewards::whole;
use crate::domain::rulebook::Key;
use crate::i18n::{calendar, filled, number};
use crate::ui::Context;
use crate::ui::element::{Element, el, say, text};
use crate::ui::why::source_details;

/// Nothing where the district has none.
pub(super) fn merchants(context: &Context<'_>) -> Option<Element> {
    let t = context.words.t;
    let merchants = &context.rules.district.as_ref()?.merchants;
    let mut list = el("ul", "merchants");
    for merchant in merchants {
        list.push(el("li", "merchant").attr_of("data-merchant", &merchant.id).child(one(context, merchant)));
    }
    (!merchants.is_empty()).then(|| {
        part(t.merchants_title(), "merchants")
            .child(say("p", "hint", t.merchants_lead()))
            .child(text("p", "hint", &context.fill(t.self_declared_share(), &[Key::EvidenceSelfDeclared])))
            .child(list)
    })
}

fn one(context: &Context<'_>, merchant: &Merchant) -> Element {
    let (words, t) = (context.words, context.words.t);
    let on = context.today.max(merchant.from);
    let value = |parameter| whole(context.rules, parameter, on).map(number::points).unwrap_or_default();
    let bonus = filled(t.merchant_bonus(), &[&value(merchant.bonus), &value(merchant.daily_most)]);
    let mut when = filled(t.merchant_from(), &[&calendar::day(merchant.from, words.language)]);
    if let Some(until) = merchant.until {
        when = format!("{when} {}", filled(t.merchant_until(), &[&calendar::day(until, words.language)]));
    }
    el("div", "")
        .child(text("b", "merchant__name", words.label(&merchant.label)))
        .child(text("p", "merchant__bonus voice--points", &bonus))
        .child(text("p", "hint", &format!("{} {when}", words.label(&merchant.note))))
        .maybe(source_details(context, merchant.source))
}

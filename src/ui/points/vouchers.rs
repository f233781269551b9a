//! What was redeemed: first what can still be used.

use super::part;
use crate::domain::date::Date;
use crate::domain::ledger::{Entry, Ledger, Redemption};
use crate::domain::rewards::{Status, ended_on, status};
use crate::i18n::{calendar, filled};
use crate::route::View;
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::{Icon, icon};
use crate::ui::voucher::{name, status_word};
use crate::ui::{Context, Words};

pub(super) fn vouchers(context: &Context<'_>, ledger: &Ledger) -> Element {
    let t = context.words.t;
    let mine = ledger.redemptions().filter(|(_, redemption)| redemption.person == context.person);
    let mut all: Vec<_> = mine
        .map(|(entry, redemption)| (status(ledger, &entry.id, redemption, context.today), entry, redemption))
        .collect();
    // Those to be used first, and of those the one that lapses first; the others as they were made, latest first.
    all.sort_by_key(|(status, _, redemption)| {
        let open = *status == Status::Open;
        (!open, if open { redemption.valid_until } else { None })
    });
    let mut list = el("ul", "vouchers");
    for (status, entry, redemption) in &all {
        list.push(el("li", "").key(&entry.id).child(row(context, ledger, (*status, entry, redemption))));
    }
    part(t.vouchers_title(), "vouchers").maybe(all.is_empty().then(|| say("p", "hint", t.vouchers_none()))).child(list)
}

fn row(context: &Context<'_>, ledger: &Ledger, (status, entry, redemption): (Status, &Entry, &Redemption)) -> Element {
    let words = context.words;
    el("a", if status == Status::Open { "voucher-row" } else { "voucher-row voucher-row--done" })
        .attr_of("href", &View::Voucher(entry.id.clone()).href())
        .attr_of("data-voucher", &entry.id)
        .child(el("span", "voucher-row__text").child(text("b", "", &name(context, redemption))).child(text(
            "span",
            "voucher-row__until",
            &until(ledger, &entry.id, (status, redemption), words),
        )))
        .child(say("span", "badge", status_word(status, words)))
        .child(icon(Icon::Forward))
}

/// Until when it holds, or held; for what was cancelled or used, the day of that.
pub(crate) fn until(ledger: &Ledger, id: &str, (status, redemption): (Status, &Redemption), words: Words) -> String {
    let (t, day) = (words.t, |day| calendar::day(day, words.language));
    match (status, redemption.valid_until) {
        (Status::Open, Some(Date::LAST)) => t.voucher_no_end().to_owned(),
        (Status::Open, Some(last)) => filled(t.voucher_until(), &[&day(last)]),
        (Status::Lapsed, Some(last)) => filled(t.voucher_was_until(), &[&day(last)]),
        _ => day(ended_on(ledger, id).unwrap_or(redemption.date)),
    }
}

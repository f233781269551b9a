//! What can be spent, what of it expires next, and the level.

use super::{bar, part};
use crate::domain::ledger::{Account, Ledger};
use crate::i18n::{calendar, filled, number};
use crate::ui::Context;
use crate::ui::amount::{Voice, mark};
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::{Icon, icon};

pub(super) fn balance(context: &Context<'_>, account: &Account) -> Element {
    let (t, words) = (context.words.t, context.words);
    let balance = account.balance(context.today);
    let mut lots = account.lots(context.today);
    let (first, more) = (lots.next(), lots.next().is_some());
    let (expired, owed) = (account.expired(context.today), account.owed());
    let expiry = match first {
        None if owed > 0 => t.owed_first().to_owned(),
        None => t.balance_none().to_owned(),
        Some((until, _)) if !more => filled(t.balance_all_until(), &[&calendar::day(until, words.language)]),
        Some((until, points)) => {
            filled(t.balance_first_until(), &[&number::points(points), &calendar::day(until, words.language)])
        }
    };
    let owed = (owed > 0).then(|| {
        let title = filled(t.owed_title(), &[&number::points(owed)]);
        let said = el("span", "").child(text("b", "", &title)).say(" ").say(t.owed_why());
        el("p", "remark").named("owed").child(icon(Icon::Info)).child(said)
    });
    el("section", "balance")
        .named("balance")
        .maybe(owed)
        .child(el("h2", "balance__name").child(mark(Voice::Points)).say(t.balance()))
        .child(
            el("p", "balance__amount voice--points")
                .child(text("span", "figure__number", &number::points(balance)))
                .say(" ")
                .child(say("span", "figure__unit", t.points_unit())),
        )
        .child(text("p", "balance__expiry", &expiry).named("expires-next"))
        .maybe((expired > 0).then(|| text("p", "hint", &filled(t.balance_expired(), &[&number::points(expired)]))))
}

/// The level by lifetime carbon, and how far it is to the next.
pub(super) fn level(context: &Context<'_>, ledger: &Ledger, account: &Account) -> Element {
    let (t, language) = (context.words.t, context.words.language);
    let carbon = account.all_time().carbon_mg;
    let levels = ledger.policy().levels(context.today);
    let reached = levels.iter().take_while(|from| **from <= carbon).count();
    let names = [t.level_0(), t.level_1(), t.level_2(), t.level_3(), t.level_4()];
    let name = |level: usize| names.get(level).copied().unwrap_or_default();
    let from = reached.checked_sub(1).and_then(|below| levels.get(below)).copied().unwrap_or(0);
    let next = levels.get(reached).map(|next| {
        let left = number::carbon(next - carbon, language);
        let said = filled(t.level_to_next(), &[&left.number, left.unit, name(reached + 1)]);
        el("div", "").child(bar(carbon - from, next - from)).child(text("p", "level__next", &said))
    });
    let highest = next.is_none().then(|| say("p", "level__next", t.level_highest()));
    let all = number::carbon(carbon, language);
    part(t.level(), "level")
        .child(el("p", "level__name").child(say("b", "", name(reached))).child(mark(Voice::Carbon)).child(text(
            "span",
            "voice--carbon",
            &format!("{} {}", all.number, all.unit),
        )))
        .maybe(next)
        .maybe(highest)
        .child(say("p", "hint", t.level_by_carbon()))
}

//! One reward: its terms, what it costs, which points pay for it, and the one button that spends them.

use super::act::Act;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::points::catalogue::{conditions, standing};
use super::points::{self, Counter};
use super::shell::{remark, title};
use super::why::source_details;
use super::{Context, Words};
use crate::desk::{DeskAct, Laid};
use crate::domain::district::{Reward, RewardKind};
use crate::domain::ledger::Account;
use crate::domain::rewards::{Offered, offered, paid_from, whole};
use crate::i18n::{calendar, filled, number};
use crate::route::View;

/// The screen of the reward with that id.
pub(crate) fn screen(context: &Context<'_>, counter: &Counter<'_>, id: &str) -> Element {
    let words = context.words;
    let found = context.rules.district.as_ref().and_then(|district| district.reward(id));
    let Some(reward) = found else { return missing(context, counter) };
    let account = counter.ledger.account(context.person);
    let balance = account.balance(context.today);
    let cost = whole(context.rules, reward.cost, context.today.max(reward.from)).unwrap_or_default();
    let can = matches!(offered(reward, context.rules, context.today), Some(Offered::For(cost)) if cost <= balance);
    let (class, said) = standing(context, reward, balance);
    let merchant = reward.merchant.as_ref().and_then(|id| context.rules.district.as_ref()?.merchant(id));
    let place = merchant.map(|merchant| {
        let at = filled(words.t.reward_at(), &[words.label(&merchant.label)]);
        text("p", "reward-page__at", &format!("{at} · {}", words.t.merchant_not_part()))
    });
    el("section", "screen screen--narrow")
        .child(title(words, &View::Points, words.label(&reward.label)))
        .child(points::told(counter))
        .child(points::standing(context, counter))
        .child(
            text("p", "reward-page__cost voice--points", &filled(words.t.reward_cost(), &[&number::points(cost)]))
                .named("cost"),
        )
        .child(text("p", class, &said).named("affordable"))
        .child(text("p", "hint", &conditions(context, reward)))
        .maybe(place)
        .child(
            el("section", "part")
                .child(say("h2", "part__title", words.t.reward_terms()))
                .child(text("p", "", words.label(&reward.terms)))
                .child(say("p", "", consequence(reward, words)))
                .child(say("p", "hint", words.t.rewards_example())),
        )
        .maybe(can.then(|| payment(context, &account, cost)))
        .child(button(context, counter, reward, (cost, can)))
        .maybe(source_details(context, reward.source))
}

/// What can be undone, and what cannot.
fn consequence(reward: &Reward, words: Words) -> &'static str {
    match reward.kind {
        RewardKind::Voucher => words.t.reward_can_cancel(),
        RewardKind::Donation => words.t.reward_final(),
    }
}

fn payment(context: &Context<'_>, account: &Account, cost: i64) -> Element {
    let (t, language) = (context.words.t, context.words.language);
    let mut parts = el("ul", "payment");
    for (until, points) in paid_from(account, cost, context.today) {
        let said = filled(t.reward_until(), &[&number::points(points), &calendar::day(until, language)]);
        parts.push(text("li", "", &said));
    }
    let left = number::points(account.balance(context.today) - cost);
    let after = el("p", "payment__after")
        .child(say("span", "", t.reward_after()))
        .child(text("b", "voice--points", &format!("{left} {}", t.points_unit())).named("left-after"));
    el("section", "part").child(say("h2", "part__title", t.reward_spends())).child(parts).child(after)
}

fn button(context: &Context<'_>, counter: &Counter<'_>, reward: &Reward, (cost, can): (i64, bool)) -> Element {
    let t = context.words.t;
    let said = match reward.kind {
        RewardKind::Voucher => t.reward_redeem(),
        RewardKind::Donation => t.reward_donate(),
    };
    let busy = counter.desk.busy;
    let said = if busy { t.reward_saving().to_owned() } else { filled(said, &[&number::points(cost)]) };
    el("p", "reward-page__act").child(
        text("button", "button button--main", &said)
            .attr("type", "button")
            .named("redeem")
            .flag("disabled", !can || busy)
            .pressed(context.on, Act::Desk(DeskAct::Redeem(reward.id.clone()))),
    )
}

fn missing(context: &Context<'_>, counter: &Counter<'_>) -> Element {
    let t = context.words.t;
    // On a slow network the rules that offer it may still be on their way.
    if matches!(counter.desk.district, Laid::Awaited(_)) {
        return say("p", "loading", t.awaited());
    }
    el("section", "screen screen--narrow")
        .child(title(context.words, &View::Points, t.reward_unknown()))
        .child(points::standing(context, counter))
        .child(remark(t.reward_unknown_why(), Icon::Info))
        .child(el("a", "button").attr("href", "#/points").child(icon(Icon::Back)).say(t.rewards_title()))
}

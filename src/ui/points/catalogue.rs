//! What points can be spent on: every reward of the district, also those that are out of reach or out of season.

use super::{Counter, part};
use crate::domain::date::Date;
use crate::domain::district::{Reward, RewardKind};
use crate::domain::ledger::Account;
use crate::domain::rewards::{Offered, offered, whole};
use crate::i18n::{calendar, filled, number};
use crate::route::View;
use crate::ui::Context;
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::{Icon, icon};

pub(super) fn catalogue(context: &Context<'_>, counter: &Counter<'_>, account: &Account) -> Element {
    let t = context.words.t;
    let Some(district) = &context.rules.district else { return invitation(context, counter) };
    let balance = account.balance(context.today);
    let mut list = el("ul", "rewards");
    for reward in &district.rewards {
        list.push(el("li", "").key(&reward.id).child(card(context, reward, balance)));
    }
    part(t.rewards_title(), "rewards").child(say("p", "hint", t.rewards_example())).child(list)
}

/// Without a district there is nothing to spend points on: why, and how to choose one.
fn invitation(context: &Context<'_>, counter: &Counter<'_>) -> Element {
    let t = context.words.t;
    let go = el("a", "button button--main").attr("href", "#/me").named("choose-district").say(t.district_choose());
    let waiting = counter.desk.district.wish().is_some();
    part(t.rewards_title(), "invitation")
        .child(say("p", "lead", t.district_why()))
        .child(say("p", "hint", t.district_lead()))
        .maybe((!waiting).then_some(go))
}

fn card(context: &Context<'_>, reward: &Reward, balance: i64) -> Element {
    let words = context.words;
    let (class, said) = standing(context, reward, balance);
    let drawn = if reward.kind == RewardKind::Donation { Icon::Leaf } else { Icon::Points };
    el("a", "reward")
        .attr_of("href", &View::Reward(reward.id.clone()).href())
        .attr_of("data-reward", &reward.id)
        .child(el("span", "reward__icon").child(icon(drawn)))
        .child(
            el("span", "reward__text")
                .child(text("b", "reward__name", words.label(&reward.label)))
                .child(text("span", "reward__more", &conditions(context, reward)))
                .child(text("span", class, &said)),
        )
        .maybe(whole(context.rules, reward.cost, context.today.max(reward.from)).map(|cost| {
            text("b", "reward__cost voice--points", &filled(words.t.reward_cost(), &[&number::points(cost)]))
        }))
        .child(icon(Icon::Forward))
}

/// Whether it can be had now, in a sentence.
pub(crate) fn standing(context: &Context<'_>, reward: &Reward, balance: i64) -> (&'static str, String) {
    let (t, language) = (context.words.t, context.words.language);
    match offered(reward, context.rules, context.today) {
        Some(Offered::For(cost)) if cost <= balance => ("reward__enough", t.reward_affordable().to_owned()),
        Some(Offered::For(cost)) => ("reward__missing", filled(t.reward_missing(), &[&number::points(cost - balance)])),
        Some(Offered::NotBefore(day)) => ("reward__missing", filled(t.reward_from(), &[&calendar::day(day, language)])),
        Some(Offered::Until(day)) => ("reward__missing", filled(t.reward_over(), &[&calendar::day(day, language)])),
        None => ("reward__missing", t.said_not_offered().to_owned()),
    }
}

/// Where and until when it holds.
pub(crate) fn conditions(context: &Context<'_>, reward: &Reward) -> String {
    let (words, t) = (context.words, context.words.t);
    let mut parts = Vec::new();
    if reward.kind == RewardKind::Donation {
        parts.push(t.reward_donation().to_owned());
    } else {
        let days = reward.valid_days.and_then(|days| whole(context.rules, days, context.today.max(reward.from)));
        parts.push(match days {
            Some(days) => filled(t.reward_days(), &[&days.to_string()]),
            None => t.reward_no_end().to_owned(),
        });
    }
    if let Some(until) = reward.until.filter(|until: &Date| *until >= context.today) {
        parts.push(filled(t.reward_last_day(), &[&calendar::day(until, words.language)]));
    }
    parts.join(" · ")
}

//! One voucher: its code to be scanned or read out, until when it holds, and how it ends. A donation's receipt, too.

use super::act::Act;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::points::{self, Counter};
use super::qr::qr;
use super::shell::{remark, title};
use super::{Context, Rules, Words};
use crate::desk::{DeskAct, Question};
use crate::domain::district::{District, Reward};
use crate::domain::ledger::Redemption;
use crate::domain::rewards::{Status, grouped, status};
use crate::i18n::{calendar, filled, number};
use crate::route::View;

/// The screen of the redemption with that id.
pub(crate) fn screen(context: &Context<'_>, counter: &Counter<'_>, id: &str) -> Element {
    let (words, t) = (context.words, context.words.t);
    let found = counter.ledger.entry(id).and_then(|entry| entry.redemption());
    let Some(redemption) = found else {
        return el("section", "screen screen--narrow")
            .child(title(words, &View::Points, t.voucher_missing()))
            .child(say("a", "button", t.tab_points()).attr("href", "#/points"));
    };
    let status = status(counter.ledger, id, redemption, context.today);
    let rules = context.rules_for_reward(&redemption.rulebook);
    let made =
        filled(t.voucher_made(), &[&calendar::day(redemption.date, words.language), &number::points(redemption.cost)]);
    el("section", "screen screen--narrow")
        .child(title(words, &View::Points, &name(context, redemption)))
        .child(points::told(counter))
        .child(
            el("p", "voucher__status")
                .child(say("b", "badge", status_word(status, words)).named("status"))
                .child(text("span", "", &points::until(counter.ledger, id, (status, redemption), words))),
        )
        .child(ticket(context, redemption, status))
        .maybe((status == Status::Lapsed).then(|| remark(t.voucher_lapsed_why(), Icon::Info)))
        .child(terms(context, redemption, rules.as_ref()).child(text("p", "hint", &made)))
        .maybe((status == Status::Open).then(|| ending(context, counter, id, redemption)))
}

/// The name of what was redeemed, or its id if no rules at hand know it.
pub(crate) fn name(context: &Context<'_>, redemption: &Redemption) -> String {
    let rules = context.rules_for_reward(&redemption.rulebook);
    let known = rules.as_ref().and_then(|rules| reward(rules, redemption));
    known.map_or_else(|| redemption.reward.clone(), |(_, reward)| context.words.label(&reward.label).to_owned())
}

/// How it stands, in a word.
pub(crate) fn status_word(status: Status, words: Words) -> &'static str {
    let t = words.t;
    match status {
        Status::Open => t.voucher_open(),
        Status::Used => t.voucher_used(),
        Status::Lapsed => t.voucher_lapsed(),
        Status::Cancelled => t.voucher_cancelled(),
        Status::Given => t.voucher_given(),
    }
}

/// The reward it was made for, with its district.
fn reward<'a>(rules: &'a Rules, redemption: &Redemption) -> Option<(&'a District, &'a Reward)> {
    let district = rules.district.as_ref()?;
    Some((district, district.reward(&redemption.reward)?))
}

/// The code, large; drawn only while it can be used, so that nobody scans one that cannot.
fn ticket(context: &Context<'_>, redemption: &Redemption, status: Status) -> Element {
    let t = context.words.t;
    let code = grouped(&redemption.code);
    let open = status == Status::Open;
    let drawn = open.then(|| qr(&code, &filled(t.voucher_qr(), &[&code]))).flatten();
    let name = if status == Status::Given { t.voucher_receipt() } else { t.voucher_code() };
    el("div", if open || status == Status::Given { "ticket" } else { "ticket ticket--done" })
        .child(el("div", "ticket__qr").maybe(drawn))
        .child(
            el("p", "ticket__code")
                .child(say("span", "ticket__name", name))
                .child(text("b", "ticket__text", &code).named("code")),
        )
        .maybe(open.then(|| say("p", "hint", t.voucher_show())))
        .child(say(
            "p",
            "ticket__example",
            if status == Status::Given { t.voucher_donation() } else { t.voucher_example() },
        ))
}

/// What the shop does once it has taken the code, and cancelling it. Neither is what the resident came for, so both are
/// quiet, stand below everything else, and ask before they are done.
fn ending(context: &Context<'_>, counter: &Counter<'_>, id: &str, redemption: &Redemption) -> Element {
    let (t, desk) = (context.words.t, counter.desk);
    let press = |class, name, said: &'static str, act| {
        say("button", class, said)
            .attr("type", "button")
            .named(name)
            .flag("disabled", desk.busy)
            .pressed(context.on, Act::Desk(act))
    };
    // Worked out for the question only: it takes a copy of the ledger.
    let back = match desk.question {
        Some(Question::Cancel) => counter.ledger.coming_back(id, context.today),
        _ => redemption.cost,
    };
    let (asked, yes, act) = match desk.question {
        Some(Question::Use) => {
            (t.voucher_hand_in_sure().to_owned(), t.voucher_hand_in_yes(), DeskAct::Use(id.to_owned()))
        }
        Some(Question::Cancel) => {
            let asked = match back {
                0 => t.voucher_cancel_nothing().to_owned(),
                back if back == redemption.cost => filled(t.voucher_cancel_sure(), &[&number::points(back)]),
                back => {
                    let lost = number::points(redemption.cost - back);
                    filled(t.voucher_cancel_part(), &[&number::points(back), &lost])
                }
            };
            (asked, t.voucher_cancel_yes(), DeskAct::Cancel(id.to_owned()))
        }
        None | Some(Question::Undo(_) | Question::Share) => {
            let shop = el("div", "voucher__shop").child(say("p", "hint", t.voucher_for_shop())).child(press(
                "button",
                "use",
                t.voucher_hand_in(),
                DeskAct::Ask(Some(Question::Use)),
            ));
            let cancel = DeskAct::Ask(Some(Question::Cancel));
            return el("div", "voucher__ending")
                .child(press("button button--quiet", "cancel", t.voucher_cancel(), cancel))
                .child(shop);
        }
    };
    // Where nothing comes back, to keep it is the first choice.
    let keep = if back == 0 { "button button--main" } else { "button" };
    el("div", "voucher__question")
        .attr("role", "alertdialog")
        .attr_of("aria-label", &asked)
        .named("question")
        .escaped(context.on, Act::Desk(DeskAct::Ask(None)))
        .child(text("p", "", &asked))
        .child(press(keep, "no", t.voucher_keep(), DeskAct::Ask(None)))
        .child(press("button", "yes", yes, act))
}

fn terms(context: &Context<'_>, redemption: &Redemption, rules: Option<&Rules>) -> Element {
    let (words, t) = (context.words, context.words.t);
    let section = el("section", "part").child(say("h2", "part__title", t.reward_terms()));
    match rules.and_then(|rules| reward(rules, redemption)) {
        Some((district, reward)) => {
            let merchant = reward.merchant.as_ref().and_then(|id| district.merchant(id));
            let elsewhere = context.rules.district.as_ref().is_none_or(|chosen| chosen.id != district.id);
            section
                .maybe(elsewhere.then(|| text("p", "", words.label(&district.title)).named("voucher-district")))
                .maybe(merchant.map(|merchant| {
                    let at = filled(t.reward_at(), &[words.label(&merchant.label)]);
                    text("p", "", &format!("{at} · {}", t.merchant_not_part()))
                }))
                .child(text("p", "", words.label(&reward.terms)))
        }
        None => section.child(el("p", "remark").child(icon(Icon::Info)).child(text(
            "span",
            "",
            &filled(t.voucher_other_rules(), &[&redemption.rulebook]),
        ))),
    }
}

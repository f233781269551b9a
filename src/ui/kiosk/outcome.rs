//! What an act came to: three ledgers, and why in one line.

use super::{Shown, button, count, counted, drawn, title};
use crate::domain::assessment::Verdict;
use crate::domain::ledger::{Entry, FIRST_PERSON};
use crate::domain::methodology;
use crate::i18n::because::in_a_line;
use crate::i18n::claim::not_counted;
use crate::i18n::number;
use crate::i18n::reason::at_screen;
use crate::kiosk::{Press, Session, Step, Topic};
use crate::ui::Context;
use crate::ui::act::Act;
use crate::ui::amount::{Voice, gases, mark};
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::{Icon, icon};
use crate::ui::standing::{bonus_name, capped};
use crate::ui::summary::summary;

pub(super) fn outcome(context: &Context<'_>, shown: &Shown<'_>, session: &Session) -> Element {
    let t = context.words.t;
    let Step::Outcome { ago, topic, .. } = &session.step else { return el("div", "") };
    let Some(entry) = session.entries.last() else { return el("div", "") };
    let full = session.is_full(&shown.kiosk.operator);
    let another = button(context, "kiosk__button", Icon::Plus, t.kiosk_another(), Press::Another).named("another");
    let take = button(context, "kiosk__button kiosk__button--main", Icon::Tray, t.kiosk_take(), Press::TakeAway)
        .named("take")
        .child(text("span", "kiosk__count", &count(context, session)));
    let drop =
        button(context, "kiosk__button kiosk__button--quiet", Icon::Undo, t.kiosk_drop(), Press::Drop).named("drop");
    el("section", "kiosk__task")
        .child(title(t.kiosk_recorded()))
        .maybe(worth(context, shown, entry))
        .maybe((*topic != Topic::Bill).then(|| days(context, *ago)))
        .maybe(full.then(|| {
            let said = say("span", "", t.kiosk_full());
            el("p", "kiosk__remark").attr("role", "status").named("full").child(icon(Icon::Info)).child(said)
        }))
        .child(el("div", "kiosk__acts").child(take).maybe((!full).then_some(another)).child(drop))
}

/// The act, its three ledgers and the reason.
fn worth(context: &Context<'_>, shown: &Shown<'_>, entry: &Entry) -> Option<Element> {
    let (words, language) = (context.words, context.words.language);
    let posted = entry.posted()?;
    let assessment = methodology::assess(&posted.activity, context.rules).ok()?;
    let account = shown.ledger.account(FIRST_PERSON);
    let standing = account.standing(posted.activity.date, &entry.id).cloned();
    let totals = standing.as_ref().map_or(posted.totals, counted);
    let mut ledgers = el("div", "ledgers").named("ledgers");
    for voice in Voice::ALL {
        let amount = voice.amount(totals, words);
        let under = if voice == Voice::Air { gases(totals, words) } else { String::new() };
        ledgers.push(
            el("div", voice.class())
                .child(mark(voice))
                .child(say("span", "ledgers__name", voice.long_name(words)))
                .child(el("span", "ledgers__amount").child(text("b", "ledgers__number", &amount.number)).child(say(
                    "span",
                    "ledgers__unit",
                    amount.unit,
                )))
                .maybe((!under.is_empty()).then(|| text("span", "ledgers__under", &under))),
        );
    }
    let mut why = el("div", "because").named("because").child(
        el("p", "because__line").child(say("b", "", words.t.kiosk_why())).child(text(
            "span",
            "",
            &in_a_line(&assessment, context.rules, language),
        )),
    );
    // What is worth nothing has its reason in the line already.
    let limits = assessment.reasons.iter().filter(|_| assessment.verdict == Verdict::Credited);
    for reason in limits.chain(&assessment.notes).take(1) {
        why.push(text("p", "because__note", &at_screen(reason, context.rules, language)));
    }
    if let Some(standing) = &standing {
        for reason in capped(standing, context.rules, posted.activity.date) {
            why.push(text("p", "because__note", &at_screen(&reason, context.rules, language)));
        }
        if let Some(claim) = &standing.claim {
            why.push(say("p", "because__note", not_counted(claim.code, language)));
        }
        if let Some(bonus) = &standing.bonus {
            let points = format!(
                "{} +{} {}",
                bonus_name(context.rules, &bonus.merchant, words),
                number::points(bonus.credited),
                words.t.points_unit()
            );
            why.push(text("p", "because__note", &points));
        }
    }
    let line = el("p", "act").child(drawn::activity(&posted.activity.facts)).child(text(
        "span",
        "",
        &summary(&posted.activity, context.rules, words),
    ));
    Some(el("div", "worth").child(line).child(ledgers).child(why))
}

/// Today, or a day or two before.
fn days(context: &Context<'_>, ago: u8) -> Element {
    let t = context.words.t;
    let mut days = el("div", "days").attr("role", "group").attr("aria-label", t.kiosk_when());
    for (back, name) in (0_u8..).zip([t.kiosk_today(), t.kiosk_yesterday(), t.kiosk_before_yesterday()]) {
        let day = say("button", "day", name)
            .attr("type", "button")
            .state("aria-pressed", back == ago)
            .attr_of("data-day", &back.to_string())
            .pressed(context.on, Act::Kiosk(Press::Day(back)));
        days.push(day);
    }
    days
}

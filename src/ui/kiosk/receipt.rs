//! What is printed, on paper 80 mm wide: the acts, what each came to in the three ledgers, by which rules, and the code.

use super::{Shown, counted, merchant};
use crate::domain::ledger::FIRST_PERSON;
use crate::i18n::calendar;
use crate::kiosk::Session;
use crate::ui::Context;
use crate::ui::amount::Voice;
use crate::ui::element::{Element, el, say, text};
use crate::ui::qr::qr;
use crate::ui::summary::summary;

pub(super) fn receipt(context: &Context<'_>, shown: &Shown<'_>, session: &Session) -> Element {
    let (words, t) = (context.words, context.words.t);
    let account = shown.ledger.account(FIRST_PERSON);
    let amounts = |totals| {
        let amount = |voice: Voice| {
            let amount = voice.amount(totals, words);
            // The unit of the points is their name.
            let name = if voice == Voice::Points { t.points_long() } else { voice.name(words) };
            let unit = if voice == Voice::Points { "" } else { amount.unit };
            el("span", "").child(say("span", "receipt__voice", name)).text(&format!(" {} {unit}", amount.number))
        };
        let mut line = el("p", "receipt__amounts");
        for voice in Voice::ALL {
            line.push(amount(voice));
        }
        line
    };
    let mut acts = el("ol", "receipt__acts");
    for entry in &session.entries {
        let Some(posted) = entry.posted() else { continue };
        let standing = account.standing(posted.activity.date, &entry.id);
        let day = calendar::day_short(posted.activity.date, words.language);
        let line = format!("{day} {}", summary(&posted.activity, context.rules, words));
        acts.push(
            el("li", "")
                .child(text("p", "receipt__act", &line))
                .child(amounts(standing.map_or(posted.totals, counted))),
        );
    }
    el("section", "receipt")
        // For paper only.
        .attr("aria-hidden", "true")
        .named("receipt")
        .child(el("p", "receipt__name").say(t.app_name()).say(" · ").say(t.kiosk_receipt()))
        .maybe(merchant(context, shown).map(|merchant| text("p", "receipt__place", words.label(&merchant.label))))
        .child(acts)
        .child(el("div", "receipt__total").child(say("p", "", t.kiosk_total())).child(amounts(account.all_time())))
        .maybe(qr(&session.link(&shown.kiosk.operator), t.kiosk_qr()))
        .child(say("p", "", t.kiosk_scan()))
        .child(text("p", "receipt__rules", &context.rules.name()))
        .child(say("p", "receipt__rules", t.kiosk_self_declared()))
        .child(say("p", "receipt__rules", t.kiosk_receipt_note()))
}

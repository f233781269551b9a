//! What a receipt says, whether or not it holds: everything that the resident agrees to.

use crate::domain::date::Date;
use crate::domain::intake;
use crate::domain::ledger::Posted;
use crate::domain::receipt::{Receipt, issuer_of};
use crate::i18n::{calendar, facts};
use crate::ui::Context;
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::{Icon, icon};
use crate::ui::summary::{activity_icon, summary};

/// The receipt that an entry was recorded by; nothing for one that is self-declared.
pub(crate) fn behind(context: &Context<'_>, posted: &Posted) -> Option<Element> {
    let receipt = Receipt::parse(posted.receipt.as_deref()?).ok()?;
    let title = say("h2", "block__title", context.words.t.receipt_kept());
    let part = el("section", "block").named("receipt-kept").child(title);
    Some(part.maybe(note(context, &receipt)).child(contents(context, &receipt)))
}

/// What the issuer is to be known by, besides the name.
pub(super) fn note(context: &Context<'_>, says: &Receipt) -> Option<Element> {
    let issuer = issuer_of(&says.statement, context.rules).ok()?;
    let said = text("span", "", context.words.label(&issuer.note));
    Some(el("p", "remark receipt__note").named("issuer-note").child(icon(Icon::Info)).child(said))
}

/// All of it, each part with its name.
pub(super) fn contents(context: &Context<'_>, says: &Receipt) -> Element {
    let (words, t, language) = (context.words, context.words.t, context.words.language);
    let statement = &says.statement;
    let day = |date| calendar::day(date, language);
    let issuer = issuer_of(statement, context.rules).ok();
    let name = issuer.map_or(statement.issuer.as_str(), |issuer| words.label(&issuer.label));
    let activity = intake::read_saved(&statement.activity, context.rules).ok();
    let mut list = el("dl", "receipt__facts");
    let mut row = |name: &str, what: &str| {
        list.push(el("div", "").child(text("dt", "", name)).child(text("dd", "", what)));
    };
    row(t.receipt_issuer(), name);
    if let Some(activity) = &activity {
        row(t.receipt_day(), &day(activity.date));
        for (name, what) in facts::facts(activity, context.rules, language) {
            row(&name, &what);
        }
    }
    row(t.receipt_issued(), &day(Date::in_beijing(statement.at)));
    if let Some(until) = statement.until {
        row(t.receipt_until(), &day(until));
    }
    let head = activity.map(|activity| {
        let what = text("span", "", &summary(&activity, context.rules, words));
        el("p", "receipt__what").child(icon(activity_icon(&activity.facts))).child(what)
    });
    el("div", "carry__file receipt__contents").named("receipt-contents").maybe(head).child(list)
}

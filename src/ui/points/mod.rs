//! The points account: what can be spent, what holds points back, what they can be spent on, and what they became.

mod balance;
mod caps;
pub(crate) mod catalogue;
mod merchants;
mod vouchers;

pub(crate) use vouchers::until;

use super::Context;
use super::element::{Element, el, say, text};
use super::filling::filling;
use super::icon::{Icon, icon};
use super::shell::{remark, screen_title, status};
use crate::desk::{Laid, Supply};
use crate::domain::ledger::Ledger;
use crate::i18n::filled;

/// What the screens of rewards show besides the ledger.
#[derive(Clone, Copy)]
pub(crate) struct Counter<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) desk: &'a crate::desk::Desk,
    /// What the last act came to: whether it failed, and the sentence.
    pub(crate) said: Option<&'a (bool, String)>,
    /// The parameter that is open.
    pub(crate) opened: Option<usize>,
}

/// The screen.
pub(crate) fn screen(context: &Context<'_>, counter: &Counter<'_>) -> Element {
    let t = context.words.t;
    let account = counter.ledger.account(context.person);
    let mut screen = el("section", "screen points").child(screen_title(t.tab_points())).child(told(counter));
    screen.push(standing(context, counter));
    screen.push(
        el("div", "points__columns")
            .child(
                el("div", "")
                    .child(balance::balance(context, &account))
                    .child(balance::level(context, counter.ledger, &account))
                    .child(caps::caps(context, counter, &account)),
            )
            .child(
                el("div", "")
                    .child(catalogue::catalogue(context, counter, &account))
                    .child(vouchers::vouchers(context, counter.ledger))
                    .maybe(merchants::merchants(context)),
            ),
    );
    screen
}

/// Whose rules these are, and what is to be known about them.
pub(crate) fn standing(context: &Context<'_>, counter: &Counter<'_>) -> Element {
    let t = context.words.t;
    let status = status(context.rules, context.words);
    let title = context.rules.district.as_ref().map(|district| context.words.label(&district.title));
    let line = title.map_or_else(|| status.to_owned(), |title| format!("{title} · {status}"));
    let kept = matches!(counter.desk.district, Laid::Over(_, Supply::Kept));
    let awaited = matches!(counter.desk.district, Laid::Awaited(_));
    el("div", "")
        .child(text("p", "points__rules", &line).named("points-rules"))
        .maybe(awaited.then(|| remark(t.district_awaited(), Icon::Info).named("district-awaited")))
        .maybe(kept.then(|| kept_copy(context)))
}

/// Says that the rules in use are a copy that was kept.
pub(crate) fn kept_copy(context: &Context<'_>) -> Element {
    let said = filled(context.words.t.district_kept(), &[&context.rules.name()]);
    el("p", "remark").named("district-kept").child(icon(Icon::Info)).child(text("span", "", &said))
}

/// What the last act came to; what failed is said at once.
pub(crate) fn told(counter: &Counter<'_>) -> Element {
    let said = counter.said.map(|(failed, said)| {
        let drawn = if *failed { Icon::Info } else { Icon::Check };
        let notice = el("div", if *failed { "notice notice--failed" } else { "notice" });
        let notice = if *failed { notice.attr("role", "alert") } else { notice };
        notice.child(icon(drawn)).child(text("p", "notice__text", said))
    });
    el("div", "points__told").attr("role", "status").attr("aria-live", "polite").named("told").maybe(said)
}

/// A part of the screen with its heading.
pub(super) fn part(title: &'static str, name: &'static str) -> Element {
    el("section", "part").named(name).child(say("h2", "part__title", title))
}

/// A bar that shows a share; the numbers stand beside it. Whole hundredths.
pub(super) fn bar(part: i64, whole: i64) -> Element {
    let share = if whole > 0 { (part.clamp(0, whole).saturating_mul(100)) / whole } else { 0 };
    el("span", "meter").child(filling(share))
}

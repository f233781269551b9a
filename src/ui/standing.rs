//! How an entry stands in the account: what was withheld and by which cap, what is claimed twice, a merchant's bonus.

use super::element::{Element, el, text};
use super::icon::{Icon, icon};
use super::why::reasons;
use super::{Context, Words};
use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::domain::ledger::{Ledger, Posted, Standing};
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::domain::rulebook::{Key, Rulebook};
use crate::domain::trace::Origin;
use crate::i18n::{calendar, filled, number};
use crate::route::View;

/// Where the factors of caps open, beyond every step of a calculation.
const PLACES: usize = 1 << 20;

/// What counts of an entry in the account shown, the merchant's bonus among the points.
pub(crate) fn counted(standing: &Standing) -> Totals {
    Totals { points: standing.points(), ..standing.counted }
}

/// An entry's standing in the account shown, if it has one: reversed entries have none.
pub(crate) fn standing(context: &Context<'_>, ledger: &Ledger, id: &str, posted: &Posted) -> Option<Standing> {
    ledger.account(context.person).standing(posted.activity.date, id).cloned()
}

/// Points that no cap left.
pub(crate) fn withheld(standing: &Standing) -> i64 {
    let bonus = standing.bonus.as_ref().map_or(0, |bonus| bonus.earned - bonus.credited);
    bonus + standing.withheld.iter().map(|withheld| withheld.points).sum::<i64>()
}

/// The same in a few words, for a row, and a merchant's bonus before it.
pub(crate) fn remark(standing: &Standing, words: Words) -> Option<String> {
    let t = words.t;
    if standing.claim.is_some() {
        return Some(t.claimed_twice().to_owned());
    }
    let bonus = standing.bonus.as_ref().map(|bonus| (t.standing_bonus(), "+", bonus.earned));
    let withheld = Some((t.withheld(), "", withheld(standing))).filter(|(.., points)| *points > 0);
    let parts: Vec<String> = bonus
        .into_iter()
        .chain(withheld)
        .map(|(name, sign, points)| format!("{name} {sign}{} {}", number::points(points), t.points_unit()))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Whose bonus it is, if the district's rules know the merchant.
fn bonus_name(context: &Context<'_>, id: &str) -> String {
    let t = context.words.t;
    let merchant = context.rules.district.as_ref().and_then(|district| district.merchant(id));
    merchant.map_or_else(
        || t.standing_bonus().to_owned(),
        |merchant| filled(t.standing_bonus_by(), &[context.words.label(&merchant.label)]),
    )
}

/// What each cap withheld, as sentences that name the cap.
pub(crate) fn capped(standing: &Standing, rules: &Rulebook, date: Date) -> impl Iterator<Item = Reason> {
    standing.withheld.iter().map(move |withheld| Reason {
        accepted: withheld.limit.reference(rules, date).map(|limit| Accepted::Limits(vec![limit])),
        ..Reason::at(ReasonCode::Capped, "").given(withheld.points.to_string())
    })
}

/// The section of an entry's screen; nothing where there is nothing to tell.
pub(crate) fn section(context: &Context<'_>, ledger: &Ledger, standing: &Standing, date: Date) -> Option<Element> {
    let (t, words) = (context.words.t, context.words);
    let mut section = el("section", "standing").attr("aria-label", t.standing_title()).named("standing");
    let points = |points: i64| format!("{} {}", number::points(points), t.points_unit());
    let mut lines = el("dl", "standing__lines");
    let mut line = |name: &str, amount: String| {
        lines.push(el("div", "standing__line").child(text("dt", "", name)).child(text("dd", "", &amount)));
    };
    let held = withheld(standing);
    if held > 0 || standing.bonus.is_some() {
        line(t.standing_earned(), points(standing.earned.points));
    }
    if let Some(bonus) = &standing.bonus {
        line(&bonus_name(context, &bonus.merchant), format!("+{}", points(bonus.earned)));
    }
    if held > 0 {
        line(t.withheld(), format!("\u{2212}{}", points(held)));
    }
    if held > 0 || standing.bonus.is_some() {
        line(t.standing_counted(), points(standing.points()));
        section.push(lines);
    }
    let rules = ledger.policy().rulebook()?;
    let said: Vec<Reason> = capped(standing, rules, date).collect();
    let why = reasons(context, t.standing_title(), &said, PLACES);
    let claim = standing.claim.as_ref().map(|claim| {
        let first = ledger.entry(&claim.of).and_then(|entry| entry.posted());
        let day = first.map(|first| calendar::day(first.activity.date, words.language)).unwrap_or_default();
        let mut reason = Reason::at(claim.code, "");
        reason.given = first.map(|first| first.activity.date.to_string());
        let years = rules.key(Key::RepaintYears, date).and_then(|years| match years.origin {
            Origin::Parameter(reference) => Some(reference),
            _ => None,
        });
        if claim.code == ReasonCode::RepaintTooSoon {
            reason.accepted = years.map(|years| Accepted::Limits(vec![years]));
        }
        let sentence = crate::i18n::reason::sentence(&reason, Some(rules), words.language);
        let go =
            text("a", "", &format!("{} {day}", t.claimed_by())).attr_of("href", &View::Entry(claim.of.clone()).href());
        el("p", "remark").named("claim").child(icon(Icon::Info)).child(text("span", "", &sentence).say(" ").child(go))
    });
    let anything = held > 0 || standing.bonus.is_some() || claim.is_some();
    anything.then(|| section.maybe(why).maybe(claim))
}

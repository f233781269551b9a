//! How an entry stands in the account: what was withheld and by which cap, what is claimed twice, a merchant's bonus.

use std::rc::Rc;

use super::amount::{Voice, avoided, figure, gases, mark};
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::why::{reasons, steps};
use super::{Context, Words};
use crate::domain::activity::Activity;
use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::domain::ledger::account::Withheld;
use crate::domain::ledger::{Claim, Entry, Ledger, Posted, Standing};
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::domain::rulebook::{Key, Rulebook};
use crate::domain::trace::Origin;
use crate::i18n::claim::not_counted;
use crate::i18n::limit::name;
use crate::i18n::{calendar, filled, number};
use crate::route::View;

/// Where the factors of a merchant's bonus and of caps open, beyond every step of a calculation.
const BONUS_PLACES: usize = 1 << 20;
const PLACES: usize = 1 << 21;

/// An entry's standing in the account shown, if it has one: reversed entries have none.
pub(crate) fn standing(context: &Context<'_>, ledger: &Ledger, id: &str, posted: &Posted) -> Option<Standing> {
    ledger.account(context.person).standing(posted.activity.date, id).cloned()
}

/// [`standing`] of several.
pub(crate) fn standings(
    context: &Context<'_>,
    ledger: &Ledger,
    entries: &[(&Rc<Entry>, &Posted)],
) -> Vec<Option<Standing>> {
    let account = ledger.account(context.person);
    let standing = |(entry, posted): &(&Rc<Entry>, &Posted)| account.standing(posted.activity.date, &entry.id).cloned();
    entries.iter().map(standing).collect()
}

/// A merchant's bonus by the merchant's name, or by its id where the rules do not know it.
pub(crate) fn bonus_name(rules: &Rulebook, id: &str, words: Words) -> String {
    let merchant = rules.district.as_ref().and_then(|district| district.merchant(id));
    filled(words.t.standing_bonus_by(), &[merchant.map_or(id, |merchant| words.label(&merchant.label))])
}

/// What lies beneath a row's name, quietly: what was withheld, what is claimed twice or may be a repeat; and the
/// merchant's bonus, a row of its own that opens the entry, where it opens to its rule.
pub(crate) fn beneath(
    context: &Context<'_>,
    ledger: &Ledger,
    (entry, standing): (&Entry, &Standing),
    worth: Option<Element>,
) -> (Option<Element>, Option<Element>) {
    let (words, t) = (context.words, context.words.t);
    let date = entry.posted().map_or(context.today, |posted| posted.activity.date);
    let quiet = |said: &str| text("span", "row__withheld", said);
    let held: i64 = standing.withheld.iter().map(|withheld| withheld.points).sum();
    let more = if standing.claim.is_some() {
        standing.claim.as_ref().map(|claim| quiet(not_counted(claim.code, words.language)))
    } else if held > 0 {
        let names: Vec<String> =
            standing.withheld.iter().map(|one| name(one.limit, context.rules, date, words.language)).collect();
        let said = filled(t.held_back_by(), &[&number::points(held), &names.join(words.language.pick("、", ", "))]);
        Some(quiet(&said))
    } else {
        None
    };
    let repeat = ledger.repeat_of(entry).map(|_| quiet(t.repeat_mark()).named("repeat"));
    let between = (more.is_some() && repeat.is_some()).then(|| say("span", "", " · "));
    let more = (more.is_some() || repeat.is_some())
        .then(|| el("span", "row__more row__under").maybe(more).maybe(between).maybe(repeat));
    // Names are said by the rules on the screen: those that the account is kept by may have come without words.
    let rules = context.rules;
    let bonus = standing.bonus.as_ref().map(|bonus| {
        let mut named = el("span", "row__text").child(text("span", "", &bonus_name(rules, &bonus.merchant, words)));
        for withheld in &bonus.withheld {
            named.push(text("span", "row__more", &held_back(t.held_back_by(), (rules, date), withheld, words)));
        }
        // Figures leave zeros out; a line of its own says what it comes to.
        let nothing = (bonus.credited == 0)
            .then(|| text("span", "row__recorded", &format!("{} {}", number::points(0), t.points_unit())));
        el("a", "row row--bonus")
            .attr_of("href", &View::Entry(entry.id.clone()).href())
            .attr_of("data-bonus", &entry.id)
            .child(el("span", "row__icon"))
            .child(named)
            .child(el("span", "row__figures").maybe(worth).maybe(nothing))
            .child(icon(Icon::Forward))
    });
    (more, bonus)
}

/// How much a limit held back, with its name.
fn held_back(said: &str, (rules, date): (&Rulebook, Date), withheld: &Withheld, words: Words) -> String {
    filled(said, &[&number::points(withheld.points), &name(withheld.limit, rules, date, words.language)])
}

/// The very same trip within the hour before, with the way to it.
pub(crate) fn repeat(ledger: &Ledger, entry: &Entry, words: Words) -> Option<Element> {
    let t = words.t;
    let other = ledger.repeat_of(entry)?;
    let go = say("a", "", t.repeat_other()).attr_of("href", &View::Entry(other.id.clone()).href());
    let said = say("span", "", t.repeat_of()).say(" ").child(go);
    Some(el("p", "remark").named("repeat").child(icon(Icon::Info)).child(said))
}

/// A draft's result as the account would have it: what would be counted, large; a merchant's bonus; and what the draft
/// is worth by itself with what caps would withhold of it, each by name.
pub(crate) fn result(context: &Context<'_>, standing: &Standing, date: Date) -> Element {
    let (words, t) = (context.words, context.words.t);
    let counted = standing.counted;
    let mut shown = el("span", "").child(avoided(counted, words));
    if counted.points == 0 && standing.earned.points > 0 {
        let nothing = Totals::default();
        shown.push(el("span", "figures__one").child(mark(Voice::Points)).child(figure(Voice::Points, nothing, words)));
    }
    shown.push(text("span", "gases", &gases(counted, words)));
    let rules = context.rules;
    let dated = (&**rules, date);
    if let Some(bonus) = &standing.bonus {
        let merchant = bonus_name(rules, &bonus.merchant, words);
        let points = format!("+{} {}", number::points(bonus.credited), t.points_unit());
        let points = text("b", "voice--points", &points);
        shown.push(text("span", "outcome__account", &merchant).say(" ").child(points).named("bonus"));
    }
    if standing.points_withheld() > 0 {
        let own =
            (!standing.withheld.is_empty()).then(|| filled(t.earned_all(), &[&number::points(standing.earned.points)]));
        let bonus = standing.bonus.iter().flat_map(|bonus| &bonus.withheld);
        let bonus = bonus.map(|withheld| held_back(t.bonus_held_back(), dated, withheld, words));
        let held = standing.withheld.iter().map(|withheld| held_back(t.held_back_by(), dated, withheld, words));
        let said: Vec<String> = own.into_iter().chain(held).chain(bonus).collect();
        shown.push(text("span", "outcome__account", &said.join(words.language.pick("，", " · "))).named("in-account"));
    }
    shown
}

/// What each cap withheld, as sentences that name the cap; of a merchant's bonus, after those of the act itself.
pub(crate) fn capped(standing: &Standing, rules: &Rulebook, date: Date) -> Vec<Reason> {
    let own = standing.withheld.iter().map(|withheld| ("", withheld));
    let bonus = standing.bonus.iter().flat_map(|bonus| &bonus.withheld).map(|withheld| ("merchant", withheld));
    let sentence = |(path, withheld): (&'static str, &Withheld)| Reason {
        accepted: withheld.limit.reference(rules, date).map(|limit| Accepted::Limits(vec![limit])),
        ..Reason::at(ReasonCode::Capped, path).given(withheld.points.to_string())
    };
    own.chain(bonus).map(sentence).collect()
}

/// What was earned, withheld and given besides, one line each, adding up to what is credited.
pub(crate) fn lines(context: &Context<'_>, standing: &Standing) -> Option<Element> {
    let (t, words, rules) = (context.words.t, context.words, context.rules);
    let own: i64 = standing.withheld.iter().map(|withheld| withheld.points).sum();
    let points = |sign: &str, points: i64| format!("{sign}{} {}", number::points(points), t.points_unit());
    let mut lines = el("dl", "standing__lines");
    let mut line = |name: &str, amount: String| {
        lines.push(el("div", "standing__line").child(text("dt", "", name)).child(text("dd", "", &amount)));
    };
    line(t.standing_earned(), points("", standing.earned.points));
    if own > 0 {
        line(t.withheld(), points("\u{2212}", own));
    }
    if let Some(bonus) = &standing.bonus {
        line(&bonus_name(rules, &bonus.merchant, words), points("+", bonus.earned));
        if bonus.credited < bonus.earned {
            line(t.standing_bonus_withheld(), points("\u{2212}", bonus.earned - bonus.credited));
        }
    }
    line(t.standing_counted(), points("", standing.points()));
    (own > 0 || standing.bonus.is_some()).then_some(lines)
}

/// The section of an entry's screen, or of a draft's reasons; nothing where there is nothing to tell.
pub(crate) fn section(
    context: &Context<'_>,
    ledger: &Ledger,
    standing: &Standing,
    activity: &Activity,
) -> Option<Element> {
    let t = context.words.t;
    let rules = ledger.policy().rulebook()?;
    let lines = lines(context, standing);
    let bonus = standing.bonus.as_ref().map(|_| {
        let worked = steps(context, &ledger.policy().bonus_steps(activity), BONUS_PLACES);
        el("div", "").named("bonus-steps").child(say("h2", "why__title", t.standing_bonus_title())).child(worked)
    });
    let why = reasons(context, t.standing_title(), &capped(standing, rules, activity.date), PLACES);
    let claim = claim(context, (ledger, rules), standing, activity.date);
    let anything = lines.is_some() || claim.is_some();
    let section = el("section", "standing").attr("aria-label", t.standing_title()).named("standing");
    anything.then(|| section.maybe(lines).maybe(bonus).maybe(why).maybe(claim))
}

/// Why an entry of a day does not count, by the day of the one that does and the years of these rules.
pub(crate) fn claim_reason(claim: &Claim, of: Option<Date>, rules: &Rulebook, date: Date) -> Reason {
    let mut reason = Reason::at(claim.code, "");
    reason.given = of.map(|day| day.to_string());
    if claim.code == ReasonCode::RepaintTooSoon
        && let Some(Origin::Parameter(years)) = rules.key(Key::RepaintYears, date).map(|years| years.origin)
    {
        reason.accepted = Some(Accepted::Limits(vec![years]));
    }
    reason
}

/// Which entry claims the same, with the way to it.
fn claim(
    context: &Context<'_>,
    (ledger, rules): (&Ledger, &Rulebook),
    standing: &Standing,
    date: Date,
) -> Option<Element> {
    let (t, words) = (context.words.t, context.words);
    let claim = standing.claim.as_ref()?;
    let first = ledger.entry(&claim.of).and_then(|entry| entry.posted());
    let day = first.map(|first| calendar::day(first.activity.date, words.language)).unwrap_or_default();
    let reason = claim_reason(claim, first.map(|first| first.activity.date), rules, date);
    let sentence = crate::i18n::reason::sentence(&reason, Some(rules), words.language);
    let go = text("a", "", &format!("{} {day}", t.claimed_by())).attr_of("href", &View::Entry(claim.of.clone()).href());
    Some(el("p", "remark").named("claim").child(icon(Icon::Info)).child(text("span", "", &sentence).say(" ").child(go)))
}

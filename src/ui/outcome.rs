//! The result of a draft, while it is typed: grams, air and points, why, and the one button that saves.

use super::act::Act;
use super::amount::{avoided, gases};
use super::element::{Element, el, say, text};
use super::field::is_begun;
use super::icon::{Icon, icon};
use super::why::why;
use super::{Context, Words};
use crate::domain::activity::{Activity, Kind};
use crate::domain::assessment::{Assessment, Verdict};
use crate::domain::reason::{Reason, ReasonCode};
use crate::i18n::number;
use crate::i18n::reason::full_sentence;

/// What a draft comes to as it stands.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Preview {
    /// Valid: what it would be worth.
    Valid(Box<(Activity, Assessment)>),
    /// Not valid yet, with everything that is missing or wrong.
    Unfinished(Vec<Reason>),
}

impl Preview {
    /// What is wrong, if anything.
    pub(crate) fn problems(&self) -> &[Reason] {
        match self {
            Self::Valid(_) => &[],
            Self::Unfinished(problems) => problems,
        }
    }

    /// The result, if there is one.
    pub(crate) fn valid(&self) -> Option<&(Activity, Assessment)> {
        match self {
            Self::Valid(valid) => Some(valid),
            Self::Unfinished(_) => None,
        }
    }
}

/// The panel below (on a phone) or beside (on a desktop) a form.
///
/// `each` says what each of several people gets.
pub(crate) fn outcome(context: &Context<'_>, preview: &Preview, each: Option<Element>, save: &'static str) -> Element {
    let t = context.words.t;
    let open = context.why_open;
    let valid = preview.valid();
    let mut reasons = el("div", "outcome__why").attr("id", "why");
    if let Some(valid) = valid {
        reasons = reasons.child(why(context, valid));
    }
    let actions = el("div", "outcome__actions")
        .maybe(valid.map(|_| why_button(context).attr("aria-controls", "why")))
        .child(save_button(context, if context.saving { t.saving() } else { save }));
    let bar = el("div", "outcome__bar").child(result(context, preview).maybe(each)).child(actions);
    el("aside", if open { "outcome outcome--open" } else { "outcome" })
        .attr("aria-label", t.result())
        .escaped(context.on, Act::WhyOpened(false))
        .child(reasons)
        .child(bar)
}

/// Element id of [`why_button`].
pub(crate) const WHY_BUTTON: &str = "why-button";

/// The button that opens and closes the reasons.
pub(crate) fn why_button(context: &Context<'_>) -> Element {
    let t = context.words.t;
    let open = context.why_open;
    say("button", "button button--why", if open { t.close() } else { t.why() })
        .attr("type", "button")
        .state("aria-expanded", open)
        .attr("id", WHY_BUTTON)
        .named("why")
        .pressed(context.on, Act::WhyOpened(!open))
}

/// The button that saves; it says what will be saved.
pub(crate) fn save_button(context: &Context<'_>, name: &'static str) -> Element {
    say("button", "button button--main", name)
        .attr("type", "button")
        .flag("disabled", context.saving)
        .named("save")
        .pressed(context.on, Act::Saved)
}

/// Whether a note says that the entry will not count because another one claims the same. A trip by car counts: it is the
/// car-free day that does not.
pub(crate) fn claims_twice((activity, assessment): &(Activity, Assessment)) -> bool {
    use ReasonCode::{CarUsed, OverlappingCarFree, PaintBeyondArea, RepaintTooSoon, SameAppliance};
    assessment.notes.iter().any(|note| match note.code {
        SameAppliance | RepaintTooSoon | PaintBeyondArea | OverlappingCarFree => true,
        CarUsed => activity.facts.kind() == Kind::CarFree,
        _ => false,
    })
}

/// What the account will make of it, if caps leave less.
fn in_account(assessment: &Assessment, words: Words) -> Option<Element> {
    let t = words.t;
    let withheld = |note: &Reason| match note.code {
        ReasonCode::Capped => note.given.as_deref()?.parse::<i64>().ok(),
        _ => None,
    };
    let held: i64 = assessment.notes.iter().filter_map(withheld).sum();
    if held == 0 {
        return None;
    }
    let points = |points| format!("{} {}", number::points(points), t.points_unit());
    let (held, left) = (points(held), points(assessment.totals.points - held));
    let said = format!("{} {held}{}{} {left}", t.withheld(), words.language.pick("，", ", "), t.standing_counted());
    Some(text("span", "outcome__account", &said).named("in-account"))
}

fn result(context: &Context<'_>, preview: &Preview) -> Element {
    let (words, t) = (context.words, context.words.t);
    let shown = match preview {
        Preview::Valid(valid) if claims_twice(valid) => {
            el("span", "outcome__recorded").named("in-account").child(icon(Icon::Info)).say(t.claimed_twice())
        }
        Preview::Valid(valid) if valid.1.verdict == Verdict::Credited => el("span", "")
            .child(avoided(valid.1.totals, words))
            .child(text("span", "gases", &gases(valid.1.totals, words)))
            .maybe(in_account(&valid.1, words)),
        Preview::Valid(_) => el("span", "outcome__recorded").child(icon(Icon::Info)).say(t.recorded_only()),
        Preview::Unfinished(problems) => {
            // What is merely not filled in yet, or begun, is no problem before saving is tried.
            let pressing =
                problems.iter().filter(|it| context.attempted || !(it.code == ReasonCode::Missing || is_begun(it)));
            let mut list = el("ul", "");
            let mut any = false;
            for problem in pressing {
                list.push(text("li", "", &full_sentence(problem, Some(context.rules), words.language)));
                any = true;
            }
            if any {
                el("div", "outcome__problems").child(say("b", "", t.fix_first())).child(list)
            } else {
                say("span", "outcome__waiting", t.still_needed())
            }
        }
    };
    el("div", "outcome__result").attr("role", "status").attr("aria-live", "polite").named("result").child(shown)
}

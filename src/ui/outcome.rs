//! The result of a draft, while it is typed: grams, air and points, why, and the one button that saves.

use super::Context;
use super::act::Act;
use super::amount::avoided;
use super::element::{Element, el, say, text};
use super::field::is_begun;
use super::icon::{Icon, icon};
use super::why::why;
use crate::domain::activity::Activity;
use crate::domain::assessment::{Assessment, Verdict};
use crate::domain::reason::{Reason, ReasonCode};
use crate::i18n::claim::not_counted;
use crate::i18n::reason::{full_sentence, sentence};

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
/// `each` says what each of several people gets, `aloud` reads the result.
pub(crate) fn outcome(
    context: &Context<'_>,
    (preview, account): (&Preview, Option<InAccount>),
    (each, aloud): (Option<Element>, Option<Element>),
    save: &'static str,
) -> Element {
    let t = context.words.t;
    let open = context.why_open;
    let valid = preview.valid();
    let (shown, section) = account.map_or((None, None), |account| (Some(account.result), account.section));
    let mut reasons = el("div", "outcome__why").attr("id", "why");
    if let Some(valid) = valid {
        reasons = reasons.maybe(section).child(why(context, valid));
    }
    let actions = el("div", "outcome__actions")
        .maybe(aloud)
        .maybe(valid.map(|_| why_button(context).attr("aria-controls", "why")))
        .child(save_button(context, if context.saving { t.saving() } else { save }));
    let bar = el("div", "outcome__bar").child(result(context, preview, shown).maybe(each)).child(actions);
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

/// The note that says that the entry will not count because another one claims the same. A trip by car counts: it is the
/// car-free day that does not.
pub(crate) fn claims_twice((_, assessment): &(Activity, Assessment)) -> Option<&Reason> {
    use ReasonCode::{CarUsed, OverlappingCarFree, PaintBeyondArea, RepaintTooSoon, SameAppliance};
    let twice = [CarUsed, SameAppliance, RepaintTooSoon, PaintBeyondArea, OverlappingCarFree];
    assessment.notes.iter().find(|note| twice.contains(&note.code))
}

/// What the account would make of a draft.
pub(crate) struct InAccount {
    /// What would be counted, for the bar.
    pub(crate) result: Element,
    /// What is withheld and given besides, with the rules that say so.
    pub(crate) section: Option<Element>,
}

/// What saving would undo, beside what it would add.
fn undone(context: &Context<'_>, assessment: &Assessment) -> Option<Element> {
    let note = assessment.notes.iter().find(|note| note.code == ReasonCode::CarFreeUndone)?;
    let said = sentence(note, Some(context.rules), context.words.language);
    Some(el("span", "outcome__account outcome__undone").named("undone").child(icon(Icon::Info)).text(&said))
}

fn result(context: &Context<'_>, preview: &Preview, in_account: Option<Element>) -> Element {
    let (words, t) = (context.words, context.words.t);
    let twice = preview.valid().and_then(claims_twice).map(|note| not_counted(note.code, words.language));
    let shown = match preview {
        Preview::Valid(_) if twice.is_some() => {
            let said = twice.unwrap_or_default();
            el("span", "outcome__recorded").named("in-account").child(icon(Icon::Info)).say(said)
        }
        Preview::Valid(valid) if valid.1.verdict == Verdict::Credited => in_account
            .unwrap_or_else(|| el("span", "").child(avoided(valid.1.totals, words)))
            .maybe(undone(context, &valid.1)),
        // Also what earns nothing says that the car moved.
        Preview::Valid(valid) => el("span", "")
            .child(el("span", "outcome__recorded").child(icon(Icon::Info)).say(t.recorded_only()))
            .maybe(undone(context, &valid.1)),
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

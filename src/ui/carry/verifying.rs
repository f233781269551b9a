//! 核验: every entry worked out again, and what came of it.

use super::{CarryAct, Shown, length, warning};
use crate::domain::archive::Fault;
use crate::domain::chain::Head;
use crate::domain::verify::{Difference, Report};
use crate::i18n::{archive, filled, number, verify};
use crate::route::View;
use crate::ui::act::Act;
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::outline;
use crate::ui::{Context, Words};

/// Element ids: the file input, and what says how it went.
pub(crate) const VERIFY_FILE: &str = "verify-file";
pub(crate) const VERIFY_SAID: &str = "verify-said";

/// A shield with a tick: what was recorded holds.
const SEAL: &str =
    "M12 3l7.5 2.500v6c0 4.500-3 7.700-7.500 9.500-4.500-1.800-7.500-5-7.500-9.500v-6zM8.500 12l2.500 2.500 4.500-5";

/// A sheet under a lens: a file that is looked at.
const LENS: &str = "M13 20H6a1.500 1.500 0 0 1-1.500-1.500v-14A1.500 1.500 0 0 1 6 3h8l4 4v2.500M8 8h4M8 12h2.500M15.500 12a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM17.700 17.200L21 20.500";

/// Most sentences of a list.
const MOST: usize = 20;

/// Digits of the end's digest that are shown at first.
const SHORT: usize = 8;

/// Digits of another digest that are shown, from its beginning and its end.
const BEGIN: usize = 12;
const END: usize = 4;

/// How far it has come.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) enum Verifying<'a> {
    /// Nobody asked.
    #[default]
    Not,
    /// So many entries, of so many.
    Running(usize, usize),
    /// It is done.
    Done(Verified<'a>),
    /// It is none of our files.
    Bad(&'a [Fault]),
    /// The browser could not read the file.
    Unreadable,
    /// The store could not be read.
    Failed,
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verified<'a> {
    /// The report.
    pub(crate) report: &'a Report,
    /// Whether it is of a file, whose entries may not be here.
    pub(crate) file: bool,
    /// Records that could not be read.
    pub(crate) unreadable: usize,
}

/// The part of the screen.
pub(super) fn part(context: &Context<'_>, shown: &Shown<'_>) -> Element {
    let t = context.words.t;
    let busy = !shown.ready || shown.busy.is_some();
    let device = say("button", "button", t.verify_device())
        .attr("type", "button")
        .flag("disabled", busy)
        .named("verify")
        .pressed(context.on, Act::Carry(CarryAct::Verified));
    let input = el("input", "visually-hidden")
        .attr("type", "file")
        .attr("id", VERIFY_FILE)
        .attr("accept", ".json,.csv,application/json,text/csv")
        .flag("disabled", busy)
        .named("verify-pick")
        .picked(context.on, Act::Carry(CarryAct::VerifyPicked));
    let pick = el("label", "button button--quiet carry__verify").child(input).child(outline(LENS)).say(t.verify_file());
    el("section", "carry__part")
        .attr("aria-labelledby", "carry-verify")
        .named("verifying")
        .child(
            el("h2", "carry__title carry__title--drawn")
                .attr("id", "carry-verify")
                .child(outline(SEAL))
                .say(t.verify_title()),
        )
        .child(say("p", "hint", t.verify_lead()))
        .child(el("div", "carry__actions").child(device).child(pick))
        .child(say("p", "hint", t.verify_file_hint()))
        .child(outcome(context, shown.verifying))
        .child(meaning(t.verify_meaning(), t.verify_shows(), t.verify_shows_not()).named("verify-meaning"))
}

/// What something shows, and what not.
pub(crate) fn meaning(title: &'static str, shows: &'static str, not: &'static str) -> Element {
    el("details", "more")
        .child(say("summary", "more__summary", title))
        .child(say("p", "hint", shows))
        .child(say("p", "hint", not))
}

fn count(count: usize) -> String {
    number::points(length(count))
}

fn outcome(context: &Context<'_>, verifying: Verifying<'_>) -> Element {
    let t = context.words.t;
    let (said, failed) = match verifying {
        Verifying::Not => (String::new(), false),
        Verifying::Running(0, _) => (t.verify_begun().to_owned(), false),
        Verifying::Running(done, of) => (filled(t.verify_running(), &[&count(done), &count(of)]), false),
        Verifying::Bad(_) => (t.verify_bad_file().to_owned(), true),
        Verifying::Unreadable => (t.carry_unreadable().to_owned(), true),
        Verifying::Failed => (t.verify_failed().to_owned(), true),
        Verifying::Done(verified) => (verdict(verified, context.words), !is_whole(verified)),
    };
    let class = match (verifying, failed) {
        (Verifying::Not, _) => "carry__outcome",
        (_, false) => "carry__outcome carry__outcome--said",
        (_, true) => "carry__outcome carry__outcome--said carry__outcome--failed",
    };
    let more = match verifying {
        Verifying::Bad(faults) => {
            let said = |fault| text("li", "", &archive::sentence(fault, context.rules, context.words.language));
            Some(list(faults.iter().map(said), context.words))
        }
        Verifying::Done(verified) => Some(found(context, verified)),
        _ => None,
    };
    el("div", class)
        .named("verify-outcome")
        .child(
            text("p", "carry__said", &said)
                .attr("id", VERIFY_SAID)
                .attr("tabindex", "-1")
                .attr("role", "status")
                .attr("aria-live", "polite"),
        )
        .maybe(more)
}

/// What came of it, in a sentence.
fn verdict(verified: Verified<'_>, words: Words) -> String {
    let Verified { report, unreadable, .. } = verified;
    if report.entries == 0 && report.differences.is_empty() && unreadable == 0 {
        return words.t.verify_empty().to_owned();
    }
    verify::verdict(report, unreadable, words.language)
}

/// Whether everything was checked, and nothing is left to be said against it.
fn is_whole(Verified { report, unreadable, .. }: Verified<'_>) -> bool {
    report.differences.is_empty() && report.unchecked.is_empty() && report.unproven.is_empty() && unreadable == 0
}

fn found(context: &Context<'_>, verified: Verified<'_>) -> Element {
    let (words, t, language) = (context.words, context.words.t, context.words.language);
    let Verified { report, file, unreadable } = verified;
    let mut differences = report.differences.iter();
    let first = differences.next().map(|first| {
        let see = first
            .id
            .clone()
            .filter(|_| !file)
            .map(|id| say("a", "", t.verify_see()).attr_of("href", &View::Entry(id).href()).named("verify-entry"));
        difference("p", "verify__first", first, words).say(" ").maybe(see).named("first-difference")
    });
    let others = differences.map(|other| difference("li", "", other, words));
    let unchecked = report.unchecked.iter().map(|unchecked| text("li", "", &verify::unchecked(unchecked, language)));
    let unproven = report.unproven.iter().map(|unproven| text("li", "", &verify::unproven(unproven, language)));
    el("div", "verify__found")
        .maybe(first)
        .maybe(folded("other-differences", t.verify_others(), others, words))
        .maybe(folded("unchecked-entries", t.verify_unchecked(), unchecked, words))
        .maybe(folded("unproven", t.verify_unproven(), unproven, words))
        .maybe((unreadable > 0).then(|| warning(&filled(t.verify_unreadable(), &[&count(unreadable)]))))
        .maybe((file && !report.sealed && report.entries > 0).then(|| warning(t.verify_unsealed()).named("unsealed")))
        .maybe(report.head.map(|head| end(head, words)))
}

/// What differs: the sentence first, and behind it the digests, shortened.
fn difference(tag: &'static str, class: &'static str, difference: &Difference, words: Words) -> Element {
    let verify::Told { sentence, digests } = verify::told(difference, words.language);
    let mut said = text(tag, class, &sentence);
    for (name, digest) in digests {
        let whole = digest.to_string();
        let short = match (whole.get(..BEGIN), whole.get(whole.len().saturating_sub(END)..)) {
            (Some(begin), Some(end)) => format!("{begin}…{end}"),
            _ => whole.clone(),
        };
        let digest = text("code", "", &short).attr_of("title", &whole).named("difference-digest");
        said = said.child(el("span", "hint verify__stated").say(" ").say(name).say(" ").child(digest));
    }
    said
}

/// Sentences behind their title, in which they are counted; nothing if there are none.
fn folded(
    hook: &'static str,
    title: &str,
    said: impl ExactSizeIterator<Item = Element>,
    words: Words,
) -> Option<Element> {
    let title = filled(title, &[&count(said.len())]);
    let summary = text("summary", "more__summary", &title);
    (said.len() > 0).then(|| el("details", "more").child(summary).child(list(said, words)).named(hook))
}

fn list(said: impl ExactSizeIterator<Item = Element>, words: Words) -> Element {
    let mut list = el("ul", "carry__faults").named("verify-list");
    let more = (said.len() > MOST).then(|| text("p", "hint", &filled(words.t.verify_most(), &[&count(MOST)])));
    for sentence in said.take(MOST) {
        list.push(sentence);
    }
    el("div", "").child(list).maybe(more)
}

/// The end of the chain: short, and whole for whoever wants to keep it.
fn end(head: Head, words: Words) -> Element {
    let t = words.t;
    let whole = head.digest.to_string();
    let short = whole.get(..SHORT).unwrap_or_default();
    let entries = number::points(i64::try_from(head.entries).unwrap_or(i64::MAX));
    el("details", "more verify__head")
        .named("verify-head")
        .child(el("summary", "more__summary").say(t.verify_head()).child(text("code", "", short)))
        .child(text("p", "hint", &filled(t.verify_head_hint(), &[&entries])))
        .child(
            text("p", "verify__digest", &whole)
                .attr("role", "group")
                .attr("aria-label", t.verify_head_whole())
                .named("verify-digest"),
        )
}

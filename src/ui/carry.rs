//! Taking records out and in: a file to keep, and a file to look at before anything of it is written.

mod planned;
mod verifying;

use planned::planned;
pub(crate) use verifying::{VERIFY_FILE, VERIFY_SAID, Verified, Verifying, meaning};

use super::Context;
use super::act::Act;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::shell::title;
use super::storage::unread;
use crate::domain::archive::{Fault, MOST_FAULTS, Plan};
use crate::domain::ledger::unreadable::Unreadable;
use crate::i18n::{archive, number};
use crate::route::View;

/// Something done on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CarryAct {
    /// Everything was to be saved as a file.
    Save(Format),
    /// Everything was to be copied.
    Copy(Format),
    /// A file was picked.
    Picked,
    /// What was pasted was to be read.
    Pasted,
    /// The plan was to be carried out.
    Confirmed,
    /// The plan was to be dropped.
    Declined,
    /// The last import was to be undone.
    Undone,
    /// The ledger of this device was to be verified.
    Verified,
    /// A file was picked to be verified.
    VerifyPicked,
    /// What the device lacks was to be written again.
    Restored,
    /// The receipt on the screen was to be recorded.
    Certified,
    /// The link to the entry on the screen was to be copied.
    LinkCopied,
}

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// Everything, to be imported again.
    Json,
    /// A table.
    Csv,
    /// The records that could not be read.
    Aside,
}

/// Element ids: the file input, the text area, and what says how it went.
pub(crate) const FILE: &str = "carry-file";
pub(crate) const PASTED: &str = "carry-pasted";
pub(crate) const SAID: &str = "carry-said";

/// What there is to show.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Shown<'a> {
    /// Entries in the ledger.
    pub(crate) entries: usize,
    /// Whether there is nothing to carry, not even what was undone.
    pub(crate) empty: bool,
    /// Records that could not be read.
    pub(crate) unread: &'a [Unreadable],
    /// Whether the settings were read, which belong into the file.
    pub(crate) ready: bool,
    /// Entries of the last import, and whether it can be undone.
    pub(crate) last: Option<(usize, bool)>,
    /// Whether the browser took a file.
    pub(crate) saved: Option<bool>,
    /// What is being waited for.
    pub(crate) busy: Option<&'static str>,
    /// How it went.
    pub(crate) said: Option<&'static str>,
    /// Whether it went wrong.
    pub(crate) failed: bool,
    /// What is wrong with the file.
    pub(crate) faults: &'a [Fault],
    /// What importing the file would do.
    pub(crate) plan: Option<&'a Plan>,
    /// How far verifying has come.
    pub(crate) verifying: Verifying<'a>,
}

/// The screen; `instead` stands there in the place of files, where none can be saved.
pub(crate) fn screen(context: &Context<'_>, shown: &Shown<'_>, instead: Option<Element>) -> Element {
    let t = context.words.t;
    el("section", "screen screen--narrow carry")
        .child(title(context.words, &View::Me, t.carry_title()))
        .child(say("p", "lead", if instead.is_none() { t.carry_lead() } else { t.codes_carry_lead() }))
        .child(out(context, shown, instead))
        .child(inwards(context, shown))
        .child(verifying::part(context, shown))
}

fn out(context: &Context<'_>, shown: &Shown<'_>, instead: Option<Element>) -> Element {
    let (t, files) = (context.words.t, instead.is_none());
    let count = el("p", "carry__count")
        .say(t.carry_count_before())
        .child(text("b", "", &number::points(length(shown.entries))))
        .say(t.carry_count_after());
    let some = !shown.empty;
    let saved = shown.saved.map(|saved| if saved { t.carry_saved() } else { t.carry_not_saved() });
    el("section", "carry__part")
        .attr("aria-labelledby", "carry-out")
        .child(say("h2", "carry__title", t.carry_out()).attr("id", "carry-out"))
        .child(if some { count } else { say("p", "hint", t.carry_nothing()) })
        .maybe(instead)
        .maybe(some.then(|| file(context, shown, Format::Json, files)))
        .maybe(some.then(|| file(context, shown, Format::Csv, files)))
        .child(
            el("p", "hint carry__saved")
                .attr("role", "status")
                .attr("aria-live", "polite")
                .named("saved")
                .say(saved.unwrap_or_default()),
        )
        .maybe((!shown.unread.is_empty()).then(|| unread(context, shown.unread, files)))
        .maybe((some && files).then(|| say("p", "hint", t.carry_copy_hint())))
        .maybe((some && files).then(|| say("p", "hint", t.carry_private())))
}

fn file(context: &Context<'_>, shown: &Shown<'_>, format: Format, files: bool) -> Element {
    let t = context.words.t;
    let (name, lead, save, copy) = match format {
        Format::Json => (t.carry_json_title(), t.carry_json_lead(), "save-json", "copy-json"),
        // Csv; what is aside has a part of its own.
        _ => (t.carry_csv_title(), t.carry_csv_lead(), "save-csv", "copy-csv"),
    };
    let button = |class, said, id: &'static str, act| {
        say("button", class, said)
            .attr("type", "button")
            // The same words stand twice: what is meant follows.
            .attr_of("aria-label", &format!("{said} {name}"))
            .flag("disabled", !shown.ready)
            .named(id)
            .pressed(context.on, Act::Carry(act))
    };
    let class = if format == Format::Json { "button button--main" } else { "button" };
    el("div", "carry__file").child(say("h3", "carry__name", name)).child(say("p", "hint", lead)).child(
        el("div", "carry__actions")
            .maybe(files.then(|| button(class, t.carry_save(), save, CarryAct::Save(format))))
            .child(button(
                if files { "button button--quiet" } else { "button" },
                t.carry_copy(),
                copy,
                CarryAct::Copy(format),
            )),
    )
}

fn inwards(context: &Context<'_>, shown: &Shown<'_>) -> Element {
    let t = context.words.t;
    let busy = shown.busy.is_some() || !shown.ready;
    let input = el("input", "visually-hidden")
        .attr("type", "file")
        .attr("id", FILE)
        .attr("accept", ".json,.csv,application/json,text/csv")
        .flag("disabled", busy)
        .named("pick")
        .picked(context.on, Act::Carry(CarryAct::Picked));
    let pick = el("label", "button carry__pick").child(input).child(icon(Icon::Tray)).say(t.carry_pick());
    let area = el("textarea", "field__input carry__pasted")
        .attr("id", PASTED)
        .attr("rows", "5")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .named("pasted");
    let paste = el("details", "more")
        .named("paste")
        .child(say("summary", "more__summary", t.carry_paste()))
        .child(say("label", "field__label", t.carry_paste_label()).attr("for", PASTED))
        .child(area)
        .child(
            say("button", "button", t.carry_paste_read())
                .attr("type", "button")
                .flag("disabled", busy)
                .named("read-pasted")
                .pressed(context.on, Act::Carry(CarryAct::Pasted)),
        );
    el("section", "carry__part")
        .attr("aria-labelledby", "carry-in")
        .child(say("h2", "carry__title", t.carry_in()).attr("id", "carry-in"))
        .child(say("p", "hint", t.carry_in_lead()))
        .child(pick)
        .child(paste)
        .child(outcome(context, shown))
        .maybe(shown.last.map(|last| undo(context, last, busy)))
}

/// How it went: read aloud, and focused.
pub(super) fn outcome(context: &Context<'_>, shown: &Shown<'_>) -> Element {
    let t = context.words.t;
    let class = match (shown.said, shown.failed) {
        (None, _) => "carry__outcome",
        (Some(_), false) => "carry__outcome carry__outcome--said",
        (Some(_), true) => "carry__outcome carry__outcome--said carry__outcome--failed",
    };
    let said = shown.said.or(shown.busy);
    el("div", class)
        .named("outcome")
        .child(
            el("p", "carry__said")
                .attr("id", SAID)
                .attr("tabindex", "-1")
                .attr("role", "status")
                .attr("aria-live", "polite")
                .say(said.unwrap_or_default()),
        )
        .maybe((!shown.faults.is_empty()).then(|| faults(context, shown.faults)))
        .maybe(shown.plan.map(|plan| planned(context, plan)))
        .maybe((shown.failed && shown.plan.is_none()).then(|| close(context, t.carry_close())))
}

fn close(context: &Context<'_>, name: &'static str) -> Element {
    say("button", "button button--quiet", name)
        .attr("type", "button")
        .named("decline")
        .pressed(context.on, Act::Carry(CarryAct::Declined))
}

fn faults(context: &Context<'_>, faults: &[Fault]) -> Element {
    let (t, language) = (context.words.t, context.words.language);
    let mut list = el("ul", "carry__faults").named("faults");
    for fault in faults {
        list.push(text("li", "", &archive::sentence(fault, context.rules, language)));
    }
    el("div", "")
        .child(list)
        .maybe((faults.len() >= MOST_FAULTS).then(|| say("p", "hint", t.carry_refused_more())))
        .child(say("p", "hint", t.carry_refused_lead()))
}

fn warning(said: &str) -> Element {
    el("p", "remark").child(icon(Icon::Info)).child(text("span", "", said))
}

fn undo(context: &Context<'_>, (entries, undoable): (usize, bool), busy: bool) -> Element {
    let t = context.words.t;
    let said = el("p", "hint").say(t.carry_undo_before()).text(&number::points(length(entries))).say(if undoable {
        t.carry_undo_after()
    } else {
        t.carry_undo_late()
    });
    let button = undoable.then(|| {
        el("button", "button")
            .attr("type", "button")
            .flag("disabled", busy)
            .named("undo-import")
            .pressed(context.on, Act::Carry(CarryAct::Undone))
            .child(icon(Icon::Undo))
            .say(t.carry_undo())
    });
    el("div", "carry__last")
        .named("last-import")
        .child(say("h3", "carry__name", t.carry_undo_title()))
        .child(said)
        .maybe(button)
}

fn length(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

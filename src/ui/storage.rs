//! What is said about the device's store, and the records on it that cannot be read.

use super::Context;
use super::act::Act;
use super::carry::{CarryAct, Format};
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use crate::domain::ledger::unreadable::{Unreadable, Why};
use crate::i18n::{filled, number};
use crate::route::View;

/// Most records that are shown.
const MOST: usize = 20;
/// Most characters of each.
const SHOWN: usize = 160;

/// A remark.
pub(crate) fn remark(_: &Context<'_>, said: &'static str) -> Element {
    super::shell::remark(said, Icon::Info).named("storage")
}

/// A remark with a number of records in it, and the way to the files.
pub(crate) fn counted(context: &Context<'_>, said: &'static str, records: usize) -> Element {
    kept(&filled(said, &[&count(records)]), context).named("storage")
}

/// That the device's store is damaged, and what of it goes on in another one.
pub(crate) fn rescued(context: &Context<'_>, read: usize, unread: usize) -> Element {
    let t = context.words.t;
    let mut said = t.storage_rescued().to_owned();
    match read {
        0 => said.push_str(t.storage_rescued_none()),
        read => said.push_str(&filled(t.storage_rescued_read(), &[&count(read)])),
    }
    if unread > 0 {
        said.push_str(&filled(t.storage_rescued_unread(), &[&count(unread)]));
    }
    said.push_str(t.storage_rescued_import());
    kept(&said, context).named("storage")
}

/// That records are not on the device any more, with what can be done about it.
pub(crate) fn lost(context: &Context<'_>, said: &'static str, records: usize) -> Element {
    let t = context.words.t;
    let back = say("button", "link", t.storage_restore())
        .attr("type", "button")
        .named("restore")
        .pressed(context.on, Act::Carry(CarryAct::Restored));
    let acts = el("div", "said__acts").child(back).child(files(context));
    el("div", "notice notice--failed")
        .attr("role", "alert")
        .named("storage")
        .child(icon(Icon::Info))
        .child(el("div", "said").child(text("p", "notice__text", &filled(said, &[&count(records)]))).child(acts))
}

/// That records could not be read, with the way to them.
pub(crate) fn aside(context: &Context<'_>) -> Element {
    kept(context.words.t.aside_kept(), context).named("aside")
}

/// A remark, and below it the way to the files.
fn kept(said: &str, context: &Context<'_>) -> Element {
    let acts = el("div", "said__acts").child(files(context));
    el("div", "remark").child(icon(Icon::Info)).child(el("div", "said").child(text("p", "", said)).child(acts))
}

fn files(context: &Context<'_>) -> Element {
    say("a", "link", context.words.t.storage_files()).attr_of("href", &View::Carry.href())
}

/// The records that could not be read, each with why, and what keeps them; as a file, where files can be saved.
pub(crate) fn unread(context: &Context<'_>, all: &[Unreadable], files: bool) -> Element {
    let (t, language) = (context.words.t, context.words.language);
    let mut list = el("ul", "carry__faults").named("unread");
    for unreadable in all.iter().take(MOST) {
        let why = match unreadable.why {
            Why::NotJson => t.storage_not_json(),
            Why::Newer => t.storage_newer_record(),
            Why::Incomplete => t.storage_incomplete(),
        };
        let start: String = unreadable.record.chars().take(SHOWN).collect();
        list.push(say("li", "", why).child(text("code", "carry__raw", &start)));
    }
    let button = |class, said, id: &'static str, act| {
        say("button", class, said)
            .attr("type", "button")
            .attr_of("aria-label", &format!("{said} {}", t.storage_aside_title()))
            .named(id)
            .pressed(context.on, Act::Carry(act))
    };
    el("div", "carry__file")
        .child(say("h3", "carry__name", t.storage_aside_title()))
        .child(text("p", "hint", &filled(t.storage_aside_lead(), &[&count(all.len())])))
        .child(list)
        .maybe((all.len() > MOST).then(|| {
            text(
                "p",
                "hint",
                &filled(
                    language.pick("还有 ^ 条，都在文件里。", "^ more are in the file."),
                    &[&count(all.len() - MOST)],
                ),
            )
        }))
        .child(
            el("div", "carry__actions")
                .maybe(files.then(|| button("button", t.carry_save(), "save-aside", CarryAct::Save(Format::Aside))))
                .child(button("button button--quiet", t.carry_copy(), "copy-aside", CarryAct::Copy(Format::Aside))),
        )
}

fn count(records: usize) -> String {
    number::points(i64::try_from(records).unwrap_or(i64::MAX))
}

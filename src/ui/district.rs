//! The choice of a district, what its plan asks for, and what is wrong with rules that could not be used.

use super::Context;
use super::act::Act;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::points::kept_copy;
use super::why::source_details;
use crate::desk::{DISTRICTS, DeskAct, Laid, Said, Supply, file};
use crate::domain::district::Scene;
use crate::i18n::filled;

/// Rules that could not be used: the file, why, and each fault with its place.
#[derive(Debug)]
pub(crate) struct Refusal<'a> {
    pub(crate) file: String,
    pub(crate) reason: String,
    pub(crate) faults: Vec<&'a Said>,
}

/// Faults that are shown at once; more of them open on request.
const FAULTS: usize = 5;

/// Scenes that are shown at once; a plan names a dozen, which on a phone are many screens.
const SCENES: usize = 4;

/// The section in which a district is chosen, and read about.
pub(crate) fn section(context: &Context<'_>, laid: &Laid) -> Element {
    let t = context.words.t;
    let by_address = laid.wish().filter(|wish| wish.by_address).map(|wish| {
        let said = filled(t.district_by_address(), &[&wish.asked]);
        el("p", "remark").named("district-by-address").child(icon(Icon::Info)).child(text("span", "", &said))
    });
    let fixed = by_address.is_some();
    let mut choices = el("div", "districts").attr("role", "radiogroup").attr("aria-label", t.district_title());
    let chosen = laid.wish().map(|wish| wish.asked.as_str());
    if !fixed {
        choices.push(choice(context, None, chosen.is_none()));
        for id in DISTRICTS {
            choices.push(choice(context, Some(id), chosen == Some(id)));
        }
    }
    el("section", "part district")
        .attr("id", "district")
        .named("district")
        .child(say("h2", "part__title", t.district_title()))
        .child(say("p", "hint", t.district_lead()))
        .maybe(by_address)
        .child(choices)
        .maybe((!fixed && chosen.is_some()).then(|| say("p", "hint", t.district_changes())))
        .maybe(matches!(laid, Laid::Awaited(_)).then(|| say("p", "loading", t.district_awaited())))
        .maybe(matches!(laid, Laid::Over(_, Supply::Kept)).then(|| kept_copy(context)))
        .maybe(matches!(laid, Laid::Refused(..) | Laid::Passed(_)).then(|| not_in_use(context)))
        .maybe(about(context, laid))
}

fn choice(context: &Context<'_>, id: Option<&'static str>, on: bool) -> Element {
    let t = context.words.t;
    let name = match id {
        Some("xicheng") => t.district_xicheng(),
        Some(_) => t.district_chaoyang(),
        None => t.district_none(),
    };
    let input = el("input", "")
        .attr("type", "radio")
        .attr("name", "district")
        .attr("value", id.unwrap_or("none"))
        .checked(on)
        .picked(context.on, Act::Desk(DeskAct::Choose(id.map(str::to_owned))));
    let in_use = context.rules.district.as_ref().filter(|district| Some(&*district.id) == id);
    let line = match (in_use, id) {
        (Some(district), _) => context.words.label(&district.status),
        (None, Some(_)) => t.example_rules(),
        (None, None) => t.district_none_line(),
    };
    el("label", if on { "districts__one districts__one--on" } else { "districts__one" })
        .child(input)
        .child(el("span", "").child(say("b", "", name)).child(text("span", "districts__line", line)))
}

/// Says that what was chosen is not in use, and offers to try again.
fn not_in_use(context: &Context<'_>) -> Element {
    let t = context.words.t;
    el("p", "remark").child(icon(Icon::Info)).child(say("span", "", t.district_refused())).child(retry(context))
}

fn retry(context: &Context<'_>) -> Element {
    say("button", "link", context.words.t.district_retry())
        .attr("type", "button")
        .pressed(context.on, Act::Desk(DeskAct::Retry))
}

/// The district in use: its rules and what its plan names, each with its source.
fn about(context: &Context<'_>, laid: &Laid) -> Option<Element> {
    let (words, t) = (context.words, context.words.t);
    let district = context.rules.district.as_ref()?;
    // Only an address that rules came from: any other may be no file at all.
    let download = match laid {
        Laid::Over(wish, _) => Some(file(&wish.asked)),
        _ => None,
    };
    let (shown, rest) = district.scenes.split_at_checked(SCENES).unwrap_or((&district.scenes, &[]));
    let more = (!rest.is_empty()).then(|| {
        let said = filled(t.district_more_scenes(), &[&rest.len().to_string()]);
        let summary = text("summary", "more__summary", &said).named("more-scenes");
        el("details", "more scenes__more").child(summary).child(scenes(context, rest))
    });
    let change = el("details", "more").child(say("summary", "more__summary", t.district_change())).child(text(
        "p",
        "",
        words.label(&district.change_note),
    ));
    Some(
        el("div", "district__about")
            .child(
                el("p", "")
                    .child(text("b", "", words.label(&district.title)))
                    .say(" ")
                    .child(text("code", "", &context.rules.name()))
                    .text(&format!(" · {} · ", words.label(&district.status)))
                    .child(say("a", "", t.district_rules()).attr("href", "#/rules"))
                    .maybe(download.map(|address| {
                        let download = say("a", "alone", t.download_rules()).attr_of("href", &address);
                        el("span", "").say(" · ").child(download.attr("download", ""))
                    })),
            )
            .child(change)
            .child(say("h3", "part__title", t.district_scenes()))
            .child(scenes(context, shown))
            .maybe(more),
    )
}

fn scenes(context: &Context<'_>, scenes: &[Scene]) -> Element {
    let words = context.words;
    let mut list = el("ul", "scenes");
    for scene in scenes {
        list.push(
            el("li", "scenes__one")
                .key(&scene.id)
                .child(text("b", "", words.label(&scene.label)))
                .child(text("p", "", words.label(&scene.text)))
                .maybe(source_details(context, scene.source)),
        );
    }
    list
}

/// The notice that rules could not be used. It stays until it is read.
pub(crate) fn refused(context: &Context<'_>, refusal: &Refusal<'_>) -> Element {
    let t = context.words.t;
    // Residents can do nothing about faults in a file; that it could not be had may pass.
    let broken = !refusal.faults.is_empty();
    let said = if broken { t.district_broken() } else { t.district_refused() };
    let file = el("p", "refused__file").say(t.district_file()).say(" ").child(text("code", "", &refusal.file));
    let reason = text("p", "", &refusal.reason);
    let (shown, rest) = refusal.faults.split_at_checked(FAULTS).unwrap_or((&refusal.faults, &[]));
    let faults = (!shown.is_empty()).then(|| {
        let count = filled(t.district_faults(), &[&refusal.faults.len().to_string()]);
        let rest = (!rest.is_empty()).then(|| {
            let said = filled(t.district_more_faults(), &[&rest.len().to_string()]);
            let summary = text("summary", "more__summary", &said);
            el("details", "more").child(summary).child(faults(context, rest))
        });
        el("details", "more")
            .named("for-authors")
            .child(say("summary", "more__summary", t.district_for_authors()))
            .child(text("p", "", &refusal.reason))
            .child(text("p", "refused__count", &count))
            .child(faults(context, shown))
            .maybe(rest)
    });
    let read = say("button", "link", t.dismiss())
        .attr("type", "button")
        .named("district-read")
        .pressed(context.on, Act::Desk(DeskAct::Read));
    el("section", "refused")
        .attr("role", "status")
        .named("district-refused")
        .child(el("p", "refused__title").child(icon(Icon::Info)).child(say("b", "", said)))
        .child(file)
        .maybe((!broken).then_some(reason))
        .maybe(faults)
        .child(el("p", "refused__acts").child(retry(context)).child(read))
}

/// Each fault: where in the file, and what is wrong there.
fn faults(context: &Context<'_>, faults: &[&Said]) -> Element {
    let mut list = el("ol", "refused__faults");
    for Said { path, zh, en } in faults.iter().copied() {
        let place = if path.is_empty() { context.words.t.district_whole_file() } else { path.as_str() };
        let place = text("code", "refused__place", place);
        list.push(el("li", "refused__fault").child(place).child(text("p", "", context.words.language.pick(zh, en))));
    }
    list
}

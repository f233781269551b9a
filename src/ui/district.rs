//! The choice of a district, what its plan asks for, and what is wrong with rules that could not be used.

use super::Context;
use super::act::Act;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::points::kept_copy;
use super::why::source_details;
use crate::desk::{DeskAct, Laid, Said, Supply, file};
use crate::i18n::filled;

/// Rules that could not be used: the file, why, and each fault with its place.
#[derive(Debug)]
pub(crate) struct Refusal<'a> {
    pub(crate) file: String,
    pub(crate) reason: String,
    pub(crate) faults: Vec<&'a Said>,
}

/// Districts that come with the page.
const DISTRICTS: [&str; 2] = ["xicheng", "chaoyang"];

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
    let line = if id.is_some() { t.example_rules() } else { t.district_none_line() };
    el("label", if on { "districts__one districts__one--on" } else { "districts__one" })
        .child(input)
        .child(el("span", "").child(say("b", "", name)).child(say("span", "districts__line", line)))
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
    let mut scenes = el("ul", "scenes");
    for scene in &district.scenes {
        scenes.push(
            el("li", "scenes__one")
                .key(&scene.id)
                .child(text("b", "", words.label(&scene.label)))
                .child(text("p", "", words.label(&scene.text)))
                .maybe(source_details(context, scene.source)),
        );
    }
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
                        let download = say("a", "", t.download_rules()).attr_of("href", &address);
                        el("span", "").say(" · ").child(download.attr("download", ""))
                    })),
            )
            .child(change)
            .child(say("h3", "part__title", t.district_scenes()))
            .child(scenes),
    )
}

/// The notice that rules could not be used. It stays until it is read.
pub(crate) fn refused(context: &Context<'_>, refusal: &Refusal<'_>) -> Element {
    let t = context.words.t;
    let mut facts = el("dl", "refused__facts");
    for (name, fact) in [(t.district_file(), &refusal.file), (t.district_reason(), &refusal.reason)] {
        facts.push(el("div", "").child(say("dt", "", name)).child(text("dd", "", fact)));
    }
    let mut faults = el("ol", "refused__faults");
    for Said { path, zh, en } in refusal.faults.iter().copied() {
        let place = if path.is_empty() { t.district_whole_file() } else { path.as_str() };
        let sentence = context.words.language.pick(zh, en);
        faults.push(el("li", "").child(text("code", "", place)).say(" ").child(text("span", "", sentence)));
    }
    let faults = (!refusal.faults.is_empty()).then(|| {
        let count = filled(t.district_faults(), &[&refusal.faults.len().to_string()]);
        el("details", "more")
            .flag("open", refusal.faults.len() <= 3)
            .child(text("summary", "more__summary", &count))
            .child(faults)
    });
    let read = say("button", "link", t.dismiss())
        .attr("type", "button")
        .named("district-read")
        .pressed(context.on, Act::Desk(DeskAct::Read));
    el("section", "refused")
        .attr("role", "alert")
        .named("district-refused")
        .child(el("p", "refused__title").child(icon(Icon::Info)).child(say("b", "", t.district_refused())))
        .child(facts)
        .maybe(faults)
        .child(el("p", "refused__acts").child(retry(context)).child(read))
}

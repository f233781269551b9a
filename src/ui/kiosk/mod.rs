//! A public screen: one task at a time, nothing to type on, nothing that leads away.

mod about;
mod asked;
mod away;
mod drawn;
mod elsewhere;
mod outcome;
mod pad;
mod poster;
mod receipt;
mod topics;

use super::Context;
use super::act::Act;
use super::element::{Element, el, say, text};
use super::icon::{Icon, brand, icon};
use crate::domain::assessment::Totals;
use crate::domain::district::Merchant;
use crate::domain::ledger::{Ledger, Standing};
use crate::kiosk::{Kiosk, Press, Session, Step};

/// What there is to show.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    /// The screen.
    pub(crate) kiosk: &'a Kiosk,
    /// The account of the session's entries.
    pub(crate) ledger: &'a Ledger,
    /// Why rules that the operator asked for are not in use.
    pub(crate) refused: bool,
    /// Whether the browser can print.
    pub(crate) prints: bool,
}

/// Id of what gets the focus on each screen.
pub(crate) const TITLE: &str = "title";

/// Ids of the two answers while it is asked whether anybody is there; the first gets the focus.
pub(crate) const MORE: &str = "more";
pub(crate) const END_NOW: &str = "end-now";

/// Finds what is printed.
pub(crate) const RECEIPT: &str = ".receipt";

/// The operator's merchant, if the rules in use know it.
fn merchant<'a>(context: &Context<'a>, shown: &Shown<'_>) -> Option<&'a Merchant> {
    context.rules.district.as_ref()?.merchant(shown.kiosk.operator.merchant.as_deref()?)
}

/// The whole screen.
pub(crate) fn screen(context: &Context<'_>, shown: &Shown<'_>) -> Element {
    let Some(session) = &shown.kiosk.session else {
        return el("div", "kiosk").key("poster").named("kiosk").child(poster::poster(context, shown));
    };
    let asking = session.wait.shown();
    let (name, body) = match &session.step {
        Step::Topics => ("topics", topics::topics(context, shown, session)),
        Step::Asking { .. } => ("asking", asked::asked(context, session)),
        Step::Outcome { .. } => ("outcome", outcome::outcome(context, shown, session)),
        Step::Away => ("away", away::away(context, shown, session)),
        Step::Elsewhere { link } => ("elsewhere", elsewhere::elsewhere(context, link)),
    };
    let place = match &session.step {
        Step::Asking { place, .. } => place.to_string(),
        _ => String::new(),
    };
    let main = el("main", "kiosk__main")
        .attr("id", "main")
        .attr("data-step", name)
        // A screen is another element than the one before it, so nothing of one is left in the next.
        .child(el("div", "kiosk__screen").key(&format!("{name}{place}")).child(body));
    let stage = el("div", "kiosk__stage")
        // Behind the question nothing can be reached.
        .flag("inert", asking.is_some())
        .state("aria-hidden", asking.is_some())
        .child(head(context, shown))
        .child(main);
    el("div", "kiosk")
        .key("session")
        .named("kiosk")
        .child(stage)
        .maybe(asking.map(|left| still_there(context, left)))
        .maybe((session.step == Step::Away).then(|| receipt::receipt(context, shown, session)))
}

/// The name of the house and of where it stands, the other language, and the end.
fn head(context: &Context<'_>, shown: &Shown<'_>) -> Element {
    let (words, t) = (context.words, context.words.t);
    let language = say("button", "kiosk__button kiosk__button--quiet", words.language.pick("English", "中文"))
        .attr("type", "button")
        .attr("lang", words.language.pick("en", "zh-CN"))
        .named("language")
        .pressed(context.on, Act::Kiosk(Press::Language));
    let end = button(context, "kiosk__button", Icon::Close, t.kiosk_end(), Press::End).named("end");
    let place = merchant(context, shown).map(|merchant| words.label(&merchant.label));
    let name = el("span", "kiosk__names")
        .child(say("span", "", t.app_name()))
        .maybe(place.map(|place| text("span", "kiosk__place", place).named("merchant")));
    let name = el("p", "kiosk__name").child(brand()).child(name);
    el("header", "kiosk__head").child(name).child(language).child(end)
}

/// Asks whether anybody is there, and counts down.
fn still_there(context: &Context<'_>, left: u32) -> Element {
    let t = context.words.t;
    let more = say("button", "kiosk__button kiosk__button--main", t.kiosk_more())
        .attr("type", "button")
        .attr("id", MORE)
        .named("more")
        .pressed(context.on, Act::Kiosk(Press::More));
    let end = say("button", "kiosk__button", t.kiosk_end())
        .attr("type", "button")
        .attr("id", END_NOW)
        .named("end-now")
        .pressed(context.on, Act::Kiosk(Press::End));
    let count = el("p", "still__left").child(text("b", "still__number", &left.to_string()).named("left")).child(say(
        "span",
        "",
        t.kiosk_seconds(),
    ));
    el("div", "still")
        .attr("role", "alertdialog")
        .attr("aria-modal", "true")
        .attr("aria-labelledby", "still-title")
        .attr("aria-describedby", "still-lead")
        .named("still")
        .child(
            el("div", "still__sheet")
                .child(say("h2", "still__title", t.kiosk_there()).attr("id", "still-title"))
                .child(say("p", "still__lead", t.kiosk_there_lead()).attr("id", "still-lead"))
                .child(count)
                .child(more)
                .child(end),
        )
}

/// A button with its icon.
fn button(context: &Context<'_>, class: &'static str, drawn: Icon, said: &'static str, press: Press) -> Element {
    el("button", class)
        .attr("type", "button")
        .child(icon(drawn))
        .child(say("span", "", said))
        .pressed(context.on, Act::Kiosk(press))
}

/// What counts of an entry, the merchant's bonus among the points.
fn counted(standing: &Standing) -> Totals {
    Totals { points: standing.points(), ..standing.counted }
}

/// The title of a screen.
fn title(said: &str) -> Element {
    text("h1", "kiosk__title", said).attr("id", TITLE).attr("tabindex", "-1")
}

/// How many entries there are.
fn count(context: &Context<'_>, session: &Session) -> String {
    format!("{}{}", session.entries.len(), context.words.t.kiosk_count())
}

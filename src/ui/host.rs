//! Where the page is shown by somebody else: who may know what, and what such a place takes away.

use std::rc::Rc;

use super::act::Act;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::shell::remark;
use super::{Context, Words};
use crate::domain::assessment::Totals;
use crate::host::named::parts;
use crate::host::{Drawn, Host, HostAct, Surface};
use crate::i18n::{filled, number};
use crate::route::View;

/// How a host is called: an origin, or a mini-program with the name that it gives itself.
fn named(context: &Context<'_>, host: &str) -> String {
    let words = context.words;
    let (app, name) = match parts(host) {
        Some((Surface::WEIXIN, name)) => (words.t.host_weixin(), name),
        Some((_, name)) => (words.t.host_alipay(), name),
        None => return words.language.pick("「^」", "^").replace('^', host),
    };
    match name {
        Some(name) => format!("{app}{}", words.language.pick("「^」", " “^”").replace('^', name)),
        None => app.to_owned(),
    }
}

/// What is to be said above every screen.
pub(crate) fn said(context: &Context<'_>, host: &Host, view: &View, entries: u64) -> Element {
    let calm = matches!(view, View::Home | View::Me);
    // One thing at a time.
    let offers = calm && host.lost.is_none() && !host.asking && host.offers_to_carry(entries);
    let no_files = !host.files && *view == View::Carry;
    el("div", "host")
        .maybe(host.who.as_deref().filter(|_| host.asking && host.lost.is_none()).map(|who| question(context, who)))
        .maybe(host.lost.filter(|_| *view != View::Carry).map(|lost| loss(context, lost)))
        .maybe(offers.then(|| carry(context, entries)))
        .maybe(
            no_files
                .then(|| remark(context.words.t.host_no_files(), Icon::Info).attr("role", "status").named("no-files")),
        )
}

fn question(context: &Context<'_>, who: &str) -> Element {
    let t = context.words.t;
    let mut told = el("ul", "host__told");
    for what in [t.host_told_totals(), t.host_told_count(), t.host_told_entry()] {
        told.push(say("li", "", what));
    }
    el("section", "host__card host__card--asks")
        .attr("aria-labelledby", "host-asks")
        .named("consent")
        .child(text("h2", "host__title", &filled(t.host_asks(), &[&named(context, who)])).attr("id", "host-asks"))
        .child(say("p", "", t.host_asks_lead()))
        .child(told)
        .child(say("p", "", t.host_not_told()))
        .child(
            el("div", "host__actions")
                .child(button(context, "button button--main", t.host_agree(), HostAct::Answered(true)).named("agree"))
                .child(button(context, "button", t.host_refuse(), HostAct::Answered(false)).named("refuse")),
        )
        .child(say("p", "hint", t.host_revocable()))
}

fn loss(context: &Context<'_>, lost: u64) -> Element {
    let t = context.words.t;
    let count = number::grouped(&lost.to_string());
    el("section", "host__card")
        .attr("role", "status")
        .named("lost")
        .child(text("h2", "host__title", &filled(t.host_lost(), &[&count])))
        .child(say("p", "", t.host_lost_why()))
        .child(
            el("div", "host__actions")
                .child(say("a", "button button--main", t.host_lost_back()).attr_of("href", &View::Carry.href()))
                .child(button(context, "button", t.host_lost_seen(), HostAct::LossSeen).named("loss-seen")),
        )
}

fn carry(context: &Context<'_>, entries: u64) -> Element {
    let t = context.words.t;
    let count = number::grouped(&entries.to_string());
    el("section", "host__card")
        .attr("aria-labelledby", "host-carry")
        .named("carry-offer")
        .child(say("h2", "host__title", t.host_carry()).attr("id", "host-carry"))
        .child(text("p", "", &filled(t.host_carry_lead(), &[&count])))
        .child(
            el("div", "host__actions")
                .child(
                    button(context, "button button--main", t.host_carry_make(), HostAct::Coded(0)).named("carry-make"),
                )
                .child(button(context, "button", t.host_carry_later(), HostAct::PutOff).named("carry-later")),
        )
}

/// The part of 我的 about hosts.
pub(crate) fn section(context: &Context<'_>, host: &Host, drawn: Option<&Drawn>) -> Element {
    let t = context.words.t;
    let agreed: Vec<&str> = host.agreed.all().collect();
    let mut list = el("ul", "host__agreed");
    for who in &agreed {
        let withdraw = HostAct::Withdrawn((*who).to_owned());
        let withdraw = button(context, "button button--quiet", t.host_withdraw(), withdraw).named("withdraw");
        list.push(el("li", "").key(who).child(text("span", "", &named(context, who))).child(withdraw));
    }
    let who = host.who.as_deref().filter(|_| !host.may_be_told() && !host.asking);
    let invite = who.map(|who| {
        let said = filled(t.host_invite(), &[&named(context, who)]);
        el("button", "button")
            .attr("type", "button")
            .named("invite")
            .pressed(context.on, Act::Host(Rc::new(HostAct::Invited)))
            .text(&said)
    });
    // An app's own browser is nobody who could know anything.
    let nobody = host.surface == Surface::Alone && agreed.is_empty();
    el("section", "part host__part")
        .named("hosts")
        .child(say("h2", "part__title", if nobody { t.host_section_share() } else { t.host_section() }))
        .maybe(
            (!nobody)
                .then(|| say("p", "hint", if agreed.is_empty() { t.host_nobody() } else { t.host_section_lead() })),
        )
        .maybe((!agreed.is_empty()).then_some(list))
        .maybe(invite)
        .child(button(context, "button", t.host_share(), HostAct::Shared).named("share"))
        .child(say("p", "hint", t.host_share_lead()))
        .maybe((!host.files).then(|| picture(context, drawn)))
}

/// Id of the picture, and before it is there of what makes it: it gets the focus.
pub(crate) const PICTURE: &str = "picture";

/// A button that makes a picture of the statement on the screen, or of the month; and the picture.
pub(crate) fn picture(context: &Context<'_>, drawn: Option<&Drawn>) -> Element {
    let t = context.words.t;
    let Some(drawn) = drawn else {
        return button(context, "button", t.host_picture(), HostAct::Pictured(true))
            .attr("id", PICTURE)
            .named("picture-make");
    };
    long_press(drawn, t.host_picture_hint()).attr("id", PICTURE).attr("tabindex", "-1").child(button(
        context,
        "button",
        t.host_picture_close(),
        HostAct::Pictured(false),
    ))
}

/// A picture, and that it is to be pressed long.
pub(crate) fn long_press(drawn: &Drawn, hint: &'static str) -> Element {
    let image = el("img", "").attr_of("src", &drawn.address).attr_of("alt", &drawn.said).named("picture");
    el("figure", "host__picture")
        .child(image)
        .child(el("figcaption", "").child(icon(Icon::Tray)).child(say("span", "", hint)))
}

/// What a picture of the three ledgers says.
pub(crate) fn three_ledgers(title: &str, totals: Totals, words: Words) -> String {
    let t = words.t;
    let carbon = number::carbon(totals.carbon_mg, words.language);
    filled(
        t.host_picture_alt(),
        &[
            title,
            &carbon.number,
            carbon.unit,
            &number::pollutant_equivalents(totals.air.upe),
            t.pe_unit(),
            &number::points(totals.points),
        ],
    )
}

fn button(context: &Context<'_>, class: &'static str, said: &'static str, act: HostAct) -> Element {
    say("button", class, said).attr("type", "button").pressed(context.on, Act::Host(Rc::new(act)))
}

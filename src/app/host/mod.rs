//! The page in somebody else's: hears its host, tells it what may be told, and does what the resident decides about it.

mod carrying;
mod hearing;
mod telling;

pub(super) use carrying::{carried_out, instead};

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::edge::Edge;
use super::state::{Action, Keeping, Report, State};
use crate::host::origins::{Agreed, Origins};
use crate::host::{Drawn, Host, HostAct, Surface, losses, told};
use crate::platform::{Listening, bridge, fetch, host, location, marker, page};
use crate::route::View;
use crate::ui::act::Act;
use crate::ui::codes::CODES;
use crate::ui::element::Element;
use crate::ui::{Context, Rules, host as drawing};

/// What is kept beside the entries: who was agreed to, how many entries there are, and how many were carried out.
const AGREED: &str = "hosts";
const ENTRIES: &str = "entries";
const CARRIED: &str = "carried";

/// How long the server may take for the list of hosts.
const PATIENCE_MS: i32 = 8000;

/// What holds the page and its host together.
#[derive(Default)]
struct Link {
    /// Held for their drop.
    listening: Vec<Listening>,
    /// Who may speak with the page, once that was read.
    allowed: Option<Origins>,
    /// What was said before that.
    waiting: Vec<(String, Option<String>)>,
    /// Whether the host knows that the page listens.
    ready: bool,
    /// How tall the page is, and what the host was told of that.
    height: (u32, u32),
    /// The entry and the summary that were told last.
    told: (String, String),
    /// The district that the host asked for last, before it is known whether it can be had, and what the address asked for
    /// before that.
    district: Option<(String, String)>,
    /// Entries that the mark says there are.
    marked: Option<u64>,
    /// The picture that was made last. Here and not in the state, which the first file would have to know.
    drawn: Option<Rc<Drawn>>,
    /// What gets the focus once it is drawn: what was pressed is gone then.
    focus: Option<&'static str>,
}

thread_local! {
    /// Of the one page there is, once it has begun to look for its host.
    static LINK: RefCell<Option<Link>> = const { RefCell::new(None) };
}

/// Does something with the link; nothing in it may lead back here.
fn linked<T: Default>(with: impl FnOnce(&mut Link) -> T) -> T {
    LINK.with_borrow_mut(|link| link.as_mut().map(with).unwrap_or_default())
}

/// After each drawing: begins, or tells the host what has changed.
pub(super) fn drawn(state: &State, on: &Callback<Act>, edge: &Edge) {
    if state.keeping == Keeping::Opening {
        return;
    }
    if LINK.with_borrow(Option::is_none) {
        LINK.set(Some(Link::default()));
        start(state, on, edge);
    } else if let Some(host) = &state.host {
        mark(state, host, edge);
        telling::follow(state, host);
        hearing::laid(state, host, edge);
        if let Some(id) = linked(|link| link.focus.take()) {
            page::focus(id);
        }
    }
}

fn start(state: &State, on: &Callback<Act>, edge: &Edge) {
    let agreed = marker::kept(AGREED).map(|text| Agreed::read(&text)).unwrap_or_default();
    let seen = host::seen();
    let name = location::asked("hostname");
    let mut found = Host::new(seen, name.as_deref(), agreed);
    if seen.surface == Surface::Alone && seen.files {
        // Whoever agreed elsewhere can take it back here.
        if found.agreed.all().next().is_some() {
            elsewhere(on);
            tell(edge, found);
        }
        return;
    }
    elsewhere(on);
    match seen.surface {
        Surface::Alone => {
            let arrived = on.clone();
            let bridge = host::on_arrival(move || arrived.emit(Act::Host(Rc::new(HostAct::Arrived))));
            linked(|link| link.listening.push(bridge));
        }
        Surface::Framed => {
            links(edge);
            framed(on);
        }
        Surface::Weixin | Surface::Alipay => mini_program(&mut found, edge),
    }
    let now = entries(state);
    let carried: u64 = marker::kept(CARRIED).and_then(|text| text.parse().ok()).unwrap_or(0);
    found.carried = carried.min(now);
    let (kept, told) = (marker::kept(ENTRIES), location::asked(ENTRIES));
    // Entries that were all undone are not lost.
    let records = u64::try_from(state.ledger.borrow().entries().len()).unwrap_or(u64::MAX);
    found.lost = losses::lost(records, kept.as_deref(), told.as_deref());
    tell(edge, found);
}

/// Hears who was agreed to, and not any more, in other tabs.
fn elsewhere(on: &Callback<Act>) {
    let heard = on.clone();
    let kept = marker::on_kept_elsewhere(AGREED, move || heard.emit(Act::Host(Rc::new(HostAct::AgreedElsewhere))));
    linked(|link| link.listening.push(kept));
}

/// "Back" leaves the page at once: its own links make no steps.
fn links(edge: &Edge) {
    let navigate = edge.clone();
    let links = location::on_link(move |hash| match View::from_hash(hash) {
        Some(view) => {
            location::replace_hash(hash);
            navigate.tell(Action::Navigated(view));
        }
        None => page::focus(hash.trim_start_matches('#')),
    });
    linked(|link| link.listening.push(links));
}

fn mini_program(found: &mut Host, edge: &Edge) {
    links(edge);
    let bridge = bridge::load(found.surface);
    linked(|link| link.listening.push(bridge));
    if location::asked("ask").as_deref() == Some("summary") {
        found.asks();
    }
    telling::ready(found);
}

/// The app around the page has its bridge: perhaps it is a mini-program after all.
fn arrived(next: &mut Host, edge: &Edge) {
    let seen = host::seen();
    if next.surface == Surface::Alone && seen.surface.is_mini_program() {
        let name = location::asked("hostname");
        let found = Host::new(seen, name.as_deref(), next.agreed.clone());
        *next = Host { lost: next.lost, put_off: next.put_off, carried: next.carried, ..found };
        mini_program(next, edge);
    }
}

/// Who is agreed to is what is kept; where nothing can be kept, what was said in this visit.
fn reread(next: &mut Host) {
    if let Some(agreed) = marker::kept(AGREED).map(|text| Agreed::read(&text)) {
        follows(next, agreed);
    }
}

fn follows(next: &mut Host, agreed: Agreed) {
    match next.follows(agreed) {
        Some(told::Consent::Withdrawn) => telling::withdrawn(next),
        Some(consent) => {
            telling::again();
            telling::consent(next, consent);
        }
        None => {}
    }
}

/// Listens to the page around this one, and reads who may be it.
fn framed(on: &Callback<Act>) {
    let (heard, grown, listed) = (on.clone(), on.clone(), on.clone());
    let messages = host::on_message(move |origin, text| heard.emit(Act::Host(Rc::new(HostAct::Heard(origin, text)))));
    linked(|link| link.listening.push(messages));
    if host::is_sized_by_host() {
        host::on_height(move |height| grown.emit(Act::Host(Rc::new(HostAct::Grown(height)))));
    }
    spawn_local(async move {
        // Without the list, only pages of the page's own origin may speak with it.
        let text = fetch::text("hosts.json", PATIENCE_MS).await;
        let origins = text.map(|text| Origins::read(&text)).unwrap_or_default();
        listed.emit(Act::Host(Rc::new(HostAct::Listed(origins))));
    });
}

fn tell(edge: &Edge, host: Host) {
    edge.tell(Action::Hosted(Rc::new(host)));
}

/// Entries as the resident counts them: without what was undone.
fn entries(state: &State) -> u64 {
    u64::try_from(state.ledger.borrow().counting()).unwrap_or(u64::MAX)
}

/// Keeps the number of entries beside them.
fn mark(state: &State, host: &Host, edge: &Edge) {
    let count = entries(state);
    if linked(|link| link.marked.replace(count) == Some(count)) {
        return;
    }
    if count > 0 {
        marker::keep(ENTRIES, &count.to_string());
        if host.lost.is_some() {
            tell(edge, Host { lost: None, ..host.clone() });
        }
    } else if host.lost.is_none() {
        marker::keep(ENTRIES, "");
    }
}

/// What is said above every screen.
pub(super) fn said(state: &State, context: &Context<'_>) -> Option<Element> {
    let host = state.host.as_deref()?;
    Some(drawing::said(context, host, &state.view, entries(state)))
}

/// The part of 我的 about hosts.
pub(super) fn section(state: &State, context: &Context<'_>) -> Option<Element> {
    let host = state.host.as_deref()?;
    Some(drawing::section(context, host, carrying::shown(state).as_deref()))
}

/// Does what the resident or the host asks for.
pub(super) fn act(act: Rc<HostAct>, state: &State, rules: &Rules, edge: &Edge) {
    let Some(host) = state.host.as_deref() else { return };
    let mut next = host.clone();
    match Rc::unwrap_or_clone(act) {
        HostAct::Heard(origin, text) => return hearing::heard(origin, text, state, rules, edge),
        HostAct::Listed(origins) => return hearing::listed(origins, state, rules, edge),
        HostAct::Grown(height) => return telling::grown(host, height),
        HostAct::Answered(agrees) => {
            next.answered(agrees);
            keep(&next);
            telling::consent(&next, if agrees { told::Consent::Agreed } else { told::Consent::Refused });
        }
        HostAct::AgreedElsewhere => {
            // Nothing at all is kept if everything was cleared.
            let agreed = marker::kept(AGREED).map(|text| Agreed::read(&text)).unwrap_or_default();
            follows(&mut next, agreed);
        }
        HostAct::Arrived => arrived(&mut next, edge),
        HostAct::Withdrawn(who) => {
            let mut agreed = next.agreed.clone();
            agreed.remove(&who);
            follows(&mut next, agreed);
            keep(&next);
        }
        HostAct::Invited => next.asking = true,
        HostAct::Shared => {
            let edge = edge.clone();
            return page::copy_text(&location::clean(), move |copied| edge.report(Report::Copied(copied)));
        }
        HostAct::Pictured(wanted) => {
            let drawn = if wanted { carrying::picture(state, rules) } else { None };
            linked(|link| (link.drawn, link.focus) = (drawn, Some(drawing::PICTURE)));
        }
        HostAct::Coded(place) => {
            let first = carrying::shown(state).is_none();
            let drawn = carrying::codes(state, place);
            linked(|link| (link.drawn, link.focus) = (Some(drawn), first.then_some(CODES)));
            if state.view != View::Carry {
                location::replace_hash(&View::Carry.href());
                edge.tell(Action::Navigated(View::Carry));
            }
        }
        HostAct::LinkCopied => {
            let drawn = carrying::shown(state);
            let Some(codes) = drawn.as_ref().and_then(|drawn| drawn.codes.as_ref()) else { return };
            let edge = edge.clone();
            return page::copy_text(&codes.link, move |copied| edge.report(Report::Copied(copied)));
        }
        HostAct::Kept => {
            linked(|link| (link.drawn, link.focus) = (None, Some(CODES)));
            carrying::carried(state, &mut next);
        }
        HostAct::PutOff => next.put_off = true,
        HostAct::LossSeen => {
            next.lost = None;
            marker::keep(ENTRIES, "");
        }
    }
    tell(edge, next);
}

fn keep(host: &Host) {
    marker::keep(AGREED, &host.agreed.text());
}

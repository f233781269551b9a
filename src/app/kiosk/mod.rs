//! A public screen in the page: what of the browser its sessions need, and what they must not leave behind.
//!
//! Nothing of a session is in the page's own state: [`Kiosk`] holds it, and drops it. The store is one in memory and
//! stays empty; the address never changes, so the history has nothing to go back to.

use yew::Callback;

use super::consequence::consequences;
use crate::desk::Laid;
use crate::domain::date::Date;
use crate::domain::ledger::{Ledger, Policy};
use crate::kiosk::{Kiosk, Moment, Operator, Press, Step};
use crate::platform::idle::{Ticking, on_leaving, on_presence};
use crate::platform::{Listening, clock, dialog, location, page, paper, public, random, update};
use crate::route::View;
use crate::ui::act::Act;
use crate::ui::element::Element;
use crate::ui::kiosk::{END_NOW, MORE, RECEIPT, Shown, TITLE, screen};
use crate::ui::{Context, Rules, Words};

/// Milliseconds between two looks at the clock while somebody is there.
const TICK_MS: i32 = 500;

/// Milliseconds between two looks at the clock while nobody is.
const REST_MS: i32 = 60_000;

/// Milliseconds between two questions to the server whether there is a newer build.
const SEEK_MS: i64 = 3_600_000;

/// A public screen, as the page that shows it sees it. What is behind it is fetched after the first screen.
pub(super) trait Public: std::fmt::Debug {
    /// Takes in what was done; whether anything on the screen changed.
    fn press(&mut self, press: Press, today: Date, rules: &Rules) -> bool;
    /// Draws it.
    fn draw(&self, today: Date, rules: &Rules, district: &Laid, on: &Callback<Act>) -> Element;
    /// After it was drawn.
    fn drawn(&mut self);
}

/// Puts it up.
pub(super) fn put_up(on: &Callback<Act>) -> Box<dyn Public> {
    let operator = Operator::read(&public::here(), location::asked);
    let call = |press: Press| {
        let on = on.clone();
        move || on.emit(Act::Kiosk(press))
    };
    Box::new(Screen {
        kiosk: Kiosk::new(operator),
        on: on.clone(),
        newer: false,
        ticking: None,
        resting: Some(rest(on)),
        sought: clock::steady_ms(),
        asked: None,
        // Not yet drawn: the document still goes by the language of the browser.
        place: "new".to_owned(),
        // Also what "back" revives is a poster: the session ends before the page is put away.
        _listening: [
            public::shield(),
            on_presence(call(Press::Touched)),
            on_leaving(call(Press::End)),
            update::on_newer(call(Press::Newer)),
            sent(on),
        ],
    })
}

#[derive(Debug)]
struct Screen {
    kiosk: Kiosk,
    on: Callback<Act>,
    /// Whether a newer build waits until nobody is there.
    newer: bool,
    /// Looks at the clock while somebody is there, and while nobody is.
    ticking: Option<Ticking>,
    resting: Option<Ticking>,
    /// When it was asked last whether there is a newer build.
    sought: i64,
    /// Keeps the focus while it is asked whether anybody is there.
    asked: Option<Listening>,
    /// What had the focus last.
    place: String,
    _listening: [Listening; 5],
}

impl Public for Screen {
    fn press(&mut self, press: Press, today: Date, rules: &Rules) -> bool {
        match press {
            Press::Print => {
                paper::fit_roll(RECEIPT);
                page::print();
            }
            Press::Newer => self.newer = true,
            _ => {}
        }
        let hash = if press == Press::Sent { location::hash() } else { String::new() };
        let sent = matches!(View::from_hash(&hash), Some(View::Receipt(_) | View::Check(_)));
        let id = if press == Press::Start || sent { random::entry_id() } else { String::new() };
        let (now, steady) = (clock::now_ms(), clock::steady_ms());
        let moment = Moment { now, steady, today, rules, fresh_id: &id, consequences };
        let changed = self.kiosk.press(press, &moment) || sent;
        if sent {
            self.kiosk.send_elsewhere(&hash, &moment);
            // What somebody brought along stays in no address.
            location::replace_hash(&View::Home.href());
        }
        match &self.kiosk.session {
            None => {
                self.ticking = None;
                self.resting.get_or_insert_with(|| rest(&self.on));
                // A screen that is never opened anew becomes a newer build only here, where nobody is in the middle of
                // anything.
                if self.newer {
                    update::take();
                } else if steady - self.sought >= SEEK_MS {
                    self.sought = steady;
                    update::seek();
                }
            }
            Some(_) if self.ticking.is_none() => {
                self.resting = None;
                self.ticking = Some(every(TICK_MS, &self.on));
            }
            Some(_) => {}
        }
        changed
    }

    fn draw(&self, today: Date, rules: &Rules, district: &Laid, on: &Callback<Act>) -> Element {
        let context = Context {
            words: Words::of(self.kiosk.language()),
            rules,
            shelf: None,
            today,
            person: crate::domain::ledger::FIRST_PERSON,
            on,
            attempted: false,
            saving: false,
            why_open: false,
            factor: None,
            explain: None,
        };
        let session = self.kiosk.session.as_ref();
        let policy = || Policy::of(rules.shared());
        let ledger = session.map_or_else(Ledger::default, |session| session.ledger(policy()));
        let refused = matches!(district, Laid::Refused(..) | Laid::Passed(_));
        let shown = Shown { kiosk: &self.kiosk, ledger: &ledger, refused, prints: page::can_print() };
        screen(&context, &shown)
    }

    fn drawn(&mut self) {
        let place = self.place();
        if place != self.place {
            let language = self.kiosk.language();
            page::set_language(language.tag(), Words::of(language).t.app_name());
            page::scroll_to_top();
            let asked = self.kiosk.session.as_ref().is_some_and(|session| session.wait.shown().is_some());
            page::focus(if asked { MORE } else { TITLE });
            self.asked = asked.then(|| dialog::hold_focus([MORE, END_NOW]));
            self.place = place;
        }
    }
}

/// Tells the screen again and again that time went on.
fn every(milliseconds: i32, on: &Callback<Act>) -> Ticking {
    let on = on.clone();
    Ticking::every(milliseconds, move || on.emit(Act::Kiosk(Press::Tick)))
}

/// Whatever stands in the address, now or later, is looked at once the screen is there.
fn sent(on: &Callback<Act>) -> Listening {
    let at_first = on.clone();
    wasm_bindgen_futures::spawn_local(async move { at_first.emit(Act::Kiosk(Press::Sent)) });
    let on = on.clone();
    location::on_hash_change(move |_| on.emit(Act::Kiosk(Press::Sent)))
}

fn rest(on: &Callback<Act>) -> Ticking {
    every(REST_MS, on)
}

impl Screen {
    /// What is on the screen, as far as the focus goes: nothing that was told.
    fn place(&self) -> String {
        let Some(session) = &self.kiosk.session else { return String::new() };
        let (name, place) = match &session.step {
            Step::Topics => ("topics", 0),
            Step::Asking { place, .. } => ("asking", *place),
            Step::Outcome { .. } => ("outcome", session.entries.len()),
            Step::Away => ("away", 0),
            Step::Elsewhere { .. } => ("elsewhere", 0),
        };
        format!("{name} {place} {} {}", session.language.tag(), session.wait.shown().is_some())
    }
}

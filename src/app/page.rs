//! The page as a component: it reports facts to the state, carries out what follows at the edge, and draws.
//!
//! One component with one message type, because each further component costs three to six kilobytes of WebAssembly
//! before it draws anything.

mod acting;
mod rules;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Component, Context as Link, Html};

use super::carry::Carry;
use super::draw;
use super::edge::Edge;
use super::kiosk::Public;
use super::later::{Later, Unfetched, fetch};
use super::state::{Action, Keeping, State};
use crate::display::TextSize;
use crate::domain::ledger::Policy;
use crate::domain::rulebook::{Damaged, ParameterRef, Rulebook};
use crate::platform::{Listening, clock, location, page};
use crate::route::View;
use crate::ui::act::Act;
use crate::ui::{Rules, Words};

/// A message to the page.
#[derive(Debug)]
pub enum Message {
    /// A fact from the edge.
    Fact(Action),
    /// Something the resident did.
    #[doc(hidden)]
    Done(Done),
    /// The rest of the page was fetched, or was not.
    #[doc(hidden)]
    Fetched(Fetched),
}

/// The rest of the page; opaque outside it.
#[derive(Debug)]
pub struct Fetched(Result<Later, Unfetched>);

/// An act of the resident; opaque outside the page.
#[derive(Debug)]
pub struct Done(Act);

/// The whole page.
#[derive(Debug)]
pub struct App {
    rules: Result<Rules, Damaged>,
    later: Option<Later>,
    state: State,
    edge: Edge,
    on: Callback<Act>,
    fetched: Callback<Fetched>,
    /// Held for their drop.
    _listening: Listening,
    hearing: Option<[Listening; 4]>,
    /// What is to be saved once all is here that it is to be worked out with, and the screen it was asked for on.
    held: Option<(Act, View)>,
    /// The screen whose title has the focus; a new screen gets it.
    focused: View,
    /// The factor whose card was brought into view.
    opened: Option<(usize, ParameterRef)>,
    /// Whether this is a public screen.
    public: bool,
    /// The public screen, once what it needs was fetched.
    kiosk: Option<Box<dyn Public>>,
    /// How far taking records out and in had come when it was last drawn.
    carried: Option<Rc<Carry>>,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(link: &Link<Self>) -> Self {
        let fact = link.link().callback(Message::Fact);
        let told = fact.clone();
        let language = location::language().or_else(page::preferred_language).unwrap_or_default();
        let public = location::asked("mode").is_some_and(|mode| mode == "kiosk");
        let view = View::from_hash(&location::hash()).filter(|_| !public).unwrap_or_default();
        let today = clock::today();
        let rules = Rulebook::current_figures(today).map(Rules::new);
        let listening = location::on_hash_change(move |hash| match View::from_hash(&hash) {
            Some(view) => fact.emit(Action::Navigated(view)),
            // An address of ours that leads nowhere leads home; any other is for the browser.
            None if hash.starts_with("#/") => {
                location::replace_hash(&View::Home.href());
                fact.emit(Action::Navigated(View::Home));
            }
            None => {}
        });
        // The accounts are kept by the rules once they are here with their words.
        let mut state = State::starting(language, view.clone(), today, Policy::default());
        if let Some(size) = location::asked("font").and_then(|text| TextSize::from_text(&text)) {
            (state.size, state.size_asked) = (size, true);
            page::set_text_size(size.pixels().as_deref(), size.is_elder());
        }
        let edge = Edge::new(told, state.ledger.clone());
        if rules.is_ok() {
            edge.open(public);
        }
        page::set_language(language.tag(), Words::of(language).t.app_name());
        Self {
            rules,
            later: None,
            state,
            edge,
            on: link.link().callback(|act| Message::Done(Done(act))),
            fetched: link.link().callback(Message::Fetched),
            _listening: listening,
            hearing: None,
            held: None,
            focused: view,
            opened: None,
            public,
            kiosk: None,
            carried: None,
        }
    }

    fn update(&mut self, _: &Link<Self>, message: Message) -> bool {
        match message {
            Message::Fact(action) => self.learn(action),
            Message::Done(Done(act)) => self.act(act),
            Message::Fetched(Fetched(fetched)) => self.complete(fetched),
        }
    }

    fn view(&self, _: &Link<Self>) -> Html {
        match &self.rules {
            Ok(rules) if self.public => {
                let state = &self.state;
                let drawn =
                    self.kiosk.as_ref().map(|kiosk| kiosk.draw(state.today, rules, &state.desk.district, &self.on));
                drawn.unwrap_or_else(|| draw::awaited(state, &self.on)).done()
            }
            Ok(rules) => draw::page(&self.state, rules, self.later.as_ref(), &self.on).done(),
            Err(Damaged) => draw::unusable(self.state.language).done(),
        }
    }

    fn rendered(&mut self, _: &Link<Self>, first: bool) {
        if first {
            self.fetch();
        }
        if let Some(kiosk) = &mut self.kiosk {
            return kiosk.drawn();
        }
        if self.focused != self.state.view {
            self.focused = self.state.view.clone();
            page::scroll_to_top();
            page::focus("title");
        }
        if let Some(later) = &self.later {
            (later.drawn)(&self.state, &self.on, &self.edge);
        }
        if let (Some(later), Ok(rules)) = (&self.later, &self.rules) {
            (later.carry_drawn)(&self.state, rules, &self.edge, &mut self.carried);
        }
        if self.opened != self.state.factor {
            self.opened = self.state.factor;
            if let (Some(later), Some(_)) = (&self.later, self.opened) {
                (later.reveal)();
            }
        }
    }
}

impl App {
    /// Fetches what the first screen does without.
    fn fetch(&self) {
        let fetched = self.fetched.clone();
        spawn_local(async move { fetched.emit(Fetched(fetch().await)) });
    }

    /// The state after a fact; what a newcomer cannot do, the second file knows.
    fn next(&self, action: Action) -> Option<State> {
        match self.state.begun(action) {
            Ok(next) => next,
            Err(other) => (self.later.as_ref()?.after)(&self.state, other),
        }
    }

    /// Takes a fact in; whether anything changed.
    #[inline(never)]
    fn learn(&mut self, action: Action) -> bool {
        if matches!(action, Action::Posted { then: Some(_), .. }) {
            // A form that is done leads to what it changed, also where that is the screen it stands on.
            page::scroll_to_top();
        }
        let laid = match &action {
            Action::Desk(change) => change.rules().map(|rules| rules.book().clone()),
            _ => None,
        };
        let store_opened = matches!(action, Action::Opened { .. });
        // Whoever leaves while a district's rules are awaited has not saved; what the page itself has still to fetch
        // holds nobody up.
        if matches!(action, Action::Navigated(_)) && self.later.is_some() && self.held.take().is_some() {
            self.state.saving = false;
        }
        let Some(next) = self.next(action) else { return false };
        if next.language != self.state.language {
            page::set_language(next.language.tag(), Words::of(next.language).t.app_name());
        }
        if next.size != self.state.size {
            page::set_text_size(next.size.pixels().as_deref(), next.size.is_elder());
        }
        let turned = self.turn_day(next.today);
        let opened = self.state.keeping == Keeping::Opening && next.keeping != Keeping::Opening;
        self.state = next;
        if let Some(rules) = laid {
            self.rules = Ok(Rules::sharing(rules));
        }
        if store_opened {
            self.read();
        }
        if opened || turned {
            self.lay();
        }
        self.go_on();
        true
    }
}

//! The page as a component: it reports facts to the state, carries out what follows at the edge, and draws.
//!
//! One component with one message type, because each further component costs three to six kilobytes of WebAssembly
//! before it draws anything.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Component, Context as Link, Html};

use super::carry::Carry;
use super::draw;
use super::edge::{Edge, Write};
use super::form::checked;
use super::later::{Later, Unfetched, fetch};
use super::state::{Action, EXAMPLE, Keeping, Report, Rest, State};
use super::suggestion;
use crate::desk::{DISTRICT, Laid};
use crate::domain::activity::Activity;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::ledger::{Person, Policy, Posted};
use crate::domain::methodology;
use crate::domain::rulebook::{Damaged, ParameterRef, Rulebook};
use crate::i18n::Language;
use crate::insight::Change;
use crate::platform::{Listening, clock, location, page};
use crate::route::View;
use crate::ui::act::Act;
use crate::ui::chart::month_id;
use crate::ui::field::field_id;
use crate::ui::outcome::{Preview, WHY_BUTTON};
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
    hearing: Option<[Listening; 2]>,
    /// What is to be saved once the rules are here that it is to be worked out with.
    held: Option<Act>,
    /// The screen whose title has the focus; a new screen gets it.
    focused: View,
    /// The factor whose card was brought into view.
    opened: Option<(usize, ParameterRef)>,
    /// How far taking records out and in had come when it was last drawn.
    carried: Option<Rc<Carry>>,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(link: &Link<Self>) -> Self {
        let fact = link.link().callback(Message::Fact);
        let told = fact.clone();
        let language = page::preferred_language().unwrap_or_default();
        let view = View::from_hash(&location::hash()).unwrap_or_default();
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
        let policy = rules.as_ref().map(|rules| Policy::of(rules.shared())).unwrap_or_default();
        let state = State::starting(language, view.clone(), today, policy);
        let edge = Edge::new(told, state.ledger.clone());
        if let Ok(rules) = &rules {
            edge.open(rules.shared());
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
            Ok(rules) => draw::page(&self.state, rules, self.later.as_ref(), &self.on).done(),
            Err(Damaged) => draw::unusable(self.state.language).done(),
        }
    }

    fn rendered(&mut self, _: &Link<Self>, first: bool) {
        if first {
            self.fetch();
        }
        if self.focused != self.state.view {
            self.focused = self.state.view.clone();
            page::scroll_to_top();
            page::focus("title");
        }
        if let (Some(later), View::Carry) = (&self.later, &self.state.view) {
            (later.carry_drawn)(&self.state, &self.edge, &mut self.carried);
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

    /// Takes in the rest of the page; whether anything changed.
    fn complete(&mut self, fetched: Result<Later, Unfetched>) -> bool {
        if let Ok(later) = fetched {
            self.later = Some(later);
            self.edge.start_writing(later.write);
            self.rules = (later.rulebook)(self.state.today).map(Rules::new);
            self.hearing = self.rules.as_ref().ok().map(|rules| (later.hear)(&self.edge, rules.shared()));
            self.lay();
        }
        self.learn(Action::Fetched(fetched.map_or(Rest::Failed, |later| Rest::Here(later.reopen))))
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
        let opened = matches!(action, Action::Loaded { .. });
        if matches!(action, Action::Navigated(_)) && self.held.take().is_some() {
            self.state.saving = false;
        }
        let Some(next) = self.state.after(action) else { return false };
        if next.language != self.state.language {
            page::set_language(next.language.tag(), Words::of(next.language).t.app_name());
        }
        let turned = self.turn_day(next.today);
        self.state = next;
        if let Some(rules) = laid {
            self.rules = Ok(Rules::sharing(rules));
        }
        if opened || turned {
            self.lay();
        }
        self.go_on();
        true
    }

    /// Lays the rules of the district that was asked for over the built-in ones, once the store and they are here.
    fn lay(&mut self) {
        let later = self.later.as_ref().filter(|_| self.state.keeping != Keeping::Opening);
        let awaited = later.and_then(|later| (later.lay)(&self.edge, self.state.today));
        // At once, so that nothing is saved in between by the rules without them.
        if let Some(next) = awaited.and_then(|awaited| self.state.after(awaited)) {
            self.state = next;
        }
    }

    /// Whether a district was asked for whose rules are still to come: nothing is worked out to be kept until then.
    fn awaits_rules(&self) -> bool {
        match self.state.desk.district {
            Laid::Awaited(_) => true,
            Laid::None if self.later.is_none() => {
                !self.edge.setting(DISTRICT).is_empty() || location::query().len() > 1
            }
            _ => false,
        }
    }

    /// Saves what was held back, if there is nothing more to wait for. Where the rules could not be used, the page says
    /// so, and the resident decides.
    fn go_on(&mut self) {
        if self.held.is_none() || self.awaits_rules() {
            return;
        }
        self.state.saving = false;
        if let Some(act) = self.held.take().filter(|_| !matches!(self.state.desk.district, Laid::Refused(..))) {
            self.act(act);
        }
    }

    /// Goes over to the version of the rules for new entries of that day, if another one was at hand for the day before;
    /// says whether it did.
    fn turn_day(&mut self, today: Date) -> bool {
        let (before, after) = (Rulebook::current_name(self.state.today), Rulebook::current_name(today));
        if let (Some(later), Ok(rules)) = (&self.later, &self.rules)
            && before != after
            && format!("{}@{}", rules.id, rules.version) == before
        {
            self.rules = (later.rulebook)(today).map(Rules::new);
            if let Ok(rules) = &self.rules {
                (later.keep)(&self.state.ledger, rules.shared());
            }
            return true;
        }
        false
    }

    fn act(&mut self, act: Act) -> bool {
        self.state.now = clock::now_ms();
        if matches!(act, Act::Saved | Act::Repeated(_)) && self.awaits_rules() {
            self.held = Some(act);
            return self.learn(Action::Saving);
        }
        let action = match act {
            Act::Edited(edits) => return self.edited(edits),
            Act::Saved => return self.save(),
            Act::Repeated(place) => return self.repeat(place),
            Act::Copied => return self.copy(),
            Act::Printed => {
                if let Some(later) = self.later {
                    (later.print)();
                }
                return false;
            }
            Act::Carry(act) => {
                if let (Ok(rules), Some(later)) = (&self.rules, self.later) {
                    (later.carry)(act, &self.state, rules, &self.edge);
                }
                return false;
            }
            Act::Cleared => {
                let Some((name, _)) = self.state.shown_draft() else { return false };
                self.edge.write(Write::Draft(name.clone(), None));
                Action::Cleared(name)
            }
            Act::LanguageSwitched => {
                let other = if self.state.language == Language::Zh { Language::En } else { Language::Zh };
                self.edge.write(Write::Language(other));
                Action::LanguageChosen(other)
            }
            Act::PersonChosen(person) => {
                self.edge.keep_person(person.clone());
                Action::PersonChosen(person)
            }
            Act::Household(act) => {
                let follows = self.later.and_then(|later| (later.household)(&self.state, act, &self.edge));
                let Some(action) = follows else { return false };
                action
            }
            Act::Reversed(id) => {
                if self.state.ledger.borrow().reversal_of(&id).is_none() {
                    self.edge.write(Write::Reverse(id));
                    return false;
                }
                Action::Reported(Report::AlreadyReversed)
            }
            Act::WhyOpened(open) => {
                // Closed with the keyboard from inside, the reasons give the focus back to what opened them.
                if !open {
                    page::focus(WHY_BUTTON);
                }
                Action::WhyOpened(open)
            }
            Act::FactorChosen(step, factor) => Action::FactorChosen(step, factor),
            Act::Retried => {
                self.fetch();
                Action::Fetched(Rest::Awaited)
            }
            Act::Dismissed => Action::Dismissed,
            Act::Filtered(filter) => Action::Filtered(filter),
            Act::MoreDays => Action::MoreDays,
            Act::Searched(query) => Action::Searched(query),
            Act::ParameterChosen(parameter) => Action::ParameterChosen(parameter),
            Act::Insight(change) => {
                match &change {
                    Change::GoalSet(goal) => self.edge.write(Write::Goal(*goal)),
                    Change::Focused(month) => page::focus(&month_id(*month)),
                    _ => {}
                }
                Action::Insight(change)
            }
            Act::Desk(act) => {
                let (Some(later), Ok(rules)) = (&self.later, &self.rules) else { return false };
                (later.desk)(act, &self.state, rules, &self.edge)
            }
        };
        self.learn(action)
    }

    /// Changes the draft, with what follows from each change, and keeps it as it now stands.
    fn edited(&mut self, edits: Vec<crate::domain::draft::Edit>) -> bool {
        let (Some((name, kind)), Ok(rules)) = (self.state.shown_draft(), &self.rules) else { return false };
        let draft = self.state.draft(&name, kind);
        let mut all = Vec::new();
        for edit in edits {
            let ledger = self.state.ledger.borrow();
            let following = self.later.map(|later| (later.consequences)(&edit, &draft, rules, &ledger));
            all.push(edit);
            all.extend(following.into_iter().flatten());
        }
        let changed = self.learn(Action::Edited(name.clone(), all));
        // The example is not a draft of the resident's until it is kept.
        if name != EXAMPLE
            && let Some(draft) = self.state.typed_draft(&name)
        {
            self.edge.write(Write::Draft(name, Some(draft.clone())));
        }
        changed
    }

    /// Saves a valid draft, or shows what is wrong and goes to the first field that needs a change.
    fn save(&mut self) -> bool {
        let (Some((name, kind)), Ok(rules)) = (self.state.shown_draft(), &self.rules) else { return false };
        if self.state.saving {
            return false;
        }
        let draft = self.state.draft(&name, kind);
        // Every form but the example is drawn by what was fetched.
        let people = match self.later {
            Some(later) => (later.people)(&self.state, &draft),
            None => vec![self.state.person.clone()],
        };
        match checked(&draft, rules, &self.state, &people) {
            Preview::Valid(valid) => {
                let (activity, assessment) = *valid;
                let old = draft.corrects.as_ref().and_then(|id| self.state.ledger.borrow().entry(id).cloned());
                let same = |posted: &Posted| posted.activity == activity && posted.holders().eq(&people);
                if old.is_some_and(|old| old.posted().is_some_and(same)) {
                    return self.learn(Action::Reported(Report::Unchanged));
                }
                self.post((activity, &assessment), people, Some(name), draft.corrects.clone())
            }
            Preview::Unfinished(problems) => {
                page::focus_first(problems.iter().map(|problem| field_id(&problem.path)));
                self.learn(Action::Attempted)
            }
        }
    }

    fn repeat(&mut self, place: usize) -> bool {
        let Ok(rules) = &self.rules else { return false };
        let again =
            suggestion::again(&self.state.ledger.borrow(), &self.state.person, self.state.today, suggestion::AGAIN);
        let Some(activity) = again.into_iter().nth(place).filter(|_| !self.state.saving) else { return false };
        let Ok(assessment) = methodology::assess(&activity, rules) else { return false };
        let people = vec![self.state.person.clone()];
        self.post((activity, &assessment), people, None, None)
    }

    fn post(
        &mut self,
        (activity, assessment): (Activity, &Assessment),
        people: Vec<Person>,
        draft: Option<String>,
        corrects: Option<String>,
    ) -> bool {
        let Ok(rules) = &self.rules else { return false };
        let (verdict, totals, rulebook) = (assessment.verdict, assessment.totals, rules.name());
        let activity = Box::new(activity);
        let changed = self.learn(Action::Saving);
        self.edge.write(Write::Post { activity, verdict, totals, rulebook, draft, corrects, people });
        changed
    }

    /// Copies the calculation on the screen.
    fn copy(&mut self) -> bool {
        if let (Ok(rules), Some(later)) = (&self.rules, self.later) {
            (later.copy)(&self.state, rules, &self.edge);
        }
        false
    }
}

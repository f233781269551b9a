//! What the page knows, and how each fact changes it. Pure: the clock, the store and the screen are elsewhere.

mod action;
mod drafts;

use std::cell::RefCell;
use std::rc::Rc;

pub use action::{Action, Keeping, Reopen, Report, Rest};
pub use drafts::{EXAMPLE, correction_name};

use super::carry::{Carry, Verifying};
use super::household::naming::Naming;
use crate::desk::Desk;
use crate::display::TextSize;
use crate::domain::activity::Kind;
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Edit};
use crate::domain::ledger::{Entry, FIRST_PERSON, Ledger, Person, Policy};
use crate::domain::rulebook::ParameterRef;
use crate::host::Host;
use crate::i18n::Language;
use crate::insight::{Change, Insight};
use crate::route::View;

/// Everything the page shows.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "six facts that are true or not whatever the others are")]
pub struct State {
    /// The language.
    pub language: Language,
    /// The size of letters.
    pub size: TextSize,
    /// Whether the page's address says which.
    pub size_asked: bool,
    /// The screen.
    pub view: View,
    /// Today in Beijing.
    pub today: Date,
    /// The moment of the last thing done, milliseconds since 1970-01-01T00:00Z.
    pub now: i64,
    /// Whose account is shown, and for whom is recorded. Somebody of the household who has not left.
    pub person: Person,
    /// The names typed on the screen of the household.
    pub naming: Naming,
    /// The entries. All states share the ledger, and so does whoever is about to spend points; `length` says how much of
    /// it a state has seen. Where an import is undone or other rules are laid over, its contents are replaced.
    pub ledger: Rc<RefCell<Ledger>>,
    /// Number of entries.
    pub length: usize,
    /// Drafts that were typed in, by name.
    pub drafts: Vec<(String, Rc<Draft>)>,
    /// Whether saving was tried on this screen while something was wrong.
    pub attempted: bool,
    /// Paths of the fields that the resident changed on this screen: what they stand in stays open.
    pub touched: Vec<String>,
    /// Whether the reasons are open.
    pub why_open: bool,
    /// Whether a write is under way.
    pub saving: bool,
    /// Where entries are kept.
    pub keeping: Keeping,
    /// Whether unreadable records were put aside.
    pub aside: bool,
    /// Whether a newer build of the page waits to take over.
    pub newer: bool,
    /// Whether the rest of the page is here.
    pub rest: Rest,
    /// What the last act came to.
    pub report: Option<Report>,
    /// The factor that is open in the reasons: step and value.
    pub factor: Option<(usize, ParameterRef)>,
    /// The group of kinds the ledger is narrowed to.
    pub filter: Option<Kind>,
    /// Days of the ledger that are drawn.
    pub days_shown: usize,
    /// What the rules are searched for.
    pub query: String,
    /// The parameter that is open in the rules.
    pub opened: Option<usize>,
    /// What is chosen on the screen of charts.
    pub insight: Insight,
    /// What was offered there and pressed: its form opens with it, as long as nothing was typed into that.
    pub offered: Option<Rc<Draft>>,
    /// How far taking records out and in has come, while that is on the screen.
    pub carry: Option<Rc<Carry>>,
    /// Rewards and the district.
    pub desk: Desk,
    /// Who shows the page, if somebody does.
    pub host: Option<Rc<Host>>,
}

/// Days of the ledger drawn at first, and added with each "earlier".
pub const DAYS_AT_A_TIME: usize = 14;

impl State {
    /// The state before the store is open.
    pub fn starting(language: Language, view: View, today: Date, policy: Policy) -> Self {
        Self {
            language,
            size: TextSize::default(),
            size_asked: false,
            view,
            today,
            now: 0,
            person: FIRST_PERSON.to_owned(),
            naming: Naming::default(),
            ledger: Rc::new(RefCell::new(Ledger::under(policy))),
            length: 0,
            drafts: Vec::new(),
            attempted: false,
            touched: Vec::new(),
            why_open: false,
            saving: false,
            keeping: Keeping::Opening,
            aside: false,
            newer: false,
            rest: Rest::Awaited,
            report: None,
            factor: None,
            filter: None,
            days_shown: DAYS_AT_A_TIME,
            query: String::new(),
            opened: None,
            insight: Insight::default(),
            offered: None,
            carry: None,
            desk: Desk::default(),
            host: None,
        }
    }

    /// The state after a fact; `None` if it changes nothing.
    #[must_use]
    pub fn after(&self, action: Action) -> Option<Self> {
        let mut next = self.clone();
        match action {
            Action::Loaded { entries, drafts, language, size, keeping, aside } => {
                next.size = size.filter(|_| !self.size_asked).unwrap_or(self.size);
                next.add(entries);
                for (name, draft) in drafts {
                    next.put_draft(name, draft);
                }
                next.language = language.unwrap_or(self.language);
                next.keeping = keeping;
                next.aside = aside;
            }
            Action::Reread(entries) => {
                next.add(entries);
                if next.length == self.length {
                    return None;
                }
            }
            Action::Replaced => next.length = self.ledger.borrow().entries().len(),
            // What comes when the screen was left is of no use any more.
            Action::Carried(carry) => {
                // Verifying goes on behind other screens.
                let verifying = !matches!(carry.verifying, Verifying::Not);
                let wanted = match self.view {
                    View::Carry => true,
                    View::Take(_) | View::Receipt(_) => !verifying,
                    _ => false,
                };
                wanted.then_some(())?;
                next.carry = Some(carry);
            }
            Action::Navigated(view) => {
                (view != self.view).then_some(())?;
                next.go(view);
                next.report = None;
            }
            Action::PersonChosen(person) => {
                next.person = person;
                next.keep_to_the_household();
                if next.person == self.person {
                    return None;
                }
                next.days_shown = DAYS_AT_A_TIME;
                next.report = None;
            }
            Action::Naming(naming) => next.naming = naming,
            Action::LanguageChosen(language) => next.language = language,
            Action::SizeChosen(size) => next.size = size,
            Action::FactorChosen(step, factor) => next.factor = toggled(self.factor, (step, factor)),
            Action::Filtered(filter) => {
                next.filter = filter;
                next.days_shown = DAYS_AT_A_TIME;
            }
            Action::MoreDays => next.days_shown = self.days_shown.saturating_add(DAYS_AT_A_TIME),
            Action::Searched(query) => {
                next.query = query;
                next.opened = None;
            }
            Action::Insight(Change::Offered(draft)) => {
                next.offered = Some(draft).filter(|draft| self.typed_draft(draft.kind.as_str()).is_none());
            }
            Action::Insight(change) => next.insight = self.insight.after(change, self.today),
            Action::Desk(change) => {
                next.desk = change.after(&self.desk)?;
                if let Some(rules) = change.rules() {
                    rules.keep(&self.ledger);
                }
            }
            Action::ParameterChosen(parameter) => next.opened = toggled(self.opened, parameter),
            Action::Edited(name, edits) => next.edit(name, edits)?,
            Action::Cleared(name) => {
                self.is_filled(&name).then_some(())?;
                next.drop_draft(&name);
                next.attempted = false;
                next.touched.clear();
            }
            Action::Attempted => next.attempted = true,
            Action::WhyOpened(open) => next.why_open = open,
            Action::Saving => next.saving = true,
            Action::Posted { entries, draft, report, then } => next.posted(entries, draft, report, then),
            Action::Reported(report) => {
                next.saving = false;
                next.report = Some(report);
            }
            Action::Dismissed => {
                self.report.as_ref()?;
                next.report = None;
            }
            Action::Fetched(rest) => next.rest = rest,
            Action::Hosted(host) => next.host = Some(host),
            Action::NewVersion => next.newer = true,
            Action::DayTurned(today) => {
                if today == self.today {
                    return None;
                }
                next.today = today;
            }
        }
        Some(next)
    }

    /// Takes in what was written.
    fn posted(&mut self, entries: Vec<Entry>, draft: Option<String>, report: Report, then: Option<View>) {
        self.add(entries);
        if let Some(name) = draft {
            self.drop_draft(&name);
        }
        self.saving = false;
        if report == Report::HouseholdChanged {
            self.naming = Naming::default();
        }
        if let Some(view) = then {
            self.go(view);
        }
        self.report = Some(report);
    }

    /// Changes fields of a draft; `None` if there is none of that name.
    fn edit(&mut self, name: String, edits: Vec<Edit>) -> Option<()> {
        let kind = self.kind_of(&name)?;
        let mut draft = Draft::clone(&self.draft(&name, kind));
        // The others follow from the first.
        if let Some(Edit::Text(path, _)) = edits.first()
            && !self.touched.contains(path)
        {
            self.touched.push(path.clone());
        }
        for edit in edits {
            draft.edit(edit);
        }
        self.put_draft(name, draft);
        self.report = None;
        Some(())
    }

    /// A new screen starts with nothing opened, narrowed or complained about.
    fn go(&mut self, view: View) {
        if !matches!(view, View::Record(_)) {
            self.offered = None;
        }
        self.view = view;
        self.attempted = false;
        self.touched.clear();
        self.why_open = false;
        self.factor = None;
        self.filter = None;
        self.days_shown = DAYS_AT_A_TIME;
        self.naming = Naming::default();
        self.carry = None;
        self.desk.leave();
    }

    /// Entries already there are left alone: the same record read twice is one entry.
    fn add(&mut self, entries: Vec<Entry>) {
        let mut ledger = self.ledger.borrow_mut();
        // A duplicate, or a reversal of something unknown, changes nothing.
        ledger.post_all(entries);
        self.length = ledger.entries().len();
        drop(ledger);
        self.keep_to_the_household();
    }

    /// Whoever is unknown or has left is not shown: the first who is there is.
    fn keep_to_the_household(&mut self) {
        let present = self.ledger.borrow().present();
        if !present.iter().any(|member| member.person == self.person)
            && let Some(first) = present.into_iter().next()
        {
            self.person = first.person;
        }
    }
}

/// Opens what is closed and closes what is open.
fn toggled<T: PartialEq + Copy>(open: Option<T>, chosen: T) -> Option<T> {
    if open == Some(chosen) { None } else { Some(chosen) }
}

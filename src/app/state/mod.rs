//! What the page knows, and how each fact changes it. Pure: the clock, the store and the screen are elsewhere.

mod action;
mod after;
mod drafts;

use std::cell::RefCell;
use std::rc::Rc;

pub use action::{Action, Keeping, Report, Rest, Typed};
pub use drafts::{EXAMPLE, correction_name};

use super::carry::Carry;
use super::household::naming::Naming;
use super::storage::Storage;
use crate::desk::Desk;
use crate::display::TextSize;
use crate::domain::activity::Kind;
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Edit};
use crate::domain::ledger::{FIRST_PERSON, Ledger, Person, Policy};
use crate::domain::rulebook::ParameterRef;
use crate::host::Host;
use crate::i18n::Language;
use crate::insight::Insight;
use crate::listing::{Counted, Listing};
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
    /// What there is to say about the device's store.
    pub storage: Storage,
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
    /// Rows of the ledger that are drawn.
    pub listing: Listing,
    /// How many rows there are.
    pub counted: Counted,
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
            storage: Storage::Fine,
            newer: false,
            rest: Rest::Awaited,
            report: None,
            factor: None,
            filter: None,
            listing: Listing::default(),
            counted: Counted::default(),
            query: String::new(),
            opened: None,
            insight: Insight::default(),
            offered: None,
            carry: None,
            desk: Desk::default(),
            host: None,
        }
    }

    /// The state after a fact that a newcomer's screen can bring about; `None` if it changes nothing. Any other fact is
    /// given back: it is for [`State::after`], which stands in the second file.
    ///
    /// # Errors
    ///
    /// The fact, untouched.
    #[allow(clippy::result_large_err, reason = "a fact given back is one that was about to be moved anyway")]
    pub fn begun(&self, action: Action) -> Result<Option<Self>, Action> {
        let mut next = self.clone();
        match action {
            Action::Opened { language, size, keeping } => {
                next.size = size.filter(|_| !self.size_asked).unwrap_or(self.size);
                next.language = language.unwrap_or(self.language);
                next.keeping = keeping;
            }
            Action::Navigated(view) => {
                if view == self.view {
                    return Ok(None);
                }
                next.go(view);
                next.report = None;
            }
            Action::LanguageChosen(language) => next.language = language,
            Action::SizeChosen(size) => next.size = size,
            Action::Edited(name, edits) if name == EXAMPLE => next.type_into(name, &self.example(), edits),
            Action::Attempted => next.attempted = true,
            Action::WhyOpened(open) => next.why_open = open,
            Action::Saving => next.saving = true,
            Action::Dismissed => {
                if self.report.is_none() {
                    return Ok(None);
                }
                next.report = None;
            }
            Action::Fetched(rest) => next.rest = rest,
            Action::DayTurned(today) => {
                if today == self.today {
                    return Ok(None);
                }
                next.today = today;
            }
            other => return Err(other),
        }
        Ok(Some(next))
    }

    /// Puts what was typed into a draft.
    fn type_into(&mut self, name: String, draft: &Draft, edits: Vec<Edit>) {
        // The others follow from the first.
        if let Some(Edit::Text(path, _)) = edits.first()
            && !self.touched.contains(path)
        {
            self.touched.push(path.clone());
        }
        let mut draft = draft.clone();
        for edit in edits {
            draft.edit(edit);
        }
        self.put_draft(name, draft);
        self.report = None;
    }

    /// A new screen starts with nothing opened, narrowed or complained about.
    fn go(&mut self, view: View) {
        if !matches!(view, View::Record(_)) {
            self.offered = None;
        }
        // From an entry one comes back to where it was opened.
        match (&self.view, &view) {
            (View::Ledger, View::Entry(_)) => self.listing.leave(),
            (View::Entry(_) | View::Correct(_), View::Ledger | View::Entry(_) | View::Correct(_)) => {}
            _ => {
                self.filter = None;
                self.listing = self.listing.at_the_top();
            }
        }
        self.view = view;
        self.attempted = false;
        self.touched.clear();
        self.why_open = false;
        self.factor = None;
        self.naming = Naming::default();
        self.carry = None;
        self.desk.leave();
        if self.storage.is_news() {
            self.storage = Storage::Fine;
        }
    }
}

//! What the page knows, and how each fact changes it. Pure: the clock, the store and the screen are elsewhere.

use std::cell::RefCell;
use std::rc::Rc;

use crate::domain::activity::{Activity, Facts, Kind, Mode};
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Edit, leg_path};
use crate::domain::ledger::{Entry, Ledger};
use crate::domain::rulebook::ParameterRef;
use crate::i18n::Language;
use crate::route::View;

/// The name under which the home screen's example is kept.
pub const EXAMPLE: &str = "example";

/// Whether what is recorded outlives the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeping {
    /// The store is still being opened.
    Opening,
    /// Entries and drafts are kept on the device.
    OnDevice,
    /// The browser refused storage: nothing outlives the page.
    InMemory,
}

/// Turns what was recorded back into a draft.
pub type Reopen = fn(&Activity) -> Option<Draft>;

/// What the page fetches once the first screen works.
#[derive(Clone, Copy, Debug)]
pub enum Rest {
    /// It is under way.
    Awaited,
    /// It could not be fetched.
    Failed,
    /// It is here, and with it what forms that correct an entry need.
    Here(Reopen),
}

/// What the last act came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Report {
    /// An entry was saved.
    Saved(String),
    /// An entry was replaced by this one.
    Corrected(String),
    /// An entry was reversed.
    Reversed(String),
    /// The entry was reversed before.
    AlreadyReversed,
    /// The device refused to write; the draft is still there.
    WriteFailed,
    /// The device has no room left; the draft is still there.
    DeviceFull,
    /// A newer version of the page, in another tab, holds the store; the draft is still there.
    Outdated,
    /// A text was copied, or could not be.
    Copied(bool),
}

/// Everything the page shows.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four facts that are true or not whatever the others are")]
pub struct State {
    /// The language.
    pub language: Language,
    /// The screen.
    pub view: View,
    /// Today in Beijing.
    pub today: Date,
    /// The entries. The ledger only grows, so all states share it; `length` says how much of it a state has seen.
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
}

/// Days of the ledger drawn at first, and added with each "earlier".
pub const DAYS_AT_A_TIME: usize = 14;

/// A fact that changes the state.
#[derive(Clone, Debug)]
pub enum Action {
    /// The store was opened and read.
    Loaded {
        /// Entries, in order of recording.
        entries: Vec<Entry>,
        /// Drafts by name.
        drafts: Vec<(String, Draft)>,
        /// The language chosen earlier.
        language: Option<Language>,
        /// Where entries are kept from now on.
        keeping: Keeping,
        /// Whether something could not be read and was put aside.
        aside: bool,
    },
    /// Entries that another tab may have added.
    Reread(Vec<Entry>),
    /// The address changed.
    Navigated(View),
    /// A language was chosen.
    LanguageChosen(Language),
    /// Fields of a draft changed.
    Edited(String, Vec<Edit>),
    /// A draft was cleared.
    Cleared(String),
    /// Saving was tried while something was wrong.
    Attempted,
    /// The reasons were opened or closed.
    WhyOpened(bool),
    /// A write began.
    Saving,
    /// Entries were written; the draft they came from, if any, is done.
    Posted {
        /// The entries, as written.
        entries: Vec<Entry>,
        /// The draft they came from.
        draft: Option<String>,
        /// What to report.
        report: Report,
        /// The screen to go to, if the one the draft was on is done.
        then: Option<View>,
    },
    /// Something to report that changes nothing else.
    Reported(Report),
    /// The report was dismissed.
    Dismissed,
    /// The rest of the page is being fetched again, is here, or could not be fetched.
    Fetched(Rest),
    /// It is this day now.
    DayTurned(Date),
    /// A factor in a step was opened, or closed if it was open.
    FactorChosen(usize, ParameterRef),
    /// The ledger was narrowed to a group of kinds, or widened to all.
    Filtered(Option<Kind>),
    /// Earlier days were asked for.
    MoreDays,
    /// The rules were searched.
    Searched(String),
    /// A parameter was opened, or closed if it was open.
    ParameterChosen(usize),
}

impl State {
    /// The state before the store is open.
    pub fn starting(language: Language, view: View, today: Date) -> Self {
        Self {
            language,
            view,
            today,
            ledger: Rc::default(),
            length: 0,
            drafts: Vec::new(),
            attempted: false,
            touched: Vec::new(),
            why_open: false,
            saving: false,
            keeping: Keeping::Opening,
            aside: false,
            rest: Rest::Awaited,
            report: None,
            factor: None,
            filter: None,
            days_shown: DAYS_AT_A_TIME,
            query: String::new(),
            opened: None,
        }
    }

    /// The draft of that name: as typed, or as a fresh form shows it.
    pub fn draft(&self, name: &str, kind: Kind) -> Rc<Draft> {
        self.typed_draft(name).cloned().unwrap_or_else(|| Rc::new(self.fresh(name, kind)))
    }

    /// The draft of that name if anything was typed into it.
    pub fn typed_draft(&self, name: &str) -> Option<&Rc<Draft>> {
        self.drafts.iter().find(|(known, _)| known == name).map(|(_, draft)| draft)
    }

    /// The state after a fact; `None` if it changes nothing.
    #[must_use]
    pub fn after(&self, action: Action) -> Option<Self> {
        let mut next = self.clone();
        match action {
            Action::Loaded { entries, drafts, language, keeping, aside } => {
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
            Action::Navigated(view) => {
                if view == self.view {
                    return None;
                }
                next.go(view);
                next.report = None;
            }
            Action::LanguageChosen(language) => next.language = language,
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
            Action::ParameterChosen(parameter) => next.opened = toggled(self.opened, parameter),
            Action::Edited(name, edits) => {
                let kind = self.kind_of(&name)?;
                let mut draft = Draft::clone(&self.draft(&name, kind));
                // The others follow from the first.
                if let Some(Edit::Text(path, _)) = edits.first()
                    && !next.touched.contains(path)
                {
                    next.touched.push(path.clone());
                }
                for edit in edits {
                    draft.edit(edit);
                }
                next.put_draft(name, draft);
                next.report = None;
            }
            Action::Cleared(name) => {
                self.typed_draft(&name)?;
                next.drop_draft(&name);
                next.attempted = false;
                next.touched.clear();
            }
            Action::Attempted => next.attempted = true,
            Action::WhyOpened(open) => next.why_open = open,
            Action::Saving => next.saving = true,
            Action::Posted { entries, draft, report, then } => {
                next.add(entries);
                if let Some(name) = draft {
                    next.drop_draft(&name);
                }
                next.saving = false;
                if let Some(view) = then {
                    next.go(view);
                }
                next.report = Some(report);
            }
            Action::Reported(report) => {
                next.saving = false;
                next.report = Some(report);
            }
            Action::Dismissed => {
                self.report.as_ref()?;
                next.report = None;
            }
            Action::Fetched(rest) => next.rest = rest,
            Action::DayTurned(today) => {
                if today == self.today {
                    return None;
                }
                next.today = today;
            }
        }
        Some(next)
    }

    /// The name and kind of the draft on the screen, if the screen is a form.
    pub fn open_draft(&self) -> Option<(String, Kind)> {
        match &self.view {
            View::Record(kind) => Some((kind.as_str().to_owned(), *kind)),
            View::Correct(id) => {
                let ledger = self.ledger.borrow();
                // What was reversed does not count any more, so there is nothing left to correct.
                if ledger.reversal_of(id).is_some() {
                    return None;
                }
                let kind = ledger.entry(id)?.posted()?.activity.facts.kind();
                Some((correction_name(id), kind))
            }
            _ => None,
        }
    }

    /// The draft on the screen: a form's, or the example of the home screen.
    pub fn shown_draft(&self) -> Option<(String, Kind)> {
        match &self.view {
            View::Home => Some((EXAMPLE.to_owned(), Kind::Trip)),
            _ => self.open_draft(),
        }
    }

    fn kind_of(&self, name: &str) -> Option<Kind> {
        match (name, name.strip_prefix(CORRECTION)) {
            (EXAMPLE, _) => Some(Kind::Trip),
            (_, Some(id)) => Some(self.ledger.borrow().entry(id)?.posted()?.activity.facts.kind()),
            (word, None) => Kind::from_word(word),
        }
    }

    /// A form as it opens: today's date, and for a trip one leg by the way last used.
    fn fresh(&self, name: &str, kind: Kind) -> Draft {
        if let (Some(id), Rest::Here(reopen)) = (name.strip_prefix(CORRECTION), self.rest) {
            let ledger = self.ledger.borrow();
            let posted = ledger.entry(id).and_then(|entry| entry.posted());
            if let Some(mut draft) = posted.and_then(|posted| reopen(&posted.activity)) {
                draft.corrects = Some(id.to_owned());
                return draft;
            }
        }
        let draft = Draft::new(kind);
        match kind {
            Kind::Utility => draft.with("utility", "electricity"),
            Kind::Trip => {
                let mode = self.last_mode().unwrap_or(Mode::Rail);
                let draft = draft.with("date", self.today.to_string()).with(&leg_path(0, "mode"), mode.as_str());
                if name == EXAMPLE { draft.with(&leg_path(0, "km"), "10") } else { draft }
            }
            _ => draft.with("date", self.today.to_string()),
        }
    }

    fn last_mode(&self) -> Option<Mode> {
        let ledger = self.ledger.borrow();
        ledger.recent().find_map(|posted| match &posted.activity.facts {
            Facts::Trip(legs) => legs.first().map(|leg| leg.mode),
            _ => None,
        })
    }

    /// A new screen starts with nothing opened, narrowed or complained about.
    fn go(&mut self, view: View) {
        self.view = view;
        self.attempted = false;
        self.touched.clear();
        self.why_open = false;
        self.factor = None;
        self.filter = None;
        self.days_shown = DAYS_AT_A_TIME;
    }

    fn put_draft(&mut self, name: String, draft: Draft) {
        self.drop_draft(&name);
        self.drafts.push((name, Rc::new(draft)));
    }

    fn drop_draft(&mut self, name: &str) {
        self.drafts.retain(|(known, _)| known != name);
    }

    /// Entries already there are left alone: the same record read twice is one entry.
    fn add(&mut self, entries: Vec<Entry>) {
        let mut ledger = self.ledger.borrow_mut();
        for entry in entries {
            // A duplicate, or a reversal of something unknown, changes nothing.
            let _ = ledger.post(entry);
        }
        self.length = ledger.entries().len();
    }
}

/// Opens what is closed and closes what is open.
fn toggled<T: PartialEq + Copy>(open: Option<T>, chosen: T) -> Option<T> {
    if open == Some(chosen) { None } else { Some(chosen) }
}

const CORRECTION: &str = "correct-";

/// The name of the draft that corrects an entry.
pub fn correction_name(id: &str) -> String {
    format!("{CORRECTION}{id}")
}

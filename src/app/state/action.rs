//! The facts that change the state, and what they are told in.

use std::rc::Rc;

use crate::app::carry::Carry;
use crate::app::household::naming::Naming;
use crate::display::TextSize;
use crate::domain::activity::Kind;
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Edit};
use crate::domain::ledger::{Entry, Person};
use crate::domain::rulebook::ParameterRef;
use crate::host::Host;
use crate::i18n::Language;
use crate::insight::Change;
use crate::route::View;

/// Whether what is recorded outlives the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeping {
    /// The store is still being opened, or what is in it has still to be read.
    Opening,
    /// Entries and drafts are kept on the device.
    OnDevice,
    /// The browser refused storage: nothing outlives the page.
    InMemory,
}

/// What the page fetches once the first screen works.
#[derive(Clone, Copy, Debug)]
pub enum Rest {
    /// It is under way.
    Awaited,
    /// It could not be fetched.
    Failed,
    /// It is here.
    Here,
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
    /// Somebody was named, left or came back.
    HouseholdChanged,
    /// The entry was reversed before.
    AlreadyReversed,
    /// A file was imported.
    Imported,
    /// A correction changes nothing, so nothing was written.
    Unchanged,
    /// The device refused to write.
    WriteFailed(Typed),
    /// The device has no room left.
    DeviceFull(Typed),
    /// A newer version of the page, in another tab, holds the store.
    Outdated(Typed),
    /// A text was copied, or could not be.
    Copied(bool),
    /// The device names no voice that could read aloud.
    NoVoice,
}

impl Report {
    /// Whether something could not be done.
    pub fn is_failure(&self) -> bool {
        matches!(self, Self::WriteFailed(_) | Self::DeviceFull(_) | Self::Outdated(_) | Self::Copied(false))
    }
}

/// Where that is which was typed and could not be saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typed {
    /// Nothing was typed: an act was to be recorded once more, or undone.
    Nothing,
    /// In its draft, which the device keeps.
    Kept,
    /// On the screen only: the device took the draft no more than the entry.
    OnScreen,
}

/// A fact that changes the state.
#[derive(Clone, Debug)]
pub enum Action {
    /// The store was opened.
    Opened {
        /// The language chosen earlier.
        language: Option<Language>,
        /// The size of letters chosen earlier.
        size: Option<TextSize>,
        /// Where entries are kept from now on; still opening if there is something to be read first.
        keeping: Keeping,
    },
    /// The store was read.
    Loaded {
        /// Entries, in order of recording.
        entries: Vec<Entry>,
        /// Drafts by name.
        drafts: Vec<(String, Draft)>,
        /// Where entries are kept from now on.
        keeping: Keeping,
        /// Whether something could not be read and was put aside.
        aside: bool,
    },
    /// Entries that another tab may have added.
    Reread(Vec<Entry>),
    /// Everything was read anew, after entries were taken out of the store.
    Replaced,
    /// Taking records out and in has come so far.
    Carried(Rc<Carry>),
    /// The address changed.
    Navigated(View),
    /// A language was chosen.
    LanguageChosen(Language),
    /// A size of letters was chosen.
    SizeChosen(TextSize),
    /// Another person of the household is to be shown and recorded for.
    PersonChosen(Person),
    /// The names typed on the screen of the household are these now.
    Naming(Naming),
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
    /// There is a newer build of the page.
    NewVersion,
    /// It is this day now.
    DayTurned(Date),
    /// A factor in a step was opened, or closed if it was open.
    FactorChosen(usize, ParameterRef),
    /// The ledger was narrowed to a group of kinds, or widened to all.
    Filtered(Option<Kind>),
    /// Something about the rows of the ledger.
    Listed(crate::listing::News),
    /// The rules were searched.
    Searched(String),
    /// A parameter was opened, or closed if it was open.
    ParameterChosen(usize),
    /// Something was chosen on the screen of charts.
    Insight(Change),
    /// Who shows the page, and what is open between them, is this now.
    Hosted(Rc<Host>),
    /// Something about the device's store.
    Storage(crate::app::storage::Storage),
    /// Something about rewards or the district.
    Desk(crate::desk::Change),
}

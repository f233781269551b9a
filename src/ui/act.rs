//! What the resident did, as facts; what follows from them is decided elsewhere.

use std::rc::Rc;

use super::carry::CarryAct;
use crate::desk::DeskAct;
use crate::display::TextSize;
use crate::domain::activity::Kind;
use crate::domain::draft::Edit;
use crate::domain::ledger::Person;
use crate::domain::rulebook::ParameterRef;
use crate::host::HostAct;
use crate::insight::{Change, Goal};
use crate::kiosk::Press;

/// Something done on a screen.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Act {
    /// Fields of the form on the screen were changed.
    Edited(Vec<Edit>),
    /// The form was to be cleared.
    Cleared,
    /// The form was to be saved.
    Saved,
    /// The reasons were opened or closed.
    WhyOpened(bool),
    /// A factor in a step was opened, or closed if it was open.
    FactorChosen(usize, ParameterRef),
    /// The calculation was to be copied.
    Copied,
    /// The other language was chosen.
    LanguageSwitched,
    /// A size of letters was chosen.
    SizeChosen(TextSize),
    /// The result was to be read aloud.
    Spoken(String),
    /// Another person was chosen, to see their account and record for them.
    PersonChosen(Person),
    /// Something was done on the screen of the household.
    Household(HouseholdAct),
    /// An entry was to be reversed.
    Reversed(String),
    /// An act recorded before was to be recorded again.
    Repeated(usize),
    /// What could not be fetched was to be fetched again.
    Retried,
    /// The screen was to be printed.
    Printed,
    /// The newer build of the page was to take over.
    VersionTaken,
    /// The notice was dismissed.
    Dismissed,
    /// The ledger was narrowed to a group of kinds, or widened to all.
    Filtered(Option<Kind>),
    /// Earlier days were asked for.
    MoreDays,
    /// The rules were searched.
    Searched(String),
    /// A parameter was opened, or closed if it was open.
    ParameterChosen(usize),
    /// Something was chosen on the screen of charts.
    Insight(Change),
    /// Something was done on the screen that takes records out and in.
    Carry(CarryAct),
    /// Something that has to do with who shows the page.
    Host(Rc<HostAct>),
    /// Something at the desk: rewards, vouchers, the district.
    Desk(DeskAct),
    /// Something on a public screen.
    Kiosk(Press),
}

/// Something done on the screen of the household. No person is somebody new.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum HouseholdAct {
    /// A name was typed.
    Typed(Option<Person>, String),
    /// Somebody's name was to be changed, or after all not.
    Renaming(Option<Person>),
    /// The name typed was to be given.
    Named(Option<Person>),
    /// Somebody was to be taken out of the household.
    Left(Person),
    /// Somebody who had left was to be back.
    Back(Person),
    /// A goal was set for somebody but the first person, or dropped.
    Aimed(Person, Option<Goal>),
}

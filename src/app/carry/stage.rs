//! How far taking records out and in has come.

use std::rc::Rc;

use crate::domain::activity::Activity;
use crate::domain::archive::{Archive, Fault, Plan};
use crate::domain::handover;
use crate::domain::ledger::unreadable::Unreadable;
use crate::domain::receipt::{Receipt, Refusal};
use crate::domain::verify::Report;
use crate::route::View;

/// What the screen knows besides the ledger.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Carry {
    /// The device's settings when the screen was opened: they are exported, too.
    pub settings: Vec<(String, String)>,
    /// The records that could not be read.
    pub unread: Vec<Unreadable>,
    /// The last import, unless it was undone.
    pub last: Option<LastImport>,
    /// Whether the browser took the last file that was offered.
    pub saved: Option<bool>,
    /// Set while what another device hands over is looked at.
    pub handed: Option<Handed>,
    /// How far an import has come.
    pub stage: Stage,
    /// How far verifying has come.
    pub verifying: Verifying,
}

impl Carry {
    /// Whether it is of what a screen shows. What was begun on another one goes on behind it: an import that is being
    /// finished, verifying, another receipt.
    pub fn is_of(&self, view: &View) -> bool {
        let verifying = !matches!(self.verifying, Verifying::Not);
        match (view, &self.stage) {
            (View::Receipt(packed), Stage::Certified(certified)) => !verifying && certified.text == *packed,
            (View::Receipt(_), stage) => !verifying && matches!(stage, Stage::Reading | Stage::Writing),
            (_, Stage::Certified(_)) => false,
            (View::Take(_), stage) => !verifying && (self.handed.is_some() || matches!(stage, Stage::Misread(_))),
            (View::Carry, stage) => self.handed.is_none() && !matches!(stage, Stage::Misread(_)),
            _ => false,
        }
    }
}

/// How far verifying has come.
#[derive(Clone, PartialEq, Default, Debug)]
pub enum Verifying {
    /// Nobody asked.
    #[default]
    Not,
    /// So many entries, of so many.
    Running(usize, usize),
    /// It is done.
    Done(Rc<Verified>),
    /// The file is damaged, or none of ours.
    Bad(Rc<[Fault]>),
    /// The browser could not read the file.
    Unreadable,
    /// The store could not be read.
    Failed,
}

/// What came of verifying.
#[derive(Clone, PartialEq, Debug)]
pub struct Verified {
    /// The report.
    pub report: Report,
    /// Whether it is of a file.
    pub file: bool,
    /// Records that could not be read.
    pub unreadable: usize,
}

/// A receipt, and what came of checking it.
#[derive(Clone, PartialEq, Debug)]
pub struct Certified {
    /// Its text, which the entry keeps.
    pub text: String,
    /// What it says; `None` if it cannot be read.
    pub receipt: Option<Receipt>,
    /// What came of it; `None` where signatures cannot be checked.
    pub judged: Option<Result<Box<Activity>, Refusal>>,
    /// Whether writing it was tried in vain.
    pub failed: bool,
}

/// What of a handover comes to something else here than where it was recorded.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Handed {
    /// Entries worked out by the rules below their district's, which are not at hand.
    pub by_base: usize,
    /// Entries whose rules are not at hand: they are left out.
    pub unknown: usize,
}

/// An import that is over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LastImport {
    /// Entries it added.
    pub entries: usize,
    /// Whether it can be undone as a whole.
    pub undoable: bool,
}

/// How far an import has come.
#[derive(Clone, PartialEq, Default, Debug)]
pub enum Stage {
    /// Nothing was chosen yet.
    #[default]
    Ready,
    /// A file is being read.
    Reading,
    /// The browser could not read the file.
    Unreadable,
    /// What was handed over cannot be read.
    Misread(handover::Fault),
    /// The file is damaged, or none of ours.
    Refused(Rc<[Fault]>),
    /// The file was read, and this is what it would do.
    Planned {
        /// What is in it.
        archive: Rc<Archive>,
        /// What importing it would do.
        plan: Rc<Plan>,
        /// Whether the ledger had changed when it was first confirmed.
        moved: bool,
    },
    /// The plan is being carried out, or an import undone.
    Writing,
    /// It was carried out.
    Done,
    /// The import was undone.
    Undone,
    /// Nothing was written.
    Failed(Failure),
    /// A receipt was checked.
    Certified(Rc<Certified>),
}

/// Why nothing was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// The device is full.
    Full,
    /// Another tab runs a newer version.
    Outdated,
    /// Something was recorded after the import that was to be undone.
    Late,
    /// The device refused.
    Refused,
}

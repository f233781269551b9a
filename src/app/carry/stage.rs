//! How far taking records out and in has come.

use std::rc::Rc;

use crate::domain::archive::{Archive, Fault, Plan};

/// What the screen knows besides the ledger.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Carry {
    /// The device's settings when the screen was opened: they are exported, too.
    pub settings: Vec<(String, String)>,
    /// The last import, unless it was undone.
    pub last: Option<LastImport>,
    /// Whether the browser took the last file that was offered.
    pub saved: Option<bool>,
    /// How far an import has come.
    pub stage: Stage,
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

//! What is written, and where: the parts of a transaction.

/// The object stores.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Area {
    Entries,
    Drafts,
    Settings,
    Aside,
    Reversals,
}

impl Area {
    pub(super) const ALL: [Self; 5] = [Self::Entries, Self::Drafts, Self::Settings, Self::Aside, Self::Reversals];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Entries => "entries",
            Self::Drafts => "drafts",
            Self::Settings => "settings",
            Self::Aside => "aside",
            Self::Reversals => "reversals",
        }
    }
}

/// One thing to write. Several are written all or none.
#[derive(Clone, Copy, Debug)]
pub(super) enum Change<'a> {
    /// Adds a record after all others.
    Append(&'a str),
    /// Marks an entry as reversed; refused if it is marked.
    Reverse(&'a str),
    /// Keeps a text under a name, in place of what was there.
    Put(Area, &'a str, &'a str),
    /// Forgets what is kept under a name.
    Remove(Area, &'a str),
}

/// Whether something is written at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum When {
    Always,
    /// Only if every entry there is has been read here.
    AllRead,
}

impl Change<'_> {
    pub(super) fn area(self) -> Area {
        match self {
            Self::Append(_) => Area::Entries,
            Self::Reverse(_) => Area::Reversals,
            Self::Put(area, ..) | Self::Remove(area, _) => area,
        }
    }
}

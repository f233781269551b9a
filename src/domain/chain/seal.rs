//! What a file says its digests are, held against what they are.

use super::{Chain, Digest, Head};
use crate::domain::ledger::Entry;

/// The digests that a file states.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Stated {
    /// One for each entry, in the order of the entries; `None` for an entry without one.
    pub digests: Vec<Option<Digest>>,
    /// Its head; `None` if it states none.
    pub head: Option<Head>,
    /// Whether such a file should have a head: a table has no place for one.
    pub ends_with_head: bool,
}

/// What the digests of a file say about it.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum Seal {
    /// It has none: it is from before there were any, or of another program.
    #[default]
    None,
    /// All are as they should be, with this head.
    Whole(Head),
    /// The first that is not as it should be: the file was changed after it was written.
    Broken(Break),
}

/// Where a chain breaks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Break {
    /// At an entry: it was changed, or something before it was taken out, put in or moved.
    Entry {
        /// Its place among the entries, from 1.
        place: usize,
        /// Its id.
        id: String,
        /// What the file states; `None` if this entry has no digest.
        stated: Option<Digest>,
        /// What it is.
        found: Digest,
    },
    /// At the end: entries are missing there, or were added.
    Head {
        /// What the file states; `None` if it states none.
        stated: Option<Head>,
        /// What it is; `None` if there are no entries.
        found: Option<Head>,
    },
}

impl Stated {
    /// Whether there are any digests at all.
    pub fn is_sealed(&self) -> bool {
        self.head.is_some() || self.digests.iter().any(Option::is_some)
    }

    /// Holds them against the entries.
    pub fn seal<'e>(&self, entries: impl IntoIterator<Item = &'e Entry>) -> Seal {
        if !self.is_sealed() {
            return Seal::None;
        }
        let mut chain = Chain::default();
        for (place, entry) in entries.into_iter().enumerate() {
            let stated = self.digests.get(place).copied().flatten();
            if let Some(found) = chain.differs(entry, stated) {
                return Seal::Broken(Break::Entry { place: place + 1, id: entry.id.clone(), stated, found });
            }
        }
        match self.end(&chain) {
            Some(broken) => Seal::Broken(broken),
            None => chain.head().map_or(Seal::None, Seal::Whole),
        }
    }

    /// What is wrong with the head, if anything is.
    pub fn end(&self, chain: &Chain) -> Option<Break> {
        let found = chain.head();
        let wrong = self.is_sealed() && (self.ends_with_head || self.head.is_some()) && self.head != found;
        wrong.then_some(Break::Head { stated: self.head, found })
    }
}

impl Chain {
    /// Adds an entry with the digest that is stated for it. If it is another one, what it should be; the chain then goes
    /// on from what was stated, so that each later difference is one of its own.
    pub fn differs(&mut self, entry: &Entry, stated: Option<Digest>) -> Option<Digest> {
        let found = self.next(entry);
        self.go_on_from(stated.unwrap_or(found));
        (stated != Some(found)).then_some(found)
    }
}

//! What is given of an entry beside itself, and what came of all.

use super::{Difference, Unchecked, Unproven};
use crate::domain::chain::{Digest, Head};

/// Where an entry stands, and the digest that is stated for it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Given {
    /// The line of the file, from 1.
    pub line: Option<usize>,
    /// The digest.
    pub digest: Option<Digest>,
}

/// What came of it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Report {
    /// How many entries there are, those that stand in a file again among them.
    pub entries: usize,
    /// How many of them are as their rules, and the digests if there are any, say.
    pub equal: usize,
    /// Everything that is not, in the order of the entries: the first difference of each entry.
    pub differences: Vec<Difference>,
    /// Entries whose results could not be worked out again, in the order of the entries.
    pub unchecked: Vec<Unchecked>,
    /// Entries that count as verified although nothing here shows that they are, in the order of the entries. They may
    /// well be equal: their results are what verified ones come to.
    pub unproven: Vec<Unproven>,
    /// The head of the chain as it is; `None` if there are no entries.
    pub head: Option<Head>,
    /// Whether digests were stated.
    pub sealed: bool,
}

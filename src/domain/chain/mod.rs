//! The ledger as a hash chain: what each entry says, as bytes, and a digest of it that covers every entry before it.
//!
//! ## What it is, so that anybody can work it out
//!
//! 1. The *canonical form* of an entry ([`canonical`]) is the line of JSON that an exported file has for it, without its
//!    members `v` (the version of the saved form) and `digest`: UTF-8, no white space, members in the order of
//!    [`crate::domain::ledger::saved`], whole numbers as digits, decimals as texts with the digits that were typed, what is
//!    not there left out. Of the characters of a text only `"`, `\` and those below U+0020 are escaped (`\b \f \n \r \t`,
//!    the others as `\u00` and two small hexadecimal digits). A later version may add members that are left out where they
//!    are not needed, but never changes one, so what was recorded once has the same form for ever.
//! 2. The *digest* of an entry is SHA-256 over: the digest of the entry before it, as 64 small hexadecimal digits, or
//!    `carbon-points chain 1` for the first; a line feed; the canonical form.
//! 3. The *head* is the number of entries and the digest of the last.
//!
//! ```text
//! printf 'carbon-points chain 1\n%s' '{"id":"B","at":5,"reverses":"A"}' | sha256sum
//! ```
//!
//! ## Where it is
//!
//! The order is that of the file, and on a device that of the store: it only ever appends, and its keys put the entries
//! of two tabs that write at once into one order. (A tab that has just written may hold its own before another's until it
//! reads the store again, so whoever keeps a head reads the store for it.) An undone entry stays and is followed by its
//! reversal, and an import goes behind what is there, so the chain of yesterday is the beginning of today's; only an import
//! that is undone as a whole takes entries out, and a head from in between goes with them. Entries saved in an older form
//! have the canonical form of today, as an export writes them today.
//!
//! Digests are therefore not kept with the entries. They are worked out where they are needed: an exported file has that
//! of each entry and the head; a device may keep a head ([`Head`], as text) and later see that its entries still begin so
//! ([`begins_with`]). After an import the importing device has a chain of its own, in its own order; that of the file was
//! checked when the file was read ([`crate::domain::archive::Archive::seal`]). A person of the household is in the canonical
//! form, so one chain holds the household's ledger. Settings are no history and not in it.
//!
//! ## What it shows, and what not
//!
//! Whoever has a head can tell any other ledger from the one it is of, and sees the first entry that differs. A file that
//! was damaged, cut or edited after its export is noticed at the first such entry. But there is no secret in it: whoever
//! changes an entry can work out all digests after it anew, and only a head that somebody else kept would show that.
//! It says nothing about who wrote the file, nor that what it says is true.

mod digest;
mod seal;

pub use digest::Digest;
pub(crate) use digest::{bytes_of, hexadecimal};
pub use seal::{Break, Seal, Stated};

use super::json::Json;
use super::ledger::{Entry, saved};

/// What stands before the first entry.
const START: &str = "carbon-points chain 1";

/// The canonical form of an entry.
pub fn canonical(entry: &Entry) -> String {
    Json::Object(saved::members(entry)).to_string()
}

/// The line of JSON that an exported file has for an entry: its saved form, then its digest.
pub fn sealed_text(entry: &Entry, digest: Digest) -> String {
    let Json::Object(mut members) = saved::entry_json(entry) else { return String::new() };
    members.push(("digest".to_owned(), Json::Text(digest.to_string())));
    Json::Object(members).to_string()
}

/// A chain under construction.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Chain {
    entries: u64,
    last: Option<Digest>,
}

/// So many entries, and the digest of the last: all that is needed to know the same entries again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Head {
    /// How many entries; at least one.
    pub entries: u64,
    /// The digest of the last.
    pub digest: Digest,
}

impl Chain {
    /// The chain of these entries, in this order.
    pub fn of<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Self {
        let mut chain = Self::default();
        for entry in entries {
            chain.add(entry);
        }
        chain
    }

    /// The digest that an entry would have behind those that are there.
    pub fn next(&self, entry: &Entry) -> Digest {
        let canonical = canonical(entry);
        match self.last {
            None => Digest::of(&[START.as_bytes(), b"\n", canonical.as_bytes()]),
            Some(last) => Digest::of(&[last.to_string().as_bytes(), b"\n", canonical.as_bytes()]),
        }
    }

    /// Adds an entry; its digest.
    pub fn add(&mut self, entry: &Entry) -> Digest {
        let digest = self.next(entry);
        self.go_on_from(digest);
        digest
    }

    /// Adds an entry of which only the digest is known, or believed.
    pub(super) fn go_on_from(&mut self, digest: Digest) {
        (self.entries, self.last) = (self.entries + 1, Some(digest));
    }

    /// Its head; `None` as long as there is no entry.
    pub fn head(&self) -> Option<Head> {
        self.last.map(|digest| Head { entries: self.entries, digest })
    }
}

/// Whether these entries begin with exactly those that a head is of: nothing of them was changed, lost, doubled or moved
/// since.
pub fn begins_with<'e>(entries: impl IntoIterator<Item = &'e Entry>, head: &Head) -> bool {
    let first = usize::try_from(head.entries).unwrap_or(usize::MAX);
    Chain::of(entries.into_iter().take(first)).head() == Some(*head)
}

impl Head {
    /// As JSON: `{"entries":2,"digest":"…"}`.
    pub fn to_json(self) -> Json {
        let digest = Json::Text(self.digest.to_string());
        Json::object([("entries", Json::Number(self.entries.to_string())), ("digest", digest)])
    }

    /// From that JSON, with nothing else in it; `None` if it is anything else.
    pub fn of_json(json: &Json) -> Option<Self> {
        let entries = u64::try_from(json.get("entries")?.whole()?).ok().filter(|entries| *entries > 0)?;
        let digest = Digest::parse(json.get("digest")?.text()?)?;
        (json.members()?.len() == 2).then_some(Self { entries, digest })
    }
}

/// As text: `2:` and the digest, as a setting keeps it.
impl std::fmt::Display for Head {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}:{}", self.entries, self.digest)
    }
}

impl Head {
    /// The head of that text.
    pub fn parse(text: &str) -> Option<Self> {
        let (entries, digest) = text.split_once(':')?;
        let entries = entries.parse().ok().filter(|entries| *entries > 0)?;
        Some(Self { entries, digest: Digest::parse(digest)? })
    }
}

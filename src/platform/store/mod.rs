//! What the device keeps: entries, drafts, settings, and records that could not be read.
//!
//! Everything is kept as text; what the text means, and which version of the saved form it is, is for the caller to
//! know. Entries are only ever added, but for an import that is undone as a whole. The database is `IndexedDB`'s
//! `carbon-points`, version 2 (version 1 lacked `reversals`):
//!
//! | object store | key | value |
//! | --- | --- | --- |
//! | `entries` | counted up by the browser | one record |
//! | `drafts` | name of the draft | its text |
//! | `settings` | name of the setting | its text; `imported` and `taken-out` are the store's own |
//! | `aside` | an unreadable record | why it could not be read |
//! | `reversals` | id of a reversed or used entry | empty; there once, so that no tab reverses it again |
//!
//! Where the browser refuses it, the same is kept in memory for as long as the page is open, and
//! [`Store::standing`] says so. What is kept there moves to the device if that can be had later ([`Store::recovered`]):
//! when a tab with an older version has closed, when the browser answers at last, or, in the place of a damaged database,
//! in a second one, `carbon-points-rescued`.

mod answer;
mod change;
mod database;
mod import;
mod keeping;
mod memory;

use std::cell::RefCell;
use std::rc::Rc;

pub use answer::{Loaded, Refusal, Standing, StoreError};
use change::{Area, Change, When};
use database::{Database, Late};
pub use import::{Import, Imported};
pub use keeping::{Missing, News, Recovery};
use memory::{Contents, Memory};

use super::clock::in_time;

/// Name of the database on the device.
const NAME: &str = "carbon-points";
/// How long the browser may take to open the database. Some never answer; a slow phone needs a second or two.
const PATIENCE_MS: i32 = 5000;

/// How many times as long everything in it may take to be read: of a ledger of 100,000, an old phone reads for seconds.
const PATIENCE_TO_READ: i32 = 6;

/// Where the resident's records are kept, and the only way to them. Clones are the same store.
#[derive(Clone, Debug)]
pub struct Store {
    place: Rc<RefCell<Rc<Place>>>,
}

#[derive(Debug)]
enum Place {
    Device(Database),
    Memory(Memory, Refusal, Wanted),
}

/// What was asked for and refused.
#[derive(Default, Debug)]
struct Wanted {
    name: String,
    patience_ms: i32,
    /// Its answer may still come.
    late: RefCell<Option<Late>>,
}

impl Store {
    /// Opens the store and reads everything in it. Never fails: where the device's storage is missing, refused,
    /// damaged or does not answer, the store is an empty one in memory, and what is on the device stays as it is.
    pub async fn open() -> (Self, Loaded) {
        Self::open_as(NAME, PATIENCE_MS).await
    }

    /// [`Self::open`], under another database name and waiting at most so many milliseconds; tests use it to keep out
    /// of each other's way.
    pub async fn open_as(name: &str, patience_ms: i32) -> (Self, Loaded) {
        let opened = match Database::open(name, patience_ms).await {
            // One that opens but cannot be read would only swallow what is written.
            Ok(database) => match in_time(patience_ms.saturating_mul(PATIENCE_TO_READ), database.load()).await {
                Some(Ok(loaded)) => Ok((database, loaded)),
                Some(Err(_)) => Err((Refusal::Failed, None)),
                None => Err((Refusal::NoAnswer, None)),
            },
            Err(unopened) => Err(unopened),
        };
        let (place, loaded) = match opened {
            Ok((database, loaded)) => (Place::Device(database), loaded),
            Err((refusal, late)) => {
                let wanted = Wanted { name: name.to_owned(), patience_ms, late: RefCell::new(late) };
                (Place::Memory(Memory::default(), refusal, wanted), Loaded::default())
            }
        };
        (Self::at(place), loaded)
    }

    /// An empty store in memory. What is on the device is not looked at.
    pub fn in_memory() -> Self {
        Self::at(Place::Memory(Memory::default(), Refusal::Public, Wanted::default()))
    }

    fn at(place: Place) -> Self {
        Self { place: Rc::new(RefCell::new(Rc::new(place))) }
    }

    fn place(&self) -> Rc<Place> {
        self.place.borrow().clone()
    }

    /// How long what is written will last. From memory to the device it changes by [`Self::recovered`], and never back.
    pub fn standing(&self) -> Standing {
        match &*self.place() {
            Place::Device(_) => Standing::OnDevice,
            Place::Memory(..) => Standing::MemoryOnly,
        }
    }

    /// Why the device's storage cannot be used; `None` if it can.
    pub fn refusal(&self) -> Option<Refusal> {
        match &*self.place() {
            Place::Device(_) => None,
            Place::Memory(_, refusal, _) => Some(*refusal),
        }
    }

    /// Adds records after all others, in this order, forgets the draft that they came from, and marks the entry that
    /// they reverse; all of it or none. An entry that is marked already is [`StoreError::AlreadyReversed`].
    ///
    /// `Ok` means that they are there: the browser has confirmed the whole write, and has been asked to confirm only
    /// what has reached the disk (browsers from before 2024 may not know that wish).
    pub async fn append(
        &self,
        records: &[String],
        draft: Option<&str>,
        reversed: Option<&str>,
    ) -> Result<(), StoreError> {
        let mut changes: Vec<_> = records.iter().map(|record| Change::Append(record)).collect();
        changes.extend(draft.map(|draft| Change::Remove(Area::Drafts, draft)));
        changes.extend(reversed.map(Change::Reverse));
        self.write(&changes, When::Always).await
    }

    /// [`Self::append`] of records that are right only because of what was read: if any entry was added or
    /// taken out since the store was opened or last read, by this tab or another one, nothing is written and it is
    /// [`StoreError::Behind`]. Whether one was is looked up inside the same transaction, so of two tabs that spend the
    /// same points at once, one is told to read again.
    pub async fn append_if_all_read(&self, records: &[String]) -> Result<(), StoreError> {
        let changes: Vec<_> = records.iter().map(|record| Change::Append(record)).collect();
        self.write(&changes, When::AllRead).await
    }

    /// Records that were added since the store was opened or this was last asked, by this tab or another one, in the
    /// order in which they were added. Records read before may be among them, after a connection was lost.
    pub async fn new_entries(&self) -> Result<Vec<String>, StoreError> {
        match &*self.place() {
            Place::Device(database) => database.new_entries().await,
            Place::Memory(memory, ..) => Ok(memory.new_entries()),
        }
    }

    /// Keeps a draft, in place of the one of that name. Of two calls, the later one counts.
    pub async fn put_draft(&self, name: &str, text: &str) -> Result<(), StoreError> {
        self.write(&[Change::Put(Area::Drafts, name, text)], When::Always).await
    }

    /// Forgets a draft; also `Ok` if there is none of that name.
    pub async fn remove_draft(&self, name: &str) -> Result<(), StoreError> {
        self.write(&[Change::Remove(Area::Drafts, name)], When::Always).await
    }

    /// Keeps a setting, in place of the one of that name.
    pub async fn put_setting(&self, name: &str, text: &str) -> Result<(), StoreError> {
        self.write(&[Change::Put(Area::Settings, name, text)], When::Always).await
    }

    /// A setting as it is kept now, by this tab or another one; `None` if there is none of that name.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let settings = self.named(Area::Settings).await?;
        Ok(settings.into_iter().find(|(known, _)| known == name).map(|(_, text)| text))
    }

    /// Keeps a copy of a record that could not be read, with why. The record itself also stays where it is. The same
    /// record is kept once, however often it is put aside.
    pub async fn set_aside(&self, record: &str, why: &str) -> Result<(), StoreError> {
        self.write(&[Change::Put(Area::Aside, record, why)], When::Always).await
    }

    /// The records that were put aside, each with why.
    pub async fn aside(&self) -> Result<Vec<(String, String)>, StoreError> {
        self.named(Area::Aside).await
    }

    async fn write(&self, changes: &[Change<'_>], when: When) -> Result<(), StoreError> {
        match &*self.place() {
            Place::Device(database) => database.write(changes, when).await,
            Place::Memory(memory, ..) => memory.write(changes, when),
        }
    }
}

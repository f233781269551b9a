//! What outlives the page: entries, drafts and settings, in IndexedDB where the browser allows it, in memory where not.

mod database;
mod memory;

use std::cell::RefCell;
use std::rc::Rc;

use database::Database;
use memory::Memory;

/// Name of the database.
pub const NAME: &str = "carbon-points";

/// Where things are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// On the device; they outlive the page.
    OnDevice,
    /// In memory: the browser refused storage.
    MemoryOnly,
}

/// The device refused a write, or a read of what was written. Nothing was half-saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Refused;

/// Everything that was kept.
#[derive(Clone, Default, Debug)]
pub struct Loaded {
    /// Entries, in order of recording.
    pub entries: Vec<String>,
    /// Drafts by name.
    pub drafts: Vec<(String, String)>,
    /// Settings by name.
    pub settings: Vec<(String, String)>,
}

/// A store; clones are the same store.
#[derive(Clone, Debug)]
pub struct Store(Kept);

#[derive(Clone, Debug)]
enum Kept {
    OnDevice(Rc<Database>),
    InMemory(Rc<RefCell<Memory>>),
}

impl Store {
    /// Opens the store and reads everything. Never fails: where storage is refused it is a store in memory.
    pub async fn open() -> (Self, Loaded) {
        Self::open_named(NAME).await
    }

    /// The same with another database, for tests.
    pub async fn open_named(name: &str) -> (Self, Loaded) {
        if let Ok(database) = Database::open(name).await
            && let Ok(loaded) = database.read().await
        {
            return (Self(Kept::OnDevice(Rc::new(database))), loaded);
        }
        (Self(Kept::InMemory(Rc::default())), Loaded::default())
    }

    /// Where things are kept.
    pub fn standing(&self) -> Standing {
        match &self.0 {
            Kept::OnDevice(_) => Standing::OnDevice,
            Kept::InMemory(_) => Standing::MemoryOnly,
        }
    }

    /// Adds entries at the end, all or none. When this returns `Ok` they are kept.
    pub async fn append(&self, entries: &[String]) -> Result<(), Refused> {
        match &self.0 {
            Kept::OnDevice(database) => database.append(entries).await,
            Kept::InMemory(memory) => {
                memory.borrow_mut().append(entries);
                Ok(())
            }
        }
    }

    /// All entries, in order of recording, with those of other tabs.
    pub async fn reload_entries(&self) -> Result<Vec<String>, Refused> {
        match &self.0 {
            Kept::OnDevice(database) => database.entries().await,
            Kept::InMemory(memory) => Ok(memory.borrow().entries()),
        }
    }

    /// Keeps a draft under its name.
    pub async fn put_draft(&self, name: &str, draft: &str) -> Result<(), Refused> {
        self.put(database::DRAFTS, name, draft).await
    }

    /// Forgets a draft.
    pub async fn remove_draft(&self, name: &str) -> Result<(), Refused> {
        match &self.0 {
            Kept::OnDevice(database) => database.remove(database::DRAFTS, name).await,
            Kept::InMemory(memory) => {
                memory.borrow_mut().remove(database::DRAFTS, name);
                Ok(())
            }
        }
    }

    /// Keeps a setting.
    pub async fn put_setting(&self, name: &str, value: &str) -> Result<(), Refused> {
        self.put(database::SETTINGS, name, value).await
    }

    /// Keeps a record that could not be read, as it is, under a name of its own; the same record twice is kept once.
    pub async fn set_aside(&self, record: &str, why: &str) -> Result<(), Refused> {
        self.put(database::ASIDE, record, why).await
    }

    async fn put(&self, area: &'static str, name: &str, value: &str) -> Result<(), Refused> {
        match &self.0 {
            Kept::OnDevice(database) => database.put(area, name, value).await,
            Kept::InMemory(memory) => {
                memory.borrow_mut().put(area, name, value);
                Ok(())
            }
        }
    }
}

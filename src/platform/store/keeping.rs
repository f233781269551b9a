//! When the device's store cannot be had at first, is damaged, or is taken away while the page stands open.

use std::rc::Rc;

use super::database::{Database, Salvaged};
use super::{Contents, Loaded, Memory, Place, Refusal, Store, StoreError, Wanted, When};

/// What the page holds and the device lacks.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Missing {
    /// Records, in order.
    pub records: Vec<String>,
    /// Ids of what they end.
    pub marks: Vec<String>,
    /// Settings, which go with them: nothing is missing if no record is.
    pub settings: Vec<(String, String)>,
}

/// What has become of the device's store while the page stood open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum News {
    /// The connection has ended: the browser has closed it, or somebody deletes the store or holds a newer version.
    Ended,
    /// The store was looked through after that, and so many records were written again.
    Restored(usize),
}

/// How the device's store came to be had after all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Recovery {
    /// It opened late.
    Late,
    /// It is damaged and stays as it is; what it gave was copied to another one, which is used from now on: these
    /// records, whether or not they make sense.
    Rescued(Vec<String>),
}

/// What is added to the name of a database that is damaged.
const RESCUED: &str = "-rescued";

impl Store {
    /// Waits, as long as it takes, until the store on the device can be used after all; `None` if it never can. What was
    /// kept in memory until then is on the device when this answers, and everything that follows is written there.
    pub async fn recovered(&self) -> Option<(Recovery, Loaded)> {
        let place = self.place();
        let Place::Memory(memory, refusal, wanted) = &*place else { return None };
        match refusal {
            Refusal::NoAnswer | Refusal::Blocked => {
                let database = answered(wanted).await?;
                match database.load().await {
                    Ok(_) => self.move_to(database, memory).await.map(|loaded| (Recovery::Late, loaded)),
                    Err(_) => self.rescue(memory, wanted).await,
                }
            }
            Refusal::Failed => self.rescue(memory, wanted).await,
            _ => None,
        }
    }

    async fn rescue(&self, memory: &Memory, wanted: &Wanted) -> Option<(Recovery, Loaded)> {
        let salvaged = Salvaged::of(&wanted.name, wanted.patience_ms).await;
        let name = format!("{}{RESCUED}", wanted.name);
        let database = Database::open(&name, wanted.patience_ms).await.ok()?;
        database.copy(&salvaged).await.ok()?;
        let loaded = self.move_to(database, memory).await?;
        Some((Recovery::Rescued(salvaged.entries), loaded))
    }

    /// Moves what memory holds to the device, until there is nothing more of it.
    async fn move_to(&self, database: Database, memory: &Memory) -> Option<Loaded> {
        let mut moved = Contents::default();
        loop {
            let now = memory.contents();
            database.write(&now.changes(moved.entries.len()), When::Always).await.ok()?;
            moved = now;
            let loaded = database.reload().await.ok()?;
            if memory.contents() == moved {
                self.place.replace(Rc::new(Place::Device(database)));
                return Some(loaded);
            }
        }
    }

    /// From now on `lacks` says which records the page holds and the device, which has these, does not; `heard` is told
    /// what becomes of the device's store. Before the next entry is written, what is missing is written again.
    pub fn keep(&self, lacks: impl Fn(&[String]) -> Missing + 'static, heard: impl Fn(News) + 'static) {
        if let Place::Device(database) = &*self.place() {
            database.keep(Rc::new(lacks), Rc::new(heard));
        }
    }

    /// The records of the store that once stood in the place of this one; `None` if it cannot be read.
    pub async fn rescued(&self) -> Option<Vec<String>> {
        let Place::Device(database) = &*self.place() else { return None };
        database.beside(RESCUED).await
    }

    /// How many records the page holds and the device lacks.
    pub async fn missing(&self) -> Result<usize, StoreError> {
        match &*self.place() {
            Place::Device(database) => database.missing().await,
            Place::Memory(..) => Ok(0),
        }
    }

    /// Writes again what the device lacks; how many records.
    pub async fn restore(&self) -> Result<usize, StoreError> {
        match &*self.place() {
            Place::Device(database) => database.restore().await,
            Place::Memory(..) => Ok(0),
        }
    }
}

/// The database that was asked for, once the browser answers.
async fn answered(wanted: &Wanted) -> Option<Database> {
    let late = match wanted.late.take() {
        Some(late) => late,
        // It opened, but was not read in time: once more, and then for as long as it takes.
        None => match Database::open(&wanted.name, wanted.patience_ms).await {
            Ok(database) => return Some(database),
            Err((_, late)) => late?,
        },
    };
    Database::late(late, &wanted.name, wanted.patience_ms).await.ok()
}

//! The store on the device: `IndexedDB`, through the `idb` crate.
//!
//! A transaction is given all its requests at once and then waited for as a whole, because it is the transaction's
//! `complete` event, and nothing before it, that says that something was kept.

mod asked;
mod connection;
mod failure;
mod import;
mod keeping;
mod salvage;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use idb::Transaction;

use super::{Area, Change, Loaded, StoreError, When};
use asked::{all_named, done, on, pairs, request, text_of, texts};
use connection::{Connection, Mode, connect};
pub(super) use connection::{Late, Unopened};
use failure::{failed, js_of};
use keeping::Keeper;
pub(super) use salvage::Salvaged;

/// The database, with a connection that is opened again if it was closed.
#[derive(Debug)]
pub(super) struct Database {
    name: String,
    patience_ms: i32,
    connection: RefCell<Rc<Connection>>,
    /// How often records had been taken out when the entries were last all read.
    taken_out: Cell<u32>,
    /// Who holds in memory what is to be here, and hears of a connection that ends.
    keeper: Keeper,
}

impl Database {
    pub(super) async fn open(name: &str, patience_ms: i32) -> Result<Self, Unopened> {
        Ok(Self::over(connect(name, patience_ms).await?, name, patience_ms))
    }

    fn over(connection: Connection, name: &str, patience_ms: i32) -> Self {
        let connection = RefCell::new(Rc::new(connection));
        let (taken_out, keeper) = Default::default();
        Self { name: name.to_owned(), patience_ms, connection, taken_out, keeper }
    }

    pub(super) async fn load(&self) -> Result<Loaded, StoreError> {
        let connection = self.connection.borrow().clone();
        let transaction = connection.begin(&[Area::Entries, Area::Drafts, Area::Settings], Mode::Read)?;
        let entries = connection.unread(&transaction)?;
        let drafts = all_named(&transaction, Area::Drafts, None)?;
        let settings = all_named(&transaction, Area::Settings, None)?;
        done(transaction).await?;
        let settings = pairs(&settings)?;
        self.taken_out.set(import::taken_out(&settings));
        Ok(Loaded { entries: connection.read(&entries)?, drafts: pairs(&drafts)?, settings })
    }

    /// Entries that were added since the last time, whoever added them; all of them over a new connection.
    pub(super) async fn new_entries(&self) -> Result<Vec<String>, StoreError> {
        let transaction = self.begin(&[Area::Entries], Mode::Read).await?;
        let connection = self.connection.borrow().clone();
        let entries = connection.unread(&transaction)?;
        done(transaction).await?;
        connection.read(&entries)
    }

    /// The names and texts kept in a store.
    pub(super) async fn named(&self, area: Area) -> Result<Vec<(String, String)>, StoreError> {
        let transaction = self.begin(&[area], Mode::Read).await?;
        let named = all_named(&transaction, area, None)?;
        done(transaction).await?;
        pairs(&named)
    }

    pub(super) async fn write(&self, changes: &[Change<'_>], when: When) -> Result<(), StoreError> {
        let mut areas: Vec<Area> = changes.iter().map(|change| change.area()).collect();
        areas.dedup();
        if areas.is_empty() {
            return Ok(()); // a transaction over nothing is an error
        }
        let mode = if areas.contains(&Area::Entries) { Mode::WriteThrough } else { Mode::Write };
        if when == When::AllRead {
            areas.push(Area::Settings);
        }
        let transaction = self.begin(&areas, mode).await?;
        // Asked first, so it is answered before anything is written.
        let guard = match when {
            When::Always => None,
            When::AllRead => {
                Some(self.connection.borrow().clone().abort_if_behind(&transaction, self.taken_out.get())?)
            }
        };
        for change in changes {
            if let Err(error) = request(&transaction, *change) {
                // Whatever was asked for before is undone. Abort fails only after an abort.
                let _ = transaction.abort();
                return Err(error);
            }
        }
        let reverses = changes.iter().any(|change| matches!(change, Change::Reverse(_)));
        done(transaction).await.map_err(|error| match error {
            _ if guard.is_some_and(|guard| guard.behind.get()) => StoreError::Behind,
            StoreError::AlreadyReversed if !reverses => StoreError::Failed,
            error => error,
        })
    }

    /// Starts a transaction. Over a new connection if the last one was closed or is found dead, as phones leave it after
    /// the page has slept; then entries are written only once whatever was lost meanwhile is there again.
    async fn begin(&self, areas: &[Area], mode: Mode) -> Result<Transaction, StoreError> {
        let connection = self.connection.borrow().clone();
        if connection.usable.get() {
            if mode == Mode::WriteThrough && self.is_doubted() {
                self.bring_back(&connection).await?;
            }
            if let Ok(transaction) = connection.begin(areas, mode) {
                return Ok(transaction);
            }
        }
        let opened = match connect(&self.name, self.patience_ms).await {
            Ok(opened) => Rc::new(opened),
            Err((refusal, late)) => {
                keeping::let_go(late);
                return Err(StoreError::Closed(refusal));
            }
        };
        self.renew(opened.clone());
        if mode == Mode::WriteThrough {
            self.bring_back(&opened).await?;
        }
        opened.begin(areas, mode)
    }
}

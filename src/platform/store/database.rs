//! The database on the device.
//!
//! Version 1 has four object stores: `entries` (key: its place, counted up by the browser), and `drafts`, `settings`
//! and `aside` (key: name). Every value is a text; the records in them carry a version of their own.

use idb::{DatabaseEvent, Factory, ObjectStoreParams, Query, Transaction, TransactionMode};
use wasm_bindgen::JsValue;

use super::{Loaded, Refused};

const VERSION: u32 = 1;
pub(super) const ENTRIES: &str = "entries";
pub(super) const DRAFTS: &str = "drafts";
pub(super) const SETTINGS: &str = "settings";
pub(super) const ASIDE: &str = "aside";

#[derive(Debug)]
pub(super) struct Database(idb::Database);

/// Whatever the browser's reason, the caller can do only one thing: say that it was refused.
impl From<idb::Error> for Refused {
    fn from(_: idb::Error) -> Self {
        Self
    }
}

impl Database {
    pub(super) async fn open(name: &str) -> Result<Self, Refused> {
        let mut request = Factory::new()?.open(name, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            // A store that cannot be made leaves the database without it, and reading then refuses the whole.
            if let Ok(database) = event.database() {
                let mut counted = ObjectStoreParams::new();
                counted.auto_increment(true);
                let _ = database.create_object_store(ENTRIES, counted);
                for named in [DRAFTS, SETTINGS, ASIDE] {
                    let _ = database.create_object_store(named, ObjectStoreParams::new());
                }
            }
        });
        let mut database = request.await?;
        database.on_version_change(|event| {
            // A newer page in another tab wants to upgrade; holding on would block it for ever.
            let target = idb::Event::target(&event).map(JsValue::from);
            if let Ok(database) = target.and_then(idb::Database::try_from) {
                database.close();
            }
        });
        Ok(Self(database))
    }

    pub(super) async fn read(&self) -> Result<Loaded, Refused> {
        Ok(Loaded {
            entries: self.entries().await?,
            drafts: self.named(DRAFTS).await?,
            settings: self.named(SETTINGS).await?,
        })
    }

    pub(super) async fn entries(&self) -> Result<Vec<String>, Refused> {
        let transaction = self.0.transaction(&[ENTRIES], TransactionMode::ReadOnly)?;
        let all = transaction.object_store(ENTRIES)?.get_all(None, None)?.await?;
        Ok(all.iter().filter_map(JsValue::as_string).collect())
    }

    pub(super) async fn append(&self, entries: &[String]) -> Result<(), Refused> {
        let transaction = self.0.transaction(&[ENTRIES], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(ENTRIES)?;
        for entry in entries {
            // Not awaited one by one: they stand or fall with the transaction.
            drop(store.add(&JsValue::from_str(entry), None)?);
        }
        finish(transaction).await
    }

    pub(super) async fn put(&self, area: &str, name: &str, value: &str) -> Result<(), Refused> {
        let transaction = self.0.transaction(&[area], TransactionMode::ReadWrite)?;
        drop(transaction.object_store(area)?.put(&JsValue::from_str(value), Some(&JsValue::from_str(name)))?);
        finish(transaction).await
    }

    pub(super) async fn remove(&self, area: &str, name: &str) -> Result<(), Refused> {
        let transaction = self.0.transaction(&[area], TransactionMode::ReadWrite)?;
        drop(transaction.object_store(area)?.delete(Query::Key(JsValue::from_str(name)))?);
        finish(transaction).await
    }

    async fn named(&self, area: &str) -> Result<Vec<(String, String)>, Refused> {
        let transaction = self.0.transaction(&[area], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(area)?;
        let (keys, values) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
        let (keys, values) = (keys.await?, values.await?);
        Ok(keys.iter().zip(&values).filter_map(|(key, value)| Some((key.as_string()?, value.as_string()?))).collect())
    }
}

/// Waits until the browser says that the whole transaction is kept.
async fn finish(transaction: Transaction) -> Result<(), Refused> {
    let result = transaction.await?;
    if result.is_committed() { Ok(()) } else { Err(Refused) }
}

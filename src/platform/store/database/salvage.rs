//! A database that opens and cannot be read as it should: what can be read of it, record by record. It is not touched.

use std::collections::BTreeSet;

use idb::Query;
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{IdbRequest, IdbTransaction};

use super::import::{answer, store};
use super::{Connection, Database, Mode, connect, done, failed, js_of, on, text_of};
use crate::platform::store::{Area, Change, StoreError, When};

/// What could be read.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(in crate::platform::store) struct Salvaged {
    /// Records in their order.
    pub(in crate::platform::store) entries: Vec<String>,
    /// What is kept under names.
    named: Vec<(Area, String, String)>,
}

impl Salvaged {
    /// Reads what can be read; nothing where there is no database of that name any more, or it does not open.
    pub(in crate::platform::store) async fn of(name: &str, patience_ms: i32) -> Self {
        let mut salvaged = Self::default();
        let connection = match connect(name, patience_ms).await {
            Ok(connection) => connection,
            Err((_, late)) => {
                super::keeping::let_go(late);
                return salvaged;
            }
        };
        for area in Area::ALL {
            for (key, value) in read(&connection, area).await.unwrap_or_default() {
                match (area, key.as_string()) {
                    (Area::Entries, _) => salvaged.entries.push(text_of(&value)),
                    (_, Some(name)) => salvaged.named.push((area, name, text_of(&value))),
                    (_, None) => {}
                }
            }
        }
        salvaged
    }
}

impl Database {
    /// Writes down what was salvaged and is not there yet, in one go.
    pub(in crate::platform::store) async fn copy(&self, salvaged: &Salvaged) -> Result<(), StoreError> {
        let here: BTreeSet<String> = self.all_entries().await?.into_iter().collect();
        let new = salvaged.entries.iter().filter(|record| !here.contains(*record));
        let mut changes: Vec<Change<'_>> = new.map(|record| Change::Append(record)).collect();
        if here.is_empty() {
            changes.extend(salvaged.named.iter().map(|(area, name, text)| Change::Put(*area, name, text)));
        }
        self.write(&changes, When::Always).await
    }
}

/// Keys and values of a store: all at once, or one by one, without those that cannot be read.
async fn read(connection: &Connection, area: Area) -> Result<Vec<(JsValue, JsValue)>, StoreError> {
    let keys = keys(connection, area).await?;
    let mut read = Vec::new();
    for key in keys {
        // Each over a transaction of its own: one that fails ends all that it was asked together with.
        let raw: IdbTransaction = connection.begin(&[area], Mode::Read)?.into();
        let value = match on(&raw.clone().into(), area)?.get(Query::Key(key.clone())) {
            Ok(request) => answer(IdbRequest::from(request)).await,
            Err(error) => Err(failed(js_of(error))),
        };
        if let Ok(value) = value {
            read.push((key, value));
        }
    }
    Ok(read)
}

async fn keys(connection: &Connection, area: Area) -> Result<Vec<JsValue>, StoreError> {
    let transaction = connection.begin(&[area], Mode::Read)?;
    let raw: IdbTransaction = transaction.into();
    let keys = store(&raw, area)?.get_all_keys().map_err(failed)?;
    done(raw.into()).await?;
    Ok(Array::from(&keys.result().map_err(failed)?).to_vec())
}

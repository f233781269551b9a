//! What is asked of the object stores in a transaction, and the answers.

use idb::request::{GetAllKeysStoreRequest, GetAllStoreRequest};
use idb::{ObjectStore, Query, Request, Transaction};
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbTransaction;

use super::failure::{failed, js_of};
use crate::platform::store::{Area, Change, StoreError};

/// What is asked of a store now is answered by the time its transaction is [`done`].
pub(super) fn request(transaction: &Transaction, change: Change<'_>) -> Result<(), StoreError> {
    let area = on(transaction, change.area())?;
    match change {
        Change::Append(record) => area.add(&record.into(), None).map(drop),
        Change::Reverse(id) => area.add(&"".into(), Some(&id.into())).map(drop),
        Change::Put(_, name, text) => area.put(&text.into(), Some(&name.into())).map(drop),
        Change::Remove(_, name) => area.delete(Query::Key(name.into())).map(drop),
    }
    .map_err(|error| failed(js_of(error)))
}

/// Keys and values that were asked for.
pub(super) type Named = (GetAllKeysStoreRequest, GetAllStoreRequest);

pub(super) fn all_named(transaction: &Transaction, area: Area, which: Option<Query>) -> Result<Named, StoreError> {
    let area = on(transaction, area)?;
    let names = area.get_all_keys(which.clone(), None).map_err(|error| failed(js_of(error)))?;
    let values = area.get_all(which, None).map_err(|error| failed(js_of(error)))?;
    Ok((names, values))
}

pub(super) fn on(transaction: &Transaction, area: Area) -> Result<ObjectStore, StoreError> {
    transaction.object_store(area.name()).map_err(|error| failed(js_of(error)))
}

/// Waits until the transaction is complete, or says why it was undone.
pub(super) async fn done(transaction: Transaction) -> Result<(), StoreError> {
    let transaction: IdbTransaction = transaction.into();
    let ended = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        // A failed request aborts its transaction, so this comes after every `error`, with the reason set.
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(ended).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(StoreError::Failed, |error| failed(error.into()))),
    }
}

/// The texts of an answer. A value that is no text was not written by this page: it is told as JSON, so that whoever
/// reads it finds out.
pub(super) fn texts(answered: &impl Request) -> Result<Vec<String>, StoreError> {
    Ok(values(answered)?.map(|value| text_of(&value)).collect())
}

pub(super) fn text_of(value: &JsValue) -> String {
    value.as_string().or_else(|| js_sys::JSON::stringify(value).ok()?.as_string()).unwrap_or_default()
}

pub(super) fn pairs((names, texts): &Named) -> Result<Vec<(String, String)>, StoreError> {
    let pairs = values(names)?.zip(values(texts)?);
    Ok(pairs.filter_map(|(name, text)| Some((name.as_string()?, text.as_string()?))).collect())
}

fn values(answered: &impl Request) -> Result<impl Iterator<Item = JsValue>, StoreError> {
    Ok(array(answered)?.to_vec().into_iter())
}

pub(super) fn array(answered: &impl Request) -> Result<Array, StoreError> {
    Ok(answered.result().map_err(|error| failed(js_of(error)))?.unchecked_into())
}

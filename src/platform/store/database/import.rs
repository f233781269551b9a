//! Importing and undoing it. Unlike the rest of the store, these ask for more once they have an answer, inside one
//! transaction, so that nothing another tab does can come between.

use idb::Transaction;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use super::{Database, Mode, all_named, done, failed, pairs, request};
use crate::platform::store::import::{IMPORTED, Import, Imported, Kept, TAKEN_OUT};
use crate::platform::store::{Area, Change, StoreError};

const AREAS: [Area; 3] = [Area::Entries, Area::Settings, Area::Reversals];

impl Database {
    pub(in crate::platform::store) async fn all(&self, area: Area) -> Result<Vec<(String, String)>, StoreError> {
        let transaction = self.begin(&[area], Mode::Read).await?;
        let named = all_named(&transaction, area, None)?;
        done(transaction).await?;
        pairs(&named)
    }

    pub(in crate::platform::store) async fn all_entries(&self) -> Result<Vec<String>, StoreError> {
        let transaction = self.begin(&[Area::Entries, Area::Settings], Mode::Read).await?;
        let connection = self.connection.borrow().clone();
        connection.read_to.set(0.0);
        let entries = connection.unread(&transaction)?;
        let settings = all_named(&transaction, Area::Settings, None)?;
        done(transaction).await?;
        self.taken_out.set(taken_out(&pairs(&settings)?));
        connection.read(&entries)
    }

    pub(in crate::platform::store) async fn has_shrunk(&self) -> Result<bool, StoreError> {
        let count = taken_out(&self.all(Area::Settings).await?);
        Ok(count > self.taken_out.get())
    }

    pub(in crate::platform::store) async fn imported(&self) -> Result<Option<Imported>, StoreError> {
        let raw = self.raw(Mode::Read).await?;
        let imported = self.kept(&raw).await?;
        Ok(imported.map(|(kept, undoable)| Imported { records: kept.records, undoable }))
    }

    pub(in crate::platform::store) async fn import(
        &self,
        import: &Import<'_>,
        known: &dyn Fn(&str) -> bool,
    ) -> Result<(), StoreError> {
        let raw = self.raw(Mode::WriteThrough).await?;
        let written = self.write_import(&raw, import, known).await;
        complete(raw, written).await
    }

    pub(in crate::platform::store) async fn undo_import(&self) -> Result<usize, StoreError> {
        let raw = self.raw(Mode::WriteThrough).await?;
        let undone = self.write_undo(&raw).await;
        complete(raw, undone).await
    }

    async fn write_import(
        &self,
        raw: &IdbTransaction,
        import: &Import<'_>,
        known: &dyn Fn(&str) -> bool,
    ) -> Result<(), StoreError> {
        let read_to = self.connection.borrow().read_to.get();
        let entries = store(raw, Area::Entries)?;
        let range = IdbKeyRange::lower_bound_with_open(&read_to.into(), true).map_err(failed)?;
        let keys = entries.get_all_keys_with_key(&range).map_err(failed)?;
        let records = answer(entries.get_all_with_key(&range).map_err(failed)?).await?;
        let unread: Vec<String> = Array::from(&records).iter().filter_map(|record| record.as_string()).collect();
        if !unread.iter().all(|record| known(record)) {
            return Err(StoreError::Moved);
        }
        let after = last_of(&keys.result().map_err(failed)?).unwrap_or(read_to);
        let transaction: Transaction = raw.clone().into();
        let changes = import.changes();
        for change in changes.iter().filter(|change| !matches!(change, Change::Append(_))) {
            request(&transaction, *change)?;
        }
        let mut last = None;
        for record in import.records {
            last = Some(entries.add(&record.into()).map_err(failed)?);
        }
        let last = match last {
            Some(last) => answer(last).await?.as_f64().unwrap_or(after),
            None => after,
        };
        let kept = Kept::of(import, whole(after), whole(last)).text();
        request(&transaction, Change::Put(Area::Settings, IMPORTED, &kept))
    }

    async fn write_undo(&self, raw: &IdbTransaction) -> Result<usize, StoreError> {
        let (kept, _) = self.kept(raw).await?.filter(|(_, undoable)| *undoable).ok_or(StoreError::Moved)?;
        let settings = store(raw, Area::Settings)?;
        let names = settings.get_all_keys().map_err(failed)?;
        let texts = answer(settings.get_all().map_err(failed)?).await?;
        let names = Array::from(&names.result().map_err(failed)?);
        let here: Vec<(String, String)> = names
            .iter()
            .zip(Array::from(&texts).iter())
            .filter_map(|(name, text)| Some((name.as_string()?, text.as_string()?)))
            .collect();
        if kept.last > kept.after {
            let (after, last) = (number(kept.after), number(kept.last));
            let range = IdbKeyRange::bound_with_lower_open(&after, &last, true).map_err(failed)?;
            store(raw, Area::Entries)?.delete(&range).map_err(failed)?;
        }
        let transaction: Transaction = raw.clone().into();
        for id in &kept.marks {
            request(&transaction, Change::Remove(Area::Reversals, id))?;
        }
        // A setting that was changed since is the resident's own.
        for (name, _) in kept.settings.iter().filter(|setting| here.contains(setting)) {
            request(&transaction, Change::Remove(Area::Settings, name))?;
        }
        request(&transaction, Change::Remove(Area::Settings, IMPORTED))?;
        let count = (taken_out(&here) + 1).to_string();
        request(&transaction, Change::Put(Area::Settings, TAKEN_OUT, &count))?;
        Ok(kept.records)
    }

    /// What is kept of the last import, and whether nothing came after it.
    async fn kept(&self, raw: &IdbTransaction) -> Result<Option<(Kept, bool)>, StoreError> {
        let kept = answer(store(raw, Area::Settings)?.get(&IMPORTED.into()).map_err(failed)?).await?;
        let Some(kept) = kept.as_string().and_then(|text| Kept::read(&text)) else { return Ok(None) };
        let range = IdbKeyRange::lower_bound_with_open(&number(kept.last), true).map_err(failed)?;
        let later = answer(store(raw, Area::Entries)?.get_all_keys_with_key(&range).map_err(failed)?).await?;
        let undoable = last_of(&later).is_none();
        Ok(Some((kept, undoable)))
    }

    async fn raw(&self, mode: Mode) -> Result<IdbTransaction, StoreError> {
        Ok(self.begin(&AREAS, mode).await?.into())
    }
}

/// Waits for the end of a transaction, which is undone if anything went wrong in it.
pub(super) async fn complete<T>(raw: IdbTransaction, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
    match outcome {
        Ok(value) => done(raw.into()).await.map(|()| value),
        Err(error) => {
            // Fails only where the browser has undone it already.
            let _ = raw.abort();
            Err(error)
        }
    }
}

/// The answer of a request, while its transaction is still open.
pub(super) async fn answer(request: IdbRequest) -> Result<JsValue, StoreError> {
    let answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(answered).await {
        Ok(_) => request.result().map_err(failed),
        Err(_) => Err(request.error().ok().flatten().map_or(StoreError::Failed, |error| failed(error.into()))),
    }
}

pub(super) fn store(raw: &IdbTransaction, area: Area) -> Result<IdbObjectStore, StoreError> {
    raw.object_store(area.name()).map_err(failed)
}

/// The last of the keys of an answer.
fn last_of(keys: &JsValue) -> Option<f64> {
    keys.unchecked_ref::<Array>().iter().filter_map(|key| key.as_f64()).next_back()
}

pub(super) fn taken_out(settings: &[(String, String)]) -> u32 {
    let count = settings.iter().find(|(name, _)| name == TAKEN_OUT);
    count.and_then(|(_, count)| count.parse().ok()).unwrap_or(0)
}

/// Keys are whole and below 2⁵³.
#[expect(clippy::cast_possible_truncation, reason = "whole, and far below the limits of both")]
fn whole(key: f64) -> i64 {
    key as i64
}

#[expect(clippy::cast_precision_loss, reason = "below 2⁵³")]
fn number(key: i64) -> JsValue {
    JsValue::from_f64(key as f64)
}

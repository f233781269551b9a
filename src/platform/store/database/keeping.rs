//! A database that is deleted or closed while the page stands open. The page still holds in memory what it has called
//! saved: whatever of it the device lacks is written again before anything else is.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::IdbDatabase;

use super::import::{answer, complete, store, taken_out};
use super::{Connection, Database, Late, Mode, all_named, done, failed, pairs, text_of, texts};
use crate::platform::store::import::{IMPORTED, TAKEN_OUT};
use crate::platform::store::{Area, Loaded, Missing, News, Refusal, StoreError};

/// What the page knows of records, given those that are there.
type Lacks = Rc<dyn Fn(&[String]) -> Missing>;

/// Who is told what becomes of the store.
type Heard = Rc<dyn Fn(News)>;

/// Who is told of a connection that ends, and knows what is to be there.
#[derive(Default)]
pub(super) struct Keeper {
    kept: RefCell<Option<(Lacks, Heard)>>,
    listening: RefCell<Vec<EventListener>>,
    /// Whether the connection is another one than that over which everything was read, and was not looked through yet.
    doubted: Cell<bool>,
}

impl fmt::Debug for Keeper {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Keeper")
    }
}

impl Database {
    /// From now on `lacks` says what is missing, and `heard` is told what becomes of the connection.
    pub(in crate::platform::store) fn keep(&self, lacks: Lacks, heard: Heard) {
        self.keeper.kept.replace(Some((lacks, heard)));
        self.listen();
    }

    /// Whether records may be missing.
    pub(super) fn is_doubted(&self) -> bool {
        self.keeper.doubted.get()
    }

    /// Another connection is used from now on.
    pub(super) fn renew(&self, connection: Rc<Connection>) {
        self.connection.replace(connection);
        self.keeper.doubted.set(true);
        self.listen();
    }

    /// Everything once more, also what was read before.
    pub(in crate::platform::store) async fn reload(&self) -> Result<Loaded, StoreError> {
        self.connection.borrow().read_to.set(0.0);
        self.load().await
    }

    /// The records of a database whose name ends so; `None` if it cannot be read.
    pub(in crate::platform::store) async fn beside(&self, ending: &str) -> Option<Vec<String>> {
        let other = Self::open(&format!("{}{ending}", self.name), self.patience_ms).await.ok()?;
        Some(other.load().await.ok()?.entries)
    }

    /// Hears the end of the connection there is now.
    fn listen(&self) {
        let Some((_, heard)) = self.keeper.kept.borrow().clone() else { return };
        let handle = &self.connection.borrow().handle;
        let on = |name| {
            let heard = heard.clone();
            EventListener::new(handle, name, move |_| heard(News::Ended))
        };
        self.keeper.listening.replace(vec![on("versionchange"), on("close")]);
    }

    /// How many records the device lacks; over a new connection if the last one has ended.
    pub(in crate::platform::store) async fn missing(&self) -> Result<usize, StoreError> {
        let transaction = self.begin(&[Area::Entries, Area::Settings], Mode::Read).await?;
        let entries = all_named(&transaction, Area::Entries, None)?;
        let settings = all_named(&transaction, Area::Settings, None)?;
        done(transaction).await?;
        if taken_out(&pairs(&settings)?) > self.taken_out.get() {
            // By another tab, on purpose.
            return Ok(0);
        }
        let here = texts(&entries.1)?;
        Ok(self.lacks().map_or(0, |lacks| lacks(&here).records.len()))
    }

    /// Writes again what the device lacks; how many records.
    pub(in crate::platform::store) async fn restore(&self) -> Result<usize, StoreError> {
        done(self.begin(&[Area::Entries], Mode::Read).await?).await?;
        let connection = self.connection.borrow().clone();
        self.bring_back(&connection).await
    }

    fn lacks(&self) -> Option<Lacks> {
        Some(self.keeper.kept.borrow().as_ref()?.0.clone())
    }

    /// In one transaction, so that of two tabs that do it at once, the second finds what the first has written.
    pub(super) async fn bring_back(&self, connection: &Connection) -> Result<usize, StoreError> {
        let Some((lacks, heard)) = self.keeper.kept.borrow().clone() else { return Ok(0) };
        let areas = [Area::Entries, Area::Settings, Area::Reversals];
        let raw: web_sys::IdbTransaction = connection.begin(&areas, Mode::WriteThrough)?.into();
        let written = async {
            let entries = store(&raw, Area::Entries)?;
            let here = answer(entries.get_all().map_err(failed)?).await?;
            let here: Vec<String> = Array::from(&here).iter().map(|value| text_of(&value)).collect();
            let count = answer(store(&raw, Area::Settings)?.get(&TAKEN_OUT.into()).map_err(failed)?).await?;
            let count: u32 = count.as_string().and_then(|count| count.parse().ok()).unwrap_or(0);
            if count > self.taken_out.get() {
                // What is not there was taken out by another tab.
                return Ok(0);
            }
            let missing = lacks(&here);
            if missing.records.is_empty() {
                return Ok(0);
            }
            for record in &missing.records {
                entries.add(&record.into()).map_err(failed)?;
            }
            let empty = JsValue::from_str("");
            for id in &missing.marks {
                store(&raw, Area::Reversals)?.put_with_key(&empty, &id.into()).map_err(failed)?;
            }
            for (name, text) in missing.settings.iter().filter(|(name, _)| name != IMPORTED && name != TAKEN_OUT) {
                store(&raw, Area::Settings)?.put_with_key(&text.into(), &name.into()).map_err(failed)?;
            }
            Ok(missing.records.len())
        };
        let written = written.await;
        let written = complete(raw, written).await?;
        self.keeper.doubted.set(false);
        if written > 0 {
            // Nothing was ever taken out of what was just written.
            self.taken_out.set(0);
        }
        heard(News::Restored(written));
        Ok(written)
    }

    /// The database of an answer that came late.
    pub(in crate::platform::store) async fn late(request: Late, name: &str, patience: i32) -> Result<Self, Refusal> {
        let handle = opened(&request).await.ok_or(Refusal::Failed)?;
        Ok(Self::over(Connection::new(handle), name, patience))
    }
}

/// What a request comes to, however long it takes; `None` if it fails.
async fn opened(request: &Late) -> Option<IdbDatabase> {
    // Asked too early, it throws.
    if request.result().is_err() {
        let opened = Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
        });
        JsFuture::from(opened).await.ok()?;
    }
    request.result().ok()?.dyn_into().ok()
}

/// Should the answer come after all, nobody uses the connection, and nobody is to wait for it.
pub(super) fn let_go(late: Option<Late>) {
    if let Some(request) = late {
        spawn_local(async move {
            if let Some(handle) = opened(&request).await {
                handle.close();
            }
        });
    }
}

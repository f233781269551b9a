//! The store on the device: `IndexedDB`, through the `idb` crate.
//!
//! A transaction is given all its requests at once and then waited for as a whole, because it is the transaction's
//! `complete` event, and nothing before it, that says that something was kept.

mod import;
mod keeping;
mod salvage;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use idb::event::VersionChangeEvent;
use idb::request::{GetAllKeysStoreRequest, GetAllStoreRequest};
use idb::{DatabaseEvent, Event, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, Request, Transaction};
use js_sys::{Array, Function, JsString, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::import::TAKEN_OUT;
use super::{Area, Change, Loaded, Refusal, StoreError, When};
use keeping::Keeper;
pub(super) use salvage::Salvaged;

/// Version of the database's shape. [`create_stores`] brings any earlier one to it.
const VERSION: u32 = 2;

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

/// A request to open the database that has not been answered in time.
pub(super) type Late = IdbOpenDbRequest;

/// Why there is no connection; the answer may still come.
pub(super) type Unopened = (Refusal, Option<Late>);

/// One connection, and whether it may still be used.
#[derive(Debug)]
struct Connection {
    handle: IdbDatabase,
    usable: Rc<Cell<bool>>,
    /// Key of the last entry that was read over it. The browser counts keys up; only an import that is undone takes
    /// any out.
    read_to: Cell<f64>,
    _listeners: [EventListener; 2],
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

impl Drop for Connection {
    /// Lets other tabs upgrade or delete. Transactions under way end first.
    fn drop(&mut self) {
        self.handle.close();
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Read,
    Write,
    /// Complete only when the disk has it.
    WriteThrough,
}

/// Watches over a transaction until it is done.
struct Guard {
    /// Whether it was undone because there is more than was read.
    behind: Rc<Cell<bool>>,
    _answered: [EventListener; 2],
}

impl Connection {
    fn new(handle: IdbDatabase) -> Self {
        let usable = Rc::new(Cell::new(true));
        // Another tab has a newer version of the page, or deletes everything: closing lets it go on.
        let changing = {
            let (usable, handle) = (usable.clone(), handle.clone());
            EventListener::new(&handle.clone(), "versionchange", move |_| {
                usable.set(false);
                handle.close();
            })
        };
        let closed = {
            let usable = usable.clone();
            EventListener::new(&handle, "close", move |_| usable.set(false))
        };
        Self { handle, usable, read_to: Cell::new(0.0), _listeners: [changing, closed] }
    }

    /// The binding of `transaction` has no durability on stable, so the method is called by its name. A browser that
    /// does not know the third argument ignores it.
    fn begin(&self, areas: &[Area], mode: Mode) -> Result<Transaction, StoreError> {
        let names: Array = areas.iter().map(|area| JsString::from(area.name())).collect();
        let options = Object::new();
        if mode == Mode::WriteThrough {
            Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(failed)?;
        }
        let mode = if mode == Mode::Read { "readonly" } else { "readwrite" };
        let method: Function =
            Reflect::get(&self.handle, &"transaction".into()).and_then(JsCast::dyn_into).map_err(failed)?;
        let transaction = method.call3(&self.handle, &names, &mode.into(), &options).map_err(failed)?;
        Ok(transaction.unchecked_into::<IdbTransaction>().into())
    }

    /// Asks for the entries after the last one that was read.
    fn unread(&self, transaction: &Transaction) -> Result<Named, StoreError> {
        all_named(transaction, Area::Entries, Some(self.after_the_last()?))
    }

    /// Undoes a transaction if there is an entry after the last one that was read, or entries were taken out since.
    fn abort_if_behind(&self, transaction: &Transaction, taken_out: u32) -> Result<Guard, StoreError> {
        let keys = on(transaction, Area::Entries)?.get_all_keys(Some(self.after_the_last()?), Some(1));
        let keys: IdbRequest = keys.map_err(|error| failed(js_of(error)))?.into();
        let count = on(transaction, Area::Settings)?.get(Query::Key(TAKEN_OUT.into()));
        let count: IdbRequest = count.map_err(|error| failed(js_of(error)))?.into();
        let behind = Rc::new(Cell::new(false));
        let unread = |keys: JsValue| keys.unchecked_into::<Array>().length() > 0;
        let shrunk = move |count: JsValue| {
            let count = count.as_string().and_then(|count| count.parse().ok()).unwrap_or(0);
            count > taken_out
        };
        let answered = [abort_if(keys, behind.clone(), unread), abort_if(count, behind.clone(), shrunk)];
        Ok(Guard { behind, _answered: answered })
    }

    fn after_the_last(&self) -> Result<Query, StoreError> {
        let after = KeyRange::lower_bound(&self.read_to.get().into(), Some(true));
        after.map(Query::KeyRange).map_err(|error| failed(js_of(error)))
    }

    /// Takes the answer in.
    fn read(&self, (keys, records): &Named) -> Result<Vec<String>, StoreError> {
        let last = array(keys)?.iter().rev().find_map(|key| key.as_f64());
        self.read_to.set(last.unwrap_or_else(|| self.read_to.get()));
        texts(records)
    }
}

/// Undoes the transaction of a request if its answer is one of those, and notes it.
fn abort_if(request: IdbRequest, noted: Rc<Cell<bool>>, so: impl Fn(JsValue) -> bool + 'static) -> EventListener {
    EventListener::new(&request.clone(), "success", move |_| {
        if request.result().is_ok_and(&so) {
            noted.set(true);
            // Abort fails only after an abort.
            let _ = request.transaction().map(|transaction| transaction.abort());
        }
    })
}

async fn connect(name: &str, patience_ms: i32) -> Result<Connection, Unopened> {
    // Reading `indexedDB` alone is an error in a sandboxed frame.
    let factory = Factory::new().map_err(|error| match error {
        idb::Error::IndexedDbNotFound(found) if !found.is_instance_of::<DomException>() => (Refusal::Missing, None),
        _ => (Refusal::Denied, None),
    })?;
    let mut request = factory.open(name, Some(VERSION)).map_err(|error| (refusal(&js_of(error)), None))?;
    request.on_upgrade_needed(|event| create_stores(&event));
    request.forget_callbacks(); // the browser calls back after this function has given up, too
    let request: IdbOpenDbRequest = request.into();
    let mut blocked = false;
    loop {
        let heard = Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onblocked(Some(&resolve));
            request.set_onerror(Some(&reject));
            let timer = web_sys::window()
                .map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, patience_ms));
            if !matches!(timer, Some(Ok(_))) {
                let _ = reject.call0(&JsValue::UNDEFINED);
            }
        });
        match JsFuture::from(heard).await {
            Ok(event) if event.is_undefined() => {
                return Err((if blocked { Refusal::Blocked } else { Refusal::NoAnswer }, Some(request)));
            }
            Ok(_) => match request.result() {
                Ok(handle) => return Ok(Connection::new(handle.unchecked_into())),
                // Asked too early: another tab is in the way, but it may be about to let go.
                Err(_) => blocked = true,
            },
            Err(_) => {
                return Err((request.error().ok().flatten().map_or(Refusal::Failed, |error| refusal(&error)), None));
            }
        }
    }
}

/// Gives a new or an older database its shape; all of it or none.
fn create_stores(event: &VersionChangeEvent) {
    let created = event.database().and_then(|database| {
        let there = database.store_names();
        Area::ALL.into_iter().filter(|area| !there.iter().any(|name| name == area.name())).try_for_each(|area| {
            let mut params = ObjectStoreParams::new();
            params.auto_increment(area == Area::Entries);
            database.create_object_store(area.name(), params).map(drop)
        })
    });
    if created.is_err() {
        // Without the abort, the browser would keep a database that lacks stores. Opening then fails.
        let _ = event.target().map(|request| request.transaction().map(Transaction::abort));
    }
}

/// What is asked of a store now is answered by the time its transaction is [`done`].
fn request(transaction: &Transaction, change: Change<'_>) -> Result<(), StoreError> {
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
type Named = (GetAllKeysStoreRequest, GetAllStoreRequest);

fn all_named(transaction: &Transaction, area: Area, which: Option<Query>) -> Result<Named, StoreError> {
    let area = on(transaction, area)?;
    let names = area.get_all_keys(which.clone(), None).map_err(|error| failed(js_of(error)))?;
    let values = area.get_all(which, None).map_err(|error| failed(js_of(error)))?;
    Ok((names, values))
}

fn on(transaction: &Transaction, area: Area) -> Result<ObjectStore, StoreError> {
    transaction.object_store(area.name()).map_err(|error| failed(js_of(error)))
}

/// Waits until the transaction is complete, or says why it was undone.
async fn done(transaction: Transaction) -> Result<(), StoreError> {
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
fn texts(answered: &impl Request) -> Result<Vec<String>, StoreError> {
    Ok(values(answered)?.map(|value| text_of(&value)).collect())
}

fn text_of(value: &JsValue) -> String {
    value.as_string().or_else(|| js_sys::JSON::stringify(value).ok()?.as_string()).unwrap_or_default()
}

fn pairs((names, texts): &Named) -> Result<Vec<(String, String)>, StoreError> {
    let pairs = values(names)?.zip(values(texts)?);
    Ok(pairs.filter_map(|(name, text)| Some((name.as_string()?, text.as_string()?))).collect())
}

fn values(answered: &impl Request) -> Result<impl Iterator<Item = JsValue>, StoreError> {
    Ok(array(answered)?.to_vec().into_iter())
}

fn array(answered: &impl Request) -> Result<Array, StoreError> {
    Ok(answered.result().map_err(|error| failed(js_of(error)))?.unchecked_into())
}

/// The browser's own error inside one of the crate's.
fn js_of(error: idb::Error) -> JsValue {
    use idb::Error::{
        AddFailed, DeleteFailed, GetAllFailed, GetAllKeysFailed, IndexedDbOpenFailed, ObjectStoreNotFound,
        RequestResultNotFound, UpdateFailed,
    };
    match error {
        AddFailed(error)
        | DeleteFailed(error)
        | GetAllFailed(error)
        | GetAllKeysFailed(error)
        | IndexedDbOpenFailed(error)
        | ObjectStoreNotFound(error)
        | RequestResultNotFound(error)
        | UpdateFailed(error) => error,
        _ => JsValue::UNDEFINED,
    }
}

fn name_of(error: &JsValue) -> String {
    error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
}

#[expect(clippy::needless_pass_by_value, reason = "so that it can be handed to map_err")]
fn failed(error: JsValue) -> StoreError {
    match name_of(&error).as_str() {
        "QuotaExceededError" => StoreError::Full,
        // A name that is taken, where something is added and not put.
        "ConstraintError" => StoreError::AlreadyReversed,
        _ => StoreError::Failed,
    }
}

fn refusal(error: &JsValue) -> Refusal {
    match name_of(error).as_str() {
        "SecurityError" | "InvalidStateError" | "NotAllowedError" => Refusal::Denied,
        "VersionError" => Refusal::Newer,
        _ => Refusal::Failed,
    }
}

//! One connection to the database: opened, given its shape, and closed when another tab wants it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use idb::event::VersionChangeEvent;
use idb::{DatabaseEvent, Event, Factory, KeyRange, ObjectStoreParams, Query, Request, Transaction};
use js_sys::{Array, Function, JsString, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::asked::{Named, all_named, array, on, texts};
use super::failure::{failed, js_of, refusal};
use crate::platform::store::import::TAKEN_OUT;
use crate::platform::store::{Area, Refusal, StoreError};

/// Version of the database's shape. [`create_stores`] brings any earlier one to it.
const VERSION: u32 = 2;

/// A request to open the database that has not been answered in time.
pub(in crate::platform::store) type Late = IdbOpenDbRequest;

/// Why there is no connection; the answer may still come.
pub(in crate::platform::store) type Unopened = (Refusal, Option<Late>);

/// One connection, and whether it may still be used.
#[derive(Debug)]
pub(super) struct Connection {
    pub(super) handle: IdbDatabase,
    pub(super) usable: Rc<Cell<bool>>,
    /// Key of the last entry that was read over it. The browser counts keys up; only an import that is undone takes
    /// any out.
    pub(super) read_to: Cell<f64>,
    _listeners: [EventListener; 2],
}

impl Drop for Connection {
    /// Lets other tabs upgrade or delete. Transactions under way end first.
    fn drop(&mut self) {
        self.handle.close();
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Read,
    Write,
    /// Complete only when the disk has it.
    WriteThrough,
}

/// Watches over a transaction until it is done.
pub(super) struct Guard {
    /// Whether it was undone because there is more than was read.
    pub(super) behind: Rc<Cell<bool>>,
    _answered: [EventListener; 2],
}

impl Connection {
    pub(super) fn new(handle: IdbDatabase) -> Self {
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
    pub(super) fn begin(&self, areas: &[Area], mode: Mode) -> Result<Transaction, StoreError> {
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
    pub(super) fn unread(&self, transaction: &Transaction) -> Result<Named, StoreError> {
        all_named(transaction, Area::Entries, Some(self.after_the_last()?))
    }

    /// Undoes a transaction if there is an entry after the last one that was read, or entries were taken out since.
    pub(super) fn abort_if_behind(&self, transaction: &Transaction, taken_out: u32) -> Result<Guard, StoreError> {
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
    pub(super) fn read(&self, (keys, records): &Named) -> Result<Vec<String>, StoreError> {
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

pub(super) async fn connect(name: &str, patience_ms: i32) -> Result<Connection, Unopened> {
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

//! Where the browser refuses storage, everything works from memory, and the store says so.

use carbon_points::platform::store::{Loaded, Refusal, Standing, Store};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{StandIn, fresh, in_database};
use crate::store::{open, pairs, records};

/// Opens the store in a browser whose `indexedDB` has this descriptor.
async fn open_with(descriptor: &str, patience_ms: i32) -> (Store, Loaded) {
    let _storage = StandIn::new("globalThis", "indexedDB", descriptor);
    Store::open_as("refused", patience_ms).await
}

/// `indexedDB` whose `open` does this.
fn opening(open: &str) -> String {
    format!("{{ value: Object.create(IDBFactory.prototype, {{ open: {{ value: () => {{ {open} }} }} }}) }}")
}

/// `indexedDB` whose `open` ends with this error.
fn ending_in(error: &str) -> String {
    opening(&format!(
        "const request = {{ error: new DOMException('', '{error}') }};
         queueMicrotask(() => request.onerror({{ target: request }}));
         return request;"
    ))
}

async fn works_from_memory(store: &Store, why: Refusal) {
    assert_eq!((store.standing(), store.refusal()), (Standing::MemoryOnly, Some(why)));
    store.append(&records(&["b", "a"]), None, None).await.unwrap();
    store.append(&records(&[]), None, None).await.unwrap();
    store.put_draft("trip", "1").await.unwrap();
    store.put_draft("trip", "2").await.unwrap();
    store.put_setting("language", "en").await.unwrap();
    store.append(&records(&["c"]), Some("trip"), None).await.unwrap();
    store.remove_draft("trip").await.unwrap();
    store.set_aside("?", "unreadable").await.unwrap();
    store.set_aside("?", "unreadable").await.unwrap();
    assert_eq!(store.clone().new_entries().await, Ok(records(&["b", "a", "c"])), "a clone is the same store");
    assert_eq!(store.aside().await, Ok(pairs(&[("?", "unreadable")])));
}

#[wasm_bindgen_test]
async fn reading_it_throws() {
    // As in a sandboxed frame.
    let throws = "{ get() { throw new DOMException('sandboxed', 'SecurityError') } }";
    let (store, loaded) = open_with(throws, 60_000).await;
    assert_eq!(loaded, Loaded::default());
    works_from_memory(&store, Refusal::Denied).await;
}

#[wasm_bindgen_test]
async fn it_is_missing() {
    for missing in ["{ value: undefined }", "{ value: null }", "{ value: {} }"] {
        let (store, _) = open_with(missing, 60_000).await;
        works_from_memory(&store, Refusal::Missing).await;
    }
}

#[wasm_bindgen_test]
async fn opening_throws() {
    let (store, _) = open_with(&opening("throw new DOMException('', 'SecurityError')"), 60_000).await;
    works_from_memory(&store, Refusal::Denied).await;
    let (store, _) = open_with(&opening("throw new Error('broken')"), 60_000).await;
    works_from_memory(&store, Refusal::Failed).await;
}

#[wasm_bindgen_test]
async fn opening_ends_in_an_error() {
    for (error, why) in [
        ("InvalidStateError", Refusal::Denied), // Firefox's private mode, before version 115
        ("VersionError", Refusal::Newer),
        ("UnknownError", Refusal::Failed),
        ("QuotaExceededError", Refusal::Failed),
    ] {
        let (store, _) = open_with(&ending_in(error), 60_000).await;
        works_from_memory(&store, why).await;
    }
}

#[wasm_bindgen_test]
async fn the_browser_never_answers() {
    let (store, _) = open_with(&opening("return {}"), 0).await;
    works_from_memory(&store, Refusal::NoAnswer).await;
}

#[wasm_bindgen_test]
async fn a_database_of_another_shape_is_not_touched() {
    let name = fresh("other shape").await;
    in_database(&name, 2, "db.createObjectStore('entries')", "1").await;
    let (store, _) = Store::open_as(&name, 60_000).await;
    works_from_memory(&store, Refusal::Failed).await;
    let names = in_database(&name, 2, "", "[...db.objectStoreNames].join()").await;
    assert_eq!(names.as_string().unwrap(), "entries");
}

#[wasm_bindgen_test]
async fn a_shape_that_cannot_be_made_leaves_no_database() {
    let name = fresh("half made").await;
    {
        let some = "{ value(name, options) { if (name === 'settings') throw new Error('broken'); return before.call(this, name, options) } }";
        let _create = StandIn::new("IDBDatabase.prototype", "createObjectStore", some);
        let (store, _) = Store::open_as(&name, 60_000).await;
        works_from_memory(&store, Refusal::Failed).await;
    }
    open(&name).await;
}

//! A write is whole or not there, and what is called saved is saved.

use carbon_points::platform::store::StoreError;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{StandIn, fresh, run};
use crate::store::{open, pairs, records};

/// Appends three records through a browser whose `add` is replaced, and gives the outcome.
async fn append_through(name: &str, add: &str) -> Result<(), StoreError> {
    let (store, _) = open(name).await;
    store.append(&records(&["before"]), None, None).await.unwrap();
    store.put_draft("trip", "typed").await.unwrap();
    let outcome = {
        let _add = StandIn::new("IDBObjectStore.prototype", "add", add);
        store.append(&records(&["one", "two", "three"]), Some("trip"), None).await
    };
    // Whatever happened, the store works on.
    store.append(&records(&["after"]), None, None).await.unwrap();
    outcome
}

async fn nothing_of_it_was_kept(name: &str) {
    let (_, loaded) = open(name).await;
    assert_eq!(loaded.entries, records(&["before", "after"]));
    assert_eq!(loaded.drafts, pairs(&[("trip", "typed")]), "the draft is still there");
}

#[wasm_bindgen_test]
async fn entries_and_their_draft_are_written_together() {
    let name = fresh("together").await;
    let outcome = append_through(&name, "{ value: before }").await;
    assert_eq!(outcome, Ok(()));
    let (_, loaded) = open(&name).await;
    assert_eq!(loaded.entries, records(&["before", "one", "two", "three", "after"]));
    assert_eq!(loaded.drafts, vec![]);
}

#[wasm_bindgen_test]
async fn a_request_that_is_refused_keeps_nothing() {
    let name = fresh("refused request").await;
    let refuse = "{ value(text) {
        if (text === 'two') throw new DOMException('no room', 'QuotaExceededError');
        return before.call(this, text);
    } }";
    assert_eq!(append_through(&name, refuse).await, Err(StoreError::Full));
    nothing_of_it_was_kept(&name).await;
}

#[wasm_bindgen_test]
async fn a_request_that_fails_keeps_nothing() {
    let name = fresh("failed request").await;
    // The key is taken by "before", which the browser finds out only when it carries the request out.
    let collide = "{ value(text) { return text === 'two' ? before.call(this, text, 1) : before.call(this, text) } }";
    assert_eq!(append_through(&name, collide).await, Err(StoreError::Failed));
    nothing_of_it_was_kept(&name).await;
}

#[wasm_bindgen_test]
async fn an_aborted_transaction_keeps_nothing() {
    let name = fresh("aborted").await;
    // After the last request has succeeded, as the browser does when the disk is full.
    let abort = "{ value(text) {
        const request = before.call(this, text);
        if (text === 'three') request.addEventListener('success', () => this.transaction.abort());
        return request;
    } }";
    assert_eq!(append_through(&name, abort).await, Err(StoreError::Failed));
    nothing_of_it_was_kept(&name).await;
}

#[wasm_bindgen_test]
async fn a_failed_draft_leaves_the_one_before() {
    let name = fresh("failed draft").await;
    let (store, _) = open(&name).await;
    store.put_draft("trip", "1").await.unwrap();
    {
        let _put = StandIn::new("IDBObjectStore.prototype", "put", "{ value() { throw new Error('broken') } }");
        assert_eq!(store.put_draft("trip", "2").await, Err(StoreError::Failed));
        assert_eq!(store.put_setting("language", "en").await, Err(StoreError::Failed));
    }
    let (_, loaded) = open(&name).await;
    assert_eq!((loaded.drafts, loaded.settings), (pairs(&[("trip", "1")]), vec![]));
}

#[wasm_bindgen_test]
async fn saved_means_complete_and_entries_are_asked_onto_the_disk() {
    let (store, _) = open(&fresh("complete").await).await;
    run("globalThis.transactions = []");
    let watch = "{ value(names, mode, options) {
        const transaction = before.call(this, names, mode, options);
        const seen = { mode, durability: transaction.durability, complete: false };
        transaction.addEventListener('complete', () => { seen.complete = true });
        transactions.push(seen);
        return transaction;
    } }";
    let _transaction = StandIn::new("IDBDatabase.prototype", "transaction", watch);
    store.append(&records(&["one", "two"]), None, None).await.unwrap();
    let seen = run("transactions.length === 1 && transactions[0].mode === 'readwrite' && transactions[0].complete");
    assert_eq!(seen.as_bool(), Some(true), "one transaction, complete");
    let strict = run("!('durability' in IDBTransaction.prototype) || transactions[0].durability === 'strict'");
    assert_eq!(strict.as_bool(), Some(true), "onto the disk, where the browser can");
    store.put_draft("trip", "typed").await.unwrap();
    assert_eq!(run("transactions[1].complete").as_bool(), Some(true));
    assert_eq!(
        run("transactions[1].durability !== 'strict'").as_bool(),
        Some(true),
        "typing does not wait for the disk"
    );
}

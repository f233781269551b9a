//! Points are spent once: a redemption is added only by a tab that has read every entry there is.

use carbon_points::platform::store::{Import, Store, StoreError};
use js_sys::{Array, Promise};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{StandIn, fresh};
use crate::store::{open, records};

#[wasm_bindgen_test]
async fn it_is_added_by_a_tab_that_has_read_everything() {
    let name = fresh("all read").await;
    let (store, _) = open(&name).await;
    // Nothing is there, so nothing is unread.
    store.append_if_all_read(&records(&["one"])).await.unwrap();
    // What a tab adds itself it has not read back, either.
    assert_eq!(store.append_if_all_read(&records(&["two"])).await, Err(StoreError::Behind));
    assert_eq!(store.new_entries().await, Ok(records(&["one"])));
    store.append_if_all_read(&records(&["two", "three"])).await.unwrap();
    let (again, loaded) = open(&name).await;
    assert_eq!(loaded.entries, records(&["one", "two", "three"]));
    // Opening the store reads what is in it.
    again.append_if_all_read(&records(&["four"])).await.unwrap();
    assert_eq!(open(&name).await.1.entries, records(&["one", "two", "three", "four"]));
}

#[wasm_bindgen_test]
async fn what_another_tab_added_keeps_it_from_being_added() {
    let name = fresh("behind").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    two.append(&records(&["of the other tab"]), None, None).await.unwrap();
    assert_eq!(one.append_if_all_read(&records(&["spent"])).await, Err(StoreError::Behind));
    assert_eq!(open(&name).await.1.entries, records(&["of the other tab"]), "nothing of it is there");
    assert_eq!(one.new_entries().await, Ok(records(&["of the other tab"])));
    one.append_if_all_read(&records(&["spent"])).await.unwrap();
    assert_eq!(open(&name).await.1.entries, records(&["of the other tab", "spent"]));
}

#[wasm_bindgen_test]
async fn of_two_tabs_that_spend_at_once_one_is_told_to_read_again() {
    let name = fresh("spent at once").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    let writes: Array = [one.clone(), two.clone()]
        .into_iter()
        .map(|store| {
            future_to_promise(async move {
                let told = store.append_if_all_read(&records(&["spent"])).await;
                assert!(matches!(told, Ok(()) | Err(StoreError::Behind)));
                Ok(told.is_ok().into())
            })
        })
        .collect();
    let told: Array = JsFuture::from(Promise::all(&writes)).await.unwrap().into();
    assert_eq!(told.iter().filter(|told| told.as_bool() == Some(true)).count(), 1);
    assert_eq!(open(&name).await.1.entries, records(&["spent"]));
}

#[wasm_bindgen_test]
async fn an_entry_whose_writing_began_first_is_seen_inside_the_transaction() {
    let name = fresh("in between").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    assert_eq!(one.new_entries().await, Ok(vec![]));
    let written = begun(&two, |store| async move { store.append(&records(&["earlier"]), None, None).await });
    let spent = begun(&one, |store| async move { store.append_if_all_read(&records(&["spent"])).await });
    assert_eq!(JsFuture::from(written).await.unwrap().as_bool(), Some(true));
    assert_eq!(JsFuture::from(spent).await.unwrap().as_bool(), Some(false));
    assert_eq!(open(&name).await.1.entries, records(&["earlier"]));
}

#[wasm_bindgen_test]
async fn over_a_new_connection_everything_is_unread() {
    let name = fresh("reconnected").await;
    let (store, _) = open(&name).await;
    store.append(&records(&["there"]), None, None).await.unwrap();
    assert_eq!(store.new_entries().await, Ok(records(&["there"])));
    let first_is_dead = "{ value(...asked) {
        globalThis.deadSpending ??= this;
        if (this === globalThis.deadSpending) throw new DOMException('lost', 'InvalidStateError');
        return before.apply(this, asked);
    } }";
    let _transaction = StandIn::new("IDBDatabase.prototype", "transaction", first_is_dead);
    assert_eq!(store.append_if_all_read(&records(&["spent"])).await, Err(StoreError::Behind));
    assert_eq!(store.has_shrunk().await, Ok(false));
    assert_eq!(store.new_entries().await, Ok(records(&["there"])), "over a new connection, everything is new");
    store.append_if_all_read(&records(&["spent"])).await.unwrap();
    assert_eq!(open(&name).await.1.entries, records(&["there", "spent"]));
}

#[wasm_bindgen_test]
async fn points_that_another_tab_took_out_again_are_not_spent() {
    let name = fresh("taken out").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    let earned = records(&["earned"]);
    two.import(&Import { records: &earned, marks: &[], settings: &[] }, |_| true).await.unwrap();
    assert_eq!(one.new_entries().await, Ok(earned));
    two.undo_import().await.unwrap();
    assert_eq!(one.append_if_all_read(&records(&["spent"])).await, Err(StoreError::Behind));
    assert_eq!(one.has_shrunk().await, Ok(true));
    assert_eq!(one.all_entries().await, Ok(vec![]));
    one.append_if_all_read(&records(&["spent"])).await.unwrap();
    assert_eq!(open(&name).await.1.entries, records(&["spent"]));
}

#[wasm_bindgen_test]
async fn in_memory_it_is_the_same() {
    let throws = "{ get() { throw new DOMException('sandboxed', 'SecurityError') } }";
    let (store, _) = {
        let _storage = StandIn::new("globalThis", "indexedDB", throws);
        Store::open_as("refused spending", 60_000).await
    };
    store.append_if_all_read(&records(&["one"])).await.unwrap();
    assert_eq!(store.append_if_all_read(&records(&["two"])).await, Err(StoreError::Behind));
    assert_eq!(store.new_entries().await, Ok(records(&["one"])));
    store.append_if_all_read(&records(&["two"])).await.unwrap();
    assert_eq!(store.new_entries().await, Ok(records(&["one", "two"])));
}

#[wasm_bindgen_test]
async fn of_using_and_cancelling_a_voucher_in_two_tabs_one_wins() {
    let name = fresh("used or cancelled").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    let used = begun(&one, |store| async move { store.append(&records(&["used"]), None, Some("voucher")).await });
    let cancelled =
        begun(&two, |store| async move { store.append(&records(&["cancelled"]), None, Some("voucher")).await });
    let told: Array = JsFuture::from(Promise::all(&Array::of2(&used, &cancelled))).await.unwrap().into();
    assert_eq!(told.iter().filter(|told| told.as_bool() == Some(true)).count(), 1);
    assert_eq!(open(&name).await.1.entries.len(), 1);
}

/// Does something with a store; its promise says whether it was done. Writes begin in the order of these calls.
fn begun<F: Future<Output = Result<(), StoreError>> + 'static>(
    store: &Store,
    write: impl FnOnce(Store) -> F + 'static,
) -> Promise {
    let store = store.clone();
    future_to_promise(async move { Ok(write(store).await.is_ok().into()) })
}

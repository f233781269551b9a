//! The same database open in several tabs.

use std::cell::Cell;
use std::rc::Rc;

use carbon_points::platform::store::{Refusal, Standing, Store, StoreError};
use carbon_points::platform::tabs::{announce, on_announced};
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{StandIn, answer, delete, fresh, in_database, run};
use crate::store::{open, records};

#[wasm_bindgen_test]
async fn two_tabs_that_append_in_turn_keep_everything() {
    let name = fresh("in turn").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    for turn in 0..5 {
        one.append(&[format!("one {turn}")], None, None).await.unwrap();
        two.append(&[format!("two {turn}")], None, None).await.unwrap();
    }
    let all = one.new_entries().await.unwrap();
    assert_eq!(all.len(), 10);
    assert_eq!(all[..4], records(&["one 0", "two 0", "one 1", "two 1"]));
    assert_eq!(two.new_entries().await.unwrap(), all);
}

#[wasm_bindgen_test]
async fn what_was_read_is_not_read_again() {
    let name = fresh("read once").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    one.append(&records(&["first", "second"]), None, None).await.unwrap();
    assert_eq!(two.new_entries().await, Ok(records(&["first", "second"])));
    assert_eq!(two.new_entries().await, Ok(vec![]));
    one.append(&records(&["third"]), None, None).await.unwrap();
    assert_eq!(two.new_entries().await, Ok(records(&["third"])));
    let (three, loaded) = open(&name).await;
    assert_eq!(loaded.entries.len(), 3);
    assert_eq!(three.new_entries().await, Ok(vec![]));
}

#[wasm_bindgen_test]
async fn a_page_hears_other_tabs_and_not_itself() {
    let heard = Rc::new(Cell::new(0));
    let count = heard.clone();
    let _hearing = on_announced(move |_| count.set(count.get() + 1));
    // Made after the page's own channel, so what it has heard the page would have heard before it.
    run("globalThis.spy = new BroadcastChannel('carbon-points')");
    let told = run("new Promise((heard) => { spy.onmessage = heard })");
    announce();
    JsFuture::from(Promise::from(told)).await.unwrap();
    assert_eq!(heard.get(), 0);
    // Likewise: the third hears after the page.
    answer(
        "new Promise((heard) => {
           const third = new BroadcastChannel('carbon-points');
           third.onmessage = () => { third.close(); heard() };
           spy.postMessage(true);
         })",
    )
    .await;
    assert_eq!(heard.get(), 1);
    run("spy.close()");
}

#[wasm_bindgen_test]
async fn two_tabs_that_append_at_once_keep_everything() {
    let name = fresh("at once").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    let writes: Array = (0..20)
        .flat_map(|turn| [(one.clone(), format!("one {turn:02}")), (two.clone(), format!("two {turn:02}"))])
        .map(|(store, record)| {
            future_to_promise(async move {
                store.append(&[format!("{record} a"), format!("{record} b")], None, None).await.unwrap();
                Ok(JsValue::UNDEFINED)
            })
        })
        .collect();
    JsFuture::from(Promise::all(&writes)).await.unwrap();
    let (_, loaded) = open(&name).await;
    assert_eq!(loaded.entries.len(), 80);
    for pair in loaded.entries.chunks(2) {
        assert_eq!(pair[0].strip_suffix('a'), pair[1].strip_suffix('b'), "what was written together stands together");
    }
    for tab in ["one", "two"] {
        let own: Vec<_> = loaded.entries.iter().filter(|record| record.starts_with(tab)).collect();
        assert!(own.is_sorted(), "each tab's own in its order");
        assert_eq!(own.len(), 40);
    }
}

#[wasm_bindgen_test]
async fn drafts_written_at_once_end_with_the_last() {
    let name = fresh("typing").await;
    let (store, _) = open(&name).await;
    let writes: Array = ["1", "1.", "1.5", "1.50"]
        .into_iter()
        .map(|typed| {
            let store = store.clone();
            future_to_promise(async move {
                store.put_draft("trip", typed).await.unwrap();
                Ok(JsValue::UNDEFINED)
            })
        })
        .collect();
    JsFuture::from(Promise::all(&writes)).await.unwrap();
    assert_eq!(open(&name).await.1.drafts[0].1, "1.50");
}

#[wasm_bindgen_test]
async fn a_newer_page_in_another_tab_is_let_through_and_not_written_under() {
    let name = fresh("newer").await;
    let (store, _) = open(&name).await;
    store.append(&records(&["old form"]), None, None).await.unwrap();
    // It would wait for ever if the store held on to its connection.
    in_database(
        &name,
        3,
        "db.createObjectStore('of version 3')",
        "asked(db.transaction('entries').objectStore('entries').count())",
    )
    .await;
    assert_eq!(store.append(&records(&["lost?"]), None, None).await, Err(StoreError::Closed(Refusal::Newer)));
    assert_eq!(store.put_draft("trip", "typed").await, Err(StoreError::Closed(Refusal::Newer)));
    assert_eq!(store.new_entries().await, Err(StoreError::Closed(Refusal::Newer)));

    let (old, loaded) = Store::open_as(&name, 60_000).await;
    assert_eq!((old.standing(), old.refusal()), (Standing::MemoryOnly, Some(Refusal::Newer)));
    assert_eq!(loaded.entries, records(&[]));
    let count = "asked(db.transaction('entries').objectStore('entries').count())";
    assert_eq!(in_database(&name, 3, "", count).await.as_f64(), Some(1.0), "what is on the device is not touched");
}

#[wasm_bindgen_test]
async fn a_store_that_was_deleted_under_the_page_is_made_again() {
    let name = fresh("deleted").await;
    let (store, _) = open(&name).await;
    store.append(&records(&["gone"]), None, None).await.unwrap();
    delete(&name).await;
    store.append(&records(&["new"]), None, None).await.unwrap();
    assert_eq!(store.new_entries().await, Ok(records(&["new"])));
    assert_eq!(open(&name).await.1.entries, records(&["new"]));
}

#[wasm_bindgen_test]
async fn a_store_that_was_let_go_holds_nobody_up() {
    let name = fresh("let go").await;
    let (store, _) = open(&name).await;
    store.append(&records(&["kept"]), None, None).await.unwrap();
    drop(store);
    delete(&name).await;
}

#[wasm_bindgen_test]
async fn a_dead_connection_is_replaced() {
    let name = fresh("dead").await;
    let (store, _) = open(&name).await;
    let first_is_dead = "{ value(...asked) {
        globalThis.dead ??= this;
        if (this === globalThis.dead) throw new DOMException('lost', 'InvalidStateError');
        return before.apply(this, asked);
    } }";
    let _transaction = StandIn::new("IDBDatabase.prototype", "transaction", first_is_dead);
    store.append(&records(&["kept"]), None, None).await.unwrap();
    assert_eq!(store.new_entries().await, Ok(records(&["kept"])));
    assert_eq!(open(&name).await.1.entries, records(&["kept"]));
}

#[wasm_bindgen_test]
async fn only_one_tab_reverses_an_entry() {
    let name = fresh("reversed twice").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    one.append(&records(&["reversal by one"]), None, Some("entry")).await.unwrap();
    two.put_draft("correct-entry", "typed").await.unwrap();
    let again = two.append(&records(&["reversal by two", "new"]), Some("correct-entry"), Some("entry")).await;
    assert_eq!(again, Err(StoreError::AlreadyReversed));
    two.append(&records(&["of another"]), None, Some("other")).await.unwrap();
    let (_, loaded) = open(&name).await;
    assert_eq!(loaded.entries, records(&["reversal by one", "of another"]), "nothing of the second try is there");
    assert_eq!(loaded.drafts.len(), 1, "and nothing is lost");
}

#[wasm_bindgen_test]
async fn of_two_tabs_that_reverse_at_once_one_is_told() {
    let name = fresh("reversed at once").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    let writes: Array = [one, two]
        .into_iter()
        .map(|store| {
            future_to_promise(async move {
                let told = store.append(&records(&["reversal"]), None, Some("entry")).await;
                assert!(matches!(told, Ok(()) | Err(StoreError::AlreadyReversed)));
                Ok(told.is_ok().into())
            })
        })
        .collect();
    let told: Array = JsFuture::from(Promise::all(&writes)).await.unwrap().into();
    let written = told.iter().filter(|told| told.as_bool() == Some(true)).count();
    assert_eq!(written, 1);
    assert_eq!(open(&name).await.1.entries, records(&["reversal"]));
}

#[wasm_bindgen_test]
async fn a_database_of_the_first_version_is_taken_over_with_what_is_in_it() {
    let name = fresh("first version").await;
    in_database(
        &name,
        1,
        "db.createObjectStore('entries', { autoIncrement: true }); for (const area of ['drafts', 'settings', 'aside']) db.createObjectStore(area);",
        "asked(db.transaction('entries', 'readwrite').objectStore('entries').add('kept'))",
    )
    .await;
    let (store, loaded) = open(&name).await;
    assert_eq!((store.standing(), loaded.entries), (Standing::OnDevice, records(&["kept"])));
    store.append(&records(&["reversal"]), None, Some("entry")).await.unwrap();
    assert_eq!(open(&name).await.1.entries, records(&["kept", "reversal"]));
}

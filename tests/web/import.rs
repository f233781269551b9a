//! Records that come from a file, and go again together: all or none, in whatever tab.

use std::cell::Cell;
use std::rc::Rc;

use carbon_points::platform::store::{Import, Imported, Refusal, Standing, Store, StoreError};
use carbon_points::platform::tabs::{News, announce_taken_out, on_announced};
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{StandIn, answer, fresh, in_database, run};
use crate::store::{open, pairs, records};

/// Imports three records, a mark and a setting, knowing everything.
async fn import(store: &Store) -> Result<(), StoreError> {
    let (records, settings) = (records(&["one", "two", "three"]), pairs(&[("goal", "20")]));
    let import = Import { records: &records, marks: &["before"], settings: &settings };
    store.import(&import, |_| true).await
}

async fn marks(name: &str) -> String {
    let keys = "asked(db.transaction('reversals').objectStore('reversals').getAllKeys()).then((keys) => keys.join())";
    in_database(name, 2, "", keys).await.as_string().unwrap()
}

#[wasm_bindgen_test]
async fn an_import_is_added_and_taken_out_as_one() {
    let name = fresh("import").await;
    let (store, _) = open(&name).await;
    assert_eq!(store.imported().await, Ok(None));
    assert_eq!(store.undo_import().await, Err(StoreError::Moved), "there is none");
    store.append(&records(&["before"]), None, None).await.unwrap();
    store.put_setting("language", "en").await.unwrap();
    assert_eq!(import(&store).await, Ok(()));
    assert_eq!(store.imported().await, Ok(Some(Imported { records: 3, undoable: true })));
    assert_eq!(store.settings().await, Ok(pairs(&[("goal", "20"), ("language", "en")])));
    assert_eq!(marks(&name).await, "before");
    // Also after the page was opened again.
    let (again, loaded) = open(&name).await;
    assert_eq!(loaded.entries, records(&["before", "one", "two", "three"]));
    assert_eq!(again.imported().await, Ok(Some(Imported { records: 3, undoable: true })));
    assert_eq!(again.undo_import().await, Ok(3));
    assert_eq!(again.all_entries().await, Ok(records(&["before"])));
    assert_eq!(again.settings().await, Ok(pairs(&[("language", "en")])));
    assert_eq!((again.imported().await, marks(&name).await), (Ok(None), String::new()));
    // What is recorded next is found by both.
    again.append(&records(&["after"]), None, Some("before")).await.unwrap();
    assert_eq!(store.has_shrunk().await, Ok(true));
    assert_eq!(store.all_entries().await, Ok(records(&["before", "after"])));
    assert_eq!(store.has_shrunk().await, Ok(false));
    assert_eq!(store.new_entries().await, Ok(vec![]));
}

#[wasm_bindgen_test]
async fn a_setting_that_was_changed_since_stays() {
    let (store, _) = open(&fresh("import setting").await).await;
    import(&store).await.unwrap();
    store.put_setting("goal", "30").await.unwrap();
    assert_eq!(store.undo_import().await, Ok(3));
    assert_eq!(store.settings().await, Ok(pairs(&[("goal", "30")])));
}

#[wasm_bindgen_test]
async fn an_import_of_settings_alone_can_be_undone() {
    let (store, _) = open(&fresh("only settings").await).await;
    store.append(&records(&["before"]), None, None).await.unwrap();
    let settings = pairs(&[("goal", "20")]);
    store.import(&Import { records: &[], marks: &[], settings: &settings }, |_| true).await.unwrap();
    assert_eq!(store.imported().await, Ok(Some(Imported { records: 0, undoable: true })));
    assert_eq!(store.undo_import().await, Ok(0));
    assert_eq!((store.settings().await, store.all_entries().await), (Ok(vec![]), Ok(records(&["before"]))));
}

#[wasm_bindgen_test]
async fn nothing_is_undone_once_any_tab_has_recorded_something() {
    let name = fresh("recorded since").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    import(&one).await.unwrap();
    assert_eq!(two.imported().await, Ok(Some(Imported { records: 3, undoable: true })), "any tab may undo it");
    two.append(&records(&["since"]), None, None).await.unwrap();
    assert_eq!(one.imported().await, Ok(Some(Imported { records: 3, undoable: false })));
    assert_eq!(one.undo_import().await, Err(StoreError::Moved));
    assert_eq!(open(&name).await.1.entries, records(&["one", "two", "three", "since"]));
    assert_eq!(marks(&name).await, "before");
}

#[wasm_bindgen_test]
async fn nothing_is_imported_over_what_the_page_does_not_know() {
    let name = fresh("import unknown").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    two.append(&records(&["own", "other"]), None, None).await.unwrap();
    let new = records(&["new"]);
    let import = Import { records: &new, marks: &[], settings: &[] };
    assert_eq!(one.import(&import, |record| record == "own").await, Err(StoreError::Moved));
    assert_eq!(one.imported().await, Ok(None));
    assert_eq!(one.new_entries().await, Ok(records(&["own", "other"])), "they are still to be read");
    assert_eq!(one.import(&import, |_| false).await, Ok(()), "and are not asked about again");
    assert_eq!(open(&name).await.1.entries, records(&["own", "other", "new"]));
}

#[wasm_bindgen_test]
async fn of_two_tabs_that_import_the_same_file_one_is_told() {
    let name = fresh("import at once").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    let new = records(&["new"]);
    let import = Import { records: &new, marks: &[], settings: &[] };
    assert_eq!(one.import(&import, |_| false).await, Ok(()));
    assert_eq!(two.import(&import, |_| false).await, Err(StoreError::Moved));
    assert_eq!(open(&name).await.1.entries, new);
}

#[wasm_bindgen_test]
async fn what_a_tab_has_ended_meanwhile_is_not_ended_again() {
    let name = fresh("import ended").await;
    let (store, _) = open(&name).await;
    store.append(&records(&["reversal"]), None, Some("before")).await.unwrap();
    assert!(import(&store).await.is_err());
    assert_eq!(open(&name).await.1.entries, records(&["reversal"]), "nothing of it is there");
    assert_eq!((store.imported().await, store.settings().await), (Ok(None), Ok(vec![])));
}

#[wasm_bindgen_test]
async fn an_import_that_is_refused_or_aborted_keeps_nothing() {
    let abort = "{ value(...asked) {
        const request = before.apply(this, asked);
        if (asked[0] === 'three') request.addEventListener('success', () => this.transaction.abort());
        return request;
    } }";
    let full = "{ value(...asked) {
        if (asked[0] === 'two') throw new DOMException('no room', 'QuotaExceededError');
        return before.apply(this, asked);
    } }";
    for (add, error) in [(abort, StoreError::Failed), (full, StoreError::Full)] {
        let name = fresh("import aborted").await;
        let (store, _) = open(&name).await;
        store.append(&records(&["before"]), None, None).await.unwrap();
        {
            let _add = StandIn::new("IDBObjectStore.prototype", "add", add);
            assert_eq!(import(&store).await, Err(error));
        }
        assert_eq!((store.imported().await, store.settings().await), (Ok(None), Ok(vec![])));
        assert_eq!((open(&name).await.1.entries, marks(&name).await), (records(&["before"]), String::new()));
        assert_eq!(import(&store).await, Ok(()), "the store works on");
    }
}

#[wasm_bindgen_test]
async fn an_undoing_that_is_aborted_keeps_everything() {
    let name = fresh("undo aborted").await;
    let (store, _) = open(&name).await;
    import(&store).await.unwrap();
    {
        let abort = "{ value(...asked) {
            const request = before.apply(this, asked);
            request.addEventListener('success', () => this.transaction.abort());
            return request;
        } }";
        let _delete = StandIn::new("IDBObjectStore.prototype", "delete", abort);
        assert_eq!(store.undo_import().await, Err(StoreError::Failed));
    }
    assert_eq!(store.imported().await, Ok(Some(Imported { records: 3, undoable: true })));
    assert_eq!((open(&name).await.1.entries.len(), marks(&name).await.as_str()), (3, "before"));
    assert_eq!(store.undo_import().await, Ok(3));
}

#[wasm_bindgen_test]
async fn without_storage_it_works_from_memory() {
    let _storage = StandIn::new("globalThis", "indexedDB", "{ value: undefined }");
    let (store, _) = Store::open_as("import in memory", 60_000).await;
    assert_eq!((store.standing(), store.refusal()), (Standing::MemoryOnly, Some(Refusal::Missing)));
    store.append(&records(&["before"]), None, None).await.unwrap();
    assert_eq!(import(&store).await, Ok(()));
    assert_eq!(store.imported().await, Ok(Some(Imported { records: 3, undoable: true })));
    assert_eq!(store.settings().await, Ok(pairs(&[("goal", "20")])));
    assert_eq!(store.undo_import().await, Ok(3));
    assert_eq!((store.all_entries().await, store.settings().await), (Ok(records(&["before"])), Ok(vec![])));
    store.append(&records(&["reversal"]), None, Some("before")).await.unwrap();
    assert_eq!(import(&store).await, Err(StoreError::AlreadyReversed));
    let unknown = records(&["new"]);
    let moved = store.import(&Import { records: &unknown, marks: &[], settings: &[] }, |_| false).await;
    assert_eq!(moved, Err(StoreError::Moved));
}

#[wasm_bindgen_test]
async fn other_tabs_hear_that_something_was_taken_out() {
    run("globalThis.listener = new BroadcastChannel('carbon-points')");
    let told = run("new Promise((heard) => { listener.onmessage = (event) => heard(event.data) })");
    announce_taken_out();
    assert_eq!(JsFuture::from(Promise::from(told)).await.unwrap().as_bool(), Some(false));
    let heard = Rc::new(Cell::new(None));
    let news = heard.clone();
    let _hearing = on_announced(move |said| news.set(Some(said)));
    answer(
        "new Promise((heard) => {
           const third = new BroadcastChannel('carbon-points');
           third.onmessage = () => { third.close(); heard() };
           listener.postMessage(false);
         })",
    )
    .await;
    assert_eq!(heard.get(), Some(News::TakenOut));
    run("listener.close()");
}

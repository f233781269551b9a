//! A store that can be had late, is damaged, or is deleted under the page.

use std::cell::RefCell;
use std::rc::Rc;

use carbon_points::platform::store::{Import, Missing, News, Recovery, Refusal, Standing, Store, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{delete, fresh, in_database, run};
use crate::store::{open, pairs, records};

/// What is to be there, and what the store has told.
type Told = Rc<RefCell<Vec<News>>>;

/// Has a store keep these records.
fn keep(store: &Store, known: &[&str]) -> Told {
    let (told, known) = (Told::default(), records(known));
    let heard = told.clone();
    let lacks = move |here: &[String]| Missing {
        records: known.iter().filter(|record| !here.contains(record)).cloned().collect(),
        marks: records(&["before"]),
        settings: pairs(&[("language", "en"), ("taken-out", "7")]),
    };
    store.keep(lacks, move |news| heard.borrow_mut().push(news));
    told
}

#[wasm_bindgen_test]
async fn what_another_tab_holds_back_is_had_once_it_lets_go() {
    let name = fresh("blocked").await;
    let stores = "db.createObjectStore('entries', { autoIncrement: true }); db.createObjectStore('drafts');
        db.createObjectStore('settings'); db.createObjectStore('aside');";
    // The connection is opened once more, and not closed.
    in_database(&name, 1, stores, "asked(db.transaction('entries', 'readwrite').objectStore('entries').add('old'))")
        .await;
    crate::browser::answer(&format!(
        "new Promise((ok) => {{ const r = indexedDB.open('{name}', 1); r.onsuccess = () => {{ globalThis.held = r.result; ok(); }} }})"
    ))
    .await;
    let (store, loaded) = Store::open_as(&name, 2000).await;
    assert_eq!((store.refusal(), loaded.entries), (Some(Refusal::Blocked), vec![]));
    store.append(&records(&["meanwhile", "undone"]), None, Some("meanwhile")).await.unwrap();
    store.put_setting("language", "en").await.unwrap();
    run("held.close()");
    let (recovery, loaded) = store.recovered().await.expect("it opens");
    assert_eq!((recovery, store.standing()), (Recovery::Late, Standing::OnDevice));
    assert_eq!(loaded.entries, records(&["old", "meanwhile", "undone"]));
    assert_eq!(store.append(&records(&["x"]), None, Some("meanwhile")).await, Err(StoreError::AlreadyReversed));
    store.append(&records(&["after"]), None, None).await.unwrap();
    let (_, again) = open(&name).await;
    assert_eq!(again.entries, records(&["old", "meanwhile", "undone", "after"]));
    assert_eq!(again.settings, pairs(&[("language", "en")]));
    assert!(store.recovered().await.is_none(), "once");
}

#[wasm_bindgen_test]
async fn what_opens_but_is_not_read_in_time_is_had_once_it_can_be_read() {
    let name = fresh("held").await;
    let (store, _) = open(&name).await;
    store.append(&records(&["old"]), None, None).await.unwrap();
    // Another tab is writing and does not come to an end.
    crate::browser::answer(&format!(
        "new Promise((ok) => {{ const r = indexedDB.open('{name}'); r.onsuccess = () => {{
            const entries = r.result.transaction('entries', 'readwrite').objectStore('entries');
            globalThis.writing = true;
            const on = () => {{ if (globalThis.writing) entries.count().onsuccess = on; else r.result.close(); }};
            on();
            ok();
        }} }})"
    ))
    .await;
    let (store, loaded) = Store::open_as(&name, 300).await;
    assert_eq!((store.refusal(), loaded.entries), (Some(Refusal::NoAnswer), vec![]));
    store.append(&records(&["meanwhile"]), None, None).await.unwrap();
    run("writing = false");
    let (recovery, loaded) = store.recovered().await.expect("it is read");
    assert_eq!((recovery, store.standing()), (Recovery::Late, Standing::OnDevice));
    assert_eq!(loaded.entries, records(&["old", "meanwhile"]));
}

#[wasm_bindgen_test]
async fn what_is_deleted_under_the_page_is_written_again_before_the_next_entry() {
    let name = fresh("deleted").await;
    let (store, _) = open(&name).await;
    store.append(&records(&["one", "two"]), None, None).await.unwrap();
    let told = keep(&store, &["one", "two"]);
    delete(&name).await;
    assert_eq!(*told.borrow(), [News::Ended]);
    assert_eq!(store.missing().await, Ok(2));
    assert_eq!(open(&name).await.1.entries, records(&[]), "nothing comes back by itself");
    store.append(&records(&["three"]), None, None).await.unwrap();
    assert_eq!(*told.borrow(), [News::Ended, News::Restored(2)]);
    let (_, loaded) = open(&name).await;
    assert_eq!(loaded.entries, records(&["one", "two", "three"]));
    assert_eq!(loaded.settings, pairs(&[("language", "en")]), "but for the store's own");
    assert_eq!(store.append(&records(&["x"]), None, Some("before")).await, Err(StoreError::AlreadyReversed));
    assert_eq!(store.restore().await, Ok(0));
}

#[wasm_bindgen_test]
async fn two_tabs_write_again_what_was_deleted_once() {
    let name = fresh("deleted in two").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    one.append(&records(&["one", "two"]), None, None).await.unwrap();
    let (_first, _second) = (keep(&one, &["one", "two"]), keep(&two, &["one", "two"]));
    delete(&name).await;
    assert_eq!((one.restore().await, two.restore().await), (Ok(2), Ok(0)));
    two.append(&records(&["three"]), None, None).await.unwrap();
    assert_eq!(open(&name).await.1.entries, records(&["one", "two", "three"]));
}

#[wasm_bindgen_test]
async fn what_another_tab_has_taken_out_stays_out() {
    let name = fresh("taken out, closed").await;
    let ((one, _), (two, _)) = (open(&name).await, open(&name).await);
    let imported = records(&["imported"]);
    two.import(&Import { records: &imported, marks: &[], settings: &[] }, |_| true).await.unwrap();
    assert_eq!(one.new_entries().await, Ok(imported));
    let told = keep(&one, &["imported"]);
    two.undo_import().await.unwrap();
    assert_eq!(one.missing().await, Ok(0));
    assert_eq!(one.restore().await, Ok(0));
    assert_eq!(open(&name).await.1.entries, records(&[]));
    assert_eq!(*told.borrow(), [News::Restored(0)]);
}

#[wasm_bindgen_test]
async fn a_damaged_store_is_left_and_another_one_used() {
    let name = fresh("damaged").await;
    let _beside = fresh("damaged-rescued").await;
    let fill = "(async () => {
        const entries = db.transaction('entries', 'readwrite').objectStore('entries');
        entries.add('one', 1); await asked(entries.add({ some: 'thing' }, 2));
    })()";
    in_database(&name, 2, "db.createObjectStore('entries')", fill).await;
    for start in 1..=2 {
        let (store, _) = Store::open_as(&name, 60_000).await;
        assert_eq!(store.refusal(), Some(Refusal::Failed));
        if start == 1 {
            store.append(&records(&["meanwhile"]), None, None).await.unwrap();
        }
        let (recovery, loaded) = store.recovered().await.expect("there is another place");
        assert_eq!(
            (recovery, store.standing()),
            (Recovery::Rescued(records(&["one", "{\"some\":\"thing\"}"])), Standing::OnDevice)
        );
        assert_eq!(loaded.entries, records(&["one", "{\"some\":\"thing\"}", "meanwhile"]));
    }
    let names = in_database(&name, 2, "", "[...db.objectStoreNames].join()").await;
    assert_eq!(names.as_string().unwrap(), "entries", "as it was");
}

#[wasm_bindgen_test]
async fn what_is_refused_for_good_is_not_waited_for() {
    let store = Store::in_memory();
    assert!(store.recovered().await.is_none());
    assert_eq!((store.missing().await, store.restore().await), (Ok(0), Ok(0)));
}

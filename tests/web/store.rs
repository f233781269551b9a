//! The store on the device: what was written is there when it is opened again.

use carbon_points::platform::store::{Loaded, Standing, Store};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{fresh, in_database};

/// Long enough for a busy machine; nothing waits for it to pass.
const PATIENCE_MS: i32 = 60_000;

pub(crate) async fn open(name: &str) -> (Store, Loaded) {
    let (store, loaded) = Store::open_as(name, PATIENCE_MS).await;
    assert_eq!(store.standing(), Standing::OnDevice, "{:?}", store.refusal());
    assert_eq!(store.refusal(), None);
    (store, loaded)
}

pub(crate) fn records(records: &[&str]) -> Vec<String> {
    records.iter().map(|&record| record.to_owned()).collect()
}

pub(crate) fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect()
}

#[wasm_bindgen_test]
async fn a_new_store_is_empty() {
    let (store, loaded) = open(&fresh("new").await).await;
    assert_eq!(loaded, Loaded::default());
    assert_eq!(store.new_entries().await, Ok(vec![]));
    assert_eq!(store.aside().await, Ok(vec![]));
}

#[wasm_bindgen_test]
async fn entries_come_back_in_the_order_in_which_they_were_added() {
    let name = fresh("order").await;
    let (store, _) = open(&name).await;
    store.append(&records(&["c", "a"]), None, None).await.unwrap();
    store.append(&records(&[]), None, None).await.unwrap();
    store.append(&records(&["b", "a"]), None, None).await.unwrap();
    let all = records(&["c", "a", "b", "a"]);
    assert_eq!(store.new_entries().await, Ok(all.clone()));
    let (_again, loaded) = open(&name).await;
    assert_eq!(loaded.entries, all);
}

#[wasm_bindgen_test]
async fn many_entries_of_any_text_come_back() {
    let name = fresh("many").await;
    let (store, _) = open(&name).await;
    let many: Vec<String> =
        (0..1000).map(|count| format!("{{\"v\":1,\"备注\":\"地铁 🚇 \\u0000\",\"n\":{count}}}")).collect();
    store.append(&many, None, None).await.unwrap();
    store.append(&records(&["", "\u{0}", "x"]), None, None).await.unwrap();
    let (_again, loaded) = open(&name).await;
    assert_eq!(loaded.entries[..1000], many);
    assert_eq!(loaded.entries[1000..], records(&["", "\u{0}", "x"]));
}

#[wasm_bindgen_test]
async fn a_draft_is_overwritten_and_forgotten() {
    let name = fresh("drafts").await;
    let (store, _) = open(&name).await;
    store.put_draft("trip", "1").await.unwrap();
    store.put_draft("bill", "x").await.unwrap();
    store.put_draft("trip", "1.50").await.unwrap();
    assert_eq!(open(&name).await.1.drafts, pairs(&[("bill", "x"), ("trip", "1.50")]));
    store.remove_draft("bill").await.unwrap();
    store.remove_draft("never there").await.unwrap();
    assert_eq!(open(&name).await.1.drafts, pairs(&[("trip", "1.50")]));
}

#[wasm_bindgen_test]
async fn a_setting_is_overwritten() {
    let name = fresh("settings").await;
    let (store, _) = open(&name).await;
    store.put_setting("language", "zh").await.unwrap();
    store.put_setting("language", "en").await.unwrap();
    let loaded = open(&name).await.1;
    assert_eq!(loaded.settings, pairs(&[("language", "en")]));
    assert_eq!((loaded.entries, loaded.drafts), (vec![], vec![]));
    // Another tab may have kept it.
    let (other, _) = open(&name).await;
    other.put_setting("person", "li").await.unwrap();
    assert_eq!(store.setting("person").await, Ok(Some("li".to_owned())));
    assert_eq!(store.setting("never kept").await, Ok(None));
}

#[wasm_bindgen_test]
async fn an_unreadable_record_is_put_aside_once_and_stays_where_it_is() {
    let name = fresh("aside").await;
    let (store, _) = open(&name).await;
    store.append(&records(&["{\"v\":9}", "fine"]), None, None).await.unwrap();
    store.set_aside("{\"v\":9}", "unreadable").await.unwrap();
    let (again, loaded) = open(&name).await;
    assert_eq!(loaded.entries, records(&["{\"v\":9}", "fine"]));
    again.set_aside("{\"v\":9}", "unreadable").await.unwrap();
    assert_eq!(again.aside().await, Ok(pairs(&[("{\"v\":9}", "unreadable")])));
}

#[wasm_bindgen_test]
async fn what_this_page_did_not_write_is_told_as_it_is() {
    let name = fresh("foreign").await;
    let (store, _) = open(&name).await;
    store.append(&records(&["ours"]), None, None).await.unwrap();
    let add = "asked(db.transaction('entries', 'readwrite').objectStore('entries').add({ theirs: 1 }))";
    in_database(&name, 2, "", add).await;
    store.append(&records(&["ours too"]), None, None).await.unwrap();
    assert_eq!(open(&name).await.1.entries, records(&["ours", "{\"theirs\":1}", "ours too"]));
}

#[wasm_bindgen_test]
async fn the_database_has_the_shape_that_is_documented() {
    let name = fresh("shape").await;
    open(&name).await;
    let shape = "(async () => {
        const names = [...db.objectStoreNames];
        const stores = db.transaction(names);
        return db.version + ' ' + names.map((name) => name + (stores.objectStore(name).autoIncrement ? '+' : '')).join(' ');
    })()";
    assert_eq!(
        in_database(&name, 2, "", shape).await.as_string().unwrap(),
        "2 aside drafts entries+ reversals settings"
    );
}

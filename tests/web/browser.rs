//! A hand on the browser: scripts, stand-ins for its interfaces, and databases as another page would use them.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The value of a script.
pub(crate) fn run(script: &str) -> JsValue {
    js_sys::eval(script).expect("the script runs")
}

/// The text that a script comes to.
pub(crate) fn text(script: &str) -> String {
    run(script).as_string().expect("a text")
}

/// What a script's promise comes to.
pub(crate) async fn answer(script: &str) -> JsValue {
    let promise: Promise = run(script).dyn_into().expect("a promise");
    JsFuture::from(promise).await.expect("the promise is kept")
}

/// Something of the browser's that is replaced until this is dropped.
#[must_use = "the stand-in leaves when this is dropped"]
pub(crate) struct StandIn {
    object: &'static str,
    name: &'static str,
    before: JsValue,
}

impl StandIn {
    /// Puts a property with this descriptor in the place of `object.name`. The original is `before` in the descriptor.
    pub(crate) fn new(object: &'static str, name: &'static str, descriptor: &str) -> Self {
        let before = run(&format!("Object.getOwnPropertyDescriptor({object}, '{name}')"));
        let place = Function::new_with_args(
            "described",
            &format!(
                "const before = described && (described.value || described.get);
                 Object.defineProperty({object}, '{name}', {{ configurable: true, ...{descriptor} }})"
            ),
        );
        place.call1(&JsValue::UNDEFINED, &before).expect("the stand-in takes its place");
        Self { object, name, before }
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        let (object, name) = (self.object, self.name);
        let leave = Function::new_with_args(
            "before",
            &format!("delete {object}.{name}; if (before) Object.defineProperty({object}, '{name}', before)"),
        );
        leave.call1(&JsValue::UNDEFINED, &self.before).expect("the stand-in leaves");
    }
}

/// A name whose database does not exist yet.
pub(crate) async fn fresh(name: &str) -> String {
    delete(name).await;
    name.to_owned()
}

/// Deletes a database, as another tab would; waits until nobody holds it any more.
pub(crate) async fn delete(name: &str) {
    let request = format!("indexedDB.deleteDatabase('{name}')");
    answer(&format!("new Promise((ok, no) => {{ const r = {request}; r.onsuccess = ok; r.onerror = no }})")).await;
}

/// What a promise over the open database `db` comes to; the connection is closed after it.
pub(crate) async fn in_database(name: &str, version: u32, upgrade: &str, promise: &str) -> JsValue {
    answer(&format!(
        "new Promise((ok, no) => {{
           const request = indexedDB.open('{name}', {version});
           request.onupgradeneeded = () => {{ const db = request.result; {upgrade} }};
           request.onerror = no;
           request.onsuccess = () => ok(request.result);
         }}).then(async (db) => {{
           const asked = (request) => new Promise((ok, no) => {{
             request.onsuccess = () => ok(request.result);
             request.onerror = no;
           }});
           const value = await ({promise});
           db.close();
           return value;
         }})"
    ))
    .await
}

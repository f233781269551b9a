//! Short texts beside the entries, in the browser's other store: to notice that the first one was cleared, and what the
//! resident agreed to on this device, which no file carries to another.

use wasm_bindgen::JsValue;

use super::object::{call, global};

/// A text that was kept; `None` if it was not, or where the browser refuses.
pub fn kept(name: &str) -> Option<String> {
    call(&global("localStorage")?, "getItem", &[named(name)])?.as_string()
}

/// Keeps a text, as far as the browser lets it; an empty one is taken out.
pub fn keep(name: &str, text: &str) {
    // In a sandboxed frame the store itself throws.
    if let Some(store) = global("localStorage") {
        if text.is_empty() {
            call(&store, "removeItem", &[named(name)]);
        } else {
            call(&store, "setItem", &[named(name), text.into()]);
        }
    }
}

fn named(name: &str) -> JsValue {
    format!("carbon-points-{name}").into()
}

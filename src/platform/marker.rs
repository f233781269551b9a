//! Short texts beside the entries, in the browser's other store: to notice that the first one was cleared, and what the
//! resident agreed to on this device, which no file carries to another.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::window;

use super::Listening;
use super::object::{call, global, text};

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

/// Calls back each time another tab keeps that text, takes it out, or clears them all; until the guard is dropped.
pub fn on_kept_elsewhere(name: &str, callback: impl Fn() + 'static) -> Listening {
    let name = key(name);
    Listening::to(window().map(|window| {
        EventListener::new(&window, "storage", move |event| {
            if text(event, "key").is_none_or(|changed| changed == name) {
                callback();
            }
        })
    }))
}

fn named(name: &str) -> JsValue {
    key(name).into()
}

fn key(name: &str) -> String {
    format!("carbon-points-{name}")
}

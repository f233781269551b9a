//! The address after the `#`, which names the screen.

use gloo::events::EventListener;

/// The part of the address from `#` on; empty if there is none.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Puts another hash in place of the current one, without a new step in the history and without an event.
pub fn replace_hash(hash: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Refused only where the page has no address of its own; the screen then changes without it.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// Listens until it is dropped.
#[derive(Debug)]
#[must_use = "listening ends when this is dropped"]
pub struct Listening(#[allow(dead_code, reason = "held for its drop")] Option<EventListener>);

/// Calls back with the new hash whenever it changes.
pub fn on_hash_change(call: impl Fn(String) + 'static) -> Listening {
    Listening(web_sys::window().map(|window| EventListener::new(&window, "hashchange", move |_| call(hash()))))
}

/// Calls back whenever the page comes back to the front.
pub fn on_visible(call: impl Fn() + 'static) -> Listening {
    let document = web_sys::window().and_then(|window| window.document());
    Listening(document.map(|document| {
        let watched = document.clone();
        EventListener::new(&document, "visibilitychange", move |_| {
            if !watched.hidden() {
                call();
            }
        })
    }))
}

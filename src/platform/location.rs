//! The page's address after the `#`.

use gloo::events::EventListener;
use web_sys::window;

use super::Listening;

/// The address from its `#` on, such as `#/ledger`; empty if there is none.
pub fn hash() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Puts `hash` (with its `#`) in the place of the current address, so that "back" does not return to the old one.
///
/// No callback of [`on_hash_change`] is told, except in a document that may not rewrite its history, where the browser
/// tells them as for a link.
pub fn replace_hash(hash: &str) {
    let Some(window) = window() else { return };
    let rewritten =
        window.history().and_then(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash)));
    if rewritten.is_err() {
        // Refused there too, the address stays as it is and the page works on.
        let _ = window.location().replace(hash);
    }
}

/// Calls back with the new [`hash`] each time the resident follows a link or goes back, until the guard is dropped.
pub fn on_hash_change(mut callback: impl FnMut(String) + 'static) -> Listening {
    Listening::to(window().map(|window| EventListener::new(&window, "hashchange", move |_| callback(hash()))))
}

//! A screen in public: what a browser offers beyond the page is turned off, as far as a page can do that. The rest is
//! for whoever puts the screen up (the browser's own kiosk mode).

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, window};

use super::Listening;

/// No context menu, no zoom, nothing to drag or to select; until the guard is dropped.
pub fn shield() -> Listening {
    let document = window().and_then(|window| window.document());
    if let Some(document) = &document {
        if let Some(root) = document.document_element() {
            // Only an invalid attribute name is refused.
            let _ = root.set_attribute("data-mode", "kiosk");
        }
        if let Ok(Some(viewport)) = document.query_selector("meta[name=viewport]") {
            let still = "width=device-width, initial-scale=1, maximum-scale=1, user-scalable=no, viewport-fit=cover";
            let _ = viewport.set_attribute("content", still);
        }
    }
    // Browsers take a wheel or a gesture for scrolling unless they are told that it may be refused.
    let refusing = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
    let events =
        ["contextmenu", "dragstart", "selectstart", "gesturestart", "gesturechange", "wheel", "touchmove", "keydown"];
    let listeners = document.into_iter().flat_map(|document| {
        events.map(|name| {
            EventListener::new_with_options(&document, name, refusing, |event| {
                if is_refused(event) {
                    event.prevent_default();
                }
            })
        })
    });
    Listening::to(listeners.collect::<Vec<_>>())
}

/// Whether the browser may do nothing with it. Of wheels, touches and keys, those that zoom or leave; and whatever
/// would save, search or print the page by itself.
fn is_refused(event: &Event) -> bool {
    let said = |name: &str| Reflect::get(event, &name.into()).is_ok_and(|value| value.is_truthy());
    match event.type_().as_str() {
        "wheel" => said("ctrlKey"),
        "touchmove" => {
            let fingers = Reflect::get(event, &"touches".into())
                .and_then(|touches| Reflect::get(&touches, &"length".into()))
                .ok()
                .and_then(|length| length.as_f64());
            fingers.is_some_and(|fingers| fingers > 1.0)
        }
        "keydown" => {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default();
            let command = said("ctrlKey") || said("metaKey");
            let sideways = said("altKey") && matches!(key.as_str(), "ArrowLeft" | "ArrowRight" | "Home");
            let menu = matches!(key.as_str(), "ContextMenu" | "BrowserBack" | "BrowserForward" | "F3" | "F7");
            sideways
                || menu
                || command && matches!(key.as_str(), "+" | "-" | "=" | "0" | "s" | "p" | "f" | "o" | "u" | "g")
        }
        _ => true,
    }
}

/// The address of the page up to its `?` or `#`.
pub fn here() -> String {
    let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split(['?', '#']).next().unwrap_or_default().to_owned()
}

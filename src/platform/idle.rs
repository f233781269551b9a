//! Whether somebody is there: touches and keys, and time that goes on without any.

use std::fmt;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

use super::Listening;

/// Calls back at every touch, click or key, wherever on the page it is, until the guard is dropped.
pub fn on_presence(callback: impl Fn() + Clone + 'static) -> Listening {
    // Before anything on the page can keep it to itself.
    let early = EventListenerOptions::run_in_capture_phase();
    let listeners = window().into_iter().flat_map(|window| {
        ["pointerdown", "keydown"].map(|event| {
            let callback = callback.clone();
            EventListener::new_with_options(&window, event, early, move |_| callback())
        })
    });
    Listening::to(listeners.collect::<Vec<_>>())
}

/// Calls back when the page is left, also if "back" may revive it, until the guard is dropped.
pub fn on_leaving(mut callback: impl FnMut() + 'static) -> Listening {
    Listening::to(window().map(|window| EventListener::new(&window, "pagehide", move |_| callback())))
}

/// Calls back again and again, until this is dropped.
#[must_use = "it calls back for as long as this is kept"]
pub struct Ticking {
    handle: Option<i32>,
    /// Held for as long as the browser may call it.
    _callback: Closure<dyn FnMut()>,
}

impl Ticking {
    /// Every so many milliseconds, as long as the page is in front; behind others, browsers let more time pass.
    pub fn every(milliseconds: i32, callback: impl FnMut() + 'static) -> Self {
        let callback = Closure::<dyn FnMut()>::new(callback);
        let handle = window().and_then(|window| {
            let function = callback.as_ref().unchecked_ref();
            window.set_interval_with_callback_and_timeout_and_arguments_0(function, milliseconds).ok()
        });
        Self { handle, _callback: callback }
    }
}

impl Drop for Ticking {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (window(), self.handle) {
            window.clear_interval_with_handle(handle);
        }
    }
}

impl fmt::Debug for Ticking {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Ticking")
    }
}

/// Lets the browser draw and hear, and goes on afterwards.
pub async fn breathe() {
    let waiting = Promise::new(&mut |done, _| {
        // Without a window there is nobody to wait for.
        let waits = window().is_some_and(|window| window.set_timeout_with_callback(&done).is_ok());
        if !waits {
            let _ = done.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(waiting).await;
}

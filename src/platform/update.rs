//! A newer build of the page, which the service worker has fetched and keeps until the resident agrees to it
//! (`static/start/start.js` and `sw.js`).

use gloo::events::EventListener;
use web_sys::{CustomEvent, window};

use super::Listening;

/// Calls back once there is a newer build, also if it was there before this call, until the guard is dropped.
pub fn on_newer(mut callback: impl FnMut() + 'static) -> Listening {
    let root = window().and_then(|window| window.document()?.document_element());
    if root.is_some_and(|root| root.has_attribute("data-newer")) {
        callback();
    }
    Listening::to(window().map(|window| EventListener::new(&window, "newversion", move |_| callback())))
}

/// Asks the server whether there is a newer build; [`on_newer`] tells of one. Without an answer, and in browsers without
/// service workers, nothing happens.
pub fn seek() {
    if let (Some(window), Ok(event)) = (window(), CustomEvent::new("seekversion")) {
        // Refused only for an event that is being dispatched.
        let _ = window.dispatch_event(&event);
    }
}

/// Lets the newer build take over: the page is opened again, by it.
pub fn take() {
    if let (Some(window), Ok(event)) = (window(), CustomEvent::new("takeversion")) {
        // Refused only for an event that is being dispatched.
        let _ = window.dispatch_event(&event);
    }
}

//! Where the page is: its address after the `#`, and whether it is in front.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Event, UrlSearchParams, window};

use super::Listening;
use super::object::{call, get, text};
use crate::i18n::Language;

/// The address from its `#` on, such as `#/ledger`; empty if there is none.
pub fn hash() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Everything between the `?` of the page's address and its `#`, with the `?`; empty if there is none.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The value that the page's address gives a name before its `#`; `None` if it gives none, or an empty one.
pub fn asked(name: &str) -> Option<String> {
    let query = UrlSearchParams::new_with_str(&query()).ok()?;
    query.get(name).filter(|value| !value.is_empty())
}

/// The language that the page's address asks for, such as `?lang=en`.
#[inline(never)]
pub fn language() -> Option<Language> {
    Language::from_tag(&asked("lang")?)
}

/// Puts `hash` (with its `#`) in the place of the current address, so that "back" does not return to the old one.
///
/// No callback of [`on_hash_change`] is told, except in a document that may not rewrite its history, where the browser
/// tells them as for a link.
pub fn replace_hash(hash: &str) {
    let Some(window) = window() else { return };
    let rewritten = window.history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(hash)));
    if rewritten.is_err() {
        // Refused there too, the address stays as it is and the page works on.
        let _ = window.location().replace(hash);
    }
}

/// Gives a name in the address before its `#` another value, an empty one to ask for nothing, without a step in the
/// history; whether the browser lets it.
pub fn ask(name: &str, value: &str) -> bool {
    let Some(window) = window() else { return false };
    let Ok(query) = UrlSearchParams::new_with_str(&query()) else { return false };
    let address = format!("?{}{}", with(&query, name, value), hash());
    window.history().is_ok_and(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)).is_ok())
}

/// The address of the page as it can be given to anybody: with the district it was opened for, and nothing else.
pub fn clean() -> String {
    let Some(location) = window().map(|window| window.location()) else { return String::new() };
    let mut address = location.origin().unwrap_or_default() + &text(&location, "pathname").unwrap_or_default();
    if let Some(district) = asked("district")
        && let Ok(query) = UrlSearchParams::new_with_str("")
    {
        address.push('?');
        address.push_str(&with(&query, "district", &district));
    }
    address
}

/// The address of the page as it is now, for a window of its own: no host sizes it there.
pub fn unframed() -> String {
    let Ok(query) = UrlSearchParams::new_with_str(&query()) else { return hash() };
    call(&query, "delete", &["framed".into()]);
    format!("?{}{}", call(&query, "toString", &[]).and_then(|text| text.as_string()).unwrap_or_default(), hash())
}

/// The text of a query in which a name has this value.
fn with(query: &UrlSearchParams, name: &str, value: &str) -> String {
    let (method, given) =
        if value.is_empty() { ("delete", vec![name.into()]) } else { ("set", vec![name.into(), value.into()]) };
    call(query, method, &given);
    call(query, "toString", &[]).and_then(|text| text.as_string()).unwrap_or_default()
}

/// Calls back with the `#…` of each link within the page that is followed, instead of the browser's following it, until
/// the guard is dropped. Links that are to open elsewhere are left to the browser.
pub fn on_link(callback: impl Fn(&str) + 'static) -> Listening {
    let followed = move |event: &Event| {
        let link = event.target().and_then(|target| call(&target, "closest", &["a[href^='#']".into()]));
        let pressed = |key: &str| get(event, key).is_some();
        let hash = link.and_then(|link| call(&link, "getAttribute", &["href".into()])?.as_string());
        if let Some(hash) = hash.filter(|_| !["ctrlKey", "metaKey", "shiftKey", "button"].into_iter().any(pressed)) {
            event.prevent_default();
            callback(&hash);
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    let document = window().and_then(|window| window.document());
    Listening::to(document.map(|document| EventListener::new_with_options(&document, "click", options, followed)))
}

/// Calls back with the new [`hash`] each time the resident follows a link or goes back, until the guard is dropped.
pub fn on_hash_change(mut callback: impl FnMut(String) + 'static) -> Listening {
    Listening::to(window().map(|window| EventListener::new(&window, "hashchange", move |_| callback(hash()))))
}

/// Calls back each time the page comes back to the front, also when "back" revives it, until the guard is dropped.
pub fn on_visible(callback: impl FnMut() + 'static) -> Listening {
    let callback = Rc::new(RefCell::new(callback));
    let call = move || {
        // A callback that itself brings the page to the front is not entered again.
        if window().and_then(|window| window.document()).is_some_and(|document| !document.hidden())
            && let Ok(mut callback) = callback.try_borrow_mut()
        {
            callback();
        }
    };
    let shown = call.clone();
    let document = window().and_then(|window| window.document());
    Listening::to(
        document.map(|document| EventListener::new(&document, "visibilitychange", move |_| call())).into_iter().chain(
            window().map(|window| {
                EventListener::new(&window, "pageshow", move |event| {
                    // The first showing of a page is not a return to it.
                    if Reflect::get(event, &"persisted".into()).is_ok_and(|revived| revived.is_truthy()) {
                        shown();
                    }
                })
            }),
        ),
    )
}

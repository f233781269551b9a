//! The page around this one: by what it is known, and messages to and from another page that holds it in a frame.

use gloo::events::EventListener;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Url, window};

use super::object::{call, get, global, text};
use super::{Listening, bridge, location};
use crate::host::MOST_BYTES;
use crate::host::signs::{self, Seen, Signs};

/// Where the page is shown, as far as it can be seen now: the bridge of an app may come late, see [`on_arrival`].
pub fn seen() -> Seen {
    let (asked, framed) = (location::asked("host"), is_framed());
    let agent = global("navigator").and_then(|navigator| text(&navigator, "userAgent")).unwrap_or_default();
    let environment = global("__wxjs_environment").and_then(|word| word.as_string());
    signs::seen(Signs {
        asked: asked.as_deref(),
        agent: &agent,
        environment: environment.as_deref(),
        alipay: bridge::has_alipay(),
        framed,
    })
}

/// Calls back when the app around the page has its bridge ready: only then does it say whether a mini-program shows it.
pub fn on_arrival(callback: impl Fn() + Clone + 'static) -> Listening {
    let document = window().and_then(|window| window.document());
    Listening::to(document.iter().flat_map(|document| {
        ["WeixinJSBridgeReady", "AlipayJSBridgeReady"].map(|event| {
            let callback = callback.clone();
            EventListener::new(document, event, move |_| callback())
        })
    }))
}

fn is_framed() -> bool {
    window().zip(global("parent")).is_some_and(|(window, parent)| parent != *window.unchecked_ref::<JsValue>())
}

/// The page's own origin; `null` in a document that has none.
pub fn own_origin() -> String {
    window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The origin of the page that holds this one, if the browser tells: it may keep that to itself.
pub fn parent_origin() -> Option<String> {
    let window = window()?;
    let above = get(&window.location(), "ancestorOrigins").and_then(|above| text(&above, "0"));
    let referrer = || Url::new(&text(&window.document()?.into(), "referrer")?).ok().map(|url| url.origin());
    above.or_else(referrer)
}

/// Calls back with the origin and the JSON of each message that the page around this one sends, and of no other's; with
/// no JSON for a message of more than [`MOST_BYTES`]. What is no JSON, or holds no `carbonPoints`, is passed over.
pub fn on_message(mut callback: impl FnMut(String, Option<String>) + 'static) -> Listening {
    Listening::to(window().map(|window| {
        EventListener::new(&window, "message", move |event| {
            if global("parent").is_none_or(|parent| get(event, "source") != Some(parent)) {
                return;
            }
            let (Some(origin), Some(data)) = (text(event, "origin"), get(event, "data")) else { return };
            match data.as_string() {
                Some(text) if text.len() > MOST_BYTES => callback(origin, None),
                Some(text) => callback(origin, Some(text)),
                None if get(&data, "carbonPoints").is_some() => {
                    // A structure that goes round in a circle has no JSON.
                    let json = global("JSON").and_then(|json| call(&json, "stringify", &[data]));
                    let Some(text) = json.and_then(|text| text.as_string()) else { return };
                    callback(origin, Some(text).filter(|text| text.len() <= MOST_BYTES));
                }
                None => {}
            }
        })
    }))
}

/// Says something to the page around this one, if it is of that origin.
pub fn post(json: &str, origin: &str) {
    let message = global("JSON").and_then(|parser| call(&parser, "parse", &[json.into()]));
    if let Some((parent, message)) = global("parent").zip(message) {
        // Refused only for an address that is no origin.
        call(&parent, "postMessage", &[message, origin.into()]);
    }
}

/// Whether the host sizes the frame by what the page tells it (`?framed=1`, see `static/start/guard.js`).
pub fn is_sized_by_host() -> bool {
    let root = window().and_then(|window| window.document()?.document_element());
    root.is_some_and(|root| root.has_attribute("data-framed"))
}

/// Calls back with the height of the document, pixels, now and each time it changes. The watching ends with the page.
pub fn on_height(mut callback: impl FnMut(u32) + 'static) {
    let Some(root) = window().and_then(|window| window.document()?.document_element()) else { return };
    let watched = root.clone();
    let measure = Closure::<dyn FnMut()>::new(move || {
        let height = call(&root, "getBoundingClientRect", &[]).and_then(|sides| get(&sides, "height"));
        let height = height.and_then(|height| height.as_f64()).unwrap_or(0.0).ceil();
        // A height is never negative, and none is larger than this.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds")]
        callback(height.clamp(0.0, 1_000_000.0) as u32);
    });
    let observer = global("ResizeObserver")
        .and_then(|kind| kind.dyn_into::<Function>().ok())
        .and_then(|kind| Reflect::construct(&kind, &Array::of1(measure.as_ref())).ok());
    if let Some(observer) = observer {
        call(&observer, "observe", &[watched.into()]);
        // As long as the page.
        measure.forget();
    }
}

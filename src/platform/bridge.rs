//! The bridge of a mini-program's web-view: what the page says to the mini-program around it.
//!
//! The web-view may bring the bridge, at once or late, or the operator has put it beside the page (`static/bridge`). What
//! is said before it is there waits. Nothing is asked of any other server.

use std::cell::RefCell;

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, window};

use super::Listening;
use super::object::{call, get, global};
use crate::host::Surface;

/// Messages that wait for the bridge at most; the last one is always complete in itself.
const MOST_WAITING: usize = 20;

thread_local! {
    static WAITING: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Whether Alipay's bridge is there.
pub(super) fn has_alipay() -> bool {
    global("my").is_some()
}

/// The object that carries messages, and whether it wants them wrapped.
fn carrier(surface: Surface) -> Option<(JsValue, bool)> {
    match surface {
        Surface::Weixin => Some((get(&global("wx")?, "miniProgram")?, true)),
        Surface::Alipay => Some((global("my")?, false)),
        Surface::Alone | Surface::Framed => None,
    }
}

/// Loads the bridge, unless it is there, and lets what waits go once it comes; until the guard is dropped.
pub fn load(surface: Surface) -> Listening {
    let name = surface.host().unwrap_or_default();
    let came =
        move |target: &EventTarget, event: &'static str| EventListener::new(target, event, move |_| flush(surface));
    let script = if carrier(surface).is_none() { script(&format!("bridge/{name}.js")) } else { None };
    let document = window().and_then(|window| window.document());
    let mut listeners: Vec<EventListener> = script.iter().map(|script| came(script, "load")).collect();
    for event in ["WeixinJSBridgeReady", "AlipayJSBridgeReady", "visibilitychange"] {
        listeners.extend(document.iter().map(|document| came(document, event)));
    }
    Listening::to(listeners)
}

/// A script of the page's own folder, asked for now.
fn script(address: &str) -> Option<EventTarget> {
    let document = window()?.document()?;
    let script = document.create_element("script").ok()?;
    script.set_attribute("src", address).ok()?;
    call(&get(&document, "head")?, "appendChild", &[script.clone().into()])?;
    script.dyn_into().ok()
}

/// Says something to the mini-program, now or as soon as the bridge is there, in the order of the calls.
pub fn post(surface: Surface, json: String) {
    WAITING.with_borrow_mut(|waiting| {
        if waiting.len() >= MOST_WAITING {
            waiting.remove(0);
        }
        waiting.push(json);
    });
    flush(surface);
}

fn flush(surface: Surface) {
    let Some((carrier, wrapped)) = carrier(surface) else { return };
    if get(&carrier, "postMessage").is_none() {
        return;
    }
    let Some(parser) = global("JSON") else { return };
    for json in WAITING.take() {
        let Some(message) = call(&parser, "parse", &[json.into()]) else { continue };
        let wrapping = Object::new();
        let message = if wrapped && Reflect::set(&wrapping, &"data".into(), &message).is_ok() {
            wrapping.into()
        } else {
            message
        };
        // A bridge that throws has not taken it; the next summary is complete again.
        call(&carrier, "postMessage", &[message]);
    }
}

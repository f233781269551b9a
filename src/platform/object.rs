//! Properties and methods of the browser's objects by their names, where that is worth it: each typed binding that is
//! used anywhere costs the first file about eighty bytes, and one that old engines lack cannot be asked for at all.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::window;

/// A property; `None` if there is none, it says nothing, or the browser refuses it.
#[inline(never)]
pub(super) fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(JsValue::is_truthy)
}

/// The text that a property holds.
pub(super) fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name)?.as_string()
}

/// What a method answers; `None` if there is none of that name, or it throws.
#[inline(never)]
pub(super) fn call(object: &JsValue, name: &str, given: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(object, name)?.dyn_into().ok()?;
    let all: Array = given.iter().collect();
    method.apply(object, &all).ok()
}

/// A property of the window.
pub(super) fn global(name: &str) -> Option<JsValue> {
    let window = window()?;
    get(&window, name)
}

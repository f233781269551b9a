//! Files: one that the page offers, and one that the resident has picked.

use std::future::Future;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, HtmlTextAreaElement, Url, window};

/// How long the browser has to take a file over before its address is given back.
const KEPT_MS: i32 = 60_000;

/// Hands a text to the browser as a file to keep; whether the browser has the means. What it then does with it, a page
/// cannot see: web-views may do nothing.
pub fn offer(name: &str, kind: &str, text: &str) -> bool {
    offered(name, kind, text).is_some()
}

fn offered(name: &str, kind: &str, text: &str) -> Option<()> {
    let window = window()?;
    let document = window.document()?;
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    // Firefox follows only links that stand in the document.
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    if let Ok(give_back) = Reflect::get(&Reflect::get(&window, &"URL".into()).ok()?, &"revokeObjectURL".into())
        && let Ok(give_back) = give_back.dyn_into::<Function>()
    {
        // At worst the address lives as long as the page.
        let address = Array::of1(&address.into());
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments(&give_back, KEPT_MS, &address);
    }
    Some(())
}

/// The text of the file picked in the input with this id, as UTF-8, once it was read; `None` if nothing was picked, and
/// a text of `None` if it cannot be read. The input is empty afterwards, so that the same file can be picked again.
pub fn picked(id: &str) -> Option<impl Future<Output = Option<String>> + use<>> {
    let input: HtmlInputElement = element(id)?;
    let file = input.files()?.get(0)?;
    let reading = read(&file);
    input.set_value("");
    Some(async move { JsFuture::from(reading?.dyn_into::<js_sys::Promise>().ok()?).await.ok()?.as_string() })
}

/// Looked up by name: engines from before 2020 lack it, which its binding does not allow for.
fn read(file: &Blob) -> Option<JsValue> {
    let text: Function = Reflect::get(file, &"text".into()).ok()?.dyn_into().ok()?;
    text.call0(file).ok()
}

/// The text in the text area with this id.
pub fn pasted(id: &str) -> String {
    element::<HtmlTextAreaElement>(id).map(|area| area.value()).unwrap_or_default()
}

fn element<T: JsCast>(id: &str) -> Option<T> {
    window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

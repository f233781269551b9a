//! The document around the page.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement, Window};

use crate::i18n::Language;

/// The element the page is drawn into.
pub fn root() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// The first of the resident's languages that the page has.
pub fn preferred_language() -> Option<Language> {
    let navigator = window()?.navigator();
    let tags = navigator.languages();
    let preferred = tags.iter().filter_map(|tag| tag.as_string()).find_map(|tag| Language::from_tag(&tag));
    preferred.or_else(|| Language::from_tag(&navigator.language()?))
}

/// Sets the language and the title of the document.
pub fn set_language(tag: &str, title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            // Refused by no browser; without it only a screen reader's voice would be wrong.
            let _ = root.set_attribute("lang", tag);
        }
    }
}

/// Moves the focus to an element, which also brings it into view. Does nothing if it is not there.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Goes to the top of the page at once.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Copies a text and says whether it worked. Falls back to selecting it where the clipboard is missing or refused.
pub fn copy_text(text: &str, done: impl FnOnce(bool) + 'static) {
    let text = text.to_owned();
    spawn_local(async move {
        let copied = match clipboard_promise(&text) {
            Some(promise) => JsFuture::from(promise).await.is_ok() || copy_selected(&text).is_some(),
            None => copy_selected(&text).is_some(),
        };
        done(copied);
    });
}

/// Looked up by name: insecure pages and old engines have no clipboard at all.
fn clipboard_promise(text: &str) -> Option<js_sys::Promise> {
    let navigator = window()?.navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let write: js_sys::Function = js_sys::Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}

fn copy_selected(text: &str) -> Option<()> {
    let document = document()?;
    let body = document.body()?;
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    body.append_child(&area).ok()?;
    area.select();
    let command: Option<js_sys::Function> =
        js_sys::Reflect::get(&document, &"execCommand".into()).ok().and_then(|command| command.dyn_into().ok());
    let copied = command.and_then(|command| command.call1(&document, &"copy".into()).ok()?.as_bool());
    area.remove();
    copied.filter(|copied| *copied).map(drop)
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

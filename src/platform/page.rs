//! The document: its root, language, title, focus, clipboard and printing.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, Element, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition, window,
};

use crate::i18n::Language;

/// The element that the page is drawn into; `None` in a foreign document.
pub fn root() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// The first of the resident's browser languages that the page speaks; `None` if it speaks none of them.
pub fn preferred_language() -> Option<Language> {
    let languages = window()?.navigator().languages();
    languages.iter().find_map(|tag| Language::from_tag(&tag.as_string()?))
}

/// Sets the document's language (a BCP 47 tag), which screen readers and fonts follow, and its title.
pub fn set_language(tag: &str, title: &str) {
    let Some(document) = document() else { return };
    if let Some(root) = document.document_element() {
        // Only an invalid attribute name is refused.
        let _ = root.set_attribute("lang", tag);
    }
    document.set_title(title);
}

/// Light or dark, whatever the device says, until the page is left; `None` for what the device says.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Only an invalid attribute name is refused.
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Sets the document's title, which is also the name of what is printed into a file, if it is another one.
pub fn set_title(title: &str) {
    if let Some(document) = document().filter(|document| document.title() != title) {
        document.set_title(title);
    }
}

/// Sets the whole page in letters of this size, CSS pixels for body text; nothing leaves it to the browser. `elder` asks
/// for the layout that goes with large letters.
pub fn set_text_size(pixels: Option<&str>, elder: bool) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    // Set through the object model, which the page's content policy allows.
    if let Some(root) = root.dyn_ref::<HtmlElement>() {
        let size = pixels.map(|pixels| format!("{pixels}px")).unwrap_or_default();
        // Only a read-only style refuses.
        let _ = root.style().set_property("font-size", &size);
    }
    // Only an invalid attribute name is refused.
    let _ = root.toggle_attribute_with_force("data-elder", elder);
}

/// Moves the focus to the element with this id and brings it to the middle of the view, so that its label and its
/// problem are seen with it. Does nothing if there is none.
///
/// The page jumps there without an animation, which suits those who asked for reduced motion too.
pub fn focus(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Refused only where the element cannot have the focus; it is in view all the same.
        let _ = element.focus();
    }
    let middle = ScrollIntoViewOptions::new();
    middle.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&middle);
}

/// [`focus`] on that element of these ids that comes first on the page.
pub fn focus_first(ids: impl Iterator<Item = String>) {
    let any: Vec<String> = ids.map(|id| format!("#{id}")).collect();
    let first = document().and_then(|document| document.query_selector(&any.join(",")).ok().flatten());
    if let Some(first) = first {
        focus(&first.id());
    }
}

/// Brings the element with this id into view, as little as needed for all of it to be seen.
pub fn reveal(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}

/// Shows the top of the page, without an animation.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Puts `text` on the clipboard, then reports whether that worked; exactly once, after this call has returned.
///
/// Call it from a click or a key press: browsers refuse it otherwise. Where the clipboard interface is missing (an
/// insecure address, an old web-view) or forbidden (a frame), the older way of selecting and copying is tried.
pub fn copy_text(text: &str, done: impl FnOnce(bool) + 'static) {
    let text = text.to_owned();
    let writing = write_to_clipboard(&text);
    spawn_local(async move {
        let written = match writing {
            Some(writing) => JsFuture::from(writing).await.is_ok(),
            None => false,
        };
        done(written || copy_by_selection(&text).unwrap_or(false));
    });
}

/// The clipboard interface is looked up by name because browsers leave it out, which its binding does not allow for.
fn write_to_clipboard(text: &str) -> Option<Promise> {
    let clipboard = Reflect::get(&window()?.navigator(), &"clipboard".into()).ok()?;
    let write = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into::<Function>().ok()?;
    write.call1(&clipboard, &JsValue::from_str(text)).ok()?.dyn_into().ok()
}

fn copy_by_selection(text: &str) -> Option<bool> {
    let document = document()?;
    let before = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_read_only(true); // no keyboard slides up on a phone
    // Out of sight, but not hidden: a hidden text cannot be selected.
    area.set_attribute("class", "copied").ok()?;
    document.body()?.append_child(&area).ok()?;
    area.select();
    let copied = Reflect::get(&document, &"execCommand".into())
        .ok()
        .and_then(|command| command.dyn_into::<Function>().ok())
        .and_then(|command| command.call1(&document, &"copy".into()).ok())
        .is_some_and(|copied| copied.is_truthy());
    area.remove();
    if let Some(before) = before.as_ref().and_then(|before| before.dyn_ref::<HtmlElement>()) {
        let _ = before.focus();
    }
    Some(copied)
}

/// Whether the browser prints when a page asks for it. Some web-views leave that out; others ignore it without a word.
pub fn can_print() -> bool {
    window().and_then(|window| Reflect::get(&window, &"print".into()).ok()).is_some_and(|print| print.is_function())
}

/// Opens the browser's print dialogue, if it has one.
pub fn print() {
    if let Some(window) = window().filter(|_| can_print()) {
        // Refused in a frame that may not open dialogues; the screen says what else can be done.
        let _ = window.print();
    }
}

fn document() -> Option<Document> {
    window()?.document()
}

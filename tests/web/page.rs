//! The document: language, focus, clipboard.

use carbon_points::i18n::Language;
use carbon_points::platform::page;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{StandIn, run, text};

fn preferred(languages: &str) -> Option<Language> {
    let _languages = StandIn::new("Navigator.prototype", "languages", &format!("{{ get: () => {languages} }}"));
    page::preferred_language()
}

async fn copied(text: &str) -> bool {
    let mut text = Some(text.to_owned());
    let told = Promise::new(&mut |resolve, _| {
        let text = text.take().unwrap();
        page::copy_text(&text, move |copied| {
            resolve.call1(&JsValue::UNDEFINED, &copied.into()).unwrap();
        });
    });
    JsFuture::from(told).await.unwrap().as_bool().unwrap()
}

#[wasm_bindgen_test]
fn the_first_language_that_the_page_speaks_is_preferred() {
    assert_eq!(preferred("['zh-CN', 'en']"), Some(Language::Zh));
    assert_eq!(preferred("['ug-CN', 'en-GB', 'zh-CN']"), Some(Language::En));
    assert_eq!(preferred("['fr']"), None);
    assert_eq!(preferred("[]"), None);
    assert_eq!(preferred("[undefined, 7, 'en']"), Some(Language::En));
}

#[wasm_bindgen_test]
fn language_and_title_are_the_documents() {
    page::set_language("zh-CN", "碳惠账本");
    assert_eq!(text("document.documentElement.lang"), "zh-CN");
    assert_eq!(text("document.title"), "碳惠账本");
    page::set_title("碳惠账本 2026年11月 对账单");
    assert_eq!(text("document.title"), "碳惠账本 2026年11月 对账单");
}

#[wasm_bindgen_test]
fn the_focus_goes_to_a_field_and_brings_it_into_view() {
    run("document.body.insertAdjacentHTML('beforeend', '<div id=far style=\"height:9000px\"></div><input id=field>')");
    page::scroll_to_top();
    page::focus("field");
    assert_eq!(text("document.activeElement.id"), "field");
    let seen = "{ const at = field.getBoundingClientRect(); at.top >= 0 && at.bottom <= innerHeight }";
    assert_eq!(run(seen).as_bool(), Some(true));
    page::focus("far"); // cannot have it
    page::focus("nowhere"); // is not there
    assert_eq!(text("document.activeElement.id"), "field");
    page::scroll_to_top();
    assert_eq!(run("scrollY").as_f64(), Some(0.0));
    run("far.remove(); field.remove()");
}

#[wasm_bindgen_test]
async fn a_text_is_copied_through_the_clipboard() {
    let _clipboard =
        StandIn::new("navigator", "clipboard", "{ value: { writeText: async (text) => { globalThis.kept = text } } }");
    assert!(copied("公交 10 km → 520 g").await);
    assert_eq!(text("kept"), "公交 10 km → 520 g");
}

#[wasm_bindgen_test]
async fn a_text_is_copied_by_selection_where_the_clipboard_is_missing_or_forbidden() {
    const SELECTED: &str = "{ value(command) {
        const area = document.activeElement;
        globalThis.kept = command + ': ' + area.value.slice(area.selectionStart, area.selectionEnd);
        return true;
    } }";
    run("document.body.insertAdjacentHTML('beforeend', '<button id=pressed>'); pressed.focus()");
    for clipboard in [
        "{ value: undefined }",
        "{ value: {} }",
        "{ value: { writeText() { throw new Error('refused') } } }",
        "{ value: { writeText: async () => { throw new DOMException('no', 'NotAllowedError') } } }",
    ] {
        run("globalThis.kept = ''");
        let _clipboard = StandIn::new("navigator", "clipboard", clipboard);
        let _command = StandIn::new("document", "execCommand", SELECTED);
        assert!(copied("两行\nof text").await, "{clipboard}");
        assert_eq!(text("kept"), "copy: 两行\nof text", "{clipboard}");
        assert_eq!(text("document.activeElement.id"), "pressed", "the focus is where it was");
        assert_eq!(run("document.querySelectorAll('textarea[readonly]').length").as_f64(), Some(0.0));
    }
    run("pressed.remove()");
}

#[wasm_bindgen_test]
async fn a_copy_that_failed_is_not_called_one() {
    let _clipboard = StandIn::new("navigator", "clipboard", "{ value: undefined }");
    for command in ["{ value: () => false }", "{ value: undefined }", "{ value() { throw new Error('refused') } }"] {
        let _command = StandIn::new("document", "execCommand", command);
        assert!(!copied("text").await, "{command}");
    }
}

//! Paper from a roll: as long as what is printed on it.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::window;

use super::object;

/// Millimetres that are left free at both ends together, and of what layouts differ by.
const SPARE: i64 = 8;

thread_local! {
    /// The style sheet that has the rule of the last print, and its place there: there is never more than one.
    static RULE: RefCell<Option<(JsValue, JsValue)>> = const { RefCell::new(None) };
}

/// Makes the page 80 mm wide and as high as the element of that selector will be on it; the style sheets show it while it
/// is measured (`data-measured`). Browsers that take no size from a page keep the printer's, or that of the style sheet.
pub fn fit_roll(selector: &str) {
    // Without it everything is printed as the style sheets say.
    let _ = fitted(selector);
}

fn fitted(selector: &str) -> Option<()> {
    let document = window()?.document()?;
    let element = document.query_selector(selector).ok()??;
    // Only an invalid attribute name is refused.
    let _ = element.set_attribute("data-measured", "");
    let pixels = object::get(&element, "offsetHeight").and_then(|height| whole(&height));
    let _ = element.remove_attribute("data-measured");
    // 96 pixels of a style sheet are 25.4 mm; rounded up.
    let height = (pixels? * 254 + 959) / 960 + SPARE;
    let sheets = object::get(&document, "styleSheets")?;
    let last = whole(&object::get(&sheets, "length")?)? - 1;
    let sheet = object::get(&sheets, &last.to_string())?;
    RULE.with_borrow_mut(|rule| {
        if let Some((sheet, place)) = rule.take() {
            // Nothing else adds rules or takes any away.
            object::call(&sheet, "deleteRule", &[place]);
        }
        let end = object::get(&object::get(&sheet, "cssRules")?, "length")?;
        let page = format!("@page {{ size: 80mm {height}mm; margin: 3mm 4mm }}");
        let place = object::call(&sheet, "insertRule", &[page.into(), end])?;
        *rule = Some((sheet, place));
        Some(())
    })
}

#[expect(clippy::cast_possible_truncation, reason = "a whole number of the browser's; a cast saturates")]
fn whole(number: &JsValue) -> Option<i64> {
    number.as_f64().map(|number| number as i64)
}

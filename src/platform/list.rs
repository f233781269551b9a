//! A long list of which only a part is drawn: how much of it the screen shows, and that nothing jumps.
//!
//! The list has the id `listing`, and its rows say which they are (`data-row`).

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, window};

use super::Listening;
use super::object::{call, get};
use crate::listing::Seen;

/// The entry of the first row that was seen, where it stood, and how far down the page was.
type Anchor = (String, i64, i64);

thread_local! {
    static ANCHOR: RefCell<Option<Anchor>> = const { RefCell::new(None) };
}

/// Calls back when the page was scrolled or has another size, until the guard is dropped.
///
/// From then on the page alone says how far down it is after a step in the history: what a browser remembers may be of
/// a list that is not drawn yet.
pub fn on_scrolled(callback: impl Fn() + Clone + 'static) -> Listening {
    if let Some(history) = window().and_then(|window| get(&window, "history")) {
        let _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
    }
    let listeners = window().into_iter().flat_map(|window| {
        ["scroll", "resize"].map(|event| {
            let callback = callback.clone();
            EventListener::new(&window, event, move |_| callback())
        })
    });
    Listening::to(listeners.collect::<Vec<_>>())
}

/// What the screen shows of the list; `None` if there is none.
pub fn seen() -> Option<Seen> {
    let (window, list) = (window()?, list()?);
    let (height, scrolled) = (number(&window, "innerHeight"), number(&window, "scrollY"));
    let mut seen = Seen { above: -top(&list), height, scrolled, ..Seen::default() };
    let rows = all(&list, "[data-row]");
    let mut tall = 0;
    for row in &rows {
        let (top, bottom) = edges(row);
        tall += bottom - top;
        // What the bar at the head covers is seen too.
        if seen.first.is_none() && bottom > 0 && top < height {
            seen.first = Some((place(row)?, top));
            let entry = row.query_selector("[data-entry]").ok().flatten()?.get_attribute("data-entry")?;
            ANCHOR.set(Some((entry, top, scrolled)));
        }
    }
    let day = all(&list, ".day").into_iter().next();
    let head = day.and_then(|day| Some(top(&day.query_selector(".rows").ok()??) - top(&day)));
    let count = i64::try_from(rows.len()).unwrap_or(0);
    seen.measured = (count > 0).then(|| (tall / count, head.unwrap_or(0)));
    let focus = window.document()?.active_element();
    let focus = focus.and_then(|focus| focus.closest("[data-row]").ok().flatten());
    seen.focused = focus.and_then(|row| place(&row));
    Some(seen)
}

/// Keeps what was seen where it was.
pub fn lay() {
    let Some(list) = list() else { return };
    let Some(window) = window() else { return };
    let anchor = ANCHOR.with_borrow(Clone::clone);
    if let Some((entry, before, scrolled)) = anchor
        && number(&window, "scrollY") == scrolled
        && scrolled > 0
        && let Some(row) = list.query_selector(&format!("[data-entry=\"{entry}\"]")).ok().flatten()
        && let Ok(Some(row)) = row.closest("[data-row]")
        && top(&row) != before
    {
        call(&window, "scrollBy", &[0.into(), pixels(top(&row) - before)]);
    }
}

/// Goes back to how far down the page was.
pub fn go_back(scrolled: i64) {
    if let Some(window) = window() {
        ANCHOR.set(None);
        call(&window, "scrollTo", &[0.into(), pixels(scrolled)]);
    }
}

/// Gives the focus to the row of an entry, if it is drawn; says whether it is.
pub fn focus_on(entry: &str) -> bool {
    let row = list().and_then(|list| list.query_selector(&format!("[data-entry=\"{entry}\"]")).ok().flatten());
    row.as_ref().map(focus).is_some()
}

/// Gives the focus to a row and brings it into view.
pub fn go_to(row: usize) {
    let found = list().and_then(|list| list.query_selector(&format!("[data-row=\"{row}\"] a")).ok().flatten());
    if let Some(row) = found {
        ANCHOR.set(None);
        focus(&row);
    }
}

/// The browser brings it into view, if it is not.
fn focus(element: &Element) {
    call(element, "focus", &[]);
}

fn list() -> Option<Element> {
    window()?.document()?.get_element_by_id("listing")
}

fn all(list: &Element, selector: &str) -> Vec<Element> {
    let found = call(list, "querySelectorAll", &[selector.into()]);
    let found = found.map(|found| js_sys::Array::from(&found)).unwrap_or_default();
    found.iter().filter_map(|element| element.dyn_into().ok()).collect()
}

fn place(row: &Element) -> Option<usize> {
    row.get_attribute("data-row")?.parse().ok()
}

fn top(element: &Element) -> i64 {
    edges(element).0
}

fn edges(element: &Element) -> (i64, i64) {
    let Some(edges) = call(element, "getBoundingClientRect", &[]) else { return (0, 0) };
    (number(&edges, "top"), number(&edges, "bottom"))
}

/// A property in whole pixels; zero if there is none.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a page; a cast saturates")]
fn number(object: &JsValue, name: &str) -> i64 {
    get(object, name).and_then(|number| number.as_f64()).map_or(0, |number| number.round() as i64)
}

#[expect(clippy::cast_precision_loss, reason = "pixels of a page")]
fn pixels(number: i64) -> JsValue {
    JsValue::from_f64(number as f64)
}

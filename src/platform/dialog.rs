//! A question that stands over the page until it is answered.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, window};

use super::{Listening, object};

/// Keeps the focus on the two answers with these ids, until the guard is dropped: the tabulator goes from one to the
/// other, and a touch beside them takes the focus from neither. Engines without `inert` need it, and with it a touch beside
/// would still leave the focus nowhere.
pub fn hold_focus(answers: [&'static str; 2]) -> Listening {
    let document = window().and_then(|window| window.document());
    let refusing = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
    let listeners = document.into_iter().flat_map(|document| {
        ["keydown", "mousedown", "focusin"]
            .map(|name| EventListener::new_with_options(&document, name, refusing, move |event| held(answers, event)))
    });
    Listening::to(listeners.collect::<Vec<_>>())
}

fn held([first, second]: [&str; 2], event: &Event) {
    let target = object::get(event, "target").and_then(|target| object::text(&target, "id"));
    let on = target.filter(|target| target == first || target == second);
    match event.type_().as_str() {
        // The browser would move the focus to what was touched, or to nothing.
        "mousedown" if on.is_none() => event.prevent_default(),
        // Not at once: this very listener hears of that too.
        "focusin" if on.is_none() => {
            let first = first.to_owned();
            spawn_local(async move { focus(&first) });
        }
        "keydown" if object::text(event, "key").as_deref() == Some("Tab") => {
            event.prevent_default();
            focus(if on.as_deref() == Some(first) { second } else { first });
        }
        _ => {}
    }
}

fn focus(id: &str) {
    let found = window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(button) = found {
        object::call(&button, "focus", &[]);
    }
}

//! The address, and coming back to the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use carbon_points::platform::location;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{StandIn, answer, run, text};

/// Follows a link, as the resident does, and waits until the browser has told everybody.
async fn follow(hash: &str) {
    answer(&format!(
        "new Promise((ok) => {{ addEventListener('hashchange', () => setTimeout(ok), {{ once: true }}); location.hash = '{hash}' }})"
    ))
    .await;
}

#[wasm_bindgen_test]
async fn a_listener_hears_until_it_is_dropped() {
    follow("#/before").await;
    let heard: Rc<RefCell<Vec<String>>> = Rc::default();
    let listening = {
        let heard = heard.clone();
        location::on_hash_change(move |hash| heard.borrow_mut().push(hash))
    };
    follow("#/record/trip").await;
    follow("#/ledger").await;
    assert_eq!(location::hash(), "#/ledger");
    drop(listening);
    follow("#/rules").await;
    assert_eq!(*heard.borrow(), ["#/record/trip", "#/ledger"]);
}

#[wasm_bindgen_test]
async fn replacing_the_address_adds_no_step_and_tells_nobody() {
    follow("#/record").await;
    let heard = Rc::new(Cell::new(0));
    let listening = {
        let heard = heard.clone();
        location::on_hash_change(move |_| heard.set(heard.get() + 1))
    };
    let steps = run("history.length").as_f64();
    location::replace_hash("#/ledger");
    assert_eq!(location::hash(), "#/ledger");
    assert_eq!(run("history.length").as_f64(), steps);
    assert_eq!(heard.get(), 0);
    // The next one is heard, and only it: none was on its way.
    follow("#/rules").await;
    assert_eq!(heard.get(), 1);
    drop(listening);
}

#[wasm_bindgen_test]
async fn the_address_is_replaced_where_the_history_is_refused() {
    follow("#/record").await;
    let _history = StandIn::new("History.prototype", "replaceState", "{ value() { throw new Error('refused') } }");
    location::replace_hash("#/entry/7");
    assert_eq!(location::hash(), "#/entry/7");
}

#[wasm_bindgen_test]
fn coming_back_to_the_page_is_heard_until_the_guard_is_dropped() {
    let heard = Rc::new(Cell::new(0));
    let listening = {
        let heard = heard.clone();
        location::on_visible(move || heard.set(heard.get() + 1))
    };
    let changed = "document.dispatchEvent(new Event('visibilitychange'))";
    let shown = |revived| format!("dispatchEvent(new PageTransitionEvent('pageshow', {{ persisted: {revived} }}))");
    {
        let _front = StandIn::new("document", "hidden", "{ value: false }");
        run(changed);
        assert_eq!(heard.get(), 1);
        run(&shown(true));
        assert_eq!(heard.get(), 2);
        run(&shown(false));
        assert_eq!(heard.get(), 2, "the first showing is no return");
    }
    {
        let _back = StandIn::new("document", "hidden", "{ value: true }");
        run(changed);
        assert_eq!(heard.get(), 2, "leaving is no return");
    }
    drop(listening);
    let _front = StandIn::new("document", "hidden", "{ value: false }");
    run(changed);
    run(&shown(true));
    assert_eq!(heard.get(), 2);
    assert_eq!(text("typeof document.hidden"), "boolean");
}

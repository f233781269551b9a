//! Texts come from the page's own server, and from no other.

use carbon_points::platform::fetch::{Unfetched, text};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::StandIn;

const PATIENCE_MS: i32 = 60_000;

#[wasm_bindgen_test]
async fn the_own_server_s_text_comes() {
    let page = text("./", PATIENCE_MS).await.unwrap();
    assert!(page.contains("<html"), "{page}");
    assert_eq!(text("no/such/file.json", PATIENCE_MS).await, Err(Unfetched::Status(404)));
}

#[wasm_bindgen_test]
async fn another_server_is_not_even_asked() {
    let asked = "{ value() { throw new Error('it was asked') } }";
    let _fetch = StandIn::new("globalThis", "fetch", asked);
    for address in
        ["https://rules.example/x.json", "//rules.example/x.json", "javascript:1", "data:,x", "http://", "blob:x"]
    {
        assert_eq!(text(address, PATIENCE_MS).await, Err(Unfetched::OtherOrigin), "{address}");
    }
}

#[wasm_bindgen_test]
async fn no_network_and_no_answer_are_told() {
    let failing = "{ value() { return Promise.reject(new TypeError('no network')) } }";
    {
        let _fetch = StandIn::new("globalThis", "fetch", failing);
        assert_eq!(text("x.json", PATIENCE_MS).await, Err(Unfetched::Unreachable));
    }
    let _fetch = StandIn::new("globalThis", "fetch", "{ value() { return new Promise(() => {}) } }");
    assert_eq!(text("x.json", 1).await, Err(Unfetched::Unreachable));
}

//! Names of entries.

use std::collections::BTreeSet;

use carbon_points::platform::random::entry_id;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::StandIn;

const MANY: usize = 10_000;

fn many_are_different() {
    let ids: BTreeSet<String> = (0..MANY).map(|_| entry_id()).collect();
    assert_eq!(ids.len(), MANY);
    let spelled = |id: &String| id.len() == 16 && id.chars().all(|c| "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(c));
    assert!(ids.iter().all(spelled));
}

fn with_bytes(fill: &str) -> String {
    let _random = StandIn::new(
        "Crypto.prototype",
        "getRandomValues",
        &format!("{{ value: (bytes) => {{ bytes.set({fill}); return bytes }} }}"),
    );
    entry_id()
}

#[wasm_bindgen_test]
fn ten_thousand_ids_are_different() {
    many_are_different();
}

#[wasm_bindgen_test]
fn ten_thousand_ids_are_different_where_randomness_is_refused() {
    let _random = StandIn::new("Crypto.prototype", "getRandomValues", "{ value() { throw new Error('refused') } }");
    many_are_different();
}

#[wasm_bindgen_test]
fn ids_are_different_where_every_source_stands_still() {
    let _missing = StandIn::new("globalThis", "crypto", "{ value: undefined }");
    let _clock = StandIn::new("Date", "now", "{ value: () => 0 }");
    let _random = StandIn::new("Math", "random", "{ value: () => 0 }");
    many_are_different();
}

#[wasm_bindgen_test]
fn an_id_spells_all_eighty_bits() {
    assert_eq!(with_bytes("new Uint8Array(10)"), "0000000000000000");
    assert_eq!(with_bytes("new Uint8Array(10).fill(255)"), "ZZZZZZZZZZZZZZZZ");
    // Five bits a character, the first byte first: 00000 00001 00010 … 01111.
    assert_eq!(with_bytes("[0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]"), "0123456789ABCDEF");
}

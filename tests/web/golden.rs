//! The golden cases in the browser: the same integers as natively.

use carbon_points::domain::rulebook::Rulebook;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::shared::{cases, outcome};

#[wasm_bindgen_test]
fn every_case_holds_to_the_last_integer() {
    let Ok(rulebook) = Rulebook::beijing() else { panic!("the built-in rulebook loads") };
    let cases = cases();
    assert_eq!(cases.len(), 42, "the file has as many cases as were published");
    for case in cases {
        assert_eq!(outcome(&case.input, &rulebook), case.expect, "{}", case.name);
    }
}

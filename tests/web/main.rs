//! Browser tests: what the page asks of a browser, in Chromium and in Firefox, where it works and where it is refused.
//!
//! Every test of the store has a database of its own, so that none sees what another left.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod browser;
mod clock;
mod fetch;
mod file;
mod golden;
mod import;
mod keeping;
mod location;
mod page;
mod random;
mod refused;
#[path = "../golden/cases.rs"]
mod shared;
mod spending;
mod store;
mod tabs;
mod writing;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

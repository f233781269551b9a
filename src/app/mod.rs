//! State and wiring: what the page knows, how it changes, and where its effects happen.
//!
//! [`state`] and [`snapshot`] are pure and tested natively; the rest runs in the browser only.

pub mod snapshot;
pub mod state;
pub mod suggestion;

#[cfg(target_arch = "wasm32")]
mod edge;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod root;

#[cfg(target_arch = "wasm32")]
pub use root::App;

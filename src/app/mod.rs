//! State and wiring: what the page knows, how it changes, and where its effects happen.
//!
//! [`carry`]'s stages, [`state`], [`snapshot`], [`suggestion`], [`consequence`], [`told`], [`household`] and what [`storage`] knows are pure and tested natively; the rest runs in the
//! browser only.

pub mod carry;
pub mod consequence;
pub mod household;
pub mod snapshot;
pub mod state;
pub mod storage;
pub mod suggestion;
pub mod told;

#[cfg(target_arch = "wasm32")]
mod again;
#[cfg(target_arch = "wasm32")]
mod at_home;
#[cfg(target_arch = "wasm32")]
mod district;
#[cfg(target_arch = "wasm32")]
mod draw;
#[cfg(target_arch = "wasm32")]
mod edge;
#[cfg(target_arch = "wasm32")]
mod following;
#[cfg(target_arch = "wasm32")]
mod form;
#[cfg(target_arch = "wasm32")]
mod hearing;
#[cfg(target_arch = "wasm32")]
mod host;
#[cfg(target_arch = "wasm32")]
mod insight;
#[cfg(target_arch = "wasm32")]
mod kiosk;
#[cfg(target_arch = "wasm32")]
mod later;
#[cfg(target_arch = "wasm32")]
mod listed;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod reading;
#[cfg(target_arch = "wasm32")]
mod recording;
#[cfg(target_arch = "wasm32")]
mod reported;
#[cfg(target_arch = "wasm32")]
mod rewards;
#[cfg(target_arch = "wasm32")]
mod screens;
#[cfg(target_arch = "wasm32")]
mod writing;

#[cfg(target_arch = "wasm32")]
pub use page::App;

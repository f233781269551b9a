//! The browser: storage, clock, randomness, address and document. Nothing else in the crate calls it.
//!
//! Every function answers in every surface the page runs on: where a browser lacks something or refuses it (private
//! mode, a sandboxed frame, an old web-view), the answer says so or the least harmful thing happens. Nothing here panics.

pub mod bridge;
pub mod canvas;
pub mod clock;
pub mod dialog;
pub mod fetch;
pub mod file;
pub mod host;
pub mod idle;
pub mod list;
pub mod location;
pub mod marker;
mod object;
pub mod page;
pub mod paper;
pub mod public;
pub mod random;
pub mod signature;
pub mod speech;
pub mod store;
pub mod tabs;
pub mod update;

use std::fmt;

use gloo::events::EventListener;

/// Keeps a callback listening; dropping it ends that.
#[must_use = "a callback listens for as long as this is kept"]
pub struct Listening {
    _listeners: Vec<EventListener>,
}

impl Listening {
    fn to(listeners: impl IntoIterator<Item = EventListener>) -> Self {
        Self { _listeners: listeners.into_iter().collect() }
    }
}

impl fmt::Debug for Listening {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Listening")
    }
}

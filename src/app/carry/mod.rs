//! Taking records out and in: how far the screen has come, and what each act on it does.

mod stage;

#[cfg(target_arch = "wasm32")]
pub(in crate::app) mod acting;
#[cfg(target_arch = "wasm32")]
pub(in crate::app) mod drawing;
#[cfg(target_arch = "wasm32")]
mod taking;

pub use stage::{Carry, Failure, Handed, LastImport, Stage};

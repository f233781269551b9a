//! Taking records out and in: how far the screen has come, and what each act on it does.

mod stage;

#[cfg(target_arch = "wasm32")]
pub(in crate::app) mod acting;
#[cfg(target_arch = "wasm32")]
pub(in crate::app) mod certifying;
#[cfg(target_arch = "wasm32")]
pub(in crate::app) mod drawing;
#[cfg(target_arch = "wasm32")]
mod importing;
#[cfg(target_arch = "wasm32")]
mod signatures;
#[cfg(target_arch = "wasm32")]
mod taking;
#[cfg(target_arch = "wasm32")]
mod verifying;

pub use stage::{Carry, Certified, Failure, Handed, LastImport, Stage, Verified, Verifying};

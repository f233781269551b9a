//! The rulebook that comes with the build.
//!
//! It stands outside [`crate::domain`] because `build.rs` compiles the domain to make it.

use crate::domain::rulebook::{Damaged, Rulebook};

/// The published file [`crate::domain::rulebook::BEIJING_2026_11`], packed by `build.rs`.
const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/beijing.packed"));

impl Rulebook {
    /// The default rulebook, as embedded in the build.
    pub fn beijing() -> Result<Self, Damaged> {
        Self::unpack(PACKED)
    }
}

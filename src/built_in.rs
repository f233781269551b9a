//! The rulebook that comes with the build.
//!
//! It stands outside [`crate::domain`] because `build.rs` compiles the domain to make it.

use crate::domain::rulebook::{Damaged, Rulebook};

/// The figures of the published file [`crate::domain::rulebook::BEIJING_2026_11`], packed by `build.rs`.
const FIGURES: &str = include_str!(concat!(env!("OUT_DIR"), "/beijing.figures"));

/// Its sources, notes and names.
const WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/beijing.words"));

impl Rulebook {
    /// The default rulebook, as embedded in the build.
    pub fn beijing() -> Result<Self, Damaged> {
        Self::beijing_figures()?.add_words(WORDS)
    }

    /// The default rulebook without its words: all that is needed to work something out.
    pub fn beijing_figures() -> Result<Self, Damaged> {
        Self::unpack(FIGURES)
    }
}

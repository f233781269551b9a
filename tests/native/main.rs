//! Native tests: what the domain computes, refuses and prints.
//!
//! Expected values come from the published texts or from arithmetic a reader can redo by hand, never from our own
//! output.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod bases;
mod calendar;
mod cli;
mod edges;
mod generator;
mod golden;
mod intake;
mod layering;
mod properties;
mod rulebook;
#[path = "../shared/golden.rs"]
mod shared;
mod support;

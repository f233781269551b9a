//! Native tests: what the domain computes, refuses and prints.
//!
//! Expected values come from the published texts or from arithmetic a reader can redo by hand, never from our own
//! output.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod account;
mod api;
mod app;
mod archive;
mod bases;
mod batch;
mod calendar;
#[path = "../golden/cases.rs"]
mod cases;
mod chain;
mod cli;
mod damage;
mod display;
mod district;
mod draft;
mod driving;
mod edges;
mod exact;
mod generator;
mod golden;
mod handover;
mod host;
mod i18n;
mod insight;
mod intake;
mod json;
mod kiosk;
mod layering;
mod ledger;
mod listing;
mod properties;
mod receipt;
mod rewards;
mod rulebook;
mod search;
mod shared;
mod statement;
mod support;
mod verify;
mod versions;

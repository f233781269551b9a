//! The calculator itself: pure, exact and free of any browser.
//!
//! Typed text or JSON becomes a [`json::Json`] tree; [`intake`] turns that into a valid [`activity::Activity`] or says
//! everything that is wrong with it; [`methodology`] applies the formulas to it with the dated, cited parameters of a
//! [`rulebook::Rulebook`] and returns an [`assessment::Assessment`] whose [`trace`] can be replayed; [`ledger`] keeps
//! the entries, [`archive`] takes them out and in, and [`statement`] sums them up for a month or a year. Nothing here
//! knows the clock, the language or the screen: what is needed from outside is an argument.

pub mod activity;
pub mod archive;
pub mod assessment;
pub mod assessment_json;
pub mod chain;
pub mod comparison;
pub mod date;
pub mod decimal;
pub mod district;
pub mod draft;
pub mod exact;
pub mod handover;
pub mod intake;
pub mod json;
pub mod ledger;
pub mod methodology;
pub mod reason;
pub mod receipt;
pub mod rewards;
pub mod rulebook;
pub mod shared;
pub mod statement;
pub mod trace;
mod trace_json;
pub mod unit;
pub mod verify;

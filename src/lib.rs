//! 碳惠账本 / Carbon Points: what a Beijing resident's green acts are worth, worked out on the device, with the reason why.
//!
//! Start in [`domain`]: an activity goes in, an assessment with its replayable steps comes out. [`i18n`] words it,
//! `ui` draws it, [`app`] keeps the state and wires the effects, and `platform` is the only place that touches the
//! browser. [`domain`] and [`i18n`] are pure: they compile natively and run in the `assess` command as in the page.
//! [`answer`] puts both into the contract's JSON, for that command and for the JavaScript API.

pub mod answer;
pub mod app;
mod built_in;
pub mod desk;
pub mod display;
pub mod domain;
pub mod host;
pub mod i18n;
pub mod insight;
pub mod kiosk;
pub mod listing;
pub mod qr;
pub mod route;
pub mod setting;
pub mod shelf;

#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub(crate) mod ui;

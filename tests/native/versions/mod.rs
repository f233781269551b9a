//! Versions of the rulebook: what is published stays, what is corrected is exactly one factor, and old entries keep
//! their results.

mod comparison;
mod current;
mod golden;
mod overdue;
mod published;

use std::sync::LazyLock;

use carbon_points::domain::rulebook::Rulebook;

static CORRECTED: LazyLock<Rulebook> = LazyLock::new(|| {
    Rulebook::built_in("beijing@2026.12").expect("it comes with the build").expect("it is as build.rs packed it")
});

/// The second version.
fn corrected() -> &'static Rulebook {
    &CORRECTED
}

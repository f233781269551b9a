//! The browser: the only code that touches its interfaces. Everything that can be refused says so instead of failing.

pub mod clock;
pub mod location;
pub mod page;
pub mod random;
pub mod store;

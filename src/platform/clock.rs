//! The device's clock.

use crate::domain::date::Date;

/// Milliseconds since 1970-01-01T00:00Z, as the device's clock has it: it may be wrong, and it may be set back.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, at most 8.64e15; a cast saturates")]
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// The civil date in Beijing, whatever time zone the device is set to.
pub fn today() -> Date {
    Date::in_beijing(now_ms())
}

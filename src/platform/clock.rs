//! The time.

use crate::domain::date::Date;

/// Milliseconds since 1970-01-01T00:00Z by the device's clock.
#[allow(clippy::cast_possible_truncation, reason = "the browser's clock is whole milliseconds far inside 64 bits")]
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// Today in Beijing, wherever the device is.
pub fn today() -> Date {
    Date::in_beijing(now_ms())
}

//! The device's clock.

use super::object;
use crate::domain::date::Date;

/// Milliseconds since 1970-01-01T00:00Z, as the device's clock has it: it may be wrong, and it may be set back.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, at most 8.64e15; a cast saturates")]
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// Milliseconds since the page was opened, which nobody sets: only for telling how much time has gone. Some devices stop
/// it while they sleep.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds; a cast saturates")]
pub fn steady_ms() -> i64 {
    let now = object::global("performance").and_then(|performance| object::call(&performance, "now", &[]));
    now.and_then(|now| now.as_f64()).map_or(0, |now| now as i64)
}

/// The civil date in Beijing, whatever time zone the device is set to.
pub fn today() -> Date {
    Date::in_beijing(now_ms())
}

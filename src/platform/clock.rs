//! The device's clock.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

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

/// Kept, without a value, after so many milliseconds.
pub(super) fn after(milliseconds: i32) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let set =
            window().map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds));
        if !matches!(set, Some(Ok(_))) {
            let _ = reject.call1(&JsValue::UNDEFINED, &JsValue::UNDEFINED);
        }
    })
}

/// What work comes to, if it is done within so many milliseconds; otherwise it is dropped.
pub(super) async fn in_time<T>(milliseconds: i32, work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut late) = (pin!(work), pin!(JsFuture::from(after(milliseconds))));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        // Without a clock it may take as long as it takes.
        Poll::Pending => match late.as_mut().poll(context) {
            Poll::Ready(Ok(_)) => Poll::Ready(None),
            _ => Poll::Pending,
        },
    })
    .await
}

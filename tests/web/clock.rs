//! The clock, against the browser's own calendar.

use carbon_points::platform::clock;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{StandIn, run, text};

#[wasm_bindgen_test]
#[expect(clippy::cast_precision_loss, reason = "milliseconds of this age are exact")]
fn now_is_the_browsers_now() {
    let before = run("Date.now()").as_f64().unwrap();
    let now = clock::now_ms() as f64;
    let after = run("Date.now()").as_f64().unwrap();
    assert!(before <= now && now <= after, "{before} {now} {after}");
}

#[wasm_bindgen_test]
fn today_is_the_day_that_the_browsers_calendar_has_for_beijing() {
    let by_calendar = || text("new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())");
    let (before, today, after) = (by_calendar(), clock::today().to_string(), by_calendar());
    assert!(today == before || today == after, "{before} {today} {after}");
}

#[wasm_bindgen_test]
fn the_day_turns_at_midnight_in_beijing() {
    let at = |instant: &str| {
        let _clock = StandIn::new("Date", "now", &format!("{{ value: () => {instant}, writable: true }}"));
        clock::today().to_string()
    };
    assert_eq!(at("Date.UTC(2025, 11, 31, 15, 59, 59, 999)"), "2025-12-31");
    assert_eq!(at("Date.UTC(2025, 11, 31, 16)"), "2026-01-01");
    assert_eq!(at("-1"), "1970-01-01");
    assert_eq!(at("8.64e15"), "9999-12-31", "beyond the calendar, its last day");
    assert_eq!(at("NaN"), "1970-01-01", "a broken clock stops nothing");
}

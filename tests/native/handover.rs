//! Entries as a short text: whatever goes in comes out, and what was changed on the way is refused.

mod arrival;
mod batches;
mod damage;
mod room;

use carbon_points::domain::handover::{Line, Said, pack, unpack};
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use proptest::prelude::*;

use crate::generator;
use crate::support::{beijing, day};

/// The line of an activity in JSON.
pub(crate) fn line(json: &Json, id: &str, recorded_at: i64) -> Line {
    let activity = intake::read(json, beijing(), day("9999-12-31")).expect("a valid activity");
    let said = Said::Done { activity: Box::new(activity), rulebook: beijing().name(), corrects: None };
    Line { id: id.to_owned(), recorded_at, said }
}

/// A trip of a day in 2026, recorded that noon.
pub(crate) fn trip(number: u8) -> Line {
    let json =
        format!(r#"{{"kind":"trip","date":"2026-11-{number:02}","legs":[{{"mode":"rail","km":"12.{number}"}}]}}"#);
    let noon = 1_793_505_600_000 + i64::from(number) * 86_412_345;
    line(&Json::parse(&json).expect("JSON"), &format!("0123456789ABCD{:02}", number % 32), noon)
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof!["[0-9A-HJKMNP-TV-Z]{16}", "[^\\s/]{1,20}", Just("ZZZZZZZZZZZZZZZZ".to_owned())]
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let said = prop_oneof![
        4 => (generator::activity(), "[a-z]{2,8}@[0-9.]{1,8}(\\+[a-z]{2,8}@1)?", prop::option::of(id())).prop_map(
            |(json, rulebook, corrects)| {
                let activity = intake::read(&json, beijing(), day("9999-12-31")).expect("a valid activity");
                Said::Done { activity: Box::new(activity), rulebook, corrects }
            }
        ),
        1 => id().prop_map(Said::Reversed),
    ];
    let line = (id(), any::<i64>(), said).prop_map(|(id, recorded_at, said)| Line { id, recorded_at, said });
    prop::collection::vec(line, 0..6)
}

proptest! {
    #[test]
    fn comes_out_as_it_went_in(lines in lines()) {
        let text = pack(&lines);
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
        prop_assert_eq!(unpack(&text, beijing()), Ok(lines));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[A-Za-z0-9_-]{0,60}") {
        // Never a panic; and what is read is written the same way again.
        if let Ok(lines) = unpack(&text, beijing()) {
            prop_assert_eq!(pack(&lines), text);
        }
    }
}

/// A text written once stays readable: this one was written by the first release.
#[test]
fn the_first_release_is_read() {
    let lines = [trip(1), trip(2)];
    assert_eq!(pack(&lines), FIRST_RELEASE);
    assert_eq!(unpack(FIRST_RELEASE, beijing()), Ok(lines.to_vec()));
}

const FIRST_RELEASE: &str =
    "AUeUNOIUAQ9iZWlqaW5nQDIwMjYuMTECAQEARDIUx0JUtjQB8ui31MQBAADgBATS0QVsBuF50NDQAQLysLRSAAACBNLRBWwG4XrQ0NA";

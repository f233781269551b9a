//! What the device lacks of the ledger, and what is said about its store.

use carbon_points::app::state::{Action, Report, Typed};
use carbon_points::app::storage::{Storage, ends, lacking};
use carbon_points::domain::ledger::saved::entry_text;
use carbon_points::domain::ledger::unreadable::{Unreadable, Why, file_text};
use carbon_points::domain::ledger::{Entry, Ledger};
use carbon_points::route::View;
use serde_json::{Value, json};

use super::start;
use crate::archive::{metro, reversal, usage};
use crate::support::beijing;

fn ids(entries: &[&Entry]) -> Vec<String> {
    entries.iter().map(|entry| entry.id.clone()).collect()
}

#[test]
fn what_has_no_record_is_lacking_in_the_order_of_the_ledger() {
    let mut ledger = Ledger::default();
    ledger.post_all([metro("a", 1), metro("b", 2), metro("a\"b", 3), reversal("c", 4, "a")]);
    let texts: Vec<String> = ledger.entries().iter().map(|entry| entry_text(entry)).collect();
    assert_eq!(ids(&lacking(&ledger, &[])), ["a", "b", "a\"b", "c"]);
    assert_eq!(ids(&lacking(&ledger, &texts)), Vec::<String>::new());
    // Whatever else is there, in whatever form.
    let spaced = r#"{ "id": "b", "v": 1, "at": 2 }"#.to_owned();
    let some = vec!["{\"v\":2,\"id\":\"a".to_owned(), String::new(), "[]".to_owned(), spaced, texts[3].clone()];
    assert_eq!(ids(&lacking(&ledger, &some)), ["a", "a\"b"]);
    assert_eq!(ids(&lacking(&ledger, &texts[2..3])), ["a", "b", "c"]);
}

#[test]
fn what_an_entry_ends_is_marked() {
    assert_eq!(ends(&reversal("c", 4, "a")), Some("a"));
    assert_eq!(ends(&usage("d", 5, "voucher")), Some("voucher"));
    assert_eq!(ends(&metro("a", 1)), None);
}

#[test]
fn news_is_gone_with_the_next_screen_and_trouble_is_not() {
    for (storage, stays) in [
        (Storage::Late, false),
        (Storage::Returned(2), false),
        (Storage::Lost(2), true),
        (Storage::Stuck(2), true),
        (Storage::Rescued { read: 2, unread: 1 }, true),
        (Storage::Blocked, true),
    ] {
        let told = start().after(Action::Storage(storage)).expect("told");
        let next = told.after(Action::Navigated(View::Rules)).expect("another screen");
        assert_eq!(next.storage == storage, stays, "{storage:?}");
    }
}

#[test]
fn a_record_that_cannot_be_read_says_why() {
    let rules = beijing();
    let good = entry_text(&metro("a", 1));
    let why = |record: &str| Unreadable::of(record, rules).map(|found| found.why);
    assert_eq!(why(&good), None);
    assert_eq!(why(&good[..good.len() / 2]), Some(Why::NotJson));
    assert_eq!(why(""), Some(Why::NotJson));
    assert_eq!(why(&good.replace("\"v\":2", "\"v\":3")), Some(Why::Newer));
    assert_eq!(why(&good.replace("\"v\":2", "\"v\":0")), Some(Why::Incomplete));
    assert_eq!(why(&good.replace("\"verdict\"", "\"verdikt\"")), Some(Why::Incomplete));
    assert_eq!(why("{\"some\":\"thing\"}"), Some(Why::Incomplete));
}

#[test]
fn a_file_of_them_holds_each_as_it_was_found() {
    let rules = beijing();
    let records = ["{\"v\":9,\"备注\":\"地铁\"}", "{\"cut", "\u{0}<b>"];
    let all: Vec<Unreadable> = records.iter().filter_map(|record| Unreadable::of(record, rules)).collect();
    let file: Value = serde_json::from_str(&file_text(&all)).expect("JSON");
    assert_eq!(
        file,
        json!({ "format": "carbon-points-aside", "version": 1, "records": [
            { "why": "newer_version", "record": records[0] },
            { "why": "not_json", "record": records[1] },
            { "why": "not_json", "record": records[2] },
        ] })
    );
}

/// Once records are not on the device any more, nothing says beside it that they were saved; what failed is still told.
#[test]
fn a_loss_takes_back_what_was_reported_as_saved() {
    for (report, stays) in [
        (Report::Saved("a".to_owned()), false),
        (Report::Imported, false),
        (Report::DeviceFull(Typed::OnScreen), true),
        (Report::WriteFailed(Typed::Kept), true),
    ] {
        let told = start().after(Action::Reported(report.clone())).expect("reported");
        let fine = told.after(Action::Storage(Storage::Returned(2))).expect("told");
        assert_eq!(fine.report, Some(report.clone()));
        let lost = told.after(Action::Storage(Storage::Lost(2))).expect("told");
        assert_eq!(lost.report, stays.then_some(report));
    }
}

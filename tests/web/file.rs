//! Files offered and picked.

use carbon_points::platform::file::{offer, pasted, picked};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{StandIn, answer, run, text};

#[wasm_bindgen_test]
async fn a_file_is_offered_with_its_name_and_bytes() {
    run("globalThis.offered = []");
    let create = "{ value(blob) { offered.push(blob); return before.call(this, blob) } }";
    let click = "{ value() { offered.push(this.download, this.isConnected) } }";
    let _create = StandIn::new("URL", "createObjectURL", create);
    let _click = StandIn::new("HTMLElement.prototype", "click", click);
    assert!(offer("碳惠账本-2026-11-21.csv", "text/csv;charset=utf-8", "\u{feff}日期\r\n"));
    assert_eq!(text("offered[1] + offered[2]"), "碳惠账本-2026-11-21.csvtrue");
    assert_eq!(text("offered[0].type"), "text/csv;charset=utf-8");
    let bytes = answer("offered[0].arrayBuffer().then((bytes) => [...new Uint8Array(bytes)].slice(0, 4).join())").await;
    assert_eq!(bytes.as_string().unwrap(), "239,187,191,230", "the mark, then 日");
    assert!(run("document.querySelector('a[download]')").is_null(), "nothing of it stays in the page");
}

#[wasm_bindgen_test]
async fn a_browser_without_blobs_says_so() {
    let _blob = StandIn::new("globalThis", "Blob", "{ value: function () { throw new Error('no blobs') } }");
    assert!(!offer("x.json", "application/json", "{}"));
}

#[wasm_bindgen_test]
async fn a_picked_file_is_read_as_utf_8_and_can_be_picked_again() {
    run(
        "{ const input = document.createElement('input'); input.type = 'file'; input.id = 'picked'; document.body.append(input) }",
    );
    assert!(picked("picked").is_none(), "nothing was picked");
    assert!(picked("not there").is_none());
    let pick = "{ const files = new DataTransfer(); files.items.add(new File(['账本'], 'x.json')); document.getElementById('picked').files = files.files }";
    for _ in 0..2 {
        run(pick);
        assert_eq!(picked("picked").expect("picked").await.as_deref(), Some("账本"));
        assert_eq!(run("document.getElementById('picked').files.length").as_f64(), Some(0.0));
    }
    run(pick);
    let _unreadable = StandIn::new("Blob.prototype", "text", "{ value: () => Promise.reject(new Error('gone')) }");
    assert_eq!(picked("picked").expect("picked").await, None);
    run("document.getElementById('picked').remove()");
}

#[wasm_bindgen_test]
fn what_was_pasted_is_read() {
    run(
        "{ const area = document.createElement('textarea'); area.id = 'pasted'; area.value = '{}\\n'; document.body.append(area) }",
    );
    assert_eq!((pasted("pasted").as_str(), pasted("not there").as_str()), ("{}\n", ""));
    run("document.getElementById('pasted').remove()");
}

//! Addresses, and messages from pages that nobody allowed: they change no setting, record nothing and are told nothing.

use serde_json::{Value, json};

use super::carry::record;
use super::embed::{heard, inside, outside, settled};
use super::{in_chinese, ready};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// Everything that is kept on the device, in both stores, but for copies of this server's own rules, which are fetched so
/// that they are there without a network, and the mark by which a loss would be noticed.
const KEPT: &str = "return new Promise((resolve, reject) => {
    const opening = indexedDB.open('carbon-points');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const database = opening.result;
        const names = [...database.objectStoreNames].sort();
        const reading = database.transaction(names, 'readonly');
        const kept = {};
        for (const name of names) {
            kept[name] = [];
            reading.objectStore(name).openCursor().onsuccess = ({ target: { result: cursor } }) => {
                if (!cursor) return;
                if (!String(cursor.key).startsWith('overlay:')) kept[name].push([cursor.key, cursor.value]);
                cursor.continue();
            };
        }
        reading.oncomplete = () => {
            database.close();
            const beside = Object.entries(localStorage).filter(([name]) => name !== 'carbon-points-entries').sort();
            resolve(JSON.stringify([kept, beside, Object.entries(sessionStorage), document.cookie]));
        };
    };
});";

/// Markup, an address elsewhere and something of its own.
const VALUES: [&str; 5] =
    ["%22%3E%3Cimg%20src%3Dx%20onerror%3Dran()%3E", "//elsewhere.example/x", "javascript:ran()", "%00%ff", "1"];

/// What the page looks for in its address, and what others might try.
const NAMES: [&str; 14] = [
    "lang",
    "district",
    "rulebook",
    "host",
    "hostname",
    "ask",
    "entries",
    "theme",
    "framed",
    "font",
    "merchant",
    "import",
    "record",
    "__proto__",
];

const HASHES: [&str; 6] = [
    "#/record/trip?km=10&save=1",
    "#/me/carry?import=1",
    "#/take/AUeUNOIUAQ9iZWlqaW5nQDIwMjYuMTECAQEARDIUx0JUtjQB8ui31MQBAADgBATS0QVsBuF50NDQAQLysLRSAAACBNLRBWwG4XrQ0NA",
    "#/check/%3Cimg%20src=x%20onerror=ran()%3E",
    "#/receipt/AUeU",
    "#javascript:ran()",
];

async fn kept(stage: &Stage) -> Outcome<String> {
    let kept = stage.page.execute(KEPT).await?;
    kept.as_str().map(str::to_owned).ok_or_else(|| Problem::new("the stores cannot be read"))
}

/// Something to lose: a trip of this evening, Chinese chosen by hand, and larger letters.
async fn begun(stage: &Stage) -> Outcome<String> {
    record(stage).await?;
    ready(stage, "#/me").await?;
    kept(stage).await
}

/// Nothing is kept that was not before, nothing of it ran, and the ledger is as it was.
async fn untouched(stage: &Stage, before: &str, by: &str) -> Outcome {
    let page = &stage.page;
    let now = kept(stage).await?;
    if now != before {
        return Err(Problem::new(format!("{by} has changed what is kept, from {before} to {now}")));
    }
    let made = "return String(window.ranIt === true || document.querySelectorAll('[src=\"x\"], [onerror]').length);";
    let made = page.execute(made).await?;
    if made == "0" { Ok(()) } else { Err(Problem::new(format!("{by} has made something of a text"))) }
}

/// Every name with every value, before and behind the `#`.
pub(crate) async fn addresses_change_nothing(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let before = begun(stage).await?;
    let mut addresses: Vec<String> = Vec::new();
    for value in VALUES {
        // All names at once, and those that stand in each other's way apart.
        let all = NAMES.iter().filter(|name| **name != "district").map(|name| format!("{name}={value}"));
        addresses.push(format!("/?{}", all.collect::<Vec<_>>().join("&")));
        addresses.push(format!("/?district={value}#/ledger"));
    }
    addresses.push("/?district=xicheng&lang=en&theme=dark&font=large&framed=1&entries=99&hostname=x".to_owned());
    addresses.push("/?host=weixin&ask=summary&hostname=%3Cb%3E".to_owned());
    addresses.extend(HASHES.iter().map(|hash| format!("/{hash}")));
    for address in addresses {
        page.visit("about:blank").await?;
        page.visit(&stage.server.url(&address)).await?;
        page.wait_for("#main[data-ready=true]").await?;
        settled(stage).await?;
        untouched(stage, &before, &address).await?;
    }
    page.visit("about:blank").await?;
    ready(stage, "#/").await?;
    page.wait_for_text("@totals", "720").await
}

/// What pages that nobody allowed say.
fn sayings() -> Vec<Value> {
    let trip = json!({ "kind": "trip", "date": "2026-11-20", "legs": [{ "mode": "rail", "km": "10" }] });
    let mut said: Vec<Value> = Vec::new();
    for kind in ["set", "prefill", "summary", "ready", "recorded", "consent", "import", "record", "wipe", "agree"] {
        said.push(json!({ "carbonPoints": 1, "type": kind, "language": "en", "theme": "dark", "district": "xicheng", "state": "agreed", "activity": trip }));
    }
    said.push(json!({ "carbonPoints": 1, "type": "set", "language": "en" }));
    said.push(json!({ "carbonPoints": 1, "type": "set", "theme": "dark" }));
    said.push(json!({ "carbonPoints": 1, "type": "set", "district": "xicheng" }));
    said.push(json!({ "carbonPoints": 1, "type": "prefill", "activity": trip }));
    said.push(json!({ "carbonPoints": 1, "type": "summary" }));
    said
}

/// A frame in a page of another origin, which is not on the list; then the page by itself, spoken to by whoever can.
pub(crate) async fn strangers_change_nothing(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let before = begun(stage).await?;
    let host = stage.server.url("").replacen("127.0.0.1", "localhost", 1);
    let app = stage.server.url("/?lang=zh");
    page.visit(&format!("{}/embed/messages.html?app={app}", host.trim_end_matches('/'))).await?;
    inside(stage).await?;
    let read = async || Ok(stage.server.requests().iter().any(|path| path == "/hosts.json"));
    page.wait_until("the list of hosts to be read", read).await?;
    page.wait_for("html[lang=zh-CN]:not([data-theme])").await?;
    outside(stage).await?;
    for said in sayings() {
        page.client().execute("window.say(arguments[0]);", vec![said]).await.context("cannot say it")?;
    }
    settled(stage).await?;
    assert_eq!(heard(stage, "").await?, Vec::<Value>::new(), "a stranger was answered");
    inside(stage).await?;
    page.wait_for("html[lang=zh-CN]:not([data-theme])").await?;
    page.wait_for("#main[data-view='/']").await?;
    assert_eq!(page.count("@consent").await? + page.count("@district-name").await?, 0);

    // Not in a frame, nobody is a host: neither the page itself nor whoever has opened it.
    page.visit("about:blank").await?;
    ready(stage, "#/").await?;
    untouched(stage, &before, "a stranger around the page").await?;
    let speak = "window.answers = [];
        addEventListener('message', ({ data }) => { if (data.type !== arguments[0].type) answers.push(data); });
        window.postMessage(arguments[0], '*');
        window.postMessage(JSON.stringify(arguments[0]), '*');";
    for said in sayings() {
        page.client().execute(speak, vec![said]).await.context("cannot say it")?;
    }
    settled(stage).await?;
    page.wait_for("html[lang=zh-CN]:not([data-theme])").await?;
    page.wait_for("#main[data-view='/']").await?;
    untouched(stage, &before, "the page itself").await?;
    in_chinese(stage).await?;
    page.wait_for_text("@totals", "720").await
}

//! Nothing that was called saved is lost: the device is full, a write is undone, the store is of an older form, held by
//! another tab, deleted under the page, or damaged. The faults are made from outside, by scripts that stand in the page
//! before its own, or by another page of the same server.

mod damaged;
mod taken;
mod writers;

pub(crate) use damaged::{damaged_database, damaged_records, nothing_readable};
pub(crate) use taken::{answered_late, blocked_by_a_tab, closed_by_the_browser, deleted_under_the_page};
pub(crate) use writers::{left_in_the_middle, two_writers};

use serde_json::Value;

use super::carry::{exported, record};
use super::{ready, result, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// Writes of entries go wrong in the way that `window.fault` names.
const FAULTS: &str = "(() => {
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (...given) {
        if (window.fault === 'refused') throw new DOMException('no room', 'QuotaExceededError');
        const request = add.apply(this, given), { transaction } = this;
        // As the browser finds out only when it brings everything to the disk.
        if (window.fault === 'full') {
            Object.defineProperty(transaction, 'error', { get: () => new DOMException('no room', 'QuotaExceededError') });
        }
        if (window.fault) request.addEventListener('success', () => transaction.abort());
        return request;
    };
})();";

/// A metro trip of 10 km as version 1 of the saved form has it: 720 g and 36 points.
fn old_trip(id: &str) -> String {
    format!(
        r#"{{"v":1,"id":"{id}","at":1795267980000,"rulebook":"beijing@2026.11","verdict":"credited","carbon_mg":720000,"voc_mg":0,"nox_mg":0,"upe":0,"points":36,"activity":{{"kind":"trip","date":"2026-11-20","legs":[{{"mode":"rail","km":"10"}}]}}}}"#
    )
}

/// Makes a database of a version before the page is opened; `fill` writes into `stores`, by name.
async fn make(stage: &Stage, version: u32, stores: &str, fill: &str) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/blank.html", "<!doctype html><title>blank</title>");
    page.visit(&stage.server.url("/blank.html")).await?;
    let script = format!(
        "return new Promise((resolve, reject) => {{
            const opening = indexedDB.open('carbon-points', {version});
            opening.onupgradeneeded = () => {{
                for (const name of '{stores}'.split(' ')) {{
                    opening.result.createObjectStore(name, {{ autoIncrement: name === 'entries' }});
                }}
            }};
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {{
                const database = opening.result, names = [...database.objectStoreNames];
                const writing = database.transaction(names, 'readwrite');
                const stores = {{}};
                for (const name of names) stores[name] = writing.objectStore(name);
                {fill}
                writing.onabort = () => reject(writing.error);
                writing.oncomplete = () => {{ database.close(); resolve('made'); }};
            }};
        }});"
    );
    match page.execute(&script).await?.as_str() {
        Some("made") => Ok(()),
        other => Err(Problem::new(format!("the old database: {other:?}"))),
    }
}

/// The values of an object store.
async fn held(stage: &Stage, database: &str, store: &str) -> Outcome<Vec<Value>> {
    let script = format!(
        "return new Promise((resolve, reject) => {{
            const opening = indexedDB.open('{database}');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {{
                const asked = opening.result.transaction('{store}').objectStore('{store}').getAll();
                asked.onsuccess = () => {{ opening.result.close(); resolve(asked.result); }};
            }};
        }});"
    );
    Ok(stage.page.execute(&script).await?.as_array().cloned().unwrap_or_default())
}

/// A text of each of the objects in a list.
fn texts<'a>(json: &'a Value, list: &str, name: &str) -> Vec<&'a str> {
    let all = json.get(list).and_then(Value::as_array).into_iter().flatten();
    all.filter_map(|one| one.get(name)?.as_str()).collect()
}

/// The ledger is as long as that, and equal.
async fn verified(stage: &Stage, entries: usize) -> Outcome {
    verified_as(stage, entries, &format!("全部一致：{entries} 笔")).await
}

/// The ledger is as long as that, and verifying it says this.
async fn verified_as(stage: &Stage, entries: usize, said: &str) -> Outcome {
    let file = exported(stage, "@save-json").await?;
    let parsed: Value = serde_json::from_str(&file).context("the export is no JSON")?;
    let ids: Vec<&str> = texts(&parsed, "entries", "id");
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!((ids.len(), once.len()), (entries, entries), "{file}");
    stage.page.click("@verify").await?;
    stage.page.wait_for_text("@verify-outcome", said).await
}

/// What cannot be written is not called saved: nothing of it is there, the form and its draft are, and the next try
/// succeeds.
async fn refuses(stage: &Stage, fault: &str, said: &str) -> Outcome {
    let page = &stage.page;
    stage.server.watch_with(FAULTS);
    record(stage).await?;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=bus]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "520 克").await?;
    page.execute(&format!("window.fault = '{fault}';")).await?;
    page.click("@save").await?;
    page.wait_for_text("@notice", said).await?;
    page.wait_for_text("@notice", "草稿").await?;
    assert_eq!(page.value_of("[name='legs[0].km']").await?, "10");
    assert_eq!(held(stage, "carbon-points", "entries").await?.len(), 1, "nothing of it is there");

    // Somebody who gives up for now finds it again.
    page.reload().await?;
    ready(stage, "#/record/trip").await?;
    result(stage, "520 克").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "1.24").await?;
    page.reload().await?;
    verified(stage, 2).await
}

pub(crate) async fn device_full(stage: &Stage) -> Outcome {
    refuses(stage, "full", "空间满了").await
}

pub(crate) async fn device_full_at_once(stage: &Stage) -> Outcome {
    refuses(stage, "refused", "空间满了").await
}

pub(crate) async fn write_undone(stage: &Stage) -> Outcome {
    refuses(stage, "aborted", "拒绝了写入").await
}

/// Writes of anything go wrong for want of room: the draft is not kept either, and the page does not say that it is.
const NO_ROOM: &str = "(() => {
    for (const name of ['add', 'put']) {
        const own = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...given) {
            if (sessionStorage.full) throw new DOMException('no room', 'QuotaExceededError');
            return own.apply(this, given);
        };
    }
})();";

/// Where nothing at all can be written, what was typed is on the screen only, and the page says so; once there is room, it
/// is saved from there.
pub(crate) async fn no_room_at_all(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.watch_with(NO_ROOM);
    record(stage).await?;
    page.execute("sessionStorage.full = 'yes';").await?;
    for again in [false, true] {
        ready(stage, "#/record/trip").await?;
        page.click("[name='legs[0].mode'][value=bus]").await?;
        page.retype("[name='legs[0].km']", "10").await?;
        result(stage, "520 克").await?;
        page.click("@save").await?;
        page.wait_for_text("@notice", "空间满了").await?;
        page.wait_for_text("@notice", "只在这个画面上").await?;
        page.wait_for("@notice a[href='#/me/carry']").await?;
        assert_eq!(page.value_of("[name='legs[0].km']").await?, "10");
        if !again {
            page.shoot("storage-no-room").await?;
            // As the page said: a reload loses it.
            page.reload().await?;
            ready(stage, "#/record/trip").await?;
            page.wait_until("an empty form", async || Ok(page.value_of("[name='legs[0].km']").await?.is_empty()))
                .await?;
        }
    }
    page.execute("delete sessionStorage.full;").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "1.24").await?;
    verified(stage, 2).await
}

/// The first form of the database, of entries and of drafts opens as it is; what follows is of today's.
pub(crate) async fn older_form(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let (one, two) = (old_trip("0000000000000001"), old_trip("0000000000000002"));
    let fill = format!(
        "stores.entries.add('{one}');
         stores.entries.add('{two}');
         stores.entries.add('{{\"v\":1,\"id\":\"0000000000000003\",\"at\":1795267981000,\"reverses\":\"0000000000000002\"}}');
         stores.drafts.put('{{\"v\":1,\"kind\":\"utility\",\"fields\":{{\"utility\":\"electricity\",\"usage\":\"180.50\"}}}}', 'utility');
         stores.settings.put('zh-CN', 'language');"
    );
    make(stage, 1, "entries drafts settings aside", &fill).await?;
    ready(stage, "#/").await?;
    page.wait_for_text("@totals", "720").await?;
    ready(stage, "#/record/utility").await?;
    page.wait_until("the draft", async || Ok(page.value_of("[name=usage]").await? == "180.50")).await?;
    ready(stage, "#/entry/0000000000000001").await?;
    page.click("@reverse").await?;
    page.wait_for("@reversed").await?;
    record(stage).await?;
    page.reload().await?;
    page.wait_for_text("@totals", "720").await?;
    verified(stage, 5).await?;
    let today =
        "return indexedDB.databases ? indexedDB.databases().then((all) => all.map((one) => one.version).join()) : '2';";
    assert_eq!(page.execute(today).await?, "2");
    Ok(())
}

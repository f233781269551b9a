//! Nothing that was called saved is lost: the device is full, a write is undone, the store is of an older form, held by
//! another tab, deleted under the page, or damaged. The faults are made from outside, by scripts that stand in the page
//! before its own, or by another page of the same server.

use serde_json::Value;

use super::carry::{exported, record, save_as};
use super::{in_chinese, ready, result, save};
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
        r#"{{"v":1,"id":"{id}","at":1763600000000,"rulebook":"beijing@2026.11","verdict":"credited","carbon_mg":720000,"voc_mg":0,"nox_mg":0,"upe":0,"points":36,"activity":{{"kind":"trip","date":"2026-11-20","legs":[{{"mode":"rail","km":"10"}}]}}}}"#
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

/// The ledger is as long as that, and equal.
async fn verified(stage: &Stage, entries: usize) -> Outcome {
    let file = exported(stage, "@save-json").await?;
    let parsed: Value = serde_json::from_str(&file).context("the export is no JSON")?;
    let ids: Vec<&str> =
        parsed["entries"].as_array().into_iter().flatten().filter_map(|one| one["id"].as_str()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!((ids.len(), once.len()), (entries, entries), "{file}");
    stage.page.click("@verify").await?;
    stage.page.wait_for_text("@verify-outcome", &format!("全部一致：{entries} 笔")).await
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

/// The first form of the database, of entries and of drafts opens as it is; what follows is of today's.
pub(crate) async fn older_form(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let (one, two) = (old_trip("0000000000000001"), old_trip("0000000000000002"));
    let fill = format!(
        "stores.entries.add('{one}');
         stores.entries.add('{two}');
         stores.entries.add('{{\"v\":1,\"id\":\"0000000000000003\",\"at\":1763600001000,\"reverses\":\"0000000000000002\"}}');
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

/// Another tab holds an older version: the page says so, works from memory, and goes on by itself once that tab is closed.
pub(crate) async fn blocked_by_a_tab(stage: &Stage) -> Outcome {
    let page = &stage.page;
    make(
        stage,
        1,
        "entries drafts settings aside",
        &format!("stores.entries.add('{}');", old_trip("0000000000000001")),
    )
    .await?;
    let host = "<!doctype html><title>host</title><script>
        const opening = indexedDB.open('carbon-points', 1);
        opening.onsuccess = () => {
            window.held = opening.result;
            document.body.innerHTML = '<iframe width=380 height=700 src=\"/#/record/trip\"></iframe>';
        };
        </script><body>";
    stage.server.add_page("/host.html", host);
    page.visit(&stage.server.url("/host.html")).await?;
    page.wait_for("iframe").await?;
    page.client().clone().enter_frame(0).await.context("cannot enter the frame")?;
    page.wait_for("#main[data-ready=true]").await?;
    page.wait_for("@storage").await?;
    in_chinese(stage).await?;
    page.wait_for_text("@storage", "请关掉其他标签页").await?;
    page.click("[name='legs[0].mode'][value=bus]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "520 克").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "520").await?;
    assert_eq!(page.count("@memory-only").await?, 0);
    page.shoot("storage-blocked").await?;

    page.execute("parent.held.close();").await?;
    page.wait_for_text("@storage", "都存下来了").await?;
    page.wait_for_text("@totals", "1.24").await?;
    ready_in_frame(stage).await?;
    page.wait_for_text("@totals", "1.24").await?;
    assert_eq!(held(stage, "carbon-points", "entries").await?.len(), 2);
    Ok(())
}

/// The browser does not answer for a while, here because another tab is still changing the store: the page says so, works
/// from memory, and goes on by itself.
pub(crate) async fn answered_late(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let host = "<!doctype html><title>host</title><script>
        const opening = indexedDB.open('carbon-points', 2);
        opening.onupgradeneeded = () => {
            for (const name of 'entries drafts settings aside reversals'.split(' ')) {
                opening.result.createObjectStore(name, { autoIncrement: name === 'entries' });
            }
            const settings = opening.transaction.objectStore('settings');
            const hold = () => { if (!window.done) settings.get('nothing').onsuccess = hold; };
            hold();
            document.body.innerHTML = '<iframe width=380 height=700 src=\"/#/record/trip\"></iframe>';
        };
        opening.onsuccess = () => opening.result.close();
        </script><body>";
    stage.server.add_page("/host.html", host);
    page.visit(&stage.server.url("/host.html")).await?;
    page.wait_for("iframe").await?;
    page.client().clone().enter_frame(0).await.context("cannot enter the frame")?;
    page.wait_for("@storage").await?;
    in_chinese(stage).await?;
    page.wait_for_text("@storage", "还没有把账本打开").await?;
    page.click("[name='legs[0].mode'][value=bus]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "520 克").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "520").await?;
    page.execute("parent.done = true;").await?;
    page.wait_for_text("@storage", "都存下来了").await?;
    ready_in_frame(stage).await?;
    page.wait_for_text("@totals", "520").await?;
    assert_eq!(page.count("@storage").await?, 0);
    Ok(())
}

/// Opens the framed page again, at home.
async fn ready_in_frame(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.execute("window.before = true; location.hash = '#/'; location.reload();").await?;
    page.wait_until("the page again", async || {
        Ok(page.execute("return !window.before && !!document.querySelector('#main[data-ready=true]');").await? == true)
    })
    .await
}

/// Deletes the database as whoever clears the browser's data does.
async fn delete(stage: &Stage) -> Outcome {
    let script = "return new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('carbon-points');
        deleting.onsuccess = () => resolve('gone');
        deleting.onerror = () => reject(deleting.error);
    });";
    assert_eq!(stage.page.execute(script).await?, "gone");
    Ok(())
}

/// What was deleted under the page is said to be gone from the device; the page writes it again when it is asked to, or
/// with the next entry.
pub(crate) async fn deleted_under_the_page(stage: &Stage) -> Outcome {
    let page = &stage.page;
    record(stage).await?;
    record(stage).await?;
    page.wait_for_text("@totals", "1.44").await?;
    delete(stage).await?;
    page.wait_for_text("@storage", "刚被清掉了 2 笔").await?;
    page.wait_for_text("@totals", "1.44").await?;
    page.shoot("storage-lost").await?;
    assert_eq!(held(stage, "carbon-points", "entries").await?.len(), 0, "nothing comes back by itself");
    page.click("@restore").await?;
    page.wait_for_text("@storage", "存回去了：2 笔").await?;
    assert_eq!(held(stage, "carbon-points", "entries").await?.len(), 2);

    // A reversal of what is not there any more would come before it.
    delete(stage).await?;
    page.wait_for_text("@storage", "刚被清掉了 2 笔").await?;
    page.click("@notice @undo").await?;
    page.wait_for_text("@notice", "已撤销").await?;
    page.wait_for_text("@storage", "存回去了：2 笔").await?;
    page.wait_for_text("@totals", "720").await?;
    page.reload().await?;
    page.wait_for("#main[data-ready=true]").await?;
    page.wait_for_text("@totals", "720").await?;
    assert_eq!(page.count("@storage").await?, 0);
    verified(stage, 3).await
}

/// A connection that the browser has closed is opened again, and nothing is said where nothing is missing.
pub(crate) async fn closed_by_the_browser(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.watch_with(
        "(() => {
            const open = IDBFactory.prototype.open;
            window.handles = [];
            IDBFactory.prototype.open = function (...given) {
                const request = open.apply(this, given);
                request.addEventListener('success', () => window.handles.push(request.result));
                return request;
            };
        })();",
    );
    record(stage).await?;
    let script =
        "for (const handle of window.handles.splice(0)) { handle.close(); handle.dispatchEvent(new Event('close')); }";
    page.execute(script).await?;
    page.wait_until("a new connection", async || Ok(page.execute("return window.handles.length > 0;").await? == true))
        .await?;
    page.click(".again__item").await?;
    page.wait_for_text("@totals", "1.44").await?;
    assert_eq!(page.count("@storage").await?, 0);
    // Found dead without having been told.
    page.execute("for (const handle of window.handles.splice(0)) handle.close();").await?;
    page.wait_for(".again__item:enabled").await?;
    page.click(".again__item").await?;
    page.wait_for_text("@totals", "2.16").await?;
    page.reload().await?;
    verified(stage, 3).await
}

/// Records that cannot be read stay, are named and can be saved; the others count.
pub(crate) async fn damaged_records(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let trip = old_trip("0000000000000001");
    let cut = &trip[..trip.len() / 2];
    let fill = format!(
        "stores.entries.add('{trip}');
         stores.entries.add('{cut}');
         stores.entries.add('{{\"v\":9,\"id\":\"later\"}}');
         stores.entries.add({{ some: '<b>thing</b>' }});
         stores.entries.add('{}');",
        old_trip("0000000000000002")
    );
    make(stage, 2, "entries drafts settings aside reversals", &fill).await?;
    ready(stage, "#/").await?;
    page.wait_for_text("@totals", "1.44").await?;
    page.wait_for_text("@aside", "读不出来").await?;
    page.click("@aside a").await?;
    page.wait_for_text("@unread", "写坏了").await?;
    page.wait_for_text("@unread", "更新的版本").await?;
    page.wait_for_text("@unread", "<b>thing</b>").await?;
    page.wait_until("all three", async || Ok(page.count("@unread li").await? == 3)).await?;
    page.shoot("storage-unread").await?;
    let aside: Value = serde_json::from_str(&save_as(stage, "@save-aside").await?).context("no JSON")?;
    let mut records: Vec<&str> =
        aside["records"].as_array().into_iter().flatten().filter_map(|one| one["record"].as_str()).collect();
    records.sort_unstable();
    let mut expected = vec![cut, "{\"v\":9,\"id\":\"later\"}", "{\"some\":\"<b>thing</b>\"}"];
    expected.sort_unstable();
    assert_eq!(records, expected);
    assert_eq!(held(stage, "carbon-points", "entries").await?.len(), 5, "they stay where they are");
    record(stage).await?;
    verified(stage, 3).await
}

/// A database that cannot be read as it should is left as it is; what can be read of it goes on in another one, at this
/// start and the next.
pub(crate) async fn damaged_database(stage: &Stage) -> Outcome {
    let page = &stage.page;
    // One record of three cannot be read at all, and two stores are missing.
    stage.server.watch_with(
        "(() => {
            for (const name of ['get', 'getAll']) {
                const own = IDBObjectStore.prototype[name];
                IDBObjectStore.prototype[name] = function (...given) {
                    const damaged = this.transaction.db.name === 'carbon-points' && this.name === 'entries';
                    if (damaged && (name === 'getAll' || given[0] === 2)) throw new DOMException('damaged', 'UnknownError');
                    return own.apply(this, given);
                };
            }
        })();",
    );
    let fill = format!(
        "stores.entries.add('{}'); stores.entries.add('{}'); stores.entries.add('{}');
         stores.settings.put('zh-CN', 'language');",
        old_trip("0000000000000001"),
        old_trip("0000000000000002"),
        old_trip("0000000000000003")
    );
    make(stage, 2, "entries settings", &fill).await?;
    for start in 1..=2 {
        page.open("#/").await?;
        // The language comes with what is salvaged: nothing is switched before.
        page.wait_for_text("@storage", "2").await?;
        ready(stage, "#/").await?;
        page.wait_for_text("@storage", "读得出来的 2 笔").await?;
        page.wait_for_text("@totals", if start == 1 { "1.44" } else { "2.16" }).await?;
        assert_eq!(page.count("@memory-only").await?, 0);
        if start == 1 {
            page.shoot("storage-rescued").await?;
            record(stage).await?;
            page.wait_for_text("@totals", "2.16").await?;
            page.reload().await?;
        }
    }
    verified(stage, 3).await?;

    // It can be read again: what was recorded beside it is taken over.
    stage.server.watch_with("");
    let heal = "return new Promise((resolve, reject) => {
        const opening = indexedDB.open('carbon-points', 2);
        opening.onsuccess = () => {
            opening.result.close();
            const deleting = indexedDB.deleteDatabase('carbon-points');
            deleting.onsuccess = () => resolve('healed');
            deleting.onerror = () => reject(deleting.error);
        };
    });";
    assert_eq!(page.execute(heal).await?, "healed");
    let fill = format!(
        "stores.entries.add('{}'); stores.entries.add('{}'); stores.entries.add('{}');",
        old_trip("0000000000000001"),
        old_trip("0000000000000002"),
        old_trip("0000000000000003")
    );
    make(stage, 2, "entries drafts settings aside reversals", &fill).await?;
    ready(stage, "#/").await?;
    page.wait_for_text("@totals", "2.88").await?;
    page.wait_until("all to be there", async || Ok(held(stage, "carbon-points", "entries").await?.len() == 4)).await?;
    page.reload().await?;
    verified(stage, 4).await
}

/// The page is left in the middle of a write, again and again: the next one opens the store all the same.
pub(crate) async fn left_in_the_middle(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/blank.html", "<!doctype html><title>blank</title>");
    record(stage).await?;
    for round in 0..18 {
        ready(stage, "#/").await?;
        page.wait_for(".again__item:enabled").await?;
        let leave = format!(
            "window.before = true;
             document.querySelector('.again__item').click();
             const channel = new MessageChannel();
             let turns = {};
             channel.port1.onmessage = () => {{ if (turns-- > 0) channel.port2.postMessage(0); else {}; }};
             channel.port2.postMessage(0);",
            round * 2,
            [
                "location.reload()",
                "location.href = '/blank.html'",
                "history.replaceState(null, '', '/?n=' + Math.random()), location.reload()"
            ][round % 3],
        );
        page.execute(&leave).await?;
        if round % 3 == 1 {
            page.wait_until("the other page", async || {
                Ok(page.execute("return document.title === 'blank';").await.is_ok_and(|there| there == true))
            })
            .await?;
            page.open("").await?;
        }
        page.wait_until("the page again", async || {
            let script = "return !window.before && !!document.querySelector('#main[data-ready=true]');";
            // No answer while one document gives way to the other.
            Ok(page.execute(script).await.is_ok_and(|ready| ready == true))
        })
        .await?;
        let said = "return [...document.querySelectorAll('[data-testid=storage],[data-testid=memory-only]')].map((one) => one.textContent).join();";
        let said = page.execute(said).await?;
        assert_eq!(said, "", "round {round}");
    }
    let entries = held(stage, "carbon-points", "entries").await?.len();
    assert!((1..=19).contains(&entries), "{entries}");
    verified(stage, entries).await
}

/// Two tabs record and reverse at once, in a hundred orders: each entry that either has called saved is there once, and
/// both show the same.
pub(crate) async fn two_writers(stage: &Stage) -> Outcome {
    let page = &stage.page;
    record(stage).await?;
    let frames = "<iframe width=380 height=700 src=\"/#/\"></iframe>".repeat(2);
    let host = format!("<!doctype html><title>host</title><body>{frames}<script src=\"/writers.js\"></script>");
    stage.server.add_page("/writers.js", include_str!("writers.js"));
    stage.server.add_page("/host.html", &host);
    page.visit(&stage.server.url("/host.html")).await?;
    page.execute("interleave(100, 20261122).then((said) => { window.said = said; }, (problem) => { window.said = String(problem); });")
        .await?;
    let said = async || page.execute("return window.said || null;").await;
    // Longer than anything else is waited for.
    for _ in 0..8 {
        if page.wait_until("a hundred interleavings", async || Ok(!said().await?.is_null())).await.is_ok() {
            break;
        }
    }
    let said = said().await?;
    let list = |name: &str| -> Vec<String> {
        said[name].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let (saved, reversed) = (list("saved"), list("reversed"));
    assert_eq!(said["failed"], serde_json::json!([]), "{said}");
    assert_eq!(saved.len(), 100 * 2 + 10, "{said}");

    let file = exported(stage, "@save-json").await?;
    let file: Value = serde_json::from_str(&file).context("the export is no JSON")?;
    let entries = file["entries"].as_array().cloned().unwrap_or_default();
    let times = |id: &str, name: &str| entries.iter().filter(|entry| entry[name] == id).count();
    for id in &saved {
        assert_eq!(times(id, "id"), 1, "{id}");
    }
    for id in &reversed {
        assert_eq!(times(id, "reverses"), 1, "the reversal of {id}");
    }
    assert_eq!(entries.len(), 1 + saved.len() + reversed.len(), "and nothing else");
    page.click("@verify").await?;
    page.wait_for_text("@verify-outcome", &format!("全部一致：{} 笔", entries.len())).await?;
    // 720 g each.
    let counting = 1 + saved.len() - reversed.len();
    let expected = format!("{:.2}", f64::from(u32::try_from(counting).unwrap_or(0)) * 0.72);
    page.open("#/").await?;
    page.wait_for_text("@totals", expected.trim_end_matches('0')).await
}

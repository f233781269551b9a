//! Records that cannot be read, and a whole database that cannot be.

use serde_json::Value;

use super::{held, make, old_trip, texts, verified, verified_as};
use crate::{
    problem::{Context, Outcome},
    scenarios::{
        carry::{record, save_as},
        ready,
    },
    stage::Stage,
};

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
    let mut records: Vec<&str> = texts(&aside, "records", "record");
    records.sort_unstable();
    let mut expected = vec![cut, "{\"v\":9,\"id\":\"later\"}", "{\"some\":\"<b>thing</b>\"}"];
    expected.sort_unstable();
    assert_eq!(records, expected);
    assert_eq!(held(stage, "carbon-points", "entries").await?.len(), 5, "they stay where they are");
    record(stage).await?;
    verified_as(stage, 3, "没有全部核验：3 笔重算一致；3 条旧记录读不出来").await
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

/// Of a database with one record that makes no sense and two stores missing, nothing is said to have been read; that is
/// said once, with one way to the files.
pub(crate) async fn nothing_readable(stage: &Stage) -> Outcome {
    let page = &stage.page;
    make(stage, 2, "entries settings", "stores.entries.add('nonsense'); stores.settings.put('zh-CN', 'language');")
        .await?;
    page.open("#/").await?;
    page.wait_for_text("@storage", "1").await?;
    ready(stage, "#/").await?;
    page.wait_for_text("@storage", "没有读得出来的记录").await?;
    page.wait_for_text("@storage", "另有 1 条读不出来").await?;
    page.wait_until("it said once", async || Ok(page.count("a[href='#/me/carry']").await? == 1)).await?;
    page.shoot("storage-nonsense").await?;
    page.click("@storage a").await?;
    page.wait_for_text("@unread", "nonsense").await?;
    record(stage).await?;
    page.wait_for_text("@totals", "720").await
}

//! The store is held by another tab, answers late, is deleted under the page, or closed by the browser.

use super::{held, make, old_trip, verified};
use crate::{
    problem::{Context, Outcome},
    scenarios::{carry::record, in_chinese, result, save},
    stage::Stage,
};

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
    framed(stage, host).await?;
    page.wait_for("#main[data-ready=true]").await?;
    page.wait_for("@storage").await?;
    in_chinese(stage).await?;
    page.wait_for_text("@storage", "请关掉其他标签页").await?;
    by_bus(stage).await?;
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
    framed(stage, host).await?;
    page.wait_for("@storage").await?;
    in_chinese(stage).await?;
    page.wait_for_text("@storage", "还没有把账本打开").await?;
    by_bus(stage).await?;
    page.execute("parent.done = true;").await?;
    page.wait_for_text("@storage", "都存下来了").await?;
    ready_in_frame(stage).await?;
    page.wait_for_text("@totals", "520").await?;
    assert_eq!(page.count("@storage").await?, 0);
    Ok(())
}

/// Opens a page of the test's that holds the store and frames the page, and goes into the frame.
async fn framed(stage: &Stage, host: &str) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/host.html", host);
    page.visit(&stage.server.url("/host.html")).await?;
    page.wait_for("iframe").await?;
    page.client().clone().enter_frame(0).await.context("cannot enter the frame")
}

/// Records ten kilometres by bus in the form that is open: 520 g.
async fn by_bus(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.click("[name='legs[0].mode'][value=bus]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "520 克").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "520").await
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
    page.wait_until("no word of what was saved", async || Ok(page.count("@notice .notice").await? == 0)).await?;
    page.shoot("storage-lost").await?;
    assert_eq!(held(stage, "carbon-points", "entries").await?.len(), 0, "nothing comes back by itself");
    page.click("@restore").await?;
    page.wait_for_text("@storage", "存回去了：2 笔").await?;
    assert_eq!(held(stage, "carbon-points", "entries").await?.len(), 2);

    // A reversal of what is not there any more would come before it.
    delete(stage).await?;
    page.wait_for_text("@storage", "刚被清掉了 2 笔").await?;
    page.execute("location.hash = '#/ledger';").await?;
    page.click("#main a[href^='#/entry/']").await?;
    page.click("@reverse").await?;
    page.wait_for_text("@notice", "已撤销").await?;
    page.wait_for_text("@storage", "存回去了：2 笔").await?;
    page.execute("location.hash = '#/';").await?;
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

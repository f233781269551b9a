//! The page without a network, and a newer build of it.

use super::{in_chinese, ready, result, save};
use crate::{
    browser::Browser,
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// After one visit everything works with the server gone: a recording, every other screen, and another district's rules.
pub(crate) async fn works_offline(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "").await?;
    if !kept(stage).await? {
        return without_a_worker(stage).await;
    }
    stage.server.cut(true);
    reopen(stage).await?;
    page.wait_for("#main[data-ready=true]").await?;
    in_chinese(stage).await?;
    page.open("#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "720 克").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "720").await?;
    for view in ["record", "ledger", "points", "insight", "me", "rules", "me/carry", "me/household", "statement/2026"] {
        page.open(&format!("#/{view}")).await?;
        page.wait_for(&format!("#main[data-view='/{view}']")).await?;
        page.wait_for("#title").await?;
    }
    // A district's rules come from what was kept too, and so does a page that is opened with a query.
    page.visit(&stage.server.url("/?district=xicheng#/points")).await?;
    page.wait_for("#main[data-ready=true]").await?;
    page.wait_for_text("body", "西城").await?;
    page.wait_for_text("body", "720").await?;
    stage.server.cut(false);
    Ok(())
}

/// Loads the page again as a resident does; Firefox's driver goes past the service worker.
pub(super) async fn reopen(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.execute("document.body.className = 'before'; location.reload()").await?;
    page.wait_for("body:not(.before)").await
}

/// Waits until a whole version is kept; whether the browser keeps any.
pub(super) async fn kept(stage: &Stage) -> Outcome<bool> {
    let page = &stage.page;
    // The browser under `WebKitGTK`'s driver has no service workers.
    if page.execute("return 'serviceWorker' in navigator").await? != true {
        return match page.browser() {
            Browser::WebKit => Ok(false),
            _ => Err(Problem::new("this browser has no service workers")),
        };
    }
    let controlled = async || Ok(page.execute("return navigator.serviceWorker.controller !== null").await? == true);
    page.wait_until("a worker to control the page", controlled).await?;
    Ok(true)
}

/// Where there are none, a page that was opened goes on working.
async fn without_a_worker(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.wait_for("link[href*='later-']").await?;
    stage.server.cut(true);
    page.execute("location.hash = '#/record/trip'").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "720").await?;
    stage.server.cut(false);
    Ok(())
}

/// A newer build waits until the resident agrees, and is taken whole or not at all; what was being typed is still there.
pub(crate) async fn never_mixes_versions(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/utility").await?;
    if !kept(stage).await? {
        return Ok(());
    }
    page.retype("[name=usage]", "180.50").await?;
    page.wait_for_text("@result", "结果").await?;

    // A build that was put there half: its script is of another build than its list says.
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).context(format!("cannot read {name}"));
    let (worker, index) = (read("sw.js")?, read("index.html")?);
    let newer = index.replace("<title>", "<meta name=build content=newer><title>");
    let version = |text: &str| text.replacen("VERSION=\"", &format!("VERSION=\"{:0>4}", text.len()), 1);
    let half = version(&worker).replacen(".css\":\"", ".css\":\"0", 1);
    stage.server.add_page("/", &newer);
    stage.server.add_page("/sw.js", &half);
    update(stage).await?;
    page.wait_until("the half build to be refused", async || {
        let script = "const done = arguments[arguments.length - 1];
            return navigator.serviceWorker.getRegistration().then((r) => !r.installing && !r.waiting && r.active.state)";
        Ok(page.execute(script).await? == "activated")
    })
    .await?;
    reopen(stage).await?;
    page.wait_for("#main[data-ready=true]").await?;
    same_build(stage, 0).await?;

    // The whole of it waits: a page opened now is still the old one, and says that there is a newer one.
    stage.server.add_page("/sw.js", &version(&worker));
    update(stage).await?;
    page.wait_for("@newversion").await?;
    same_build(stage, 0).await?;
    page.click("@newversion button").await?;
    page.wait_for("meta[name=build][content=newer]").await?;
    page.wait_for("#main[data-ready=true]").await?;
    page.wait_until("the draft to be back", async || Ok(page.value_of("[name=usage]").await? == "180.50")).await?;
    stage.server.cut(true);
    reopen(stage).await?;
    page.wait_for("#main[data-ready=true]").await?;
    same_build(stage, 1).await?;
    stage.server.cut(false);
    Ok(())
}

/// Has the browser look for a newer worker now instead of at the next visit.
async fn update(stage: &Stage) -> Outcome {
    let script =
        "return navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => true, () => true)";
    stage.page.execute(script).await.map(drop)
}

async fn same_build(stage: &Stage, newer: usize) -> Outcome {
    if stage.page.count("meta[name=build][content=newer]").await? == newer {
        return Ok(());
    }
    Err(Problem::new(if newer == 0 { "the page is the newer build already" } else { "the page is the older build" }))
}

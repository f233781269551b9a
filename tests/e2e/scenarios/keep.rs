//! What is recorded stays: over a reload, in drafts, through corrections; and when it cannot stay, the page says so.

use super::{in_chinese, ready, result, save};
use crate::{
    problem::{Context, Outcome},
    stage::Stage,
};

/// Entries and a half-typed draft are there after a reload.
pub(crate) async fn survives_reload(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "36").await?;

    ready(stage, "#/record/utility").await?;
    page.retype("[name=usage]", "180.50").await?;
    page.wait_for_text("@result", "结果").await?;
    super::kept(stage, "drafts", "utility", |kept| kept.contains("180.50")).await?;
    page.reload().await?;
    page.wait_until("the draft to be back", async || Ok(page.value_of("[name=usage]").await? == "180.50")).await?;
    page.open("#/").await?;
    page.wait_for_text("@totals", "720").await?;
    page.wait_for_text("@next", "没记完").await?;
    page.wait_for_text("@recent", "地铁 10 公里").await
}

/// A correction reverses the old entry and adds a new one; undo is a reversal too. Nothing disappears.
pub(crate) async fn corrects(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=bus]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "520").await?;
    page.click("@notice a").await?;
    page.click("@correct").await?;
    page.wait_until("the form to hold the entry", async || Ok(page.value_of("[name='legs[0].km']").await? == "10"))
        .await?;
    page.click("@save").await?;
    page.wait_for_text("@notice", "没有要改的").await?;
    page.retype("[name='legs[0].km']", "5").await?;
    result(stage, "260 克").await?;
    save(stage).await?;
    // The new entry leads to the old one, which is still there as it was.
    page.click("@corrects a").await?;
    page.wait_for("@reversed").await?;
    page.wait_for_text("@entry-totals", "520").await?;
    page.open("#/ledger").await?;
    page.wait_until("both entries", async || Ok(page.count(".row").await? == 2)).await?;
    page.wait_until("one of them reversed", async || Ok(page.count(".row--reversed").await? == 1)).await?;
    page.wait_for_text(".day__total", "260").await?;

    page.reload().await?;
    page.wait_for_text(".day__total", "260").await?;
    page.click(".row:not(.row--reversed)").await?;
    page.click("@reverse").await?;
    page.wait_for("@reversed").await?;
    page.open("#/").await?;
    page.wait_until("the totals to be zero", async || Ok(!page.text_of("@totals").await?.contains("260"))).await
}

/// In a frame that may store nothing the page works from memory and says so.
pub(crate) async fn storage_refused(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page(
        "/host.html",
        "<!doctype html><title>host</title><iframe sandbox=\"allow-scripts\" width=380 height=700 src=\"/#/record/trip\"></iframe>",
    );
    page.visit(&stage.server.url("/host.html")).await?;
    page.client().enter_frame(0).await.context("cannot enter the frame")?;
    page.wait_for("@memory-only").await?;
    in_chinese(stage).await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "720 克").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "720").await
}

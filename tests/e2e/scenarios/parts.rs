//! The page comes in two parts, and stands in several tabs.

use super::{ready, result, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// The first screen works without the second part; what was saved meanwhile is written once that could be fetched.
pub(crate) async fn first_part_alone(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.withhold(Some("/later-"));
    ready(stage, "#/").await?;
    result(stage, "720 克").await?;
    page.retype("[name='legs[0].km']", "5").await?;
    result(stage, "360 克").await?;
    page.wait_for_text("@not-fetched", "没有取到").await?;
    page.click("@save").await?;
    page.wait_for("@save:disabled").await?;

    page.open("#/record/trip").await?;
    page.wait_for_text("@not-fetched", "没有取到").await?;
    stage.server.withhold(None);
    page.click("@retry").await?;
    page.wait_for("@notice .notice__text").await?;
    page.open("#/").await?;
    page.wait_for_text("@totals", "360").await?;
    // The failure is in the browser's own list of errors, where it belongs.
    page.execute("window.__e2eErrors.length = 0;").await.map(drop)
}

/// What one tab records, another one shows; and what one has reversed, no other one corrects.
pub(crate) async fn two_tabs(stage: &Stage) -> Outcome {
    let (page, client) = (&stage.page, stage.page.client());
    ready(stage, "#/record/trip").await?;
    let first = client.window().await.context("cannot name the tab")?;
    let second = client.new_window(false).await.context("cannot open a second tab")?.handle;
    client.switch_to_window(second.clone()).await.context("cannot go to the second tab")?;
    ready(stage, "#/").await?;

    client.switch_to_window(first.clone()).await.context("cannot go back")?;
    page.click("[name='legs[0].mode'][value=bus]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await?;
    let entry = page.execute("return document.querySelector('[data-entry]').dataset.entry").await?;
    let entry = entry.as_str().ok_or_else(|| Problem::new("the entry has no id"))?.to_owned();

    client.switch_to_window(second.clone()).await.context("cannot go to the second tab")?;
    page.wait_for_text("@totals", "520").await?;
    ready(stage, &format!("#/entry/{entry}/correct")).await?;
    page.retype("[name='legs[0].km']", "5").await?;

    client.switch_to_window(first).await.context("cannot go back")?;
    ready(stage, &format!("#/entry/{entry}")).await?;
    page.click("@reverse").await?;
    page.wait_for("@reversed").await?;

    client.switch_to_window(second).await.context("cannot go to the second tab")?;
    page.wait_for("@reversed").await?;
    page.wait_until("nothing to save", async || Ok(page.count("@save").await? == 0)).await
}

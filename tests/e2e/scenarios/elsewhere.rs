//! What was recorded under a district stays explained when another one, or none, is chosen; the choice reaches every tab;
//! and what is already spent is said before an entry is undone.

use super::carry::{exported, forget, paste};
use super::rewards::{at, balance_is, district_is, earn, endless_chaoyang};
use super::{ready, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// Opens the only activity of the ledger.
async fn open_entry(stage: &Stage) -> Outcome {
    ready(stage, "#/ledger").await?;
    stage.page.click("[data-entry]").await?;
    stage.page.wait_for("#main[data-view^='/entry/']").await
}

async fn explained(stage: &Stage) -> Outcome {
    open_entry(stage).await?;
    let page = &stage.page;
    page.wait_for_text("@why-sheet", "+chaoyang@2026.11").await?;
    page.wait_until("comparisons", async || Ok(page.count("@compare").await? == 2)).await?;
    if page.count("@rules-not-here").await? != 0 {
        return Err(Problem::new("the rules are said not to be here"));
    }
    Ok(())
}

/// By the copy that was kept; on another device by the file, fetched once; and where there is none, it is said which
/// rules are missing and how to get them.
pub(crate) async fn explained_elsewhere(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/rulebooks/districts/chaoyang.json", &endless_chaoyang());
    at(stage, "/?district=chaoyang", "#/record/appliance").await?;
    earn(stage).await?;
    at(stage, "/?district=chaoyang", "#/reward/solana_coupon").await?;
    page.click("@redeem").await?;
    page.wait_for_text("@status", "可以用").await?;
    let voucher = page.execute("return location.hash").await?.as_str().unwrap_or_default().to_owned();
    let name = page.text_of("#title").await?;

    // Without the district, and without its file: the copy on the device explains them.
    stage.server.withhold(Some("/rulebooks/districts/"));
    at(stage, "/", "#/ledger").await?;
    page.wait_until("no district", async || Ok(page.count("@district-name").await? == 0)).await?;
    explained(stage).await?;
    page.shoot("elsewhere-entry").await?;
    ready(stage, &voucher).await?;
    page.wait_for_text("#title", &name).await?;
    page.wait_for_text("@voucher-district", "朝阳区").await?;
    page.shoot("elsewhere-voucher").await?;
    ready(stage, "#/points").await?;
    page.wait_for_text("[data-voucher]", &name).await?;
    let file = exported(stage, "@save-json").await?;
    stage.server.withhold(None);

    // Another device gets the records without the rules: it fetches them, once.
    let (before, settings) = file.split_once("\"settings\":").unwrap_or_default();
    let (_, entries) = settings.split_once(",\n\"entries\"").unwrap_or_default();
    let bare = format!("{before}\"settings\":{{}},\n\"entries\"{entries}");
    imported(stage, &bare).await?;
    explained(stage).await?;
    page.reload().await?;
    page.wait_for_text("@why-sheet", "+chaoyang@2026.11").await?;

    // Rules of a district that nobody has.
    imported(stage, &bare.replace("+chaoyang@", "+haidian@")).await?;
    open_entry(stage).await?;
    page.wait_for_text("@rules-not-here", "「haidian@2026.11」").await?;
    page.wait_for_text("@rules-not-here", "选一次这个区").await?;
    page.shoot("elsewhere-missing").await?;
    ready(stage, &voucher).await?;
    page.wait_for_text("#main", "+haidian@2026.11").await?;
    page.execute("window.__e2eErrors.length = 0;").await.map(drop)
}

/// Forgets everything and imports a file.
async fn imported(stage: &Stage, file: &str) -> Outcome {
    forget(stage).await?;
    ready(stage, "#/me/carry").await?;
    paste(stage, file).await?;
    stage.page.click("@confirm").await?;
    stage.page.wait_for_text("@outcome", "导入好了").await
}

/// Chosen in one tab, a district is in force in the other, too, and what is being typed there stays.
pub(crate) async fn district_in_two_tabs(stage: &Stage) -> Outcome {
    let (page, client) = (&stage.page, stage.page.client());
    ready(stage, "#/me").await?;
    let first = client.window().await.context("cannot name the tab")?;
    let second = client.new_window(false).await.context("cannot open a second tab")?.handle;
    client.switch_to_window(second.clone()).await.context("cannot go to the second tab")?;
    ready(stage, "#/record/trip").await?;
    page.retype("[name='legs[0].km']", "12.5").await?;

    client.switch_to_window(first.clone()).await.context("cannot go back")?;
    page.click("@district [value=xicheng]").await?;
    district_is(stage, "西城区").await?;

    client.switch_to_window(second).await.context("cannot go to the second tab")?;
    district_is(stage, "西城区").await?;
    assert_eq!(page.value_of("[name='legs[0].km']").await?, "12.5", "the draft is lost");
    save(stage).await?;
    page.click("@notice a").await?;
    page.wait_for_text("@why-sheet", "+xicheng@2026.11").await?;

    // And given up again.
    client.switch_to_window(first).await.context("cannot go back")?;
    page.click("@district [value=none]").await?;
    page.wait_until("no district", async || Ok(page.count("@district-name").await? == 0)).await
}

/// Before an entry is undone whose points are spent, it is said how many will be owed; what is owed then stands first.
pub(crate) async fn undoing_what_is_spent(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/rulebooks/districts/chaoyang.json", &endless_chaoyang());
    let here = "/?district=chaoyang";
    at(stage, here, "#/record/appliance").await?;
    earn(stage).await?;
    at(stage, here, "#/reward/tree_donation").await?;
    page.click("@redeem").await?;
    page.wait_for_text("@status", "已捐出").await?;
    open_entry(stage).await?;
    page.click("@reverse").await?;
    page.wait_for_text("@question", "有 2,000 分已经用掉了").await?;
    page.shoot("undo-spent").await?;
    page.click("@no").await?;
    page.click("@reverse").await?;
    page.click("@yes").await?;
    page.wait_for("@reversed").await?;
    ready(stage, "#/points").await?;
    balance_is(stage, "0").await?;
    page.wait_for_text("@owed", "还欠 2,000 分").await?;
    page.wait_for_text("@expires-next", "先补上欠的").await?;
    let first = "return document.querySelector('[data-testid=owed]').getBoundingClientRect().bottom
        <= document.querySelector('.balance__amount').getBoundingClientRect().top;";
    assert_eq!(page.execute(first).await?, true, "what is owed does not stand first");
    page.shoot("points-owed").await
}

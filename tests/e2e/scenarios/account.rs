//! The points account: what caps withhold, and how a correction of an old entry flows through what comes after it.

use super::{ready, result, save};
use crate::{problem::Outcome, stage::Stage};

/// 50 km by metro are 180 points, of which a day's trips can earn 150; the next trip earns nothing more. Once the first is
/// corrected to 10 km, 36 points, the second earns its own 72.
pub(crate) async fn caps(stage: &Stage) -> Outcome {
    let page = &stage.page;
    metro(stage, "50").await?;
    result(stage, "180").await?;
    result(stage, "150 分").await?;
    page.wait_for_text("@in-account", "算得 180 分，扣下 30 分：自报出行每天 150 分").await?;
    // What counts stands in the ledger's numerals, what it is worth by itself does not.
    let large = page.text_of("@result .figures__one:last-child").await?;
    assert!(large.contains("150") && !large.contains("180"), "{large}");
    save(stage).await?;
    // So does the notice after saving; and home promises no points any more.
    page.wait_for_text("@notice", "其中 30 分被「自报出行每天 150 分」扣下").await?;
    page.wait_for_text(".again__item", "今天的出行积分已满，只记碳").await?;
    page.wait_for_text(".again__item", "3.60 千克").await?;
    let again = page.text_of(".again__item").await?;
    assert!(!again.contains("180") && !again.contains("150"), "{again}");
    page.shoot("home-full").await?;
    page.wait_for_text("@totals", "150").await?;
    metro(stage, "20").await?;
    page.wait_for_text("@in-account", "扣下 72 分：自报出行每天 150 分").await?;
    result(stage, "0 分").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "150").await?;
    // Grams are never capped: 3.6 kg and 1.44 kg.
    page.wait_for_text("@totals", "5.04").await?;
    page.open("#/ledger").await?;
    page.wait_for_text("[data-entry] .row__withheld", "扣下 72").await?;
    page.click("li:last-child > [data-entry]").await?;
    page.wait_for_text("@standing", "180").await?;
    page.wait_for_text("@standing", "150").await?;
    page.click("@standing [data-factor='cap.trips_daily']").await?;
    page.wait_for_text("@standing [data-citation='cap.trips_daily']", "150").await?;
    page.click("@correct").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "36").await?;
    save(stage).await?;
    page.open("#/").await?;
    page.wait_for_text("@totals", "108").await?;
    page.open("#/ledger").await?;
    page.wait_until("nothing withheld any more", async || Ok(page.count(".row__withheld").await? == 0)).await
}

/// Of two claims to the same, one counts, and the other says which.
pub(crate) async fn claimed_twice(stage: &Stage) -> Outcome {
    let page = &stage.page;
    for said in ["111.08", "重复"] {
        ready(stage, "#/record/appliance").await?;
        page.click("[name=appliance][value=other]").await?;
        page.retype("[name=annual_kwh]", "200").await?;
        page.retype("[name=replaced_annual_kwh]", "400").await?;
        result(stage, said).await?;
        save(stage).await?;
    }
    page.wait_for_text("@totals", "111.08").await?;
    page.open("#/ledger").await?;
    page.wait_for_text(".row__withheld", "重复").await?;
    page.click("li:first-child > [data-entry]").await?;
    page.wait_for_text("@claim", "一台只计一次").await?;
    page.click("@claim a").await?;
    page.wait_until("the entry that counts", async || Ok(page.count("@claim").await? == 0)).await?;
    page.click("@reverse").await?;
    page.wait_for("@reversed").await?;
    page.open("#/").await?;
    page.wait_for_text("@totals", "111.08").await
}

async fn metro(stage: &Stage, km: &str) -> Outcome {
    ready(stage, "#/record/trip").await?;
    stage.page.click("[name='legs[0].mode'][value=rail]").await?;
    stage.page.retype("[name='legs[0].km']", km).await
}

//! In a mini-program's web-view: what it is delivered, and what is for everybody there.

use serde_json::{Value, json};

use super::picture::{drawn, drawn_statements};
use super::{at, inside, outside, record, settled, wide};
use crate::scenarios::access::{all_well, axe_is_here, looked_at};
use crate::scenarios::in_chinese;
use crate::{problem::Outcome, stage::Stage};

/// What the mini-program has got.
async fn delivered(stage: &Stage) -> Outcome<Vec<Value>> {
    Ok(stage.page.execute("return window.delivered;").await?.as_array().cloned().unwrap_or_default())
}

/// The last message of the last delivery, of which there are so many.
async fn last_delivered(stage: &Stage, many: usize) -> Outcome<Value> {
    let all = delivered(stage).await?;
    assert_eq!(all.len(), many, "{all:?}");
    Ok(all.last().and_then(|said| said.as_array()?.last().cloned()).unwrap_or_default())
}

/// `WeChat` delivers only on the way back, sharing and closing: the last summary is right all the same. Back leaves at once; what vanishes is
/// noticed.
pub(crate) async fn weixin(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/bridge/weixin.js", "");
    wide(stage).await?;
    page.visit(&stage.server.url("/embed/weixin.html")).await?;
    inside(stage).await?;
    in_chinese(stage).await?;
    page.wait_for_text("@consent", "微信小程序「示例区」").await?;
    let steps = page.execute("return history.length;").await?;
    page.click("@agree").await?;
    record(stage).await?;
    outside(stage).await?;
    assert_eq!(delivered(stage).await?, Vec::<Value>::new());
    // Shared, what was said is delivered, and the page goes on.
    page.click("#share").await?;
    let last = last_delivered(stage, 1).await?;
    assert_eq!((&at(&last, "/type"), &at(&last, "/entries")), (&json!("summary"), &json!(1)));
    inside(stage).await?;
    record(stage).await?;
    page.click(".tabs--foot [href='#/ledger']").await?;
    page.wait_for("#main[data-view='/ledger']").await?;
    assert_eq!(page.execute("return history.length;").await?, steps, "back would not leave at once");
    outside(stage).await?;
    assert_eq!(delivered(stage).await?.len(), 1);
    page.click("#back").await?;
    let last = last_delivered(stage, 2).await?;
    assert_eq!(
        (&at(&last, "/type"), &at(&last, "/entries"), &at(&last, "/month/carbon_mg")),
        (&json!("summary"), &json!(2), &json!(1_440_000))
    );
    page.shoot("embed-weixin").await?;

    // In the web-view: a copy to take along, a picture to press long, an address without anything personal.
    page.click("#again").await?;
    inside(stage).await?;
    page.wait_for_text("@carry-offer", "2 笔").await?;
    page.shoot("embed-weixin-offer").await?;
    page.click("@carry-later").await?;
    drawn_statements(stage).await?;
    page.click(".brand").await?;
    page.click(".tabs--foot [href='#/me']").await?;
    page.click("@picture-make").await?;
    drawn(stage, "@picture").await?;
    page.execute("document.querySelector('[data-testid=picture]').scrollIntoView();").await?;
    page.shoot("embed-picture").await?;

    // The storage is cleared: the mini-program gives back how many there were.
    page.execute(
        "localStorage.clear();
         indexedDB.deleteDatabase('carbon-points').onsuccess = () => { window.__gone = true; };",
    )
    .await?;
    page.wait_until("an empty device", async || Ok(page.execute("return window.__gone === true;").await? == true))
        .await?;
    outside(stage).await?;
    // The mini-program is closed, and what was said once more delivered.
    page.click("#destroy").await?;
    let last = last_delivered(stage, 3).await?;
    assert_eq!((&at(&last, "/type"), &at(&last, "/entries")), (&json!("summary"), &json!(2)));
    page.click("#again").await?;
    inside(stage).await?;
    in_chinese(stage).await?;
    page.wait_for_text("@lost", "2 笔").await?;
    page.shoot("embed-lost").await?;
    assert_eq!(page.count("@consent").await?, 0, "one thing at a time");
    page.click("@loss-seen").await?;
    page.wait_for("@consent").await?;
    assert_eq!(page.count("@lost").await?, 0);
    Ok(())
}

/// Alipay delivers at once; refused, it hears only that.
pub(crate) async fn alipay(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/bridge/alipay.js", "");
    wide(stage).await?;
    page.visit(&stage.server.url("/embed/alipay.html")).await?;
    inside(stage).await?;
    in_chinese(stage).await?;
    page.wait_for_text("@consent", "支付宝小程序「示例区」").await?;
    page.click("@refuse").await?;
    record(stage).await?;
    outside(stage).await?;
    settled(stage).await?;
    let told = delivered(stage).await?;
    let kinds: Vec<Value> = told.iter().map(|said| at(said, "/type")).collect();
    assert_eq!(kinds, ["ready", "consent"], "{told:?}");

    // After all: from 我的.
    inside(stage).await?;
    page.click(".tabs--foot [href='#/me']").await?;
    page.click("@invite").await?;
    page.click("@agree").await?;
    outside(stage).await?;
    page.wait_until("a summary", async || {
        Ok(delivered(stage)
            .await?
            .last()
            .is_some_and(|said| at(said, "/type") == "summary" && at(said, "/entries") == 1))
    })
    .await
}

/// What is said and asked in a web-view is for everybody: axe-core finds nothing, and in large letters everything is
/// large; light and dark.
pub(crate) async fn embed_accessible(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/bridge/weixin.js", "");
    let address = "/?host=weixin&ask=summary&entries=3&lang=zh&font=20#/me";
    page.visit(&stage.server.url(address)).await?;
    page.wait_for("@lost").await?;
    axe_is_here(stage).await?;
    let mut found = looked_at(stage, "what was lost", 18.0, true).await?;
    page.click("@loss-seen").await?;
    page.wait_for("@consent").await?;
    found.extend(looked_at(stage, "the question", 18.0, true).await?);
    page.shoot("embed-large").await?;
    page.click("@agree").await?;
    page.click("@picture-make").await?;
    page.wait_for("@picture").await?;
    found.extend(looked_at(stage, "hosts", 18.0, true).await?);
    record(stage).await?;
    page.wait_for("@carry-offer").await?;
    found.extend(looked_at(stage, "the offer", 18.0, true).await?);
    page.execute("location.hash = '#/me/carry'").await?;
    page.wait_for("@no-files").await?;
    found.extend(looked_at(stage, "no files", 18.0, true).await?);
    page.click("@codes-make").await?;
    page.wait_for("@code-link").await?;
    found.extend(looked_at(stage, "a code", 18.0, true).await?);
    page.execute("location.hash = '#/statement/2026'").await?;
    page.click("@picture-make").await?;
    page.wait_for("@picture").await?;
    found.extend(looked_at(stage, "a statement's picture", 18.0, true).await?);
    all_well(&found)
}

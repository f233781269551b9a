//! What was recorded at a merchant's screen, looked at on a phone: its rows add up to what the account comes to.

use super::super::in_chinese;
use super::{metro, put_up, scanned, type_number};
use crate::{problem::Outcome, stage::Stage};

pub(crate) async fn kiosk_hand_over_adds_up(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.resize(1080, 1920).await?;
    put_up(stage, "&district=chaoyang&merchant=jingkelong").await?;
    page.wait_for_text("@merchant", "京客隆").await?;
    page.click("@start").await?;
    page.wait_for_text("@merchant", "京客隆").await?;
    metro(stage, "10").await?;
    page.click("@another").await?;
    page.click("[data-topic=purchase]").await?;
    page.click("[data-option='0']").await?;
    page.wait_for_text("@about", "内墙涂料").await?;
    for (number, about) in [("10", "内墙涂料"), ("5", "10 升")] {
        page.wait_for_text("@about", about).await?;
        type_number(stage, number).await?;
        page.click("@enter").await?;
    }
    // 99 for the paint, and 5 from the merchant; nothing is asked for that the screen does not ask.
    page.wait_for_text("@ledgers", "104").await?;
    page.wait_for_text("@because", "这里不问").await?;
    let because = page.text_of("@because").await?;
    assert!(!because.contains("都填上") && because.contains("手机"), "{because}");
    page.click("@another").await?;
    page.click("[data-topic=trip]").await?;
    page.click("[data-option='4']").await?;
    type_number(stage, "3").await?;
    page.click("@enter").await?;
    page.wait_for_text("@because", "电动自行车").await?;
    let because = page.text_of("@because").await?;
    assert!(!because.contains('段') && because.contains("这一趟"), "{because}");
    page.click("@take").await?;
    page.wait_for_text("@total", "140").await?;
    let receipt = page.execute("return document.querySelector('.receipt').textContent").await?;
    let receipt = receipt.as_str().unwrap_or_default();
    assert!(receipt.contains("京客隆") && receipt.contains("积分 140") && !receipt.contains("分 140 分"), "{receipt}");
    let link = scanned(stage).await?;
    page.client()
        .set_window_size(500, 900)
        .await
        .map_err(|problem| crate::problem::Problem::new(problem.to_string()))?;
    page.visit("about:blank").await?;
    page.visit(&link).await?;
    page.wait_for("@plan").await?;
    in_chinese(stage).await?;
    page.wait_for_text("@plan", "140").await?;
    // 36 + 99 + 5 + 0.
    let rows = page.execute("return [...document.querySelectorAll('[data-testid=listed] > li')].map((row) => row.innerText.replace(/\\s+/g, ' '))").await?;
    let rows: Vec<&str> = rows.as_array().into_iter().flatten().filter_map(|row| row.as_str()).collect();
    let expected =
        [("地铁", "36 分"), ("内墙涂料", "99 分"), ("京客隆", "5 分"), ("电动自行车", "0 分"), ("一共", "140 分")];
    assert_eq!(rows.len(), expected.len(), "{rows:?}");
    for (row, (name, points)) in rows.iter().zip(expected) {
        assert!(row.contains(name) && row.contains(points), "{row} instead of {name} {points}");
    }
    assert!(rows.iter().any(|row| row.contains("还没有公布")), "why the e-bike is worth nothing: {rows:?}");
    page.shoot("kiosk-handed").await
}

//! The countdown: it asks after a minute, takes an answer, and ends by itself. The clock is the test's, so nobody waits.

use super::{metro, put_up};
use crate::{problem::Outcome, stage::Stage};

pub(crate) async fn kiosk_waits(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.resize(1080, 1920).await?;
    put_up(stage, "").await?;
    // The page's clock stands still until it is set.
    page.execute(
        "const { Date } = window; let now = Date.now(); Date.now = () => now; window.__later = (seconds) => { now += seconds * 1000; };",
    )
    .await?;
    page.click("@start").await?;
    metro(stage, "10").await?;
    let later = async |seconds: u32| page.execute(&format!("window.__later({seconds})")).await.map(drop);
    later(59).await?;
    // Two ticks of the page's own.
    page.execute("return new Promise((resolve) => setTimeout(resolve, 1100)).then(() => true)").await?;
    assert_eq!(page.count("@still").await?, 0, "it asks too early");
    later(1).await?;
    page.wait_for_text("@left", "20").await?;
    page.shoot("kiosk-still").await?;
    assert_eq!(page.execute("return document.activeElement.dataset.testid").await?, "more");
    // Behind the question nothing can be pressed.
    page.execute("document.querySelector('[data-testid=take]').click()").await?;
    assert_eq!(page.count("@qr").await?, 0);
    later(13).await?;
    page.wait_for_text("@left", "7").await?;
    page.click("@more").await?;
    page.wait_until("the question to be gone", async || Ok(page.count("@still").await? == 0)).await?;
    page.wait_for_text("@ledgers", "720").await?;
    later(60).await?;
    page.wait_for("@still").await?;
    page.click("@end-now").await?;
    page.wait_for("@start").await?;
    page.click("@start").await?;
    metro(stage, "10").await?;
    later(60).await?;
    page.wait_for("@still").await?;
    later(20).await?;
    page.wait_for("@start").await?;
    assert_eq!(page.count("@ledgers").await?, 0);
    // Touches and keys are somebody who is there.
    page.click("@start").await?;
    for _ in 0..3 {
        later(50).await?;
        page.execute("document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))").await?;
    }
    page.execute("return new Promise((resolve) => setTimeout(resolve, 1100)).then(() => true)").await?;
    assert_eq!(page.count("@still").await?, 0, "somebody is there");
    Ok(())
}

//! The countdown: it asks after a minute, takes an answer, and ends by itself. The clock is the test's, so nobody waits.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};

use super::{metro, put_up};
use crate::{
    problem::{Context, Outcome},
    stage::Stage,
};

pub(crate) async fn kiosk_waits(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.resize(1080, 1920).await?;
    put_up(stage, "").await?;
    // The page's clock stands still until it is set.
    page.execute(
        "let now = performance.now(); performance.now = () => now; window.__later = (seconds) => { now += seconds * 1000; };",
    )
    .await?;
    page.click("@start").await?;
    metro(stage, "10").await?;
    // Whatever the device's other clock says.
    page.execute("const { Date } = window; const then = Date.now() + 3600000; Date.now = () => then;").await?;
    let later = async |seconds: u32| page.execute(&format!("window.__later({seconds})")).await.map(drop);
    later(59).await?;
    // Two ticks of the page's own.
    page.execute("return new Promise((resolve) => setTimeout(resolve, 1100)).then(() => true)").await?;
    assert_eq!(page.count("@still").await?, 0, "it asks too early");
    later(1).await?;
    page.wait_for_text("@left", "20").await?;
    page.shoot("kiosk-still").await?;
    assert_eq!(page.execute("return document.activeElement.dataset.testid").await?, "more");
    keeps_the_focus(stage).await?;
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

/// The focus stays on the two answers: after a touch beside them, and however often the tabulator is pressed, also in an
/// engine that does not know `inert`.
async fn keeps_the_focus(stage: &Stage) -> Outcome {
    const TAB: &str = "\u{e004}";
    let page = &stage.page;
    let focused = async || {
        let script =
            "const { activeElement } = document; return activeElement.dataset.testid || activeElement.localName";
        page.execute(script).await
    };
    page.execute("document.querySelector('.kiosk__stage').removeAttribute('inert')").await?;
    // In a corner, beside the sheet.
    let touch = MouseActions::new("touch".to_owned())
        .then(PointerAction::MoveTo { duration: None, x: 5.0, y: 5.0 })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    page.client().perform_actions(touch).await.context("cannot touch beside the question")?;
    page.client().release_actions().await.context("cannot let go")?;
    assert_eq!(focused().await?, "more", "a touch beside the question");
    for next in ["end-now", "more", "end-now"] {
        let from = if next == "more" { "@end-now" } else { "@more" };
        page.type_keys(from, TAB).await?;
        assert_eq!(focused().await?, next, "the tabulator");
    }
    page.execute("document.querySelector('[data-testid=take]').focus()").await?;
    assert_eq!(focused().await?, "more", "a button behind takes the focus");
    Ok(())
}

//! A receipt or a shared result that is opened on a public screen is not for it: the same link is offered to a phone.

use super::{metro, scanned};
use crate::{problem::Outcome, stage::Stage};

pub(crate) async fn kiosk_sends_elsewhere(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.resize(1080, 1920).await?;
    page.open("?mode=kiosk#/receipt/AAAA-not_one").await?;
    page.wait_for_text("@elsewhere", "您自己的手机").await?;
    assert_eq!(scanned(stage).await?, stage.server.url("/#/receipt/AAAA-not_one"));
    page.shoot("kiosk-elsewhere").await?;
    assert_eq!(page.execute("return location.hash").await?, "#/", "it stays in no address");
    page.click("@language").await?;
    page.wait_for_text("@elsewhere", "your own phone").await?;
    page.click("@elsewhere-end").await?;
    page.wait_for("@start").await?;

    // Also while somebody is there, whose entries stay.
    page.click("@start").await?;
    metro(stage, "10").await?;
    page.execute("location.hash = '#/check/BBBB'").await?;
    page.wait_for("@elsewhere").await?;
    assert_eq!(scanned(stage).await?, stage.server.url("/#/check/BBBB"));
    page.click("@end").await?;
    page.wait_for("@start").await?;
    // Nobody has to press anything: it ends by itself, as every screen does.
    page.execute(
        "let now = performance.now(); performance.now = () => now; window.__later = (seconds) => { now += seconds * 1000; };",
    )
    .await?;
    page.execute("location.hash = '#/check/CCCC'").await?;
    page.wait_for("@elsewhere").await?;
    page.execute("window.__later(60)").await?;
    page.wait_for("@still").await?;
    page.execute("window.__later(20)").await?;
    page.wait_for("@start").await?;
    // Any other address leads nowhere.
    page.execute("location.hash = '#/ledger'").await?;
    page.execute("location.hash = '#/check/DDDD'").await?;
    page.wait_for("@elsewhere").await
}

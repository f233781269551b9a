//! A screen that is never opened anew looks for a newer build by itself, and becomes it only as a poster.

use super::{metro, put_up};
use crate::{
    browser::Browser,
    problem::{Context, Outcome},
    stage::Stage,
};

pub(crate) async fn kiosk_becomes_newer(stage: &Stage) -> Outcome {
    let page = &stage.page;
    // The browser under `WebKitGTK`'s driver has no service workers.
    if page.browser() == Browser::WebKit {
        return Ok(());
    }
    page.resize(1080, 1920).await?;
    put_up(stage, "").await?;
    let kept = async || Ok(page.execute("return navigator.serviceWorker.controller !== null").await? == true);
    page.wait_until("a worker to control the page", kept).await?;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).context(format!("cannot read {name}"));
    let (worker, index) = (read("sw.js")?, read("index.html")?);
    stage.server.add_page("/", &index.replace("<title>", "<meta name=build content=newer><title>"));
    stage.server.add_page("/sw.js", &worker.replacen("VERSION=\"", "VERSION=\"newer", 1));
    let asked = || stage.server.requests().iter().filter(|request| request.contains("sw.js")).count();
    let before = asked();
    // Soon after: nothing is asked.
    page.click("@start").await?;
    page.click("@end").await?;
    page.wait_for("@start").await?;
    assert_eq!(asked(), before, "it asks more than once an hour");
    // An hour later somebody is there: it asks when they are gone.
    let later = async |seconds: u32| {
        let script = format!(
            "const {{ now }} = Performance.prototype; performance.now = () => now.call(performance) + {seconds}000;"
        );
        page.execute(&script).await.map(drop)
    };
    later(3570).await?;
    page.click("@start").await?;
    metro(stage, "10").await?;
    later(3600).await?;
    page.click("@another").await?;
    assert_eq!(asked(), before, "it asks while somebody is there");
    page.click("@end").await?;
    page.wait_for("meta[name=build][content=newer]").await?;
    page.wait_for("@start").await
}

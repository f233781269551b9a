//! Where the page lies: in any folder of any server.

use std::{fs, path::Path};

use super::offline::kept;
use super::{in_chinese, result, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// It asks for nothing outside its folder, and works there by each of its addresses, with the network and without.
pub(crate) async fn any_folder(stage: &Stage) -> Outcome {
    let (page, server) = (&stage.page, &stage.server);
    server.lie_below(&["/district/points"]);
    page.visit(&server.url("/district/points/index.html#/record/trip")).await?;
    page.wait_for("#main[data-ready=true]").await?;
    in_chinese(stage).await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "720 克").await?;
    save(stage).await?;
    page.visit(&server.url("/district/points/?district=chaoyang#/me")).await?;
    page.wait_for_text("body", "朝阳").await?;
    let controlled = async || Ok(page.execute("return navigator.serviceWorker.controller !== null").await? == true);
    page.wait_until("a worker to control the page", controlled).await?;

    server.cut(true);
    for address in ["/district/points/", "/district/points/index.html"] {
        page.visit(&server.url(address)).await?;
        page.wait_for("#main[data-ready=true]").await?;
        page.wait_for_text("@totals", "720").await?;
    }
    server.cut(false);
    // Browsers ask for that by themselves.
    let outside = |path: &&String| !path.starts_with("/district/points/") && *path != "/favicon.ico";
    let asked = server.requests();
    match asked.iter().find(outside) {
        None => Ok(()),
        Some(path) => Err(Problem::new(format!("the page asks for {path}, outside its folder"))),
    }
}

/// Two pages of one server, each in a folder of its own: newer builds of one leave the other's copy alone.
pub(crate) async fn two_folders(stage: &Stage) -> Outcome {
    let (page, server) = (&stage.page, &stage.server);
    server.lie_below(&["/city", "/district"]);
    for folder in ["/city/", "/district/"] {
        page.visit(&server.url(folder)).await?;
        page.wait_for("#main[data-ready=true]").await?;
        if !kept(stage).await? {
            return Ok(());
        }
    }
    let worker = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/sw.js");
    let worker = fs::read_to_string(worker).context("cannot read dist/sw.js")?;
    for number in 1..=3 {
        let newer = worker.replacen("VERSION=\"", &format!("VERSION=\"{number}"), 1);
        server.add_page("/district/sw.js", &newer);
        let taken =
            "return navigator.serviceWorker.getRegistration().then((r) => r.update().then(() => r)).then((r) => {
            const next = r.installing || r.waiting;
            return new Promise((done) => {
                const look = () => {
                    if (r.waiting) r.waiting.postMessage('take over');
                    if (next.state === 'activated' || next.state === 'redundant') done(next.state);
                };
                next.addEventListener('statechange', look);
                look();
            });
        });";
        let state = page.execute(taken).await?;
        if state != "activated" {
            return Err(Problem::new(format!("build {number} is {state}")));
        }
    }
    server.cut(true);
    for folder in ["/city/", "/district/"] {
        page.visit(&server.url(folder)).await?;
        page.wait_for("#main[data-ready=true]").await?;
        page.wait_until("the whole screen", async || Ok(page.count("#main .loading").await? == 0)).await?;
    }
    server.cut(false);
    Ok(())
}

/// Opened as a file of the device, it says that this cannot work, and does not speak of the network.
pub(crate) async fn file_of_this_device(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let index = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/index.html");
    page.visit(&format!("file://{}", index.display())).await?;
    page.wait_for_text("#file-failed", "要放在网站上").await?;
    match page.count("#fetch-failed:not([hidden]), #engine-failed:not([hidden])").await? {
        0 => Ok(()),
        _ => Err(Problem::new("it gives another reason too")),
    }
}

/// In a frame that may keep nothing there is a way to a window of its own, and there it keeps what is recorded.
pub(crate) async fn window_of_its_own(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.open_in_frame(400, 700, "", "?lang=zh").await?;
    page.wait_for("#main[data-ready=true]").await?;
    page.wait_until("the whole screen", async || Ok(page.count("#main .loading").await? == 0)).await?;
    if page.count("@open-apart, @memory-only").await? != 0 {
        return Err(Problem::new("a frame that may keep everything leads out of it"));
    }
    let sandbox = "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"";
    stage.open_in_frame(400, 700, sandbox, "?lang=zh&framed=1#/me").await?;
    page.wait_for("@memory-only").await?;
    page.wait_for_text("@open-apart", "自己的窗口").await?;
    page.shoot("open-apart").await?;
    page.click("@open-apart").await?;
    let client = page.client();
    let windows = async || client.windows().await.context("cannot count the windows");
    page.wait_until("a second window", async || Ok(windows().await?.len() == 2)).await?;
    let first = client.window().await.context("this window has no name")?;
    for window in windows().await?.into_iter().filter(|window| *window != first) {
        client.switch_to_window(window).await.context("cannot go to the new window")?;
    }
    page.wait_for("#main[data-ready=true][data-view='/me']").await?;
    let address = page.execute("return location.search + location.hash + String(opener);").await?;
    if address != "?lang=zh#/menull" || page.count("@memory-only, @open-apart").await? != 0 {
        return Err(Problem::new(format!("the window of its own is {address}")));
    }
    Ok(())
}

/// The operator's examples look as they should, on a phone too.
pub(crate) async fn examples_look(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.visit(&stage.server.url("/embed/iframe.html")).await?;
    page.wait_for("pre + p").await?;
    let gap = "const pre = document.querySelector('pre'), p = document.querySelector('pre + p');
        return p.getBoundingClientRect().top - pre.getBoundingClientRect().bottom >= 12;";
    if page.execute(gap).await? != true {
        return Err(Problem::new("the text after the code stands right at it"));
    }
    page.visit(&stage.server.url("/embed/messages.html")).await?;
    page.wait_for_text("main > p", "账本").await?;
    let said = page.text_of("main > p").await?;
    if said.contains('左') || said.contains('右') {
        return Err(Problem::new(format!("on a phone nothing is left or right of anything: {said}")));
    }
    Ok(())
}

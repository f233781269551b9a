//! Where the page lies: in any folder of any server.

use super::{in_chinese, result, save};
use crate::{
    problem::{Outcome, Problem},
    stage::Stage,
};

/// It asks for nothing outside its folder, and works there by each of its addresses, with the network and without.
pub(crate) async fn any_folder(stage: &Stage) -> Outcome {
    let (page, server) = (&stage.page, &stage.server);
    server.lie_below("/district/points");
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

//! Where the system takes the page's colours away: what was told by colour is told by a line.

use super::{ready, save};
use crate::{browser::Browser, media::pretend, problem::Outcome, stage::Stage};

/// Whether the border or the outline of one element differs from that of another.
const DIFFER: &str = "const line = (selector) => {
        const style = getComputedStyle(document.querySelector(selector));
        return [style.outlineStyle, style.outlineWidth, style.borderTopWidth].join();
    };
    return line(arguments[0]) !== line(arguments[1]);";

/// Forced colours, dark: the chosen tile and tab differ from the others by a line, a chart keeps the colours that its
/// legend has, and a public screen's buttons have borders. Only Chromium's driver can pretend it.
pub(crate) async fn forced_colours(stage: &Stage) -> Outcome {
    let page = &stage.page;
    if page.browser() != Browser::Chromium {
        return Ok(());
    }
    pretend(page, &[("forced-colors", "active"), ("prefers-color-scheme", "dark")]).await?;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    differ(stage, ".choice__option--on", ".choice__option:not(.choice__option--on)").await;
    page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await?;
    differ(stage, ".tabs__item[aria-current]", ".tabs__item:not([aria-current])").await;

    ready(stage, "#/insight").await?;
    page.wait_for("[data-month] .chart__part").await?;
    let same = "const colour = (selector) => getComputedStyle(document.querySelector(selector)).color;
        return colour('[data-month] .chart__part') === colour('.chart__legend .swatch');";
    assert_eq!(page.execute(same).await?, true, "the legend is of another colour than its chart");

    page.visit(&stage.server.url("/?mode=kiosk")).await?;
    page.wait_for("@start").await?;
    let bordered =
        "return parseFloat(getComputedStyle(document.querySelector('[data-testid=start]')).borderTopWidth) > 0;";
    assert_eq!(page.execute(bordered).await?, true, "the poster's button has no border");
    Ok(())
}

async fn differ(stage: &Stage, one: &str, other: &str) {
    let answer = stage.page.client().execute(DIFFER, vec![one.into(), other.into()]).await;
    assert_eq!(answer.ok(), Some(true.into()), "{one} looks like {other}");
}

//! On paper: an entry with its reasons is one sheet.

use fantoccini::wd::PrintConfiguration;

use super::{in_chinese, ready, result, save, statement};
use crate::{
    browser::Browser,
    problem::{Context, Outcome},
    stage::Stage,
};

/// A trip of three legs fills no more than one A4 page, in both languages, and everything that counts is on it.
pub(crate) async fn entry_prints_on_one_page(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=walk]").await?;
    page.retype("[name='legs[0].km']", "0.5").await?;
    page.click("@add-leg").await?;
    page.click("[name='legs[1].mode'][value=rail]").await?;
    page.retype("[name='legs[1].km']", "33.8").await?;
    page.click("@add-leg").await?;
    page.retype("[name='legs[2].km']", "0.6").await?;
    result(stage, "127 分").await?;
    save(stage).await?;
    page.click("@notice a").await?;
    page.wait_for("@why-sheet [data-step]").await?;
    for _ in ["中文", "English"] {
        // `WebKitGTK`'s driver knows no command to print.
        if page.browser() != Browser::WebKit {
            assert_eq!(printed(stage).await?, 1, "pages of the entry");
        }
        page.click("@language").await?;
    }
    on_paper(stage).await
}

/// How many pages a browser makes of it, on A4 with the margins it would use.
async fn printed(stage: &Stage) -> Outcome<usize> {
    let paper = PrintConfiguration::builder().shrink_to_fit(false).build().context("no such paper")?;
    statement::printed(stage, paper).await.map(|pages| pages.len())
}

/// What is not hidden from paper: the figures, every step, the rules it was worked out with; and nothing to press. It
/// fits where the margins of an A4 page are a centimetre.
async fn on_paper(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let hash = page.execute("return location.hash").await?;
    page.resize(800, 1200).await?;
    stage.open_in_frame(718, 1046, "", hash.as_str().unwrap_or_default()).await?;
    page.wait_for("@why-sheet [data-step]").await?;
    in_chinese(stage).await?;
    // The rules for paper are made to apply to the screen, where they can be looked at.
    let paper = "for (const sheet of document.styleSheets) for (const rule of sheet.cssRules)
        if (rule.media && rule.media.mediaText === 'print') rule.media.mediaText = 'all';";
    page.execute(paper).await?;
    let fits = "return document.querySelector('.app').getBoundingClientRect().height <= innerHeight";
    page.wait_until("it to fit on the page", async || Ok(page.execute(fits).await? == true)).await?;
    let pressed = "return [...document.querySelectorAll('button:not([data-factor]), nav, .button, .link')]
        .filter(element => element.getClientRects().length > 0).map(element => element.outerHTML.slice(0, 60)).join(' ');";
    assert_eq!(page.execute(pressed).await?, "", "on paper there is something to press");
    page.shoot("paper").await?;
    for (selector, part) in [
        ("@entry-totals", "2.55"),
        ("@entry-totals", "127"),
        ("[data-step=trip_carbon]", "2,548"),
        ("[data-step=carbon_points]", "254.8"),
        (".why__foot", "beijing@2026.11"),
    ] {
        page.wait_for_text(selector, part).await?;
    }
    Ok(())
}

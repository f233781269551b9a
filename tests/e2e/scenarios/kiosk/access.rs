//! axe-core on every screen, and every letter against its ground.

use super::{metro, put_up, type_number};
use crate::{
    problem::{Context, Outcome},
    scenarios::{
        access::{all_well, axe_is_here, texts},
        contrast::readable,
    },
    stage::Stage,
};

/// All rules of WCAG 2.2 AA but one: a screen in public is not to be zoomed, because the next person could not undo it.
const AXE: &str = "const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'meta-viewport': { enabled: false } } })
        .then((result) => done(result.violations.flatMap((violation) => violation.nodes.map((node) =>
            `${violation.id}: ${node.target.join(' ')} (${node.failureSummary.split('\\n')[1] || ''})`))))
        .catch((problem) => done([String(problem)]));";

pub(crate) async fn kiosk_is_accessible(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.resize(1080, 1920).await?;
    put_up(stage, "&idle=5").await?;
    axe_is_here(stage).await?;
    let mut found = looked_at(stage, "poster").await?;
    for english in [false, true] {
        page.click("@start").await?;
        if english {
            page.click("@language").await?;
        }
        page.wait_for(".topic").await?;
        found.extend(looked_at(stage, "topics").await?);
        page.click("[data-topic=action]").await?;
        page.wait_for("[data-option='0']").await?;
        found.extend(looked_at(stage, "options").await?);
        page.click("[data-option='1']").await?;
        page.click("@enter").await?;
        page.wait_for("@problem").await?;
        found.extend(looked_at(stage, "a number that is wrong").await?);
        type_number(stage, "2").await?;
        page.click("@back").await?;
        page.click("@back").await?;
        metro(stage, "200").await?;
        found.extend(looked_at(stage, "outcome").await?);
        page.click("@take").await?;
        page.wait_for("@qr").await?;
        found.extend(looked_at(stage, "away").await?);
        page.execute("const then = performance.now() + 61000; performance.now = () => then;").await?;
        page.wait_for("@still").await?;
        found.extend(looked_at(stage, "still there").await?);
        page.click("@end-now").await?;
        page.execute("delete performance.now;").await?;
        page.wait_for("@start").await?;
    }
    all_well(&found)
}

async fn looked_at(stage: &Stage, screen: &str) -> Outcome<Vec<String>> {
    let axe = stage.page.client().execute_async(AXE, vec![]).await.context("axe-core cannot look")?;
    let mut found: Vec<String> = texts(&axe).into_iter().map(|found| format!("{screen}: {found}")).collect();
    found.extend(readable(stage, screen).await?);
    Ok(found)
}

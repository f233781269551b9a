//! What is written can be read: every text and control against what stands behind it, light and dark.

use serde_json::json;

use super::{ready, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

const LOOK: &str = include_str!("../contrast.js");

/// Text at least 4.5 to 1, large text and the borders of controls 3 to 1, on every kind of screen.
pub(crate) async fn contrast(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/").await?;
    page.click("@why").await?;
    page.wait_for("@why-sheet").await?;
    let mut faint = readable(stage, "the first visit").await?;

    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await?;
    faint.extend(readable(stage, "home").await?);
    page.click("@notice a").await?;
    page.click("[data-factor='travel.rail']").await?;
    page.wait_for("[data-citation='travel.rail']").await?;
    faint.extend(readable(stage, "an entry").await?);
    page.click("@reverse").await?;
    page.wait_for("@reversed").await?;
    faint.extend(readable(stage, "a reversed entry").await?);
    ready(stage, "#/ledger").await?;
    page.wait_for(".row--reversed").await?;
    faint.extend(readable(stage, "the ledger").await?);

    ready(stage, "#/statement/2026-11").await?;
    page.wait_for("@statement").await?;
    faint.extend(readable(stage, "a statement").await?);

    for form in ["#/record/purchase", "#/record/car_free"] {
        ready(stage, form).await?;
        page.click("@save").await?;
        page.wait_for(".field--problem").await?;
        faint.extend(readable(stage, form).await?);
    }
    ready(stage, "#/rules").await?;
    page.click("[data-parameter='travel.rail'] button").await?;
    page.wait_for_text("[data-parameter='travel.rail']", "DB11/T 3043-2024").await?;
    faint.extend(readable(stage, "the rules").await?);

    ready(stage, "#/insight").await?;
    page.click("[data-goal=points]").await?;
    page.wait_for("@goal-said").await?;
    page.click("@numbers summary").await?;
    page.set("#lever-car_km", "50").await?;
    faint.extend(readable(stage, "the charts").await?);

    if faint.is_empty() { notices(stage).await } else { Err(Problem::new(format!("too faint: {}", faint.join("; ")))) }
}

/// What cannot be read on this screen.
pub(super) async fn readable(stage: &Stage, screen: &str) -> Outcome<Vec<String>> {
    let mut faint = Vec::new();
    for scheme in ["light", "dark"] {
        let (seen, found) = look(stage, scheme).await?;
        assert!(seen > 10, "only {seen} texts were found on {screen}");
        faint.extend(found.into_iter().map(|found| format!("{screen}, {found}")));
    }
    Ok(faint)
}

/// The check itself: of what is planted, it finds what is faint and nothing else.
async fn notices(stage: &Stage) -> Outcome {
    let plant = "document.getElementById('main').insertAdjacentHTML('beforeend',
         '<p class=\"planted\">too faint</p><p class=\"planted-large\">large enough</p>' +
         '<p class=\"planted-through\">seen through</p><input class=\"planted-field\">');
         const looks = { planted: 'color: #8a8a8a; background: #fff',
             'planted-large': 'color: #8a8a8a; background: #fff; font-size: 24px',
             'planted-through': 'color: #000; background: #fff; opacity: 0.3',
             'planted-field': 'border: 1px solid #ccc; background: #fff' };
         for (const name in looks) document.querySelector('.' + name).style.cssText = looks[name];
         document.getElementById('main').style.background = '#fff';";
    stage.page.execute(plant).await?;
    let (_, faint) = look(stage, "light").await?;
    let wanted = [".planted “too faint”", ".planted-through “seen through”", ".planted-field border"];
    let found = |wanted: &str| faint.iter().any(|found| found.contains(&format!("{wanted}:")));
    assert!(wanted.into_iter().all(found) && faint.len() == wanted.len(), "of the planted ones it found {faint:?}");
    Ok(())
}

/// How many texts and controls were looked at, and which are too faint.
async fn look(stage: &Stage, scheme: &str) -> Outcome<(usize, Vec<String>)> {
    let answer = stage.page.client().execute(LOOK, vec![json!(scheme)]).await.context("cannot look at the page")?;
    let mut found = answer.as_array().into_iter().flatten().map(|found| found.as_str().unwrap_or("?").to_owned());
    let seen = found.next().and_then(|seen| seen.parse().ok());
    Ok((seen.ok_or_else(|| Problem::new(format!("the check answered {answer}")))?, found.collect()))
}

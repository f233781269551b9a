//! A long ledger draws what is seen of it, and every row can be reached all the same.

use super::access::{all_well, axe_is_here, looked_at};
use super::{ready, save};
use crate::{
    problem::{Context, Outcome},
    stage::Stage,
};

/// The same that the benchmark fills in.
const FILL: &str = include_str!("../../../benches/page/fill.js");

/// So many entries, so many of them on a recent day; then the ledger is open.
async fn filled(stage: &Stage, entries: usize, a_day: usize, query: &str) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await?;
    let fill = FILL.trim_end().trim_end_matches(';');
    page.execute(&format!("const fill =\n{fill};\nreturn fill({entries}, {a_day});")).await?;
    page.visit(&stage.server.url(&format!("/{query}#/ledger"))).await?;
    page.reload().await?;
    page.wait_for("#main[data-ready=true][data-view='/ledger'] [data-row='0']").await?;
    page.wait_until("all to be counted", async || {
        Ok(page.text_of("@rows").await?.replace(',', "").contains(&entries.to_string()))
    })
    .await
}

/// Waits until the page has settled with so few rows and elements.
async fn few(stage: &Stage, elements: u64) -> Outcome {
    let page = &stage.page;
    page.wait_until("few rows", async || Ok((5..=60).contains(&page.count("[data-row]").await?))).await?;
    page.wait_until("few elements", async || {
        let all = page.execute("return document.getElementsByTagName('*').length").await?;
        Ok(all.as_u64().is_some_and(|all| all < elements))
    })
    .await
}

/// Scrolls until a row is there.
async fn scrolled_to(stage: &Stage, script: &str, row: usize) -> Outcome {
    let page = &stage.page;
    page.wait_until(&format!("row {row}"), async || {
        page.execute(script).await?;
        Ok(page.count(&format!("[data-row='{row}']")).await? == 1)
    })
    .await
}

const TO_THE_END: &str = "scrollTo(0, document.documentElement.scrollHeight)";

/// Two thousand entries, 130 a day.
pub(crate) async fn draws_what_is_seen(stage: &Stage) -> Outcome {
    let page = &stage.page;
    filled(stage, 2000, 130, "").await?;
    few(stage, 900).await?;
    page.wait_for("[data-row='3'][aria-setsize][aria-posinset='4']").await?;
    scrolled_to(stage, TO_THE_END, 1999).await?;
    few(stage, 1800).await?;
    // What is seen moves by as much as was scrolled, up and down, in what was jumped over too.
    let steps = "return (async () => {
        // Until nothing has moved for some frames.
        const frames = async () => {
            for (let still = 0, before = ''; still < 4; ) {
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 15)));
                const now = [scrollY, ...[...document.querySelectorAll('[data-row]')].map((row) => row.dataset.row)].join();
                still = now === before ? still + 1 : 0;
                before = now;
            }
        };
        const seen = () => [...document.querySelectorAll('[data-row]')].find((row) => row.getBoundingClientRect().top > 120);
        const wrong = [];
        scrollTo(0, 40000);
        await frames();
        for (const step of [...Array(12).fill(-310), ...Array(20).fill(270)]) {
            const row = seen();
            if (!row) { wrong.push('nothing is seen'); break; }
            const { entry } = row.querySelector('[data-entry]').dataset;
            const [before, from] = [row.getBoundingClientRect().top, scrollY];
            scrollBy(0, step);
            await frames();
            const after = document.querySelector(`[data-entry='${entry}']`)?.closest('[data-row]').getBoundingClientRect().top;
            if (after !== undefined && Math.abs(after - before + step) > 2) wrong.push(`${step}: ${before} to ${after}, ${from} to ${scrollY}`);
            if (after === undefined && Math.abs(before - step) < innerHeight) wrong.push(`${step}: gone`);
        }
        return wrong.join('; ');
    })()";
    assert_eq!(page.execute(steps).await?, "");
    few(stage, 1800).await?;
    // Another group of kinds, from the top.
    page.click("[data-filter=action]").await?;
    page.wait_until("fewer rows in all", async || Ok(!page.text_of("@rows").await?.contains("2,000"))).await?;
    page.wait_for("[data-row='0']").await?;
    few(stage, 1800).await
}

/// Who opens an entry far down comes back to it, and the focus too.
pub(crate) async fn comes_back_to_the_row(stage: &Stage) -> Outcome {
    let page = &stage.page;
    filled(stage, 600, 13, "").await?;
    // The row in the middle of the screen, once it is drawn.
    let middle = "scrollTo(0, document.documentElement.scrollHeight / 2);
        const row = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('[data-row]');
        return row && +row.dataset.row > 100 ? row.querySelector('a').dataset.entry : ''";
    page.wait_until("a row in the middle", async || Ok(page.execute(middle).await? != "")).await?;
    let entry = page.execute(middle).await?;
    let entry = entry.as_str().unwrap_or_default().to_owned();
    page.click(&format!("[data-row] [data-entry='{entry}']")).await?;
    page.wait_for(&format!("#main[data-view='/entry/{entry}']")).await?;
    page.wait_for("@entry-totals").await?;
    page.execute("history.back()").await?;
    page.wait_for("#main[data-view='/ledger']").await?;
    let there = "const row = document.activeElement?.closest('[data-row]')?.getBoundingClientRect();
        return !!row && row.top > 0 && row.bottom < innerHeight && document.activeElement.dataset.entry";
    page.wait_until("the row to be seen and to have the focus", async || Ok(page.execute(there).await? == entry))
        .await?;
    // From anywhere else, the ledger begins at the top.
    page.open("#/").await?;
    page.wait_for("@totals").await?;
    page.open("#/ledger").await?;
    page.wait_for("[data-row='0']").await?;
    page.wait_until("the top", async || Ok(page.execute("return scrollY").await? == 0)).await
}

/// By keyboard alone: the next row is always there, and the button brings more to whoever does not scroll.
pub(crate) async fn is_walked_by_keyboard(stage: &Stage) -> Outcome {
    const TAB: &str = "\u{e004}";
    let page = &stage.page;
    filled(stage, 300, 130, "").await?;
    page.execute("document.querySelector(`[data-row='0'] a`).focus()").await?;
    let focused = async || {
        let row = page.execute("return document.activeElement?.closest('[data-row]')?.dataset.row || ''").await?;
        Ok(row.as_str().unwrap_or_default().to_owned())
    };
    for row in 1..40 {
        let element = page.client().active_element().await.context("nothing has the focus")?;
        element.send_keys(TAB).await.context("cannot press a key")?;
        // Some browsers leave links out; then what would have been next is taken.
        if focused().await? == (row - 1).to_string() || focused().await?.is_empty() {
            let next = format!("document.querySelector(`[data-row='{row}'] a`)?.focus()");
            page.execute(&next).await?;
        }
        page.wait_until(&format!("row {row} to have the focus"), async || Ok(focused().await? == row.to_string()))
            .await?;
    }
    // Scrolled away, the row with the focus is still there.
    page.execute("scrollTo(0, document.documentElement.scrollHeight)").await?;
    page.wait_for("[data-row='299']").await?;
    page.wait_until("the focus to stay", async || Ok(focused().await? == "39")).await?;
    page.execute("document.activeElement.blur(); scrollTo(0, 0)").await?;
    page.wait_until("the top", async || {
        Ok(page.count("[data-row='0']").await? == 1 && page.count("[data-row='39']").await? == 0)
    })
    .await?;
    // The driver brings the button into view, and with it more rows: it is pressed as a screen reader does.
    for _ in 0..3 {
        let last = page
            .execute("return Math.max(...[...document.querySelectorAll('[data-row]')].map((row) => +row.dataset.row))")
            .await?;
        let last = last.as_u64().unwrap_or_default();
        page.execute("document.querySelector('[data-testid=more-days]').click()").await?;
        page.wait_until("the next row to have the focus", async || {
            Ok(focused().await?.parse::<u64>().is_ok_and(|row| row > last))
        })
        .await?;
    }
    few(stage, 1800).await
}

/// In letters of both kinds, and at the end of the list: axe-core finds nothing, and all rows can be reached.
pub(crate) async fn is_accessible_when_long(stage: &Stage) -> Outcome {
    let mut found = Vec::new();
    for (query, least) in [("", 0.0), ("?font=24", 18.0)] {
        if query.is_empty() {
            filled(stage, 400, 60, query).await?;
        } else {
            stage.page.visit(&stage.server.url(&format!("/{query}#/ledger"))).await?;
            stage.page.wait_for("html[data-elder] [data-row='0']").await?;
        }
        axe_is_here(stage).await?;
        few(stage, 1800).await?;
        found.extend(looked_at(stage, "long, above", least, false).await?);
        scrolled_to(stage, TO_THE_END, 399).await?;
        few(stage, 1800).await?;
        found.extend(looked_at(stage, "long, below", least, false).await?);
    }
    all_well(&found)
}

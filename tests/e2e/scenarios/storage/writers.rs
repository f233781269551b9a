//! The page is left in the middle of writing, and two tabs write at once.

use serde_json::Value;

use super::{held, texts, verified};
use crate::{
    problem::{Context, Outcome},
    scenarios::{
        carry::{exported, record},
        ready,
    },
    stage::Stage,
};

/// The page is left in the middle of a write, again and again: the next one opens the store all the same.
pub(crate) async fn left_in_the_middle(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/blank.html", "<!doctype html><title>blank</title>");
    record(stage).await?;
    for round in 0..18 {
        ready(stage, "#/").await?;
        page.wait_for(".again__item:enabled").await?;
        let leave = format!(
            "window.before = true;
             document.querySelector('.again__item').click();
             const channel = new MessageChannel();
             let turns = {};
             channel.port1.onmessage = () => {{ if (turns-- > 0) channel.port2.postMessage(0); else {}; }};
             channel.port2.postMessage(0);",
            round * 2,
            match round % 3 {
                0 => "location.reload()",
                1 => "location.href = '/blank.html'",
                _ => "history.replaceState(null, '', '/?n=' + Math.random()), location.reload()",
            },
        );
        page.execute(&leave).await?;
        if round % 3 == 1 {
            page.wait_until("the other page", async || {
                Ok(page.execute("return document.title === 'blank';").await.is_ok_and(|there| there == true))
            })
            .await?;
            page.open("").await?;
        }
        page.wait_until("the page again", async || {
            let script = "return !window.before && !!document.querySelector('#main[data-ready=true]');";
            // No answer while one document gives way to the other.
            Ok(page.execute(script).await.is_ok_and(|ready| ready == true))
        })
        .await?;
        let said = "return [...document.querySelectorAll('[data-testid=storage],[data-testid=memory-only]')].map((one) => one.textContent).join();";
        let said = page.execute(said).await?;
        assert_eq!(said, "", "round {round}");
    }
    let entries = held(stage, "carbon-points", "entries").await?.len();
    assert!((1..=19).contains(&entries), "{entries}");
    verified(stage, entries).await
}

/// Two tabs record and reverse at once, in a hundred orders: each entry that either has called saved is there once, and
/// both show the same.
pub(crate) async fn two_writers(stage: &Stage) -> Outcome {
    let page = &stage.page;
    record(stage).await?;
    let frames = "<iframe width=380 height=700 src=\"/#/\"></iframe>".repeat(2);
    let host = format!("<!doctype html><title>host</title><body>{frames}<script src=\"/writers.js\"></script>");
    stage.server.add_page("/writers.js", include_str!("writers.js"));
    stage.server.add_page("/host.html", &host);
    page.visit(&stage.server.url("/host.html")).await?;
    page.execute("interleave(100, 20261122).then((said) => { window.said = said; }, (problem) => { window.said = String(problem); });")
        .await?;
    let said = async || page.execute("return window.said || null;").await;
    // Longer than anything else is waited for.
    for _ in 0..8 {
        if page.wait_until("a hundred interleavings", async || Ok(!said().await?.is_null())).await.is_ok() {
            break;
        }
    }
    let said = said().await?;
    let list = |name: &str| -> Vec<String> {
        said.get(name)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    };
    let (saved, reversed) = (list("saved"), list("reversed"));
    assert_eq!(list("failed"), Vec::<String>::new());
    assert_eq!(saved.len(), 100 * 2 + 10, "{said}");

    let file = exported(stage, "@save-json").await?;
    let file: Value = serde_json::from_str(&file).context("the export is no JSON")?;
    let (ids, ended) = (texts(&file, "entries", "id"), texts(&file, "entries", "reverses"));
    let times = |id: &String, among: &[&str]| among.iter().filter(|one| **one == id).count();
    for id in &saved {
        assert_eq!(times(id, &ids), 1, "{id}");
    }
    for id in &reversed {
        assert_eq!(times(id, &ended), 1, "the reversal of {id}");
    }
    assert_eq!(ids.len(), 1 + saved.len() + reversed.len(), "and nothing else");
    page.click("@verify").await?;
    page.wait_for_text("@verify-outcome", &format!("全部一致：{} 笔", ids.len())).await?;
    // 720 g each.
    let counting = 1 + saved.len() - reversed.len();
    let expected = format!("{}.{:02}", counting * 72 / 100, counting * 72 % 100);
    page.open("#/").await?;
    page.wait_for_text("@totals", expected.trim_end_matches('0')).await
}

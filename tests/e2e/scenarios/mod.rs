//! What a resident does, one file per part of the page. A scenario is an `async fn(&Stage) -> Outcome`; name it in `main.rs` too.

pub(crate) mod access;
pub(crate) mod account;
pub(crate) mod api;
pub(crate) mod carry;
pub(crate) mod check;
pub(crate) mod colours;
pub(crate) mod contrast;
pub(crate) mod duplicate;
pub(crate) mod elsewhere;
pub(crate) mod embed;
pub(crate) mod fit;
pub(crate) mod harness;
pub(crate) mod host;
pub(crate) mod hosting;
pub(crate) mod household;
pub(crate) mod insight;
pub(crate) mod keep;
pub(crate) mod kiosk;
pub(crate) mod listing;
pub(crate) mod look;
pub(crate) mod markup;
pub(crate) mod meddling;
pub(crate) mod merchant;
pub(crate) mod offline;
pub(crate) mod parts;
pub(crate) mod policy;
pub(crate) mod print;
pub(crate) mod receipt;
pub(crate) mod record;
pub(crate) mod rewards;
pub(crate) mod start;
pub(crate) mod statement;
pub(crate) mod storage;
pub(crate) mod verify;
pub(crate) mod versions;

use crate::{problem::Outcome, stage::Stage};

/// Opens a view in Chinese, whatever the browser prefers, and waits until the ledger and the drafts are read.
async fn ready(stage: &Stage, hash: &str) -> Outcome {
    let page = &stage.page;
    page.open(hash).await?;
    let view = hash.strip_prefix('#').filter(|view| !view.is_empty()).unwrap_or("/");
    page.wait_for(&format!("#main[data-ready=true][data-view='{view}']")).await?;
    // What comes with the second file may still be under way.
    page.wait_until("the whole screen", async || Ok(page.count("#main .loading").await? == 0)).await?;
    in_chinese(stage).await
}

/// Switches to Chinese if the browser prefers English. What the document says of its language is Chinese before the app
/// has started; the button names the other language.
async fn in_chinese(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.wait_for("@language").await?;
    if page.count("@language[lang=zh-CN]").await? > 0 {
        page.click("@language").await?;
    }
    page.wait_for("@language[lang=en]").await?;
    page.wait_for("html[lang=zh-CN]").await
}

/// Waits until the result shown for what is being typed contains something.
async fn result(stage: &Stage, part: &str) -> Outcome {
    stage.page.wait_for_text("@result", part).await
}

/// Saves what was typed, and waits until the page has left the form and says that it was saved.
async fn save(stage: &Stage) -> Outcome {
    stage.page.click("@save").await?;
    stage.page.wait_for("#main:not([data-view^='/record']):not([data-view$='/correct'])").await?;
    stage.page.wait_for("@notice .notice__text").await
}

/// Waits until what the device keeps by that name is as it should be, so that a reload does not outrun the store: nothing says
/// that a draft or a setting was kept.
async fn kept(stage: &Stage, area: &str, name: &str, right: impl Fn(&str) -> bool) -> Outcome {
    let page = &stage.page;
    let ask = format!(
        "indexedDB.open('carbon-points').onsuccess = ({{ target: {{ result: database }} }}) => {{
            database.transaction('{area}').objectStore('{area}').get('{name}').onsuccess = ({{ target }}) => {{
                window.__kept = target.result || '';
                database.close();
            }};
        }};
        const kept = window.__kept;
        window.__kept = undefined;
        return kept;"
    );
    page.wait_until(&format!("{name} to be kept"), async || Ok(page.execute(&ask).await?.as_str().is_some_and(&right)))
        .await
}

/// Runs a script as one of the page's own, which it may only be from the page's server.
async fn own_script(stage: &Stage, script: &str) -> Outcome {
    stage.server.add_page("/e2e-own.js", script);
    // Another address each time, so that none is an answer kept from before.
    let load = "const script = document.createElement('script');
        script.src = '/e2e-own.js?' + Math.random();
        return new Promise((resolve) => { script.onload = () => resolve(true); document.head.append(script); });";
    stage.page.execute(load).await.map(drop)
}

/// Ticks a box. The box itself is drawn by its label.
async fn tick(stage: &Stage, name: &str) -> Outcome {
    stage.page.click(&format!("input[name='{name}']")).await
}

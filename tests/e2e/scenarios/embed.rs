//! The page in somebody else's: a frame by one tag, messages with a host of another origin, and mini-programs.
//!
//! Two names of this machine, `localhost` and `127.0.0.1`, are two origins: the host stands at one, the page at the other.

mod codes;
mod frame;
mod messages;
mod miniprogram;
mod picture;

use serde_json::{Value, json};

use super::{result, save};
use crate::{
    problem::{Context, Outcome},
    stage::Stage,
};

pub(crate) use codes::codes;
pub(crate) use frame::{focus_order, one_tag};
pub(crate) use messages::{agreed, harmless, not_allowed, refused};
pub(crate) use miniprogram::{alipay, embed_accessible, weixin};

/// The address of a path at the host's origin.
fn host_url(stage: &Stage, path: &str) -> String {
    stage.server.url(path).replacen("127.0.0.1", "localhost", 1)
}

/// The operator allows the host.
pub(super) fn allow(stage: &Stage) {
    let origin = host_url(stage, "");
    stage.server.add_page("/hosts.json", &json!({ "origins": [origin] }).to_string());
}

/// What a message holds at a path such as `/reasons/0/code`; nothing if that is not there.
pub(super) fn at(message: &Value, path: &str) -> Value {
    message.pointer(path).cloned().unwrap_or_default()
}

pub(super) async fn inside(stage: &Stage) -> Outcome {
    stage.page.wait_for("iframe").await?;
    stage.page.client().enter_frame(0).await.context("cannot enter the frame")?;
    stage.page.wait_for("#main[data-ready=true]").await
}

pub(super) async fn outside(stage: &Stage) -> Outcome {
    stage.page.client().enter_parent_frame().await.context("cannot leave the frame")
}

/// The district whose rules are in force. Asked of the document: `WebKit`'s driver does not see the name in a frame.
pub(super) async fn district_is(stage: &Stage, name: &str) -> Outcome {
    let shown = "const d = document.querySelector('[data-testid=district-name]'); return d ? d.textContent : '';";
    let same = async || Ok(stage.page.execute(shown).await?.as_str().is_some_and(|shown| shown.contains(name)));
    stage.page.wait_until(&format!("the district {name}"), same).await
}

/// A window in which the whole example fits: not every driver scrolls to what is in a frame below.
pub(super) async fn wide(stage: &Stage) -> Outcome {
    stage.page.resize(1280, 960).await
}

/// Lets the browser draw, so that whatever was going to be said has been.
pub(super) async fn settled(stage: &Stage) -> Outcome {
    let draw = "return new Promise((done) => {
        let frames = 40;
        const next = () => (frames-- > 0 ? setTimeout(next, 10) : done(true));
        next();
    });";
    stage.page.execute(draw).await.map(drop)
}

/// What the host has heard of a type.
pub(super) async fn heard(stage: &Stage, kind: &str) -> Outcome<Vec<Value>> {
    let all = stage.page.execute("return window.heard;").await?;
    Ok(all
        .as_array()
        .into_iter()
        .flatten()
        .filter(|said| kind.is_empty() || at(said, "/type") == kind)
        .cloned()
        .collect())
}

/// Waits until the host has heard so many of a type; the last one.
pub(super) async fn hears(stage: &Stage, kind: &str, many: usize) -> Outcome<Value> {
    let wanted = format!("{many} × {kind}");
    stage.page.wait_until(&wanted, async || Ok(heard(stage, kind).await?.len() >= many)).await?;
    let all = heard(stage, kind).await?;
    assert_eq!(all.len(), many, "{all:?}");
    Ok(all.last().cloned().unwrap_or_default())
}

async fn say(stage: &Stage, message: &Value) -> Outcome {
    let said = stage.page.client().execute("window.say(arguments[0]);", vec![message.clone()]).await;
    said.context("cannot say it").map(drop)
}

/// The example that says every message, at the host's origin, once the page in it is ready.
pub(super) async fn messages(stage: &Stage) -> Outcome {
    wide(stage).await?;
    let address = format!("/embed/messages.html?app={}", stage.server.url("/?lang=zh"));
    stage.page.visit(&host_url(stage, &address)).await?;
    hears(stage, "ready", 1).await.map(drop)
}

/// Records ten kilometres of metro in the frame.
pub(super) async fn record(stage: &Stage) -> Outcome {
    let page = &stage.page;
    // A form has no tabs on a phone.
    page.click(".brand").await?;
    page.wait_for("#main[data-view='/']").await?;
    page.click(".tabs--foot [href='#/record']").await?;
    page.click("#main [href='#/record/trip']").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "720 克").await?;
    save(stage).await
}

//! The content policy: nothing from elsewhere is asked for, and nothing runs but the page's own files.

use super::{in_chinese, ready, result, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// Each of these is refused by the directive, and noticed by the watch that every scenario runs under. None is heard outside
/// (`harness::outside_is_heard` shows that each would be), or the scenario fails.
const PLANTED: [(&str, &str); 5] = [
    ("img-src", "const i = new Image(); i.src = 'http://elsewhere.example/x.png'; document.body.append(i);"),
    ("connect-src", "fetch('http://elsewhere.example/x').catch(() => {});"),
    (
        "script-src",
        "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s);",
    ),
    (
        "style-src",
        "const s = document.createElement('style'); s.textContent = 'body { color: red }'; document.body.append(s);",
    ),
    (
        "media-src",
        "const a = document.createElement('audio'); a.src = 'http://elsewhere.example/a.mp3'; document.body.append(a);",
    ),
];
/// Refused too, but not every engine tells the page so.
const FRAME: &str =
    "const f = document.createElement('iframe'); f.src = 'http://elsewhere.example/'; document.body.append(f);";

/// The policy is the strict one in today's engines, and what it forbids does not happen.
pub(crate) async fn allows_only_its_own(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "").await?;
    let policy = "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content";
    let policy = page.execute(policy).await?;
    let policy = policy.as_str().unwrap_or_default();
    if !policy.starts_with("default-src 'none'; script-src 'wasm-unsafe-eval' 'self'; ")
        || policy.contains("unsafe-inline")
    {
        return Err(Problem::new(format!("the policy is {policy}")));
    }
    page.execute(FRAME).await?;
    for (directive, script) in PLANTED {
        page.execute(script).await?;
        page.wait_until(&format!("{directive} to refuse it"), async || {
            Ok(page.errors().await?.iter().any(|error| error.contains("content policy") && error.contains(directive)))
        })
        .await?;
    }
    if page.execute("return window.ran === true").await? == true {
        return Err(Problem::new("a script that stands in the page ran"));
    }
    page.execute("window.__e2eErrors.length = 0;").await.map(drop)
}

/// A site may have a policy for all its pages: the one that a build names lets this page in, in a frame too.
pub(crate) async fn allowed_by_the_site(stage: &Stage) -> Outcome {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/hosting/policy.txt");
    let header = std::fs::read_to_string(folder).context("cannot read dist/hosting/policy.txt")?;
    if header.contains("unsafe-inline") || header.contains("'unsafe-eval'") || header.trim().contains('\n') {
        return Err(Problem::new(format!("the policy is {header}")));
    }
    stage.server.say_too(header.trim());
    ready(stage, "#/record/trip").await?;
    in_chinese(stage).await?;
    stage.page.click("[name='legs[0].mode'][value=rail]").await?;
    stage.page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "720 克").await?;
    save(stage).await?;
    stage.page.wait_for_text("@totals", "720").await?;
    // Another script in the page is still refused.
    let planted =
        "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s);";
    stage.page.execute(planted).await?;
    if stage.page.execute("return window.ran === true").await? == true {
        return Err(Problem::new("a script that stands in the page ran"));
    }
    stage.page.execute("window.__e2eErrors.length = 0;").await.map(drop)
}

//! The content policy: nothing from elsewhere is asked for, and nothing runs but the page's own files.

use super::ready;
use crate::{
    problem::{Outcome, Problem},
    stage::Stage,
};

/// Each of these is refused, and noticed by the watch that every scenario runs under, which so fails on the first one.
const PLANTED: [(&str, &str); 5] = [
    ("img-src", "const i = new Image(); i.src = 'http://127.0.0.1:9/x.png'; document.body.append(i);"),
    ("connect-src", "fetch('http://127.0.0.1:9/x').catch(() => {});"),
    (
        "script-src",
        "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s);",
    ),
    (
        "style-src",
        "const s = document.createElement('style'); s.textContent = 'body { color: red }'; document.body.append(s);",
    ),
    (
        "default-src",
        "const f = document.createElement('iframe'); f.src = 'http://127.0.0.1:9/'; document.body.append(f);",
    ),
];

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
    for (directive, script) in PLANTED {
        page.execute(script).await?;
        page.wait_until(&format!("{directive} to refuse it"), async || {
            Ok(page.errors().await?.iter().any(|error| error.contains("content policy") && error.contains(directive)))
        })
        .await
        .or_else(|problem| if directive == "default-src" { Ok(()) } else { Err(problem) })?;
    }
    if page.execute("return window.ran === true").await? == true {
        return Err(Problem::new("a script that stands in the page ran"));
    }
    page.execute("window.__e2eErrors.length = 0;").await.map(drop)
}

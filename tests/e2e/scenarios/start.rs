//! The page starts.

use std::process::Command;

use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// The page replaces what stands in `#app` before it starts. (Errors of scripts fail every scenario.)
pub(crate) async fn starts(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.open("").await?;
    let started = async || Ok(page.count("#app > *").await? > 0 && page.count("#app .loading").await? == 0);
    page.wait_until("the page to draw itself into #app", started).await
}

/// `make size` reads what it measures from `dist/index.html`; nothing that a browser asks for may be missing there.
pub(crate) async fn first_load_is_what_is_measured(stage: &Stage) -> Outcome {
    let output = Command::new("node").args([".ci/size.mjs", "--list"]).output().context("cannot start node")?;
    let listed = String::from_utf8_lossy(&output.stdout);
    let measured: Vec<&str> = listed.lines().collect();
    // Fetched once the first screen works, by the page, and by browsers that offer to install it.
    let later =
        |path: &str| ["/later-", "/manifest.webmanifest", "/icons/"].iter().any(|start| path.starts_with(start));

    starts(stage).await?;
    let mut requests = stage.server.requests();
    // The worker that keeps the page for when there is no network is asked for once it works, and fetches the rest.
    requests.truncate(requests.iter().position(|path| path == "/sw.js").unwrap_or(requests.len()));
    let ours = ["/", "/e2e-watch.js", "/favicon.ico"];
    let forgotten: Vec<&str> = requests
        .iter()
        .map(String::as_str)
        .filter(|path| !ours.contains(path) && !later(path) && !measured.contains(&path.trim_start_matches('/')))
        .collect();
    if forgotten.is_empty() {
        Ok(())
    } else {
        Err(Problem::new(format!("the first load fetches what `make size` does not measure: {}", forgotten.join(" "))))
    }
}

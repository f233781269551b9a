//! Sets up server, browser and page for one scenario, and afterwards keeps what a failed one last saw.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
    time::Duration,
};

use tokio::{runtime::Builder, time::timeout};

use crate::{
    browser::{Browser, Driver},
    outside::Outside,
    page::Page,
    problem::{Context, Outcome, Problem},
    server::Server,
};

/// For drivers that hang; no scenario comes near it.
const PATIENCE: Duration = Duration::from_mins(5);

/// What a scenario plays with.
pub(crate) struct Stage {
    pub(crate) server: Server,
    pub(crate) page: Page,
    pub(crate) outside: Outside,
}

impl Stage {
    /// Opens the page in a frame of another page, of a size that not every window can have, such as a phone's.
    /// `attributes` may hold `sandbox="allow-scripts"`.
    pub(crate) async fn open_in_frame(&self, width: u32, height: u32, attributes: &str, hash: &str) -> Outcome {
        let host = format!(
            "<!doctype html><title>Host</title><body style=\"margin:0\">
             <iframe src=\"/{hash}\" width=\"{width}\" height=\"{height}\" style=\"border:0\" {attributes}></iframe>"
        );
        self.server.add_page("/host.html", &host);
        self.page.visit(&self.server.url("/host.html")).await?;
        self.page.client().enter_frame(0).await.context("cannot enter the frame")
    }
}

/// Plays a scenario. It also fails when a script of the page ended in an error, or anything was asked of anybody but the
/// test's own server.
pub(crate) fn play(browser: Browser, name: &str, scenario: impl AsyncFnOnce(&Stage) -> Outcome) -> Outcome {
    let evidence = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/e2e").join(format!("{browser}-{name}"));
    let server = Server::start()?;
    let outside = Outside::start()?;
    let driver = Driver::start(browser)?;
    let runtime = Builder::new_current_thread().enable_all().build().context("cannot start tokio")?;
    let client = runtime
        .block_on(async { timeout(PATIENCE, driver.session(server.port(), outside.port())).await })
        .context(format!("{browser} hangs"))??;
    let stage = Stage { page: Page::new(client, browser, server.url("/")), server, outside };

    let played = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            // Most residents hold the page upright; scenarios that need another window set it themselves.
            let upright = stage.page.client().set_window_size(500, 900).await;
            upright.context("cannot set the size of the window")?;
            timeout(PATIENCE, scenario(&stage)).await.context(format!("{name} was given up"))??;
            if let errors @ [_, ..] = stage.page.errors().await?.as_slice() {
                return Err(Problem::new(format!("the page reported: {}", errors.join("; "))));
            }
            match stage.outside.heard().as_slice() {
                [] => Ok(()),
                asked => Err(Problem::new(format!("something was asked of others: {}", asked.join("; ")))),
            }
        })
    }));
    runtime.block_on(async {
        if !matches!(played, Ok(Ok(()))) {
            let _ = timeout(PATIENCE, keep(&stage, &evidence)).await;
        }
        // A window that does not close is killed with its driver.
        let _ = timeout(PATIENCE, stage.page.client().clone().close()).await;
    });
    played.unwrap_or_else(|panic| resume_unwind(panic))
}

/// Keeps the picture, the document and the requests of a failed scenario, and says where.
async fn keep(stage: &Stage, evidence: &Path) {
    let page = &stage.page;
    let requests = stage.server.requests().join(" ");
    let errors = page.errors().await.map_or_else(|problem| problem.to_string(), |errors| errors.join("\n        "));
    let outside = stage.outside.heard().join("\n         ");
    let report = format!("requests: {requests}\noutside: {outside}\nerrors: {errors}\n");
    let file = |extension: &str| -> PathBuf { evidence.with_extension(extension) };
    let picture = page.screenshot(file("png")).await;
    let html = page.client().source().await.unwrap_or_else(|error| error.to_string());
    let kept = picture.and(fs::write(file("html"), html).and(fs::write(file("txt"), report)).context("cannot write"));
    match kept {
        Ok(()) => eprintln!("what it last saw: {}.{{png,html,txt}}", evidence.display()),
        Err(problem) => eprintln!("what it last saw could not be kept: {problem}"),
    }
}

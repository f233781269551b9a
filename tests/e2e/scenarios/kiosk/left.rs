//! After a session nothing is in the document, the storage, the history or what "back" revives; from every screen.

use super::{KILOMETRES, metro, put_up, told, type_number};
use crate::{
    problem::{Outcome, Problem},
    stage::Stage,
};

/// The screens on which somebody may walk away.
const SCREENS: [&str; 9] = ["topics", "mode", "number", "outcome", "another", "products", "month", "away", "english"];

/// How a session ends.
const ENDS: [&str; 3] = ["end", "time", "left"];

pub(crate) async fn kiosk_leaves_nothing(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.resize(1080, 1920).await?;
    stage.server.add_page("/elsewhere.html", "<!doctype html><title>Elsewhere</title><p id=elsewhere>Elsewhere</p>");
    put_up(stage, "").await?;
    let before = told(stage, LEFT).await?;
    let poster = told(stage, POSTER).await?;
    let mut history = told(stage, HISTORY).await?;
    for (number, screen) in SCREENS.into_iter().enumerate() {
        for end in ENDS {
            // Every screen is ended; the slower ways to end, which are the same for all, in turn.
            if end != "end" && number % 2 != usize::from(end == "time") {
                continue;
            }
            page.click("@start").await?;
            fill(stage, screen).await?;
            match end {
                "end" => page.click("@end").await?,
                "time" => {
                    page.execute("const then = performance.now() + 3600000; performance.now = () => then;").await?;
                    page.wait_for("@start").await?;
                    page.execute("delete performance.now;").await?;
                }
                _ => {
                    page.visit(&stage.server.url("/elsewhere.html")).await?;
                    page.wait_for("#elsewhere").await?;
                    page.client().back().await.map_err(|problem| Problem::new(format!("cannot go back: {problem}")))?;
                }
            }
            page.wait_for("@start").await?;
            let said = format!("from {screen} by {end}");
            let document = told(stage, "return document.documentElement.outerHTML").await?;
            assert!(!document.contains(KILOMETRES), "{said}, the number is in the document");
            assert_eq!(told(stage, POSTER).await?, poster, "{said}, the poster is another one");
            let left = told(stage, LEFT).await?;
            assert_eq!(without_history(&left), without_history(&before), "{said}");
            assert_eq!(told(stage, "return String(history.state) + location.hash").await?, "null", "{said}");
            if end == "left" {
                // The browser's own list is longer by the page that was gone to.
                history = told(stage, HISTORY).await?;
            }
            assert_eq!(told(stage, HISTORY).await?, history, "{said}, the history is longer");
        }
    }
    Ok(())
}

/// Everything a page can leave behind where it is kept, and how long the history is.
const LEFT: &str = "
    const bases = indexedDB.databases ? indexedDB.databases() : Promise.resolve([]);
    return bases.then((bases) => JSON.stringify([
        bases.map(({ name }) => name), localStorage.length, sessionStorage.length, document.cookie, window.name,
        location.search, location.hash, document.title, document.documentElement.lang, history.length,
    ]));";

const HISTORY: &str = "return String(history.length)";

/// What stands on the screen, as it is drawn.
const POSTER: &str = "return document.getElementById('app').innerHTML.replace(/ style=\"[^\"]*\"/g, '')";

fn without_history(left: &str) -> &str {
    left.rsplit_once(',').map_or(left, |(most, _)| most)
}

/// A session that holds the number, up to that screen.
async fn fill(stage: &Stage, screen: &str) -> Outcome {
    let page = &stage.page;
    if screen == "mode" || screen == "number" {
        page.click("[data-topic=trip]").await?;
        page.wait_for("[data-option='0']").await?;
        if screen == "number" {
            page.click("[data-option='0']").await?;
            type_number(stage, KILOMETRES).await?;
        }
        return Ok(());
    }
    let length = told(stage, HISTORY).await?;
    metro(stage, KILOMETRES).await?;
    assert!(told(stage, "return document.body.textContent").await?.contains(KILOMETRES), "nothing was filled in");
    match screen {
        "english" => page.click("@language").await?,
        "away" => {
            page.click("@take").await?;
            page.wait_for("@qr").await?;
        }
        "another" | "topics" => page.click("@another").await?,
        "products" | "month" => {
            page.click("@another").await?;
            let topic = if screen == "month" { "utility" } else { "purchase" };
            page.click(&format!("[data-topic={topic}]")).await?;
            page.click("[data-option='0']").await?;
        }
        _ => {}
    }
    assert_eq!(told(stage, HISTORY).await?, length, "the history grew");
    Ok(())
}

//! The harness itself, on a page of its own: what the other scenarios rely on is the same in every browser.

use crate::{
    problem::{Outcome, Problem},
    stage::Stage,
};

const PAGE: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Harness</title>
<script>
  function copy(input) { document.querySelector("[data-testid=echo]").textContent = input.value; }
  function later() { setTimeout(function () { document.querySelector("[data-testid=count]").textContent = "2 clicks"; }); }
  function ask() { fetch("/").then(function () { document.title = "there"; }, function () { document.title = "gone"; }); }
</script>
<button data-testid="later" onclick="later()">Count</button><button data-testid="ask" onclick="ask()">Ask</button>
<p data-testid="count">0 clicks</p>
<input data-testid="text" value="1.5" oninput="copy(this)"><input data-testid="date" type="date" oninput="copy(this)">
<select data-testid="choice" onchange="copy(this)"><option value="a">A</option><option value="b">B</option></select>
<p data-testid="echo"></p>
"#;

fn same(what: &str, found: &str, wanted: &str) -> Outcome {
    if found == wanted {
        Ok(())
    } else {
        Err(Problem::new(format!("{what} is \u{201c}{found}\u{201d} instead of \u{201c}{wanted}\u{201d}")))
    }
}

pub(crate) async fn harness_works(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/harness.html", PAGE);
    page.visit(&stage.server.url("/harness.html")).await?;

    page.click("@later").await?;
    page.wait_for_text("@count", "2").await?;
    page.type_text("@text", "公里").await?;
    same("the typed text", &page.value_of("@text").await?, "1.5公里")?;
    same("its echo", &page.text_of("@echo").await?, "1.5公里")?;
    page.retype("@text", "7.50").await?;
    same("the text typed over it", &page.text_of("@echo").await?, "7.50")?;
    page.retype("@text", "").await?;
    same("the emptied text", &page.text_of("@echo").await?, "")?;
    page.set("@date", "2026-11-30").await?;
    same("the date", &page.text_of("@echo").await?, "2026-11-30")?;
    page.set("@choice", "b").await?;
    same("the choice", &page.text_of("@echo").await?, "b")?;

    page.resize(1080, 1920).await?;
    page.shoot("harness").await?;
    stage.server.cut(true);
    page.click("@ask").await?;
    page.wait_until("a dead network", async || Ok(page.execute("return document.title;").await? == "gone")).await?;
    stage.server.cut(false);
    page.reload().await?;
    page.wait_for_text("@count", "0 clicks").await?;

    // The page in a sandboxed frame as wide as a small phone.
    stage.open_in_frame(320, 640, "sandbox=\"allow-scripts\"", "harness.html").await?;
    page.click("@later").await?;
    page.wait_for_text("@count", "2").await?;
    let narrow = page.execute("return innerWidth === 320 && origin === 'null';").await?;
    if narrow != true {
        return Err(Problem::new("the frame is not 320 pixels wide, or not sandboxed"));
    }

    // Errors are noticed, and this one was planned.
    page.execute("const script = document.createElement('script'); script.textContent = 'missing();'; document.body.append(script);").await?;
    page.wait_until("an error to be noticed", async || Ok(!page.errors().await?.is_empty())).await?;
    page.execute("window.__e2eErrors.length = 0;").await.map(drop)
}

/// Asks for something of others in each way that a page can, and then is gone.
const ASKING: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Asking</title>
<img src="http://elsewhere.example/picture.png" alt=""><iframe src="http://elsewhere.example/framed"></iframe><script>
  fetch("http://elsewhere.example/fetched").catch(function () {});
  fetch("http://127.0.0.1:8999/another-port").catch(function () {});
  fetch("https://secret.example/").catch(function () {});
</script>"#;

/// What is asked of anybody but the server is heard, also when nothing in the page tells, and the page is gone since.
pub(crate) async fn outside_is_heard(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/asking.html", ASKING);
    stage.server.add_page("/harness.html", PAGE);
    page.visit(&stage.server.url("/harness.html")).await?;
    page.wait_for("@count").await?;
    if let asked @ [_, ..] = stage.outside.heard().as_slice() {
        return Err(Problem::new(format!("the browser asks by itself: {}", asked.join("; "))));
    }
    page.visit(&stage.server.url("/asking.html")).await?;
    for wanted in [
        "elsewhere.example/picture.png",
        "elsewhere.example/framed",
        "elsewhere.example/fetched",
        "secret.example:443",
        "127.0.0.1:8999/another-port",
    ] {
        let heard = async || Ok(stage.outside.heard().iter().any(|asked| asked.contains(wanted)));
        page.wait_until(&format!("{wanted} to be heard"), heard).await?;
    }
    page.visit(&stage.server.url("/harness.html")).await?;
    page.wait_for("@count").await?;
    stage.outside.forget();
    Ok(())
}

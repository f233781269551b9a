//! The frame itself: made by one tag, as tall as what is in it, and reached by the keyboard in order.

use serde_json::json;

use super::{allow, at, district_is, host_url, inside, outside, settled};
use crate::{
    browser::Browser,
    problem::{Outcome, Problem},
    stage::Stage,
};

/// One tag makes a frame that is as tall as what is in it, grows and shrinks with it, and then stays as it is.
pub(crate) async fn one_tag(stage: &Stage) -> Outcome {
    let page = &stage.page;
    allow(stage);
    let script = "window.heights = 0; addEventListener('message', (event) => {
        if (event.data && event.data.type === 'height') window.heights += 1; });";
    stage.server.add_page("/count.js", script);
    let tag = stage.server.url("/embed.js");
    let html = format!(
        "<!doctype html><meta name=referrer content=no-referrer><title>Host</title><body><script src=\"/count.js\"></script><p>before</p>
         <script src=\"{tag}\" data-theme=\"dark\" data-language=\"en\" data-district=\"xicheng\" data-font=\"20\"></script>
         <p>after</p>"
    );
    stage.server.add_page("/host.html", &html);
    page.visit(&host_url(stage, "/host.html")).await?;
    let frame = page.execute(
        "const f = document.querySelector('p + script + iframe');
         return [f.title, f.getAttribute('loading'), f.getAttribute('allow'), new URL(f.src).search];",
    );
    let query = "?framed=1&theme=dark&lang=en&district=xicheng&font=20";
    assert_eq!(frame.await?, json!(["Carbon Points", "lazy", "clipboard-write", query]));

    inside(stage).await?;
    page.wait_for("html[data-theme=dark][lang=en]").await?;
    district_is(stage, "Xicheng").await?;
    let dark = "return getComputedStyle(document.body).backgroundColor;";
    assert_eq!(page.execute(dark).await?, "rgb(18, 22, 20)");
    for screen in ["#/", "#/rules", "#/record/trip", "#/me"] {
        page.execute(&format!("location.hash = '{screen}';")).await?;
        let view = screen.trim_start_matches('#');
        page.wait_for(&format!("#main[data-view='{view}']")).await?;
        let tall = "return Math.min(Math.ceil(document.documentElement.getBoundingClientRect().height), 6000);";
        page.wait_until(&format!("a frame as tall as {screen}"), async || {
            Ok(page.execute(tall).await? == page.execute("return innerHeight;").await?)
        })
        .await?;
    }
    page.execute("location.hash = '#/';").await?;
    outside(stage).await?;
    settled(stage).await?;
    let count = page.execute("return window.heights;").await?;
    settled(stage).await?;
    settled(stage).await?;
    assert_eq!(page.execute("return window.heights;").await?, count, "it goes on for ever");
    if count.as_u64().is_none_or(|count| count > 60) {
        return Err(Problem::new(format!("{count} heights were told")));
    }
    page.shoot("embed-tag").await?;
    // The operator's own example, of the same origin.
    page.visit(&stage.server.url("/embed/iframe.html")).await?;
    inside(stage).await?;
    district_is(stage, "西城").await?;
    outside(stage).await?;
    page.shoot("embed-iframe").await
}

/// In a frame the tabs stand under the head, and come there for the keyboard too.
pub(crate) async fn focus_order(stage: &Stage) -> Outcome {
    let page = &stage.page;
    // Everything that can have the focus, in the order of the document, must lie below or right of what came before.
    let order = "
        const shown = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]
          .filter((e) => !e.disabled && e.getClientRects().length > 0 && !e.closest('.skip') && !e.matches('.skip'));
        const wrong = [];
        const parts = ['head', 'tabs--foot', 'main'];
        const part = (e) => parts.find((name) => e.closest('.' + name));
        let before = null;
        for (const e of shown) {
          if (before && part(before) !== part(e)) {
            const above = before.closest('.' + part(before)).getBoundingClientRect();
            const below = e.closest('.' + part(e)).getBoundingClientRect();
            if (below.top < above.bottom - 1) wrong.push(part(before) + ' before ' + part(e));
          }
          before = e;
        }
        const first = shown.find((e) => part(e) === 'tabs--foot');
        return [shown.map(part).filter((p, i, all) => p !== all[i - 1]), wrong, !!first];";
    for (address, expected) in
        [("/?framed=1&lang=zh", vec!["head", "tabs--foot", "main"]), ("/?lang=zh", vec!["head", "main", "tabs--foot"])]
    {
        page.visit(&stage.server.url(address)).await?;
        page.wait_for("#main[data-ready=true]").await?;
        let parts = expected.clone();
        let same = async || Ok(at(&page.execute(order).await?, "/0") == json!(parts));
        page.wait_until(&format!("{address} in the order {parts:?}"), same).await?;
        if address.contains("framed") {
            assert_eq!(at(&page.execute(order).await?, "/1"), json!([]));
        }
    }
    // With the keyboard: from the last of the head to the first tab. `WebKit`'s driver presses no key on a button.
    if page.browser() == Browser::WebKit {
        return Ok(());
    }
    page.visit(&stage.server.url("/?framed=1&lang=zh")).await?;
    page.wait_for(".head + .tabs--foot").await?;
    page.execute("document.querySelector('[data-testid=language]').focus();").await?;
    page.type_keys(":focus", "\u{e004}").await?;
    let there = "return document.activeElement.matches('.tabs--foot a:first-child');";
    page.wait_until("the first tab", async || Ok(page.execute(there).await? == true)).await
}

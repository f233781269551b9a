//! Nothing leads away from a public screen, and everything on it is large enough to be touched.

use super::{metro, put_up, told, type_number};
use crate::{problem::Outcome, stage::Stage};

/// No link, no field, no menu, no zoom, no selection.
pub(crate) async fn kiosk_leads_nowhere(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.resize(1080, 1920).await?;
    put_up(stage, "").await?;
    leads_nowhere(stage).await?;
    page.click("@start").await?;
    metro(stage, "10").await?;
    leads_nowhere(stage).await?;
    page.click("@take").await?;
    page.wait_for("@qr").await?;
    leads_nowhere(stage).await
}

async fn leads_nowhere(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let leads = "a, area, form, input, textarea, select, iframe, video, details, [contenteditable], [href]";
    assert_eq!(page.count(&format!("#app :is({leads})")).await?, 0, "something leads away");
    let refused = told(
        stage,
        "const sent = (event) => !(document.querySelector('button') || document.body).dispatchEvent(event);
         const made = (name, more) => Object.assign(new Event(name, { bubbles: true, cancelable: true }), more);
         return JSON.stringify([
            sent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
            sent(new WheelEvent('wheel', { ctrlKey: true, bubbles: true, cancelable: true })),
            sent(made('gesturestart')), sent(made('dragstart')), sent(made('selectstart')),
            sent(made('touchmove', { touches: [1, 2] })),
            sent(new KeyboardEvent('keydown', { key: '+', ctrlKey: true, bubbles: true, cancelable: true })),
            sent(new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true, cancelable: true })),
            sent(new WheelEvent('wheel', { bubbles: true, cancelable: true })),
            sent(made('touchmove', { touches: [1] })),
            sent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true })),
         ]);",
    )
    .await?;
    // A plain wheel, one finger and the tabulator do what they always do.
    assert_eq!(refused, "[true,true,true,true,true,true,true,true,false,false,false]");
    let style = "const style = getComputedStyle(document.documentElement);
        return [style.userSelect || style.webkitUserSelect, style.touchAction, document.querySelector('meta[name=viewport]').content].join(' ')";
    let style = told(stage, style).await?;
    assert!(style.starts_with("none pan-y") && style.contains("user-scalable=no"), "{style}");
    Ok(())
}

/// On a screen that stands and on one that lies: all of it is seen, and nothing to touch is smaller than 60 pixels.
pub(crate) async fn kiosk_fits(stage: &Stage) -> Outcome {
    let page = &stage.page;
    for (width, height, name) in [(1080, 1920, "upright"), (1920, 1080, "lying")] {
        page.resize(width, height).await?;
        put_up(stage, "").await?;
        for language in ["zh", "en"] {
            fits(stage, &format!("{name}-{language}-poster")).await?;
            page.click("@start").await?;
            if language == "en" {
                page.click("@language").await?;
                page.wait_for("html[lang=en]").await?;
            }
            fits(stage, &format!("{name}-{language}-topics")).await?;
            for topic in ["action", "purchase", "utility", "car_free", "trip"] {
                page.click(&format!("[data-topic={topic}]")).await?;
                page.wait_for("[data-option='0']").await?;
                fits(stage, &format!("{name}-{language}-{topic}")).await?;
                if topic == "trip" {
                    break;
                }
                page.click("@back").await?;
            }
            page.click("[data-option='0']").await?;
            type_number(stage, "12.75").await?;
            fits(stage, &format!("{name}-{language}-number")).await?;
            page.click("@enter").await?;
            page.wait_for("@ledgers").await?;
            fits(stage, &format!("{name}-{language}-outcome")).await?;
            page.click("@take").await?;
            page.wait_for("@qr").await?;
            fits(stage, &format!("{name}-{language}-away")).await?;
            page.click("@end").await?;
            page.wait_for("@start").await?;
        }
    }
    Ok(())
}

/// On tablets all of the poster is seen, and whatever the size of the screen, its button is; what a session needs has room.
pub(crate) async fn kiosk_fits_any_size(stage: &Stage) -> Outcome {
    let page = &stage.page;
    for (width, height) in [(768, 1024), (800, 1280), (1280, 800), (1024, 768)] {
        page.resize(width, height).await?;
        put_up(stage, "&district=chaoyang&merchant=jingkelong").await?;
        let name = format!("{width}x{height}");
        fits(stage, &format!("{name}-poster")).await?;
        let small = "return [...document.querySelectorAll('.poster__small')].map((text) => parseFloat(getComputedStyle(text).fontSize)).filter((size) => size < 14).length";
        assert_eq!(page.execute(small).await?, 0, "{name}: small print");
        page.click("@start").await?;
        page.click("[data-topic=trip]").await?;
        page.click("[data-option='0']").await?;
        type_number(stage, "12.75").await?;
        fits(stage, &format!("{name}-number")).await?;
        page.click("@enter").await?;
        page.wait_for("@ledgers").await?;
        fits(stage, &format!("{name}-outcome")).await?;
        page.click("@take").await?;
        page.wait_for("@qr").await?;
        fits(stage, &format!("{name}-away")).await?;
    }
    page.resize(1080, 1920).await?;
    put_up(stage, "").await?;
    let least = told(
        stage,
        "const sizes = [...document.querySelectorAll('.poster p, .poster span, .poster b')].map((text) => parseFloat(getComputedStyle(text).fontSize));
         return Math.min(...sizes).toFixed(1)",
    )
    .await?;
    assert!(least.parse::<f64>().is_ok_and(|least| least >= 24.0), "a poster's text of {least} pixels");
    // On a phone the poster may be longer than the screen, but its button is on it.
    stage
        .page
        .client()
        .set_window_size(500, 844)
        .await
        .map_err(|problem| crate::problem::Problem::new(problem.to_string()))?;
    put_up(stage, "").await?;
    let button = "const box = document.querySelector('[data-testid=start]').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(page.execute(button).await?, true, "the button is below the fold of a phone");
    Ok(())
}

async fn fits(stage: &Stage, name: &str) -> Outcome {
    let small = told(
        stage,
        "const all = [...document.querySelectorAll('#app button')].map((button) => [button, button.getBoundingClientRect()]);
         const wrong = all.filter(([, box]) => box.width < 60 || box.height < 60 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1);
         const over = document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight + 1;
         return (over ? 'it is larger than the screen ' : '') + wrong.map(([button, box]) => `${button.textContent} ${box.width}x${box.height}`).join('; ');",
    )
    .await?;
    stage.page.shoot(&format!("kiosk-{name}")).await?;
    assert_eq!(small, "", "{name}");
    Ok(())
}

/// Where the second part cannot be fetched, nothing on the screen leads to the page that keeps records; it can be tried
/// again.
pub(crate) async fn kiosk_waits_for_its_part(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.withhold(Some("/later-"));
    page.open("?mode=kiosk").await?;
    page.wait_for("@retry").await?;
    assert_eq!(page.count("#app :is(a, input, form)").await?, 0, "something leads away");
    stage.server.withhold(None);
    page.click("@retry").await?;
    page.wait_for("@start").await?;
    // The failure is in the browser's own list of errors, where it belongs.
    page.execute("window.__e2eErrors.length = 0;").await.map(drop)
}

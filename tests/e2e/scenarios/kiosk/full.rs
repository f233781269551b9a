//! A session that fills the code: it is said without covering anything, and the fullest code is still read.

use super::super::in_chinese;
use super::{code_on, metro, put_up, told};
use crate::{browser::Browser, problem::Outcome, stage::Stage};

/// More trips than fit.
const MANY: usize = 40;

pub(crate) async fn kiosk_is_full(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.resize(1080, 1920).await?;
    put_up(stage, "").await?;
    page.click("@start").await?;
    metro(stage, "12.5").await?;
    let mut count = 1;
    while page.count("@full").await? == 0 && count < MANY {
        page.click("@another").await?;
        metro(stage, "12.5").await?;
        count += 1;
    }
    page.wait_for_text("@full", "二维码装满了").await?;
    assert_eq!(page.count("@another").await?, 0, "one more is offered");
    page.shoot("kiosk-full").await?;
    for language in ["zh", "en"] {
        let covered = told(stage, COVERED).await?;
        assert_eq!(covered, "", "in {language}");
        page.click("@language").await?;
    }
    page.click("@take").await?;
    let (link, level) = code_on(stage).await?;
    assert!(link.len() <= 700 && link.len() > 580, "{} bytes, {count} trips", link.len());
    assert!(link.starts_with(&stage.server.url("/#/take/")), "{link}");
    assert_eq!(level, 0b00, "level M");
    // So long a receipt is printed on one page of the roll.
    page.execute("window.print = () => {}").await?;
    page.click("@print").await?;
    if page.browser() == Browser::Chromium {
        let height = told(stage, HEIGHT).await?;
        assert!(height.parse::<u32>().is_ok_and(|height| (300..700).contains(&height)), "a page {height} mm high");
    }
    // A phone takes them all.
    page.visit("about:blank").await?;
    page.visit(&link).await?;
    page.wait_for("@plan").await?;
    in_chinese(stage).await?;
    page.wait_for_text("@plan", &format!("{count} 笔")).await
}

/// Millimetres of the page that is printed last.
const HEIGHT: &str = "
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
    return rules.filter((text) => text.startsWith('@page')).pop().match(/80mm ([0-9]+)mm/)[1];";

/// What overlaps what is said, or lies outside the screen.
const COVERED: &str = "
    const said = document.querySelector('[data-testid=full]').getBoundingClientRect();
    const others = [...document.querySelectorAll('.kiosk__screen :is(button, h1, .act, .ledgers, .because)')];
    const over = others.filter((other) => {
        const box = other.getBoundingClientRect();
        return box.top < said.bottom && said.top < box.bottom && box.left < said.right && said.left < box.right;
    });
    const outside = said.bottom > innerHeight || document.documentElement.scrollHeight > innerHeight + 1;
    return over.map((other) => other.className).join(' ') + (outside ? ' outside' : '');";

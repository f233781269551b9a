//! A public screen: a session from the poster to the phone, time that runs out, and that nothing is left of anybody.

mod access;
mod code;
mod elsewhere;
mod full;
mod handed;
mod left;
mod newer;
mod shield;
mod wait;

use serde_json::Value;

use super::in_chinese;
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

pub(crate) use access::kiosk_is_accessible;
pub(crate) use elsewhere::kiosk_sends_elsewhere;
pub(crate) use full::kiosk_is_full;
pub(crate) use handed::kiosk_hand_over_adds_up;
pub(crate) use left::kiosk_leaves_nothing;
pub(crate) use newer::kiosk_becomes_newer;
pub(crate) use shield::{kiosk_fits, kiosk_fits_any_size, kiosk_leads_nowhere, kiosk_waits_for_its_part};
pub(crate) use wait::kiosk_waits;

/// A number that stands nowhere else.
const KILOMETRES: &str = "12.75";

/// Opens the public screen with these settings, and waits for the poster.
async fn put_up(stage: &Stage, settings: &str) -> Outcome {
    stage.page.open(&format!("?mode=kiosk{settings}")).await?;
    stage.page.wait_for("@start").await
}

/// Types a number on the page's own pad.
async fn type_number(stage: &Stage, text: &str) -> Outcome {
    for letter in text.chars() {
        let key = if letter == '.' { "point".to_owned() } else { letter.to_string() };
        stage.page.click(&format!("[data-key='{key}']")).await?;
    }
    stage.page.wait_for_text("@typed", text).await
}

/// From the topics: so many kilometres by metro, up to the result.
async fn metro(stage: &Stage, kilometres: &str) -> Outcome {
    let page = &stage.page;
    page.click("[data-topic=trip]").await?;
    page.click("[data-option='0']").await?;
    type_number(stage, kilometres).await?;
    page.click("@enter").await?;
    page.wait_for("@ledgers").await
}

/// What the code on the screen says, read as a phone's camera would.
async fn scanned(stage: &Stage) -> Outcome<String> {
    Ok(code_on(stage).await?.0)
}

/// The code's text, and the two bits that say its level.
async fn code_on(stage: &Stage) -> Outcome<(String, u16)> {
    stage.page.wait_for("@qr").await?;
    let path = stage.page.execute("return document.querySelector('.kiosk__stage .qr__dark').getAttribute('d')").await?;
    let side = stage.page.execute("return document.querySelector('.kiosk__stage .qr').getAttribute('viewBox')").await?;
    code::read(path.as_str().unwrap_or_default(), side.as_str().unwrap_or_default())
        .ok_or_else(|| Problem::new("the code cannot be read"))
}

/// A session, its code, the end; then the phone, which takes everything in once, and refuses what was damaged.
pub(crate) async fn kiosk_session(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.resize(1080, 1920).await?;
    put_up(stage, "").await?;
    for said in ["点一下开始", "Touch to start", "不留记录", "nothing is kept", "示例规则"] {
        page.wait_for_text("@kiosk", said).await?;
    }
    page.shoot("kiosk-poster").await?;
    page.click("@start").await?;
    page.wait_for(".topic").await?;
    page.shoot("kiosk-topics").await?;
    metro(stage, "10").await?;
    for (part, said) in [("@ledgers", "720"), ("@ledgers", "36"), ("@because", "104"), ("@because", "32")] {
        page.wait_for_text(part, said).await?;
    }
    page.shoot("kiosk-outcome").await?;
    page.click("@language").await?;
    page.wait_for("html[lang=en]").await?;
    page.wait_for_text("@because", "over 10 km").await?;
    page.click("@another").await?;
    page.click("[data-topic=action]").await?;
    page.click("[data-option='1']").await?;
    type_number(stage, "2").await?;
    page.click("@enter").await?;
    // Two clean plates: 2 × 449 g.
    page.wait_for_text("@ledgers", "898").await?;
    page.click("@take").await?;
    page.wait_for_text("@total", "1.62").await?;
    page.shoot("kiosk-away").await?;
    let link = scanned(stage).await?;
    assert!(link.len() <= 700 && link.starts_with(&stage.server.url("/#/take/")), "{link}");
    let receipt = "return getComputedStyle(document.querySelector('.receipt')).display + document.querySelector('.receipt').textContent";
    let receipt = page.execute(receipt).await?;
    let receipt = receipt.as_str().unwrap_or_default();
    assert!(receipt.starts_with("none") && receipt.contains("beijing@") && receipt.contains("898"), "{receipt}");
    page.click("@end").await?;
    page.wait_for("@start").await?;

    on_the_phone(stage, &link).await
}

async fn on_the_phone(stage: &Stage, link: &str) -> Outcome {
    let page = &stage.page;
    // As large as this browser's window gets upright.
    page.client().set_window_size(500, 900).await.context("cannot resize the window")?;
    // The screen and the phone are one browser here; another document is between them.
    page.visit("about:blank").await?;
    page.visit(link).await?;
    page.wait_for("@plan").await?;
    in_chinese(stage).await?;
    page.wait_for_text("@take-screen", "看一看").await?;
    page.wait_for_text("@plan", "2 笔").await?;
    page.wait_for_text("@listed", "地铁 10 公里").await?;
    // In one unit down the column: 0.72 and 0.90 are 1.62.
    page.wait_for_text("@listed", "0.90").await?;
    page.shoot("kiosk-phone").await?;
    page.click("@confirm").await?;
    page.wait_for("#main[data-view='/']").await?;
    page.wait_for_text("@totals", "1.62").await?;
    assert_eq!(page.execute("return location.hash").await?, "#/", "the entries are out of the address");
    // Again: nothing twice.
    page.visit("about:blank").await?;
    page.visit(link).await?;
    page.wait_for_text("@take-screen", "都已经在账本里").await?;
    assert_eq!(page.count("@confirm").await?, 0);
    page.click("@decline").await?;
    page.wait_for_text("@totals", "1.62").await?;
    // Damaged, cut off, and of a newer version: a sentence each, in both languages.
    let (kept, last) = link.split_at(link.len() - 1);
    let other = if last == "A" { "B" } else { "A" };
    let newer = stage.server.url("/#/take/AgBz73B9");
    for (link, zh, en) in [
        (format!("{}{other}{last}", &kept[..kept.len() - 1]), "有字变了", "was changed"),
        (link[..link.len() - 8].to_owned(), "不完整", "cut off"),
        (newer, "更新的版本", "newer version"),
    ] {
        page.visit("about:blank").await?;
        page.visit(&link).await?;
        page.wait_for_text("@fault", zh).await?;
        page.click("@language").await?;
        page.wait_for_text("@fault", en).await?;
        page.click("@language").await?;
        page.wait_for_text("@fault", zh).await?;
    }
    Ok(())
}

/// What the operator sets is used, or it is said at the foot of the poster why not.
pub(crate) async fn kiosk_operator(stage: &Stage) -> Outcome {
    let page = &stage.page;
    put_up(stage, "&idle=5&countdown=99&merchant=nobody&handover=ftp://x").await?;
    for said in [
        "idle=5",
        "20 到 600",
        "60 秒",
        "countdown=99",
        "10 到 60",
        "merchant=nobody",
        "handover=ftp://x",
        "whole seconds from 20 to 600",
    ] {
        page.wait_for_text("@misset", said).await?;
    }
    put_up(stage, "&idle=20&countdown=10&district=xicheng").await?;
    let none = async || Ok(page.count("@misset").await? == 0);
    page.wait_until("no remark", none).await?;
    page.click("@start").await?;
    metro(stage, "10").await?;
    page.click("@take").await?;
    let link = scanned(stage).await?;
    assert!(link.starts_with(&stage.server.url("/?district=xicheng#/take/")), "{link}");
    // The phone opens the same district's rules, and so comes to the same points.
    page.visit(&link).await?;
    page.wait_for("@plan").await?;
    assert_eq!(page.count(".take > .remark").await?, 1, "only that nothing leaves the device");
    // A screen without its district says so.
    put_up(stage, "&district=nowhere").await?;
    page.wait_for_text("@misset", "内置规则").await
}

/// The answer of a script, as a text.
async fn told(stage: &Stage, script: &str) -> Outcome<String> {
    Ok(match stage.page.execute(script).await? {
        Value::String(text) => text,
        other => other.to_string(),
    })
}

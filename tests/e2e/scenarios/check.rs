//! One result is given to somebody else, whose copy of the page works it out again without a network.

use carbon_points::domain::activity::Evidence;
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::shared::{Shared, pack, unpack};

use super::carry::{forget, record};
use super::{in_chinese, offline, ready};
use crate::{
    problem::{Outcome, Problem},
    stage::Stage,
};

/// Takes what is copied instead of copying it.
const COPIED: &str = "Object.defineProperty(navigator, 'clipboard',
    { configurable: true, value: { writeText: async (text) => { window.__copied = text; } } });";

fn changed(packed: &str, change: impl FnOnce(&mut Shared)) -> Outcome<String> {
    let rules = Rulebook::beijing().map_err(|_| Problem::new("no rulebook"))?;
    let mut shared = unpack(packed, &rules).map_err(|fault| Problem::new(format!("{fault:?}")))?;
    change(&mut shared);
    pack(&shared).map_err(|long| Problem::new(format!("{long:?}")))
}

async fn checked(stage: &Stage, packed: &str, said: &str) -> Outcome {
    stage.page.execute(&format!("location.hash = '#/check/{packed}';")).await?;
    stage.page.wait_for_text("@checked", said).await
}

/// Shared by one device, checked by another without a network; altered, damaged, and by rules that are not here.
pub(crate) async fn shares_a_result(stage: &Stage) -> Outcome {
    let page = &stage.page;
    record(stage).await?;
    page.open("#/ledger").await?;
    page.click("#main a[href^='#/entry/']").await?;
    page.wait_for_text("@share", "不带的").await?;
    page.click("@share-make").await?;
    let link = page.text_of("@share-link").await?;
    page.wait_for("@share @qr").await?;
    page.shoot("share").await?;
    page.execute(COPIED).await?;
    page.click("@share-copy").await?;
    page.wait_until("the link", async || Ok(page.execute("return window.__copied || '';").await? == link.as_str()))
        .await?;
    let (_, packed) = link.split_once("#/check/").ok_or_else(|| Problem::new(format!("no link: {link}")))?;

    forget(stage).await?;
    ready(stage, "").await?;
    let kept = offline::kept(stage).await?;
    page.wait_for("link[href*='later-']").await?;
    stage.server.cut(true);
    checked(stage, packed, "一致：按").await?;
    if kept {
        offline::reopen(stage).await?;
        page.wait_for("#main[data-ready=true]").await?;
        in_chinese(stage).await?;
        page.wait_for_text("@checked", "一致：按").await?;
    }
    page.wait_for_text("@check-screen .figure.voice--carbon", "720").await?;
    page.click("@check-why summary").await?;
    page.wait_for_text("@check-why", "一步一步算").await?;
    page.wait_for("@check-next[href='#/record']").await?;
    page.wait_for_text("@checked", "不说明这件事是真的").await?;
    page.shoot("check").await?;
    stage.server.cut(false);

    page.wait_for_text("@check-what", "自报").await?;
    // Verified, 720 g are 72 points.
    let verified = changed(packed, |shared| {
        (shared.activity.evidence, shared.totals.points) = (Evidence::Verified, 72);
    })?;
    checked(stage, &verified, "一致：按").await?;
    page.wait_for_text("@check-what", "已核实（没有凭据）").await?;
    page.wait_for_text("@check-unproven", "不带凭据").await?;
    let more = changed(packed, |shared| shared.totals.points += 1)?;
    checked(stage, &more, "写着 37").await?;
    page.wait_for_text("@checked", "重算是 36").await?;
    let unknown = changed(packed, |shared| "beijing@2031.01".clone_into(&mut shared.rulebook))?;
    checked(stage, &unknown, "这里没有它的规则").await?;
    let (front, last) = packed.split_at(packed.len() - 1);
    checked(stage, &format!("{front}{}", if last == "A" { "B" } else { "A" }), "读不出来").await?;
    page.open("#/ledger").await?;
    page.wait_for_text("#main", "账本还是空的").await
}

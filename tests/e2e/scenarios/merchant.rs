//! A merchant's bonus: a line of its own in the form, in the ledger, on the entry and in the statement, and when it is
//! withheld, by which most. Jingkelong gives 10 points, self-declared 5, once a day, in the example of Chaoyang.

use super::contrast::readable;
use super::{in_chinese, result, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

const SCREENS: [&str; 4] = ["#/", "#/ledger", "#/record/action", "#/record/trip"];

/// Twice on a day: the second time it is withheld, before saving and afterwards; and each line opens to its numbers.
pub(crate) async fn merchant_bonus(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let chaoyang = include_str!("../../../static/rulebooks/districts/chaoyang.json");
    stage.server.add_page("/rulebooks/districts/chaoyang.json", chaoyang);
    at(stage, "#/record/action").await?;
    // 20 points for planting a tree, self-declared.
    for (bonus, day) in [("+5 分", "25"), ("+0 分", "45")] {
        planted(stage).await?;
        result(stage, "20 分").await?;
        page.wait_for_text("@bonus", bonus).await?;
        page.wait_for_text("@bonus", "京客隆超市（示例）").await?;
        if bonus == "+0 分" {
            page.wait_for_text("@in-account", "商家加分扣下 5 分：京客隆超市奖励的每天次数").await?;
            page.click("@why").await?;
            page.wait_for_text("@bonus-steps", "京客隆超市的绿色商品奖励").await?;
            page.click("#why [data-factor='bonus.jingkelong_daily']").await?;
            page.wait_for_text("#why [data-citation='bonus.jingkelong_daily']", "一天一次").await?;
        }
        save(stage).await?;
        page.wait_for_text("@recent [data-bonus]", "商家加分：京客隆超市（示例）").await?;
        page.wait_for_text("@totals", day).await?;
        at(stage, "#/record/action").await?;
    }
    page.execute("location.hash = '#/ledger';").await?;
    page.wait_for_text("li:last-child [data-bonus] .row__figures", "5").await?;
    page.wait_for_text("li:first-child > [data-bonus]", "扣下 5 分：京客隆超市奖励的每天次数").await?;
    page.wait_for_text(".day__total", "45").await?;
    page.click("li:first-child > [data-bonus]").await?;
    page.wait_for_text("@entry-totals", "20").await?;
    page.wait_for_text("@standing", "商家加分到了上限").await?;
    page.click("@standing [data-factor='bonus.jingkelong_daily']").await?;
    page.wait_for_text("@standing [data-citation='bonus.jingkelong_daily']", "一天一次").await?;
    page.click("@bonus-steps [data-factor='bonus.jingkelong']").await?;
    page.wait_for_text("@bonus-steps [data-citation='bonus.jingkelong']", "京客隆超市").await?;
    let mut faint = readable(stage, "an entry with a bonus").await?;
    page.execute("location.hash = '#/ledger';").await?;
    page.wait_for("[data-bonus]").await?;
    faint.extend(readable(stage, "the ledger with bonuses").await?);
    let month = page.execute("return new Date(Date.now() + 288e5).toISOString().slice(0, 7);").await?;
    page.execute(&format!("location.hash = '#/statement/{}';", month.as_str().unwrap_or_default())).await?;
    page.wait_for_text("@lines [data-bonus]", "商家加分：京客隆超市（示例）").await?;
    if faint.is_empty() { looks(stage).await } else { Err(Problem::new(format!("too faint: {}", faint.join("; ")))) }
}

/// What the form says before saving: beyond a cap, and with a merchant, on a phone, in both languages, light and dark.
async fn looks(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.client().set_window_size(900, 1000).await.context("cannot resize")?;
    stage.open_in_frame(390, 844, "", "?district=chaoyang#/record/trip").await?;
    page.wait_for("#main[data-ready=true]").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "50").await?;
    result(stage, "算得 180 分").await?;
    page.execute("location.hash = '#/record/action';").await?;
    page.wait_for("#main[data-view='/record/action']").await?;
    planted(stage).await?;
    page.wait_for("@in-account").await?;
    for language in ["zh", "en"] {
        for scheme in ["light", "dark"] {
            for (place, screen) in SCREENS.iter().enumerate() {
                page.execute(&format!("location.hash = '{screen}';")).await?;
                page.wait_for(&format!("#main[data-view='{}']", screen.trim_start_matches('#'))).await?;
                let script = format!(
                    "for (const sheet of document.styleSheets) for (const rule of sheet.cssRules)
                       if (rule.media && /prefers-color-scheme: ?dark|^not all$|^\\(min-width: 1px\\)$/.test(rule.media.mediaText))
                         rule.media.mediaText = '{}';
                     document.documentElement.style.colorScheme = '{scheme}';",
                    if scheme == "dark" { "(min-width: 1px)" } else { "not all" }
                );
                page.execute(&script).await?;
                let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth;";
                if page.execute(wide).await?.as_bool() != Some(false) {
                    return Err(Problem::new(format!("{screen} sticks out in {language}")));
                }
                if *screen == "#/" {
                    page.execute("document.querySelector('[data-testid=recent]').scrollIntoView();").await?;
                }
                page.shoot(&format!("merchant-{place}-{language}-{scheme}")).await?;
                if *screen == "#/ledger" {
                    let open = "location.hash = document.querySelector('[data-bonus]').getAttribute('href');";
                    page.execute(open).await?;
                    page.wait_for("@bonus-steps").await?;
                    page.execute("document.querySelector('[data-testid=standing]').scrollIntoView();").await?;
                    page.shoot(&format!("merchant-entry-{language}-{scheme}")).await?;
                }
            }
        }
        page.click("@language").await?;
    }
    page.client().enter_parent_frame().await.context("cannot leave the frame")
}

/// Opens a screen under the rules of the district.
async fn at(stage: &Stage, hash: &str) -> Outcome {
    let page = &stage.page;
    page.visit("about:blank").await?;
    page.visit(&stage.server.url(&format!("/?district=chaoyang{hash}"))).await?;
    page.wait_for(&format!("#main[data-ready=true][data-view='{}']", hash.trim_start_matches('#'))).await?;
    in_chinese(stage).await
}

/// A tree planted with the merchant.
async fn planted(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.wait_for("[name=merchant]").await?;
    page.click("[name=action][value=tree_planting]").await?;
    page.set("[name=merchant]", "jingkelong").await
}

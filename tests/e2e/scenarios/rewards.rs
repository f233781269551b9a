//! Points are spent: under the rules of a district, once, also in two tabs; and rules that are wrong are refused.

use super::contrast::readable;
use super::{in_chinese, own_script, ready, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// The shipped example of Chaoyang, without the last days of what it offers: these scenarios are to hold in any year.
pub(super) fn endless_chaoyang() -> String {
    let text = include_str!("../../../static/rulebooks/districts/chaoyang.json");
    text.lines()
        .filter(|line| !line.contains("\"until\""))
        .collect::<Vec<_>>()
        .join("\n")
        .replace("\"from\": \"2026-11-21\",\n    }", "\"from\": \"2026-11-21\"\n    }")
}

/// Opens a screen under an address with a question mark.
pub(super) async fn at(stage: &Stage, address: &str, hash: &str) -> Outcome {
    let page = &stage.page;
    page.visit("about:blank").await?;
    page.visit(&stage.server.url(&format!("{address}{hash}"))).await?;
    page.wait_for(&format!("#main[data-ready=true][data-view='{}']", hash.trim_start_matches('#'))).await?;
    in_chinese(stage).await
}

/// A more efficient appliance: 200 kWh are 111.08 kg, far more points than the 3000 of a month.
pub(super) async fn earn(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.click("[name=appliance][value=other]").await?;
    page.retype("[name=annual_kwh]", "200").await?;
    page.retype("[name=replaced_annual_kwh]", "400").await?;
    save(stage).await
}

/// Waits for a name in the head. Asked of the document: a driver takes a text that may be cut off for one not shown.
pub(super) async fn district_is(stage: &Stage, name: &str) -> Outcome {
    let script =
        "const name = document.querySelector('[data-testid=district-name]'); return name ? name.textContent : '';";
    let what = format!("{name} in the head");
    stage.page.wait_until(&what, async || Ok(stage.page.execute(script).await?.as_str() == Some(name))).await
}

async fn digits(stage: &Stage, selector: &str) -> Outcome<String> {
    Ok(stage.page.text_of(selector).await?.chars().filter(char::is_ascii_digit).collect())
}

pub(super) async fn balance_is(stage: &Stage, points: &str) -> Outcome {
    let what = format!("a balance of {points}");
    stage.page.wait_until(&what, async || Ok(digits(stage, "@balance .balance__amount").await? == points)).await
}

/// By the address: earned, redeemed, shown as a code, cancelled, redeemed again, used; and without points, nothing.
pub(crate) async fn rewards(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/rulebooks/districts/chaoyang.json", &endless_chaoyang());
    let here = "/?district=chaoyang";
    at(stage, here, "#/points").await?;
    district_is(stage, "朝阳区").await?;
    page.wait_for_text("@points-rules", "示例规则").await?;
    page.wait_for_text("[data-reward=solana_coupon]", "还差 500 分").await?;
    page.shoot("points-empty").await?;
    page.click("[data-reward=solana_coupon]").await?;
    page.wait_for_text("@affordable", "还差 500 分").await?;
    page.wait_for("@redeem:disabled").await?;

    // A merchant's bonus is a line of its own: 10 points, self-declared 5.
    at(stage, here, "#/record/action").await?;
    page.wait_for("[name=merchant]").await?;
    page.click("[name=action][value=own_bag]").await?;
    page.set("[name=merchant]", "jingkelong").await?;
    save(stage).await?;
    page.wait_for_text("@recent [data-bonus]", "5").await?;
    page.click("@notice a").await?;
    page.wait_for_text("@standing", "商家加分：京客隆超市（示例）").await?;
    page.wait_for_text("@standing", "+5 分").await?;

    at(stage, here, "#/record/appliance").await?;
    earn(stage).await?;
    at(stage, here, "#/points").await?;
    balance_is(stage, "3000").await?;
    page.wait_for_text("@caps", "3,000 / 3,000 分").await?;
    page.shoot("points").await?;
    let mut faint = readable(stage, "points").await?;

    page.click("[data-reward=solana_coupon]").await?;
    page.wait_for_text("@affordable", "积分够了").await?;
    page.wait_for_text("@left-after", "2,500").await?;
    page.shoot("reward").await?;
    faint.extend(readable(stage, "a reward").await?);
    page.click("@redeem").await?;
    page.wait_for("#main[data-view^='/voucher/']").await?;
    page.wait_for_text("@status", "可以用").await?;
    page.wait_for("@qr").await?;
    // The code first; what the shop does stands below everything, and is not what catches the eye.
    let quiet = "const use = document.querySelector('[data-testid=use]');
        return !use.matches('.button--main') && ['.ticket', '.part', '[data-testid=cancel]'].every(above =>
            document.querySelector(above).getBoundingClientRect().bottom <= use.getBoundingClientRect().top);";
    assert_eq!(page.execute(quiet).await?, true, "the shop's button stands out");
    let code = page.text_of("@code").await?;
    if code.len() != 19 || code.split('-').any(|group| group.len() != 4) {
        return Err(Problem::new(format!("the code is {code}")));
    }
    page.shoot("voucher").await?;
    faint.extend(readable(stage, "a voucher").await?);

    // Cancelled: the points are back, and the code is not drawn any more.
    page.click("@cancel").await?;
    page.wait_for_text("@question", "退回 500 分").await?;
    page.click("@no").await?;
    page.click("@cancel").await?;
    page.click("@yes").await?;
    page.wait_for_text("@status", "已取消").await?;
    page.wait_for_text("@told", "退回 500 分").await?;
    page.wait_until("no code to scan", async || Ok(page.count("@qr").await? == 0)).await?;
    at(stage, here, "#/points").await?;
    balance_is(stage, "3000").await?;

    // Redeemed again and used.
    at(stage, here, "#/reward/solana_coupon").await?;
    page.click("@redeem").await?;
    page.wait_for_text("@status", "可以用").await?;
    page.click("@use").await?;
    page.click("@yes").await?;
    page.wait_for_text("@status", "已使用").await?;
    page.wait_until("nothing more to do", async || Ok(page.count("@cancel").await? == 0)).await?;

    // A donation is final.
    at(stage, here, "#/reward/tree_donation").await?;
    page.click("@redeem").await?;
    page.wait_for_text("@status", "已捐出").await?;
    page.wait_for("@code").await?;
    page.wait_until("nothing to cancel", async || Ok(page.count("@cancel").await? == 0)).await?;
    at(stage, here, "#/points").await?;
    balance_is(stage, "500").await?;
    page.wait_until("three redemptions", async || Ok(page.count("[data-voucher]").await? == 3)).await?;
    page.wait_for_text("[data-reward=jingkelong_coupon]", "还差 500 分").await?;

    // The statement: what was spent with a minus, what came back with a plus.
    ready(stage, "#/record/trip").await?;
    let month = page.value_of("[name=date]").await?.get(..7).unwrap_or_default().to_owned();
    at(stage, here, &format!("#/statement/{month}")).await?;
    let signed = "return [...document.querySelectorAll('[data-testid=redemptions] tbody tr')].map(row =>
        row.querySelector('[data-column]').textContent).join(' ')";
    page.wait_until("signs", async || Ok(page.execute(signed).await? == "−500 +500 −500 −2,000")).await?;
    page.shoot("statement-redemptions").await?;
    if !faint.is_empty() {
        return Err(Problem::new(format!("too faint: {}", faint.join("; "))));
    }
    Ok(())
}

/// Chosen in settings, kept, and in use without a network; entries name the rules that they were worked out with.
pub(crate) async fn rewards_district(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/points").await?;
    page.wait_for_text("@invitation", "先选一个区").await?;
    page.click("@choose-district").await?;
    page.wait_for("#main[data-view='/me']").await?;
    page.click("@district [value=xicheng]").await?;
    district_is(stage, "西城区").await?;
    page.wait_for_text("@district", "计划里写到的场景").await?;
    page.wait_for_text("@district", "绿色商场").await?;
    // The plan names eight; four are shown at once.
    let shown = "return [...document.querySelectorAll('.scenes__one')].filter(one => !one.closest('details:not([open])')).length";
    page.wait_until("four scenes", async || Ok(page.execute(shown).await? == 4)).await?;
    page.click("@more-scenes").await?;
    page.wait_until("all scenes", async || Ok(page.execute(shown).await? == 8)).await?;
    page.click("@more-scenes").await?;
    page.shoot("district").await?;
    let faint = readable(stage, "the district").await?;
    if !faint.is_empty() {
        return Err(Problem::new(format!("too faint: {}", faint.join("; "))));
    }
    super::kept(stage, "settings", "district", |kept| kept.contains("xicheng")).await?;
    page.reload().await?;
    district_is(stage, "西城区").await?;

    // The file is gone, as without a network: the copy of the device is in use, and the page says so.
    stage.server.withhold(Some("/rulebooks/districts/"));
    ready(stage, "#/points").await?;
    page.reload().await?;
    page.wait_for_text("@district-kept", "xicheng@").await?;
    district_is(stage, "西城区").await?;
    page.execute("window.__e2eErrors.length = 0;").await?;
    ready(stage, "#/record/action").await?;
    page.click("[name=action][value=low_carbon_day]").await?;
    save(stage).await?;
    page.wait_for_text("@recent", "低碳日").await?;
    page.click("@notice a").await?;
    page.wait_for_text("@why-sheet", "+xicheng@2026.11").await?;

    // Without a district the entry stays as it is.
    ready(stage, "#/me").await?;
    page.click("@district [value=none]").await?;
    page.wait_until("no district in the head", async || Ok(page.count("@district-name").await? == 0)).await?;
    ready(stage, "#/ledger").await?;
    page.wait_until("the entry", async || Ok(page.count(".row").await? == 1)).await?;
    // Its action is still called by its name, and explained by the copy of the rules on the device.
    page.wait_for_text(".row", "低碳日").await?;
    page.click("[data-entry]").await?;
    page.wait_for_text("@why-sheet", "+xicheng@2026.11").await?;
    page.wait_until("comparisons", async || Ok(page.count("@compare").await? == 2)).await?;
    page.execute("window.__e2eErrors.length = 0;").await.map(drop)
}

/// A host's own rules with a fault are refused with file, path and reason, and so are those of another site; the page
/// goes on with its own.
pub(crate) async fn rewards_refused(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let text = endless_chaoyang();
    let own = "\"zh\": \"示例规则，非官方\"";
    assert!(text.contains(own));
    stage.server.add_page("/rules/mall.json", &text.replace(own, "\"zh\": \"商圈试行\""));
    stage.server.add_page("/rules/broken.json", &text.replace("\"kind\": \"donation\"", "\"kind\": \"gift\""));
    at(stage, "/?district=rules/mall.json", "#/points").await?;
    page.wait_for("[data-reward=solana_coupon]").await?;
    // Whose rules they are is said in their own words.
    page.wait_for_text(".head__status", "商圈试行").await?;
    page.wait_for_text("@points-rules", "商圈试行").await?;

    at(stage, "/?district=rules/broken.json", "#/").await?;
    page.wait_for_text("@district-refused", "rules/broken.json").await?;
    page.wait_for_text("@district-refused", "这个区的规则文件有问题，先按北京规则算。").await?;
    // A sentence and the file; what is wrong in it is for whoever writes it, and folded.
    let calm = "const box = document.querySelector('[data-testid=district-refused]').getBoundingClientRect();
        return box.height < innerHeight / 3 && !document.querySelector('[data-testid=for-authors]').open";
    assert_eq!(page.execute(calm).await?, true, "the refusal fills the screen");
    page.shoot("district-refused-folded").await?;
    page.click("@for-authors > summary").await?;
    page.wait_for_text("@district-refused", "rewards[3](tree_donation).kind").await?;
    page.wait_for_text("@district-refused", "「gift」").await?;
    // The place stands on a line of its own, above what is wrong there.
    page.wait_for_text(".refused__place", "rewards[3](tree_donation).kind").await?;
    let apart = "const place = document.querySelector('.refused__place').getBoundingClientRect();
        return place.bottom <= document.querySelector('.refused__place + p').getBoundingClientRect().top + 1;";
    assert_eq!(page.execute(apart).await?, true, "path and reason run together");
    page.shoot("district-refused").await?;
    let faint = readable(stage, "refused rules").await?;
    if !faint.is_empty() {
        return Err(Problem::new(format!("too faint: {}", faint.join("; "))));
    }
    // The page goes on by its own rules.
    page.click("@save").await?;
    page.wait_for_text("@totals", "720").await?;

    at(stage, "/?rulebook=https://rules.example/mall.json", "#/").await?;
    page.wait_for_text("@district-refused", "别的网站").await?;
    page.click("@district-read").await?;
    page.wait_until("nothing more said", async || Ok(page.count("@district-refused").await? == 0)).await?;
    at(stage, "/?district=haidian", "#/").await?;
    page.wait_for_text("@district-refused", "rulebooks/districts/haidian.json").await?;
    page.wait_for_text("@district-refused", "404").await?;
    page.execute("window.__e2eErrors.length = 0;").await.map(drop)
}

/// On a phone and on wide screens, in both languages, nothing sticks out sideways.
pub(crate) async fn rewards_fit(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/rulebooks/districts/chaoyang.json", &endless_chaoyang());
    let here = "/?district=chaoyang";
    at(stage, here, "#/record/appliance").await?;
    earn(stage).await?;
    at(stage, here, "#/reward/solana_coupon").await?;
    page.click("@redeem").await?;
    page.wait_for_text("@status", "可以用").await?;
    let voucher = page.execute("return location.hash").await?.as_str().unwrap_or_default().to_owned();
    let screens = ["#/points", "#/reward/solana_coupon", "#/reward/appliance_subsidy", &voucher, "#/me"];
    for (width, height) in [(1080, 1920), (1280, 800)] {
        page.client().set_window_size(width, height).await.context("cannot set the size of the window")?;
        fits(stage, &screens, &width.to_string()).await?;
    }
    for width in [390, 320] {
        stage.open_in_frame(width, 844, "", "?district=chaoyang#/points").await?;
        page.wait_for("#main[data-ready=true]").await?;
        fits(stage, &screens, &width.to_string()).await?;
        page.click("@language").await?;
        fits(stage, &screens, &format!("{width}-other-language")).await?;
        page.click("@language").await?;
    }
    Ok(())
}

async fn fits(stage: &Stage, screens: &[&str], name: &str) -> Outcome {
    let page = &stage.page;
    for hash in screens {
        page.execute(&format!("location.hash = '{hash}'")).await?;
        page.wait_for(&format!("#main[data-ready=true][data-view='{}']", hash.trim_start_matches('#'))).await?;
        page.wait_for("@district-name").await?;
        let wide =
            page.execute("return document.documentElement.scrollWidth > document.documentElement.clientWidth").await?;
        if wide.as_bool() != Some(false) {
            return Err(Problem::new(format!("{hash} sticks out at {name}")));
        }
        let screen = hash.trim_start_matches("#/").split('/').next().unwrap_or_default();
        page.shoot(&format!("rewards-{screen}-{name}")).await?;
    }
    Ok(())
}

/// Two tabs with the same points: what one has spent, the other cannot, and what one has used, the other cannot cancel.
pub(crate) async fn rewards_two_tabs(stage: &Stage) -> Outcome {
    let (page, client) = (&stage.page, stage.page.client());
    stage.server.add_page("/rulebooks/districts/chaoyang.json", &endless_chaoyang());
    let here = "/?district=chaoyang";
    at(stage, here, "#/record/appliance").await?;
    earn(stage).await?;
    at(stage, here, "#/reward/tree_donation").await?;
    page.wait_for("@redeem:enabled").await?;
    apart(stage).await?;
    let first = client.window().await.context("cannot name the tab")?;
    let second = client.new_window(false).await.context("cannot open a second tab")?.handle;
    client.switch_to_window(second.clone()).await.context("cannot go to the second tab")?;
    at(stage, here, "#/reward/tree_donation").await?;
    page.wait_for("@redeem:enabled").await?;
    apart(stage).await?;

    client.switch_to_window(first.clone()).await.context("cannot go back")?;
    page.click("@redeem").await?;
    page.wait_for_text("@status", "已捐出").await?;
    client.switch_to_window(second.clone()).await.context("cannot go to the second tab")?;
    page.click("@redeem").await?;
    page.wait_for_text("@told", "还差 1,000 分").await?;
    at(stage, here, "#/points").await?;
    balance_is(stage, "1000").await?;

    // A voucher that one tab uses cannot be cancelled in the other.
    at(stage, here, "#/reward/solana_coupon").await?;
    page.click("@redeem").await?;
    page.wait_for_text("@status", "可以用").await?;
    let voucher = page.execute("return location.hash").await?.as_str().unwrap_or_default().to_owned();
    page.click("@cancel").await?;
    page.wait_for("@yes").await?;
    apart(stage).await?;
    client.switch_to_window(first).await.context("cannot go back")?;
    at(stage, here, &voucher).await?;
    apart(stage).await?;
    page.click("@use").await?;
    page.click("@yes").await?;
    page.wait_for_text("@status", "已使用").await?;
    client.switch_to_window(second).await.context("cannot go to the second tab")?;
    page.click("@yes").await?;
    page.wait_for_text("@told", "没有改动").await?;
    page.wait_for_text("@status", "已使用").await?;
    at(stage, here, "#/points").await?;
    balance_is(stage, "500").await
}

/// From now on the tab tells the others nothing and does not notice being looked at again, as where a browser has no
/// channels and shows two windows side by side.
async fn apart(stage: &Stage) -> Outcome {
    let script = "BroadcastChannel.prototype.postMessage = () => {};
        window.addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true);";
    own_script(stage, script).await
}

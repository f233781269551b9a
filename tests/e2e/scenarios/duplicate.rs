//! What a form says before something is recorded that another entry claims already. It can be saved all the same.

use super::{ready, result, save, tick};
use crate::{problem::Outcome, stage::Stage};

/// The same appliance again: its serial number says whether it is another one.
pub(crate) async fn same_appliance(stage: &Stage) -> Outcome {
    let page = &stage.page;
    for again in [false, true] {
        ready(stage, "#/record/appliance").await?;
        page.click("[name=appliance][value=other]").await?;
        page.retype("[name=annual_kwh]", "200").await?;
        page.retype("[name=replaced_annual_kwh]", "400").await?;
        result(stage, if again { "重复" } else { "111.08" }).await?;
        if again {
            page.wait_for_text("#f-serial-hint", "一台只计一次").await?;
            page.retype("[name=serial]", "B-2").await?;
            page.wait_for_text("#f-serial-hint", "机身铭牌").await?;
            page.retype("[name=serial]", "").await?;
            page.wait_for_text("#f-serial-hint", "一台只计一次").await?;
        }
        save(stage).await?;
    }
    Ok(())
}

/// Paint beyond what the walls take, more of it for the same repaint, and another repaint within five years.
pub(crate) async fn repaint(stage: &Stage) -> Outcome {
    let page = &stage.page;
    // 60 m² twice take 42 litres: 588 g.
    paint(stage, "2026-04-10", "50").await?;
    page.wait_for_text("#f-floor_area_m2-hint", "没填").await?;
    page.retype("[name=floor_area_m2]", "60").await?;
    page.wait_for_text("#f-coats-hint", "没填").await?;
    page.retype("[name=coats]", "2").await?;
    result(stage, "0.619 污染当量").await?;
    page.click("@why").await?;
    page.wait_for_text("[data-reason=paint_beyond_area]", "超出的不计").await?;
    page.click("[data-reason=paint_beyond_area] [data-factor='voc.spread_rate']").await?;
    page.wait_for_text("[data-reason=paint_beyond_area] [data-citation='voc.spread_rate']", "10").await?;
    page.wait_for_text("[data-step=plausible_litres]", "42").await?;
    save(stage).await?;
    // The home is remembered. All of its walls are painted already.
    paint(stage, "2026-05-10", "5").await?;
    page.wait_until("the home of last time", async || Ok(page.value_of("[name=floor_area_m2]").await? == "60")).await?;
    page.wait_for_text("#f-amount-hint", "加上").await?;
    // Later it is another repaint: within five years, unless the home is another one.
    page.set("[name=date]", "2026-08-10").await?;
    page.wait_for_text("[open] #f-dwelling-hint", "5 年之内").await?;
    page.retype("[name=dwelling]", "老房").await?;
    page.wait_for_text("#f-dwelling-hint", "每次写得一样").await?;
    page.retype("[name=dwelling]", "").await?;
    page.wait_for_text("#f-dwelling-hint", "5 年之内").await?;
    save(stage).await
}

/// A car-free day on which a trip by electric car is recorded.
pub(crate) async fn car_used(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.set("[name=date]", "2026-11-20").await?;
    page.click("[name='legs[0].mode'][value=bev_car]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    tick(stage, "legs[0].replaced_petrol_car").await?;
    save(stage).await?;
    ready(stage, "#/record/car_free").await?;
    page.set("[name=date]", "2026-11-20").await?;
    page.click("[name=power][value=bev]").await?;
    page.retype("[name=hours]", "24").await?;
    page.wait_for_text("#f-date-hint", "车没有停着").await?;
    page.set("[name=date]", "2026-11-19").await?;
    page.wait_until("nothing to be said", async || Ok(page.count("#f-date-hint").await? == 0)).await?;
    page.set("[name=date]", "2026-11-20").await?;
    page.wait_for_text("#f-date-hint", "2026年11月20日").await?;
    save(stage).await
}

/// A trip by electric car on a car-free day: before it is saved, the form says what that day loses.
pub(crate) async fn car_free_undone(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/car_free").await?;
    page.set("[name=date]", "2026-11-20").await?;
    page.click("[name=power][value=bev]").await?;
    page.retype("[name=hours]", "24").await?;
    save(stage).await?;
    page.click("@notice a").await?;
    page.wait_for("@entry-totals").await?;
    let points = "return document.querySelector('[data-testid=entry-totals] .totals__one:last-child .figure__number').textContent;";
    let points = page.execute(points).await?.as_str().unwrap_or_default().to_owned();
    ready(stage, "#/record/trip").await?;
    page.set("[name=date]", "2026-11-20").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "720 克").await?;
    page.wait_until("nothing about the metro", async || Ok(page.count("@undone").await? == 0)).await?;
    page.click("[name='legs[0].mode'][value=bev_car]").await?;
    // Also a trip that is only recorded says that the car moved.
    page.wait_for_text("@undone", "停驶").await?;
    tick(stage, "legs[0].replaced_petrol_car").await?;
    let lost = format!("它的 {points} 分也没有了");
    page.wait_for_text("@undone", "2026年11月20日").await?;
    page.wait_for_text("@undone", &lost).await?;
    // Once, and where it is always in sight.
    page.click("@why").await?;
    page.wait_for("@why-sheet").await?;
    let said = "return document.body.textContent.split('已经记过停驶').length - 1;";
    assert_eq!(page.execute(said).await?, 1, "it is said more than once");
    page.shoot("car-free-undone").await?;
    save(stage).await?;
    ready(stage, "#/ledger").await?;
    page.wait_for_text("li:last-child .row__withheld", "当天开过车，不计入").await?;
    page.click("li:last-child > [data-entry]").await?;
    page.wait_for_text("@claim", "车没有停着").await
}

/// The same trip twice within the hour: the later one says so, in the ledger and on its own page, until it is undone.
pub(crate) async fn same_trip(stage: &Stage) -> Outcome {
    let page = &stage.page;
    for again in [false, true] {
        ready(stage, "#/record/trip").await?;
        page.click("[name='legs[0].mode'][value=rail]").await?;
        page.retype("[name='legs[0].km']", "10").await?;
        if again {
            page.wait_for_text("#f-date-hint", "一模一样").await?;
        }
        save(stage).await?;
    }
    page.wait_for("@recent @repeat").await?;
    ready(stage, "#/ledger").await?;
    page.wait_for_text("li:first-child @repeat", "一小时内记过一样的").await?;
    assert_eq!(page.count("@repeat").await?, 1, "only the later one");
    page.click("li:first-child > [data-entry]").await?;
    page.wait_for_text("@repeat", "一模一样").await?;
    page.shoot("repeat").await?;
    page.click("@repeat a").await?;
    page.wait_until("the first one", async || Ok(page.count("@repeat").await? == 0)).await?;
    ready(stage, "#/ledger").await?;
    page.click("li:first-child > [data-entry]").await?;
    page.click("@reverse").await?;
    page.wait_for("@reversed").await?;
    page.wait_until("nothing repeated", async || Ok(page.count("@repeat").await? == 0)).await
}

/// A bill for days that another one has is refused, and leads to that one.
pub(crate) async fn same_bill(stage: &Stage) -> Outcome {
    let page = &stage.page;
    for again in [false, true] {
        ready(stage, "#/record/utility").await?;
        page.set("[name=start]", "2026-10-01").await?;
        page.set("[name=end]", "2026-10-31").await?;
        page.retype("[name=usage]", "179.99").await?;
        page.retype("[name=baseline_usage]", "220").await?;
        page.retype("[name=baseline_days]", "31").await?;
        if !again {
            save(stage).await?;
        }
    }
    page.wait_for_text("#main", "已经在另一张账单里了").await?;
    page.shoot("same-bill").await?;
    page.click("@other-bill a").await?;
    page.wait_for("@entry-totals").await?;
    page.wait_for_text("#main", "179.99").await
}

async fn paint(stage: &Stage, date: &str, litres: &str) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/purchase").await?;
    page.set("[name=date]", date).await?;
    page.set("[name=category]", "interior_wall_coating").await?;
    page.retype("[name=amount]", litres).await?;
    page.retype("[name=voc]", "10").await
}

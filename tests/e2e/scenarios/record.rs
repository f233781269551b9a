//! Recording one of each kind: the numbers while typing, the reasons, and the entry afterwards.
//!
//! Expected numbers are those of `tests/golden/cases.jsonl`.

use super::{ready, result, save, tick};
use crate::{problem::Outcome, stage::Stage};

/// The officially credited example, leg by leg: 2548.0 g and 127 points, with the reasons before saving.
pub(crate) async fn trip(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=walk]").await?;
    page.retype("[name='legs[0].km']", "0.5").await?;
    result(stage, "52 克").await?;
    page.click("@add-leg").await?;
    page.click("[name='legs[1].mode'][value=rail]").await?;
    page.retype("[name='legs[1].km']", "33.80").await?;
    page.click("@add-leg").await?;
    page.retype("[name='legs[2].km']", "0.6").await?;
    result(stage, "2.55 千克").await?;
    result(stage, "127 分").await?;
    // What was typed stays as it was typed.
    page.wait_until("33.80 to stay 33.80", async || Ok(page.value_of("[name='legs[1].km']").await? == "33.80")).await?;
    why(stage).await?;
    page.wait_for_text("[data-step=trip_carbon]", "2,548").await?;
    page.click("[data-factor='travel.rail']").await?;
    page.wait_for_text("[data-citation='travel.rail']", "DB11/T 3043-2024").await?;
    page.wait_for_text("[data-citation='travel.rail'] .grade", "转录").await?;
    // The comparison with driving opens to its own steps and factors.
    page.wait_for_text("@driving", "7.64 千克").await?;
    page.click("@driving-steps summary").await?;
    page.wait_for_text("[data-step=driving_rounded]", "7,643,400").await?;
    page.click("@driving-steps [data-factor='car.petrol']").await?;
    page.wait_for_text("@driving-steps [data-citation='car.petrol']", "250").await?;
    save(stage).await?;
    page.click("@notice a").await?;
    page.wait_for_text("@entry-totals", "2.55").await?;
    page.wait_for_text("@entry-totals", "127").await?;
    page.wait_for("@recheck").await
}

/// A way without a published factor is kept, earns nothing, and says why.
pub(crate) async fn recorded_only(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click(".leg details summary").await?;
    page.click("[name='legs[0].mode'][value=ebike]").await?;
    page.retype("[name='legs[0].km']", "5").await?;
    result(stage, "记下，不计分").await?;
    why(stage).await?;
    page.wait_for_text("[data-reason=no_published_factor]", "公布").await?;
    save(stage).await?;
    page.open("#/ledger").await?;
    page.wait_for_text(".row", "电动自行车 5 公里").await?;
    page.wait_for_text(".row", "不计分").await
}

/// A number of the rules that a note names opens to its origin, like a factor of a step.
pub(crate) async fn questioned(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "101").await?;
    result(stage, "7.27 千克").await?;
    why(stage).await?;
    page.click("[data-reason=distance_to_confirm] [data-factor='distance.rail']").await?;
    page.wait_for_text("[data-reason=distance_to_confirm] [data-citation='distance.rail']", "100").await
}

/// An electricity bill as it stands on paper: 22.216 kg and 1111 points.
pub(crate) async fn bill(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/utility").await?;
    page.set("[name=start]", "2026-06-01").await?;
    page.set("[name=end]", "2026-06-30").await?;
    page.wait_for_text(".bill__days", "30").await?;
    page.retype("[name=usage]", "180").await?;
    page.retype("[name=baseline_usage]", "220").await?;
    page.click(".chip--same button").await?;
    result(stage, "22.22 千克").await?;
    result(stage, "1,111 分").await?;
    why(stage).await?;
    page.click("[data-factor^='grid.']").await?;
    page.wait_for_text(".citation", "0.5554").await?;
    save(stage).await?;
    // It is on the home screen of the day it was recorded on, and counts for the day the billed period ended.
    page.wait_for_text("@recent", "电 6月1日").await?;
    page.open("#/ledger").await?;
    page.wait_for_text("[data-day='2026-06-30']", "电").await
}

/// A day of a meter is billed once, an empty form asks for what it shows, and the first field to mend has the focus.
pub(crate) async fn bill_once(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/utility").await?;
    page.click("@save").await?;
    page.wait_until("the first empty field to have the focus", async || {
        Ok(page.execute("return document.activeElement.id").await? == "f-start")
    })
    .await?;
    page.wait_until("no word of a field that is not there", async || {
        Ok(!page.text_of("@result").await?.contains("日期："))
    })
    .await?;
    for (start, end, allowed) in [("06-01", "06-30", true), ("06-30", "07-29", false), ("07-01", "07-29", true)] {
        ready(stage, "#/record/utility").await?;
        page.set("[name=start]", &format!("2026-{start}")).await?;
        page.set("[name=end]", &format!("2026-{end}")).await?;
        page.retype("[name=usage]", "180").await?;
        page.retype("[name=baseline_usage]", "220").await?;
        page.retype("[name=baseline_days]", "30").await?;
        if allowed {
            save(stage).await?;
        } else {
            page.wait_for_text("#f-start-problem", "另一张账单").await?;
            page.wait_for_text("#f-start-problem", "2026年6月30日").await?;
            page.click("@save").await?;
            page.wait_for_text("@result", "另一张账单").await?;
        }
    }
    page.open("#/ledger").await?;
    page.wait_until("two bills", async || Ok(page.count(".row").await? == 2)).await
}

/// Water-based wall paint, 20 L at 10 g/L less water: 280 g of VOC; what "less water" means is explained on the spot.
pub(crate) async fn purchase(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/purchase").await?;
    page.set("[name=date]", "2026-04-10").await?;
    page.set("[name=category]", "interior_wall_coating").await?;
    page.retype("[name=amount]", "20").await?;
    page.retype("[name=voc]", "10").await?;
    result(stage, "0.295 污染当量").await?;
    result(stage, "177 分").await?;
    // How the figure is measured stays open once it was asked for, whether or not something is wrong there.
    page.click(".tin + .more summary").await?;
    page.click("[name=basis][value=as_supplied]").await?;
    page.wait_for_text("#f-basis-problem", "扣水").await?;
    page.click("[name=basis][value=less_water]").await?;
    result(stage, "177 分").await?;
    page.wait_for(".tin + .more[open]").await?;
    page.click(".explain summary").await?;
    page.wait_for_text(".explain", "把水扣掉").await?;
    page.retype("[name=density_kg_per_l]", "1.30").await?;
    page.retype("[name=water_percent]", "50").await?;
    result(stage, "177 分").await?;
    save(stage).await
}

/// Everyday actions, car-free days, night refuelling, solar power and an appliance.
pub(crate) async fn the_others(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/action").await?;
    page.click("[name=action][value=no_cutlery]").await?;
    page.retype("[name=count]", "3").await?;
    result(stage, "69 克").await?;
    result(stage, "3 分").await?;
    save(stage).await?;

    ready(stage, "#/record/car_free").await?;
    page.set("[name=date]", "2026-11-20").await?;
    page.click("[name=power][value=petrol]").await?;
    page.retype("[name=engine_litres]", "3.0").await?;
    page.retype("[name=hours]", "24").await?;
    tick(stage, "alert").await?;
    result(stage, "70 分").await?;
    save(stage).await?;

    ready(stage, "#/record/refuel").await?;
    page.set("[name=date]", "2026-07-01").await?;
    page.set("[name=time]", "21:30").await?;
    page.retype("[name=litres]", "40").await?;
    result(stage, "5 分").await?;
    page.set("[name=time]", "12:00").await?;
    result(stage, "不计分").await?;
    page.set("[name=time]", "20:00").await?;
    save(stage).await?;

    ready(stage, "#/record/solar").await?;
    page.retype("[name=self_consumed_kwh]", "100").await?;
    result(stage, "55.54 千克").await?;
    save(stage).await?;

    ready(stage, "#/record/appliance").await?;
    page.click("[name=appliance][value=air_conditioner]").await?;
    page.retype("[name=cooling_kw]", "3.5").await?;
    page.retype("[name=apf]", "5.0").await?;
    page.retype("[name=replaced_apf]", "3.3").await?;
    result(stage, "191.19 千克").await?;
    save(stage).await?;
    page.open("#/ledger").await?;
    page.wait_until("five entries", async || Ok(page.count(".row").await? == 5)).await
}

async fn why(stage: &Stage) -> Outcome {
    stage.page.click("@why").await?;
    stage.page.wait_for("@why-sheet").await
}

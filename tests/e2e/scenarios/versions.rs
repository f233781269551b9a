//! Versions of the rules: an old entry keeps its result and can be seen under another version; a number past its day of
//! review is marked.

use super::contrast::readable;
use super::{own_script, ready, result, save};
use crate::{
    problem::{Outcome, Problem},
    stage::Stage,
};

/// Ten cubic metres of gas: 21.62 kg and 1081 points with 2.162 kg/m³, 19.77 kg and 989 points with 1.977.
pub(crate) async fn versions(stage: &Stage) -> Outcome {
    let page = &stage.page;
    // The first version is in use until the end of November 2026, whatever day this is run on.
    ready(stage, "#/record/utility").await?;
    page.wait_for("[name=utility]").await?;
    on_the_day(stage, "2026-11-30").await?;
    gas(stage, "01", "31").await?;
    result(stage, "21.62 千克").await?;
    save(stage).await?;
    page.click("@notice a").await?;
    page.wait_for_text("@why-sheet", "beijing@2026.11").await?;

    page.click("@compare summary").await?;
    page.wait_for_text("@change-note", "beijing@2026.12").await?;
    page.wait_for_text("@change-note", "天然气").await?;
    page.wait_for_text("[data-compared=carbon][data-difference=rules] td:first-child", "2.162").await?;
    page.wait_for_text("[data-compared=carbon][data-difference=rules] td:last-child", "1.977").await?;
    page.wait_for_text("[data-compared=carbon] td:last-child", "中国能源统计年鉴").await?;
    page.wait_for_text("[data-compared=carbon] th", "规则改了").await?;
    page.wait_for_text("[data-compared=usage_saved][data-difference=none] th", "两版相同").await?;
    page.wait_for_text("[data-compared=carbon_rounded][data-difference=follows] th", "跟着前面变").await?;
    page.wait_for_text("@compared-totals", "21.62").await?;
    page.wait_for_text("@compared-totals", "19.77").await?;
    page.wait_for_text("@compared-totals", "−92").await?;
    page.shoot("versions").await?;
    let mut faint = readable(stage, "the comparison").await?;
    let entry = page.execute("return location.hash").await?.as_str().unwrap_or_default().to_owned();

    // From December on a new bill is worked out with the second version; the old entry stays as it was.
    on_the_day(stage, "2026-12-01").await?;
    go(stage, "#/record/utility").await?;
    gas(stage, "02", "28").await?;
    result(stage, "19.77 千克").await?;
    go(stage, &entry).await?;
    page.wait_for_text("@entry-totals", "21.62").await?;
    page.wait_for_text("@recheck", "一致").await?;
    page.wait_for_text("@why-sheet", "beijing@2026.11").await?;

    // A correction of the old entry keeps the rules of its day.
    page.click("@correct").await?;
    result(stage, "21.62 千克").await?;
    page.wait_for_text(".lead", "beijing@2026.11").await?;
    go(stage, &entry).await?;

    // The rules screen tells what each version changed.
    go(stage, "#/rules").await?;
    page.click("@versions summary").await?;
    page.wait_for_text("[data-version$='2026.12']", "1.977").await?;
    page.wait_for_text("[data-version$='2026.11']", "首个版本").await?;
    faint.extend(readable(stage, "the versions").await?);
    if !faint.is_empty() {
        return Err(Problem::new(format!("too faint: {}", faint.join("; "))));
    }

    // On a phone nothing sticks out.
    stage.open_in_frame(390, 844, "", &entry).await?;
    page.wait_for("#main[data-ready=true]").await?;
    page.click("@compare summary").await?;
    page.wait_for("@compared-totals").await?;
    let wide =
        page.execute("return document.documentElement.scrollWidth > document.documentElement.clientWidth").await?;
    if wide.as_bool() != Some(false) {
        return Err(Problem::new("the comparison sticks out of a phone's screen"));
    }
    page.execute("document.querySelector('[data-compared=carbon]').scrollIntoView({ block: 'center' })").await?;
    page.shoot("versions-phone").await
}

/// The grid factor is to be looked at again by 31 January 2027: on that day it is not marked, on the next day it is.
pub(crate) async fn versions_overdue(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/rules").await?;
    page.wait_for("[data-parameter='grid.beijing']").await?;
    on_the_day(stage, "2027-01-31").await?;
    page.wait_until("no mark on its last day", async || {
        Ok(page.count("[data-parameter='grid.beijing'] @overdue").await? == 0)
    })
    .await?;
    on_the_day(stage, "2027-02-01").await?;
    page.wait_for_text("[data-parameter='grid.beijing'] @overdue", "已过复核日期").await?;
    page.click("[data-parameter='grid.beijing'] button").await?;
    page.wait_for_text("[data-parameter='grid.beijing'] .citation @overdue", "2027年1月31日").await?;
    page.shoot("versions-overdue").await?;
    let faint = readable(stage, "a number past its review").await?;
    if !faint.is_empty() {
        return Err(Problem::new(format!("too faint: {}", faint.join("; "))));
    }
    // In the reasons of a new bill, too.
    go(stage, "#/record/solar").await?;
    page.retype("[name=self_consumed_kwh]", "100").await?;
    result(stage, "55.54 千克").await?;
    page.click("@why").await?;
    // Before it is opened: at the head, and at its chip.
    page.wait_for_text("@why-sheet @overdue-used", "已过复核日期").await?;
    page.wait_for_text("@why-sheet [data-factor='grid.beijing'] @overdue", "已过复核日期").await?;
    page.click("@why-sheet [data-factor='grid.beijing']").await?;
    page.wait_for_text("[data-citation='grid.beijing'] @overdue", "可能已有新值").await
}

/// A bill of a month of 2026 that is ten cubic metres lower than the year before.
async fn gas(stage: &Stage, month: &str, days: &str) -> Outcome {
    let page = &stage.page;
    page.click("[name=utility][value=gas]").await?;
    page.set("[name=start]", &format!("2026-{month}-01")).await?;
    page.set("[name=end]", &format!("2026-{month}-{days}")).await?;
    page.retype("[name=usage]", "90").await?;
    page.retype("[name=baseline_usage]", "100").await?;
    page.retype("[name=baseline_days]", days).await
}

/// Makes it noon of that day in Beijing, as the page notices when it is looked at again.
async fn on_the_day(stage: &Stage, day: &str) -> Outcome {
    stage.page.wait_for("#main[data-ready=true]").await?;
    // As a script of the page's own: Firefox gives what the driver runs another `Date`.
    let script = format!(
        "Date.now = () => Date.parse('{day}T12:00:00+08:00');
         document.dispatchEvent(new Event('visibilitychange'));"
    );
    own_script(stage, &script).await
}

/// Another screen of the same document, so that the day stays.
async fn go(stage: &Stage, hash: &str) -> Outcome {
    stage.page.execute(&format!("location.hash = '{hash}'")).await?;
    stage.page.wait_for(&format!("#main[data-ready=true][data-view='{}']", hash.trim_start_matches('#'))).await
}

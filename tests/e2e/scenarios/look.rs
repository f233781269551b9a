//! Looking around: the first visit, the language, the rules, and bad input.

use super::{ready, result, save};
use crate::{problem::Outcome, stage::Stage};

/// A first visitor sees an example she can change, look into and keep.
pub(crate) async fn first_visit(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "").await?;
    page.wait_for_text("@example", "10 公里").await?;
    result(stage, "720 克").await?;
    page.retype("@example input", "1.50").await?;
    result(stage, "108 克").await?;
    page.click("@why").await?;
    page.wait_for_text("[data-step=leg_carbon]", "108").await?;
    page.click("@save").await?;
    page.wait_for_text("@notice", "记下了").await?;
    page.wait_for_text("@totals", "108").await?;
    // One tap records it again; one tap takes that back.
    page.click(".again__item").await?;
    page.wait_for_text("@totals", "216").await?;
    page.click("@undo").await?;
    page.wait_for_text("@totals", "108").await
}

/// Home suggests what the screen of charts offers first; what was done yesterday is one tap from recorded.
pub(crate) async fn suggests_a_habit(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click(".field--day .chip:last-child").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await?;
    page.wait_for_text("@next", "旧衣").await?;
    let title = page.text_of("@next .next__title").await?;
    page.open("#/insight").await?;
    page.wait_for_text("@offers li:first-child", &title).await?;
    ready(stage, "").await?;
    page.wait_for_text(".again__item", "地铁 10 公里").await?;
    page.wait_for_text(".again__item", "720 克").await?;
    page.wait_for_text(".again__item", "36 分").await?;
    page.shoot("home").await?;
    page.click(".again__item").await?;
    page.wait_for_text("@recent", "今天").await?;
    // The form opens with what was suggested.
    page.click("@next a.button").await?;
    page.wait_for("#main[data-view='/record/action'] [name=action]:checked").await
}

/// The other language everywhere, kept over a reload, with the numbers unchanged.
pub(crate) async fn switches_language(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "720 克").await?;
    page.click("@language").await?;
    result(stage, "720 g").await?;
    page.wait_for_text("@save", "Save").await?;
    super::kept(stage, "settings", "language", |kept| kept.contains("en")).await?;
    page.reload().await?;
    page.wait_for_text("@save", "Save").await?;
    page.wait_until("the document to be English", async || {
        Ok(page.execute("return document.documentElement.lang").await?.as_str() == Some("en"))
    })
    .await?;
    page.click("@language").await?;
    page.wait_for_text("@save", "记下").await
}

/// Every parameter can be found by a word of its name, its number or its source, and opens to source and grade.
pub(crate) async fn searches_rules(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/rules").await?;
    page.wait_until("every parameter", async || Ok(page.count("[data-parameter]").await? > 80)).await?;
    let all = page.count("[data-parameter]").await?;
    page.retype("@search", "地铁").await?;
    page.wait_until("fewer parameters", async || Ok(page.count("[data-parameter]").await? < all)).await?;
    page.click("[data-parameter='travel.rail'] button").await?;
    page.wait_for_text("[data-parameter='travel.rail']", "DB11/T 3043-2024").await?;
    for (query, id) in [("０．５５５４", "grid.beijing"), ("paint", "voc.limit.interior_wall_coating")] {
        page.retype("@search", query).await?;
        page.wait_for(&format!("[data-parameter='{id}']")).await?;
        page.wait_until("few parameters", async || Ok(page.count("[data-parameter]").await? < 20)).await?;
    }
    page.retype("@search", "积分上限").await?;
    page.wait_for("[data-parameter='cap.trips_daily']").await?;
    page.retype("@search", "no such thing").await?;
    page.wait_for_text("@found", "没有找到").await
}

/// Bad input is refused at its field with a sentence that says what to do; nothing is saved.
pub(crate) async fn refuses_bad_input(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=walk]").await?;
    let km = "[name='legs[0].km']";
    // A number that is only begun is not wrong yet; an unlikely one draws a question at its field.
    page.retype(km, "0").await?;
    result(stage, "马上出结果").await?;
    // Without a window manager, WebKit's window is never the active one, and then no style for the focus applies.
    if page.execute("return document.hasFocus();").await? == true {
        page.wait_until("no sentence yet", async || Ok(page.text_of("#f-legs-0--km-problem").await?.is_empty()))
            .await?;
    }
    page.retype(km, "5.").await?;
    result(stage, "520 克").await?;
    page.retype(km, "15").await?;
    page.wait_for_text("#f-legs-0--km-hint", "公里数对吗").await?;
    for bad in ["abc", "1,5", "-1", "0", "0.1234567", "1000000000"] {
        page.retype(km, bad).await?;
        page.wait_until("a sentence at the field", async || {
            Ok(!page.text_of("#f-legs-0--km-problem").await?.is_empty())
        })
        .await?;
        page.click("@save").await?;
        page.wait_for_text("@result", "要改").await?;
        page.wait_until("the text to stay", async || Ok(page.value_of(km).await? == bad)).await?;
    }
    // Full-width digits are what a Chinese input method types.
    page.retype(km, "１．５").await?;
    result(stage, "156 克").await?;
    page.retype(km, "").await?;
    page.click("@save").await?;
    page.wait_until("a sentence at the empty field", async || {
        Ok(!page.text_of("#f-legs-0--km-problem").await?.is_empty())
    })
    .await?;

    ready(stage, "#/record/utility").await?;
    page.set("[name=start]", "2026-06-30").await?;
    page.set("[name=end]", "2026-06-01").await?;
    page.wait_until("a sentence at a date", async || {
        Ok(!(page.text_of("#f-end-problem").await? + &page.text_of("#f-start-problem").await?).is_empty())
    })
    .await?;
    page.open("#/ledger").await?;
    page.wait_for(".screen--empty").await
}

/// Everything can be done with the keyboard alone: Enter in a field saves.
pub(crate) async fn keyboard_only(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "720 克").await?;
    page.type_text("[name='legs[0].km']", "\u{e007}").await?;
    page.wait_for_text("@notice", "记下了").await?;
    Ok(())
}

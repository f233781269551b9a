//! Several people on one device: names, whose account is shown, and what is shared between them.

use super::{contrast::readable, fit::fits, ready, result, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// Somebody is added, a bill is shared, both accounts show their half, and the person chosen is there after a reload.
pub(crate) async fn shares_a_bill(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/me/household").await?;
    page.wait_until("nobody to switch to", async || Ok(page.count("@switcher").await? == 0)).await?;
    add(stage, "小李").await?;
    shown(stage, "我").await?;

    ready(stage, "#/record/utility").await?;
    page.set("[name=start]", "2026-11-01").await?;
    page.set("[name=end]", "2026-11-20").await?;
    page.retype("[name=usage]", "179.99").await?;
    page.retype("[name=baseline_usage]", "220").await?;
    page.retype("[name=baseline_days]", "20").await?;
    // 40.01 kWh at 555.4 g are 22 221.554 g, and half of 2222 points, for it is said and not proven: 1111.
    result(stage, "22.22 千克").await?;
    result(stage, "1,111 分").await?;
    page.wait_for_text("@each", "2 人分，每人约").await?;
    page.wait_for_text("@each", "11.11 千克").await?;
    page.wait_for_text("@people", "556").await?;
    page.wait_for_text("@people", "555").await?;
    page.shoot("household-form").await?;

    // At least one; and a choice is kept with the draft.
    toggle(stage, 1).await?;
    page.wait_until("no shares of one", async || Ok(page.count("@each").await? == 0)).await?;
    toggle(stage, 0).await?;
    page.click("@save").await?;
    page.wait_for_text("#f-people .field__problem", "至少选一个人").await?;
    toggle(stage, 1).await?;
    let second = page.execute("return document.querySelectorAll('.switcher__list option')[1].value").await?;
    let alone = format!("\"people\":[{second}]");
    super::kept(stage, "drafts", "utility", |kept| kept.contains(&alone)).await?;
    page.reload().await?;
    page.wait_until("the choice to be back", async || {
        let ticked = "return [...document.querySelectorAll('[name=people]')].map((box) => box.checked).join()";
        Ok(page.execute(ticked).await?.as_str() == Some("false,true"))
    })
    .await?;
    toggle(stage, 0).await?;
    page.wait_for_text("@each", "2 人分").await?;
    save(stage).await?;

    page.wait_for_text("@totals", "556").await?;
    page.click("@notice a").await?;
    for part in ["小李", "11.11", "556", "555", "22.22", "1,111"] {
        page.wait_for_text("@shares", part).await?;
    }
    page.shoot("household-entry").await?;
    ready(stage, "#/").await?;
    switch_to(stage, "小李").await?;
    page.wait_for_text("@totals", "555").await?;
    page.shoot("household-home").await?;
    super::kept(stage, "settings", "person", |kept| second == kept).await?;
    page.reload().await?;
    shown(stage, "小李").await?;
    page.wait_for_text("@totals", "555").await?;
    ready(stage, "#/ledger").await?;
    page.wait_for_text(".day__total", "555").await?;
    // A trip is one person's own.
    ready(stage, "#/record/trip").await?;
    page.wait_for_text("@whose", "小李").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "591").await?;
    switch_to(stage, "我").await?;
    page.wait_for_text("@totals", "556").await?;
    ready(stage, "#/me/household").await?;
    // 556, 591 and, all together, 1111 + 36.
    for part in ["556", "591", "1,147", "22.94"] {
        page.wait_for_text("@household-totals", part).await?;
    }
    page.shoot("household").await?;
    page.wait_until("the columns to add up", async || adds_up(stage).await).await
}

/// Names are text; nobody is named twice; who is taken out is not recorded for, keeps the account, and can come back.
pub(crate) async fn people_come_and_go(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/me/household").await?;
    add(stage, "<b>妈妈</b>").await?;
    page.wait_for_text("@people", "<b>妈妈</b>").await?;
    page.wait_until("no markup", async || Ok(page.count(".people__name b b").await? == 0)).await?;
    page.retype("[name=newcomer]", "<B>妈妈</B>").await?;
    page.click(".household__add @name-done").await?;
    page.wait_for_text("#newcomer-problem", "已经有").await?;
    page.retype("[name=newcomer]", "").await?;
    page.click(".household__add @name-done").await?;
    page.wait_for_text("#newcomer-problem", "还没写名字").await?;

    page.click("@people li:first-child @rename").await?;
    page.retype("[name=rename]", "爸爸").await?;
    page.type_text("[name=rename]", "\u{e007}").await?;
    shown(stage, "爸爸").await?;
    switch_to(stage, "<b>妈妈</b>").await?;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=bus]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "520").await?;

    ready(stage, "#/me/household").await?;
    page.click("@people li:last-child @leave").await?;
    page.wait_for_text("@people li:last-child", "已移出").await?;
    page.wait_until("nobody to switch to", async || Ok(page.count("@switcher").await? == 0)).await?;
    page.wait_for_text("@household-totals", "520").await?;
    page.reload().await?;
    page.wait_for_text("@people li:last-child", "已移出").await?;
    ready(stage, "#/").await?;
    page.wait_for("@example").await?;
    ready(stage, "#/record/utility").await?;
    page.wait_until("nobody to share with", async || Ok(page.count("[name=people]").await? == 0)).await?;

    ready(stage, "#/me/household").await?;
    page.click("@bring-back").await?;
    shown(stage, "爸爸").await?;
    switch_to(stage, "<b>妈妈</b>").await?;
    ready(stage, "#/").await?;
    page.wait_for_text("@totals", "520").await
}

/// The second person's statement has their name, their half of what is shared and their own, and nothing of the first's.
pub(crate) async fn statement_of_the_second(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    let today = page.value_of("[name=date]").await?;
    let month = today.get(..7).unwrap_or_default();
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await?;
    ready(stage, "#/me/household").await?;
    add(stage, "小李").await?;
    ready(stage, "#/record/utility").await?;
    page.set("[name=start]", &today).await?;
    page.set("[name=end]", &today).await?;
    page.retype("[name=usage]", "80").await?;
    page.retype("[name=baseline_usage]", "100").await?;
    page.retype("[name=baseline_days]", "1").await?;
    page.wait_for_text("@each", "2 人分").await?;
    save(stage).await?;

    // 20 kWh at 555.4 g in two halves, and the first one's own 720 g.
    ready(stage, &format!("#/statement/{month}")).await?;
    totals(stage, "6,274").await?;
    // Somebody without a name goes by the same word everywhere.
    page.wait_for_text(".statement__facts dd", "我").await?;
    let titled = "return document.title.endsWith(' 我')";
    page.wait_until("the title to name them", async || Ok(page.execute(titled).await? == true)).await?;
    // On paper, nobody is switched.
    let hidden = "const print = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
            .filter(rule => rule.media && rule.media.mediaText === 'print');
        return print.some(rule => [...rule.cssRules].some(inner => inner.style.display === 'none'
            && document.querySelector('[data-testid=switcher]').matches(inner.selectorText)))";
    assert_eq!(page.execute(hidden).await?, true, "the switcher prints");
    switch_to(stage, "小李").await?;
    page.wait_for_text("@statement", "小李").await?;
    totals(stage, "5,554").await?;
    let said = page.text_of("@lines").await?;
    assert!(said.contains("2 人分摊") && !said.contains("地铁"), "the first one's trip is not theirs: {said}");
    page.shoot("statement-second-person").await?;
    page.reload().await?;
    page.wait_for_text("@statement", "小李").await?;
    totals(stage, "5,554").await
}

/// That caps are each person's stands where people are, and where an entry is shared.
pub(crate) async fn caps_are_each_persons(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/me/household").await?;
    assert_eq!(page.count("@caps-each").await?, 0, "somebody alone shares nothing");
    add(stage, "小李").await?;
    page.wait_for_text("@caps-each", "上限按人算").await?;
    ready(stage, "#/record/utility").await?;
    page.wait_for_text("@people", "上限按人算").await
}

/// Waits until both tables of a statement come to so many grams.
async fn totals(stage: &Stage, grams: &str) -> Outcome {
    let page = &stage.page;
    for table in ["@domains", "@lines"] {
        let cell = format!("{table} .table__total [data-column=carbon]");
        page.wait_until(&format!("{cell} to be {grams}"), async || Ok(page.text_of(&cell).await?.trim() == grams))
            .await?;
    }
    Ok(())
}

/// The person chosen in one tab is the one another tab shows.
pub(crate) async fn two_tabs_one_person(stage: &Stage) -> Outcome {
    let client = stage.page.client();
    ready(stage, "#/me/household").await?;
    let first = client.window().await.context("cannot name the tab")?;
    let second = client.new_window(false).await.context("cannot open a second tab")?.handle;
    client.switch_to_window(second.clone()).await.context("cannot go to the second tab")?;
    ready(stage, "#/").await?;
    client.switch_to_window(first.clone()).await.context("cannot go back")?;
    add(stage, "小李").await?;
    switch_to(stage, "小李").await?;
    client.switch_to_window(second).await.context("cannot go to the second tab")?;
    shown(stage, "小李").await?;
    // What another tab chose can be chosen away here.
    switch_to(stage, "我").await?;
    client.switch_to_window(first).await.context("cannot go back")?;
    shown(stage, "我").await
}

async fn add(stage: &Stage, name: &str) -> Outcome {
    let page = &stage.page;
    page.retype("[name=newcomer]", name).await?;
    page.click(".household__add @name-done").await?;
    page.wait_for_text("@people", name).await?;
    page.wait_until("the field to be empty", async || Ok(page.value_of("[name=newcomer]").await?.is_empty())).await
}

/// Chooses a person at the top of the page, as the browser's list would.
async fn switch_to(stage: &Stage, name: &str) -> Outcome {
    let page = &stage.page;
    page.wait_for("@switcher").await?;
    let script = "return [...document.querySelectorAll('.switcher option')]
        .filter((option) => option.text === arguments[0]).map((option) => option.value)[0] || '';"
        .replace("arguments[0]", &format!("{name:?}"));
    let person = page.execute(&script).await?;
    let person = person.as_str().filter(|person| !person.is_empty());
    let person = person.ok_or_else(|| Problem::new(format!("{name} is not in the list")))?;
    page.set(".switcher select", person).await?;
    shown(stage, name).await
}

/// Waits until the top of the page names a person. `WebKit`'s driver takes a name that may be cut short for hidden.
async fn shown(stage: &Stage, name: &str) -> Outcome {
    let script = "const name = document.querySelector('.switcher__name'); return name ? name.textContent : '';";
    let what = format!("{name} to be shown");
    stage.page.wait_until(&what, async || Ok(stage.page.execute(script).await?.as_str() == Some(name))).await
}

async fn toggle(stage: &Stage, place: usize) -> Outcome {
    stage.page.click(&format!(".sharers__one:nth-child({}) [name=people]", place + 1)).await
}

/// Whether each column of each group adds up to its last row as shown.
async fn adds_up(stage: &Stage) -> Outcome<bool> {
    let script = "const digits = (text) => Math.round(Number(text.replace(/[^0-9.]/g, '')) * 1e6);
        return [...document.querySelectorAll('.shares tbody')].every((group) => {
            const rows = [...group.querySelectorAll('tr')].slice(1).map((row) => [...row.cells].slice(1));
            const sum = rows.pop();
            return sum.every((cell, place) =>
                digits(cell.textContent) === rows.reduce((all, row) => all + digits(row[place].textContent), 0));
        });";
    Ok(stage.page.execute(script).await? == true)
}

/// The longest names fit the narrowest phone, and everything can be read, light and dark.
pub(crate) async fn fits_and_reads(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/me/household").await?;
    for name in ["二十个字的名字二十个字的名字二十个字的名", "WWWWWWWWWWWWWWWWWWWW", "小李"] {
        add(stage, name).await?;
    }
    page.click("@people li:last-child @leave").await?;
    page.wait_for("@bring-back").await?;
    ready(stage, "#/record/utility").await?;
    page.set("[name=start]", "2026-11-01").await?;
    page.set("[name=end]", "2026-11-20").await?;
    page.retype("[name=usage]", "1").await?;
    page.retype("[name=baseline_usage]", "99999").await?;
    page.retype("[name=baseline_days]", "20").await?;
    page.wait_for("@each").await?;
    let mut faint = readable(stage, "the form").await?;
    save(stage).await?;
    page.click("@notice a").await?;
    page.wait_for("@shares").await?;
    faint.extend(readable(stage, "the entry").await?);
    let entry = page.execute("return location.hash").await?.as_str().unwrap_or_default().to_owned();
    ready(stage, "#/me/household").await?;
    page.click("@people li:first-child @rename").await?;
    page.click(".household__add @name-done").await?;
    page.wait_for_text("#newcomer-problem", "名字").await?;
    faint.extend(readable(stage, "the household").await?);
    if !faint.is_empty() {
        return Err(Problem::new(format!("too faint: {}", faint.join("; "))));
    }
    for (width, height) in [(1280, 800), (1080, 1920), (390, 844), (320, 844)] {
        let window = page.client().set_window_size(width.max(500), height).await;
        window.context("cannot set the size of the window")?;
        stage.open_in_frame(width, height, "", "#/").await?;
        for (screen, hash) in
            [("home", "#/"), ("household", "#/me/household"), ("bill", "#/record/utility"), ("entry", &*entry)]
        {
            page.execute(&format!("location.hash = '{hash}';")).await?;
            let view = hash.trim_start_matches('#');
            page.wait_for(&format!("#main[data-ready=true][data-view='{view}']")).await?;
            page.wait_for("@switcher").await?;
            fits(stage, &format!("{screen} at {width}")).await?;
            page.shoot(&format!("household-{width}-{screen}")).await?;
        }
    }
    Ok(())
}

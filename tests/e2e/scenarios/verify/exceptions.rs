//! What is not all equal: a cell of a table, a line that stands twice, evidence without a receipt; and ten thousand.

use carbon_points::domain::activity::Evidence;
use carbon_points::i18n::number;
use serde_json::Value;

use super::super::carry::{exported, paste, record, save_as};
use super::super::ready;
use super::pick;
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// A table says the same as its records, or its first falsified cell is named, and so is a line that stands twice.
pub(crate) async fn verifies_a_table(stage: &Stage) -> Outcome {
    let page = &stage.page;
    record(stage).await?;
    record(stage).await?;
    let table = exported(stage, "@save-csv").await?;
    pick(stage, &table).await?;
    page.wait_for_text("@verify-outcome", "全部一致：2 笔").await?;
    // As a spreadsheet saves it again.
    let saved = table.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace("720.000", "720");
    pick(stage, &saved).await?;
    page.wait_for_text("@verify-outcome", "全部一致：2 笔").await?;
    let (before, second) = table.rsplit_once("720.000").ok_or_else(|| Problem::new("no grams"))?;
    pick(stage, &format!("{before}999999.000{second}")).await?;
    page.wait_for_text("@verify-outcome", "有 1 处不同").await?;
    page.wait_for_text("@first-difference", "第 3 行第 2 笔").await?;
    page.wait_for_text("@first-difference", "「碳（克 CO2）」一栏写着 999999.000，按这一行的原始数据应为 720.000")
        .await?;
    page.shoot("verify-cell").await?;

    let mut rows: Vec<&str> = table.split_inclusive("\r\n").collect();
    let first = rows.get(1).copied().ok_or_else(|| Problem::new("no row"))?;
    rows.push(first);
    pick(stage, &rows.concat()).await?;
    page.wait_for_text("@first-difference", "第 4 行第 3 笔").await?;
    page.wait_for_text("@first-difference", "和第 2 行一字不差").await
}

/// What nothing shows to be verified stands in the headline, and wherever the entry is shown.
pub(crate) async fn verifies_what_is_unproven(stage: &Stage) -> Outcome {
    let page = &stage.page;
    record(stage).await?;
    record(stage).await?;
    let file = exported(stage, "@save-json").await?;
    // Without digests, the second trip verified: 720 g are 72 points.
    let mut parsed: Value = serde_json::from_str(&file).context("no JSON")?;
    let entries = parsed.get_mut("entries").and_then(Value::as_array_mut).ok_or_else(|| Problem::new("no entries"))?;
    for entry in entries.iter_mut() {
        entry.as_object_mut().map(|entry| entry.remove("digest"));
    }
    let second = entries.get_mut(1).ok_or_else(|| Problem::new("no entry"))?;
    *second.pointer_mut("/points").ok_or_else(|| Problem::new("no points"))? = 72.into();
    *second.pointer_mut("/id").ok_or_else(|| Problem::new("no id"))? = "verified".into();
    let activity = second.pointer_mut("/activity").and_then(Value::as_object_mut);
    activity
        .ok_or_else(|| Problem::new("no activity"))?
        .insert("evidence".to_owned(), Evidence::Verified.as_str().into());
    parsed.as_object_mut().map(|file| file.remove("head"));
    let file = parsed.to_string();

    pick(stage, &file).await?;
    page.wait_for_text("#verify-said", "没有全部核验：2 笔重算一致；1 笔写着已核实，却没有能核对的凭据。").await?;
    page.wait_for(".carry__outcome--failed #verify-said").await?;
    page.shoot("verify-unproven").await?;
    paste(stage, &file).await?;
    page.wait_for_text("@verified", "「已核实（没有凭据）」1 笔").await?;
    page.click("@confirm").await?;
    page.wait_for_text("@notice", "导入好了").await?;
    ready(stage, "#/ledger").await?;
    page.wait_for_text("#main a[href='#/entry/verified']", "已核实（没有凭据）").await?;
    ready(stage, "#/entry/verified").await?;
    page.wait_for_text(".entry__lead", "已核实（没有凭据）").await?;

    // Saved again, it has digests; a changed one is told by its ends, and whole in a title.
    ready(stage, "#/me/carry").await?;
    let file = save_as(stage, "@save-json").await?;
    let cut: Vec<&str> = file.lines().enumerate().filter(|(line, _)| *line != 3).map(|(_, line)| line).collect();
    pick(stage, &cut.join("\n")).await?;
    page.wait_for_text("@first-difference", "摘要对不上").await?;
    page.wait_for_text("#verify-said", "1 笔写着已核实").await?;
    let shown = "const shown = document.querySelector('[data-testid=difference-digest]');
        if (!shown) return '';
        const whole = shown.title, short = shown.textContent;
        return String(whole.length === 64 && short === whole.slice(0, 12) + '…' + whole.slice(-4));";
    page.wait_until("a shortened digest", async || Ok(page.execute(shown).await? == "true")).await
}

/// Puts 9,999 copies of the one trip that was recorded before it, a millisecond apart, so that none of them is of a moment
/// at which its rules were not published.
const FILL: &str = "return new Promise((resolve, reject) => {
    const opening = indexedDB.open('carbon-points');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const writing = opening.result.transaction('entries', 'readwrite');
        const entries = writing.objectStore('entries');
        entries.getAll().onsuccess = ({ target: { result: [first] } }) => {
            const one = JSON.parse(first);
            entries.clear();
            for (let place = 1; place < 10000; place += 1) {
                entries.add(JSON.stringify({ ...one, id: `N${place}`, at: one.at - 10000 + place }));
            }
            entries.add(first);
        };
        writing.onabort = () => reject(writing.error);
        writing.oncomplete = () => { opening.result.close(); resolve('filled'); };
    };
});";

/// Gives the one in the middle other points.
const ALTER: &str = "return new Promise((resolve, reject) => {
    const opening = indexedDB.open('carbon-points');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const writing = opening.result.transaction('entries', 'readwrite');
        writing.objectStore('entries').openCursor().onsuccess = ({ target: { result: cursor } }) => {
            if (!cursor) return;
            if (cursor.value.includes('\"id\":\"N5000\"')) {
                cursor.update(cursor.value.replace('\"points\":36', '\"points\":360'));
            } else {
                cursor.continue();
            }
        };
        writing.onabort = () => reject(writing.error);
        writing.oncomplete = () => { opening.result.close(); resolve('altered'); };
    };
});";

/// Ten thousand entries are verified, and the one of them that was altered is named.
pub(crate) async fn verifies_ten_thousand(stage: &Stage) -> Outcome {
    let page = &stage.page;
    record(stage).await?;
    assert_eq!(page.execute(FILL).await?, "filled");
    // Another page, as the first knows only one of them.
    page.reload().await?;
    ready(stage, "#/me/carry").await?;
    page.wait_for("@verify:enabled").await?;
    page.click("@verify").await?;
    let all = format!("全部一致：{} 笔", number::points(10_000));
    patiently(stage, "#verify-said", &all).await?;
    assert_eq!(page.execute(ALTER).await?, "altered");
    page.wait_for("@verify:enabled").await?;
    page.click("@verify").await?;
    patiently(stage, "@first-difference", "第 5000 笔（N5000）").await?;
    page.wait_for_text("@first-difference", "写着 360").await?;
    page.wait_for_text("#verify-said", "有 1 处不同").await
}

/// Waits some times as long as for anything else: how long ten thousand take is not what is looked at.
async fn patiently(stage: &Stage, selector: &str, said: &str) -> Outcome {
    for _ in 0..3 {
        if stage.page.wait_for_text(selector, said).await.is_ok() {
            return Ok(());
        }
    }
    stage.page.wait_for_text(selector, said).await
}

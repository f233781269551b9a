//! 核验: the ledger of the device and an exported file are worked out again; what was changed is named.

mod exceptions;

pub(crate) use exceptions::{verifies_a_table, verifies_ten_thousand, verifies_what_is_unproven};
use serde_json::{Value, json};

use super::carry::{exported, record};
use super::ready;
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// Picks a file to be verified. A script does: one of the drivers cannot hand files over.
async fn pick(stage: &Stage, text: &str) -> Outcome {
    let script = "const files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'ledger.json'));
        const input = document.getElementById('verify-file');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    stage.page.wait_for("@verify-pick:enabled").await?;
    stage.page.client().execute(script, vec![json!(text)]).await.context("cannot pick the file").map(drop)
}

/// An untouched ledger and its export are equal, with the digest that is in the file; each change of a file is named at
/// the first difference, and nothing is taken in.
pub(crate) async fn verifies(stage: &Stage) -> Outcome {
    let page = &stage.page;
    record(stage).await?;
    record(stage).await?;
    let file = exported(stage, "@save-json").await?;
    page.click("@verify").await?;
    page.wait_for_text("@verify-outcome", "全部一致：2 笔").await?;
    let focused = page.execute("return document.activeElement.id;").await?;
    assert_eq!(focused, "verify-said", "what came of it is brought forward");
    let parsed: Value = serde_json::from_str(&file).context("no JSON")?;
    let head = parsed.pointer("/head/digest").and_then(Value::as_str).ok_or_else(|| Problem::new("no head"))?;
    let digest = "return document.querySelector('[data-testid=verify-digest]').textContent;";
    assert_eq!(page.execute(digest).await?, head);
    page.wait_for_text("@verify-head", &head[..8]).await?;
    page.shoot("verify-equal").await?;

    // The points of the second trip, 36 for 720 g.
    let (before, second) = file.rsplit_once("\"points\":36").ok_or_else(|| Problem::new("no points"))?;
    pick(stage, &format!("{before}\"points\":37{second}")).await?;
    page.wait_for_text("@verify-outcome", "有 1 处不同").await?;
    page.wait_for_text("@first-difference", "第 5 行第 2 笔").await?;
    page.wait_for_text("@first-difference", "写着 37").await?;
    page.wait_for_text("@first-difference", "重算是 36").await?;
    page.shoot("verify-differs").await?;

    // Without its first entry, what is left is true, but not what was exported.
    let cut: Vec<&str> = file.lines().enumerate().filter(|(line, _)| *line != 3).map(|(_, line)| line).collect();
    pick(stage, &cut.join("\n")).await?;
    page.wait_for_text("@first-difference", "第 4 行第 1 笔").await?;
    page.wait_for_text("@first-difference", "摘要对不上").await?;

    pick(stage, "碳惠").await?;
    page.wait_for_text("@verify-outcome", "没法核验").await?;
    pick(stage, &file).await?;
    page.wait_for_text("@verify-outcome", "全部一致：2 笔").await?;
    page.click("@verify-meaning summary").await?;
    page.wait_for_text("@verify-meaning", "不能说明").await?;

    page.click("@language").await?;
    page.wait_for_text("@verify-outcome", "All equal: 2 records").await?;
    page.open("#/").await?;
    page.wait_for_text("@totals", "1.44").await
}

/// Gives every record in the device's store that is worth 36 points 37.
const TAMPER: &str = "return new Promise((resolve, reject) => {
    const opening = indexedDB.open('carbon-points');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const database = opening.result;
        const writing = database.transaction(database.objectStoreNames, 'readwrite');
        let changed = 0;
        for (const name of database.objectStoreNames) {
            writing.objectStore(name).openCursor().onsuccess = ({ target: { result: cursor } }) => {
                if (!cursor) return;
                if (typeof cursor.value === 'string' && cursor.value.includes('\"points\":36')) {
                    cursor.update(cursor.value.replace('\"points\":36', '\"points\":37'));
                    changed += 1;
                }
                cursor.continue();
            };
        }
        writing.oncomplete = () => { database.close(); resolve(String(changed)); };
    };
});";

/// What the device's own store holds is read for it, whatever the page remembers, and the first difference leads to its
/// entry.
pub(crate) async fn verifies_the_store(stage: &Stage) -> Outcome {
    let page = &stage.page;
    record(stage).await?;
    ready(stage, "#/me/carry").await?;
    assert_eq!(page.execute(TAMPER).await?, "1");
    page.wait_for("@verify:enabled").await?;
    page.click("@verify").await?;
    page.wait_for_text("@first-difference", "第 1 笔").await?;
    page.wait_for_text("@first-difference", "重算是 36").await?;
    page.click("@verify-entry").await?;
    page.wait_for("#main[data-view^='/entry/']").await?;
    page.wait_for_text("#main", "地铁").await
}

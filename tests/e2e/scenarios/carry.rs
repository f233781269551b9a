//! Records go out as a file and come in from one, on the same device or another; an import is seen before and undone
//! after.

use std::fs;

use fantoccini::Locator;
use serde_json::json;

use super::{contrast, ready, save};
use crate::{
    browser::Browser,
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// Keeps what is offered for download instead of downloading it, and what is copied instead of copying it.
const INTERCEPT: &str = "
    window.__taken = null;
    URL.createObjectURL = (blob) => { blob.text().then((text) => { window.__taken = text; }); return 'blob:none'; };
    HTMLAnchorElement.prototype.click = function () { window.__name = this.download; };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { window.__copied = text; } } });";

/// A trip of 10 km by metro, 720 g, of today.
pub(super) async fn record(stage: &Stage) -> Outcome {
    ready(stage, "#/record/trip").await?;
    stage.page.click("[name='legs[0].mode'][value=rail]").await?;
    stage.page.retype("[name='legs[0].km']", "10").await?;
    save(stage).await
}

/// What a variable of the page holds, once it holds something.
async fn taken(stage: &Stage, variable: &str) -> Outcome<String> {
    let page = &stage.page;
    let script = format!("return window.{variable} || '';");
    page.wait_until("a file", async || Ok(page.execute(&script).await? != "")).await?;
    Ok(page.execute(&script).await?.as_str().unwrap_or_default().to_owned())
}

/// Opens the screen and saves a file of it.
pub(super) async fn exported(stage: &Stage, button: &str) -> Outcome<String> {
    ready(stage, "#/me/carry").await?;
    save_as(stage, button).await
}

/// Saves a file of the screen that is open.
pub(super) async fn save_as(stage: &Stage, button: &str) -> Outcome<String> {
    stage.page.wait_for(&format!("{button}:enabled")).await?;
    stage.page.execute(INTERCEPT).await?;
    stage.page.click(button).await?;
    stage.page.wait_for_text("@saved", "下载").await?;
    taken(stage, "__taken").await
}

/// Pastes a text and has it read.
pub(super) async fn paste(stage: &Stage, text: &str) -> Outcome {
    let page = &stage.page;
    page.wait_for("@pick:enabled").await?;
    page.execute("document.querySelector('[data-testid=paste]').open = true;").await?;
    let script = "document.getElementById('carry-pasted').value = arguments[0];";
    page.client().execute(script, vec![json!(text)]).await.context("cannot paste")?;
    page.click("@read-pasted").await
}

/// Picks a file. `WebKit`'s driver cannot hand one over, so there its text is pasted.
async fn pick(stage: &Stage, name: &str, text: &str) -> Outcome {
    if stage.page.browser() == Browser::WebKit {
        return paste(stage, text).await;
    }
    stage.page.wait_for("@pick:enabled").await?;
    let path = std::env::temp_dir().join(format!("carbon-{}-{}-{name}", stage.page.browser(), std::process::id()));
    fs::write(&path, text).context("cannot write the file")?;
    let input = stage.page.client().find(Locator::Id("carry-file")).await.context("no file input")?;
    input.send_keys(&path.to_string_lossy()).await.context("cannot pick the file")
}

/// Forgets everything, as another device would know nothing.
pub(super) async fn forget(stage: &Stage) -> Outcome {
    let page = &stage.page;
    page.execute("indexedDB.deleteDatabase('carbon-points').onsuccess = () => { window.__gone = true; };").await?;
    page.wait_until("an empty device", async || Ok(page.execute("return window.__gone;").await? == true)).await?;
    page.reload().await?;
    page.wait_for("#main[data-ready=true]").await
}

/// A file brings everything to another device, once; the import is undone as one step; a damaged file is refused with
/// its line.
pub(crate) async fn export_and_import(stage: &Stage) -> Outcome {
    let page = &stage.page;
    record(stage).await?;
    record(stage).await?;
    page.click("@notice @undo").await?;
    page.wait_for_text("@notice", "已撤销").await?;
    let file = exported(stage, "@save-json").await?;
    assert!(file.starts_with("{\"format\":\"carbon-points\",\"version\":3,\n"), "{file}");
    assert_eq!(file.lines().count(), 3 + 3 + 1, "two trips and a reversal: {file}");
    let name = taken(stage, "__name").await?;
    let day = name.strip_prefix("碳惠账本-").and_then(|rest| rest.strip_suffix(".json")).unwrap_or_default();
    assert_eq!(day.len(), "2026-11-21".len(), "{name}");
    page.click("@copy-json").await?;
    assert_eq!(taken(stage, "__copied").await?, file);
    let table = exported(stage, "@save-csv").await?;
    assert!(table.trim_start_matches('\u{feff}').starts_with("编号,日期,"), "{table}");

    forget(stage).await?;
    ready(stage, "#/me/carry").await?;
    // The quotation mark that opens the id of the second entry, on line 5, is gone.
    let (first, second) = file.split_once(",\n{").and_then(|(_, rest)| rest.split_once(",\n{")).unwrap_or_default();
    let broken = file.replace(second, &second.replacen("\"id\":\"", "\"id\":", 1));
    assert!(broken != file && !first.is_empty());
    pick(stage, "broken.json", &file.replace(first, &first.replacen("\"id\":\"", "\"id\":", 1))).await?;
    page.wait_for_text("@faults", "第 5 行").await?;
    page.shoot("carry-refused").await?;
    pick(stage, "broken.json", &broken).await?;
    page.wait_for_text("@faults", "第 6 行").await?;
    page.click("@decline").await?;
    page.wait_until("the faults to go", async || Ok(page.count("@faults").await? == 0)).await?;

    pick(stage, "ledger.json", &file).await?;
    page.wait_for_text("@plan", "导入这 3 笔").await?;
    page.wait_for_text("@plan", "720 克").await?;
    let focused = page.execute("return document.activeElement.id;").await?;
    assert_eq!(focused, "carry-said", "the plan is brought forward");
    page.shoot("carry-plan").await?;
    page.click("@confirm").await?;
    page.wait_for_text("@notice", "导入好了").await?;
    page.wait_for_text("@last-import", "3").await?;
    page.shoot("carry-done").await?;
    assert_eq!(exported(stage, "@save-json").await?, file, "the same file again");
    page.open("#/").await?;
    page.wait_for_text("@totals", "720").await?;

    // Again, as a table: nothing new.
    ready(stage, "#/me/carry").await?;
    paste(stage, &table).await?;
    page.wait_for_text("@outcome", "没有新的").await?;
    page.click("@decline").await?;
    // Also after the page was opened anew.
    page.reload().await?;
    page.click("@undo-import").await?;
    page.wait_for_text("@outcome", "回到导入前").await?;
    page.open("#/ledger").await?;
    page.wait_for_text("#main", "账本还是空的").await?;

    // The table brings it back just so.
    ready(stage, "#/me/carry").await?;
    paste(stage, &table).await?;
    page.wait_for_text("@plan", "导入这 3 笔").await?;
    page.click("@confirm").await?;
    page.wait_for_text("@notice", "导入好了").await?;
    assert_eq!(exported(stage, "@save-json").await?, file, "the same file from the table");
    ready(stage, "#/me/carry").await?;
    // The notice undoes it, too, while it is there.
    page.click("@undo-import").await?;
    page.wait_for_text("@outcome", "回到导入前").await?;
    paste(stage, &file).await?;
    assert_eq!(page.count("@verified").await?, 0, "nothing is marked as verified");
    page.click("@confirm").await?;
    page.click("@notice @undo").await?;
    page.wait_for_text("@outcome", "回到导入前").await?;

    // Marked as verified, and so worth twice as much: that is said before anything is written.
    let verified = file
        .replace("\"kind\":\"trip\"", "\"kind\":\"trip\",\"evidence\":\"verified\"")
        .replace("\"points\":36", "\"points\":72");
    assert!(verified != file);
    paste(stage, &verified).await?;
    page.wait_for_text("@verified", "有 1 笔在文件里标着「已核实」，共 72 积分").await?;
    page.wait_for_text("@verified", "不受自报的上限限制").await?;
    page.shoot("carry-verified").await?;
    page.click("@decline").await
}

/// Another tab sees an import, and that it was undone; what it records meanwhile stands against undoing.
pub(crate) async fn import_in_two_tabs(stage: &Stage) -> Outcome {
    let (page, client) = (&stage.page, stage.page.client());
    record(stage).await?;
    let file = exported(stage, "@save-json").await?;
    forget(stage).await?;
    let first = client.window().await.context("cannot name the tab")?;
    let second = client.new_window(false).await.context("cannot open a second tab")?.handle;
    client.switch_to_window(second.clone()).await.context("cannot go to the second tab")?;
    ready(stage, "#/").await?;

    client.switch_to_window(first.clone()).await.context("cannot go back")?;
    ready(stage, "#/me/carry").await?;
    paste(stage, &file).await?;
    page.click("@confirm").await?;
    page.wait_for_text("@notice", "导入好了").await?;
    client.switch_to_window(second.clone()).await.context("cannot go to the second tab")?;
    page.wait_for_text("@totals", "720").await?;

    client.switch_to_window(first.clone()).await.context("cannot go back")?;
    page.click("@undo-import").await?;
    page.wait_for_text("@outcome", "回到导入前").await?;
    client.switch_to_window(second.clone()).await.context("cannot go to the second tab")?;
    page.wait_until("an empty ledger", async || Ok(page.count("@totals").await? == 0)).await?;

    client.switch_to_window(first.clone()).await.context("cannot go back")?;
    paste(stage, &file).await?;
    page.wait_for("@confirm").await?;
    // Recorded between the plan and its confirmation.
    client.switch_to_window(second).await.context("cannot go to the second tab")?;
    record(stage).await?;
    client.switch_to_window(first).await.context("cannot go back")?;
    page.click("@confirm").await?;
    page.wait_for_text("@notice", "导入好了").await?;
    page.open("#/").await?;
    page.wait_for_text("@totals", "1.44").await
}

/// The screen with a plan and with faults: nothing sticks out, everything can be read.
pub(crate) async fn carry_looks(stage: &Stage) -> Outcome {
    let page = &stage.page;
    record(stage).await?;
    let file = exported(stage, "@save-json").await?;
    // Another entry beside it, and other contents under the same id.
    let entry = file.lines().nth(3).unwrap_or_default();
    let id = entry.split('"').nth(5).unwrap_or_default().to_owned();
    let plan = file
        .replace(entry, &format!("{entry},\n{}", entry.replace(&id, "OTHER")))
        .replacen("\"at\":1", "\"at\":2", 1)
        .replace("\"settings\":{", "\"settings\":{\"goal\":\"20\",")
        .replace("20\",}", "20\"}");
    let faults = file.replace("\"km\":\"10\"", "\"km\":\"ten\"");
    let mut faint = Vec::new();
    for (name, text, shown) in [("plan", plan, "@plan"), ("faults", faults, "@faults")] {
        for (width, height) in [(1280, 800), (1080, 1920)] {
            page.client().set_window_size(width, height).await.context("cannot resize")?;
            ready(stage, "#/me/carry").await?;
            paste(stage, &text).await?;
            page.wait_for(shown).await?;
            page.shoot(&format!("carry-{name}-{width}")).await?;
        }
        faint.extend(contrast::readable(stage, name).await?);
        for width in [390, 320] {
            stage.open_in_frame(width, 844, "", "#/me/carry").await?;
            page.wait_for("#main[data-ready=true]").await?;
            for language in ["zh", "en"] {
                paste(stage, &text).await?;
                page.wait_for(shown).await?;
                let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth;";
                assert_eq!(page.execute(wide).await?, false, "{name} sticks out at {width} in {language}");
                page.shoot(&format!("carry-{name}-{width}-{language}")).await?;
                page.execute("scrollTo(0, 0);").await?;
                page.shoot(&format!("carry-{name}-{width}-{language}-top")).await?;
                page.click("@language").await?;
            }
        }
    }
    if faint.is_empty() { Ok(()) } else { Err(Problem::new(format!("too faint: {}", faint.join("; ")))) }
}

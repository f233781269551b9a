//! Every screen in every mode: axe-core finds no violation, and in the version for the elderly letters, lines and
//! targets are as large as the national guide asks for.

use std::fs;

use serde_json::{Value, json};

use super::contrast::readable;
use super::{in_chinese, ready, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

const MEASURE: &str = include_str!("../access.js");

/// Runs axe-core by the rules of WCAG 2.2 AA on a part of the page and returns each violation in a line.
///
/// What is half under a bar that stays in sight comes out as one scrolls, and is as large as it is measured elsewhere.
const AXE: &str = "const [part, done] = arguments;
    const scrolls = ({ id }, { failureSummary }) => id === 'target-size' && /partially obscured/.test(failureSummary);
    axe.run(part, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then((result) => done(result.violations.flatMap((violation) => violation.nodes
            .filter((node) => !scrolls(violation, node)).map((node) =>
            `${violation.id}: ${node.target.join(' ')} (${node.failureSummary.split('\\n')[1] || ''})`))))
        .catch((problem) => done([String(problem)]));";

const SCREENS: [&str; 22] = [
    "#/",
    "#/record",
    "#/record/trip",
    "#/record/car_free",
    "#/record/utility",
    "#/record/solar",
    "#/record/appliance",
    "#/record/purchase",
    "#/record/refuel",
    "#/record/action",
    "#/ledger",
    "#/points",
    "#/reward/tree_donation",
    "#/insight",
    "#/me",
    "#/me/household",
    "#/me/carry",
    "#/rules",
    "#/statement/2026",
    "#/statement/2026-11",
    "#/check/damaged",
    "#/receipt/damaged",
];

/// A walk over every screen: how it is opened, in which language, on how wide a phone, and what is measured.
struct Walk {
    query: &'static str,
    english: bool,
    width: u32,
    /// The size of the smallest letters in pixels; 0 if any will do.
    least: f64,
    colours: bool,
}

/// As it is for everybody, in both languages.
pub(crate) async fn accessible(stage: &Stage) -> Outcome {
    let chinese = Walk { query: "?district=chaoyang", english: false, width: 390, least: 0.0, colours: false };
    let mut found = walk(stage, &chinese).await?;
    found.extend(walk(stage, &Walk { english: true, width: 335, ..chinese }).await?);
    all_well(&found)
}

/// The version for the elderly, in letters of its least and of its first size, light and dark.
pub(crate) async fn accessible_to_elders(stage: &Stage) -> Outcome {
    let least = Walk { query: "?district=chaoyang&font=18", english: true, width: 390, least: 18.0, colours: false };
    let mut found = walk(stage, &least).await?;
    let first = Walk { query: "?district=chaoyang&font=20", english: false, colours: true, ..least };
    found.extend(walk(stage, &first).await?);
    all_well(&found)
}

/// The same in the largest letters that the guide asks for, on a small phone and on a desk.
pub(crate) async fn accessible_at_the_largest(stage: &Stage) -> Outcome {
    let phone = Walk { query: "?district=chaoyang&font=30", english: false, width: 335, least: 18.0, colours: false };
    let mut found = walk(stage, &phone).await?;
    found.extend(walk(stage, &Walk { english: true, width: 1280, ..phone }).await?);
    all_well(&found)
}

/// A desk's window at twice its size: nothing sticks out, nothing in a field is cut off.
pub(crate) async fn magnified(stage: &Stage) -> Outcome {
    let twice = Walk { query: "?district=chaoyang", english: true, width: 655, least: 0.0, colours: false };
    let mut found = walk(stage, &twice).await?;
    found.extend(walk(stage, &Walk { query: "?district=chaoyang&font=20", english: false, ..twice }).await?);
    all_well(&found)
}

/// The switch stands on the first screen, and what was chosen is kept.
pub(crate) async fn switches_to_large(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "").await?;
    let size = async || {
        Ok(page
            .execute("return document.body && getComputedStyle(document.body).fontSize")
            .await?
            .as_str()
            .map(str::to_owned))
    };
    assert_eq!(size().await?.as_deref(), Some("16px"));
    page.click("@elder").await?;
    page.wait_for("html[data-elder]").await?;
    assert_eq!(size().await?.as_deref(), Some("20px"));
    page.open("#/me").await?;
    page.click("@larger").await?;
    page.wait_until("larger letters", async || Ok(size().await?.as_deref() == Some("22px"))).await?;
    super::kept(stage, "settings", "text_size", |kept| kept.contains("22")).await?;
    page.reload().await?;
    page.wait_for("html[data-elder]").await?;
    page.wait_until("the chosen size", async || Ok(size().await?.as_deref() == Some("22px"))).await?;
    // The size that a host asks for goes before it, and is not kept.
    page.visit(&stage.server.url("/?font=25.5#/me")).await?;
    page.wait_for("#main[data-ready=true]").await?;
    page.wait_until("the host's size", async || Ok(size().await?.as_deref() == Some("25.5px"))).await?;
    page.visit(&stage.server.url("/#/me")).await?;
    page.wait_for("html[data-elder]").await?;
    page.wait_until("the chosen size", async || Ok(size().await?.as_deref() == Some("22px"))).await?;
    page.click("@elder").await?;
    page.wait_for("html:not([data-elder])").await?;
    super::kept(stage, "settings", "text_size", str::is_empty).await?;
    page.reload().await?;
    page.wait_for("#main[data-ready=true]").await?;
    assert_eq!(size().await?.as_deref(), Some("16px"));
    Ok(())
}

/// A result is read in the page's language, as a person would say it; where no voice is named, that is said too.
pub(crate) async fn reads_aloud(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    super::result(stage, "720 克").await?;
    if page.execute("return 'SpeechSynthesisUtterance' in window").await? != true {
        assert_eq!(page.count("@aloud").await?, 0, "a button that does nothing");
        return Ok(());
    }
    // The machine has no voice, nor could a test hear it.
    let heard = "speechSynthesis.getVoices = () => [{}];
        speechSynthesis.speak = (said) => { window.said = `${said.lang}: ${said.text}`; };";
    page.execute(heard).await?;
    page.click("@aloud").await?;
    let said = page.execute("return window.said").await?;
    assert_eq!(said, "zh-CN: 结果，少排放二氧化碳 720 克，积分 36 分。");
    assert_eq!(page.count("@notice .notice").await?, 0, "there is a voice");
    page.execute("speechSynthesis.getVoices = () => [];").await?;
    page.click("@aloud").await?;
    page.wait_for_text("@notice", "装上语音").await
}

/// Letters and lines spaced as WCAG 1.4.12 says lose nothing.
pub(crate) async fn text_may_be_spaced(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.open_in_frame(390, 844, "", "#/").await?;
    page.wait_for("#main[data-ready=true]").await?;
    in_chinese(stage).await?;
    let spaced = "const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];";
    page.execute(spaced).await?;
    // What is cut off: a box that hides what does not fit in it, with a text that does not.
    let cut = "return [...document.querySelectorAll('#app *')].filter((element) => {
        const style = getComputedStyle(element);
        return style.overflow === 'hidden' && !element.closest('.visually-hidden, svg, .aloud__name') && element.innerText &&
            (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    }).map((element) => element.className)";
    let mut found = Vec::new();
    for screen in SCREENS {
        page.execute(&format!("location.hash = '{screen}'")).await?;
        page.wait_for(&format!("#main[data-view='{}']", screen.trim_start_matches('#'))).await?;
        page.wait_for("#main h1, #main h2").await?;
        found.extend(texts(&page.execute(cut).await?).into_iter().map(|cut| format!("{screen}: {cut} is cut off")));
        found.extend(measured(stage, screen, 0.0, false).await?);
    }
    all_well(&found)
}

pub(super) fn all_well(found: &[String]) -> Outcome {
    if found.is_empty() { Ok(()) } else { Err(Problem::new(found.join("\n"))) }
}

/// What falls short on any screen.
async fn walk(stage: &Stage, walk: &Walk) -> Outcome<Vec<String>> {
    let page = &stage.page;
    let Walk { query, least, colours, .. } = *walk;
    let room = page.client().set_window_size(walk.width.max(460) + 40, 900).await;
    room.context("cannot set the size of the window")?;
    // A bar to scroll with takes 15 pixels of it.
    stage.open_in_frame(walk.width, 844, "", &format!("{query}#/record/trip")).await?;
    page.wait_for("#main[data-ready=true]").await?;
    in_chinese(stage).await?;
    if walk.english {
        page.click("@language").await?;
        page.wait_for("html[lang=en]").await?;
    }
    axe_is_here(stage).await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "12.345").await?;
    let mut found = Vec::new();
    // Where there is room, the reasons stand beside the form.
    if walk.width < 900 {
        page.click("@why").await?;
        page.wait_for("@why-sheet [data-step]").await?;
        // What is half under the sheet is not to be touched then.
        found.extend(axe(stage, "why", ".outcome").await?);
        found.extend(measured(stage, "why", least, colours).await?);
        page.click("@why").await?;
    }
    save(stage).await?;
    found.extend(looked_at(stage, "saved", least, colours).await?);
    page.click("@notice a").await?;
    page.click("[data-factor='travel.rail']").await?;
    page.wait_for("[data-citation='travel.rail']").await?;
    found.extend(looked_at(stage, "entry", least, colours).await?);
    page.click("@correct").await?;
    page.wait_for("@form").await?;
    found.extend(looked_at(stage, "correct", least, colours).await?);
    // What another device hands over, damaged on its way.
    page.execute("location.hash = '#/take/AAAA'").await?;
    page.wait_for("#main[data-view='/take/AAAA'] h1, #main[data-view='/take/AAAA'] h2").await?;
    found.extend(looked_at(stage, "take", least, colours).await?);
    for screen in SCREENS {
        page.execute(&format!("location.hash = '{screen}'")).await?;
        page.wait_for(&format!("#main[data-ready=true][data-view='{}']", screen.trim_start_matches('#'))).await?;
        page.wait_for("#main h1, #main h2").await?;
        found.extend(looked_at(stage, screen, least, colours).await?);
    }
    Ok(found)
}

/// What falls short on what is shown now.
pub(super) async fn looked_at(stage: &Stage, screen: &str, least: f64, colours: bool) -> Outcome<Vec<String>> {
    let mut found = axe(stage, screen, "html").await?;
    found.extend(measured(stage, screen, least, colours).await?);
    Ok(found)
}

/// What axe-core finds in a part of the page.
async fn axe(stage: &Stage, screen: &str, part: &str) -> Outcome<Vec<String>> {
    let found = stage.page.client().execute_async(AXE, vec![json!(part)]).await.context("axe-core cannot look")?;
    Ok(texts(&found).into_iter().map(|found| format!("{screen}: {found}")).collect())
}

/// What is too small, too wide, cut off, or too faint.
async fn measured(stage: &Stage, screen: &str, least: f64, colours: bool) -> Outcome<Vec<String>> {
    let found = stage.page.client().execute(MEASURE, vec![json!(least)]).await.context("cannot measure")?;
    let mut found: Vec<String> = texts(&found).into_iter().map(|found| format!("{screen}: {found}")).collect();
    if colours {
        found.extend(readable(stage, screen).await?);
    }
    Ok(found)
}

pub(super) fn texts(found: &Value) -> Vec<String> {
    found.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

/// Loads axe-core as a script of the page's own server, which is the only place a script may come from.
pub(super) async fn axe_is_here(stage: &Stage) -> Outcome {
    let file =
        std::env::var("AXE_CORE").map_err(|_| Problem::new("AXE_CORE is not set: run this by `make test-e2e`"))?;
    super::own_script(stage, &fs::read_to_string(&file).context(format!("cannot read {file}"))?).await?;
    // A colour on its way to another is neither.
    let still = "const sheet = new CSSStyleSheet();
        sheet.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
        document.adoptedStyleSheets = [sheet];";
    stage.page.execute(still).await.map(drop)
}

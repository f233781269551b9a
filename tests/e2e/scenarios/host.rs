//! What a host hears of corrections and of other tabs, what it can take back, and where the page finds itself.

use std::{fs, path::Path};

use serde_json::{Value, json};

use super::embed::{allow, at, district_is, heard, hears, inside, messages, outside, record, settled, wide};
use super::save;
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// The page as a browser of that name shows it, at a path of its own. A service worker would answer with the page itself.
fn shown_by(stage: &Stage, path: &str, agent: &str) -> Outcome {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/index.html");
    let html = fs::read_to_string(built).context("cannot read the page")?;
    let script = format!("{path}.js");
    stage.server.add_page(path, &html.replacen("<script", &format!("<script src=\"{script}\"></script><script"), 1));
    let name = json!(agent);
    let named = format!(
        "Object.defineProperty(navigator, 'userAgent', {{ value: {name} }});
         Object.defineProperty(navigator, 'serviceWorker', {{ value: undefined }});"
    );
    stage.server.add_page(&script, &named);
    Ok(())
}

fn asked_for(stage: &Stage, path: &str) -> bool {
    stage.server.requests().iter().any(|asked| asked == path)
}

async fn ready_at(stage: &Stage, address: &str) -> Outcome {
    stage.page.visit(&stage.server.url(address)).await?;
    stage.page.wait_for("#main[data-ready=true]").await?;
    settled(stage).await
}

/// `WeChat`'s own browser saves no files and has no mini-program; a late bridge says that there is one after all. Alipay's
/// mini-program is known by its name alone.
pub(crate) async fn signs(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/bridge/weixin.js", "");
    let weixin = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.44(0x18002c2d) NetType/WIFI Language/zh_CN";
    shown_by(stage, "/weixin.html", weixin)?;
    ready_at(stage, "/weixin.html?lang=zh").await?;
    record(stage).await?;
    page.wait_for_text("@carry-offer", "1 笔").await?;
    page.execute("location.hash = '#/me/carry';").await?;
    page.wait_for("@no-files").await?;
    assert_eq!(page.count("@save-json").await? + page.count("@save-csv").await?, 0);
    page.wait_for("@codes-make").await?;
    page.execute("location.hash = '#/me';").await?;
    page.wait_for_text("@hosts", "分享和保存").await?;
    page.click("@picture-make").await?;
    page.wait_for("@picture").await?;
    page.shoot("host-in-app").await?;

    // The bridge comes late.
    ready_at(stage, "/weixin.html?lang=zh&ask=summary&hostname=%E6%9C%9D%E9%98%B3").await?;
    assert_eq!(page.count("@consent").await?, 0);
    assert!(!asked_for(stage, "/bridge/weixin.js"), "a bridge where there is no mini-program");
    page.execute(
        "window.got = [];
         window.__wxjs_environment = 'miniprogram';
         window.wx = { miniProgram: { postMessage: (said) => window.got.push(said.data) } };
         document.dispatchEvent(new Event('WeixinJSBridgeReady'));",
    )
    .await?;
    page.wait_for_text("@consent", "微信小程序「朝阳」想知道").await?;
    page.click("@agree").await?;
    let last = async || Ok(page.execute("return window.got[window.got.length - 1];").await?);
    page.wait_until("a summary", async || {
        let last: Value = last().await?;
        Ok(at(&last, "/type") == "summary" && at(&last, "/entries") == 1)
    })
    .await?;
    assert!(!asked_for(stage, "/bridge/weixin.js"), "the web-view has brought it");

    // Agreed to one, the resident has not agreed to another.
    ready_at(stage, "/?lang=zh&host=weixin&ask=summary&hostname=%E5%88%AB%E7%9A%84").await?;
    page.wait_for_text("@consent", "「别的」").await?;

    let alipay = "Mozilla/5.0 (Linux; U; Android 12; zh-CN) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UWS/4.3 Mobile Safari/537.36 AlipayClient/10.3.80 MiniProgram APXWebView";
    stage
        .server
        .add_page("/bridge/alipay.js", "window.got = []; window.my = { postMessage: (said) => got.push(said) };");
    shown_by(stage, "/alipay.html", alipay)?;
    ready_at(stage, "/alipay.html?lang=zh").await?;
    let ready = async || Ok(page.execute("return window.got ? window.got[0] : null;").await?);
    page.wait_until("ready", async || Ok(at(&ready().await?, "/type") == "ready")).await
}

/// The id of the last message of a type.
async fn last_id(stage: &Stage, kind: &str, many: usize) -> Outcome<Value> {
    Ok(at(&hears(stage, kind, many).await?, "/id"))
}

/// A host that adds up counts nothing twice; what it has asked for it can take back, and what cannot be had it hears.
pub(crate) async fn contract(stage: &Stage) -> Outcome {
    let page = &stage.page;
    allow(stage);
    messages(stage).await?;
    page.click("[data-say=dark]").await?;
    page.click("[data-say=district]").await?;
    inside(stage).await?;
    page.wait_for("html[data-theme=dark]").await?;
    district_is(stage, "西城").await?;
    outside(stage).await?;
    page.click("[data-say=missing]").await?;
    let problem = hears(stage, "problem", 1).await?;
    assert_eq!(
        (&at(&problem, "/of"), &at(&problem, "/reasons/0/code"), &at(&problem, "/reasons/0/given")),
        (&json!("set"), &json!("district_unusable"), &json!("haidian")),
        "{problem}"
    );
    assert!(at(&problem, "/reasons/0/zh").as_str().is_some_and(|zh| zh.contains("404")), "{problem}");
    inside(stage).await?;
    district_is(stage, "西城").await?;
    outside(stage).await?;
    page.click("[data-say=citywide]").await?;
    page.click("[data-say=device]").await?;
    inside(stage).await?;
    page.wait_for("html:not([data-theme])").await?;
    let address = "return location.search;";
    page.wait_until("no district", async || Ok(page.execute(address).await? == "?lang=zh")).await?;
    page.wait_until("no district", async || Ok(page.count("@district-name").await? == 0)).await?;
    outside(stage).await?;

    page.click("[data-say=summary]").await?;
    inside(stage).await?;
    page.click("@agree").await?;
    record(stage).await?;
    outside(stage).await?;
    let first = last_id(stage, "recorded", 1).await?;
    inside(stage).await?;
    page.click("@notice a").await?;
    page.click("@correct").await?;
    page.retype("[name='legs[0].km']", "5").await?;
    super::result(stage, "360 克").await?;
    save(stage).await?;
    outside(stage).await?;
    let corrected = hears(stage, "recorded", 2).await?;
    assert_eq!(at(&corrected, "/replaces"), first, "{corrected}");
    assert_eq!(at(&hears(stage, "summary", 3).await?, "/entries"), 1);
    inside(stage).await?;
    page.click("@reverse").await?;
    page.wait_for("@reversed").await?;
    outside(stage).await?;
    assert_eq!(last_id(stage, "reversed", 1).await?, at(&corrected, "/id"));
    assert_eq!(at(&hears(stage, "summary", 4).await?, "/entries"), 0);
    assert_eq!(heard(stage, "problem").await?.len() + heard(stage, "recorded").await?.len(), 3);
    Ok(())
}

/// The second frame of the host's page.
async fn other(stage: &Stage) -> Outcome {
    stage.page.wait_for("iframe + iframe, main ~ iframe").await?;
    stage.page.client().enter_frame(1).await.context("cannot enter the frame")
}

/// Taken back in another tab, it is taken back in all: the host hears that at once, and asking again asks the resident.
pub(crate) async fn withdrawn_elsewhere(stage: &Stage) -> Outcome {
    let page = &stage.page;
    wide(stage).await?;
    page.visit(&stage.server.url(&format!("/embed/messages.html?app={}", stage.server.url("/?lang=zh")))).await?;
    hears(stage, "ready", 1).await?;
    page.click("[data-say=summary]").await?;
    inside(stage).await?;
    page.click("@agree").await?;
    outside(stage).await?;
    hears(stage, "summary", 1).await?;
    // Another document of the same origin, as another tab is.
    page.execute(
        "const other = document.createElement('iframe');
         other.src = '/?lang=zh#/me';
         other.style.cssText = 'position: fixed; right: 0; bottom: 0; width: 390px; height: 600px;';
         document.body.append(other);
         window.heard.length = 0;",
    )
    .await?;
    other(stage).await?;
    page.click("@withdraw").await?;
    outside(stage).await?;
    assert_eq!(at(&hears(stage, "consent", 1).await?, "/state"), "withdrawn");
    page.click("[data-say=summary]").await?;
    assert_eq!(at(&hears(stage, "consent", 2).await?, "/state"), "asked");
    assert_eq!(heard(stage, "summary").await?.len(), 0);
    inside(stage).await?;
    page.wait_for("@consent").await?;
    // Agreed to in the other, it is agreed to here.
    outside(stage).await?;
    other(stage).await?;
    page.click("@invite").await?;
    page.click("@agree").await?;
    outside(stage).await?;
    assert_eq!(at(&hears(stage, "consent", 3).await?, "/state"), "agreed");
    hears(stage, "summary", 1).await?;
    inside(stage).await?;
    page.wait_until("the card to go", async || Ok(page.count("@consent").await? == 0)).await
}

/// In the large letters that `WeChat` passes on, the answer to the question is in sight on a phone.
pub(crate) async fn answer_in_sight(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/bridge/weixin.js", "");
    for language in ["zh", "en"] {
        let asked =
            format!("?host=weixin&ask=summary&hostname=%E6%9C%9D%E9%98%B3%E6%83%A0%E6%B0%91&font=23.8&lang={language}");
        stage.open_in_frame(390, 844, "", &format!("{asked}#/")).await?;
        page.wait_for("#main[data-ready=true]").await?;
        page.wait_for("@agree").await?;
        let sides = "const side = (what) => { const e = document.querySelector(what); return e ? e.getBoundingClientRect() : null; };
            const tabs = side('.tabs--foot');
            return [innerHeight, side('[data-testid=agree]').bottom, tabs && tabs.height ? tabs.top : innerHeight];";
        let found = page.execute(sides).await?;
        let number = |path| at(&found, path).as_f64().unwrap_or_default();
        page.shoot(&format!("host-large-{language}")).await?;
        if number("/1") > number("/2") {
            return Err(Problem::new(format!("{language}: window, answer and tabs end and begin at {found}")));
        }
    }
    Ok(())
}

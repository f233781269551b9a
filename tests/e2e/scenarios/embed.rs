//! The page in somebody else's: a frame by one tag, messages with a host of another origin, and mini-programs.
//!
//! Two names of this machine, `localhost` and `127.0.0.1`, are two origins: the host stands at one, the page at the other.

use std::time::{SystemTime, UNIX_EPOCH};

use carbon_points::domain::archive::json_text;
use carbon_points::domain::assessment::Outcome as Assessed;
use carbon_points::domain::date::Date;
use carbon_points::domain::ledger::{Entry, Posted, Posting};
use carbon_points::domain::methodology::assess_line;
use carbon_points::domain::rulebook::Rulebook;
use serde_json::{Value, json};

use super::access::{all_well, axe_is_here, looked_at};
use super::carry::paste;
use super::{result, save};
use crate::{
    browser::Browser,
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// The address of a path at the host's origin.
fn host_url(stage: &Stage, path: &str) -> String {
    stage.server.url(path).replacen("127.0.0.1", "localhost", 1)
}

/// The operator allows the host.
pub(super) fn allow(stage: &Stage) {
    let origin = host_url(stage, "");
    stage.server.add_page("/hosts.json", &json!({ "origins": [origin] }).to_string());
}

/// What a message holds at a path such as `/reasons/0/code`; nothing if that is not there.
pub(super) fn at(message: &Value, path: &str) -> Value {
    message.pointer(path).cloned().unwrap_or_default()
}

pub(super) async fn inside(stage: &Stage) -> Outcome {
    stage.page.wait_for("iframe").await?;
    stage.page.client().enter_frame(0).await.context("cannot enter the frame")?;
    stage.page.wait_for("#main[data-ready=true]").await
}

pub(super) async fn outside(stage: &Stage) -> Outcome {
    stage.page.client().enter_parent_frame().await.context("cannot leave the frame")
}

/// The district whose rules are in force. Asked of the document: `WebKit`'s driver does not see the name in a frame.
pub(super) async fn district_is(stage: &Stage, name: &str) -> Outcome {
    let shown = "const d = document.querySelector('[data-testid=district-name]'); return d ? d.textContent : '';";
    let same = async || Ok(stage.page.execute(shown).await?.as_str().is_some_and(|shown| shown.contains(name)));
    stage.page.wait_until(&format!("the district {name}"), same).await
}

/// A window in which the whole example fits: not every driver scrolls to what is in a frame below.
pub(super) async fn wide(stage: &Stage) -> Outcome {
    stage.page.resize(1280, 960).await
}

/// Lets the browser draw, so that whatever was going to be said has been.
pub(super) async fn settled(stage: &Stage) -> Outcome {
    let draw = "return new Promise((done) => {
        let frames = 40;
        const next = () => (frames-- > 0 ? setTimeout(next, 10) : done(true));
        next();
    });";
    stage.page.execute(draw).await.map(drop)
}

/// What the host has heard of a type.
pub(super) async fn heard(stage: &Stage, kind: &str) -> Outcome<Vec<Value>> {
    let all = stage.page.execute("return window.heard;").await?;
    Ok(all
        .as_array()
        .into_iter()
        .flatten()
        .filter(|said| kind.is_empty() || at(said, "/type") == kind)
        .cloned()
        .collect())
}

/// Waits until the host has heard so many of a type; the last one.
pub(super) async fn hears(stage: &Stage, kind: &str, many: usize) -> Outcome<Value> {
    let wanted = format!("{many} × {kind}");
    stage.page.wait_until(&wanted, async || Ok(heard(stage, kind).await?.len() >= many)).await?;
    let all = heard(stage, kind).await?;
    assert_eq!(all.len(), many, "{all:?}");
    Ok(all.last().cloned().unwrap_or_default())
}

async fn say(stage: &Stage, message: &Value) -> Outcome {
    let said = stage.page.client().execute("window.say(arguments[0]);", vec![message.clone()]).await;
    said.context("cannot say it").map(drop)
}

/// The example that says every message, at the host's origin, once the page in it is ready.
pub(super) async fn messages(stage: &Stage) -> Outcome {
    wide(stage).await?;
    let address = format!("/embed/messages.html?app={}", stage.server.url("/?lang=zh"));
    stage.page.visit(&host_url(stage, &address)).await?;
    hears(stage, "ready", 1).await.map(drop)
}

/// Records ten kilometres of metro in the frame.
pub(super) async fn record(stage: &Stage) -> Outcome {
    let page = &stage.page;
    // A form has no tabs on a phone.
    page.click(".brand").await?;
    page.wait_for("#main[data-view='/']").await?;
    page.click(".tabs--foot [href='#/record']").await?;
    page.click("#main [href='#/record/trip']").await?;
    page.click("[name='legs[0].mode'][value=rail]").await?;
    page.retype("[name='legs[0].km']", "10").await?;
    result(stage, "720 克").await?;
    save(stage).await
}

/// One tag makes a frame that is as tall as what is in it, grows and shrinks with it, and then stays as it is.
pub(crate) async fn one_tag(stage: &Stage) -> Outcome {
    let page = &stage.page;
    allow(stage);
    let script = "window.heights = 0; addEventListener('message', (event) => {
        if (event.data && event.data.type === 'height') window.heights += 1; });";
    stage.server.add_page("/count.js", script);
    let tag = stage.server.url("/embed.js");
    let html = format!(
        "<!doctype html><meta name=referrer content=no-referrer><title>Host</title><body><script src=\"/count.js\"></script><p>before</p>
         <script src=\"{tag}\" data-theme=\"dark\" data-language=\"en\" data-district=\"xicheng\" data-font=\"20\"></script>
         <p>after</p>"
    );
    stage.server.add_page("/host.html", &html);
    page.visit(&host_url(stage, "/host.html")).await?;
    let frame = page.execute(
        "const f = document.querySelector('p + script + iframe');
         return [f.title, f.getAttribute('loading'), f.getAttribute('allow'), new URL(f.src).search];",
    );
    let query = "?framed=1&theme=dark&lang=en&district=xicheng&font=20";
    assert_eq!(frame.await?, json!(["Carbon Points", "lazy", "clipboard-write", query]));

    inside(stage).await?;
    page.wait_for("html[data-theme=dark][lang=en]").await?;
    district_is(stage, "Xicheng").await?;
    let dark = "return getComputedStyle(document.body).backgroundColor;";
    assert_eq!(page.execute(dark).await?, "rgb(18, 22, 20)");
    for screen in ["#/", "#/rules", "#/record/trip", "#/me"] {
        page.execute(&format!("location.hash = '{screen}';")).await?;
        let view = screen.trim_start_matches('#');
        page.wait_for(&format!("#main[data-view='{view}']")).await?;
        let tall = "return Math.min(Math.ceil(document.documentElement.getBoundingClientRect().height), 6000);";
        page.wait_until(&format!("a frame as tall as {screen}"), async || {
            Ok(page.execute(tall).await? == page.execute("return innerHeight;").await?)
        })
        .await?;
    }
    page.execute("location.hash = '#/';").await?;
    outside(stage).await?;
    settled(stage).await?;
    let count = page.execute("return window.heights;").await?;
    settled(stage).await?;
    settled(stage).await?;
    assert_eq!(page.execute("return window.heights;").await?, count, "it goes on for ever");
    if count.as_u64().is_none_or(|count| count > 60) {
        return Err(Problem::new(format!("{count} heights were told")));
    }
    page.shoot("embed-tag").await?;
    // The operator's own example, of the same origin.
    page.visit(&stage.server.url("/embed/iframe.html")).await?;
    inside(stage).await?;
    district_is(stage, "西城").await?;
    outside(stage).await?;
    page.shoot("embed-iframe").await
}

/// A host that was agreed to hears what it may, and each message does what it says and no more.
pub(crate) async fn agreed(stage: &Stage) -> Outcome {
    let page = &stage.page;
    allow(stage);
    messages(stage).await?;
    page.click("[data-say=dark]").await?;
    page.click("[data-say=en]").await?;
    page.click("[data-say=district]").await?;
    inside(stage).await?;
    page.wait_for("html[data-theme=dark][lang=en]").await?;
    district_is(stage, "Xicheng").await?;
    outside(stage).await?;
    page.click("[data-say=zh]").await?;
    page.click("[data-say=light]").await?;

    // A form is filled in, and nothing is saved; what is wrong is said.
    page.click("[data-say=wrong]").await?;
    let problem = hears(stage, "problem", 1).await?;
    assert_eq!(at(&problem, "/of"), "prefill");
    let codes: Vec<Value> =
        at(&problem, "/reasons").as_array().into_iter().flatten().map(|reason| at(reason, "/code")).collect();
    assert_eq!(codes, ["unknown_value", "out_of_range"], "{problem}");
    page.click("[data-say=prefill]").await?;
    inside(stage).await?;
    page.wait_for("#main[data-view='/record/trip']").await?;
    page.wait_until("12.5 km", async || Ok(page.value_of("[name='legs[0].km']").await? == "12.5")).await?;
    page.wait_for("html[lang=zh-CN][data-theme=light]").await?;
    // What the resident types is not replaced.
    page.set("[name='legs[0].km']", "3").await?;
    outside(stage).await?;
    page.click("[data-say=prefill]").await?;
    let own = hears(stage, "problem", 2).await?;
    assert_eq!(at(&own, "/reasons/0/code"), "own_draft");

    // Asked, the resident agrees, knowing who asks and for what.
    page.click("[data-say=summary]").await?;
    assert_eq!(at(&hears(stage, "consent", 1).await?, "/state"), "asked");
    assert_eq!(heard(stage, "summary").await?.len() + heard(stage, "recorded").await?.len(), 0);
    inside(stage).await?;
    page.wait_for_text("@consent", &host_url(stage, "")).await?;
    outside(stage).await?;
    page.shoot("embed-consent").await?;
    inside(stage).await?;
    page.click("@agree").await?;
    page.wait_until("the card to go", async || Ok(page.count("@consent").await? == 0)).await?;
    outside(stage).await?;
    assert_eq!(at(&hears(stage, "consent", 2).await?, "/state"), "agreed");
    assert_eq!(at(&hears(stage, "summary", 1).await?, "/entries"), 0);
    inside(stage).await?;
    record(stage).await?;
    outside(stage).await?;
    let recorded = hears(stage, "recorded", 1).await?;
    assert_eq!(
        (&at(&recorded, "/kind"), &at(&recorded, "/carbon_mg")),
        (&json!("trip"), &json!(720_000)),
        "{recorded}"
    );
    let summary = hears(stage, "summary", 2).await?;
    assert_eq!(at(&summary, "/month/carbon_mg"), 720_000, "{summary}");
    assert_eq!((&at(&summary, "/entries"), &at(&summary, "/total/points")), (&json!(1), &at(&recorded, "/points")));
    assert_eq!(heard(stage, "").await?.last(), Some(&summary), "the summary comes last");
    page.shoot("embed-messages").await?;

    // Taken back in 我的, nothing more is told.
    inside(stage).await?;
    page.click(".tabs--foot [href='#/me']").await?;
    page.wait_for_text("@hosts", &host_url(stage, "")).await?;
    page.execute("document.querySelector('[data-testid=hosts]').scrollIntoView();").await?;
    outside(stage).await?;
    page.shoot("embed-hosts").await?;
    inside(stage).await?;
    page.click("@withdraw").await?;
    page.wait_until("nobody", async || Ok(page.count("@withdraw").await? == 0)).await?;
    record(stage).await?;
    outside(stage).await?;
    settled(stage).await?;
    assert_eq!(at(&hears(stage, "consent", 3).await?, "/state"), "withdrawn");
    assert_eq!((heard(stage, "summary").await?.len(), heard(stage, "recorded").await?.len()), (2, 1));
    Ok(())
}

/// A host that was refused hears nothing of what is recorded, and does not get the resident asked again.
pub(crate) async fn refused(stage: &Stage) -> Outcome {
    let page = &stage.page;
    allow(stage);
    messages(stage).await?;
    page.click("[data-say=summary]").await?;
    inside(stage).await?;
    page.click("@refuse").await?;
    outside(stage).await?;
    assert_eq!(at(&hears(stage, "consent", 2).await?, "/state"), "refused");
    inside(stage).await?;
    record(stage).await?;
    outside(stage).await?;
    page.click("[data-say=summary]").await?;
    assert_eq!(at(&hears(stage, "consent", 3).await?, "/state"), "refused");
    settled(stage).await?;
    inside(stage).await?;
    assert_eq!(page.count("@consent").await?, 0, "asked again");
    outside(stage).await?;
    for said in heard(stage, "").await? {
        if !["ready", "consent"].iter().any(|kind| at(&said, "/type") == *kind) {
            return Err(Problem::new(format!("the host was told {said}")));
        }
    }
    Ok(())
}

/// An origin that is not listed gets no answer and changes nothing.
pub(crate) async fn not_allowed(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let address = format!("/embed/messages.html?app={}", stage.server.url("/?lang=zh&framed=1"));
    page.visit(&host_url(stage, &address)).await?;
    inside(stage).await?;
    let read = async || Ok(stage.server.requests().iter().any(|path| path == "/hosts.json"));
    page.wait_until("the list of hosts to be read", read).await?;
    outside(stage).await?;
    settled(stage).await?;
    for saying in ["dark", "en", "district", "prefill", "wrong", "summary"] {
        page.click(&format!("[data-say={saying}]")).await?;
    }
    settled(stage).await?;
    assert_eq!(heard(stage, "").await?, Vec::<Value>::new());
    inside(stage).await?;
    page.wait_for("html[lang=zh-CN]:not([data-theme])").await?;
    page.wait_for("#main[data-view='/']").await?;
    assert_eq!(page.count("@consent").await? + page.count("@district-name").await?, 0);
    Ok(())
}

/// What is malformed or huge is refused with a reason or passed over, and the page works on.
pub(crate) async fn harmless(stage: &Stage) -> Outcome {
    let page = &stage.page;
    wide(stage).await?;
    page.visit(&stage.server.url("/embed/messages.html")).await?;
    hears(stage, "ready", 1).await?;
    page.execute(
        "let deep = 0; for (let i = 0; i < 200; i += 1) deep = [deep];
         const post = (said) => document.getElementById('app').contentWindow.postMessage(said, '*');
         const round = { carbonPoints: 1 }; round.self = round;
         // Passed over: none of ours.
         for (const said of [null, 7, 'hello', [], {}, { type: 'set', theme: 'dark' }, round, new Date(), new ArrayBuffer(9)]) {
           post(said);
         }
         post({ carbonPoints: 1, type: 'prefill', activity: deep });
         post('{\"carbonPoints\":1,\"type\":\"prefill\",\"activity\":\"' + 'x'.repeat(4e6) + '\"}');
         post({ carbonPoints: 1, type: 'prefill', activity: { note: 'x'.repeat(4e6) } });
         post({ carbonPoints: 9, type: 'set', theme: 'dark' });
         post({ carbonPoints: 1, type: 'wipe' });
         post({ carbonPoints: 1, type: 'set', district: '//evil.example/x' });
         post({ carbonPoints: 1, type: 'set', theme: 'dark', extra: true });",
    )
    .await?;
    hears(stage, "problem", 7).await?;
    say(stage, &json!({ "carbonPoints": 1, "type": "set", "language": "zh" })).await?;
    inside(stage).await?;
    page.wait_for("html[lang=zh-CN]:not([data-theme])").await?;
    record(stage).await?;
    outside(stage).await?;
    assert_eq!(heard(stage, "summary").await?.len() + heard(stage, "recorded").await?.len(), 0);
    Ok(())
}

/// What the mini-program has got.
async fn delivered(stage: &Stage) -> Outcome<Vec<Value>> {
    Ok(stage.page.execute("return window.delivered;").await?.as_array().cloned().unwrap_or_default())
}

/// The last message of the last delivery, of which there are so many.
async fn last_delivered(stage: &Stage, many: usize) -> Outcome<Value> {
    let all = delivered(stage).await?;
    assert_eq!(all.len(), many, "{all:?}");
    Ok(all.last().and_then(|said| said.as_array()?.last().cloned()).unwrap_or_default())
}

/// `WeChat` delivers only on the way back, sharing and closing: the last summary is right all the same. Back leaves at once; what vanishes is
/// noticed.
pub(crate) async fn weixin(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/bridge/weixin.js", "");
    wide(stage).await?;
    page.visit(&stage.server.url("/embed/weixin.html")).await?;
    inside(stage).await?;
    super::in_chinese(stage).await?;
    page.wait_for_text("@consent", "微信小程序「示例区」").await?;
    let steps = page.execute("return history.length;").await?;
    page.click("@agree").await?;
    record(stage).await?;
    outside(stage).await?;
    assert_eq!(delivered(stage).await?, Vec::<Value>::new());
    // Shared, what was said is delivered, and the page goes on.
    page.click("#share").await?;
    let last = last_delivered(stage, 1).await?;
    assert_eq!((&at(&last, "/type"), &at(&last, "/entries")), (&json!("summary"), &json!(1)));
    inside(stage).await?;
    record(stage).await?;
    page.click(".tabs--foot [href='#/ledger']").await?;
    page.wait_for("#main[data-view='/ledger']").await?;
    assert_eq!(page.execute("return history.length;").await?, steps, "back would not leave at once");
    outside(stage).await?;
    assert_eq!(delivered(stage).await?.len(), 1);
    page.click("#back").await?;
    let last = last_delivered(stage, 2).await?;
    assert_eq!(
        (&at(&last, "/type"), &at(&last, "/entries"), &at(&last, "/month/carbon_mg")),
        (&json!("summary"), &json!(2), &json!(1_440_000))
    );
    page.shoot("embed-weixin").await?;

    // In the web-view: a copy to take along, a picture to press long, an address without anything personal.
    page.click("#again").await?;
    inside(stage).await?;
    page.wait_for_text("@carry-offer", "2 笔").await?;
    page.shoot("embed-weixin-offer").await?;
    page.click("@carry-later").await?;
    drawn_statements(stage).await?;
    page.click(".brand").await?;
    page.click(".tabs--foot [href='#/me']").await?;
    page.click("@picture-make").await?;
    drawn(stage, "@picture").await?;
    page.execute("document.querySelector('[data-testid=picture]').scrollIntoView();").await?;
    page.shoot("embed-picture").await?;

    // The storage is cleared: the mini-program gives back how many there were.
    page.execute(
        "localStorage.clear();
         indexedDB.deleteDatabase('carbon-points').onsuccess = () => { window.__gone = true; };",
    )
    .await?;
    page.wait_until("an empty device", async || Ok(page.execute("return window.__gone === true;").await? == true))
        .await?;
    outside(stage).await?;
    // The mini-program is closed, and what was said once more delivered.
    page.click("#destroy").await?;
    let last = last_delivered(stage, 3).await?;
    assert_eq!((&at(&last, "/type"), &at(&last, "/entries")), (&json!("summary"), &json!(2)));
    page.click("#again").await?;
    inside(stage).await?;
    super::in_chinese(stage).await?;
    page.wait_for_text("@lost", "2 笔").await?;
    page.shoot("embed-lost").await?;
    assert_eq!(page.count("@consent").await?, 0, "one thing at a time");
    page.click("@loss-seen").await?;
    page.wait_for("@consent").await?;
    assert_eq!(page.count("@lost").await?, 0);
    Ok(())
}

/// A picture to press long is there, as wide as it is drawn; its height, and what is said of it.
async fn drawn(stage: &Stage, what: &str) -> Outcome<(u64, String)> {
    let page = &stage.page;
    let there = "const i = document.querySelector('[data-testid=picture]');
        return !!i && i.src.startsWith('data:image/png;base64,') && i.complete && i.naturalWidth === 750;";
    page.wait_until(what, async || Ok(page.execute(there).await? == true)).await?;
    let found = page
        .execute("const i = document.querySelector('[data-testid=picture]'); return [i.naturalHeight, i.alt];")
        .await?;
    Ok((at(&found, "/0").as_u64().unwrap_or(0), at(&found, "/1").as_str().unwrap_or_default().to_owned()))
}

/// What was pressed is gone; what came of it has the focus.
async fn focused(stage: &Stage, id: &str) -> Outcome {
    let there = format!("return document.activeElement.id === '{id}';");
    stage.page.wait_until(&format!("the focus on {id}"), async || Ok(stage.page.execute(&there).await? == true)).await
}

/// Leaves a screenshot of nothing but the picture, for people.
async fn keep_picture(stage: &Stage, name: &str) -> Outcome {
    let page = &stage.page;
    let alone = "const i = document.querySelector('[data-testid=picture]').cloneNode();
        i.id = 'alone';
        Object.assign(i.style, { position: 'absolute', left: 0, top: 0, zIndex: 99, width: '100%' });
        document.body.append(i);
        scrollTo(0, 0);";
    page.execute(alone).await?;
    page.shoot(name).await?;
    page.execute("document.getElementById('alone').remove();").await.map(drop)
}

/// The statement of the month, of an earlier month and of the year become pictures; nothing prints there.
async fn drawn_statements(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let year = page.execute("return new Date(Date.now() + 288e5).getUTCFullYear();").await?;
    let mut heights = Vec::new();
    for (period, title) in
        [(format!("{year}"), format!("{year}年 对账单")), (format!("{year}-01"), format!("{year}年1月 对账单"))]
    {
        page.execute(&format!("location.replace('#/statement/{period}');")).await?;
        page.wait_for(&format!("#main[data-view='/statement/{period}']")).await?;
        assert_eq!(page.count("@print").await?, 0);
        assert_eq!(page.count("@picture").await?, 0, "a picture of something else");
        page.click("@picture-make").await?;
        let (height, said) = drawn(stage, &title).await?;
        focused(stage, "picture").await?;
        assert!(said.starts_with(&title), "{said}");
        heights.push(height);
        if heights.len() == 1 {
            assert!(said.contains("1.44 千克"), "{said}");
            keep_picture(stage, "embed-year-picture").await?;
        }
    }
    // The year has a row for each month, and the sums by kind.
    assert!(heights.first() > heights.last(), "{heights:?}");
    Ok(())
}

/// In a web-view no file is offered. A few entries are one code: a picture, a link and its text, and whoever opens the
/// link has them, once however often; many are several codes, each by itself.
pub(crate) async fn codes(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/bridge/weixin.js", "");
    page.visit(&stage.server.url("/?host=weixin")).await?;
    super::in_chinese(stage).await?;
    for _ in 0..2 {
        record(stage).await?;
    }
    page.click("@carry-make").await?;
    page.wait_for("#main[data-view='/me/carry']").await?;
    let (_, said) = drawn(stage, "the code").await?;
    focused(stage, "codes").await?;
    assert!(said.starts_with("交接码 2 笔，"), "{said}");
    assert_eq!(page.count("@save-json").await? + page.count("@save-csv").await? + page.count("@code-after").await?, 0);
    assert_eq!((page.count("@copy-json").await?, page.count("@codes-left li").await?), (1, 1));
    keep_picture(stage, "embed-code-picture").await?;
    let link = page.text_of("@code-link").await?;
    let home = stage.server.url("/#/take/");
    assert!(link.starts_with(&home) && link.len() <= 700, "{link}");
    page.shoot("embed-code").await?;
    page.click("@code-copy").await?;
    page.wait_for_text("@notice", "已复制").await?;
    // Kept, it is not offered again before there is more.
    page.click("@codes-kept").await?;
    page.wait_for("@codes-make").await?;
    page.click(".brand").await?;
    page.wait_for("#main[data-view='/']").await?;
    assert_eq!(page.count("@carry-offer").await?, 0);

    // Where they are already, nothing is added.
    page.visit(&link).await?;
    page.wait_for_text("@take-screen", "都已经在账本里了").await?;
    assert_eq!(page.count("@confirm").await?, 0);

    // Thirty-two more do not fit one code.
    let many = many(32)?;
    page.visit(&stage.server.url("/?host=weixin&lang=zh#/me/carry")).await?;
    paste(stage, &many).await?;
    page.click("@confirm").await?;
    page.wait_for_text("@outcome", "导入好了").await?;
    page.click("@codes-make").await?;
    drawn(stage, "the first code").await?;
    let place = page.text_of("@code-place").await?;
    let count: usize = place.rsplit(' ').nth(1).and_then(|count| count.parse().ok()).unwrap_or(0);
    assert!((2..=4).contains(&count), "{place}");
    let mut links = Vec::new();
    // Back from the first is the last.
    page.click("@code-before").await?;
    page.wait_for_text("@code-place", &format!("第 {count} 张")).await?;
    page.click("@code-after").await?;
    for number in 1..=count {
        page.wait_for_text("@code-place", &format!("第 {number} 张，共 {count} 张")).await?;
        let (_, said) = drawn(stage, "a code").await?;
        assert!(said.starts_with(&format!("交接码 {number}/{count} ")), "{said}");
        links.push(page.text_of("@code-link").await?);
        if number < count {
            page.click("@code-after").await?;
        }
    }
    page.shoot("embed-codes").await?;

    // Another device: its storage is empty. The last one first, and twice.
    let elsewhere = |link: &String| link.replacen("127.0.0.1", "localhost", 1);
    let (mut taken, mut all) = (0, links.clone());
    all.reverse();
    for link in &all {
        page.visit(&elsewhere(link)).await?;
        page.wait_for("@confirm").await?;
        super::in_chinese(stage).await?;
        page.click("@confirm").await?;
        page.wait_for("#main[data-view='/']").await?;
        page.wait_for_text("@notice", "导入好了").await?;
        page.visit(&elsewhere(link)).await?;
        page.wait_for_text("@take-screen", "都已经在账本里了").await?;
        taken += 1;
    }
    assert_eq!(taken, count);
    page.visit(&host_url(stage, "/?lang=zh#/me/carry")).await?;
    page.wait_for_text("#main", "账本里现在有 34 笔记录").await
}

/// A file of so many trips, one a day up to today.
fn many(count: i32) -> Outcome<String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).context("a clock before 1970")?.as_millis();
    let now = i64::try_from(now).context("a clock beyond time")?;
    let today = Date::in_beijing(now);
    let rules = Rulebook::current(today).map_err(|_| Problem::new("the rules are damaged"))?;
    let mut entries = Vec::new();
    for number in 0..count {
        let date = today.plus_days(-number);
        let line = format!(r#"{{"kind":"trip","date":"{date}","legs":[{{"mode":"rail","km":"12.3"}}]}}"#);
        let Assessed::Assessed(both) = assess_line(&line, &rules, today) else {
            return Err(Problem::new(format!("{line} is not valid")));
        };
        let (activity, assessment) = *both;
        let (verdict, totals) = (assessment.verdict, assessment.totals);
        let rulebook = rules.name();
        let posted = Posted { activity, rulebook, verdict, totals, corrects: None, people: Vec::new(), receipt: None };
        entries.push(Entry {
            id: format!("0000MANY{number:08}"),
            recorded_at: now - i64::from(number) * 86_412_345,
            posting: Posting::Activity(Box::new(posted)),
        });
    }
    Ok(json_text(&entries, &[]))
}

/// In a frame the tabs stand under the head, and come there for the keyboard too.
pub(crate) async fn focus_order(stage: &Stage) -> Outcome {
    let page = &stage.page;
    // Everything that can have the focus, in the order of the document, must lie below or right of what came before.
    let order = "
        const shown = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]
          .filter((e) => !e.disabled && e.getClientRects().length > 0 && !e.closest('.skip') && !e.matches('.skip'));
        const wrong = [];
        const parts = ['head', 'tabs--foot', 'main'];
        const part = (e) => parts.find((name) => e.closest('.' + name));
        let before = null;
        for (const e of shown) {
          if (before && part(before) !== part(e)) {
            const above = before.closest('.' + part(before)).getBoundingClientRect();
            const below = e.closest('.' + part(e)).getBoundingClientRect();
            if (below.top < above.bottom - 1) wrong.push(part(before) + ' before ' + part(e));
          }
          before = e;
        }
        const first = shown.find((e) => part(e) === 'tabs--foot');
        return [shown.map(part).filter((p, i, all) => p !== all[i - 1]), wrong, !!first];";
    for (address, expected) in
        [("/?framed=1&lang=zh", vec!["head", "tabs--foot", "main"]), ("/?lang=zh", vec!["head", "main", "tabs--foot"])]
    {
        page.visit(&stage.server.url(address)).await?;
        page.wait_for("#main[data-ready=true]").await?;
        let parts = expected.clone();
        let same = async || Ok(at(&page.execute(order).await?, "/0") == json!(parts));
        page.wait_until(&format!("{address} in the order {parts:?}"), same).await?;
        if address.contains("framed") {
            assert_eq!(at(&page.execute(order).await?, "/1"), json!([]));
        }
    }
    // With the keyboard: from the last of the head to the first tab. `WebKit`'s driver presses no key on a button.
    if page.browser() == Browser::WebKit {
        return Ok(());
    }
    page.visit(&stage.server.url("/?framed=1&lang=zh")).await?;
    page.wait_for(".head + .tabs--foot").await?;
    page.execute("document.querySelector('[data-testid=language]').focus();").await?;
    page.type_keys(":focus", "\u{e004}").await?;
    let there = "return document.activeElement.matches('.tabs--foot a:first-child');";
    page.wait_until("the first tab", async || Ok(page.execute(there).await? == true)).await
}

/// Alipay delivers at once; refused, it hears only that.
pub(crate) async fn alipay(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/bridge/alipay.js", "");
    wide(stage).await?;
    page.visit(&stage.server.url("/embed/alipay.html")).await?;
    inside(stage).await?;
    super::in_chinese(stage).await?;
    page.wait_for_text("@consent", "支付宝小程序「示例区」").await?;
    page.click("@refuse").await?;
    record(stage).await?;
    outside(stage).await?;
    settled(stage).await?;
    let told = delivered(stage).await?;
    let kinds: Vec<Value> = told.iter().map(|said| at(said, "/type")).collect();
    assert_eq!(kinds, ["ready", "consent"], "{told:?}");

    // After all: from 我的.
    inside(stage).await?;
    page.click(".tabs--foot [href='#/me']").await?;
    page.click("@invite").await?;
    page.click("@agree").await?;
    outside(stage).await?;
    page.wait_until("a summary", async || {
        Ok(delivered(stage)
            .await?
            .last()
            .is_some_and(|said| at(said, "/type") == "summary" && at(said, "/entries") == 1))
    })
    .await
}

/// What is said and asked in a web-view is for everybody: axe-core finds nothing, and in large letters everything is
/// large; light and dark.
pub(crate) async fn embed_accessible(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/bridge/weixin.js", "");
    let address = "/?host=weixin&ask=summary&entries=3&lang=zh&font=20#/me";
    page.visit(&stage.server.url(address)).await?;
    page.wait_for("@lost").await?;
    axe_is_here(stage).await?;
    let mut found = looked_at(stage, "what was lost", 18.0, true).await?;
    page.click("@loss-seen").await?;
    page.wait_for("@consent").await?;
    found.extend(looked_at(stage, "the question", 18.0, true).await?);
    page.shoot("embed-large").await?;
    page.click("@agree").await?;
    page.click("@picture-make").await?;
    page.wait_for("@picture").await?;
    found.extend(looked_at(stage, "hosts", 18.0, true).await?);
    record(stage).await?;
    page.wait_for("@carry-offer").await?;
    found.extend(looked_at(stage, "the offer", 18.0, true).await?);
    page.execute("location.hash = '#/me/carry'").await?;
    page.wait_for("@no-files").await?;
    found.extend(looked_at(stage, "no files", 18.0, true).await?);
    page.click("@codes-make").await?;
    page.wait_for("@code-link").await?;
    found.extend(looked_at(stage, "a code", 18.0, true).await?);
    page.execute("location.hash = '#/statement/2026'").await?;
    page.click("@picture-make").await?;
    page.wait_for("@picture").await?;
    found.extend(looked_at(stage, "a statement's picture", 18.0, true).await?);
    all_well(&found)
}

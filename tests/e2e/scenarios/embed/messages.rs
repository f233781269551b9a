//! What a host and the page say to each other by messages: after agreement, without it, from a stranger, and in bad form.

use serde_json::{Value, json};

use super::{allow, at, district_is, heard, hears, host_url, inside, messages, outside, record, say, settled, wide};
use crate::{
    problem::{Outcome, Problem},
    stage::Stage,
};

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

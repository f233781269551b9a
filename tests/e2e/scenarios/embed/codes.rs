//! Records that go along as codes, where a web-view saves no file.

use std::time::{SystemTime, UNIX_EPOCH};

use carbon_points::domain::archive::json_text;
use carbon_points::domain::assessment::Outcome as Assessed;
use carbon_points::domain::date::Date;
use carbon_points::domain::ledger::{Entry, Posted, Posting};
use carbon_points::domain::methodology::assess_line;
use carbon_points::domain::rulebook::Rulebook;

use super::picture::{drawn, focused, keep_picture};
use super::{host_url, record};
use crate::scenarios::carry::paste;
use crate::scenarios::in_chinese;
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// In a web-view no file is offered. A few entries are one code: a picture, a link and its text, and whoever opens the
/// link has them, once however often; many are several codes, each by itself.
pub(crate) async fn codes(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/bridge/weixin.js", "");
    page.visit(&stage.server.url("/?host=weixin")).await?;
    in_chinese(stage).await?;
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
        in_chinese(stage).await?;
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

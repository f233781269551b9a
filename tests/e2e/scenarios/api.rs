//! The npm package in a page that does its own UI: the example, and the golden cases.

use std::{fs, path::Path, rc::Rc};

use carbon_points::answer::Assessor;
use carbon_points::domain::date::Date;
use carbon_points::domain::rulebook::Rulebook;
use serde_json::{Value, json};

use super::contrast::readable;
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

const PAGE: &str = "/embed/api.html";
/// The day of the golden cases.
const TODAY: &str = "2026-11-21";

/// A calculator on a page of somebody else, under a policy that lets it run nothing but its own files.
pub(crate) async fn api_page(stage: &Stage) -> Outcome {
    built()?;
    let page = &stage.page;
    page.visit(&stage.server.url(PAGE)).await?;
    // 10 km × (104 − 32) g.
    page.wait_for_text("@carbon", "720").await?;
    page.wait_for_text("@points", "36").await?;
    page.click("#why summary").await?;
    page.wait_for_text("@steps", "104 克/人公里 − 32 克/人公里 = 72 克/人公里").await?;
    page.wait_for_text("@steps", "转录").await?;
    page.shoot("api").await?;
    let mut faint = readable(stage, "the host page").await?;

    page.retype("@km", "33.80").await?;
    page.wait_for_text("@carbon", "2,433.6").await?;
    page.retype("@km", "1,5").await?;
    page.wait_for_text("@refused", "1,5").await?;
    page.wait_for_text("@carbon", "–").await?;
    faint.extend(readable(stage, "a refusal on the host page").await?);
    page.retype("@km", "50").await?;
    page.wait_for_text("@carbon", "3,600").await?;

    // 180 points by itself, of which a day's trips may have 150.
    page.click("@add").await?;
    page.wait_for_text("@total", "3,600 克").await?;
    page.wait_for_text("@total", "150 分").await?;
    page.wait_for_text("@withheld", "30 分超出每天自报出行的上限").await?;
    page.click("[value=taxi]").await?;
    page.wait_for_text("@said", "没有").await?;
    page.click("@add").await?;
    page.wait_for_text("@list", "出租车 50 公里").await?;
    page.set("@district", "chaoyang").await?;
    page.wait_for_text("@total", "3,600 克").await?;
    faint.extend(readable(stage, "the day on the host page").await?);
    page.shoot("api-day").await?;

    let wide =
        page.execute("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await?;
    if wide.as_i64() != Some(0) {
        return Err(Problem::new(format!("the host page is {wide} pixels wider than its window")));
    }
    if faint.is_empty() { Ok(()) } else { Err(Problem::new(faint.join("\n"))) }
}

/// What the package answers in a browser is what the command line answers, to the last byte.
pub(crate) async fn api_answers(stage: &Stage) -> Outcome {
    built()?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let read = |name: &str| fs::read_to_string(root.join(name)).context(format!("cannot read {name}"));
    let cases = read("golden/cases.jsonl")?;
    let cases: Vec<String> = cases.lines().map(input).collect::<Outcome<_>>()?;
    let ledgers = [read("api/ledgers/two-years.jsonl")?, read("api/ledgers/damaged.jsonl")?, cases.join("\n")];

    let today = Date::parse(TODAY).ok_or_else(|| Problem::new("no day"))?;
    let rulebook = Rulebook::current(today).map_err(|_| Problem::new("the built-in rulebook is damaged"))?;
    let assessor = Assessor::new(Rc::new(rulebook), today);
    let (mut wanted, mut written) = (Vec::new(), Vec::new());
    for case in &cases {
        written.clear();
        assessor.answer(case, &mut written).context("cannot answer")?;
        wanted.push(String::from_utf8_lossy(&written).into_owned());
    }
    for ledger in &ledgers {
        written.clear();
        let book = assessor.account(ledger.as_bytes()).context("cannot read")?;
        book.tell(today, None, &mut written).context("cannot tell")?;
        wanted.push(String::from_utf8_lossy(&written).into_owned());
    }

    let server = &stage.server;
    server.add_page("/golden/cases.json", &json!({ "cases": cases, "ledgers": ledgers, "today": TODAY }).to_string());
    server.add_page("/golden/api.js", include_str!("../api.js"));
    server.add_page("/golden/", "<!doctype html><title>Golden</title><script type=\"module\" src=\"api.js\"></script>");
    let page = &stage.page;
    page.visit(&server.url("/golden/")).await?;
    let answered = async || Ok(page.execute("return Array.isArray(window.answers)").await? == true);
    page.wait_until("the answers", answered).await?;
    let found = page.execute("return window.answers").await?;
    let found: Vec<&str> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if found.len() != wanted.len() {
        return Err(Problem::new(format!("{} answers instead of {}", found.len(), wanted.len())));
    }
    match found.iter().zip(&wanted).find(|(found, wanted)| *found != wanted) {
        None => Ok(()),
        Some((found, wanted)) => Err(Problem::new(format!("it answers {found}\ninstead of {wanted}"))),
    }
}

fn built() -> Outcome {
    let there = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist-npm/index.js").is_file();
    if there { Ok(()) } else { Err(Problem::new("there is no dist-npm/index.js: run `make npm` first")) }
}

/// The input of a golden case as it is written there.
fn input(line: &str) -> Outcome<String> {
    let input = line.split_once("\"input\": ").and_then(|(_, rest)| rest.split_once(", \"expect\": "));
    input.map(|(input, _)| input.to_owned()).ok_or_else(|| Problem::new(format!("no case: {line}")))
}

//! A receipt is opened by its link, checked by the browser, and recorded once; whatever else it is, it is refused.

use std::time::{SystemTime, UNIX_EPOCH};

use carbon_points::answer::signing::PrivateKey;
use carbon_points::domain::archive::json_text;
use carbon_points::domain::date::Date;
use carbon_points::domain::json::Json;
use carbon_points::domain::receipt::{Receipt, Statement};

use super::carry::{forget, paste, save_as};
use super::rewards::{at, district_is, endless_chaoyang};
use super::{in_chinese, ready, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// The example issuer's key, which is published: RFC 6979, appendix A.2.5.
const DEMO: &str = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
const DAY_MS: i64 = 86_400_000;
const HERE: &str = "/?district=chaoyang";

fn now() -> Outcome<i64> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).context("no clock")?;
    i64::try_from(since.as_millis()).context("no clock")
}

/// A trip of 10 km by metro yesterday: 720 g, verified 72 points.
fn statement(nonce: &str) -> Outcome<Statement> {
    let now = now()?;
    let day = Date::in_beijing(now - DAY_MS);
    let activity =
        format!(r#"{{"kind":"trip","date":"{day}","evidence":"verified","legs":[{{"mode":"rail","km":"10"}}]}}"#);
    Ok(Statement {
        issuer: "demo-issuer".to_owned(),
        district: Some("chaoyang".to_owned()),
        at: now,
        until: None,
        nonce: nonce.to_owned(),
        activity: Json::parse(&activity).map_err(|_| Problem::new("no JSON"))?,
    })
}

fn packed(receipt: &Receipt) -> Outcome<String> {
    receipt.pack().ok_or_else(|| Problem::new("too long"))
}

fn issued(nonce: &str, change: impl FnOnce(&mut Statement)) -> Outcome<String> {
    let key = PrivateKey::parse(DEMO).ok_or_else(|| Problem::new("no key"))?;
    let mut statement = statement(nonce)?;
    change(&mut statement);
    packed(&key.sign(statement))
}

/// Opens a receipt on the page that is there.
async fn open(stage: &Stage, packed: &str) -> Outcome {
    let hash = format!("#/receipt/{packed}");
    stage.page.execute(&format!("location.hash = '{hash}';")).await?;
    stage.page.wait_for(&format!("#main[data-view='/receipt/{packed}']")).await
}

async fn refused(stage: &Stage, packed: &str, said: &str) -> Outcome {
    let page = &stage.page;
    open(stage, packed).await?;
    page.wait_for_text("@why-refused", said).await?;
    assert_eq!(page.count("@certify").await?, 0, "{said}");
    Ok(())
}

/// Chaoyang's rules, whose example issuer signs for ever.
fn endless_rules() -> String {
    endless_chaoyang().replace("\"valid_to\": \"2027-12-31\"", "\"valid_to\": \"2099-12-31\"")
}

/// Everything is known of Chaoyang.
async fn chaoyang(stage: &Stage, hash: &str) -> Outcome {
    stage.server.add_page("/rulebooks/districts/chaoyang.json", &endless_rules());
    at(stage, HERE, hash).await?;
    district_is(stage, "朝阳区").await
}

/// Recorded as verified with its proof, refused the second time, proven after an import, unproven once corrected, and
/// refused even then.
pub(crate) async fn receipt_recorded(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let receipt = issued("once", |_| {})?;
    chaoyang(stage, &format!("#/receipt/{receipt}")).await?;
    page.wait_for_text("@receipt-outcome", "签名对").await?;
    page.wait_for_text("@receipt-contents", "示例签发方").await?;
    page.wait_for_text("@issuer-note", "谁都能用它签").await?;
    // What the signature cannot prove stands beside that it is right, and not only behind a title.
    page.wait_for_text("@receipt-limits", "不说明是谁做的").await?;
    page.wait_for_text("@receipt-contents", "地铁 10 公里").await?;
    page.wait_for_text("@receipt-worth .figure.voice--carbon", "720").await?;
    page.wait_for_text("@receipt-worth", "72").await?;
    page.click("@receipt-meaning summary").await?;
    page.wait_for_text("@receipt-meaning", "谁先拿到谁能记").await?;
    page.shoot("receipt").await?;
    page.click("@certify").await?;
    page.wait_for("#main[data-view^='/entry/']").await?;
    page.wait_for_text("#main", "已核实").await?;
    page.wait_for_text("@receipt-kept", "示例签发方").await?;
    page.wait_for("@receipt-kept ~ .sheet ~ @share").await?;
    page.shoot("receipt-entry").await?;
    refused(stage, &receipt, "已经记过一笔").await?;
    page.wait_for("@receipt-next[href^='#/entry/']").await?;
    // Another receipt of the same trip is another receipt: it is for the resident to see that it is the same trip.
    open(stage, &issued("again", |_| {})?).await?;
    page.wait_for_text("@receipt-same", "已经有一笔一样的").await?;
    page.wait_for("@receipt-same a[href^='#/entry/']").await?;
    page.wait_for("@certify").await?;

    go(stage, "/me/carry").await?;
    page.wait_for("@verify:enabled").await?;
    page.click("@verify").await?;
    page.wait_for_text("@verify-outcome", "全部一致：1 笔").await?;
    assert_eq!(page.count("@unproven").await?, 0, "the signature was checked");
    let file = saved_here(stage).await?;
    assert!(file.contains(&receipt), "{file}");
    forget(stage).await?;
    // The language is forgotten too.
    in_chinese(stage).await?;
    district_is(stage, "朝阳区").await?;
    paste(stage, &file).await?;
    page.wait_for_text("@plan", "导入这 1 笔").await?;
    assert_eq!(page.count("@verified").await?, 0, "the file proves it");
    page.click("@confirm").await?;
    page.wait_for_text("@notice", "导入好了").await?;

    // What the resident changes, nobody has certified.
    go(stage, "/ledger").await?;
    page.click("#main a[href^='#/entry/']").await?;
    page.click("@correct").await?;
    page.retype("[name='legs[0].km']", "20").await?;
    save(stage).await?;
    page.wait_for_text("#main .entry__lead", "自报").await?;
    let file = saved_here(stage).await?;
    assert_eq!(file.matches("\"evidence\":\"verified\"").count(), 1, "{file}");
    assert_eq!(file.matches("\"receipt\":").count(), 1, "{file}");
    // It stays used: the correction stands in for what it was taken for. Once that is undone, too, nothing counts any more.
    refused(stage, &receipt, "已经记过一笔").await?;
    go(stage, "/ledger").await?;
    page.click("#main a[href^='#/entry/']").await?;
    page.click("@reverse").await?;
    page.wait_for("@reversed").await?;
    open(stage, &receipt).await?;
    page.wait_for_text("@receipt-outcome", "签名对").await
}

/// Rules that a file brings are used, but the keys in them may be its maker's: they certify nothing until the server gives
/// the same rules.
pub(crate) async fn receipt_by_imported_rules(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let rules = endless_rules().replacen("\"chaoyang\"", "\"mall\"", 1);
    let settings =
        [("district", "mall"), ("overlay:mall", &rules)].map(|(name, text)| (name.to_owned(), text.to_owned()));
    at(stage, "/", "#/me/carry").await?;
    paste(stage, &json_text(&[], &settings)).await?;
    page.wait_for("@plan").await?;
    page.click("@confirm").await?;
    page.wait_for_text("@notice", "导入好了").await?;
    district_is(stage, "朝阳区居民绿色积分规则").await?;
    let receipt = issued("mall", |statement| statement.district = Some("mall".to_owned()))?;
    refused(stage, &receipt, "没有这一家").await?;
    stage.server.add_page("/rulebooks/districts/mall.json", &rules);
    at(stage, "/", &format!("#/receipt/{receipt}")).await?;
    page.wait_for_text("@receipt-outcome", "签名对").await
}

/// Goes to another screen of the page that is open: one that is left while it writes can keep `WebKit`'s store locked.
async fn go(stage: &Stage, view: &str) -> Outcome {
    stage.page.execute(&format!("location.hash = '#{view}';")).await?;
    stage.page.wait_for(&format!("#main[data-view='{view}']")).await
}

async fn saved_here(stage: &Stage) -> Outcome<String> {
    go(stage, "/me/carry").await?;
    save_as(stage, "@save-json").await
}

/// Each with its own sentence, and nothing recorded: forged, altered, expired, too early, of something that the issuer may
/// not certify, for another district, by a stranger, damaged; and where the browser cannot check signatures.
pub(crate) async fn receipt_refused(stage: &Stage) -> Outcome {
    let page = &stage.page;
    chaoyang(stage, "#/ledger").await?;
    let forged = packed(&PrivateKey::generate().sign(statement("forged")?))?;
    refused(stage, &forged, "签名不是「示例签发方」签的").await?;
    page.wait_for_text("@receipt-outcome", "什么都没有记进账本").await?;
    page.wait_for("@receipt-next[href='#/record/trip']").await?;
    page.shoot("receipt-forged").await?;
    let key = PrivateKey::parse(DEMO).ok_or_else(|| Problem::new("no key"))?;
    let mut altered = key.sign(statement("altered")?);
    let further = altered.statement.activity.to_string().replace("\"10\"", "\"100\"");
    altered.statement.activity = Json::parse(&further).map_err(|_| Problem::new("no JSON"))?;
    refused(stage, &packed(&altered)?, "签名不是「示例签发方」签的").await?;
    let yesterday = Date::in_beijing(now()? - DAY_MS);
    refused(stage, &issued("late", |says| says.until = Some(yesterday))?, "这张凭据过期了").await?;
    let early = issued("early", |says| says.at += 3 * DAY_MS)?;
    refused(stage, &early, "这张凭据还不能用").await?;
    let solar = Json::parse(&format!(
        r#"{{"kind":"solar","date":"{yesterday}","evidence":"verified","self_consumed_kwh":"3"}}"#
    ));
    let solar = solar.map_err(|_| Problem::new("no JSON"))?;
    refused(stage, &issued("kind", |says| says.activity = solar)?, "不能给「光伏」作证").await?;
    let elsewhere = issued("elsewhere", |says| says.district = Some("xicheng".to_owned()))?;
    refused(stage, &elsewhere, "这张凭据是给西城区的，现在用的是朝阳区的规则").await?;
    page.wait_for_text("@receipt-next", "换成西城区").await?;
    page.wait_for("@receipt-next[href^='?district=xicheng#/receipt/']").await?;
    refused(stage, &issued("stranger", |says| "stranger".clone_into(&mut says.issuer))?, "签发方是「stranger」")
        .await?;
    let whole = issued("cut", |_| {})?;
    refused(stage, &whole[..whole.len() - 4], "读不出来").await?;
    page.execute("Object.defineProperty(crypto, 'subtle', { configurable: true, value: undefined });").await?;
    open(stage, &issued("unable", |_| {})?).await?;
    page.wait_for_text("@receipt-outcome", "这里核对不了签名").await?;
    page.wait_for_text("@why-unable", "https").await?;
    assert_eq!(page.count("@certify").await?, 0, "nothing is taken unchecked");
    at(stage, HERE, "#/ledger").await?;
    page.wait_for_text("#main", "账本还是空的").await
}

/// What is agreed to is shown in full: a bill with its period and its usage, a purchase with its product and its figures.
pub(crate) async fn receipt_in_full(stage: &Stage) -> Outcome {
    let page = &stage.page;
    chaoyang(stage, "#/ledger").await?;
    let yesterday = Date::in_beijing(now()? - DAY_MS);
    let about = |activity: String| Json::parse(&activity).map_err(|_| Problem::new("no JSON"));
    let bill = about(format!(
        r#"{{"kind":"utility","date":"{yesterday}","evidence":"verified","utility":"electricity","start":"2026-10-01","end":"2026-10-31","usage":"180","baseline_usage":"200","baseline_days":31}}"#
    ))?;
    open(stage, &issued("bill", |says| says.activity = bill)?).await?;
    for told in ["2026年10月1日 – 10月31日（31 天）", "本期用量", "180", "200"] {
        page.wait_for_text("@receipt-contents", told).await?;
    }
    page.shoot("receipt-bill").await?;
    let paint = about(format!(
        r#"{{"kind":"purchase","date":"{yesterday}","evidence":"verified","merchant":"solana","category":"interior_wall_coating","amount":"10","unit":"L","voc":"5","voc_unit":"g/L","basis":"less_water","mode":"below_limit"}}"#
    ))?;
    open(stage, &issued("paint", |says| says.activity = paint)?).await?;
    for told in ["蓝色港湾", "买的数量", "10", "克/升", "扣水"] {
        page.wait_for_text("@receipt-contents", told).await?;
    }
    Ok(())
}

/// A receipt for another district leads to that district and straight back to itself.
pub(crate) async fn receipt_for_another_district(stage: &Stage) -> Outcome {
    let page = &stage.page;
    stage.server.add_page("/rulebooks/districts/chaoyang.json", &endless_rules());
    let receipt = issued("there", |_| {})?;
    ready(stage, &format!("#/receipt/{receipt}")).await?;
    page.wait_for_text("@why-refused", "现在没有选区").await?;
    page.click("@receipt-next").await?;
    district_is(stage, "朝阳区").await?;
    page.wait_for_text("@receipt-outcome", "签名对").await?;
    page.wait_for("@certify").await
}

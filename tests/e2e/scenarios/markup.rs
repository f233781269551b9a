//! Markup, scripts and marks that turn text around, in every text that comes from outside: shown as text, and nothing else.

use std::time::{SystemTime, UNIX_EPOCH};

use carbon_points::answer::signing::PrivateKey;
use carbon_points::domain::activity::{Activity, Facts};
use carbon_points::domain::archive::json_text;
use carbon_points::domain::assessment::Outcome as Assessed;
use carbon_points::domain::date::Date;
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Posted, Posting, Redemption};
use carbon_points::domain::methodology::assess_line;
use carbon_points::domain::receipt::Statement;
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::shared::{Shared, pack};
use serde_json::{Value, json};

use super::carry::{exported, forget, paste};
use super::embed::{allow, hears, inside, messages};
use super::ready;
use super::rewards::{at, endless_chaoyang};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// Every way in which a text could become more than text, in 80 characters: the most that a merchant's name may have.
const MARKUP: &str = "\u{202e}\u{200b}\"><img src=x onerror=ran()><script>ran()</script><svg onload=ran()>{{7*7}}";
/// The same for names, which have 20.
const NAME: &str = "<b onclick=ran()>";
/// For ids, which have no space and no slash.
const ID: &str = "\"><svg>";
/// What a spreadsheet would work out.
const FORMULAS: [&str; 6] =
    ["=HYPERLINK(\"http://elsewhere.example\",\"x\")", "+cmd|' /C calc'!A0", "@SUM(1+1)", "-2+3", "\t=1+1", "＝1+1"];

/// From here on it is noticed if an element of such a text is made, or anything of it runs.
const WATCH: &str = "
    window.__made = [];
    window.ran = () => { __made.push('a script'); };
    const made = '[src=\"x\"], [onerror], [onload], [onclick], a[href^=\"javascript:\"], #app script, #app style';
    new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
            for (const node of [target, ...addedNodes]) {
                if (node.nodeType !== 1) continue;
                for (const one of [node, ...node.querySelectorAll('*')]) if (one.matches(made)) __made.push(one.outerHTML);
            }
        }
    }).observe(document, { childList: true, subtree: true, attributes: true });
    for (const one of document.querySelectorAll(made)) __made.push(one.outerHTML);";

async fn nothing_made(stage: &Stage, place: &str) -> Outcome {
    let made = stage.page.execute("return JSON.stringify(window.__made || 'not watched');").await?;
    if made == "[]" { Ok(()) } else { Err(Problem::new(format!("{place}: {made}"))) }
}

/// Waits until the screen has a text, letter by letter: a driver would leave out what is not seen.
async fn shows(stage: &Stage, text: &str) -> Outcome {
    let script = "return String(document.getElementById('app').textContent.includes(arguments[0]));";
    let there = async || {
        let there = stage.page.client().execute(script, vec![json!(text)]).await;
        Ok(there.context("cannot read the screen")? == "true")
    };
    stage.page.wait_until(&format!("{text:?} on the screen"), there).await
}

/// Goes to another screen of the document that is being watched.
async fn go(stage: &Stage, view: &str) -> Outcome {
    let page = &stage.page;
    page.execute(&format!("location.hash = '#{view}';")).await?;
    page.wait_for(&format!("#main[data-ready=true][data-view='{view}']")).await?;
    page.wait_until("the whole screen", async || Ok(page.count("#main .loading").await? == 0)).await
}

/// Opens a screen anew and watches it.
async fn watched(stage: &Stage, hash: &str) -> Outcome {
    ready(stage, hash).await?;
    stage.page.execute(WATCH).await.map(drop)
}

fn now() -> Outcome<i64> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).context("no clock")?;
    i64::try_from(since.as_millis()).context("no clock")
}

fn posted(line: &Value, rulebook: Option<&str>) -> Outcome<Posted> {
    let rules = Rulebook::current(Date::in_beijing(now()?)).map_err(|_| Problem::new("no rules"))?;
    let Assessed::Assessed(both) = assess_line(&line.to_string(), &rules, Date::LAST) else {
        return Err(Problem::new(format!("{line} is not valid")));
    };
    let (activity, assessment) = *both;
    let (verdict, totals) = (assessment.verdict, assessment.totals);
    let rulebook = rulebook.map_or_else(|| rules.name(), str::to_owned);
    Ok(Posted { activity, rulebook, verdict, totals, corrects: None, people: Vec::new(), receipt: None })
}

/// Entries with such a text wherever an entry has one.
fn entries() -> Outcome<Vec<Entry>> {
    let now = now()?;
    let date = Date::in_beijing(now).to_string();
    let with = |mut line: Value, more: Value| {
        if let (Value::Object(line), Value::Object(more)) = (&mut line, more) {
            line.extend(more);
            line.extend([
                ("date".into(), json!(date)),
                ("note".into(), json!(MARKUP)),
                ("merchant".into(), json!(MARKUP)),
            ]);
        }
        line
    };
    let forty: String = MARKUP.chars().take(40).collect();
    let trip = json!({ "kind": "trip", "legs": [{ "mode": "rail", "km": "10" }] });
    let bill = json!({ "kind": "utility", "utility": "gas", "start": "2026-01-01", "end": "2026-01-31", "usage": "8", "baseline_usage": "10", "baseline_days": "31" });
    let fridge =
        json!({ "kind": "appliance", "appliance": "other", "annual_kwh": "200", "replaced_annual_kwh": "201" });
    let paint = json!({ "kind": "purchase", "category": "interior_wall_coating", "amount": "5", "unit": "L", "voc": "10", "voc_unit": "g/L", "basis": "less_water", "mode": "below_limit" });
    let mut postings = vec![
        Posting::Member { person: FIRST_PERSON.to_owned(), name: Some(NAME.to_owned()) },
        Posting::Member { person: ID.to_owned(), name: Some(format!("{NAME}2")) },
    ];
    let lines = [
        with(trip, json!({})),
        with(bill, json!({ "meter": forty })),
        with(fridge, json!({ "serial": forty })),
        with(paint, json!({ "dwelling": forty })),
    ];
    for line in &lines {
        postings.push(Posting::Activity(Box::new(posted(line, None)?)));
    }
    // An action of a district that nobody knows, with rules that nobody has.
    let action = with(json!({ "kind": "action", "action": "own_bag", "count": "1" }), json!({}));
    let mut odd = posted(&action, Some(&format!("{MARKUP}@1+{MARKUP}@1")))?;
    if let Facts::Action { action, .. } = &mut odd.activity.facts {
        MARKUP.clone_into(action);
    }
    odd.people = vec![FIRST_PERSON.to_owned(), ID.to_owned()];
    postings.push(Posting::Activity(Box::new(odd)));
    postings.push(Posting::Redemption(Box::new(Redemption {
        person: FIRST_PERSON.to_owned(),
        date: Date::in_beijing(now),
        rulebook: format!("{MARKUP}@1+{MARKUP}@1"),
        reward: MARKUP.to_owned(),
        cost: 1,
        code: MARKUP.to_owned(),
        valid_until: None,
    })));
    // Says more than it comes to, so that it is left out and quoted.
    let mut more = posted(&lines[0], None)?;
    more.totals.points += 1;
    postings.push(Posting::Activity(Box::new(more)));
    let mut entries: Vec<Entry> = Vec::new();
    for (place, posting) in postings.into_iter().enumerate() {
        entries.push(Entry { id: format!("MARKUP{place}"), recorded_at: now - 1_000_000, posting });
    }
    let trip = entries.iter().find(|entry| entry.posted().is_some()).map(|entry| entry.posting.clone());
    entries.extend(trip.map(|posting| Entry { id: ID.to_owned(), recorded_at: now - 1_000, posting }));
    Ok(entries)
}

/// A file full of it is refused, planned, imported, shown on every screen, printed as a statement, undone and exported.
pub(crate) async fn markup_in_a_file(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let entries = entries()?;
    let settings: Vec<(String, String)> = [
        ("language", MARKUP),
        ("district", MARKUP),
        (MARKUP, MARKUP),
        ("goal", MARKUP),
        ("overlay:x", MARKUP),
        ("person", MARKUP),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .into();
    let file = json_text(&entries, &settings);
    watched(stage, "#/me/carry").await?;
    for wrong in [
        file.replace("\"at\"", "\"<img src=x>\""),
        file.replacen("\"km\":\"10\"", "\"km\":\"<svg onload=ran()>\"", 1),
        file.replacen("\"verdict\":\"credited\"", "\"verdict\":\"<img src=x>\"", 1),
        format!("Record (JSON)\n\"{{\"\"v\"\":2,\"\"{}\"\":1}}\"\n", "<img src=x>"),
    ] {
        paste(stage, &wrong).await?;
        page.wait_for("@faults").await?;
        shows(stage, "<").await?;
        page.click("@decline").await?;
        page.wait_until("the faults to go", async || Ok(page.count("@faults").await? == 0)).await?;
    }
    nothing_made(stage, "faults").await?;
    paste(stage, &file).await?;
    page.wait_for("@plan").await?;
    shows(stage, NAME).await?;
    nothing_made(stage, "the plan").await?;
    page.click("@confirm").await?;
    page.wait_for_text("@notice", "导入好了").await?;

    let seen = ["/", "/ledger", "/points", "/insight", "/me", "/me/household", "/me/carry", "/rules", "/record/trip"];
    let year = Date::in_beijing(now()?).year();
    let statement = format!("/statement/{year}");
    let voucher = format!("/voucher/MARKUP{}", 7);
    for view in seen.into_iter().chain([statement.as_str(), &voucher]) {
        go(stage, view).await?;
        nothing_made(stage, view).await?;
    }
    for place in 2..=6 {
        for view in [format!("/entry/MARKUP{place}"), format!("/entry/MARKUP{place}/correct")] {
            go(stage, &view).await?;
            nothing_made(stage, &view).await?;
        }
    }
    // An action that no rules here know is called as the file calls it.
    go(stage, "/entry/MARKUP6").await?;
    shows(stage, MARKUP).await?;
    go(stage, "/me/household").await?;
    shows(stage, NAME).await
}

/// Texts that a spreadsheet would work out leave the page as texts, and come back as they were.
pub(crate) async fn formulas_in_a_table(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let (now, mut entries) = (now()?, Vec::new());
    for (place, formula) in FORMULAS.into_iter().enumerate() {
        let line = json!({ "kind": "trip", "date": Date::in_beijing(now).to_string(), "merchant": formula, "note": formula, "legs": [{ "mode": "rail", "km": format!("1{place}") }] });
        let posting = Posting::Activity(Box::new(posted(&line, None)?));
        entries.push(Entry { id: format!("={place}"), recorded_at: now - 1_000_000, posting });
    }
    let file = json_text(&entries, &[]);
    ready(stage, "#/me/carry").await?;
    paste(stage, &file).await?;
    page.click("@confirm").await?;
    page.wait_for_text("@notice", "导入好了").await?;
    let table = exported(stage, "@save-csv").await?;
    // A cell begins after a comma or the end of a line, perhaps with a quotation mark; a record begins with a brace.
    let cells = table.trim_start_matches('\u{feff}').split(['\n', ',']).map(|cell| cell.trim_start_matches('"'));
    let outside = cells.filter(|cell| !cell.contains(['{', '}', ':']));
    let worked_out =
        |cell: &&str| cell.starts_with(['=', '@', '\t', '＝']) || cell.starts_with("+cmd") || cell.starts_with("-2+");
    assert_eq!(outside.filter(worked_out).collect::<Vec<_>>(), Vec::<&str>::new(), "{table}");
    forget(stage).await?;
    ready(stage, "#/me/carry").await?;
    paste(stage, &table).await?;
    page.click("@confirm").await?;
    page.wait_for_text("@notice", "导入好了").await?;
    // Which settings there are depends on what the browser prefers.
    let entries = |file: &str| file.split_once("\"entries\"").map(|(_, entries)| entries.to_owned());
    assert_eq!(entries(&exported(stage, "@save-json").await?), entries(&file), "the table says the same");
    Ok(())
}

/// A district's rules with it in every label, a receipt by its issuer, a shared result, and addresses.
pub(crate) async fn markup_in_rules_and_links(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let mut rules: Value = serde_json::from_str(&endless_chaoyang()).context("rules")?;
    mark(&mut rules);
    stage.server.add_page("/rulebooks/districts/chaoyang.json", &rules.to_string().replace("2027-12-31", "2099-12-31"));
    at(stage, "/?district=chaoyang", "#/points").await?;
    page.execute(WATCH).await?;
    shows(stage, MARKUP).await?;
    for view in ["/", "/rules", "/record/action", "/record/purchase", "/me", "/reward/solana_coupon", "/ledger"] {
        go(stage, view).await?;
        nothing_made(stage, view).await?;
    }
    let now = now()?;
    let line = json!({ "kind": "trip", "date": Date::in_beijing(now).to_string(), "merchant": MARKUP, "legs": [{ "mode": "rail", "km": "10" }] });
    let Posted { activity, .. } = posted(&line, None)?;
    let receipt = certified(&activity, now)?;
    go(stage, &format!("/receipt/{receipt}")).await?;
    page.wait_for("@certify").await?;
    shows(stage, MARKUP).await?;
    nothing_made(stage, "the receipt").await?;
    let mut shared = Shared::of(&posted(
        &json!({ "kind": "action", "date": Date::in_beijing(now).to_string(), "action": "own_bag", "count": "1" }),
        Some(MARKUP),
    )?);
    if let Facts::Action { action, .. } = &mut shared.activity.facts {
        MARKUP.clone_into(action);
    }
    let link = pack(&shared).map_err(|long| Problem::new(format!("{long:?}")))?;
    go(stage, &format!("/check/{link}")).await?;
    page.wait_for("@checked").await?;
    nothing_made(stage, "the result").await?;
    // A link of a source leads to a page or nowhere.
    let mut linked = rules.clone();
    if let Some(Value::Object(source)) = linked.pointer_mut("/sources/0") {
        source.insert("link".to_owned(), json!("javascript:ran()"));
    }
    stage.server.add_page("/rulebooks/districts/chaoyang.json", &linked.to_string());
    at(stage, "/?district=chaoyang", "#/").await?;
    shows(stage, "link").await?;
    page.execute(WATCH).await?;
    nothing_made(stage, "rules with a script for a link").await
}

/// Puts it in front of every label and text of a file of rules.
fn mark(json: &mut Value) {
    match json {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(text) if ["zh", "en", "title", "issuer", "clause"].contains(&name.as_str()) => {
                        *text = format!("{MARKUP}{text}");
                    }
                    value => mark(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(mark),
        _ => {}
    }
}

fn certified(activity: &Activity, at: i64) -> Outcome<String> {
    let key = PrivateKey::parse("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
    let key = key.ok_or_else(|| Problem::new("no key"))?;
    let statement = Statement {
        issuer: "demo-issuer".to_owned(),
        district: Some("chaoyang".to_owned()),
        at,
        until: None,
        nonce: MARKUP.to_owned(),
        activity: Statement::about(activity),
    };
    key.sign(statement).pack().ok_or_else(|| Problem::new("too long"))
}

/// A host that is allowed puts it into a form, and names what is not there.
pub(crate) async fn markup_from_a_host(stage: &Stage) -> Outcome {
    let page = &stage.page;
    allow(stage);
    messages(stage).await?;
    inside(stage).await?;
    page.execute(WATCH).await?;
    page.client().enter_parent_frame().await.context("cannot leave the frame")?;
    let day = Date::in_beijing(now()?).to_string();
    let filled = json!({ "carbonPoints": 1, "type": "prefill", "activity": { "kind": "action", "date": day, "action": "own_bag", "count": "1", "merchant": MARKUP, "note": MARKUP } });
    for said in [
        json!({ "carbonPoints": 1, "type": "prefill", "activity": { "kind": MARKUP, MARKUP: MARKUP } }),
        json!({ "carbonPoints": 1, "type": MARKUP }),
        json!({ "carbonPoints": 1, "type": "set", "district": MARKUP, "language": MARKUP, "theme": MARKUP }),
        filled,
    ] {
        page.client().execute("window.say(arguments[0]);", vec![said]).await.context("cannot say it")?;
    }
    hears(stage, "problem", 3).await?;
    inside(stage).await?;
    page.wait_for("#main[data-view='/record/action']").await?;
    nothing_made(stage, "the form").await
}

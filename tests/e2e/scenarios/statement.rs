//! The statement: what is recorded stands in it, its numbers add up as they are shown, and so they do on paper.

use fantoccini::wd::{PrintConfiguration, PrintSize};
use serde_json::{Value, json};

use super::{in_chinese, ready, save};
use crate::{
    browser::Browser,
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

/// The body of a script that adds up every table that is shown; it answers what does not add up.
const SUMS: &str = include_str!("../sums.js");
/// The body of a script that reads a PDF.
const READ: &str = include_str!("../pdf.js");

/// Two trips beyond the daily cap, an everyday action and a reversed one: month and year add up, and so does the movement.
pub(crate) async fn statement_adds_up(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let month = recorded(stage).await?;
    ready(stage, &format!("#/statement/{month}")).await?;
    page.wait_for_text("@statement", "碳惠账本 对账单").await?;
    page.wait_for_text("@statement", "示例规则").await?;
    let (year, of_year) = month.split_once('-').unwrap_or_default();
    let title = format!("碳惠账本 {year}年{}月 对账单", of_year.trim_start_matches('0'));
    document_is(stage, &title).await?;
    // 50 km: 180 points, of which the cap of 150 a day withholds 30; then 10 km: 36 points, all withheld.
    page.wait_for_text("@lines", "上限扣下 30 分：自报出行每天 150 分").await?;
    page.wait_for_text("@lines", "上限扣下 36 分：自报出行每天 150 分").await?;
    page.wait_for_text("@lines", "已撤销").await?;
    // 3600 + 720 + 449 g; 150 points and half of 45, rounded half up.
    for (column, total) in [("carbon", "4,769"), ("earned", "238"), ("withheld", "66"), ("counted", "172")] {
        for table in ["@domains", "@lines"] {
            let cell = format!("{table} .table__total [data-column={column}]");
            page.wait_until(&format!("{cell} to be {total}"), async || Ok(text(stage, &cell).await? == total)).await?;
        }
    }
    page.wait_until("172 points at the end", async || {
        Ok(text(stage, "@movement [data-column=closing]").await? == "172")
    })
    .await?;
    page.wait_for_text("[data-parameter='travel.rail']", "DB11/T 3043-2024").await?;
    page.wait_for_text("[data-parameter='cap.trips_daily']", "150").await?;
    adds_up(stage).await?;
    page.shoot("statement-month").await?;

    page.click("@other-period").await?;
    page.wait_for("@months").await?;
    page.wait_for_text("@months .table__total", "172").await?;
    adds_up(stage).await?;
    page.shoot("statement-year").await?;
    document_is(stage, &format!("碳惠账本 {year}年 对账单")).await?;
    ready(stage, "#/ledger").await?;
    document_is(stage, "碳惠账本").await?;
    // The months before are empty, and say so; those to come cannot be chosen.
    ready(stage, &format!("#/statement/{month}")).await?;
    assert_eq!(page.count("@next-period").await?, 0, "a month to come is offered");
    page.click("@previous-period").await?;
    page.wait_for_text("@statement", "这一期还没有记录").await
}

/// Waits for a title of the document: what a file is called that it is printed into.
async fn document_is(stage: &Stage, title: &str) -> Outcome {
    let page = &stage.page;
    page.wait_until(title, async || Ok(page.execute("return document.title").await? == title)).await
}

/// What the screen says, the paper says: the text of the PDF in Chromium and Firefox. `WebKitGTK`'s driver knows no command
/// to print; there only the rules for paper are looked at, as they are everywhere.
pub(crate) async fn statement_prints(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let month = recorded(stage).await?;
    for address in [format!("#/statement/{month}"), format!("#/statement/{}", &month[..4])] {
        ready(stage, &address).await?;
        page.wait_for("@factors [data-parameter]").await?;
        if page.browser() != Browser::WebKit {
            same_in_pdf(stage).await?;
            // So low that pages end inside tables, whose heads then stand on the next page, too.
            page.execute(LOW_PAPER).await?;
            let repeated = same_in_pdf(stage).await?;
            assert!(repeated > 0, "no table's head is repeated");
        }
        on_paper(stage, &address).await?;
        page.client().clone().enter_parent_frame().await.context("cannot leave the frame")?;
    }
    Ok(())
}

/// Records what the scenarios tell about; answers the month as in an address.
async fn recorded(stage: &Stage) -> Outcome<String> {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    let today = page.value_of("[name=date]").await?;
    for km in ["50", "10", "3"] {
        ready(stage, "#/record/trip").await?;
        page.click("[name='legs[0].mode'][value=rail]").await?;
        page.retype("[name='legs[0].km']", km).await?;
        save(stage).await?;
    }
    page.click("@notice a").await?;
    page.click("@reverse").await?;
    page.wait_for("@reversed").await?;
    ready(stage, "#/record/action").await?;
    page.click("[name=action][value=clean_plate]").await?;
    save(stage).await?;
    Ok(today.get(..7).unwrap_or_default().to_owned())
}

async fn text(stage: &Stage, selector: &str) -> Outcome<String> {
    Ok(stage.page.text_of(selector).await?.trim().to_owned())
}

async fn adds_up(stage: &Stage) -> Outcome {
    match stage.page.execute(SUMS).await?.as_str() {
        Some("") => Ok(()),
        wrong => Err(Problem::new(format!("it does not add up: {}", wrong.unwrap_or("no answer")))),
    }
}

/// The text of each page that a browser prints, without blanks.
pub(super) async fn printed(stage: &Stage, paper: PrintConfiguration) -> Outcome<Vec<String>> {
    let client = stage.page.client();
    let pdf = client.print(paper).await.context("cannot print")?;
    let digits = pdf.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"));
    let read = client.execute_async(READ, vec![json!(digits)]).await.context("cannot read the PDF")?;
    let pages = read.as_array().ok_or_else(|| Problem::new(format!("{read}")))?;
    Ok(pages.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// What follows in a text after its beginning. A character that a PDF does not tell may be any.
fn after<'t>(text: &'t str, beginning: &str) -> Option<&'t str> {
    const UNTOLD: char = char::REPLACEMENT_CHARACTER;
    let mut rest = text.chars();
    for wanted in beginning.chars() {
        let found = rest.next()?;
        if found != wanted && found != UNTOLD && wanted != UNTOLD {
            return None;
        }
    }
    Some(rest.as_str())
}

/// How two texts go on from where they are not alike any more.
fn apart(one: &str, other: &str) -> (String, String) {
    let alike = (0..one.chars().count()).rev().map(|count| one.chars().take(count).collect::<String>());
    let count = alike.into_iter().find(|start| after(other, start).is_some()).map_or(0, |start| start.chars().count());
    let rest = |text: &str| text.chars().skip(count).take(60).collect();
    (rest(one), rest(other))
}

/// Prints and compares the text of the PDF with that of the statement, to the last character. A page has besides
/// only its number, which Firefox leaves out, and, where it begins inside a table, that table's head once more: answers
/// how many pages do.
async fn same_in_pdf(stage: &Stage) -> Outcome<usize> {
    let page = &stage.page;
    let paper = PrintConfiguration::builder().size(PrintSize::A4).shrink_to_fit(false).build();
    let pages = printed(stage, paper.context("no such paper")?).await?;
    let shown = page.execute(SHOWN).await?;
    let texts = |key: &str| -> Vec<&str> {
        shown.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
    };
    let (heads, mut rest) = (texts("heads"), texts("texts").concat());
    assert!(rest.len() > 1000 && heads.len() >= 4, "only this is shown: {rest}");
    let mut repeated = 0;
    let told = pages.concat().chars().filter(|letter| *letter != char::REPLACEMENT_CHARACTER).count();
    assert!(told * 3 > rest.chars().count() * 2, "the PDF tells only {told} characters: {pages:?}");
    for (place, printed) in pages.iter().enumerate() {
        let number = match page.browser() {
            Browser::Firefox => String::new(),
            _ => format!("{}/{}", place + 1, pages.len()),
        };
        let Some(printed) = printed.strip_prefix(&number) else {
            return Err(Problem::new(format!("page {number} has no number: {printed}")));
        };
        let left = if let Some(left) = after(&rest, printed) {
            left
        } else {
            repeated += 1;
            let rows = heads.iter().filter_map(|head| after(printed, head));
            let left = rows.into_iter().find_map(|rows| after(&rest, rows));
            left.ok_or_else(|| {
                let (page, screen) = apart(printed, &rest);
                Problem::new(format!("page {} goes on with “{page}” and the screen with “{screen}”", place + 1))
            })?
        };
        rest = left.to_owned();
    }
    assert_eq!(rest, "", "missing on paper");
    Ok(repeated)
}

/// Sheets as wide as A4 and less than half as high.
const LOW_PAPER: &str = "const style = new CSSStyleSheet();
    style.replaceSync('@page statement { size: 210mm 110mm }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];";

/// Every text of the statement in its order, and the heads of its tables, without blanks.
const SHOWN: &str = "const plain = text => text.normalize('NFKC').replace(/[\\u2010-\\u2015]/g, '-')
        .replace(/[\\u2022\\u2027\\u30fb]/g, '\\u00b7').replace(/[\\s\\u200b]/g, '');
    const texts = [plain(document.querySelector('.statement').textContent)];
    return { texts, heads: [...document.querySelectorAll('.statement thead')].map(head => plain(head.textContent)) };";

/// On a sheet of A4 without its margins: nothing sticks out or is too small
/// to read, the heads of tables are repeated, everything is black, and there is nothing to press.
async fn on_paper(stage: &Stage, address: &str) -> Outcome {
    let page = &stage.page;
    page.resize(800, 1200).await?;
    stage.open_in_frame(702, 1009, "", address).await?;
    page.wait_for("@factors [data-parameter]").await?;
    in_chinese(stage).await?;
    // The rules for paper are made to apply to the screen, where they can be looked at, and those for the screen not to.
    let paper = "for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) {
            if (!rule.media) continue;
            const media = rule.media.mediaText;
            if (media === 'print') rule.media.mediaText = 'all';
            else if (media.startsWith('screen')) rule.media.mediaText = 'not all';
        }";
    page.execute(paper).await?;
    let wrong = page
        .execute(
            "const wrong = [];
             const edge = document.documentElement.clientWidth;
             const seen = element => element.getClientRects().length > 0;
             const tell = (what, element) => wrong.push(what + ': ' + element.outerHTML.slice(0, 80));
             if (document.documentElement.scrollWidth > edge) wrong.push('wider than the paper');
             for (const element of document.querySelectorAll('button, nav, .button, .head, .tabs'))
                 if (seen(element)) tell('to be pressed', element);
             for (const element of document.querySelectorAll('.statement *')) {
                 if (!seen(element)) continue;
                 const style = getComputedStyle(element);
                 if (element.getBoundingClientRect().right > edge + 1) tell('sticks out', element);
                 if (parseFloat(style.fontSize) < 11.99) tell('smaller than 9 pt', element);
                 if (style.color !== 'rgb(0, 0, 0)') tell('not black', element);
                 if (element.matches('thead') && style.display !== 'table-header-group') tell('not repeated', element);
                 if (element.matches('tr') && style.breakInside !== 'avoid') tell('may break', element);
             }
             return wrong.slice(0, 5).join('; ');",
        )
        .await?;
    page.shoot(&format!("statement-paper{}", address.replace(['#', '/'], "-"))).await?;
    assert_eq!(wrong, "", "on paper");
    adds_up(stage).await
}

//! Pictures of the ledger, the goal, and what would be.

use super::{contrast::readable, in_chinese, ready, result, save};
use crate::{
    problem::{Context, Outcome, Problem},
    stage::Stage,
};

const LEFT: &str = "\u{e012}";
const ENTER: &str = "\u{e007}";
const HOME: &str = "\u{e011}";
const END: &str = "\u{e010}";

/// Records a trip on the day a form opens with, or so many days before.
async fn trip(stage: &Stage, mode: &str, km: &str, days_ago: u32) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click(&format!("[name='legs[0].mode'][value={mode}]")).await?;
    page.retype("[name='legs[0].km']", km).await?;
    if days_ago > 0 {
        let script = format!(
            "const day = new Date(document.querySelector('[name=date]').value);
             day.setUTCDate(day.getUTCDate() - {days_ago});
             return day.toISOString().slice(0, 10);"
        );
        let day = page.execute(&script).await?;
        page.set("[name=date]", day.as_str().unwrap_or_default()).await?;
    }
    save(stage).await
}

/// Records a trip of this very day a year ago.
async fn trip_a_year_ago(stage: &Stage, mode: &str, km: &str) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    page.click(&format!("[name='legs[0].mode'][value={mode}]")).await?;
    page.retype("[name='legs[0].km']", km).await?;
    // Of 29 February, the day before.
    let script = "const day = new Date(document.querySelector('[name=date]').value), month = day.getUTCMonth();
        day.setUTCFullYear(day.getUTCFullYear() - 1);
        if (day.getUTCMonth() !== month) day.setUTCDate(0);
        return day.toISOString().slice(0, 10);";
    let day = page.execute(script).await?;
    page.set("[name=date]", day.as_str().unwrap_or_default()).await?;
    save(stage).await
}

/// The widths of the bars of a picture, full, other and outlined, in thousandths.
async fn bars(stage: &Stage, picture: &str) -> Outcome<[i64; 3]> {
    let script = format!(
        "return ['now', 'other', 'on'].map((kind) => {{
             const bar = document.querySelector(`{} .pair__bar--${{kind}}`);
             return bar ? Number(bar.getAttribute('width')) : -1;
         }});",
        // Scripts know no short form for what is named for tests.
        picture
            .split(' ')
            .map(|part| match part.strip_prefix('@') {
                Some(name) => format!("[data-testid={name}]"),
                None => part.to_owned(),
            })
            .collect::<Vec<_>>()
            .join(" ")
    );
    let found = stage.page.execute(&script).await?;
    Ok([0, 1, 2].map(|place| found.get(place).and_then(serde_json::Value::as_i64).unwrap_or(-2)))
}

/// With a year behind it, this month stands beside the same days last year: in words, in a picture for each ledger that
/// has something, and in the table behind them, which the keyboard opens.
pub(crate) async fn year_on_year(stage: &Stage) -> Outcome {
    let page = &stage.page;
    trip_a_year_ago(stage, "rail", "10").await?;
    trip(stage, "rail", "20", 0).await?;
    ready(stage, "#/insight").await?;
    // 1440 g against 720 g; 72 points against 36.
    page.wait_for_text("@year", "比去年同期多 0.72 千克").await?;
    page.wait_for_text("@year", "比去年同期多 36 分").await?;
    page.wait_for_text("@year", "今年和去年这时都没有").await?;
    assert_eq!(page.count("@year svg.pair").await?, 2, "nothing in the air ledger, so no picture of it");
    assert_eq!(bars(stage, "@year .years__one:first-child").await?, [1000, 500, 500]);
    assert_eq!(bars(stage, "@year .years__one:last-child").await?, [1000, 500, 500]);
    let name = "return document.querySelector('[data-testid=year] svg.pair').getAttribute('aria-label');";
    let name = page.execute(name).await?.as_str().unwrap_or_default().to_owned();
    assert!(name.contains("本月至今 1.44 千克") && name.contains("去年整月 0.72 千克"), "{name}");
    page.type_keys("@year @pairs summary", ENTER).await?;
    page.wait_for("@year @pairs[open]").await?;
    let cells = "return [...document.querySelectorAll('[data-testid=year] tbody tr')].map((row) =>
        [...row.cells].map((cell) => cell.textContent.trim()).join(' '));";
    let cells = page.execute(cells).await?;
    let row = |place: usize| cells.get(place).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    assert!(row(0).ends_with("（千克） 1.44 0.72 0.72") && row(2).ends_with("（分） 72 36 36"), "{cells}");

    // What if: a month of 21 rides of 20 km beside what was recorded in the last thirty days.
    page.wait_for_text("@what-if", "30.24").await?;
    // 1440 of 30,240 g are 48 thousandths.
    assert_eq!(bars(stage, "@what-if-beside .what-if__pair").await?, [1000, 48, -1]);
    page.set("#lever-rides", "0").await?;
    page.wait_until("the bars to change", async || {
        Ok(bars(stage, "@what-if-beside .what-if__pair").await? == [0, 1000, -1])
    })
    .await?;
    page.set("#lever-rides", "5").await?;
    looks(stage).await
}

/// The pictures fit and can be read; screenshots for people.
async fn looks(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let mut faint = Vec::new();
    for width in [1280, 390] {
        if width == 1280 {
            page.client().set_window_size(1280, 800).await.context("cannot resize")?;
            ready(stage, "#/insight").await?;
        } else {
            stage.open_in_frame(390, 844, "", "#/insight").await?;
            page.wait_for("#main[data-ready=true]").await?;
            in_chinese(stage).await?;
        }
        page.wait_for("@year svg.pair").await?;
        let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth;";
        assert_eq!(page.execute(wide).await?, false, "it sticks out at {width}");
        for scheme in ["light", "dark"] {
            if scheme == "dark" {
                // It leaves the page dark.
                faint.extend(readable(stage, "pictures of pairs").await?);
            }
            for part in ["year", "what-if-beside"] {
                let into =
                    format!("document.querySelector('[data-testid={part}]').scrollIntoView({{ block: 'center' }});");
                page.execute(&into).await?;
                page.shoot(&format!("insight-{part}-{width}-{scheme}")).await?;
            }
        }
    }
    if faint.is_empty() { Ok(()) } else { Err(Problem::new(format!("too faint: {}", faint.join("; ")))) }
}

/// What is offered next opens the form with what it offers.
pub(crate) async fn offer_opens_its_form(stage: &Stage) -> Outcome {
    let page = &stage.page;
    trip(stage, "rail", "12", 1).await?;
    trip(stage, "rail", "12", 2).await?;
    trip(stage, "rail", "12", 3).await?;
    ready(stage, "#/insight").await?;
    page.wait_for_text("@offers li:last-child .offer[data-kind=trip]", "最近记过 3 次").await?;
    page.click("@offers li:last-child .offer[data-kind=trip]").await?;
    page.wait_for("#main[data-view='/record/trip'] [name='legs[0].mode'][value=rail]:checked").await?;
    page.wait_until("the kilometres to be there", async || Ok(page.value_of("[name='legs[0].km']").await? == "12"))
        .await?;
    // 12 km × 72 g.
    result(stage, "864 克").await?;
    save(stage).await?;
    page.wait_for_text("@totals", "3.46").await
}

/// Each total of the month leads to its chart; the keys go through its months; the table says what the bars show.
pub(crate) async fn months_by_domain(stage: &Stage) -> Outcome {
    let page = &stage.page;
    trip(stage, "rail", "10", 0).await?;
    trip(stage, "bus", "30", 60).await?;
    ready(stage, "#/record/action").await?;
    page.click("[name=action][value=clean_plate]").await?;
    save(stage).await?;

    page.click("@totals .totals__one:last-child .totals__number a").await?;
    page.wait_for("#main[data-view='/insight'] [data-measure=points][aria-pressed=true]").await?;
    // Half of 72 and half of 44.9 points.
    page.wait_for_text("@month-line", "58 分").await?;
    page.wait_for_text("@month-line", "出行 36 + 日常行动 22").await?;
    // It is listed under 我的, so that is the tab that is marked.
    page.wait_for(".tabs [aria-current][href='#/me']").await?;
    page.wait_for(".title__back[href='#/me']").await?;
    matches_table(stage).await?;

    page.click("[data-measure=carbon]").await?;
    page.wait_for_text("@month-line", "1.17 千克").await?;
    matches_table(stage).await?;

    // One month is in the order of the tab key; the arrows go to the others.
    let chosen = ".chart__month[tabindex='0']";
    if page.count(chosen).await? != 1 {
        return Err(Problem::new("more than one month, or none, is in the order of the tab key"));
    }
    let this_month = page.text_of(".told__month").await?;
    page.type_keys(chosen, LEFT).await?;
    page.wait_until("another month", async || Ok(page.text_of(".told__month").await? != this_month)).await?;
    page.wait_until("the focus to go along", async || {
        let script = "return document.activeElement === document.querySelector(`.chart__month[aria-pressed=true]`);";
        Ok(page.execute(script).await? == true)
    })
    .await?;
    page.type_keys(chosen, HOME).await?;
    page.wait_for("#main .told .stepper:first-child:disabled").await?;
    page.type_keys(chosen, END).await?;
    page.wait_until("this month again", async || Ok(page.text_of(".told__month").await? == this_month)).await?;
    page.click(".told .stepper:first-child").await?;
    page.wait_until("the month before", async || Ok(page.text_of(".told__month").await? != this_month)).await?;

    page.click("[data-measure=air]").await?;
    page.wait_for_text("@chart", "没有").await?;
    page.wait_for_text("@year", "去年这个时候还没有开始记账").await?;
    page.wait_for_text("@level", "初识").await?;
    // 60 days ago 30 × 52 g, today 720 and 449 g: 10 kg less 2.729 is 10.1 rides of 720 g.
    page.wait_for_text("@level", "11 次").await?;
    page.shoot("insight").await
}

/// Whether the heights of the bars are the totals of the table, whose rows add up.
async fn matches_table(stage: &Stage) -> Outcome {
    let page = &stage.page;
    let script = "const svg = document.querySelector('.chart__drawing');
        const grams = { 克: 1e3, 千克: 1e6, 污染当量: 1e6, 分: 1 };
        const unit = document.querySelector('.chart__unit').textContent.split('：')[1];
        const number = cell => Number(cell.textContent.replace(/[,<]/g, ''));
        const plot = 1520, wrong = [];
        for (const row of document.querySelectorAll('.chart .numbers tbody tr')) {
            const cells = [...row.querySelectorAll('td')].map(number);
            const total = cells.pop(), sum = cells.reduce((a, b) => a + b, 0);
            const bars = [...svg.querySelectorAll(`[data-month='${row.dataset.month}'] rect`)];
            const height = bars.reduce((a, bar) => a + Number(bar.getAttribute('height')), 0);
            const drawn = height / plot * Number(svg.dataset.top) / grams[unit];
            if (Math.abs(sum - total) > 1e-9 || Math.abs(drawn - total) > Number(svg.dataset.top) / grams[unit] / 100
                || bars.length !== cells.filter(Boolean).length)
                wrong.push(`${row.textContent} is drawn ${drawn}`);
        }
        const rows = document.querySelectorAll('.chart .numbers tbody tr').length;
        return rows === 12 ? wrong.join('; ') : `${rows} rows`;";
    match page.execute(script).await?.as_str() {
        Some("") => Ok(()),
        wrong => Err(Problem::new(format!("the table and the bars differ: {}", wrong.unwrap_or("?")))),
    }
}

/// A goal is set with a tap, moved by steps, and still there after the page is opened again; so is that it was dropped.
pub(crate) async fn goal_is_kept(stage: &Stage) -> Outcome {
    let page = &stage.page;
    trip(stage, "rail", "10", 0).await?;
    ready(stage, "#/insight").await?;
    // Ten rides of 720 g, in whole kilograms.
    page.click("[data-goal=carbon]").await?;
    page.wait_for_text("@goal-amount", "8 千克").await?;
    page.click("@goal .stepper:last-child").await?;
    page.wait_for_text("@goal-amount", "9 千克").await?;
    // 9 less 0.72 kg is 8.28 kg, 11.5 rides of one's own 10 km.
    page.wait_for_text("@goal-said", "还差 8.28 千克").await?;
    page.wait_for_text("@goal", "12 次地铁（每次 10 公里，你常坐的长度）").await?;
    kept(stage, "9 千克").await?;
    page.reload().await?;
    page.wait_for_text("@goal-amount", "9 千克").await?;
    page.click("@goal-drop").await?;
    page.wait_until("no goal", async || Ok(page.count("@goal-amount").await? == 0)).await?;
    kept(stage, "").await?;
    page.reload().await?;
    page.wait_for("[data-goal=carbon]").await?;
    page.wait_until("still no goal", async || Ok(page.count("@goal-amount").await? == 0)).await
}

/// Waits until another visit would find this goal, so that a reload does not outrun the store.
async fn kept(stage: &Stage, goal: &str) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/").await?;
    ready(stage, "#/insight").await?;
    page.wait_until("the goal to be as it was", async || {
        let shown =
            if page.count("@goal-amount").await? == 0 { String::new() } else { page.text_of("@goal-amount").await? };
        Ok(shown == goal)
    })
    .await
}

/// Sliders recompute at once and say which cap would withhold how much.
pub(crate) async fn what_if_recomputes(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/insight").await?;
    // 21 rides of 10 km in thirty days.
    page.wait_for_text("@what-if", "15.12").await?;
    page.wait_for_text("@what-if", "181.44").await?;
    page.wait_for_text("@what-if-withheld", "没有碰到上限").await?;
    page.set("#lever-rides", "14").await?;
    page.set("#lever-ride_km", "50").await?;
    page.wait_for_text("@what-if", "216.00").await?;
    page.wait_for_text("@what-if-withheld", "6,300 分").await?;
    page.wait_for_text("@what-if-withheld", "1,500 分").await?;
    page.wait_for_text("[for=lever-rides].lever__value", "14 次").await?;
    // With the keyboard, one step.
    page.type_keys("#lever-rides", LEFT).await?;
    page.wait_for_text("[for=lever-rides].lever__value", "13 次").await?;
    let low = page
        .execute("return [...document.querySelectorAll('.lever__range')].filter(one => one.getBoundingClientRect().height < 44).length;")
        .await?;
    if low != 0 { Err(Problem::new(format!("{low} sliders are too low to be touched"))) } else { Ok(()) }
}

//! Every screen fits every width: nothing sticks out sideways from 320 pixels to a large desktop, in both languages.
//!
//! With `E2E_SHOTS=folder` it leaves a picture of each, which is how the pictures in the README were made.

use super::{ready, save};
use crate::{
    problem::{Outcome, Problem},
    stage::Stage,
};

const SCREENS: [(&str, &str); 13] = [
    ("home", "#/"),
    ("choose", "#/record"),
    ("trip", "#/record/trip"),
    ("bill", "#/record/utility"),
    ("purchase", "#/record/purchase"),
    ("action", "#/record/action"),
    ("car-free", "#/record/car_free"),
    ("ledger", "#/ledger"),
    ("rules", "#/rules"),
    ("statement", "#/statement/2026-11"),
    ("statement-year", "#/statement/2026"),
    ("insight", "#/insight"),
    ("carry", "#/me/carry"),
];

/// Widths from the narrowest phone to a large desktop, in a frame where a browser's window cannot be that narrow.
pub(crate) async fn fits_every_width(stage: &Stage) -> Outcome {
    let page = &stage.page;
    ready(stage, "#/record/trip").await?;
    let today = page.value_of("[name=date]").await?;
    page.retype("[name='legs[0].km']", "33.8").await?;
    save(stage).await?;
    ready(stage, "#/record/purchase").await?;
    page.set("[name=category]", "interior_wall_coating").await?;
    page.retype("[name=amount]", "20").await?;
    page.retype("[name=voc]", "10").await?;
    save(stage).await?;
    // Numbers as long as they get: a household is billed no more than this, on one day.
    ready(stage, "#/record/utility").await?;
    page.set("[name=start]", &today).await?;
    page.set("[name=end]", &today).await?;
    page.retype("[name=usage]", "1").await?;
    page.retype("[name=baseline_usage]", "100000").await?;
    page.click(".chip--same button").await?;
    save(stage).await?;
    for (width, height) in [(1080, 1920), (1280, 800), (1920, 1080)] {
        page.client().set_window_size(width, height).await.map_err(|error| Problem::new(error.to_string()))?;
        every_screen(stage, &width.to_string()).await?;
    }
    for width in [390, 320] {
        stage.open_in_frame(width, 844, "", "#/").await?;
        page.wait_for("#main[data-ready=true]").await?;
        every_screen(stage, &width.to_string()).await?;
        page.click("@language").await?;
        every_screen(stage, &format!("{width}-other-language")).await?;
        page.click("@language").await?;
    }
    Ok(())
}

async fn every_screen(stage: &Stage, name: &str) -> Outcome {
    let page = &stage.page;
    for (screen, hash) in SCREENS {
        page.execute(&format!("location.hash = '{hash}';")).await?;
        let view = hash.trim_start_matches('#');
        page.wait_for(&format!("#main[data-ready=true][data-view='{view}']")).await?;
        fits(stage, &format!("{screen} at {name}")).await?;
        if name == "390" && screen == "statement-year" {
            let tall = "return [...document.querySelectorAll('@months .table__row--none')].map(row => row.offsetHeight
                / parseFloat(getComputedStyle(row).fontSize)).filter(lines => lines > 3).length";
            let tall = tall.replace("@months", "[data-testid=months]");
            assert_eq!(page.execute(&tall).await?, 0, "an empty month takes more than its line");
            assert!(page.count("@months .table__row--none").await? > 5, "months without an entry");
        }
        if name == "1080" {
            not_squeezed(stage, &format!("{screen} at {name}")).await?;
        }
        page.shoot(&format!("{name}-{screen}")).await?;
    }
    Ok(())
}

/// Nothing on a large screen is squeezed into a column of single letters: no text of several lines is narrower than four
/// letters.
async fn not_squeezed(stage: &Stage, screen: &str) -> Outcome {
    let squeezed = stage
        .page
        .execute(
            "const texts = document.createTreeWalker(document.querySelector('#main'), NodeFilter.SHOW_TEXT);
             const found = [];
             for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                 if (text.data.trim().length < 6 || text.parentElement.closest('.visually-hidden, svg')) continue;
                 const range = document.createRange();
                 range.selectNodeContents(text);
                 const lines = [...range.getClientRects()].filter(line => line.width > 0);
                 const size = parseFloat(getComputedStyle(text.parentElement).fontSize);
                 if (lines.length > 2 && Math.max(...lines.map(line => line.width)) < 4 * size) found.push(text.data);
             }
             return found.slice(0, 3).join(', ');",
        )
        .await?;
    match squeezed.as_str() {
        Some("") => Ok(()),
        squeezed => Err(Problem::new(format!("{screen} squeezes: {}", squeezed.unwrap_or("?")))),
    }
}

/// Nothing on the screen sticks out sideways.
pub(super) async fn fits(stage: &Stage, screen: &str) -> Outcome {
    let wide = stage
        .page
        .execute(
            "const edge = document.documentElement.clientWidth;
             const out = [...document.querySelectorAll('body *')].filter(element => {
                 const box = element.getBoundingClientRect();
                 return box.width > 0 && box.right > edge + 1 && !element.closest('.visually-hidden, .skip, svg')
                     || element.matches('.totals__one') && element.scrollWidth > element.clientWidth;
             });
             return out.length || document.documentElement.scrollWidth > edge
                 ? out.slice(0, 3).map(element => element.className || element.tagName).join(', ') + ' at ' + edge
                 : '';",
        )
        .await?;
    match wide.as_str() {
        Some("") => Ok(()),
        wide => Err(Problem::new(format!("{screen} sticks out: {}", wide.unwrap_or("?")))),
    }
}

//! Pictures to press long, where there are neither files nor a printer.

use super::at;
use crate::{problem::Outcome, stage::Stage};

/// A picture to press long is there, as wide as it is drawn; its height, and what is said of it.
pub(super) async fn drawn(stage: &Stage, what: &str) -> Outcome<(u64, String)> {
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
pub(super) async fn focused(stage: &Stage, id: &str) -> Outcome {
    let there = format!("return document.activeElement.id === '{id}';");
    stage.page.wait_until(&format!("the focus on {id}"), async || Ok(stage.page.execute(&there).await? == true)).await
}

/// Leaves a screenshot of nothing but the picture, for people.
pub(super) async fn keep_picture(stage: &Stage, name: &str) -> Outcome {
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
pub(super) async fn drawn_statements(stage: &Stage) -> Outcome {
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

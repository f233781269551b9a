//! What a scenario does with the page. Every action waits for what it acts on; nothing else waits.
//!
//! Elements are named by a CSS selector, in which `@name` is short for `[data-testid="name"]`.

use std::{
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

use fantoccini::{
    Client, Locator,
    elements::Element,
    error::{CmdError, ErrorStatus},
};
use serde_json::{Value, json};

use crate::{
    browser::Browser,
    problem::{Context, Outcome, Problem},
};

/// A scenario that waits longer than this has failed. Not a measure of speed: the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(30);

/// A window of a browser, showing the page.
pub(crate) struct Page {
    client: Client,
    browser: Browser,
    home: String,
}

impl Page {
    pub(crate) fn new(client: Client, browser: Browser, home: String) -> Self {
        Self { client, browser, home }
    }

    /// The `WebDriver` client, for what is too rare to have a method here.
    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn browser(&self) -> Browser {
        self.browser
    }

    /// Opens the page at a hash: `""`, `"#/record"`.
    pub(crate) async fn open(&self, hash: &str) -> Outcome {
        self.visit(&format!("{}{hash}", self.home)).await
    }

    /// Opens any address.
    pub(crate) async fn visit(&self, url: &str) -> Outcome {
        self.client.goto(url).await.context(format!("cannot open {url}"))
    }

    pub(crate) async fn reload(&self) -> Outcome {
        self.client.refresh().await.context("cannot reload the page")
    }

    /// Waits until an element is there.
    pub(crate) async fn wait_for(&self, selector: &str) -> Outcome {
        self.act(selector, "find", async |_| Ok(())).await
    }

    pub(crate) async fn click(&self, selector: &str) -> Outcome {
        self.act(selector, "click", async |element| {
            let clicked = element.clone().click().await;
            if clicked.is_err() {
                // Drivers do not scroll to what is on the screen but behind the pinned bar; a person does.
                let script = "arguments[0].scrollIntoView({ block: 'center' });";
                self.client.execute(script, vec![json!(element)]).await?;
            }
            clicked
        })
        .await
    }

    /// Types at the end of what is there.
    pub(crate) async fn type_text(&self, selector: &str, text: &str) -> Outcome {
        self.place_caret(selector, "field.value.length").await?;
        self.send_keys(selector, text).await
    }

    /// Types over what is there, as someone who selects it first.
    pub(crate) async fn retype(&self, selector: &str, text: &str) -> Outcome {
        const DELETE: &str = "\u{e017}";
        self.place_caret(selector, "0").await?;
        self.send_keys(selector, if text.is_empty() { DELETE } else { text }).await
    }

    /// Presses keys in an element that is not a text.
    pub(crate) async fn type_keys(&self, selector: &str, keys: &str) -> Outcome {
        self.send_keys(selector, keys).await
    }

    async fn send_keys(&self, selector: &str, keys: &str) -> Outcome {
        self.act(selector, "type into", async |element| element.send_keys(keys).await).await
    }

    /// Selects a text from `start` to its end. Left alone, browsers do different things with what is there.
    async fn place_caret(&self, selector: &str, start: &str) -> Outcome {
        let script = format!(
            "const field = arguments[0]; field.focus();
             if (field.setSelectionRange) field.setSelectionRange({start}, field.value.length);"
        );
        self.act(selector, "place the caret in", async |element| {
            self.client.execute(&script, vec![json!(element)]).await.map(drop)
        })
        .await
    }

    /// Sets a date, a choice or another control whose typing differs from browser to browser.
    pub(crate) async fn set(&self, selector: &str, value: &str) -> Outcome {
        let script = "const [control, value] = arguments;
            control.value = value;
            if (control.value !== value) return `it does not take ${value}`;
            for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
            return '';";
        self.wait_for(selector).await?;
        let element =
            self.client.find(Locator::Css(&css(selector))).await.context(format!("cannot find {selector}"))?;
        let refusal = self
            .client
            .execute(script, vec![json!(element), json!(value)])
            .await
            .context(format!("cannot set {selector}"))?;
        match refusal.as_str() {
            Some("") => Ok(()),
            refusal => Err(Problem::new(format!("cannot set {selector}: {}", refusal.unwrap_or("no answer")))),
        }
    }

    /// The text of an element as it is shown.
    pub(crate) async fn text_of(&self, selector: &str) -> Outcome<String> {
        self.act(selector, "read", async |element| element.text().await).await
    }

    /// What stands in an input field.
    pub(crate) async fn value_of(&self, selector: &str) -> Outcome<String> {
        let value = self.act(selector, "read the value of", async |element| element.prop("value").await).await?;
        Ok(value.unwrap_or_default())
    }

    /// How many elements match at this moment.
    pub(crate) async fn count(&self, selector: &str) -> Outcome<usize> {
        // Asked of the page itself: a driver hands over elements one by one, and a page in motion drops some meanwhile.
        let script = "return String(document.querySelectorAll(arguments[0]).length);";
        let counted = self.client.execute(script, vec![json!(css(selector))]).await;
        let counted = counted.context(format!("cannot count {selector}"))?;
        counted
            .as_str()
            .and_then(|count| count.parse().ok())
            .ok_or_else(|| Problem::new(format!("cannot count {selector}")))
    }

    /// Waits until the text of an element contains something.
    pub(crate) async fn wait_for_text(&self, selector: &str, part: &str) -> Outcome {
        let what = format!("{selector} to say \u{201c}{part}\u{201d}");
        let outcome = self.wait_until(&what, async || Ok(self.text_of(selector).await?.contains(part))).await;
        match outcome {
            Ok(()) => Ok(()),
            Err(problem) => match self.text_of(selector).await {
                Ok(text) => Err(Problem::new(format!("{problem}; it says \u{201c}{text}\u{201d}"))),
                Err(_) => Err(problem),
            },
        }
    }

    /// Waits until a condition holds; `what` completes “waited in vain for …”.
    pub(crate) async fn wait_until(&self, what: &str, condition: impl AsyncFn() -> Outcome<bool>) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        while !condition().await? {
            if Instant::now() > deadline {
                return Err(Problem::new(format!("waited in vain for {what}")));
            }
            tokio::time::sleep(POLL).await;
        }
        Ok(())
    }

    /// Runs the body of a JavaScript function in the page.
    pub(crate) async fn execute(&self, script: &str) -> Outcome<Value> {
        self.client.execute(script, Vec::new()).await.context(format!("the page refused the script {script}"))
    }

    /// What went wrong in the scripts of the document that is shown (see `watch.js`).
    pub(crate) async fn errors(&self) -> Outcome<Vec<String>> {
        let errors = self.execute("return window.__e2eErrors || [];").await?;
        Ok(errors.as_array().into_iter().flatten().map(|error| error.as_str().unwrap_or("?").to_owned()).collect())
    }

    /// Makes the page (not the window around it) this large in CSS pixels. `WebKit`'s window cannot be narrower than about
    /// 450 pixels: for phones use `Stage::open_in_frame`.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Outcome {
        let (mut window_width, mut window_height) = (width, height);
        let mut inner = (0, 0);
        // The window's own frame is not known beforehand: ask, see what the page got, and ask for the difference. Some
        // browsers answer before the page has got it, so several times.
        for _ in 0..10 {
            self.client.set_window_size(window_width, window_height).await.context("cannot resize the window")?;
            inner = self.inner_size().await?;
            if inner == (width, height) {
                return Ok(());
            }
            window_width = (window_width + width).saturating_sub(inner.0);
            window_height = (window_height + height).saturating_sub(inner.1);
        }
        Err(Problem::new(format!("{} shows the page at {inner:?} instead of {width} × {height}", self.browser)))
    }

    async fn inner_size(&self) -> Outcome<(u32, u32)> {
        let answer = self.execute("return [String(innerWidth), String(innerHeight)];").await?;
        let side = |index| answer.get(index).and_then(Value::as_str).and_then(|side: &str| side.parse().ok());
        side(0).zip(side(1)).ok_or_else(|| Problem::new(format!("the page does not say how large it is: {answer}")))
    }

    /// A screenshot for people, `$E2E_SHOTS/<browser>-<name>.png`; nothing where that variable is not set.
    pub(crate) async fn shoot(&self, name: &str) -> Outcome {
        let Some(folder) = std::env::var_os("E2E_SHOTS").map(PathBuf::from) else {
            return Ok(());
        };
        self.screenshot(folder.join(format!("{}-{name}.png", self.browser))).await
    }

    pub(crate) async fn screenshot(&self, path: PathBuf) -> Outcome {
        let picture = self.client.screenshot().await.context("cannot take a screenshot")?;
        path.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .context(format!("cannot create the folder of {}", path.display()))?;
        fs::write(&path, picture).context(format!("cannot write {}", path.display()))
    }

    /// Does something with an element, trying again while it is missing, covered, or was just redrawn.
    async fn act<T>(
        &self,
        selector: &str,
        verb: &str,
        action: impl AsyncFn(Element) -> Result<T, CmdError>,
    ) -> Outcome<T> {
        let css = css(selector);
        let deadline = Instant::now() + PATIENCE;
        loop {
            let result = match self.client.find(Locator::Css(&css)).await {
                Ok(element) => action(element).await,
                Err(error) => Err(error),
            };
            match result {
                Err(error) if passes(&error) && Instant::now() < deadline => {
                    tokio::time::sleep(POLL).await;
                }
                result => return result.context(format!("cannot {verb} {selector}")),
            }
        }
    }
}

/// Every `@name` in a selector becomes `[data-testid="name"]`.
fn css(selector: &str) -> String {
    let mut parts = selector.split('@');
    let mut css = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        css.extend(["[data-testid=\"", name, "\"]", rest]);
    }
    css
}

/// Errors that a page in motion gives and a page at rest does not.
fn passes(error: &CmdError) -> bool {
    let CmdError::Standard(error) = error else {
        return false;
    };
    matches!(
        error.error,
        ErrorStatus::NoSuchElement
            | ErrorStatus::StaleElementReference
            | ErrorStatus::ElementNotInteractable
            | ErrorStatus::ElementClickIntercepted
            // WebKit's driver, while the page moves from one process to another.
            | ErrorStatus::UnknownError
    )
}

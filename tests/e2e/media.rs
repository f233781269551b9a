//! What only Chromium's driver can pretend: that the system asks for other colours.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::json;
use url::{ParseError, Url};

use crate::{
    page::Page,
    problem::{Context, Outcome},
};

/// Pretends features of the system, each a name of a media feature and its value, until the window closes.
pub(crate) async fn pretend(page: &Page, features: &[(&str, &str)]) -> Outcome {
    let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    let body = json!({ "cmd": "Emulation.setEmulatedMedia", "params": { "features": features } }).to_string();
    page.client().issue_cmd(Pretend { body }).await.context("the driver cannot pretend that").map(drop)
}

/// A command of the browser's own protocol, sent through its driver.
#[derive(Debug)]
struct Pretend {
    body: String,
}

impl WebDriverCompatibleCommand for Pretend {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.clone()))
    }
}

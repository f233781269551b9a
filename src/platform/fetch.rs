//! Texts from the server that the page came from, and from no other.

use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestCache, RequestInit, RequestMode, Response, Url, window};

use super::clock::after;

/// Why no text came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unfetched {
    /// The address is on another server, or is no address.
    OtherOrigin,
    /// Nothing came: no network, no such server, a document without an origin of its own, or it took too long.
    Unreachable,
    /// The server answered with this status.
    Status(u16),
    /// What came could not be read as text.
    NotText,
}

/// The text at an address on the page's own server, relative to the page; waits at most so many milliseconds.
///
/// Nothing is ever asked of another server: such an address is refused, and so is a redirection to one. The browser asks
/// the server each time whether its copy is still the newest.
pub async fn text(address: &str, patience_ms: i32) -> Result<String, Unfetched> {
    let window = window().ok_or(Unfetched::Unreachable)?;
    let here = window.location().href().ok().and_then(|here| Url::new(&here).ok()).ok_or(Unfetched::Unreachable)?;
    let there = Url::new_with_base(address, &here.href()).map_err(|_| Unfetched::OtherOrigin)?;
    if there.origin() != here.origin() || !there.protocol().starts_with("http") {
        return Err(Unfetched::OtherOrigin);
    }
    let options = RequestInit::new();
    options.set_mode(RequestMode::SameOrigin);
    options.set_cache(RequestCache::NoCache);
    let request = Request::new_with_str_and_init(&there.href(), &options).map_err(|_| Unfetched::Unreachable)?;
    let answer = Promise::race(&Array::of2(&window.fetch_with_request(&request), &after(patience_ms)));
    let answer = JsFuture::from(answer).await.map_err(|_| Unfetched::Unreachable)?;
    let answer: Response = answer.dyn_into().map_err(|_| Unfetched::Unreachable)?;
    if !answer.ok() {
        return Err(Unfetched::Status(answer.status()));
    }
    let body = answer.text().map_err(|_| Unfetched::NotText)?;
    let body = JsFuture::from(Promise::race(&Array::of2(&body, &after(patience_ms)))).await;
    let body = body.map_err(|_| Unfetched::Unreachable)?;
    if body.is_undefined() { Err(Unfetched::Unreachable) } else { body.as_string().ok_or(Unfetched::NotText) }
}

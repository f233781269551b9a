//! A QR code, drawn in the page itself: black on white also where the page is dark, because readers expect that.

use super::element::{Element, el};
use crate::qr::drawing;

/// The code of a text; `said` is what it is for those who do not see it. `None` if the text is too long for one.
pub(crate) fn qr(text: &str, said: &str) -> Option<Element> {
    let drawn = drawing(text)?;
    let side = drawn.side.to_string();
    Some(
        el("svg", "qr")
            .attr_of("viewBox", &format!("0 0 {side} {side}"))
            .attr("role", "img")
            .attr("shape-rendering", "crispEdges")
            .attr_of("aria-label", said)
            .named("qr")
            .child(el("path", "qr__light").attr_of("d", &format!("M0 0h{side}v{side}H0z")))
            .child(el("path", "qr__dark").attr_of("d", &drawn.dark)),
    )
}

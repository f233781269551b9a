//! The filled part of a bar.

use super::element::{Element, el};

/// The first `percent` hundredths of what it stands in, in its ink. Drawn, because a width in a `style` attribute is
/// what the page's content policy forbids.
pub(crate) fn filling(percent: i64) -> Element {
    let part = el("rect", "").attr_of("width", &percent.clamp(0, 100).to_string()).attr("height", "1");
    el("svg", "filling")
        .attr("viewBox", "0 0 100 1")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(part)
}

//! What tells the domains apart without colour: each has its own hatching, in the colour of the ledger.

use crate::domain::activity::Domain;
use crate::ui::element::{Element, el};
use crate::ui::icon::drawing;

/// The fill of a domain, once [`patterns`] stand on the page.
pub(super) fn fill(domain: Domain) -> &'static str {
    match domain {
        Domain::Travel => "currentColor",
        Domain::Home => "url(#hatch-home)",
        Domain::Purchases => "url(#hatch-purchases)",
        Domain::Everyday => "url(#hatch-everyday)",
    }
}

/// The hatchings.
pub(super) fn patterns() -> Element {
    let pattern = |id, drawn| {
        el("pattern", "")
            .attr("id", id)
            .attr("width", "80")
            .attr("height", "80")
            .attr("patternUnits", "userSpaceOnUse")
            .child(el("path", "hatch__ground").attr("d", "M0 0h80v80H0z"))
            .child(el("path", "hatch__lines").attr("d", drawn))
    };
    el("defs", "")
        // Slanted, dotted, level.
        .child(pattern("hatch-home", "M-20 20L20 -20M0 80L80 0M60 100L100 60"))
        .child(pattern("hatch-purchases", "M20 20h.1M60 60h.1"))
        .child(pattern("hatch-everyday", "M0 40H80"))
}

/// A domain's sample, for a legend.
pub(crate) fn swatch(domain: Domain) -> Element {
    let sample = el("path", "chart__part").attr("d", "M10 10h180v180H10z").attr("fill", fill(domain));
    drawing("swatch", "0 0 200 200").child(sample)
}

//! The worked examples that come with the program, also served for download.

/// Id and published text of each.
pub const SHIPPED: &[(&str, &str)] = &[
    ("xicheng", include_str!("../../../static/rulebooks/districts/xicheng.json")),
    ("chaoyang", include_str!("../../../static/rulebooks/districts/chaoyang.json")),
];

/// The published text of a district that comes with the program.
pub fn shipped(id: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}

//! The published files of the default rulebook. A published file never changes: a correction is a new version.

/// One published file, also served for download. The page carries its packed form instead: `Rulebook::built_in`.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// Its name under `static/rulebooks/`.
    pub file: &'static str,
    /// What is in it.
    pub text: &'static str,
}

/// The first version.
pub const BEIJING_2026_11: &str = include_str!("../../../static/rulebooks/beijing-2026.11.json");

/// The second version: one corrected factor.
pub const BEIJING_2026_12: &str = include_str!("../../../static/rulebooks/beijing-2026.12.json");

/// Every version, oldest first. What is added here is checked and packed by `build.rs` and comes with the page.
pub const PUBLISHED: &[Published] = &[
    Published { file: "beijing-2026.11.json", text: BEIJING_2026_11 },
    Published { file: "beijing-2026.12.json", text: BEIJING_2026_12 },
];

//! How it looks: dark by attribute is the same dark as by the device, and the picture holds what it is to hold.

use carbon_points::domain::assessment::{Air, Totals};
use carbon_points::host::picture::{HEIGHT, Mark, WIDTH, of_month};
use carbon_points::i18n::Language;

use crate::support::day as date;

/// The declarations between the first `{` after `start` and its `}`.
fn declarations<'c>(css: &'c str, start: &str) -> Vec<&'c str> {
    let (_, rest) = css.split_once(start).expect("the rule");
    let (_, rest) = rest.split_once('{').expect("an opening brace");
    let (inside, _) = rest.split_once('}').expect("a closing brace");
    inside.lines().map(str::trim).filter(|line| line.starts_with("--")).collect()
}

#[test]
fn dark_by_attribute_is_dark_by_device() {
    let css = include_str!("../../../static/css/tokens.css");
    let by_device = declarations(css, ":root:not([data-theme=\"light\"])");
    assert!(by_device.len() > 15);
    assert_eq!(declarations(css, ":root[data-theme=\"dark\"]"), by_device);
}

#[test]
fn the_picture_has_three_ledgers_and_stays_inside() {
    let month = Totals { carbon_mg: 2_548_000, air: Air { voc_mg: 950_000, nox_mg: 0, upe: 1_000_000 }, points: 127 };
    let marks = of_month(month, date("2026-11-21"), "https://points.example/?district=xicheng", Language::Zh);
    let said: Vec<&str> = marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Line(.., text) => Some(text.as_str()),
            Mark::Block(..) => None,
        })
        .collect();
    let said = said.join("\n");
    for part in ["2.55 千克", "1.000 污染当量", "127 分", "2026年11月", "未经核实"] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    for mark in &marks {
        let (left, top, right, bottom) = match mark {
            Mark::Block(left, top, width, height, _) => (*left, *top, left + width, top + height),
            Mark::Line(left, base, ..) => (*left, *base, *left, *base),
        };
        assert!(left >= 0 && top >= 0 && right <= WIDTH && bottom <= HEIGHT, "{mark:?}");
    }
}

/// Small as it is written, and so smaller still compressed (858 bytes by brotli), in words that Chromium 79 knows.
#[test]
fn the_tag_is_small_and_plain() {
    let script = include_str!("../../../static/embed.js");
    assert!(script.len() < 4096);
    for newer in ["=>", "const ", "let ", "`", "?.", "??", "async ", "class "] {
        let code: String = script.split("*/").nth(1).expect("code after the comment").to_owned();
        assert!(!code.contains(newer), "{newer}");
    }
}

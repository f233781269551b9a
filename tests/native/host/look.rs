//! How it looks: dark by attribute is the same dark as by the device, and the picture holds what it is to hold.

use carbon_points::domain::assessment::{Air, Totals};
use carbon_points::domain::handover::Batch;
use carbon_points::host::picture::{CodeSheet, MOST_ROWS, Mark, Picture, Sheet, Table, WIDTH, of_code, of_sheet};
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

/// Everything that is said on a picture; and nothing is drawn beside it.
fn said(picture: &Picture) -> String {
    let mut said = Vec::new();
    for mark in &picture.marks {
        let (left, top, right, bottom) = match mark {
            Mark::Block(left, top, width, height, _) => (*left, *top, left + width, top + height),
            Mark::Line(line) => {
                said.push(line.text.clone());
                let left = if line.ends { line.at - line.most } else { line.at };
                (left, line.base - line.size, left + line.most, line.base + line.size / 3)
            }
        };
        assert!(left >= 0 && top >= 0 && right <= WIDTH && bottom <= picture.height, "{mark:?}");
    }
    said.join("\n")
}

fn has(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "{part} is not in {said}");
    }
}

fn month(tables: Vec<Table>, address: &str) -> Sheet {
    Sheet {
        title: "2026年11月".to_owned(),
        facts: vec!["账户：我".to_owned()],
        totals: Totals { carbon_mg: 2_548_000, air: Air { voc_mg: 950_000, nox_mg: 0, upe: 1_000_000 }, points: 127 },
        tables,
        status: "示例规则\u{200b}（非官方）".to_owned(),
        address: address.to_owned(),
    }
}

#[test]
fn the_picture_has_three_ledgers_and_stays_inside() {
    let picture = of_sheet(&month(Vec::new(), "https://points.example/?district=xicheng"), Language::Zh);
    has(
        &said(&picture),
        &[
            "2.55 千克",
            "1.000 污染当量",
            "127 分",
            "2026年11月",
            "账户：我",
            "未经核实",
            "扫码打开",
            "示例规则（非官方）",
        ],
    );
    assert_eq!(read_back(&picture), "https://points.example/?district=xicheng");
    // Of an address that no code holds, the rest is still said.
    let picture = of_sheet(&month(Vec::new(), &"a".repeat(3000)), Language::En);
    has(&said(&picture), &["not verified", "示例规则（非官方）"]);
}

/// All that is to be read begins at one edge, but for what stands beside the code.
#[test]
fn letters_begin_at_one_edge() {
    let row = ("地铁".to_owned(), ["1 克".to_owned(), "1 分".to_owned()]);
    let table = Table { heading: "逐笔明细".to_owned(), rows: vec![row], more: Some("另有 1 行".to_owned()) };
    let picture = of_sheet(&month(vec![table], "https://points.example/"), Language::Zh);
    let beside = ["扫码打开碳惠账本", "示例规则（非官方）", "本人自行记录，未经核实"];
    let mut edges: Vec<i32> = Vec::new();
    for mark in &picture.marks {
        match mark {
            Mark::Line(line) if !line.ends && !beside.contains(&line.text.as_str()) => edges.push(line.at),
            _ => {}
        }
    }
    edges.dedup();
    assert_eq!(edges, [60]);
}

/// What a reader of codes makes of a picture: drawn as the browser does, block upon block.
fn read_back(picture: &Picture) -> String {
    let (width, height) =
        (usize::try_from(WIDTH).expect("a width"), usize::try_from(picture.height).expect("a height"));
    let mut pixels = vec![255_u8; width * height];
    for mark in &picture.marks {
        let Mark::Block(left, top, wide, high, colour) = mark else { continue };
        let red = u8::from_str_radix(&colour[1..3], 16).expect("a colour");
        let [left, top, wide, high] = [left, top, wide, high].map(|side| usize::try_from(*side).expect("a side"));
        for y in top..top + high {
            pixels[y * width + left..y * width + left + wide].fill(red);
        }
    }
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code is found");
    grids[0].decode().expect("it can be read").1
}

/// A picture ends somewhere: what is beyond its rows is said and not drawn.
#[test]
fn a_long_table_says_what_is_missing() {
    let row = |number: usize| (format!("第 {number} 行"), ["1 克".to_owned(), "1 分".to_owned()]);
    let rows: Vec<_> = (1..=MOST_ROWS + 1).map(row).collect();
    let table = |rows, more| vec![Table { heading: "逐笔明细".to_owned(), rows, more }];
    let all = said(&of_sheet(&month(table(rows[..MOST_ROWS].to_vec(), None), "https://points.example/"), Language::Zh));
    has(&all, &["逐笔明细", &format!("第 {MOST_ROWS} 行")]);
    let cut = of_sheet(&month(table(rows, Some("另有 1 行".to_owned())), "https://points.example/"), Language::Zh);
    has(&said(&cut), &[&format!("第 {MOST_ROWS} 行"), "另有 1 行"]);
    assert!(!said(&cut).contains(&format!("第 {} 行", MOST_ROWS + 1)));
    // Well below what an old phone's browser still draws.
    assert!(cut.height < 4096, "{}", cut.height);
}

/// The code of an address of 700 bytes, and what is in it; of one that is too long for any code, nothing.
#[test]
fn a_code_says_what_it_holds() {
    let days = (date("2026-11-01"), date("2026-11-20"));
    let batch = Batch { packed: String::new(), entries: 12, days };
    let link = "a".repeat(700);
    let drawn = |place, link: &str, language| of_code(&CodeSheet { batch: &batch, place, link }, language);
    let picture = drawn((1, 3), &link, Language::Zh).expect("a picture");
    for read in [link.clone(), "https://points.example/#/take/AbC-_09".to_owned()] {
        assert_eq!(read_back(&drawn((1, 1), &read, Language::En).expect("a picture")), read);
    }
    let zh = said(&picture);
    has(&zh, &["交接码 1/3", "12 笔，2026年11月1日 – 2026年11月20日", "不含设置"]);
    let en = said(&drawn((1, 1), &link, Language::En).expect("a picture"));
    has(&en, &["Code to take along", "12 entries, 1 November 2026 – 20 November 2026"]);
    assert!(!en.contains("1/1"));
    assert_eq!(drawn((1, 1), &"a".repeat(3000), Language::Zh), None);
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

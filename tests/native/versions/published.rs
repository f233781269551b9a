//! A published file never changes, and the second differs from the first in what its change note says.

use carbon_points::domain::rulebook::{BEIJING_2026_11, BEIJING_2026_12, PUBLISHED};
use serde_json::{Value, json};

/// Each published file by its length in bytes and the 64-bit FNV-1a hash of its bytes. A pin changes only as long as
/// its version was never released; after that a correction is a new file and a new line here.
const PINS: &[(&str, usize, &str)] =
    &[("beijing-2026.11.json", 95536, "4cadb97d81bb77b5"), ("beijing-2026.12.json", 97504, "cd5ebe6e558e9dae")];

fn fnv_1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn the_hash_is_the_one_it_is_called() {
    // Landon Curt Noll's published test vectors.
    assert_eq!(fnv_1a(b""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(fnv_1a(b"a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(fnv_1a(b"foobar"), 0x8594_4171_f739_67e8);
}

#[test]
fn a_published_file_never_changes() {
    let pin = |(file, length, hash): (&str, usize, &str)| format!("    (\"{file}\", {length}, \"{hash}\"),\n");
    let found: String = PUBLISHED
        .iter()
        .map(|published| {
            let hash = format!("{:016x}", fnv_1a(published.text.as_bytes()));
            pin((published.file, published.text.len(), &hash))
        })
        .collect();
    let pinned: String = PINS.iter().map(|line| pin(*line)).collect();
    assert!(found == pinned, "a published file changed; what is there now:\n{found}");
}

#[test]
fn one_factor_is_corrected_and_nothing_else() {
    let read = |text| -> Value { serde_json::from_str(text).expect("a published file is JSON") };
    let (mut first, second) = (read(BEIJING_2026_11), read(BEIJING_2026_12));
    first["version"] = json!("2026.12");
    first["published"] = json!("2026-12-01");
    first["change_note"] = second["change_note"].clone();
    // The new source stands behind the others, so that every other number keeps its place.
    let source = second["sources"].as_array().and_then(|sources| sources.last()).expect("a source").clone();
    assert_eq!(source["id"], "energy-yearbook");
    first["sources"].as_array_mut().expect("a list").push(source);
    let gas = |book: &Value| -> usize {
        let parameters = book["parameters"].as_array().expect("a list");
        parameters.iter().position(|parameter| parameter["id"] == "gas.combustion").expect("gas")
    };
    let (place, there) = (gas(&first), gas(&second));
    let now = &second["parameters"][there]["values"][0];
    assert_eq!(
        (&now["amount"], &now["source"], &now["grade"]),
        (&json!("1.977"), &json!("energy-yearbook"), &json!("derived"))
    );
    let value = &mut first["parameters"][place]["values"][0];
    assert_eq!(value["amount"], "2.162");
    for member in ["amount", "source", "note"] {
        value[member] = now[member].clone();
    }
    assert_eq!(first, second);
}

#[test]
fn the_change_note_says_what_was_corrected_why_and_for_which_days() {
    let book: Value = serde_json::from_str(BEIJING_2026_12).expect("a published file is JSON");
    let note = |language: &str| book["change_note"][language].as_str().expect("a text").to_owned();
    for part in ["天然气", "2.162", "1.977", "热值", "2021 年 1 月 1 日", "用气账单", "壁挂炉", "2026 年 12 月 1 日"]
    {
        assert!(note("zh").contains(part), "{part}");
    }
    for part in
        ["natural gas", "2.162", "1.977", "heating value", "1 January 2021", "gas bills", "boilers", "1 December 2026"]
    {
        assert!(note("en").contains(part), "{part}");
    }
}

/// 35.588 MJ/m³ × 15.3 kg C/GJ × 0.99 × 44/12 = 1976.5 g, from the numbers that the note names.
#[test]
fn the_corrected_value_is_the_arithmetic_of_its_note() {
    // In units of 10⁻⁹ kg: 35588 × 153 × 99 × 44 ÷ 12.
    let product: u64 = 35_588 * 153 * 99 * 44 / 12;
    assert_eq!(product, 1_976_521_932);
    assert_eq!((product + 500_000) / 1_000_000, 1_977);
}

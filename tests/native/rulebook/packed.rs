//! The form that the page carries: the same rulebook as the file, and nothing that makes its reader panic.

use carbon_points::domain::rulebook::{BEIJING_2026_11, Damaged, Rulebook};
use proptest::prelude::*;

/// What `build.rs` wrote.
const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/beijing.packed"));

#[test]
fn the_page_carries_what_the_file_says() {
    let file = Rulebook::parse(BEIJING_2026_11).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(Rulebook::beijing(), Ok(file));
}

#[test]
fn a_missing_end_is_noticed() {
    let lines: Vec<&str> = PACKED.split('\n').collect();
    for kept in 0..lines.len() {
        assert_eq!(Rulebook::unpack(&lines[..kept].join("\n")), Err(Damaged), "{kept} lines");
    }
}

#[test]
fn a_cell_of_another_type_is_noticed() {
    // The first line that reads so: a day, an amount, and a number of rows, which is also how any index is read.
    for line in ["2026-11-21", "2024-10-01", "104", "100"] {
        for other in ["x", "", "18446744073709551616", "1844674407370955161"] {
            let packed = PACKED.replacen(&format!("\n{line}\n"), &format!("\n{other}\n"), 1);
            assert_ne!(packed, PACKED, "{line}");
            assert_eq!(Rulebook::unpack(&packed), Err(Damaged), "{other} for {line}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_line_in_any_place_does_not_panic(
        place in 0..PACKED.split('\n').count(),
        other in prop::sample::select(vec!["", "x", "-1", "0", "7", "18446744073709551615", "9999-12-31", "0.1", "\n", "\n\n"]),
    ) {
        let mut lines: Vec<&str> = PACKED.split('\n').collect();
        lines[place] = other;
        let _ = Rulebook::unpack(&lines.join("\n"));
    }

    #[test]
    fn any_text_does_not_panic(text in "[0-9\n]{0,80}") {
        let _ = Rulebook::unpack(&text);
    }
}

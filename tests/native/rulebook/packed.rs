//! The form that the page carries: the same rulebook as the file, and nothing that makes its reader panic.

use carbon_points::domain::rulebook::{Damaged, Label, PUBLISHED, Parameter, Rulebook};
use proptest::prelude::*;

/// What `build.rs` wrote: all that is needed to work something out …
const FIGURES: &str = include_str!(concat!(env!("OUT_DIR"), "/beijing-2026.11.figures"));

/// … and all that is needed to look into it.
const WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/beijing-2026.11.words"));

fn figures() -> Rulebook {
    Rulebook::beijing_figures().expect("the figures are as build.rs wrote them")
}

#[test]
fn the_page_carries_what_the_file_says() {
    for published in PUBLISHED {
        let file = Rulebook::parse(published.text).unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(published.file, format!("{}-{}.json", file.id, file.version));
        assert_eq!(Rulebook::built_in(&file.name()), Some(Ok(file)));
    }
}

#[test]
fn without_its_words_it_has_every_figure() {
    let (whole, figures) = (Rulebook::beijing().expect("the shipped rulebook loads"), figures());
    assert_eq!(figures.name(), whole.name());
    assert_eq!(figures.parameters.len(), whole.parameters.len());
    for (figure, parameter) in figures.parameters.iter().zip(&whole.parameters) {
        assert_eq!((&figure.id, figure.unit, figure.method), (&parameter.id, parameter.unit, parameter.method));
        let amounts = |parameter: &Parameter| -> Vec<_> {
            parameter.values.iter().map(|value| (value.from, value.amount, value.grade)).collect()
        };
        assert_eq!(amounts(figure), amounts(parameter));
        assert_eq!(figure.label, Label::default());
    }
    assert!(figures.sources.is_empty());
}

#[test]
fn a_missing_end_is_noticed() {
    let lines: Vec<&str> = FIGURES.split('\n').collect();
    for kept in 0..lines.len() {
        assert_eq!(Rulebook::unpack(&lines[..kept].join("\n")), Err(Damaged), "{kept} lines of figures");
    }
    let lines: Vec<&str> = WORDS.split('\n').collect();
    for kept in 0..lines.len() {
        assert_eq!(figures().add_words(&lines[..kept].join("\n")), Err(Damaged), "{kept} lines of words");
    }
}

#[test]
fn words_of_another_rulebook_are_noticed() {
    // One parameter more in each table that has a row for every one of something.
    let lines: Vec<&str> = WORDS.split('\n').collect();
    let rows = figures().parameters.len().to_string();
    let place = lines.iter().position(|line| *line == rows).expect("a table with a row for each parameter");
    for other in [figures().parameters.len() - 1, figures().parameters.len() + 1] {
        let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        lines[place] = other.to_string();
        assert_eq!(figures().add_words(&lines.join("\n")), Err(Damaged), "{other} rows");
    }
}

#[test]
fn a_cell_of_another_type_is_noticed() {
    // The first line that reads so: a day, an amount, and a number of rows, which is also how any index is read.
    for line in ["2026-11-21", "2024-10-01", "104", "100"] {
        for other in ["x", "", "18446744073709551616", "1844674407370955161"] {
            let packed = FIGURES.replacen(&format!("\n{line}\n"), &format!("\n{other}\n"), 1);
            assert_ne!(packed, FIGURES, "{line}");
            assert_eq!(Rulebook::unpack(&packed), Err(Damaged), "{other} for {line}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_line_in_any_place_does_not_panic(
        place in 0..FIGURES.split('\n').count(),
        other in prop::sample::select(vec!["", "x", "-1", "0", "7", "18446744073709551615", "9999-12-31", "0.1", "\n", "\n\n"]),
    ) {
        let mut lines: Vec<&str> = FIGURES.split('\n').collect();
        lines[place] = other;
        let _ = Rulebook::unpack(&lines.join("\n"));
    }

    #[test]
    fn any_line_among_the_words_does_not_panic(
        place in 0..WORDS.split('\n').count(),
        other in prop::sample::select(vec!["", "x", "-1", "0", "18446744073709551615", "9999-12-31", "\n", "\n\n"]),
    ) {
        let mut lines: Vec<&str> = WORDS.split('\n').collect();
        lines[place] = other;
        let _ = figures().add_words(&lines.join("\n"));
    }

    #[test]
    fn any_text_does_not_panic(text in "[0-9\n]{0,80}") {
        let _ = Rulebook::unpack(&text);
        let _ = figures().add_words(&text);
    }
}

//! The JSON file.

use carbon_points::domain::archive::{Archive, Fault, json_text, placed, read};
use carbon_points::domain::json::Json;
use proptest::prelude::*;

use super::{archive, deeds, file_of, ledger, member, metro, redemption, reversal, unsealed};
use crate::support::beijing;

fn settings(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn the_file_is_what_is_documented() {
    let entries = [reversal("B", 5, "A"), member("C", 6, "2", Some("妈妈"))];
    let expected = concat!(
        "{\"format\":\"carbon-points\",\"version\":3,\n",
        "\"settings\":{\"goal\":\"20\",\"language\":\"zh-CN\"},\n",
        "\"entries\":[\n",
        "{\"v\":2,\"id\":\"B\",\"at\":5,\"reverses\":\"A\",",
        "\"digest\":\"8dbbdaa54907642653927b9bce00196de2a2ec8fcc548fae5c26431a164ebab1\"},\n",
        "{\"v\":2,\"id\":\"C\",\"at\":6,\"member\":\"2\",\"name\":\"妈妈\",",
        "\"digest\":\"a64507abc735bcec96417f5daa967942fafde817567bb6a0e58db664687d9fe3\"}\n",
        "],\"head\":{\"entries\":2,\"digest\":\"a64507abc735bcec96417f5daa967942fafde817567bb6a0e58db664687d9fe3\"}}\n",
    );
    assert_eq!(json_text(&entries, &settings(&[("language", "zh-CN"), ("goal", "20")])), expected);
    assert_eq!(json_text(&entries, &settings(&[("goal", "20"), ("language", "zh-CN")])), expected, "in any order");
    let found = read(expected, beijing()).expect("read");
    assert_eq!(found.settings, settings(&[("goal", "20"), ("language", "zh-CN")]));
    assert_eq!(found.entries, entries);
}

#[test]
fn an_empty_ledger_is_a_file_too() {
    let text = json_text([], &[]);
    assert_eq!(text, "{\"format\":\"carbon-points\",\"version\":3,\n\"settings\":{},\n\"entries\":[\n]}\n");
    assert_eq!(read(&text, beijing()), Ok(Archive::default()));
}

#[test]
fn files_of_the_first_version_are_read_and_written_in_todays_form() {
    let first = concat!(
        r#"{"v":1,"id":"A","at":5,"rulebook":"beijing@2026.11","verdict":"credited","carbon_mg":720000,"voc_mg":0,"#,
        r#""nox_mg":0,"upe":0,"points":36,"activity":{"kind":"trip","date":"2026-11-20","legs":[{"mode":"rail","km":"10"}]}}"#,
    );
    let second = r#"{"v":1,"id":"B","at":6,"reverses":"A"}"#;
    let expected = [metro("A", 5), reversal("B", 6, "A")];
    for text in [
        format!("[{first},{second}]"),
        format!("[\n  {first},\n  {second}\n]\n"),
        format!("{{\"format\":\"carbon-points\",\"version\":1,\"entries\":[{first},\n{second}]}}"),
    ] {
        let found = read(&text, beijing()).expect("read");
        assert_eq!(found, archive(expected.clone()), "{text}");
        let written = json_text(&found.entries, &found.settings);
        assert!(written.contains("\"version\":3") && !written.contains("\"v\":1"), "{written}");
    }
}

#[test]
fn a_file_that_was_laid_out_anew_is_the_same() {
    let text = file_of(&ledger([metro("A", 5), redemption("B", 6, 20), reversal("C", 7, "B")]));
    let expected = read(&text, beijing()).expect("read");
    let spread = text.replace(',', " ,\r\n\t").replace(':', " : ").replace("[\n", "[ \n \n");
    for other in [format!("\u{feff}{text}"), text.replace('\n', ""), text.replace('\n', "\r\n"), spread] {
        assert_eq!(read(&other, beijing()).as_ref(), Ok(&expected), "{other}");
    }
}

#[test]
fn an_entry_that_stands_there_twice_in_the_same_words_is_one() {
    let twice = json_text(&[metro("A", 5), reversal("B", 6, "A"), metro("A", 5)], &[]);
    assert_eq!(read(&twice, beijing()).map(unsealed), Ok(archive([metro("A", 5), reversal("B", 6, "A")])));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Export, import, export: the same file, byte for byte; and the same ledger.
    #[test]
    fn what_was_exported_comes_back(
        entries in deeds("a", 1_790_000_000_000),
        settings in prop::collection::btree_map("[a-z]{1,8}", "\\PC{0,12}", 0..4),
    ) {
        let settings: Vec<_> = settings.into_iter().collect();
        let text = json_text(&entries, &settings);
        let found = read(&text, beijing()).expect("read");
        prop_assert_eq!(&found.entries, &entries);
        prop_assert_eq!(json_text(&found.entries, &found.settings), text.as_str());
        let again = ledger(found.entries.clone());
        prop_assert_eq!(again.entries().len(), entries.len(), "nothing of it is refused");
        prop_assert_eq!(json_text(again.entries().iter().map(|entry| &**entry), &settings), text.as_str());
        // One entry a line, from the fourth on.
        prop_assert_eq!(text.lines().count(), 3 + entries.len() + 1);
        for (line, entry) in text.lines().skip(3).zip(&entries) {
            let line = Json::parse(line.trim_end_matches(',')).expect("a line is JSON");
            prop_assert_eq!(line.get("id").and_then(Json::text), Some(entry.id.as_str()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A file is the same whether it is read line by line, as the page lays it out, or as a whole; so are its faults.
    #[test]
    fn how_it_is_laid_out_makes_no_difference(
        entries in deeds("a", 1_790_000_000_000),
        place in any::<prop::sample::Index>(),
        letter in prop::sample::select(vec!["", "\"", ",", "]", "}", "\n", "9", "{}"]),
    ) {
        let mut text = json_text(&entries, &[]);
        let place = place.index(text.len());
        if text.is_char_boundary(place) && text.is_char_boundary(place + 1) {
            text.replace_range(place..=place, letter);
        }
        // White space in front of the list is all that it takes to be read as a whole.
        let whole = text.replacen("\n\"entries\":[", "\n\"entries\": [", 1);
        match (placed(&text, beijing()), placed(&whole, beijing())) {
            (Err(lines), Err(whole)) => {
                let told = |faults: &[Fault]| faults.iter().map(|fault| (fault.line, fault.kind.clone())).collect::<Vec<_>>();
                prop_assert_eq!(told(&lines), told(&whole), "{}", text);
            }
            (lines, whole) => prop_assert_eq!(lines, whole, "{}", text),
        }
    }
}
